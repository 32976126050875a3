#include "publication/announcement_workbook.h"

#include <algorithm>

#include "base/text.h"
#include "sheets/sheets.h"

namespace anjuan::publication {
namespace {

using sheets::Address;
using sheets::CellStyle;
using sheets::FontRole;
using sheets::HorizontalAlign;

CellStyle line_style(FontRole font, int size_tenths, HorizontalAlign align) {
  CellStyle style;
  style.font = font;
  style.size_tenths = size_tenths;
  style.border = false;
  style.align = align;
  return style;
}

CellStyle heading_style() {
  CellStyle style;
  style.font = FontRole::hei;
  style.align = HorizontalAlign::center;
  style.fill = "EDEDED";
  return style;
}

/// Puts the cells of a sheet down row by row.
class SheetWriter {
 public:
  SheetWriter(sheets::Sheet& sheet, std::size_t columns)
      : sheet_(sheet), last_(static_cast<std::uint16_t>(columns > 0 ? columns - 1 : 0)) {}

  void across(const std::string& text, const CellStyle& style, double height) {
    if (text.empty()) return;
    sheet_.cells.push_back({{row_, 0}, text, style, {row_, last_}});
    sheet_.row_heights[row_++] = height;
  }
  void row(const std::vector<std::string>& texts, const CellStyle& style) {
    double height = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const Address at{row_, static_cast<std::uint16_t>(i)};
      sheet_.cells.push_back({at, texts[i], style, at});
      if (i < sheet_.column_widths.size()) {
        height = std::max(height, sheets::height_of(texts[i], sheet_.column_widths[i], style.size_tenths));
      }
    }
    if (height > 0) sheet_.row_heights[row_] = height;
    ++row_;
  }
  std::uint32_t next() const { return row_; }

 private:
  sheets::Sheet& sheet_;
  std::uint16_t last_;
  std::uint32_t row_ = 0;
};

double width_of(const MappingColumn& column) {
  if (column.width > 0) return static_cast<double>(column.width);
  return std::max(8, display_width(column.name) + 2);
}

}  // namespace

sheets::Workbook announcement_workbook(const Mapping& mapping, const MappedTable& table,
                                       const WorkbookText& text) {
  sheets::Sheet sheet;
  sheet.name = mapping.sheet;
  sheet.landscape = true;
  sheet.footer = mapping.footer;
  SheetWriter writer(sheet, mapping.columns.size());
  writer.across(text.title, line_style(FontRole::hei, 180, HorizontalAlign::center), 36);
  writer.across(text.line, line_style(FontRole::fang, 105, HorizontalAlign::right), 20);
  const PublishedTable shown = published(mapping, table);
  std::vector<std::string> heading;
  for (const MappingColumn& column : mapping.columns) {
    heading.push_back(column.name);
    sheet.column_widths.push_back(width_of(column));
  }
  sheet.repeat_rows = {writer.next(), writer.next()};
  writer.row(heading, heading_style());
  sheet.freeze_rows = writer.next();
  for (const std::vector<std::string>& row : shown.rows) writer.row(row, {});
  writer.across(text.note, line_style(FontRole::fang, 105, HorizontalAlign::left), 30);
  sheets::Workbook workbook;
  workbook.sheets.push_back(std::move(sheet));
  workbook.title = text.title;
  workbook.author = text.organ;
  workbook.created_seconds = text.created_seconds;
  return workbook;
}

}  // namespace anjuan::publication
