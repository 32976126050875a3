// How high a row must be for a text. Spreadsheet programs do not fit merged cells by themselves, and
// differ a little in where they break lines, so the estimate errs to the high side.

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "sheets/sheets.h"

namespace anjuan::sheets {

namespace {
// A column width counts characters of the workbook's 11-point face, 7 pixels each at 96 dpi; a
// Chinese character of size s points is s * 96 / 72 pixels wide. Some 4 pixels are lost to padding.
constexpr double pixels_per_unit = 7.0;
constexpr double pixels_per_point = 96.0 / 72.0;
constexpr double safety = 0.92;
constexpr double line_factor = 1.45;
}  // namespace

double height_of(std::string_view text, double column_width, int size_tenths) {
  const double size = size_tenths / 10.0;
  const double half_character = size * pixels_per_point / 2;
  const int room = std::max(2, static_cast<int>(column_width * pixels_per_unit * safety / half_character));
  int lines = 0;
  for (const std::string& paragraph : split(text, '\n')) {
    lines += std::max(1, (display_width(paragraph) + room - 1) / room);
  }
  return std::ceil(lines * size * line_factor + 4);
}

}  // namespace anjuan::sheets
