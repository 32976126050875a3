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

/// The codes of what is told of a chart with these states.
std::vector<std::string> codes_of(const std::string& states) {
  const std::string chart = "<?xml version=\"1.0\"?>\n<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" initial=\"a\">\n" + states + "<final id=\"z\"/></scxml>\n";
  const Ran got = ran(check_command(), {write_file(fresh_folder("files") / "chart.scxml", chart)}, Language::english);
  std::vector<std::string> codes;
  for (auto at = got.err.find(" AJ"); at != std::string::npos; at = got.err.find(" AJ", at + 1)) codes.push_back(got.err.substr(at + 1, 6));
  return codes;
}

TEST(Check, TellsEachFaultOnce) {
  using Codes = std::vector<std::string>;
  const std::string loop_with = "<state id=\"a\"><transition", out = "/><transition event=\"go\" target=\"z\"/></state>";
  EXPECT_EQ(codes_of(loop_with + out), Codes{"AJ2009"});
  EXPECT_EQ(codes_of(loop_with + " target=\"a\"" + out), Codes{"AJ2009"});
  EXPECT_EQ(codes_of("<datamodel><data id=\"x\" expr=\"1\"/></datamodel>" + loop_with + " cond=\"x == 1\" target=\"a\"" + out), Codes{"AJ2009"});
  EXPECT_EQ(codes_of("<state id=\"a\"><transition event=\"go\" target=\"z\"/><transition event=\"go\" target=\"c\"/></state>"
                     "<state id=\"c\"><transition event=\"x\" target=\"z\"/></state>"),
            (Codes{"AJ2010", "AJ3200"}));
  EXPECT_EQ(codes_of("<state id=\"a\"><transition event=\"go\" target=\"z\"/></state><state id=\"c\"><transition event=\"x\" target=\"z\"/></state>"),
            Codes{"AJ2014"});
}

TEST(Check, TellsWhyAStateIsCutOffAndWhatLiesBehindIt) {
  const std::string chart =
      "<?xml version=\"1.0\"?>\n<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\">\n"
      "<datamodel><data id=\"n\" expr=\"5\"/></datamodel>\n<state id=\"a\">\n<transition event=\"go\" cond=\"n &gt; 3\" target=\"z\"/>\n"
      "<transition event=\"go\" target=\"c\"/>\n</state>\n<state id=\"c\"><transition event=\"x\" target=\"d\"/></state>\n"
      "<state id=\"d\"><transition event=\"x\" target=\"z\"/></state>\n<final id=\"z\"/></scxml>\n";
  const Ran got = ran(check_command(), {write_file(fresh_folder("files") / "chart.scxml", chart)});
  EXPECT_NE(got.err.find("第 5 行的流转“go”先行，处在“a”时它的条件“n > 3”总是成立"), std::string::npos) << got.err;
  EXPECT_NE(got.err.find("环节“c”永远到不了：通往它的流转（第 6 行）走不成"), std::string::npos) << got.err;
  EXPECT_NE(got.err.find("只有经过它才能到的“d”，也随它到不了。"), std::string::npos) << got.err;
  EXPECT_EQ(got.out, "检查了 1 个文件：1 处错误、1 处提醒；未写入任何文件。\n") << got.err;
}

TEST(Check, TellsALoopOnceAndNotWhatFollowsFromIt) {
  EXPECT_EQ(codes_of("<datamodel><data id=\"n\" expr=\"0\"/></datamodel><state id=\"a\"><onentry><assign location=\"n\" expr=\"0\"/></onentry>"
                     "<transition cond=\"n &gt;= 0\" target=\"c\"/><transition event=\"go\" target=\"z\"/></state>"
                     "<state id=\"c\"><transition cond=\"n == 0\" target=\"a\"/><transition cond=\"n == 1\" target=\"z\"/></state>"),
            std::vector<std::string>{"AJ3210"});
}

TEST(Check, ReadsTheChartThatIsInvokedFromTheSameFolder) {
  const auto folder = fresh_folder("files");
  std::string chart = good_chart;
  chart.replace(chart.find("<transition"), 0, "<invoke src=\"child.scxml\"/>");
  const std::string path = write_file(folder / "whole.scxml", chart);
  const Ran missing = ran(check_command(), {path});
  EXPECT_EQ(missing.status, status_refused);
  EXPECT_NE(missing.err.find(":3:30: 错误 AJ3094"), std::string::npos) << missing.err;
  write_file(folder / "child.scxml", good_chart);
  EXPECT_EQ(ran(check_command(), {path}).out, "检查了 1 个文件：0 处错误、0 处提醒；未写入任何文件。\n");
}

TEST(Check, LooksAtTemplatesAndFormsOfAProcedureThatHasFaultsOfItsOwn) {
  const std::string chart =
      "<?xml version=\"1.0\"?>\n<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:aj=\"urn:anjuan:paperwork:1\" version=\"1.0\" name=\"p\">\n"
      "<state id=\"a\"><transition event=\"go\" target=\"nowhere\"><aj:document template=\"none-such\"/><aj:sheet form=\"none-such\"/></transition>"
      "<transition event=\"x\" target=\"z\"/></state>\n<final id=\"z\"/></scxml>\n";
  const auto folder = fresh_folder("files");
  const std::string path = write_file(folder / "p.xml", chart);
  for (const char* beside : {"templates", "forms"})
    std::filesystem::create_directory_symlink(std::filesystem::path(ANJUAN_SOURCE_DIR) / beside, folder / beside);
  const Ran got = ran(check_command(), {path});
  for (const char* code : {"AJ2016", "AJ2802", "AJ2803"}) EXPECT_NE(got.err.find(code), std::string::npos) << code << "\n" << got.err;
}

TEST(Check, TellsFullWidthMarksWithAllElse) {
  EXPECT_EQ(codes_of("<state id=\"a\">＜transition event=\"go\" target=\"nowhere\"/＞<raise/></state>"),
            (std::vector<std::string>{"AJ0116", "AJ2016", "AJ0116", "AJ0152", "AJ0145"}));
}

const std::string source = ANJUAN_SOURCE_DIR "/";
const std::string county = source + "examples/county/";

/// What the sample county must be told, worked out by hand: three sections; the heads of two inspect and
/// have nobody beside them, the third has an acting one until the end of 2026. The director, the head and
/// the archivist are no inspectors. Those of a team: who is in the register and has declared no interest.
void expect_teams_of_county(const std::string& told) {
  for (const char* expected :
       {"检查公证机构（公共法律服务管理股），褚怀瑾与晏知秋、桑以墨、靳长歌、冼照野、宓如晦、詹䶮中任何 1 人编成一组（每组 2 人）",
        "检查基层法律服务所（基层工作股），靳长歌与晏知秋、桑以墨、褚怀瑾、嵇月明、冼照野、詹䶮、宓如晦中任何 1 人编成一组",
        "自2027年1月1日起，检查律师事务所（律师工作股），晏知秋与", "《工作细则》第十一条", "acting=\"yes\""}) {
    EXPECT_NE(told.find(expected), std::string::npos) << expected << "\n" << told;
  }
  std::size_t teams = 0;
  for (auto at = told.find("AJ3263"); at != std::string::npos; at = told.find("AJ3263", at + 1)) ++teams;
  EXPECT_EQ(teams, 3u) << told;
  EXPECT_EQ(told.find("AJ3264"), std::string::npos) << told;
}

std::string chart_beside_definitions(const std::filesystem::path& folder) {
  std::filesystem::create_directory_symlink(source + "workflows", folder / "workflows");
  return write_file(folder / "bare.scxml", good_chart);
}

TEST(CheckTeams, OfBureauAndRegisterFiles) {
  const std::string chart = chart_beside_definitions(fresh_folder("files"));
  const Ran got = ran(check_command(), {chart, county + "bureau.xml", county + "执法检查人员名录库.csv",
                                        county + "检查对象名录库_机构.csv"});
  expect_teams_of_county(got.err);
  EXPECT_NE(got.err.find("AJ2121"), std::string::npos) << "the register has a row that an import refuses";
}

TEST(CheckTeams, OfTheOfficeAlsoWhenItIsMadeAndUpdated) {
  const std::string office = (fresh_folder("made") / "office").string();
  const std::vector<std::string> definitions = {"--bureau", county + "bureau.xml", "--definitions", source + "workflows",
                                                "--definitions", source + "forms", "--definitions", source + "templates"};
  std::vector<std::string> words = definitions;
  words.insert(words.begin(), office);
  const Ran made = ran(init_command(), words);
  ASSERT_EQ(made.status, status_done) << made.err;
  EXPECT_NE(made.err.find("AJ3265"), std::string::npos) << made.err;
  EXPECT_NE(made.err.find("AJ3267"), std::string::npos) << "who alone can act on some days: " << made.err;
  for (const auto& [kind, file] : {std::pair("inspectors", "执法检查人员名录库.csv"), {"targets", "检查对象名录库_机构.csv"}}) {
    const Ran imported = ran(import_command(), {county + file, "--as", kind, "--reason", "年度更新", "--by", "陆明舟", "--skip-bad-rows"}, Language::chinese, office);
    ASSERT_EQ(imported.status, status_done) << imported.err;
  }
  const Ran got = ran(check_command(), {chart_beside_definitions(fresh_folder("files"))}, Language::chinese, office);
  EXPECT_EQ(got.status, status_done) << got.err;
  expect_teams_of_county(got.err);
  const Ran updated = ran(update_command(), definitions, Language::chinese, office);
  EXPECT_EQ(updated.status, status_done) << updated.err;
  expect_teams_of_county(updated.err);
}

TEST(CheckTeams, OfABureauAloneAreSupposed) {
  const std::string chart = chart_beside_definitions(fresh_folder("files"));
  const Ran got = ran(check_command(), {chart, county + "bureau.xml"});
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_NE(got.err.find("“承办股室负责人（公共法律服务管理股）”褚怀瑾"), std::string::npos) << got.err;
}

TEST(CheckTables, WantAMapAndARegister) {
  const auto folder = fresh_folder("files");
  const std::string chart = write_file(folder / "bare.scxml", good_chart), table = write_file(folder / "表.csv", "甲,乙\n1,2\n");
  EXPECT_NE(ran(check_command(), {chart, source + "workflows/registers.xml", table}).err.find("AJ2871"), std::string::npos);
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder);  // no definitions lie beside it
  const Ran got = ran(check_command(), {chart, table});
  std::filesystem::current_path(before);
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("AJ2870"), std::string::npos) << got.err;
}

}  // namespace
}  // namespace anjuan::cli
