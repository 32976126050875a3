// Counter-examples gone by the interpreter: a case is made up that really comes there. What is planted here
// in the shipped procedures breaks the law of the bureau's rules; each break is told as certain.

#include "analysis/shipped.h"
#include "cases/case_facts.h"

namespace anjuan::analysis {
namespace {

Report of_case(const std::string& xml) { return report(xml, cases::fact_names({}, "case")); }
Report of_round(const std::string& xml) { return report(xml, cases::fact_names({}, "round")); }

/// The text without what lies from `from` to the end of `to`, looked for behind `behind`.
std::string without(const std::string& text, const std::string& behind, const std::string& from,
                    const std::string& to) {
  const auto after = text.find(behind);
  const auto begin = text.find(from, after == std::string::npos ? 0 : after);
  const auto end = begin == std::string::npos ? begin : text.find(to, begin);
  EXPECT_NE(end, std::string::npos) << from;
  return end == std::string::npos ? text : text.substr(0, begin) + text.substr(end + to.size());
}

void expect_told(const Report& report, const Codes& expected, const std::vector<std::string>& words) {
  EXPECT_EQ(codes(report), expected) << shown(report.found);
  const std::string told = shown(report.found);
  for (const std::string& word : words) EXPECT_NE(told.find(word), std::string::npos) << word << "\n" << told;
}

// A way that leads through declarations by each inspector, papers made, served and a limit that passes.
TEST(Replay, TellsADeadEndOfTheCaseAsCertain) {
  const Report report = of_case(without(shipped("inspection-case.xml"), "<state id=\"proposed\"",
                                        "<transition event=\"收到回执\"", "</transition>"));
  expect_told(report, {"AJ3206", "AJ3240"},
              {"走到“行政检查已批准、待处罚建议回执、结果已公开”就再也动不了",
               "另一名检查人员“检查人员声明没有利害关系”", "填写：结果类别“提出行政处罚建议”",
               "登记文书“检查结果告知书”送达", "期限“被检查人提出异议”届满", "要求“每件案件都能办结”不成立",
               "此后无论怎么办也办不到“办结归档”"});
}

TEST(Replay, TellsANoticeWithoutApprovalAsCertain) {
  expect_told(
      of_case(without(shipped("inspection-case.xml"), "event=\"制发检查通知书\"", "<aj:require", "/>")),
      {"AJ3240"}, {"要求“没有批准不得发检查通知书，紧急检查除外”不成立", "承办人“制发行政检查通知书”"});
}

// Papers wait to be signed or served: the made-up clerk leaves them so.
TEST(Replay, TellsAnArchiveWithOpenPapersAsCertain) {
  for (const bool round : {false, true}) {
    const std::string xml = without(shipped(round ? "inspection-round.xml" : "inspection-case.xml"),
                                    "id=\"archiving\"", "<aj:require", "/>");
    expect_told(round ? of_round(xml) : of_case(xml), {"AJ3240"},
                {"要求“文书没有签署、送达的不得归档，缺件经批准的除外”不成立", "立卷归档"});
  }
}

TEST(Replay, TellsAPublicationWithoutFilingAsCertain) {
  const std::string xml = shipped("inspection-round.xml");
  expect_told(of_round(replaced(xml, "event=\"审核退回\" target=\"collecting\"",
                                "event=\"审核退回\" target=\"publishing\"")),
              {"AJ3240"}, {"收到消息“案件.结果”", "监督股“退回”", "发布抽查情况和结果公示"});
  expect_told(of_round(replaced(xml, "aj:by=\"system\" aj:label=\"结果审核逾期\"",
                                "aj:by=\"system\" target=\"publishing\" aj:label=\"结果审核逾期\"")),
              {"AJ3240"}, {"期限“审核备案抽查结果”届满"});
}

TEST(Replay, TellsALimitThatNothingEndsWithTheWayToItsStart) {
  expect_told(of_case(replaced(shipped("inspection-case.xml"), "<aj:end-time-limit id=\"反馈\"/>", "")),
              {"AJ3211"}, {"期限“向被检查人反馈”开始以后，没有任何一步结束它", "分管领导“审定同意”"});
}

/// A case of two people who each may declare once; it goes on when nobody is left.
std::string declaring(const std::string& guard) {
  return chart(
      "<aj:role id=\"inspector\" label=\"检查人员\" holders=\"字段(检查人员, '编号')\"/>"
      "<datamodel><data id=\"声明\" aj:type=\"list\" expr=\"[]\"/><data id=\"缺\" aj:type=\"integer\" "
      "expr=\"0\"/></datamodel>"
      "<state id=\"a\" aj:label=\"声明\" aj:role=\"inspector\"><transition event=\"声明\" aj:label=\"声明\" "
      "cond=\"" +
      guard +
      "\"><assign location=\"声明\" expr=\"并入(声明, 签署人.编号)\"/><assign location=\"缺\" expr=\"0\"/>"
      "<foreach array=\"检查人员\" item=\"人\"><if cond=\"!包含(声明, 人.编号)\"><assign location=\"缺\" "
      "expr=\"缺 + 1\"/></if></foreach></transition>"
      "<transition event=\"结束\" cond=\"长度(声明) > 1 并且 缺 == 0\" target=\"z\"/></state><final "
      "id=\"z\"/>"
      "<aj:assert label=\"不能结束\" never=\"z\"/>");
}

// Each act is done by somebody: one who has declared does not declare again.
TEST(Replay, LetsDifferentPeopleAct) {
  const expression::Names facts = cases::fact_names({}, "case");
  const Report both = report(declaring("!包含(声明, 签署人.编号)"), facts);
  expect_told(both, {"AJ3240"}, {"（1）检查人员“声明”", "（2）另一名检查人员“声明”"});
}

// Required lists are filled in: a form does not hand in an empty one.
TEST(Replay, FillsInWhatIsRequired) {
  const Report report = analysis::report(
      chart("<datamodel><data id=\"方式\" aj:type=\"list\" expr=\"[]\"/></datamodel><state "
            "id=\"a\"><transition event=\"选\" "
            "target=\"b\"><aj:input data=\"方式\" required=\"yes\"/></transition></state><state "
            "id=\"b\"><transition "
            "event=\"办\" cond=\"包含(方式, '实地')\" target=\"z\"/><transition event=\"另办\" "
            "target=\"c\"/></state>"
            "<state id=\"c\"><transition event=\"完\" target=\"z\"/></state><final id=\"z\"/>"
            "<aj:assert label=\"不走实地\" never=\"event:办\"/>"));
  expect_told(report, {"AJ3240"}, {"填写：方式“实地”"});
}

}  // namespace
}  // namespace anjuan::analysis
