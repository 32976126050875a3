// A procedure in words, and the table of rules.

#include "cli/ran.h"

namespace anjuan::cli {
namespace {

const std::string round = ANJUAN_SOURCE_DIR "/workflows/inspection-round.xml";
const std::string rules = ANJUAN_SOURCE_DIR "/workflows/rules.xml";

bool says(const Ran& got, const std::string& words) { return got.out.find(words) != std::string::npos; }

TEST(Describe, TellsProvisionsRolesParametersAndSteps) {
  const Ran got = ran(describe_command(), {round});
  EXPECT_EQ(got.status, status_done) << got.err;
  for (const char* words : {"一、依据", "二、谁来办", "职责分离：分管领导不得是本案的承办人", "抽查比例", "30 %", "文书", "方案审批　由分管领导办", "要填", "转到"}) {
    EXPECT_TRUE(says(got, words)) << words;
  }
}

TEST(Describe, SpeaksEnglishWhenAsked) { EXPECT_TRUE(says(ran(describe_command(), {round}, Language::english), "2. roles")); }

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
