// Nothing of the machine on which a file was made stays in it: no path, no host, no key.

#include <gtest/gtest.h>

#include "architecture/sources.h"

namespace anjuan::architecture {
namespace {

/// Put together from pieces, so that this file does not find itself.
std::vector<std::string> traces() {
  const std::string slash = "/";
  std::vector<std::string> out;
  for (const char* folder : {"work", "root", "home", "Users", "workspace"})
    out.push_back(slash + folder + slash);
  for (const char* host : {"debian.org", "pypi.org", "npmjs.org", "npmjs.com", "crates.io", "golang.org",
                           "ghcr.io", "docker.io", "localhost", "127.0.0"}) {
    const std::string name = host;
    out.push_back(name.substr(0, 3) + name.substr(3));
  }
  out.push_back(std::string("PRIVATE") + " KEY-----");
  return out;
}

bool is_text(const std::string& content) {
  return content.find('\0') == std::string::npos && !find_invalid_utf8(content);
}

TEST(Files, TellNothingOfTheMachine) {
  std::vector<std::string> found;
  for (const fs::path& file : files_below(root, {})) {
    if (file.filename() == "leaks_test.cpp") continue;
    const std::string text = read(file);
    if (!is_text(text)) continue;
    int number = 0;
    for (const std::string& line : split(text, '\n')) {
      ++number;
      for (const std::string& trace : traces()) {
        if (line.find(trace) != std::string::npos)
          found.push_back(shown(file) + ":" + std::to_string(number) + ": " + trace);
      }
    }
  }
  EXPECT_TRUE(found.empty()) << lines(found);
}

TEST(Files, LeaveNothingUnfinished) {
  std::vector<std::string> found;
  const std::vector<std::string> marks = {std::string("TO") + "DO", std::string("FIX") + "ME",
                                          std::string("XX") + "X:", std::string("HA") + "CK"};
  for (const fs::path& file : files_below(root, {".h", ".cpp", ".xml", ".md", ".sh", ".txt", ".cmake"})) {
    const std::string text = read(file);
    for (const std::string& mark : marks) {
      if (text.find(mark) != std::string::npos) found.push_back(shown(file) + ": " + mark);
    }
  }
  EXPECT_TRUE(found.empty()) << lines(found);
}

TEST(Files, AreSmallAndEndInALineFeed) {
  for (const fs::path& file : files_below(root, {".h", ".cpp", ".xml", ".md", ".sh", ".cmake"})) {
    const std::string text = read(file);
    EXPECT_TRUE(text.ends_with('\n')) << shown(file);
    EXPECT_EQ(text.find("\r\n"), std::string::npos) << shown(file);
  }
}

}  // namespace
}  // namespace anjuan::architecture
