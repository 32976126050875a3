#include "publication/announcement_workbook.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "sheets/style.h"

namespace anjuan::publication {
namespace {

using sheets::Address;
using sheets::CellStyle;
using sheets::HorizontalAlign;

/// Puts the cells of a sheet down row by row.
class SheetWriter {
 public:
  SheetWriter(sheets::Sheet& sheet, std::size_t columns)
      : sheet_(sheet), last_(static_cast<std::uint16_t>(columns > 0 ? columns - 1 : 0)) {}

  void across(const std::string& text, const CellStyle& style, double height) {
    if (text.empty()) return;
    const double width = std::accumulate(sheet_.column_widths.begin(), sheet_.column_widths.end(), 0.0);
    sheet_.cells.push_back({{row_, 0}, text, style, {row_, last_}});
    sheet_.row_heights[row_++] = std::max(height, sheets::height_of(text, width, style.size_tenths));
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

int share_of(const MappingColumn& column) {
  return column.width > 0 ? static_cast<int>(column.width) : std::max(8, display_width(column.name) + 2);
}

}  // namespace

sheets::Workbook announcement_workbook(const Mapping& mapping, const MappedTable& table,
                                       const WorkbookText& text) {
  sheets::Sheet sheet;
  sheet.name = mapping.sheet;
  sheet.landscape = true;
  sheet.footer = mapping.footer;
  sheet.zoom = sheets::screen_zoom;
  std::vector<int> shares;
  for (const MappingColumn& column : mapping.columns) shares.push_back(share_of(column));
  sheet.column_widths = sheets::fill_page(shares, sheet.landscape);
  SheetWriter writer(sheet, mapping.columns.size());
  writer.across(text.title, sheets::title_style(), sheets::title_height);
  writer.across(text.line, sheets::remark_style(HorizontalAlign::right), sheets::line_height);
  const PublishedTable shown = published(mapping, table);
  std::vector<std::string> heading;
  for (const MappingColumn& column : mapping.columns) heading.push_back(column.name);
  sheet.repeat_rows = {writer.next(), writer.next()};
  const int size = sheets::size_for(shares, sheet.landscape);
  writer.row(heading, sheets::sized(sheets::label_style(), size));
  sheet.freeze_rows = writer.next();
  for (const std::vector<std::string>& row : shown.rows) writer.row(row, sheets::sized(sheets::text_style(), size));
  writer.across(text.note, sheets::remark_style(), sheets::line_height);
  sheets::Workbook workbook;
  workbook.sheets.push_back(std::move(sheet));
  workbook.title = text.title;
  workbook.author = text.organ;
  workbook.created_seconds = text.created_seconds;
  return workbook;
}

}  // namespace anjuan::publication
