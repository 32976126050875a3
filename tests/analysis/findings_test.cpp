// What cannot be meant is found on bare charts and procedures alike.

#include "analysis/between.h"
#include "analysis/charts.h"
#include "analysis/people.h"
#include "base/text.h"

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

// What the data can be makes an earlier condition hold always, or several of them together.
TEST(Analyse, FindsTransitionsThatOthersPreemptByWhatTheDataCanBe) {
  const std::string data =
      "<datamodel><data id=\"数\" aj:type=\"integer\" expr=\"1\"/><data id=\"结论\" aj:type=\"choice\" "
      "aj:choices=\"合格|整改\"/></datamodel>";
  const std::string last = "<transition event=\"e\" target=\"y\"/></state><final id=\"y\"/><final id=\"z\"/>";
  const Report alone = report(
      chart(data + "<state id=\"a\"><transition event=\"e\" cond=\"数 &gt; 0\" target=\"z\"/>" + last));
  ASSERT_EQ(codes(alone), (Codes{"AJ3200", "AJ3218"})) << shown(alone.found);
  EXPECT_NE(shown(alone.found).find("条件“数 > 0”总是成立"), std::string::npos) << shown(alone.found);
  const std::string together =
      "<state id=\"s\"><transition event=\"定\" target=\"a\"><aj:input data=\"结论\" "
      "required=\"yes\"/></transition></state>"
      "<state id=\"a\"><transition event=\"e\" cond=\"结论 == '合格'\" target=\"z\"/>"
      "<transition event=\"e\" cond=\"结论 == '整改'\" target=\"z\"/>";
  const Report both = report(chart(data + together + last));
  ASSERT_EQ(codes(both), (Codes{"AJ3200", "AJ3219"})) << shown(both.found);
  // One case more, and the last transition has its turn.
  EXPECT_EQ(codes(chart(replace_all(data, "合格|整改", "合格|整改|处罚") + together + last)), Codes{});
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

// Once the number is followed the branch always comes out the same way, and the way goes on.
TEST(Analyse, TellsNoDeadEndThatABranchOnOtherDataKeepsAway) {
  const auto with = [](const std::string& number) {
    return chart(
        "<datamodel><data id=\"数\" aj:type=\"integer\" expr=\"" + number +
        "\"/><data id=\"可办\" aj:type=\"boolean\" expr=\"假\"/></datamodel>"
        "<state id=\"a\"><transition event=\"e\" target=\"b\"><if cond=\"数 &lt; 2\"><assign "
        "location=\"可办\" expr=\"真\"/></if></transition></state>"
        "<state id=\"b\"><transition event=\"f\" cond=\"可办\" target=\"z\"/></state><final id=\"z\"/>");
  };
  EXPECT_EQ(codes(with("1")), Codes{}) << shown(report(with("1")).found);
  EXPECT_FALSE(codes(with("3")).empty());
}

// Each condition alone may fail; that all fail at once is a dead end all the same.
TEST(Analyse, FindsDeadEndsBehindConditionsOnDifferentData) {
  const std::string data =
      "<datamodel><data id=\"结论\" aj:type=\"choice\" aj:choices=\"合格|整改|处罚\"/><data id=\"紧急\" "
      "aj:type=\"boolean\" expr=\"假\"/><data id=\"从不\" aj:type=\"boolean\" expr=\"假\"/></datamodel>";
  const std::string first =
      "<state id=\"a\"><transition event=\"定\" target=\"c\"><aj:input data=\"结论\"/><aj:input "
      "data=\"紧急\"/></transition></state><state id=\"c\"><transition event=\"e\" cond=\"结论 == '合格'\" "
      "target=\"z\"/><transition event=\"f\" cond=\"紧急\" target=\"z\"/>";
  const std::string last = "</state><final id=\"z\"/>";
  EXPECT_EQ(codes(chart(data + first + last)), Codes{"AJ3206"});
  const std::string never = "<transition event=\"g\" cond=\"从不\" target=\"z\"/>";
  EXPECT_EQ(codes(chart(data + first + never + last)), (Codes{"AJ3206", "AJ3203"}));
  const std::string always = "<transition event=\"g\" target=\"z\"/>";
  EXPECT_EQ(codes(chart(data + first + always + last)), Codes{});
}

TEST(Analyse, FindsLoopsOverStatesWhoseConditionsReadDifferentData) {
  const std::string data =
      "<datamodel><data id=\"k\" aj:type=\"integer\" expr=\"0\"/><data id=\"n\" aj:type=\"integer\" "
      "expr=\"0\"/></datamodel>";
  EXPECT_EQ(codes(chart(data + "<state id=\"a\"><transition cond=\"k == 0\" target=\"b\"/></state><state "
                               "id=\"b\"><transition cond=\"n == 0\" target=\"a\"/></state>")),
            Codes{"AJ3210"});
}

TEST(Analyse, FindsThatAnEndIsNeverComeTo) {
  const std::string round =
      "<state id=\"a\"><transition event=\"e\" target=\"b\"/></state><state id=\"b\"><transition event=\"e\" "
      "target=\"a\"/></state>";
  EXPECT_EQ(codes(chart(round)), Codes{}) << "a chart without an end wants none";
  EXPECT_EQ(codes(chart(round + "<final id=\"z\"/>")), (Codes{"AJ3208", "AJ3200"}));
}

TEST(Analyse, FindsDeadEnds) {
  const Report plain =
      report(chart("<state id=\"a\"><transition event=\"e\" target=\"b\"/><transition event=\"f\" "
                   "target=\"z\"/></state><state id=\"b\"/><final id=\"z\"/>"));
  ASSERT_EQ(codes(plain), Codes{"AJ3206"});
  EXPECT_EQ(shown(plain.found),
            "chart.xml:2:91: 错误 AJ3206  走到“b”就再也动不了：没有任何事件能使流程继续，它又不是终点\n   "
            "提示  走到这里的办法：（1）“e” → b。请补一条离开它的流转，或者把它改为 final。\n");
  EXPECT_EQ(codes(chart("<state id=\"a\"><transition event=\"e\" target=\"b\"/></state><state id=\"b\"/>")),
            Codes{"AJ3216"});
  // A final inside that nothing takes up.
  EXPECT_EQ(codes(chart("<state id=\"a\"><state id=\"b\"><transition event=\"e\" "
                        "target=\"c\"/></state><final id=\"c\"/></state><final id=\"z\"/>")),
            (Codes{"AJ3206", "AJ3200"}));
  const std::string counted =
      "<datamodel><data id=\"数\" aj:type=\"integer\" expr=\"0\"/></datamodel><state id=\"a\"><transition "
      "event=\"e\"><assign location=\"数\" expr=\"数 * 3 + 1\"/></transition>"
      "<transition event=\"f\" target=\"b\"/></state><state id=\"b\"><transition event=\"g\" cond=\"数 == "
      "4\" target=\"z\"/></state><final id=\"z\"/>";
  // At once: 数 is 0. Once it is past 4 that is what all leads to: it is told once.
  EXPECT_EQ(codes(chart(counted)), Codes{"AJ3206"});
  const std::string unknown =
      "<datamodel><data id=\"文\" aj:type=\"text\"/><data id=\"数\" aj:type=\"integer\" "
      "expr=\"4\"/></datamodel><state id=\"a\"><transition event=\"e\" target=\"b\"><aj:input "
      "data=\"文\" required=\"yes\"/><assign location=\"数\" expr=\"长度(文)\"/></transition></state>"
      "<state id=\"b\"><transition event=\"g\" cond=\"数 == 4\" target=\"z\"/></state><final id=\"z\"/>";
  const Report filled = report(chart(unknown));
  ASSERT_EQ(codes(filled), Codes{"AJ3206"});  // some text has another length: the interpreter went there
  EXPECT_NE(shown(filled.found).find("走到“b”就再也动不了：像下面这样填写以后，没有任何事件能使流程继续"),
            std::string::npos)
      << shown(filled.found);
  // Nobody tries a text of just so many characters, and squares are not followed: it may be so.
  std::string rare = unknown;
  rare.replace(rare.find("数 == 4"), std::string("数 == 4").size(), "数 != 1225");
  rare.replace(rare.find("长度(文)"), std::string("长度(文)").size(), "长度(文) * 长度(文)");
  EXPECT_EQ(codes(chart(rare)), Codes{"AJ3207"});
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
      "<datamodel><data id=\"文\" aj:type=\"text\"/><data id=\"数\" aj:type=\"integer\" "
      "expr=\"4\"/></datamodel><state id=\"a\"><transition event=\"f\" target=\"z\"/><transition "
      "event=\"e\" target=\"d\"><aj:input data=\"文\" required=\"yes\"/><assign location=\"数\" "
      "expr=\"长度(文)\"/></transition></state>"
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
      (Codes{"AJ3210"}));
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

TEST(Analyse, PointsAtWhatStartsALimitAnew) {
  const std::string start = "<aj:time-limit id=\"t\" label=\"报告\" length=\"5\" unit=\"working-days\"/>";
  const Report all =
      report(chart("<state id=\"a\"><transition event=\"e\" target=\"b\">" + start +
                   "</transition></state>\n<state id=\"b\"><transition event=\"退回\">\n" + start +
                   "</transition><transition event=\"e\" target=\"z\"><aj:end-time-limit "
                   "id=\"t\"/></transition></state><final id=\"z\"/>"));
  ASSERT_EQ(codes(all), Codes{"AJ3214"}) << shown(all.found);
  EXPECT_EQ(all.found.front().place.line, 4);
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
  const auto round = loaded(
      chart("<state id=\"a\"><transition event=\"开\" target=\"b\"><aj:open-cases "
            "definition=\"one\"/></transition></state>"
            "<state id=\"b\"><transition event=\"案件.结果\" aj:by=\"system\" target=\"z\"><assign "
            "location=\"x\" expr=\"_event.data['结果']\"/></transition>"
            "<transition event=\"案件.别的事\" aj:by=\"system\" aj:label=\"别的\" target=\"z\"/>"
            "<transition event=\"案件.结果了\" aj:by=\"system\" aj:label=\"写错的\" target=\"z\"/></state>"
            "<final id=\"z\"/><datamodel><data id=\"x\"/></datamodel>",
            "name=\"round\""));
  const auto one =
      loaded(chart("<state id=\"a\"><transition event=\"e\" target=\"z\"><send target=\"#_parent\" "
                   "event=\"案件.结果\"/><send target=\"#_parent\" "
                   "event=\"案件.结案\"/></transition></state><final id=\"z\"/>",
                   "name=\"one\""));
  Codes found;
  for (const Diagnostic& d : check_messages({round.get(), one.get()})) found.emplace_back(d.row->code);
  EXPECT_EQ(found, (Codes{"AJ3272", "AJ3270", "AJ3271", "AJ3273"}));
  EXPECT_TRUE(check_messages({round.get()}).empty());
}

const char* const duties =
    "<aj:role id=\"clerk\" label=\"承办人\"/><aj:role id=\"chief\" label=\"分管领导\"/><aj:role "
    "id=\"archivist\" label=\"档案员\"/><aj:role id=\"inspector\" label=\"检查人员\" holders=\"[]\"/>"
    "<aj:duty role=\"chief\" different-from=\"clerk inspector\"/><state id=\"a\"><transition "
    "event=\"e\" aj:role=\"archivist\" target=\"z\"/></state><final id=\"z\"/>";

TEST(CheckPeople, FindsRolesAndDutiesThatCannotBeFilled) {
  const auto definition = loaded(chart(duties));
  const auto found = [&](const std::vector<Officer>& officers) {
    Codes out;
    for (const Diagnostic& d : check_people(*definition, officers)) out.emplace_back(d.row->code);
    return out;
  };
  const Officer wei{"卫清和", {{"分管领导", ""}, {"承办人", ""}}},
      su{"苏令仪", {{"分管领导", ""}, {"承办人", ""}, {"档案员", ""}}}, wen{"温如故", {{"档案员", ""}}};
  EXPECT_EQ(found({wei}), (Codes{"AJ3261", "AJ3261", "AJ3260", "AJ3262"}));
  EXPECT_EQ(found({wei, su, wen}), Codes{});
}

TEST(CheckPeople, SayOnWhichDaysNobodyOrOneAloneHoldsAPost) {
  const auto definition =
      loaded(chart("<aj:role id=\"chief\" label=\"分管领导\"/><state id=\"a\"><transition event=\"e\" "
                   "aj:role=\"chief\" target=\"z\"/></state><final id=\"z\"/>"));
  const auto found = [&](const std::vector<Officer>& officers) {
    return shown(check_people(*definition, officers));
  };
  const Day year_end = make_day(2026, 12, 31), february = make_day(2027, 2, 1);
  const Officer wei{"卫清和", {{"分管领导", "", std::nullopt, year_end}}},
      su{"苏令仪", {{"分管领导", "", february}}};
  const std::string gap = found({wei, su});
  EXPECT_NE(gap.find("AJ3266"), std::string::npos) << gap;
  EXPECT_NE(gap.find("“分管领导”有些日子没有人可以担任：2027年1月1日至2027年1月31日"), std::string::npos)
      << gap;
  EXPECT_NE(gap.find("AJ3267"), std::string::npos) << gap;
  EXPECT_NE(gap.find("只有一人可以担任：2026年12月31日为止卫清和；2027年2月1日起苏令仪"), std::string::npos)
      << gap;
  const Officer wen{"温如故", {{"分管领导", ""}}}, always{"桑以墨", {{"分管领导", ""}}};
  EXPECT_EQ(found({wei, su, wen, always}), "") << "two are always there";
  const std::string deputy = found({wen, {"桑以墨", {{"分管领导", "", make_day(2026, 1, 1), year_end}}}});
  EXPECT_NE(deputy.find("只有一人可以担任：2027年1月1日起温如故"), std::string::npos) << deputy;
  const std::string ended = found({wei});
  EXPECT_NE(ended.find("没有人可以担任：2027年1月1日起"), std::string::npos) << ended;
  EXPECT_NE(ended.find("AJ3261"), std::string::npos) << ended;
  EXPECT_EQ(ended.find("AJ3267"), std::string::npos) << "said once: " << ended;
  const Officer next{"苏令仪", {{"分管领导", "", make_day(2027, 1, 1)}}};
  EXPECT_EQ(found({wei, next}).find("AJ3266"), std::string::npos) << "one day follows the other";
}

TEST(CheckPeople, ARoleThatNothingUsesIsNoError) {
  const auto definition =
      loaded(chart("<aj:role id=\"chief\" label=\"分管领导\"/><state id=\"a\"><transition event=\"e\" "
                   "target=\"z\"/></state><final id=\"z\"/>"));
  const Diagnostics found = check_people(*definition, {});
  ASSERT_EQ(found.size(), 1u) << shown(found);
  EXPECT_EQ(found.front().row->code, std::string("AJ3268"));
  EXPECT_EQ(found.front().row->severity, Severity::warning);
}

/// Two chiefs who inspect, one of them acting until the end of the year, and two who only inspect.
struct Teams {
  procedure::DefinitionPtr definition = loaded(chart(duties));
  const Day on = make_day(2026, 9, 10), last = make_day(2026, 12, 31);
  std::vector<Officer> officers{{"卫清和", {{"分管领导", ""}}, "1"}, {"苏令仪", {{"分管领导", ""}}, "2"}};
  DrawBase base{{{{"1", "卫清和"}, {"2", "苏令仪"}, {"3", "桑以墨"}, {"4", "詹云"}}}, {{"公证机构", "", {}}}};

  std::string found() const { return shown(check_teams(*definition, officers, base, on)); }
};

TEST(CheckTeams, NamesTheTeamThatLeavesNobodyToReview) {
  Teams t;
  EXPECT_NE(
      t.found().find("检查公证机构，卫清和、苏令仪编成一组（每组 2 人）时，没有人可以依法担任“分管领导”"),
      std::string::npos)
      << t.found();
  t.base.team = 3;
  EXPECT_NE(t.found().find("卫清和、苏令仪与桑以墨、詹云中任何 1 人编成一组（每组 3 人）"), std::string::npos)
      << t.found();
}

TEST(CheckTeams, FindNothingWhereSomebodyIsAlwaysLeft) {
  Teams t;
  t.base.targets.front().barred = {"2"};  // never on that team
  EXPECT_EQ(t.found(), "");
  t.base.targets.push_back({"公证机构", "", {}});  // but on this one
  EXPECT_NE(t.found(), "");
  t.officers.push_back({"温如故", {{"分管领导", ""}}, "5"});
  EXPECT_EQ(t.found(), "");
  t.officers.pop_back();
  t.base.inspectors->at(1).until = make_day(2026, 9, 9);  // the certificate is over
  EXPECT_EQ(t.found(), "");
  t.base.inspectors = {{{"1", "卫清和"}, {"3", "桑以墨"}}};
  EXPECT_EQ(t.found(), "");
}

TEST(CheckTeams, LookAtTheDaysOnWhichPostsAreHeld) {
  Teams t;
  t.officers.push_back({"温如故", {{"分管领导", "", std::nullopt, t.last}}, "5"});
  EXPECT_NE(t.found().find("自2027年1月1日起，检查公证机构，"), std::string::npos) << t.found();
  t.officers.back().posts.front().from = make_day(2026, 10, 1);
  EXPECT_NE(t.found().find(" 检查公证机构，"), std::string::npos) << t.found();
}

TEST(CheckTeams, AreOfTheUnitInCharge) {
  Teams t;
  t.officers = {{"卫清和", {{"分管领导", "律师工作股"}}, "1"}, {"苏令仪", {{"分管领导", "基层工作股"}}, "5"}};
  t.base.targets = {{"律师事务所", "律师工作股", {}}, {"基层法律服务所", "基层工作股", {}}};
  const Diagnostics found = check_teams(*t.definition, t.officers, t.base, t.on);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(shown(found).find("检查律师事务所（律师工作股），卫清和与苏令仪、桑以墨、詹云中任何 1 人"),
            std::string::npos)
      << shown(found);
  t.base.targets.clear();  // not known what is inspected: by the units of the posts
  EXPECT_NE(t.found().find("律师工作股的案件，卫清和与"), std::string::npos) << t.found();
}

TEST(CheckTeams, OfAWholeDrawMayHoldEverybody) {
  Teams t;
  t.officers.push_back({"桑以墨", {{"分管领导", ""}}, "3"});
  EXPECT_EQ(t.found(), "");
  t.base.whole_draw = true;
  EXPECT_NE(t.found().find("AJ3264"), std::string::npos) << t.found();
  EXPECT_NE(t.found().find("卫清和、苏令仪、桑以墨"), std::string::npos) << t.found();
}

TEST(CheckTeams, SayWhatIsNotKnown) {
  Teams t;
  t.base.inspectors.reset();
  EXPECT_NE(t.found().find("AJ3265"), std::string::npos) << t.found();
  EXPECT_NE(t.found().find("“分管领导”卫清和、苏令仪"), std::string::npos) << t.found();
}

}  // namespace
}  // namespace anjuan::analysis
