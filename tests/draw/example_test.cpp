// The example for witnesses: its files hold, and each command in its text gives what it says.

#include <cstdio>
#include <algorithm>
#include <cstdlib>
#include <set>

#include "base/text.h"
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

/// Runs the `$` lines that need no program of ours; each prints what stands below it. How many there were.
int follow(const std::string& guide) {
  const std::vector<std::string> lines = split(read_file(example / guide), '\n');
  int commands = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].starts_with("$ ") || lines[i].find("anjuan draw") != std::string::npos) continue;
    std::string expected;
    for (std::size_t j = i + 1; j < lines.size() && lines[j] != "```" && !lines[j].starts_with("$ "); ++j) expected += lines[j] + "\n";
    EXPECT_EQ(output_of(lines[i].substr(2)), expected) << guide << ": " << lines[i];
    ++commands;
  }
  return commands;
}

TEST(Example, TellsTheWitnessWhatTheCommandsPrint) { EXPECT_EQ(follow("README.md"), 10); }

TEST(Specification, ShowsWhatTheCommandsPrint) {
  EXPECT_EQ(follow("specification.md"), 6);
  EXPECT_EQ(follow("specification.en.md"), 6);
}

/// The words of a text that are digests.
std::set<std::string> digests_in(const std::string& text) {
  std::set<std::string> found;
  std::string word;
  for (const char c : text + " ") {
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) {
      word += c;
    } else {
      if (is_hex_digest(word)) found.insert(word);
      word.clear();
    }
  }
  return found;
}

TEST(Specification, IsTheSameInBothLanguages) {
  const std::string zh = read_file(example / "specification.md"), en = read_file(example / "specification.en.md");
  EXPECT_EQ(digests_in(zh), digests_in(en));
  // Every word of the files, every letter and every code stands in both.
  for (const char* word : {"anjuan-list", "anjuan-seed", "anjuan-events", "anjuan-result", "stratum", "object", "inspector", "conflict",
                           "contributor", "draw", "must", "skip", "secret", "beacon", "d6", "d10", "lottery", "withdraw", "drop-object", "selected",
                           "added", "dropped", "slack", "reserve", "team", "load", "level", "prev", "date", "c", "s", "f", "b", "w", "E_ENC",
                           "E_SYNTAX", "E_RANGE", "E_ORDER", "E_DUP", "E_REF", "E_STAFF", "E_SEED", "E_COMMIT", "E_EVENT", "E_RESERVE", "E_INFEASIBLE"}) {
    for (const std::string* text : {&zh, &en}) EXPECT_NE(text->find("`" + std::string(word) + "`"), std::string::npos) << word;
  }
}

TEST(Specification, CountsAsTheFilesDo) {
  const auto list = parse_list(read_file(example / "list.txt"), "list.txt");
  const auto result = draw(*list, *parse_seed(*list, read_file(example / "seed.txt"), "seed.txt"));
  EXPECT_EQ(result->level, 3);
  EXPECT_EQ(result->teams.size(), 10u);
  EXPECT_EQ(result->teams[0].object, "GZ01");
  const auto ls = std::find_if(result->strata.begin(), result->strata.end(), [](const StratumOutcome& s) { return s.id == "ls"; });
  EXPECT_EQ(ls->base, 6);
  EXPECT_EQ(ls->quota, 2);
  EXPECT_EQ(ls->cut.substr(0, 8), "520ef784");
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
