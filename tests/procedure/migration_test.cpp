// A running procedure moved to a new version of its definition: states, history, data and limits.

#include "procedure/migration.h"

#include "base/text.h"
#include "procedure/charts.h"

namespace anjuan::procedure {
namespace {

/// A report due within some days, then a review; the lines above the states can be changed.
std::string report_chart(const std::string& days = "5", const std::string& states = "", const std::string& data = "") {
  const std::string usual = R"xml(
<state id="写" aj:label="写报告" aj:role="承办人">
  <onentry><aj:time-limit id="报告" label="完成报告" length="天数" unit="working-days" basis="甲" on-due="期限.报告"/></onentry>
  <transition event="提交" target="审" aj:label="提交报告"><aj:input data="页数"/><aj:end-time-limit id="报告"/></transition>
  <transition event="期限.报告" aj:label="逾期"><assign location="逾期" expr="真"/></transition>
</state>
<state id="审" aj:label="审报告"><transition event="通过" target="完" aj:label="通过"/></state>
<final id="完" aj:label="办结"/>)xml";
  return chart(R"xml(<aj:basis id="甲" instrument="《细则》" article="第十条" in-force-from="2021-06-14"/>
<aj:role id="承办人"/>
<aj:parameter id="天数" label="完成报告" type="integer" value=")xml" + days + R"xml(" unit="工作日" basis="甲"/>
<datamodel><data id="页数" aj:type="integer" aj:label="页数"/><data id="逾期" aj:type="boolean" expr="假"/>)xml" + data +
                   "</datamodel>" + (states.empty() ? usual : states), "name=\"报告\" datamodel=\"anjuan\" aj:kind=\"case\"");
}

const calendar::WorkingCalendar& plain_calendar() {
  static const auto calendar = *calendar::WorkingCalendar::make({{2026, "通知", {}, {}, ""}});
  return calendar;
}

Standing begun(const DefinitionPtr& definition) {
  const auto step = start(definition, {{}, &plain_calendar()}, today, {});
  EXPECT_TRUE(step.ok()) << (step.ok() ? "" : shown(step.diagnostics()));
  return step->after;
}

Standing after(const DefinitionPtr& definition, const Standing& before, const std::string& event, Fields values = {}) {
  const std::string origin = event.starts_with("期限.") ? "#_timer" : "";
  const auto next = step(definition, before, {event, std::move(values), make_day(2026, 9, 18), origin}, {{}, &plain_calendar()});
  EXPECT_TRUE(next.ok()) << (next.ok() ? "" : shown(next.diagnostics()));
  return next.ok() ? next->after : before;
}

Result<Migration> moved(const DefinitionPtr& from, const Standing& standing, const DefinitionPtr& to, const Renaming& names = {},
                        std::set<std::string> taken = {}, Day on = today) {
  static Facts facts{{}, nullptr};
  facts.calendar = &plain_calendar();
  return migrate({*from, to, standing, names, facts, on, std::move(taken)});
}

std::vector<std::string> reasons(const Result<Migration>& result) {
  return result.ok() ? std::vector<std::string>{} : codes_of(result.diagnostics());
}

/// A state under a new name has been entered before: what was written there stays when the case comes back to it.
TEST(Migrate, KeepsDataBoundLateOfARenamedState) {
  const auto lately = [](const std::string& id) {
    return loaded(chart("<state id=\"" + id + "\"><datamodel><data id=\"页数\" expr=\"0\"/></datamodel>"
                        "<transition event=\"写\"><assign location=\"页数\" expr=\"7\"/></transition><transition event=\"停\" target=\"停\"/></state>"
                        "<state id=\"停\"><transition event=\"回\" target=\"" + id + "\"/></state><final id=\"完\"/>",
                        "name=\"报告\" datamodel=\"anjuan\" binding=\"late\" initial=\"" + id + "\""));
  };
  const auto old = lately("起草"), fresh = lately("撰写");
  const auto result = moved(old, after(old, begun(old), "写"), fresh, {{{"起草", {"撰写"}}}, {}, {}, {}});
  ASSERT_TRUE(result.ok()) << shown(result.diagnostics());
  const Standing back = after(fresh, after(fresh, result->after, "停"), "回");
  EXPECT_EQ(back.data.at("页数"), Value(7));
}

TEST(Migrate, CountsAnOpenLimitFromItsStartWithTheNewLength) {
  const auto old = loaded(report_chart("5")), fresh = loaded(report_chart("10"));
  const Standing before = begun(old);
  const auto result = moved(old, before, fresh);
  ASSERT_TRUE(result.ok()) << shown(result.diagnostics());
  EXPECT_EQ(before.limits.at("报告").deadline.due, make_day(2026, 9, 17));
  EXPECT_EQ(result->after.limits.at("报告").deadline.due, make_day(2026, 9, 24));
  ASSERT_EQ(result->limits.size(), 1u);
  EXPECT_EQ(result->limits[0].kind, LimitMove::Kind::moved);
  EXPECT_EQ(result->limits[0].due_was.due, make_day(2026, 9, 17));
  EXPECT_EQ(result->after.definition_digest, fresh->digest);
  const Standing reported = after(fresh, result->after, "提交", {{"页数", 3}});
  EXPECT_EQ(reported.active, Ids{"审"});
}

TEST(Migrate, AShorterLimitMayHavePassedAlready) {
  const auto old = loaded(report_chart("10")), fresh = loaded(report_chart("2"));
  const auto result = moved(old, begun(old), fresh, {}, {}, make_day(2026, 9, 20));
  ASSERT_TRUE(result.ok());
  EXPECT_TRUE(result->limits[0].overdue_at_once);
  EXPECT_EQ(fallen_due(result->after, make_day(2026, 9, 20)).size(), 1u);
}

TEST(Migrate, AnExtendedLimitFallsDueAgainOnItsNewDay) {
  const auto old = loaded(report_chart("5")), fresh = loaded(report_chart("10"));
  Standing before = begun(old);
  acknowledge_due(before, "报告");
  const auto result = moved(old, before, fresh, {}, {}, make_day(2026, 9, 18));
  ASSERT_TRUE(result.ok());
  EXPECT_TRUE(fallen_due(result->after, make_day(2026, 9, 24)).empty());
  EXPECT_EQ(fallen_due(result->after, make_day(2026, 9, 25)).size(), 1u);
}

TEST(Migrate, ToTheSameProcedureChangesNothingButTheDigest) {
  const auto old = loaded(report_chart()), same = loaded(report_chart() + "<!-- 排版 -->");
  for (const Standing& before : {begun(old), after(old, begun(old), "提交", {{"页数", 3}}), after(old, begun(old), "期限.报告")}) {
    const auto result = moved(old, before, same, {}, {"提交"});
    ASSERT_TRUE(result.ok()) << shown(result.diagnostics());
    Standing expected = before;
    expected.definition_digest = same->digest;
    EXPECT_EQ(to_value(result->after), to_value(expected));
  }
}

const char* const renamed_states = R"xml(
<state id="起草" aj:label="写报告" aj:role="承办人">
  <onentry><aj:time-limit id="报告期限" label="完成报告" length="天数" unit="working-days" basis="甲" on-due="期限.报告"/></onentry>
  <transition event="提交" target="审" aj:label="提交报告"><aj:end-time-limit id="报告期限"/></transition>
</state>
<state id="审"><transition event="通过" target="完"/></state><final id="完"/>)xml";

TEST(Migrate, AStateThatIsGoneNeedsItsNewName) {
  const auto old = loaded(report_chart()), fresh = loaded(report_chart("5", renamed_states));
  const auto refused = moved(old, begun(old), fresh);
  ASSERT_EQ(reasons(refused), (std::vector<std::string>{"AJ3401"}));
  EXPECT_EQ(sentence(refused.diagnostics()[0], Language::chinese), "新流程里没有环节“写报告”，本案正停在这里");
  EXPECT_NE(hint(refused.diagnostics()[0], Language::chinese).find("--map 写=起草"), std::string::npos) << "by its label";
  const auto result = moved(old, begun(old), fresh, {{{"写", {"起草"}}}, {}, {{"报告", "报告期限"}}, {}});
  ASSERT_TRUE(result.ok()) << shown(result.diagnostics());
  EXPECT_EQ(result->after.active, Ids{"起草"});
  ASSERT_EQ(result->after.limits.count("报告期限"), 1u);
  EXPECT_EQ(result->after.limits.at("报告期限").deadline, begun(old).limits.at("报告").deadline);
  EXPECT_EQ(after(fresh, result->after, "提交").active, Ids{"审"});
}

TEST(Migrate, ALimitThatIsGoneIsEndedByDecisionOnly) {
  const auto old = loaded(report_chart());
  const auto fresh = loaded(report_chart("5", R"xml(<state id="写"><transition event="提交" target="完"/></state><final id="完"/>)xml"));
  const auto refused = moved(old, begun(old), fresh);
  ASSERT_EQ(reasons(refused), (std::vector<std::string>{"AJ3413"}));
  EXPECT_NE(hint(refused.diagnostics()[0], Language::chinese).find("--end-limit 报告"), std::string::npos);
  const auto result = moved(old, begun(old), fresh, {{}, {}, {{"报告", ""}}, {}});
  ASSERT_TRUE(result.ok()) << shown(result.diagnostics());
  EXPECT_TRUE(result->after.limits.empty());
  EXPECT_EQ(result->limits[0].kind, LimitMove::Kind::ended);
}

TEST(Migrate, ALimitOfTheSameLabelIsTakenOverAndTold) {
  const auto old = loaded(report_chart()), fresh = loaded(report_chart("5", renamed_states));
  const auto result = moved(old, begun(old), fresh, {{{"写", {"起草"}}}, {}, {}, {}});
  ASSERT_TRUE(result.ok()) << shown(result.diagnostics());
  EXPECT_EQ(result->after.limits.count("报告期限"), 1u);
  ASSERT_FALSE(result->data.empty());
  EXPECT_EQ(result->data.back().kind, DataMove::Kind::renamed);
}

TEST(Migrate, ALimitThatNothingEndsAnyMoreNeedsADecision) {
  const auto old = loaded(report_chart()), fresh = loaded(report_chart("6"));
  const auto refused = moved(old, begun(old), fresh, {{{"写", {"审"}}}, {}, {}, {}});
  ASSERT_EQ(reasons(refused), (std::vector<std::string>{"AJ3414"}));
  const auto ended = moved(old, begun(old), fresh, {{{"写", {"审"}}}, {}, {{"报告", ""}}, {}});
  ASSERT_TRUE(ended.ok()) << shown(ended.diagnostics());
  EXPECT_TRUE(ended->after.limits.empty());
  EXPECT_EQ(reasons(moved(old, begun(old), fresh, {{}, {}, {{"报告", ""}}, {}})), (std::vector<std::string>{"AJ3415"})) << "one that goes on";
}

TEST(Migrate, ALimitNewOnEntryIsToldButNotStarted) {
  const auto old = loaded(report_chart());
  const auto begun_review = after(old, begun(old), "提交", {{"页数", 1}});
  const auto fresh = loaded(replace_all(report_chart(), "<state id=\"审\" aj:label=\"审报告\">",
                                        "<state id=\"审\" aj:label=\"审报告\"><onentry><aj:time-limit id=\"审核\" label=\"审完\" length=\"3\" "
                                        "unit=\"working-days\" basis=\"甲\"/></onentry>"));
  const auto result = moved(old, begun_review, fresh);
  ASSERT_TRUE(result.ok());
  EXPECT_TRUE(result->after.limits.empty());
  ASSERT_EQ(result->not_started.size(), 1u);
  EXPECT_EQ(result->not_started[0].label, "审完");
}

TEST(Migrate, NewDataGetTheirFirstValueAndOldOnesGo) {
  const auto old = loaded(report_chart("5", "", "<data id=\"旧项\" aj:type=\"text\" expr=\"'甲'\"/>"));
  const auto fresh = loaded(report_chart("5", "", "<data id=\"新项\" aj:type=\"integer\" aj:label=\"新的\" expr=\"天数 + 1\"/>"));
  const auto result = moved(old, begun(old), fresh);
  ASSERT_TRUE(result.ok()) << shown(result.diagnostics());
  EXPECT_EQ(result->after.data.at("新项"), Value(6));
  EXPECT_EQ(result->after.data.count("旧项"), 0u);
  ASSERT_EQ(result->data.size(), 2u);
  EXPECT_EQ(result->data[0].kind, DataMove::Kind::added);
  EXPECT_EQ(result->data[1].kind, DataMove::Kind::dropped);
  const auto renamed = moved(old, begun(old), loaded(report_chart("5", "", "<data id=\"改名\" aj:type=\"text\"/>")), {{}, {{"旧项", "改名"}}, {}, {}});
  ASSERT_TRUE(renamed.ok());
  EXPECT_EQ(renamed->after.data.at("改名"), Value("甲"));
}

TEST(Migrate, AValueThatFitsNoLongerNeedsAnotherOne) {
  const auto old = loaded(report_chart("5", "", "<data id=\"结论\" aj:type=\"choice\" aj:choices=\"好|坏\" aj:label=\"结论\" expr=\"'坏'\"/>"));
  const auto fresh = loaded(report_chart("5", "", "<data id=\"结论\" aj:type=\"choice\" aj:choices=\"好|差\" aj:label=\"结论\" expr=\"'好'\"/>"));
  const auto refused = moved(old, begun(old), fresh);
  ASSERT_EQ(reasons(refused), (std::vector<std::string>{"AJ3406"}));
  EXPECT_EQ(sentence(refused.diagnostics()[0], Language::chinese), "“结论”现在是文字“坏”，新流程要“好、差”之一");
  const auto result = moved(old, begun(old), fresh, {{}, {}, {}, {{"结论", Value("差")}}});
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result->after.data.at("结论"), Value("差"));
}

TEST(Migrate, WhatShouldHaveBeenFilledInIsAskedFor) {
  const auto old = loaded(report_chart());
  const auto fresh = loaded(replace_all(report_chart("5", "", "<data id=\"字数\" aj:type=\"integer\" aj:label=\"字数\"/>"),
                                        "<aj:input data=\"页数\"/>", "<aj:input data=\"页数\"/><aj:input data=\"字数\"/>"));
  const Standing submitted = after(old, begun(old), "提交", {{"页数", 3}});
  const auto refused = moved(old, submitted, fresh, {}, {"提交"});
  ASSERT_EQ(reasons(refused), (std::vector<std::string>{"AJ3407"}));
  EXPECT_EQ(sentence(refused.diagnostics()[0], Language::chinese), "新流程办“提交报告”时必须填“字数”，本案已经办过这件事，没有填");
  EXPECT_TRUE(moved(old, submitted, fresh, {{}, {}, {}, {{"字数", 900}}}, {"提交"}).ok());
  EXPECT_TRUE(moved(old, begun(old), fresh).ok()) << "not done yet: it will be asked for in time";
}

TEST(Migrate, ChangesNoFactThatActsDecide) {
  const auto old = loaded(report_chart()), fresh = loaded(report_chart("6"));
  const Standing submitted = after(old, begun(old), "提交", {{"页数", 3}});
  const auto refused = moved(old, submitted, fresh, {{}, {}, {}, {{"页数", 4}, {"逾期", true}}}, {"提交"});
  ASSERT_EQ(reasons(refused), (std::vector<std::string>{"AJ3412", "AJ3412"}));
  EXPECT_EQ(sentence(refused.diagnostics()[0], Language::chinese), "迁移不能改“页数”：它现在是数“3”，新流程没有要求另填");
  EXPECT_EQ(reasons(moved(old, begun(old), fresh, {{}, {}, {}, {{"页数", 4}}})), (std::vector<std::string>{"AJ3412"})) << "empty, and not asked for";
  EXPECT_TRUE(moved(old, submitted, fresh, {{}, {}, {}, {{"页数", 3}}}, {"提交"}).ok()) << "the same says nothing new";
}

TEST(Migrate, ALimitCountsFromTheDataAsTheyStandAfterwards) {
  const auto old = loaded(report_chart());
  const auto fresh = loaded(replace_all(report_chart("5", "", "<data id=\"收到日\" aj:type=\"date\" aj:label=\"收到日\"/>"), "length=\"天数\"", "length=\"天数\" after=\"收到日\""));
  EXPECT_EQ(reasons(moved(old, begun(old), fresh)).front(), "AJ3409") << "no day to count from";
  const auto result = moved(old, begun(old), fresh, {{}, {}, {}, {{"收到日", make_day(2026, 9, 14)}}});
  ASSERT_TRUE(result.ok()) << shown(result.diagnostics());
  EXPECT_EQ(result->after.limits.at("报告").from, make_day(2026, 9, 14));
  EXPECT_EQ(result->after.limits.at("报告").deadline.due, make_day(2026, 9, 21));
  EXPECT_EQ(result->limits[0].kind, LimitMove::Kind::moved);
}

TEST(Migrate, AStateThatIsDividedNeedsItsStep) {
  const auto old = loaded(report_chart());
  const auto fresh = loaded(report_chart("5", R"xml(<state id="写" aj:label="写报告">
    <state id="写初稿" aj:label="写初稿"><transition event="初稿" target="写定稿"/></state>
    <state id="写定稿" aj:label="写定稿"><transition event="提交" target="完"/></state></state><final id="完"/>)xml"));
  const auto refused = moved(old, begun(old), fresh);
  ASSERT_EQ(reasons(refused), (std::vector<std::string>{"AJ3402", "AJ3413"}));
  EXPECT_EQ(hint(refused.diagnostics()[0], Language::chinese), "请说明本案在哪一步：--map 写=写初稿。");
  EXPECT_EQ(moved(old, begun(old), fresh, {{{"写", {"写定稿"}}}, {}, {{"报告", ""}}, {}})->after.active, (Ids{"写", "写定稿"}));
}

const char* const two_lines = R"xml(<parallel id="并" aj:label="并行">
  <state id="线一" aj:label="第一线"><state id="写" aj:label="写报告"><transition event="提交" target="一完"/></state><final id="一完"/></state>
  <state id="线二" aj:label="第二线"><state id="查" aj:label="查证"><transition event="查毕" target="二完"/></state><final id="二完"/></state>
  <transition event="done.state.并" target="完"/></parallel><final id="完"/>)xml";

TEST(Migrate, ANewLineOfAParallelNeedsItsBeginning) {
  const auto old = loaded(report_chart()), fresh = loaded(report_chart("5", two_lines));
  const auto refused = moved(old, begun(old), fresh);
  ASSERT_EQ(reasons(refused), (std::vector<std::string>{"AJ3404", "AJ3413"}));
  EXPECT_EQ(hint(refused.diagnostics()[0], Language::chinese), "请说明它从哪里开始：--map 写=写+查。");
  EXPECT_EQ(moved(old, begun(old), fresh, {{{"写", {"写", "查"}}}, {}, {{"报告", ""}}, {}})->after.active, (Ids{"并", "线一", "写", "线二", "查"}));
}

TEST(Migrate, StatesThatCannotBeTogetherAreRefused) {
  const auto old = loaded(report_chart("5", two_lines));
  const auto fresh = loaded(report_chart("5", R"xml(<state id="写" aj:label="写报告"><transition event="提交" target="查"/></state>
    <state id="查" aj:label="查证"><transition event="查毕" target="完"/></state><final id="完"/>)xml"));
  const auto refused = moved(old, begun(old), fresh);
  ASSERT_EQ(reasons(refused), (std::vector<std::string>{"AJ3403"}));
  EXPECT_EQ(sentence(refused.diagnostics()[0], Language::chinese), "迁移以后本案会同时停在“写报告、查证”，新流程不允许");
  EXPECT_EQ(moved(old, begun(old), fresh, {{{"查", {}}}, {}, {}, {}})->after.active, Ids{"写"}) << "one line given up";
}

TEST(Migrate, FinishesNoCase) {
  const auto old = loaded(report_chart());
  EXPECT_EQ(reasons(moved(old, begun(old), loaded(report_chart("6")), {{{"写", {"完"}}}, {}, {}, {}})), (std::vector<std::string>{"AJ3405"}));
}

TEST(Migrate, DoesNotRestWhereAnAutomaticWayIsOpen) {
  const auto old = loaded(report_chart());
  const auto fresh = loaded(replace_all(report_chart(), "<transition event=\"提交\"", "<transition cond=\"不是 逾期\" target=\"审\"/><transition event=\"提交\""));
  const auto refused = moved(old, begun(old), fresh);
  ASSERT_EQ(reasons(refused), (std::vector<std::string>{"AJ3408"}));
  EXPECT_EQ(hint(refused.diagnostics()[0], Language::chinese), "请直接对到它通向的环节：--map 写=审。");
  EXPECT_TRUE(moved(old, after(old, begun(old), "期限.报告"), fresh).ok()) << "the condition does not hold";
}

TEST(Migrate, ALengthThatCannotBeComputedIsAReason) {
  const auto old = loaded(report_chart());
  const auto fresh = loaded(replace_all(report_chart(), "length=\"天数\"", "length=\"页数\""));
  EXPECT_EQ(reasons(moved(old, begun(old), fresh)).front(), "AJ3409");
  const auto given = moved(old, begun(old), fresh, {{}, {}, {}, {{"页数", 8}}});
  ASSERT_TRUE(given.ok()) << shown(given.diagnostics());
  EXPECT_EQ(given->after.limits.at("报告").limit.length, 8);
}

TEST(Migrate, NamesOfAMappingMustExist) {
  const auto old = loaded(report_chart()), fresh = loaded(report_chart("6"));
  const auto refused = moved(old, begun(old), fresh, {{{"写写", {"写"}}}, {}, {{"报告", "报靠"}}, {{"页", 1}}});
  EXPECT_EQ(reasons(refused), (std::vector<std::string>{"AJ3410", "AJ3410", "AJ3410"}));
  EXPECT_EQ(sentence(refused.diagnostics()[0], Language::chinese), "迁移对照里的环节“写写”在旧流程里没有");
  const auto far = moved(old, begun(old), fresh, {{{"写", {"scxlm"}}}, {}, {}, {}});
  ASSERT_EQ(reasons(far), (std::vector<std::string>{"AJ3416"}));
  const std::string known = hint(far.diagnostics()[0], Language::chinese);
  EXPECT_TRUE(known.starts_with("请改成这个流程里有的：写、")) << known << ": states, never the root";
}

/// Work that is interrupted and goes on where it was.
std::string interrupted(const std::string& step = "乙步") {
  return chart("<state id=\"办\" aj:label=\"办理\"><history id=\"旧处\"><transition target=\"甲步\"/></history>"
               "<state id=\"甲步\" aj:label=\"甲步\"><transition event=\"下一步\" target=\"" + step + "\"/></state>"
               "<state id=\"" + step + "\" aj:label=\"第二步\"/><transition event=\"中断\" target=\"停\"/></state>"
               "<state id=\"停\" aj:label=\"中断\"><transition event=\"恢复\" target=\"旧处\"/></state>",
               "name=\"中断\" datamodel=\"anjuan\"");
}

TEST(Migrate, AnInterruptedCaseReturnsWhereItWas) {
  const auto old = loaded(interrupted()), fresh = loaded(interrupted("丙步"));
  const Standing stopped = after(old, after(old, begun(old), "下一步"), "中断");
  const auto refused = moved(old, stopped, fresh);
  ASSERT_EQ(reasons(refused), (std::vector<std::string>{"AJ3411"}));
  EXPECT_EQ(hint(refused.diagnostics()[0], Language::chinese), "请说明恢复到哪个环节：--map 乙步=丙步。");
  const auto result = moved(old, stopped, fresh, {{{"乙步", {"丙步"}}}, {}, {}, {}});
  ASSERT_TRUE(result.ok()) << shown(result.diagnostics());
  EXPECT_EQ(after(fresh, result->after, "恢复").active, (Ids{"办", "丙步"}));
}

TEST(Migrate, InsideTheStateItsHistoryIsWrittenAnewAnyway) {
  const auto old = loaded(interrupted()), fresh = loaded(interrupted("丙步"));
  Standing inside = after(old, after(old, after(old, begun(old), "下一步"), "中断"), "恢复");
  const auto result = moved(old, inside, fresh, {{{"乙步", {"丙步"}}}, {}, {}, {}});
  ASSERT_TRUE(result.ok()) << shown(result.diagnostics());
  EXPECT_EQ(result->after.active, (Ids{"办", "丙步"}));
}

}  // namespace
}  // namespace anjuan::procedure
