// The example for witnesses: its files hold, and each command in its text gives what it says.

#include <cstdio>
#include <cstdlib>

#include "draw/support.h"

namespace anjuan::draw {
namespace {

const std::filesystem::path example = ANJUAN_SOURCE_DIR "/examples/02-draw";

std::string output_of(const std::string& command) {
  const std::filesystem::path out = std::filesystem::path(ANJUAN_BINARY_DIR) / "draw-example.txt";
  const std::string whole = "cd '" + example.string() + "' && { " + command + "; } > '" + out.string() + "'";
  EXPECT_EQ(std::system(whole.c_str()), 0) << command;
  return read_file(out);
}

TEST(Example, Verifies) {
  DrawFiles files{read_file(example / "list.txt"), read_file(example / "seed.txt"), std::nullopt};
  EXPECT_TRUE(verify_files(files, read_file(example / "result.txt")).empty());
  files.events = read_file(example / "events.txt");
  EXPECT_TRUE(verify_files(files, read_file(example / "result-after-events.txt")).empty());
}

TEST(Example, TellsTheWitnessWhatTheCommandsPrint) {
  std::istringstream text(read_file(example / "README.md"));
  int commands = 0;
  for (std::string line; std::getline(text, line);) {
    if (!line.starts_with("$ sha256sum") && !line.starts_with("$ printf")) continue;
    std::string expected;
    std::getline(text, expected);
    EXPECT_EQ(output_of(line.substr(2)), expected + "\n") << line;
    ++commands;
  }
  EXPECT_EQ(commands, 10);
}

TEST(Example, CitesDigestsThatStandInItsFiles) {
  const std::string readme = read_file(example / "README.md"), list = read_file(example / "list.txt"),
                    result = read_file(example / "result.txt");
  for (const char* start : {"2202b5f5", "1c794440"}) {
    EXPECT_NE(list.find(start), std::string::npos);
    EXPECT_NE(readme.find(start), std::string::npos);
  }
  EXPECT_NE(result.find("520ef784"), std::string::npos);
  EXPECT_NE(result.find("CY002:c"), std::string::npos);
}

}  // namespace
}  // namespace anjuan::draw
