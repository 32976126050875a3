// The project's own files as the architecture tests read them.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace anjuan::architecture {

namespace fs = std::filesystem;

inline const fs::path root = ANJUAN_SOURCE_DIR;

inline std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Path as messages print it: from the project's folder.
inline std::string shown(const fs::path& path) { return fs::relative(path, root).generic_string(); }

/// All regular files below a folder whose names end so, sorted. Build folders and hidden ones are left out.
inline std::vector<fs::path> files_below(const fs::path& folder, const std::set<std::string>& endings) {
  std::vector<fs::path> out;
  if (!fs::exists(folder)) return out;
  for (auto it = fs::recursive_directory_iterator(folder); it != fs::recursive_directory_iterator(); ++it) {
    const std::string name = it->path().filename().string();
    const bool built = folder == root && (name == "build" || name.starts_with("build-"));
    if (it->is_directory() && (name == ".git" || name == "__pycache__" || built))
      it.disable_recursion_pending();
    if (!it->is_regular_file()) continue;
    if (endings.empty() || endings.contains(it->path().extension().string())) out.push_back(it->path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

inline std::vector<fs::path> engine_sources() { return files_below(root / "engine", {".h", ".cpp"}); }

/// A line of engine/layers.txt.
struct Layer {
  std::string module;
  std::vector<std::string> below, foreign;
};

inline std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> out;
  const std::string clean = collapse_space(text);
  if (!clean.empty()) out = split(clean, ' ');
  return out;
}

inline std::vector<Layer> parse_layers(const std::string& text) {
  std::vector<Layer> out;
  for (const std::string& line : split(text, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    const auto colon = line.find(':'), bar = line.find('|');
    Layer layer{std::string(trim(line.substr(0, colon))), {}, {}};
    layer.below = words(line.substr(colon + 1, bar == std::string::npos ? bar : bar - colon - 1));
    if (bar != std::string::npos) layer.foreign = words(line.substr(bar + 1));
    out.push_back(layer);
  }
  return out;
}

/// A string literal of a C++ source, escapes left as they stand.
struct Literal {
  std::string text;
  int line = 0;
};

/// A C++ source taken apart: `code` has comments and the insides of literals blanked, line for line.
struct Taken {
  std::string code;
  std::vector<Literal> literals;
};

/// Where the literal that begins at `at` (on its quote) ends: the index of the closing quote.
inline std::size_t end_of_literal(std::string_view s, std::size_t at) {
  if (s[at] == '"' && at > 0 && s[at - 1] == 'R') {
    const auto open = s.find('(', at);
    const std::string close = ")" + std::string(s.substr(at + 1, open - at - 1)) + "\"";
    const auto end = s.find(close, open);
    return end == std::string_view::npos ? s.size() - 1 : end + close.size() - 1;
  }
  std::size_t i = at + 1;
  while (i < s.size() && s[i] != s[at]) i += s[i] == '\\' ? 2 : 1;
  return std::min(i, s.size() - 1);
}

/// 1'000: a quote between digits; U'x' begins a literal.
inline bool separates_digits(std::string_view s, std::size_t at) {
  return at > 0 && isxdigit(static_cast<unsigned char>(s[at - 1])) && at + 1 < s.size() &&
         isxdigit(static_cast<unsigned char>(s[at + 1]));
}

inline Taken take_apart(std::string_view s) {
  Taken out{std::string(s), {}};
  const auto blank = [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to && i < s.size(); ++i) {
      if (s[i] != '\n') out.code[i] = ' ';
    }
  };
  int line = 1;
  for (std::size_t i = 0; i < s.size(); ++i) {
    std::size_t end = i;
    if (s.substr(i).starts_with("//")) {
      end = std::min(s.find('\n', i), s.size()) - 1;
      blank(i, end + 1);
    } else if (s.substr(i).starts_with("/*")) {
      end = std::min(s.find("*/", i), s.size() - 2) + 1;
      blank(i, end + 1);
    } else if (s[i] == '"' || (s[i] == '\'' && !separates_digits(s, i))) {
      end = end_of_literal(s, i);
      if (s[i] == '"') out.literals.push_back({std::string(s.substr(i + 1, end - i - 1)), line});
      blank(i + 1, end);
    }
    line += static_cast<int>(std::count(s.begin() + static_cast<std::ptrdiff_t>(i),
                                        s.begin() + static_cast<std::ptrdiff_t>(end) + 1, '\n'));
    i = end;
  }
  return out;
}

struct Include {
  std::string name;
  bool own = false;  ///< in quotes
  int line = 0;
};

inline std::vector<Include> includes(const std::string& text) {
  std::vector<Include> out;
  int number = 0;
  for (const std::string& line : split(text, '\n')) {
    ++number;
    const std::string_view rest = trim(line);
    if (!rest.starts_with("#include ")) continue;
    const std::string_view name = trim(rest.substr(9));
    const char close = name.starts_with('"') ? '"' : '>';
    out.push_back({std::string(name.substr(1, name.find(close, 1) - 1)), close == '"', number});
  }
  return out;
}

/// All lines joined, for messages of failed expectations.
inline std::string lines(const std::vector<std::string>& found) {
  std::string out;
  for (const std::string& line : found) out += line + "\n";
  return out;
}

}  // namespace anjuan::architecture
