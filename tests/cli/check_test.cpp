// anjuan check: what is wrong in a definition file, for the person who wrote it.

#include "base/text.h"
#include "cli/ran.h"

namespace anjuan::cli {
namespace {

const char* const good_chart =
    "<?xml version=\"1.0\"?>\n<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" initial=\"a\">\n"
    "  <state id=\"a\"><transition event=\"go\" target=\"b\"/></state>\n  <final id=\"b\"/>\n</scxml>\n";

TEST(Check, FindsNothingInABareChart) {
  const auto folder = fresh_folder("files");
  const Ran got = ran(check_command(), {write_file(folder / "bare.scxml", good_chart)});
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_EQ(got.out, "检查了 1 个文件：0 处错误、0 处提醒；未写入任何文件。\n");
}

TEST(Check, LooksThroughAFolder) {
  const auto folder = fresh_folder("files");
  write_file(folder / "one.scxml", good_chart);
  write_file(folder / "two.xml", good_chart);
  write_file(folder / "note.txt", "not a definition");
  EXPECT_NE(ran(check_command(), {folder.string()}).out.find("检查了 2 个文件"), std::string::npos);
}

TEST(Check, NamesFileLineAndColumnOfWhatIsWrong) {
  const auto folder = fresh_folder("files");
  std::string chart = good_chart;
  chart.replace(chart.find("target=\"b\""), 10, "target=\"c\"");
  const std::string path = write_file(folder / "wrong.scxml", chart);
  const Ran got = ran(check_command(), {path});
  EXPECT_EQ(got.status, status_refused);
  EXPECT_TRUE(got.err.starts_with(path + ":3:")) << got.err;
}

TEST(Check, TellsFileAfterFileEachFromTheTop) {
  const auto folder = fresh_folder("files");
  const std::string wrong = replace_all(replace_all(good_chart, "target=\"b\"", "target=\"c\""), " version=\"1.0\" initial", " vresion=\"1.0\" initial");
  const std::string one = write_file(folder / "one.scxml", wrong), two = write_file(folder / "two.scxml", wrong);
  const Ran got = ran(check_command(), {two, one}, Language::english);
  std::vector<std::string> places;
  for (const std::string& line : split(got.err, '\n')) {
    if (line.find(" error AJ") != std::string::npos) places.push_back(line.substr(folder.string().size() + 1, 11));
  }
  EXPECT_EQ(places, (std::vector<std::string>{"two.scxml:2", "two.scxml:3", "one.scxml:2", "one.scxml:3"})) << got.err;
  EXPECT_EQ(got.out, "2 files checked: 4 errors, 0 warnings; nothing was written.\n");
}

TEST(Check, NamesEveryPathThatIsNotThere) {
  const Ran got = ran(check_command(), {"no-such.xml", "nor-this.xml"});
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("no-such.xml"), std::string::npos);
  EXPECT_NE(got.err.find("nor-this.xml"), std::string::npos);
}

TEST(Check, RefusesAFolderWithoutDefinitions) {
  const Ran got = ran(check_command(), {fresh_folder("empty").string()});
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("AJ3101"), std::string::npos) << got.err;
}

std::string asserting_chart(const std::string& assertion) {
  return "<?xml version=\"1.0\"?>\n<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:aj=\"urn:anjuan:paperwork:1\" version=\"1.0\" initial=\"a\">\n"
         "  <state id=\"a\" aj:label=\"甲\"><transition event=\"go\" target=\"b\" aj:label=\"走\"/></state>\n  <final id=\"b\" aj:label=\"完\"/>\n  " + assertion + "\n</scxml>\n";
}

TEST(Check, SaysWhatIsProved) {
  const auto folder = fresh_folder("files");
  const std::string path = write_file(folder / "sound.scxml", asserting_chart("<aj:assert label=\"走了才完\" every-path-to=\"b\" passes=\"event:go\"/>"));
  const Ran got = ran(check_command(), {path});
  EXPECT_EQ(got.out, "检查了 1 个文件：0 处错误、0 处提醒；未写入任何文件。\n要求 1 条：证明 1；推演了 4 种情形。\n");
  const Ran listed = ran(check_command(), {path, "--proofs"});
  EXPECT_NE(listed.out.find("证明  走了才完（" + path + "）"), std::string::npos) << listed.out;
}

TEST(Check, RefutesWithTheWayRound) {
  const auto folder = fresh_folder("files");
  const Ran got = ran(check_command(), {write_file(folder / "unsound.scxml", asserting_chart("<aj:assert label=\"完不了\" never=\"b\"/>"))});
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("反例：（1）“走” → 完。"), std::string::npos) << got.err;
  EXPECT_NE(got.out.find("要求 1 条：证明 0，不成立 1"), std::string::npos) << got.out;
}

TEST(Check, WantsANumberOfStandings) {
  const auto folder = fresh_folder("files");
  const Ran got = ran(check_command(), {write_file(folder / "bare.scxml", good_chart), "--most", "很多"});
  EXPECT_EQ(got.status, status_usage);
  EXPECT_NE(got.err.find("AJ3290"), std::string::npos) << got.err;
}

TEST(Check, SpeaksEnglishWhenAsked) {
  const auto folder = fresh_folder("files");
  const Ran got = ran(check_command(), {write_file(folder / "bare.scxml", good_chart)}, Language::english);
  EXPECT_EQ(got.out, "1 file checked: 0 errors, 0 warnings; nothing was written.\n");
}

}  // namespace
}  // namespace anjuan::cli
