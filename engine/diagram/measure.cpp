// Widths of text.

#include "diagram/measure.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace anjuan::diagram {

namespace {

/// Thousandths of the size for U+0020 to U+007E: the widest of DejaVu Sans, Noto Sans CJK, Arial.
constexpr std::array<std::int16_t, 95> latin{
    320, 401, 460, 838, 636, 950, 780, 278, 390, 390, 500, 838, 320, 361,  320, 340, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556, 1015, 684, 686, 722, 770, 667,
    611, 778, 752, 295, 535, 667, 557, 863, 748, 787, 667, 787, 722, 667,  611, 732, 684, 989, 685,
    667, 685, 390, 340, 390, 838, 556, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 340, 636, 838};

constexpr std::u32string_view closing = U"，。、；：？！）》」』”’】〕…,.;:?!)]}%";
constexpr std::u32string_view opening = U"（《「『“‘【〔([{";

int width_of(char32_t c, int size, bool bold) {
  int thousandths = 1000;
  if (c >= 0x20 && c < 0x7F) {
    thousandths = latin[c - 0x20];
    if (bold) thousandths = thousandths * 115 / 100;
  } else if (c > 0xFFFF) {
    thousandths = 1400;
  }
  return (thousandths * size + 999) / 1000;
}

bool within_word(char32_t c) { return c < 0x80 && c > 0x20; }
bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// Whether a line may end before `next`.
bool may_break(char32_t last, char32_t next) {
  if (is_one_of(next, closing) || is_one_of(last, opening)) return false;
  return !(within_word(last) && within_word(next));
}

int width_of(std::u32string_view text, int size, bool bold) {
  int width = 0;
  for (char32_t c : text) width += width_of(c, size, bold);
  return width;
}

/// How many characters of `rest` stand on a line of the width; at least one.
std::size_t fitting(std::u32string_view rest, int size, int width, bool bold) {
  std::size_t end = 0;
  for (int used = 0; end < rest.size(); ++end) {
    used += width_of(rest[end], size, bold);
    if (used > width) break;
  }
  if (end == rest.size()) return end;
  std::size_t at = end;
  while (at > 0 && !may_break(rest[at - 1], rest[at])) --at;
  if (at == 0) at = end;
  return std::max<std::size_t>(at, 1);
}

}  // namespace

int text_width(std::string_view text, int size, bool bold) { return width_of(to_u32(text), size, bold); }

std::string shortened(std::string_view text, std::size_t characters) {
  const std::u32string all = to_u32(text);
  if (all.size() <= characters) return std::string(text);
  return to_utf8(std::u32string_view(all).substr(0, characters - 1)) + "…";
}

std::vector<std::string> broken(std::string_view text, int size, int width, int most, bool bold) {
  const std::u32string all = to_u32(collapse_space(text));
  std::u32string_view rest = all;
  std::vector<std::string> lines;
  while (!rest.empty()) {
    std::size_t end = fitting(rest, size, width, bold);
    if (static_cast<int>(lines.size()) + 1 == most && end < rest.size()) {
      std::u32string last(rest.substr(0, end));
      while (!last.empty() && width_of(last + U"…", size, bold) > width) last.pop_back();
      lines.push_back(to_utf8(last + U"…"));
      return lines;
    }
    std::u32string_view line = rest.substr(0, end);
    while (!line.empty() && line.back() == U' ') line.remove_suffix(1);
    lines.push_back(to_utf8(line));
    while (end < rest.size() && rest[end] == U' ') ++end;
    rest.remove_prefix(end);
  }
  return lines;
}

}  // namespace anjuan::diagram
