#include "cli/columns.h"

#include <algorithm>

#include "base/text.h"

namespace anjuan::cli {
namespace {

/// Punctuation that must not begin a line.
bool hangs(char32_t c) { return std::u32string_view(U"，。；：、！？）》」』〉】”’,.;:!?)").find(c) != std::u32string_view::npos; }

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
  for (const char32_t c : to_u32(text)) {
    if (c == U'\n') {
      out += "\n" + std::string(indent);
      used = 0;
      continue;
    }
    const std::string one = to_utf8(c);
    const int wide = display_width(one);
    if (used + wide > width && !hangs(c)) {
      out += "\n" + std::string(indent);
      used = 0;
    }
    out += one;
    used += wide;
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
