#pragma once
// Runs one command as a person would, and keeps what it printed.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cli/command.h"

namespace anjuan::cli {

struct Ran {
  int status = 0;
  std::string out, err;
};

/// Whether the words are in what it printed.
inline bool says(const Ran& got, const std::string& words) { return got.out.find(words) != std::string::npos; }

/// `words`: the command line without the command's own name. `office`: the folder of --office.
inline Ran ran(const Command& command, const std::vector<std::string>& words, Language language = Language::chinese,
               const std::string& office = ".") {
  std::ostringstream out, err;
  const std::string fonts = std::filesystem::exists(ANJUAN_BINARY_DIR "/fonts") ? ANJUAN_BINARY_DIR "/fonts" : ANJUAN_SOURCE_DIR "/build/fonts";
  Terminal terminal{out, err, language, false, "clerk", *parse_moment("2026-09-10T09:30:00+08:00"), office, fonts};
  const auto line = parse_options(command.rules, words);
  if (!line.ok()) {
    const int status = report(terminal, line.diagnostics());
    return {status == status_done ? status : status_usage, out.str(), err.str()};
  }
  const int status = command.run(terminal, *line);
  return {status, out.str(), err.str()};
}

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// An empty folder of this test's own.
inline std::filesystem::path fresh_folder(const std::string& name) {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / (std::string("anjuan-") + test->test_suite_name() + "-" + test->name() + "-" + name);
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

inline std::string write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

}  // namespace anjuan::cli
