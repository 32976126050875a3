// A procedure in words, and the table of rules.

#include "cli/manual.h"
#include "cli/ran.h"

#include <algorithm>
#include <cstdlib>
#include <regex>

#include "base/text.h"
#include "procedure/manual.h"
#include "procedure/procedure.h"

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

TEST(Describe, TellsConditionsOfEffectsEachLimitAndTheRequirements) {
  const Ran got = ran(describe_command(), {inspection});
  EXPECT_TRUE(says(got, "如果退回次数等于 0：开始计算期限“完成检查报告”：自检查结束起 5 个工作日；")) << got.out;
  EXPECT_TRUE(says(got, "  完成检查报告　自检查结束起 5 个工作日\n    起算  进入“撰写检查报告”时，如果退回次数等于 0\n    届满  检查报告逾期\n"));
  EXPECT_TRUE(says(got, "  退回后重报检查报告　自退回日期起 3 个工作日\n    起算  进入“撰写检查报告”时，否则（“退回次数等于 0”不成立时）\n"));
  EXPECT_TRUE(says(got, "转到  处理与反馈"));
  EXPECT_TRUE(says(got, "要求\n  没有")) << got.out;
  EXPECT_TRUE(says(got, "结束期限“补办行政检查审批”"));
  EXPECT_TRUE(says(ran(describe_command(), {inspection}, Language::english), "ends the time limit “补办行政检查审批”"));
  EXPECT_TRUE(says(ran(describe_command(), {inspection, "--svg"}), "如果退回次数"));
}

TEST(Describe, TellsABareChartByItsIds) {
  const std::string chart = write_file(fresh_folder("bare") / "bare.scxml",
                                       "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"null\"><state id=\"c\">"
                                       "<history id=\"h1\"><transition target=\"p1\"/></history><state id=\"p1\"/>"
                                       "<transition event=\"go\" target=\"d\"><raise event=\"x\"/><send event=\"y\"/></transition></state>"
                                       "<state id=\"d\"><transition event=\"back\" target=\"h1\"/><transition target=\"pass\"/></state>"
                                       "<final id=\"pass\"/></scxml>");
  const Ran got = ran(describe_command(), {chart});
  EXPECT_EQ(got.out, "bare.scxml\n\n一、环节\n  流程开始于  c\n\n  （一）c\n    先进入  p1\n    · go\n      然后  引发事件“x”\n            发出事件“y”\n"
                     "      转到  d\n\n  （二）回到“c”原来的环节（h1）\n    属于  c\n    回到  “c”里上次所在的环节，只到这一层，再往里的从头开始\n    · 没有来过的\n      转到  p1\n\n  （三）p1\n    属于  c\n\n"
                     "  （四）d\n    · back\n      转到  回到“c”原来的环节（h1）\n    · 自动\n      谁办  自动\n      转到  pass\n\n  （五）pass\n    办到这里即告完成\n");
}

/// Without spaces and line breaks, which differ from form to form.
std::string run_together(std::string text) {
  static const std::regex markup("<[^>]*>|[ \n]");
  return std::regex_replace(text, markup, "");
}

/// The text; each of the words stands in text, chart and manual.
std::string told_alike(const std::string& bytes, const std::vector<std::string>& all) {
  const std::string chart = write_file(fresh_folder("whole") / "whole.xml", bytes);
  const auto definition = procedure::load(bytes, chart);
  if (!definition.ok()) {
    ADD_FAILURE() << render(definition.diagnostics()[0], Language::chinese);
    return "";
  }
  const Ran told = ran(describe_command(), {chart}), drawn = ran(describe_command(), {chart, "--svg"});
  const std::string text = run_together(told.out), picture = run_together(drawn.out);
  const std::string manual = run_together(display(Value(procedure::manual_of(**definition))));
  for (const std::string& words : all) {
    EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << told.out;
    EXPECT_NE(picture.find(words), std::string::npos) << words << "\n" << picture;
    EXPECT_NE(manual.find(words), std::string::npos) << words << "\n" << manual;
  }
  return told.out;
}

TEST(Describe, TellsTheSameInTextChartAndManual) {
  const std::string text = told_alike(R"xml(<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:aj="urn:anjuan:paperwork:1" version="1.0" datamodel="anjuan"
    name="whole" aj:kind="case" aj:label="全部" initial="写">
  <datamodel><data id="次数" aj:type="integer" expr="0"/><data id="名单" aj:type="list of text"/></datamodel>
  <state id="写" aj:label="写报告">
    <onentry>
      <if cond="次数 == 0"><aj:time-limit id="报告" label="首次报告" length="5" unit="working-days" on-due="逾期"/>
      <else/><aj:time-limit id="报告" label="重报" length="3" unit="working-days" on-due="逾期"/></if>
      <foreach array="名单" item="人"><aj:document template="slip" as="告知单" serve="yes"/></foreach>
    </onentry>
    <onexit><if cond="次数 == 3"><raise event="多次"/></if></onexit>
    <transition event="交" target="完" aj:label="交报告">
      <aj:end-time-limit id="报告"/><aj:sheet form="checklist" as="检查表一"/><aj:publish batch="'批'" channels="['网站']"/>
      <aj:archive/><send target="#_parent" event="交了"/>
    </transition>
    <transition event="逾期" aj:by="system" aj:label="报告逾期"/>
    <transition event="多次" aj:by="system"/>
  </state>
  <final id="完" aj:label="交完"/>
</scxml>)xml",
                                      {"如果次数等于0", "首次报告", "5个工作日", "重报", "3个工作日", "对名单中的每一项", "告知单", "如果次数等于3", "引发事件“多次”",
                                       "首次报告、重报", "检查表一", "公示", "归档", "发出事件“交了”（发给任务）", "系统", "报告逾期", "交完"});
  EXPECT_NE(text.find("起算  进入“写报告”时，否则（“次数等于 0”不成立时）\n    届满  报告逾期"), std::string::npos) << text;
}

TEST(Describe, TellsEventsDelaysAndInvokedChartsOfABareChartAlike) {
  const std::string text = told_alike(R"xml(<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="ecmascript" name="bare" initial="on">
  <state id="on" initial="in"><onentry><send id="tick" event="late" delay="2s"/></onentry><onexit><cancel sendid="tick"/></onexit>
    <invoke id="helper" type="scxml"><content><scxml version="1.0" datamodel="null"><final id="x"/></scxml></content></invoke>
    <state id="in"><transition event="late" cond="In('on')" target="off"/><transition target="deep"/></state>
    <state id="deep"><transition event="done.invoke.helper" target="off"/></state></state>
  <final id="off"/></scxml>)xml",
                                      {"发出事件“late”（2s以后）", "取消还没有到的延时事件“tick”", "同时运行流程“helper”", "正处在“on”", "自动", "deep", "off"});
  EXPECT_TRUE(text.starts_with("bare\n")) << text;
  EXPECT_EQ(text.find("条件成立时"), std::string::npos) << text;
}

TEST(Describe, TellsWhatAnInvokedChartIsGivenAndWhatIsTakenBack) {
  told_alike(R"xml(<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="ecmascript" name="bare" initial="on">
  <datamodel><data id="n" expr="3"/><data id="m"/></datamodel>
  <state id="on">
    <invoke id="helper" type="scxml"><param name="count" expr="n"/><content><scxml version="1.0" datamodel="null"><final id="x"/></scxml></content>
      <finalize><assign location="m" expr="_event.data"/></finalize></invoke>
    <invoke id="second" type="scxml" namelist="n"><content><scxml version="1.0" datamodel="null"><final id="x"/></scxml></content><finalize/></invoke>
    <transition event="done.invoke.helper" target="off"/></state>
  <final id="off"/></scxml>)xml",
             {"同时运行流程“helper”，带去“count”为n", "它发来消息时：把“m”记为“来件”", "同时运行流程“second”，带去“n”", "它发来消息时：取回带去的各项"});
}

TEST(Describe, TellsWhatRequirementsAndAssertionsAsk) {
  const Ran got = ran(describe_command(), {inspection});
  EXPECT_TRUE(says(got, "      必须  检查人员不少于规定人数（《工作细则》第十一条）\n            就是：检查人员的数量不小于最少检查人员（2 人）\n")) << got.out;
  EXPECT_TRUE(says(got, "            就是：文书“行政检查通知书”已经送达\n"));
  EXPECT_TRUE(says(got, "  没有审定不得反馈\n    就是  制作“检查结果告知书”以前，必先办“审定同意”\n    依据  《工作细则》第十一条\n")) << got.out;
  const Ran english = ran(describe_command(), {inspection}, Language::english);
  EXPECT_TRUE(says(english, "i.e.  before “检查结果告知书” is made, “审定同意” is done\n")) << english.out;
}

TEST(Describe, NamesEachPaperOnce) {
  const std::string transition = "<transition event=\"e\" target=\"b\"><aj:document template=\"t\" as=\"决定书\" ";
  const std::string chart = write_file(fresh_folder("papers") / "papers.xml",
                                       "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:aj=\"urn:anjuan:paperwork:1\" version=\"1.0\" datamodel=\"anjuan\" name=\"papers\" initial=\"a\">"
                                       "<state id=\"a\">" + transition + "draft=\"yes\"/></transition></state><state id=\"b\">" + transition +
                                       "number=\"决\" seal=\"yes\" place=\"正1\"/></transition></state></scxml>");
  const Ran got = ran(describe_command(), {chart});
  EXPECT_TRUE(says(got, "papers\n\n一、文书\n  决定书  送审稿、编号、用印  卷内位置 正1\n\n")) << got.out << got.err;
}

TEST(FindTemplates, FallsBackOnTheProgramsOwn) {
  const auto folder = fresh_folder("elsewhere");
  const std::string own = ANJUAN_SOURCE_DIR "/templates";
  const auto found = find_templates("", (folder / "a" / "chart.xml").string(), own);
  ASSERT_TRUE(found.ok());
  EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(*found) / "procedure-manual.xml"));
  EXPECT_FALSE(find_templates(folder.string(), "chart.xml", own).ok()) << "the folder that was asked for is the only one";
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
