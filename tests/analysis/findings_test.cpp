// What cannot be meant is found on bare charts and procedures alike.

#include "analysis/between.h"
#include "analysis/charts.h"

namespace anjuan::analysis {
namespace {

TEST(Analyse, FindsNothingInASoundChart) {
  EXPECT_EQ(codes(chart("<state id=\"a\"><transition event=\"e\" target=\"z\"/></state><final id=\"z\"/>")),
            Codes{});
  EXPECT_EQ(codes(chart("<state id=\"a\"><transition event=\"e\" target=\"b\"/></state><state "
                        "id=\"b\"><transition event=\"e\" target=\"a\"/></state>")),
            Codes{});
}

TEST(Analyse, FindsStatesAndTransitionsThatDataForbid) {
  const std::string data = "<datamodel><data id=\"数\" aj:type=\"integer\" expr=\"0\"/></datamodel>";
  EXPECT_EQ(codes(chart(data + "<state id=\"a\"><transition event=\"e\" cond=\"数 &gt; 5\" "
                               "target=\"b\"/><transition event=\"f\" target=\"z\"/></state><state "
                               "id=\"b\"><transition event=\"e\" target=\"z\"/></state><final id=\"z\"/>")),
            (Codes{"AJ3200", "AJ3203"}));
  EXPECT_EQ(codes(chart(
                data +
                "<state id=\"a\"><transition event=\"e\" target=\"z\"><aj:require test=\"数 &gt; 5\" "
                "label=\"r\"/></transition><transition event=\"f\" target=\"z\"/></state><final id=\"z\"/>")),
            Codes{"AJ3204"});
}

TEST(Analyse, FindsTransitionsThatOthersPreempt) {
  const Report by_child =
      report(chart("<state id=\"a\"><transition event=\"e.f\" target=\"z\"/><state id=\"b\"><transition "
                   "event=\"e\" target=\"c\"/></state><state id=\"c\"><transition event=\"e\" "
                   "target=\"b\"/><transition event=\"g\" target=\"z\"/></state></state><final id=\"z\"/>"));
  EXPECT_EQ(codes(by_child), Codes{"AJ3201"}) << shown(by_child.found);
  const Report in_regions =
      report(chart("<parallel id=\"p\"><state id=\"a\"><transition event=\"e\" target=\"y\"/></state><state "
                   "id=\"b\"><transition event=\"e\" target=\"z\"/></state></parallel><final "
                   "id=\"y\"/><final id=\"z\"/>"));
  EXPECT_EQ(codes(in_regions), (Codes{"AJ3200", "AJ3202"})) << shown(in_regions.found);
}

TEST(Analyse, FindsEventsThatNeverCome) {
  EXPECT_EQ(codes(chart("<state id=\"a\"><transition event=\"到期\" aj:by=\"system\" "
                        "target=\"z\"/><transition event=\"e\" target=\"b\"/></state>"
                        "<state id=\"b\"><onentry><aj:time-limit id=\"t\" length=\"1\" unit=\"working-days\" "
                        "on-due=\"到期\"/></onentry>"
                        "<transition event=\"到期\" aj:by=\"system\" target=\"z\"><aj:end-time-limit "
                        "id=\"t\"/></transition></state><final id=\"z\"/>")),
            Codes{"AJ3205"});
}

TEST(Analyse, FindsDeadEnds) {
  const Report plain =
      report(chart("<state id=\"a\"><transition event=\"e\" target=\"b\"/><transition event=\"f\" "
                   "target=\"z\"/></state><state id=\"b\"/><final id=\"z\"/>"));
  ASSERT_EQ(codes(plain), Codes{"AJ3206"});
  EXPECT_EQ(shown(plain.found),
            "chart.xml:2:91: 错误 AJ3206  走到“b”就再也动不了：没有任何事件能使流程继续，它又不是终点\n   "
            "提示  走到这里的办法：（1）“e” → b。请补一条离开它的流转，或者把它改为 final。\n");
  EXPECT_EQ(codes(chart("<state id=\"a\"><transition event=\"e\" target=\"b\"/></state><state id=\"b\"/>")), Codes{"AJ3216"});
  // A final inside that nothing takes up.
  EXPECT_EQ(codes(chart("<state id=\"a\"><state id=\"b\"><transition event=\"e\" "
                        "target=\"c\"/></state><final id=\"c\"/></state><final id=\"z\"/>")),
            (Codes{"AJ3206", "AJ3200"}));
  const std::string counted =
      "<datamodel><data id=\"数\" aj:type=\"integer\" expr=\"0\"/></datamodel><state id=\"a\"><transition "
      "event=\"e\"><assign location=\"数\" expr=\"数 * 3 + 1\"/></transition>"
      "<transition event=\"f\" target=\"b\"/></state><state id=\"b\"><transition event=\"g\" cond=\"数 == "
      "4\" target=\"z\"/></state><final id=\"z\"/>";
  EXPECT_EQ(codes(chart(counted)), Codes{"AJ3206"});  // at once: 数 is 0
  const std::string unknown =
      "<datamodel><data id=\"数\" aj:type=\"integer\" expr=\"4\"/></datamodel><state id=\"a\"><transition "
      "event=\"e\" target=\"b\"><assign location=\"数\" expr=\"数 * 2\"/></transition></state>"
      "<state id=\"b\"><transition event=\"g\" cond=\"数 == 4\" target=\"z\"/></state><final id=\"z\"/>";
  EXPECT_EQ(codes(chart(unknown)), Codes{"AJ3207"});
}

TEST(Analyse, FindsWhatNeverFinishes) {
  const std::string loop =
      "<state id=\"b\"><transition event=\"e\" target=\"c\"/></state><state id=\"c\"><transition event=\"e\" "
      "target=\"b\"/></state><final id=\"z\"/>";
  EXPECT_EQ(codes(chart("<state id=\"a\"><transition event=\"e\" target=\"b\"/><transition event=\"f\" "
                        "target=\"z\"/></state>" +
                        loop)),
            Codes{"AJ3208"});
  const std::string unknown =
      "<datamodel><data id=\"数\" aj:type=\"integer\" expr=\"4\"/></datamodel><state id=\"a\"><transition "
      "event=\"f\" target=\"z\"/><transition event=\"e\" target=\"d\"><assign location=\"数\" expr=\"数 * "
      "2\"/></transition></state>"
      "<state id=\"d\"><transition cond=\"数 == 4\" target=\"b\"/><transition event=\"f\" "
      "target=\"z\"/></state>";
  EXPECT_EQ(codes(chart(unknown + loop)), Codes{"AJ3209"});
}

TEST(Analyse, FindsLoopsThatDataKeepGoing) {
  EXPECT_EQ(
      codes(chart(
          "<datamodel><data id=\"数\" aj:type=\"integer\" expr=\"0\"/></datamodel><state "
          "id=\"a\"><transition event=\"e\" target=\"b\"/><transition event=\"f\" target=\"z\"/></state>"
          "<state id=\"b\"><transition cond=\"数 == 0\" target=\"c\"/><transition event=\"e\" "
          "target=\"z\"/></state><state id=\"c\"><transition cond=\"数 &lt; 1\" target=\"b\"/><transition "
          "event=\"e\" target=\"z\"/></state><final id=\"z\"/>")),
      (Codes{"AJ3210", "AJ3205", "AJ3205"}));
  // One that counts to its end is none.
  EXPECT_EQ(
      codes(chart("<datamodel><data id=\"数\" aj:type=\"integer\" expr=\"0\"/></datamodel><state "
                  "id=\"a\"><transition event=\"e\" target=\"b\"/></state>"
                  "<state id=\"b\"><transition cond=\"数 &lt; 10\" target=\"b\"><assign location=\"数\" "
                  "expr=\"数 + 1\"/></transition><transition target=\"z\"/></state><final id=\"z\"/>")),
      Codes{});
}

std::string limited(const std::string& at_end, const std::string& after = "") {
  return chart(
      "<state id=\"a\" aj:label=\"甲\"><transition event=\"e\" target=\"b\"/></state>"
      "<state id=\"b\" aj:label=\"乙\"><onentry><aj:time-limit id=\"t\" label=\"报告\" length=\"5\" "
      "unit=\"working-days\" on-due=\"逾期\"" +
      after +
      "/></onentry>"
      "<transition event=\"逾期\" aj:by=\"system\"/><transition event=\"again\" target=\"b\"/><transition "
      "event=\"e\" target=\"c\"/></state>"
      "<state id=\"c\" aj:label=\"丙\"><transition event=\"逾期\" aj:by=\"system\"/><transition event=\"e\" "
      "target=\"z\">" +
      at_end + "</transition></state><final id=\"z\"/>");
}

TEST(Analyse, FindsLimitsThatNobodyEnds) {
  EXPECT_EQ(codes(limited("", " after=\"日期\"")), Codes{"AJ3211"});
  EXPECT_EQ(codes(limited("<aj:end-time-limit id=\"t\"/>", " after=\"日期\"")), Codes{});
  EXPECT_EQ(codes(limited("<aj:end-time-limit id=\"t\"/>")), Codes{"AJ3214"});
  EXPECT_EQ(codes(limited("<if cond=\"真\"><log expr=\"1\"/></if><aj:end-time-limit id=\"t\"/>",
                          " after=\"日期\"")),
            Codes{});
  const std::string sometimes = chart(
      "<state id=\"a\"><onentry><aj:time-limit id=\"t\" label=\"报告\" length=\"5\" unit=\"working-days\" "
      "on-due=\"逾期\"/></onentry>"
      "<transition event=\"逾期\" aj:by=\"system\"/><transition event=\"e\" target=\"z\"><aj:end-time-limit "
      "id=\"t\"/></transition><transition event=\"f\" target=\"z\"/></state><final id=\"z\"/>");
  EXPECT_EQ(codes(sometimes), Codes{"AJ3212"});
  const std::string deaf = chart(
      "<state id=\"a\"><onentry><aj:time-limit id=\"t\" label=\"报告\" length=\"5\" unit=\"working-days\" "
      "on-due=\"逾期\"/></onentry>"
      "<transition event=\"逾期\" aj:by=\"system\"/><transition event=\"e\" target=\"b\"/></state><state "
      "id=\"b\"><transition event=\"e\" target=\"z\"><aj:end-time-limit "
      "id=\"t\"/></transition></state><final id=\"z\"/>");
  EXPECT_EQ(codes(deaf), Codes{"AJ3213"});
}

TEST(CheckMessages, HoldsBothSidesOfAMessage) {
  const auto round =
      loaded(chart("<state id=\"a\"><transition event=\"开\" target=\"b\"><aj:open-cases "
                   "definition=\"one\"/></transition></state>"
                   "<state id=\"b\"><transition event=\"案件.结果\" aj:by=\"system\" target=\"z\"><assign "
                   "location=\"x\" expr=\"_event.data['结果']\"/></transition>"
                   "<transition event=\"案件.别的\" aj:by=\"system\" aj:label=\"别的\" "
                   "target=\"z\"/></state><final id=\"z\"/><datamodel><data id=\"x\"/></datamodel>",
                   "name=\"round\""));
  const auto one =
      loaded(chart("<state id=\"a\"><transition event=\"e\" target=\"z\"><send target=\"#_parent\" "
                   "event=\"案件.结果\"/><send target=\"#_parent\" "
                   "event=\"案件.结案\"/></transition></state><final id=\"z\"/>",
                   "name=\"one\""));
  Codes found;
  for (const Diagnostic& d : check_messages({round.get(), one.get()})) found.emplace_back(d.row->code);
  EXPECT_EQ(found, (Codes{"AJ3272", "AJ3270", "AJ3271"}));
  EXPECT_TRUE(check_messages({round.get()}).empty());
}

TEST(CheckPeople, FindsRolesAndDutiesThatCannotBeFilled) {
  const auto definition = loaded(
      chart("<aj:role id=\"clerk\" label=\"承办人\"/><aj:role id=\"chief\" label=\"分管领导\"/><aj:role "
            "id=\"archivist\" label=\"档案员\"/><aj:role id=\"inspector\" label=\"检查人员\" holders=\"[]\"/>"
            "<aj:duty role=\"chief\" different-from=\"clerk inspector\"/><state id=\"a\"><transition "
            "event=\"e\" target=\"z\"/></state><final id=\"z\"/>"));
  const auto found = [&](const std::vector<Officer>& officers) {
    Codes out;
    for (const Diagnostic& d : check_people(*definition, officers)) out.emplace_back(d.row->code);
    return out;
  };
  const Officer wei{"卫清和", {{"分管领导", ""}, {"承办人", ""}}, true},
      su{"苏令仪", {{"分管领导", ""}, {"承办人", ""}, {"档案员", ""}}, true},
      wen{"温如故", {{"档案员", ""}, {"分管领导", ""}}, false};
  EXPECT_EQ(found({wei}), (Codes{"AJ3261", "AJ3261", "AJ3260", "AJ3262", "AJ3263"}));
  EXPECT_EQ(found({wei, su, wen}), Codes{});
  EXPECT_EQ(found({wei, su, {"温如故", {{"档案员", ""}}, false}}), Codes{"AJ3263"});
}

}  // namespace
}  // namespace anjuan::analysis
