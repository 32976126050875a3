// How columns and rows fit the page. A column width counts digits of the face that write_xlsx.cpp measures
// in, of 7 pixels each at 96 dpi, and 5 pixels of padding come on top of it (ECMA-376 part 1, 18.3.1.13). All
// reckoning is in whole thousandths of a point; programs differ a little in where they break lines, so
// what is estimated errs to the high side.

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "base/text.h"
#include "sheets/page.h"
#include "sheets/style.h"

namespace anjuan::sheets {

namespace {

constexpr std::int64_t thousandths_per_pixel = 750, pixels_per_unit = 7, padding_pixels = 5;
constexpr std::int64_t surely_filled = 960;     // of 1000 of a column: some programs measure it narrower
constexpr std::int64_t most_fill = 985;         // of 1000: a page is never filled to its last hair
constexpr std::int64_t lost_to_padding = 2000;  // within a cell, besides the pixels above
constexpr std::int64_t narrow_share = 640;      // of 1000 of the size: Latin letters of the widest faces
constexpr std::int64_t line_share = 1450;       // of 1000 of the size: the tallest faces
constexpr double page_differs = 8;  // points that some programs give to the lines at top and bottom
constexpr std::int64_t padding_of_row = 2500;

std::int64_t thousandths_of(double millimetres) {
  return static_cast<std::int64_t>(millimetres * 72000 / 25.4);
}

/// Between the margins.
std::int64_t across(bool landscape) {
  return thousandths_of((landscape ? paper_long_mm : paper_short_mm) - 2 * side_margin_mm);
}

bool is_narrow(char32_t c) { return c < 0x2E80 && (c < 0x2000 || c > 0x2BFF); }

bool may_not_begin_a_line(char32_t c) {
  static constexpr std::u32string_view closing = U"，。、；：？！）》〉」』】〕〗”’…—～％";
  return closing.find(c) != std::u32string_view::npos;
}
bool may_not_end_a_line(char32_t c) {
  static constexpr std::u32string_view opening = U"（《〈「『【〔〖“‘";
  return opening.find(c) != std::u32string_view::npos;
}

/// Whether a line may end between the two characters, in programs that keep to the Chinese rules.
bool may_break(char32_t before, char32_t after) {
  if (before == U' ') return true;
  if (may_not_end_a_line(before) || may_not_begin_a_line(after)) return false;
  // Letters and digits stay with the brackets beside them (Unicode line breaking, rule 30).
  if ((is_narrow(before) && may_not_end_a_line(after)) || (may_not_begin_a_line(before) && is_narrow(after)))
    return false;
  return !is_narrow(before) || !is_narrow(after);
}

/// Lines that a paragraph takes in `room`.
std::int64_t lines_of(const std::u32string& paragraph, std::int64_t room, std::int64_t size) {
  std::int64_t lines = 1, line = 0;
  for (std::size_t from = 0, to = 0; from < paragraph.size(); from = to) {
    std::int64_t piece = 0;
    do {
      piece += is_narrow(paragraph[to]) ? size * narrow_share / 1000 : size;
      ++to;
    } while (to < paragraph.size() && !may_break(paragraph[to - 1], paragraph[to]));
    if (line + piece <= room) {
      line += piece;
      continue;
    }
    if (line > 0) ++lines;
    lines += piece > room ? piece / room : 0;  // a piece longer than a line is cut anywhere
    line = piece > room ? piece % room : piece;
  }
  return lines;
}

}  // namespace

double height_of(std::string_view text, double column_width, int size_tenths) {
  const std::int64_t size = std::int64_t{size_tenths} * 100;
  const auto pixels = static_cast<std::int64_t>(column_width * static_cast<double>(pixels_per_unit));
  const std::int64_t room =
      std::max(pixels * thousandths_per_pixel * surely_filled / 1000 - lost_to_padding, size);
  std::int64_t lines = 0;
  for (const std::string& paragraph : split(text, '\n')) lines += lines_of(to_u32(paragraph), room, size);
  return whole_pixels(static_cast<double>(lines * size * line_share / 1000 + padding_of_row) / 1000.0);
}

double whole_pixels(double points) {
  const auto thousandths = static_cast<std::int64_t>(points * 1000 + 0.5);
  const std::int64_t pixels = (thousandths + thousandths_per_pixel - 1) / thousandths_per_pixel;
  return static_cast<double>(pixels * thousandths_per_pixel) / 1000.0;
}

std::vector<double> fill_page(const std::vector<int>& shares, bool landscape) {
  const std::int64_t total = std::max(std::accumulate(shares.begin(), shares.end(), 0), 1);
  const std::int64_t pixels = across(landscape) * most_fill / 1000 / thousandths_per_pixel;
  const std::int64_t free =
      std::max<std::int64_t>(pixels - padding_pixels * static_cast<std::int64_t>(shares.size()), 0);
  std::vector<double> widths;
  for (const int share : shares) {
    const std::int64_t units = free * share * 100 / total / pixels_per_unit;  // hundredths
    widths.push_back(static_cast<double>(std::max<std::int64_t>(units, 100)) / 100.0);
  }
  return widths;
}

int size_for(const std::vector<int>& shares, bool landscape) {
  constexpr std::int64_t half_point = 500;
  const std::int64_t total = std::max(std::accumulate(shares.begin(), shares.end(), 0), 1);
  const std::int64_t size = 2 * across(landscape) * most_fill / 1000 / total;
  const std::int64_t rounded = (size + half_point / 2) / half_point * half_point / 100;  // tenths
  return static_cast<int>(std::clamp<std::int64_t>(rounded, least_size, most_size));
}

double page_height(bool landscape) {
  const double paper = landscape ? paper_short_mm : paper_long_mm;
  return static_cast<double>(thousandths_of(paper - top_margin_mm - bottom_margin_mm)) / 1000.0;
}

namespace {

using Heights = std::map<std::uint32_t, double>;

/// Whether pages of this height would end within the rows from `tail` on, or just before them.
bool is_torn(const Heights& heights, std::uint32_t tail, double repeated, double page) {
  double used = 0;
  for (const auto& [row, height] : heights) {
    if (used + height > page) {
      if (row >= tail) return true;
      used = repeated;
    }
    used += height;
  }
  return false;
}

}  // namespace

std::vector<std::uint32_t> keep_together(const Heights& heights, std::uint32_t tail, double repeated,
                                         double page) {
  const auto kept = tail > 0 ? heights.find(tail - 1) : heights.end();
  if (kept == heights.end()) return {};
  const double needed =
      std::accumulate(kept, heights.end(), 0.0, [](double sum, const auto& row) { return sum + row.second; });
  const double least = page - page_differs;
  if (repeated + needed > least) return {};
  const bool torn = is_torn(heights, tail, repeated, page) || is_torn(heights, tail, repeated, least);
  return torn ? std::vector<std::uint32_t>{tail - 1} : std::vector<std::uint32_t>{};
}

}  // namespace anjuan::sheets
