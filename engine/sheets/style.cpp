#include "sheets/style.h"

#include "base/text.h"

namespace anjuan::sheets {

namespace {

constexpr int body_size = 90, title_size = 160, mark_size = 65;  // tenths of a point: 小五, 三号, small print
constexpr char entry_color[] = "FFF9E5", label_color[] = "EDEDED";

CellStyle bordered(FontRole font, HorizontalAlign align) {
  CellStyle style;
  style.font = font;
  style.size_tenths = body_size;
  style.align = align;
  return style;
}

CellStyle plain(FontRole font, int size_tenths, HorizontalAlign align) {
  CellStyle style = bordered(font, align);
  style.size_tenths = size_tenths;
  style.border = false;
  return style;
}

/// A part of a page line. The size comes before the face: digits of the text would lengthen it.
std::string line_part(std::string_view code, std::string_view text) {
  if (text.empty()) return {};
  std::string escaped = replace_all(std::string(text), "&", "&&");
  escaped = replace_all(std::move(escaped), "{pages}", "&N");
  escaped = replace_all(std::move(escaped), "{page}", "&P");
  return std::string(code) + "&9&\"宋体,Regular\"" + escaped;
}

}  // namespace

CellStyle title_style() { return plain(FontRole::hei, title_size, HorizontalAlign::center); }

CellStyle label_style() {
  CellStyle style = bordered(FontRole::hei, HorizontalAlign::center);
  style.fill = label_color;
  return style;
}

CellStyle text_style(HorizontalAlign align) { return bordered(FontRole::song, align); }

CellStyle entry_style(HorizontalAlign align, NumberFormat format) {
  CellStyle style = text_style(align);
  style.unlocked = true;
  style.fill = entry_color;
  style.format = format;
  return style;
}

CellStyle remark_style(HorizontalAlign align) { return plain(FontRole::fang, body_size, align); }

CellStyle sized(CellStyle style, int size_tenths) {
  style.size_tenths = size_tenths;
  return style;
}

CellStyle mark_style() { return plain(FontRole::song, mark_size, HorizontalAlign::left); }

std::string page_line(std::string_view left, std::string_view centre, std::string_view right) {
  return line_part("&L", left) + line_part("&C", centre) + line_part("&R", right);
}

}  // namespace anjuan::sheets
