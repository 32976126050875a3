#pragma once
// A guide's commands, run as a reader would run them: in a folder that looks like the project, with
// the program that was built. Blocks of a guide hold "$ command" lines, each followed by what it
// prints; …… stands for anything left out.

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace anjuan::guides {

namespace fs = std::filesystem;

inline std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

inline bool is_accepting() { return std::getenv("ANJUAN_ACCEPT") != nullptr; }

struct Ran {
  int status = 0;
  std::string out;  ///< standard output and standard error as a terminal shows them
};

/// A folder with the project's definitions and examples, and an own build folder.
class Walk {
 public:
  explicit Walk(const std::string& name) : root_(fs::path(ANJUAN_BINARY_DIR) / "test-guides" / name) {
    fs::remove_all(root_);
    fs::create_directories(root_ / "build");
    for (const char* folder : {"examples", "workflows", "forms", "templates"}) {
      fs::copy(fs::path(ANJUAN_SOURCE_DIR) / folder, root_ / folder, fs::copy_options::recursive);
    }
    fs::create_symlink(fs::path(ANJUAN_BINARY_DIR) / "anjuan", root_ / "build/anjuan");
  }

  static bool has_program() { return fs::exists(fs::path(ANJUAN_BINARY_DIR) / "anjuan"); }
  const fs::path& root() const { return root_; }

  Ran run(const std::string& command) const {
    Ran ran;
    const std::string line =
        "cd '" + root_.string() + "' && unset ANJUAN_OFFICE && { " + command + "; } 2>&1";
    FILE* pipe = popen(line.c_str(), "r");
    if (pipe == nullptr) return {-1, "cannot run"};
    char buffer[4096];
    for (std::size_t n; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) ran.out.append(buffer, n);
    const int status = pclose(pipe);
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ran;
  }

 private:
  fs::path root_;
};

/// Whether a printed line is what the guide shows; …… within it stands for anything.
inline bool line_fits(std::string_view shown, std::string_view printed) {
  static constexpr std::string_view gap = "……";
  const auto at = shown.find(gap);
  if (at == std::string_view::npos || shown == printed) return shown == printed;
  if (!printed.starts_with(shown.substr(0, at))) return false;
  for (std::size_t from = at; from <= printed.size(); ++from) {
    if (line_fits(shown.substr(at + gap.size()), printed.substr(from))) return true;
  }
  return false;
}

/// Whether the printed lines are those shown; a line …… stands for any number of lines.
inline bool lines_fit(const std::vector<std::string>& shown, std::size_t s,
                      const std::vector<std::string>& printed, std::size_t p) {
  if (s == shown.size()) return p == printed.size();
  if (shown[s] == "……") {
    for (std::size_t skipped = p; skipped <= printed.size(); ++skipped) {
      if (lines_fit(shown, s + 1, printed, skipped)) return true;
    }
    return false;
  }
  return p < printed.size() && line_fits(shown[s], printed[p]) && lines_fit(shown, s + 1, printed, p + 1);
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines = split(text, '\n');
  if (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

/// Runs every "$ " command of the guide, in order, and compares what is printed. Accepting writes what
/// is printed now into the guide where nothing was left out on purpose. `within`: the folder that its reader works in.
inline void follow(const Walk& walk, const std::string& guide, const std::string& within = ".") {
  const fs::path file = fs::path(ANJUAN_SOURCE_DIR) / guide;
  const std::vector<std::string> lines = lines_of(read_file(file));
  std::string written;
  bool changed = false;
  for (std::size_t i = 0; i < lines.size();) {
    written += lines[i] + "\n";
    if (!lines[i].starts_with("$ ")) {
      ++i;
      continue;
    }
    const std::string command = lines[i].substr(2);
    std::vector<std::string> shown;
    for (++i; i < lines.size() && !lines[i].starts_with("$ ") && !lines[i].starts_with("```"); ++i)
      shown.push_back(lines[i]);
    const Ran ran = walk.run("cd '" + within + "' && " + command);
    EXPECT_TRUE(ran.status >= 0 && ran.status <= 1) << guide << ": " << command << "\n" << ran.out;
    const std::vector<std::string> printed = lines_of(ran.out);
    const bool fits = lines_fit(shown, 0, printed, 0);
    const bool shortened = join(shown, "\n").find("……") != std::string::npos;
    if (!fits && is_accepting() && !shortened)
      changed = true;
    else
      EXPECT_TRUE(fits) << guide << ": " << command << "\n-- shown --\n"
                        << join(shown, "\n") << "\n-- printed --\n"
                        << ran.out;
    for (const std::string& line : !fits && is_accepting() && !shortened ? printed : shown)
      written += line + "\n";
  }
  if (changed) std::ofstream(file, std::ios::binary) << written;
}

}  // namespace anjuan::guides
