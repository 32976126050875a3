// Files and functions stay small enough to be read at one sitting. The lists of exceptions may only
// shrink: an entry that is no longer needed fails the test too.

#include <gtest/gtest.h>

#include "architecture/sources.h"

namespace anjuan::architecture {
namespace {

constexpr int most_lines_of_file = 600;
constexpr int most_lines_of_function = 60;
const std::set<std::string> long_files = {};
const std::set<std::string> long_functions = {};

struct Function {
  std::string name;
  int line = 0, length = 0;
};

/// The word before the first bracket: "Outcome Scanner::scan(int n) const" gives "Scanner::scan".
std::string name_in(const std::string& head) {
  const auto bracket = head.find('(');
  const auto from = head.find_last_of(" \n\t*&", head.find_last_not_of(" \n\t", bracket - 1));
  return std::string(trim(head.substr(from + 1, bracket - from - 1)));
}

/// Whether the text before a '{' is the head of a function: it has a parameter list and does not
/// announce a value.
bool is_function_head(std::string_view head) {
  const std::string_view text = trim(head);
  return text.find('(') != std::string_view::npos && !text.ends_with('=') && !text.ends_with(',') &&
         !text.ends_with('(');
}

/// The functions of a source, by counting braces in its code.
std::vector<Function> functions(const std::string& source) {
  const std::string code = take_apart(source).code;
  std::vector<Function> out;
  std::size_t head = 0;
  int depth = 0, line = 1, inside = -1;  // inside: depth of the function being read
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '\n') ++line;
    if (c == '{') {
      if (inside < 0 && is_function_head(std::string_view(code).substr(head, i - head))) {
        inside = depth;
        const auto first = code.find_first_not_of(" \n\t", head);
        const auto ends = std::count(code.begin() + static_cast<std::ptrdiff_t>(first),
                                     code.begin() + static_cast<std::ptrdiff_t>(i), '\n');
        out.push_back({name_in(code.substr(head, i - head)), line - static_cast<int>(ends), 0});
      }
      ++depth;
    }
    if (c == '}' && --depth == inside) {
      out.back().length = line - out.back().line + 1;
      inside = -1;
    }
    if (inside < 0 && (c == ';' || c == '{' || c == '}')) head = i + 1;
    if (inside < 0 && c == '\n' && trim(std::string_view(code).substr(head, i - head)).starts_with("#"))
      head = i + 1;
  }
  return out;
}

TEST(Functions, AreCountedFromHeadToClosingBrace) {
  const auto found = functions(
      "#include \"a(b)\"\nnamespace n {\nstruct S {\n  int f() const { return 1; }\n};\n"
      "constexpr int table[] = {1, 2};\nint\ng(int x) {\n  if (x) {\n  }\n  return '{';\n}\nS::S() : a_(1) "
      "{\n}\n}\n");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].name, "f");
  EXPECT_EQ(found[0].length, 1);
  EXPECT_EQ(found[1].name, "g");
  EXPECT_EQ(found[1].line, 7);
  EXPECT_EQ(found[1].length, 6);
  EXPECT_EQ(found[2].name, "S::S");
}

TEST(Functions, AreAtMostSixtyLines) {
  std::vector<std::string> found;
  std::set<std::string> needed;
  for (const fs::path& file : engine_sources()) {
    for (const Function& f : functions(read(file))) {
      if (f.length <= most_lines_of_function) continue;
      const std::string entry = shown(file) + " " + f.name;
      needed.insert(entry);
      if (!long_functions.contains(entry)) {
        found.push_back(shown(file) + ":" + std::to_string(f.line) + ": " + f.name + " has " +
                        std::to_string(f.length) + " lines");
      }
    }
  }
  EXPECT_TRUE(found.empty()) << lines(found);
  for (const std::string& entry : long_functions)
    EXPECT_TRUE(needed.contains(entry)) << entry << " is short now: take it off the list";
}

TEST(Files, AreAtMostSixHundredLines) {
  std::vector<fs::path> files = engine_sources();
  for (const fs::path& file : files_below(root / "tests", {".h", ".cpp"})) files.push_back(file);
  for (const fs::path& file : files) {
    const std::string text = read(file);
    const bool is_long = std::count(text.begin(), text.end(), '\n') > most_lines_of_file;
    EXPECT_EQ(is_long, long_files.contains(shown(file)))
        << shown(file) << " is longer than " << most_lines_of_file << " lines";
  }
}

TEST(Goldens, AreSmallEnoughToBeRead) {
  for (const fs::path& file : files_below(root / "tests", {})) {
    if (shown(file).find("/golden/") == std::string::npos) continue;
    EXPECT_LE(fs::file_size(file), 40u * 1024) << shown(file);
  }
}

}  // namespace
}  // namespace anjuan::architecture
