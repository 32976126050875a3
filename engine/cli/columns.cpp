#include "cli/columns.h"

#include <algorithm>

#include "base/text.h"

namespace anjuan::cli {
namespace {

/// Punctuation that must not begin a line.
bool hangs(char32_t c) { return std::u32string_view(U"，。；：、！？）》」』〉】”’,.;:!?)").find(c) != std::u32string_view::npos; }

/// Punctuation that must not end a line.
bool opens(char32_t c) { return std::u32string_view(U"（《「『〈【“‘([{").find(c) != std::u32string_view::npos; }

bool is_of_a_word(char32_t c) { return c > U' ' && c < 0x2000; }

/// What is kept on one line: a word or one wide character, with what opens before it and closes behind it.
std::size_t end_of_unit(const std::u32string& signs, std::size_t at) {
  while (at + 1 < signs.size() && opens(signs[at])) ++at;
  const bool word = is_of_a_word(signs[at]);
  ++at;
  while (word && at < signs.size() && is_of_a_word(signs[at]) && !opens(signs[at])) ++at;
  while (at < signs.size() && hangs(signs[at])) ++at;
  return at;
}

}  // namespace

std::string padded(std::string_view text, int width) {
  return std::string(text) + std::string(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
}

std::string in_columns(const std::vector<std::vector<std::string>>& rows, std::string_view indent) {
  std::vector<int> widths;
  for (const auto& row : rows) {
    if (widths.size() < row.size()) widths.resize(row.size(), 0);
    for (std::size_t i = 0; i + 1 < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  std::string out;
  for (const auto& row : rows) {
    std::string line(indent);
    for (std::size_t i = 0; i < row.size(); ++i) line += i + 1 < row.size() ? padded(row[i], widths[i] + 2) : row[i];
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

std::string wrapped(std::string_view text, int width, std::string_view indent) {
  std::string out;
  int used = 0;
  const auto begin_line = [&] {
    out.erase(out.find_last_not_of(' ') + 1);
    out += "\n" + std::string(indent);
    used = 0;
  };
  const std::u32string signs = to_u32(text);
  for (std::size_t at = 0; at < signs.size();) {
    if (signs[at] == U'\n') {
      begin_line();
      ++at;
      continue;
    }
    const std::size_t end = end_of_unit(signs, at);
    std::size_t core = end;  // closing punctuation may stand beyond the line
    while (core > at + 1 && hangs(signs[core - 1])) --core;
    const int wide = display_width(to_utf8(signs.substr(at, core - at)));
    if (used > 0 && used + wide > width && signs[at] != U' ') begin_line();
    for (; at < end; ++at) {  // a unit wider than a whole line is broken anywhere
      const int one = display_width(to_utf8(signs[at]));
      if (used > 0 && used + one > width && at < core && signs[at] != U' ') begin_line();
      out += to_utf8(signs[at]);
      used += one;
    }
  }
  return out;
}

std::string shortened(std::string_view text, int width) {
  const std::string line = replace_all(std::string(text), "\n", " ");
  if (display_width(line) <= width) return line;
  const std::string ellipsis = "……";
  std::string out;
  for (const char32_t c : to_u32(line)) {
    const std::string one = to_utf8(c);
    if (display_width(out) + display_width(one) > width - display_width(ellipsis)) break;
    out += one;
  }
  return out + ellipsis;
}

}  // namespace anjuan::cli
