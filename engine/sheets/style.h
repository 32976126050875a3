#pragma once
// One family of styles for every sheet that leaves the office, and how a sheet fills its A4 page: the
// widths of its columns, the heights of its rows, the lines at the top and the bottom of each page.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sheets/workbook.h"

namespace anjuan::sheets {

CellStyle title_style();                                        ///< 表名, across the sheet, without borders
CellStyle label_style();                                        ///< 栏名 and 表头
CellStyle text_style(HorizontalAlign = HorizontalAlign::left);  ///< printed, not to be changed
CellStyle entry_style(HorizontalAlign = HorizontalAlign::left,
                      NumberFormat = NumberFormat::text);         ///< to be filled
CellStyle remark_style(HorizontalAlign = HorizontalAlign::left);  ///< beside the table, without borders
CellStyle mark_style();                                           ///< small print at the end

CellStyle sized(CellStyle, int size_tenths);  ///< the same in another size

inline constexpr int screen_zoom = 130;  ///< percent, for the small print of a full page
inline constexpr double title_height = 33, label_height = 24, line_height = 18;  ///< points

/// Column widths in the proportion of `shares` that fill the width of an A4 page between its margins, so
/// that it is printed at its full size.
std::vector<double> fill_page(const std::vector<int>& shares, bool landscape);

/// The size in tenths of a point, between 六号 (7.5) and 五号 (10.5), at which a Chinese character is as wide
/// as two units of the shares, so that widths given in characters hold them.
int size_for(const std::vector<int>& shares, bool landscape);

inline constexpr int least_size = 75, most_size = 105;

/// Height in points between the margins of a page.
double page_height(bool landscape);

/// Row height in points at which `text`, wrapped in a column `column_width` wide and set in
/// `size_tenths`, is shown and printed whole, with the faces of Windows and with the wider ones that
/// stand in for them elsewhere.
double height_of(std::string_view text, double column_width, int size_tenths);

/// The next height of whole pixels (0.75 points), to which programs round the rows of a sheet.
double whole_pixels(double points);

/// Rows at which a page begins, when pages hold `page` points, each printing `repeated` points of heading
/// anew, and the rows from `tail` on are to stand on one page: the row before which to break, so that the
/// tail is neither split nor left alone; nothing where no break is needed, or the tail is longer than a page.
std::vector<std::uint32_t> keep_together(const std::map<std::uint32_t, double>& heights, std::uint32_t tail,
                                         double repeated, double page);

/// A line at the top or bottom of each page: parts for left, centre and right, with {page} and {pages};
/// everything else is taken as written.
std::string page_line(std::string_view left, std::string_view centre, std::string_view right);

}  // namespace anjuan::sheets
