// A procedure in words, and the table of rules.

#include "cli/ran.h"

#include <algorithm>
#include <cstdlib>

namespace anjuan::cli {
namespace {

const std::string round = ANJUAN_SOURCE_DIR "/workflows/inspection-round.xml";
const std::string inspection = ANJUAN_SOURCE_DIR "/workflows/inspection-case.xml";
const std::string rules = ANJUAN_SOURCE_DIR "/workflows/rules.xml";

TEST(Describe, TellsProvisionsRolesParametersAndSteps) {
  const Ran got = ran(describe_command(), {round});
  EXPECT_EQ(got.status, status_done) << got.err;
  for (const char* words : {"一、依据", "二、谁来办", "职责分离：分管领导不得是本案的承办人", "抽查比例", "30 %", "文书", "方案审批　由分管领导办", "要填", "转到"}) {
    EXPECT_TRUE(says(got, words)) << words;
  }
}

TEST(Describe, SpeaksEnglishWhenAsked) {
  const Ran got = ran(describe_command(), {round}, Language::english);
  EXPECT_TRUE(says(got, "2. roles"));
  EXPECT_TRUE(says(got, "if    (办结数 plus 1) is less than the number of ")) << got.out;
}

TEST(Describe, TellsConditionsAndLengthsInWords) {
  const Ran got = ran(describe_command(), {inspection});
  EXPECT_TRUE(says(got, "条件  复查结论是“已改正”")) << got.out;
  EXPECT_TRUE(says(got, "自改正期限起 10 个工作日"));
  EXPECT_TRUE(says(got, "谁办  系统"));
}

TEST(Describe, DrawsTheChartToTheTerminalAFileOrAFolder) {
  const Ran shown = ran(describe_command(), {inspection, "--svg"});
  EXPECT_EQ(shown.status, status_done) << shown.err;
  EXPECT_TRUE(says(shown, "<title>行政检查案件流程图——总览</title>"));
  const auto folder = fresh_folder("chart");
  const Ran one = ran(describe_command(), {inspection, "--svg", "-o", (folder / "chart.svg").string()});
  EXPECT_EQ(one.status, status_done) << one.err;
  EXPECT_EQ(read_file(folder / "chart.svg"), shown.out);
  const Ran several = ran(describe_command(), {inspection, "--svg", "--output", (folder / "pages").string() + "/"});
  EXPECT_EQ(several.status, status_done) << several.err;
  EXPECT_TRUE(std::filesystem::exists(folder / "pages" / "01-行政检查案件流程图——总览.svg")) << several.out;
  EXPECT_TRUE(says(several, "已写出："));
}

TEST(Describe, WritesNothingWhereItCannot) {
  const auto folder = fresh_folder("chart");
  write_file(folder / "plain", "");
  EXPECT_EQ(ran(describe_command(), {round, "--svg", "-o", (folder / "plain" / "chart.svg").string()}).status, status_fault);
  EXPECT_EQ(ran(describe_command(), {round, "--pdf"}).status, status_usage);
  EXPECT_EQ(ran(describe_command(), {round, "--pdf", "--svg", "-o", "x"}).status, status_usage);
  EXPECT_EQ(ran(describe_command(), {round, "--pdf", "-o", folder.string()}).status, status_usage);
}

TEST(Describe, PrintsTheManual) {
  const auto folder = fresh_folder("manual");
  const std::string file = (folder / "manual.pdf").string();
  const Ran got = ran(describe_command(), {inspection, "--pdf", "-o", file, "--on", "2026-09-10"});
  ASSERT_EQ(got.status, status_done) << got.err;
  const std::string bytes = read_file(file);
  ran(describe_command(), {inspection, "--pdf", "-o", file, "--on", "2026-09-10"});
  EXPECT_EQ(read_file(file), bytes) << "the same inputs give the same bytes";
  const auto runs = [](const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; };
  if (!runs("(command -v qpdf && command -v pdftotext)")) GTEST_SKIP() << "skipped: qpdf and pdftotext are not installed";
  EXPECT_TRUE(runs("qpdf --check '" + file + "'"));
  ASSERT_TRUE(runs("pdftotext -layout '" + file + "' '" + file + ".txt'"));
  ASSERT_TRUE(runs("qpdf --qdf --object-streams=disable '" + file + "' '" + file + ".qdf'"));
  EXPECT_NE(read_file(file + ".qdf").find("w 1 j 1 J [1128 776 ] 0 d"), std::string::npos) << "the chart is drawn as lines";
  const std::string text = read_file(file + ".txt");
  for (const char* words : {"流程说明书", "印制于2026年9月10日", "一、依据", "职责分离", "主要负责人不得由本案的检查人员、承办人担任", "（二）行政检查审批",
                            "复查结论是“已改正”", "《责令改正通知书》（编号、用印、送达）", "自改正期限起10个工作日", "归档前必经审定", "行政检查案件流程图——总览"}) {
    std::string wanted(words), found = text;
    for (std::string* t : {&wanted, &found}) t->erase(std::remove_if(t->begin(), t->end(), [](char c) { return c == ' ' || c == '\n'; }), t->end());
    EXPECT_NE(found.find(wanted), std::string::npos) << words;
  }
}

TEST(Describe, PrintsAManualOfABareChart) {
  const auto folder = fresh_folder("manual");
  const std::string chart = write_file(folder / "bare.scxml",
                                       "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"null\"><state id=\"a\">"
                                       "<transition event=\"go\" target=\"b\"/></state><final id=\"b\"/></scxml>");
  const Ran got = ran(describe_command(), {chart, "--pdf", "-o", (folder / "bare.pdf").string(), "--templates", ANJUAN_SOURCE_DIR "/templates"});
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_EQ(read_file(folder / "bare.pdf").substr(0, 5), "%PDF-");
}

TEST(Describe, SaysWhereTheTemplateWasLookedFor) {
  const auto folder = fresh_folder("empty");
  const Ran got = ran(describe_command(), {round, "--pdf", "-o", (folder / "x.pdf").string(), "--templates", folder.string()});
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("AJ3301  没有找到流程说明书的模板“procedure-manual.xml”（找过“" + folder.string() + "”）"), std::string::npos) << got.err;
  EXPECT_FALSE(std::filesystem::exists(folder / "x.pdf"));
}

TEST(Describe, DrawsEveryStateAndTransitionForGraphviz) {
  const Ran got = ran(describe_command(), {round, "--dot"});
  EXPECT_TRUE(got.out.starts_with("digraph procedure {")) << got.out.substr(0, 60);
  EXPECT_TRUE(says(got, "label=\"方案审批\"")) << got.out;
  EXPECT_TRUE(says(got, "label=\"同意方案\"")) << got.out;
  EXPECT_TRUE(got.out.ends_with("}\n"));
}

TEST(Describe, RefusesWhatIsNoProcedure) {
  EXPECT_EQ(ran(describe_command(), {ANJUAN_SOURCE_DIR "/templates/work-plan.xml"}).status, status_refused);
  EXPECT_EQ(ran(describe_command(), {"no-such-file.xml"}).status, status_refused);
}

TEST(Describe, RefusesAFolder) {
  const Ran got = ran(describe_command(), {fresh_folder("folder").string()});
  EXPECT_EQ(got.status, status_refused);
  EXPECT_TRUE(got.err.find("AJ3008") != std::string::npos) << got.err;
}

TEST(Rules, FindEveryElementAndTestThatTheListNames) {
  const Ran got = ran(rules_command(), {"--rules", rules});
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_TRUE(says(got, "R11-12  第十一条　检查结束后五个工作日内完成检查报告")) << got.out;
  EXPECT_TRUE(says(got, "workflows/inspection-case.xml:")) << got.out;
}

TEST(Rules, CoverR00ToR17AndSayWhatIsNotCovered) {
  const Ran got = ran(rules_command(), {"--rules", rules, "--markdown"});
  for (int n = 0; n <= 17; ++n) EXPECT_TRUE(says(got, std::string("| R") + (n < 10 ? "0" : "") + std::to_string(n))) << n;
  EXPECT_TRUE(says(got, "| 未覆盖 |")) << got.out;
}

/// A list of one rule beside a definition of its own.
Ran rules_of(const std::string& inside) {
  const auto folder = fresh_folder("rules");
  std::filesystem::create_directories(folder / "workflows");
  write_file(folder / "workflows/one.xml", "<a><b id=\"x\"/></a>");
  return ran(rules_command(), {"--rules", write_file(folder / "workflows/rules.xml",
                                                     "<rules xmlns=\"urn:anjuan:rules:1\" instrument=\"《细则》\"><rule id=\"R1\" article=\"第一条\" says=\"要求\">" + inside +
                                                         "</rule></rules>")});
}

TEST(Rules, AreInPartCoveredWhileSomethingIsLacking) {
  EXPECT_TRUE(says(rules_of("<by file=\"workflows/one.xml\" element=\"b\" attribute=\"id\" value=\"x\"/>"), "已实现，未测试"));
  EXPECT_TRUE(says(rules_of(""), "未覆盖"));
}

TEST(Rules, NameAFileElementOrTestThatIsNotThere) {
  EXPECT_NE(rules_of("<by file=\"workflows/two.xml\"/>").err.find("AJ3115"), std::string::npos);
  EXPECT_NE(rules_of("<by file=\"workflows/one.xml\" element=\"b\" attribute=\"id\" value=\"y\"/>").err.find("AJ3116"), std::string::npos);
  EXPECT_NE(rules_of("<test suite=\"No\" name=\"Such\"/>").err.find("AJ3117"), std::string::npos);
  EXPECT_NE(rules_of("<by says=\"nowhere\"/>").err.find("AJ3114"), std::string::npos);
  EXPECT_NE(ran(rules_command(), {"--rules", "no-such-rules.xml"}).err.find("AJ3108"), std::string::npos);
}

TEST(Rules, MayNotNameARuleTwice) {
  EXPECT_NE(rules_of("</rule><rule id=\"R1\" article=\"第一条\" says=\"again\">").err.find("AJ3113"), std::string::npos);
}

}  // namespace
}  // namespace anjuan::cli
