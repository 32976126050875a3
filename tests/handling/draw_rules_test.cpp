// Who takes part in a draw, by the values that a procedure states before the list is frozen.

#include "handling/draw_rules.h"

#include "base/text.h"
#include "draw/draw.h"
#include "handling/draw_facts.h"
#include "handling/import_register.h"
#include "handling/small_charts.h"

namespace anjuan::handling {
namespace {

/// The small round with more values for its freezing.
std::string chart_with(const std::string& more) {
  return replace_all(round_chart(), R"x(<param name="频次理由")x", more + R"x(<param name="频次理由")x");
}

std::string param(const std::string& name, const std::string& expr) {
  return "<param name=\"" + name + "\" expr=\"" + expr + "\"/>";
}

cases::DrawRecord frozen(SmallRound& round) {
  well(freeze(round.office));
  return round.office.case_of("小1").draws.at(0);
}

draw::FrozenList list_of(SmallRound& round) {
  const cases::DrawRecord record = frozen(round);
  return well(draw::parse_list(record.list, record.id));
}

const draw::Object& object_of(const draw::FrozenList& list, const std::string& id) {
  const auto found = std::find_if(list.objects.begin(), list.objects.end(), [&](const auto& o) { return o.id == id; });
  if (found == list.objects.end()) throw std::runtime_error("not listed: " + id);
  return *found;
}

const draw::Inspector& inspector_of(const draw::FrozenList& list, const std::string& id) {
  const auto found = std::find_if(list.inspectors.begin(), list.inspectors.end(), [&](const auto& i) { return i.id == id; });
  if (found == list.inspectors.end()) throw std::runtime_error("not listed: " + id);
  return *found;
}

bool has_stratum(const draw::FrozenList& list, const std::string& id, std::int64_t numerator, std::int64_t denominator) {
  return std::any_of(list.strata.begin(), list.strata.end(), [&](const draw::Stratum& s) {
    return s.id == id && s.numerator == numerator && s.denominator == denominator;
  });
}

bool has_conflict(const draw::FrozenList& list, const std::string& object, const std::string& inspector, const std::string& reason) {
  return std::find(list.conflicts.begin(), list.conflicts.end(), draw::Conflict{object, inspector, reason}) != list.conflicts.end();
}

// 第九条: 不低于 30 %; a trade may ask for more.
TEST(Share, IsItsOwnForATradeThatHasOne) {
  SmallRound round(chart_with(param("行业比例", "{'律师事务所': 50, '公证机构': 12.5 + 87.5}") + param("行业最少", "{'基层法律服务所': 4}")));
  const draw::FrozenList list = list_of(round);
  EXPECT_TRUE(has_stratum(list, "LS", 50, 100));
  EXPECT_TRUE(has_stratum(list, "GZ", 100, 100));
  EXPECT_TRUE(has_stratum(list, "JC", 30, 100));
  well(draw_lots(round.office));
  std::map<std::string, int> drawn;
  const Value facts = round.office.case_of("小1").draws[0].facts;
  for (const Value& object : facts.field("对象").list()) ++drawn[object.field("业务类别").text()];
  EXPECT_EQ(drawn["律师事务所"], 4) << "ceil(8 · 50 %)";
  EXPECT_EQ(drawn["基层法律服务所"], 4);
}

TEST(Share, IsRefusedBelowTheFloor) {
  SmallRound round(chart_with(param("比例下限", "30") + param("行业比例", "{'律师事务所': 29.5}")));
  const auto refused = freeze(round.office);
  ASSERT_FALSE(refused.ok());
  EXPECT_TRUE(has_code(refused.diagnostics(), "AJ2883")) << shown(refused);
}

TEST(Share, NamesATradeThatNobodyKnows) {
  SmallRound round(chart_with(param("行业比例", "{'律师事务处': 50}")));
  EXPECT_EQ(code_of(freeze(round.office)), "AJ2834");
}

TEST(Rules, AreCheckedWithTheDefinition) {
  const auto definition = well(procedure::load(chart_with(param("风险规则", "[{'字段': '风险级别', '为': 'D', '权重': 2}]") + param("检查止", "骰子")), "small.xml"));
  const Diagnostics found = check_draw_rules(*definition, *support::shipped().library.registers);
  ASSERT_EQ(found.size(), 1u) << shown(found);
  EXPECT_EQ(found[0].row->code, std::string("AJ2882"));
  EXPECT_EQ(found[0].place.file, "small.xml");
  for (const auto& [name, loaded] : support::shipped().library.procedures) EXPECT_TRUE(check_draw_rules(*loaded.content, *support::shipped().library.registers).empty()) << name;
}

TEST(Rules, AreRefusedUnderANameThatIsNearlyRight) {
  SmallRound round(chart_with(param("风险规测", "[]")));
  EXPECT_EQ(code_of(freeze(round.office)), "AJ2892");
}

// A12: groups by risk, fixed before the draw; no group takes from another.
TEST(RiskRules, MakeGroupsWithAShareOfTheirOwnAndWeights) {
  SmallRound round(chart_with(param("风险规则", "[{'字段': '风险等级', '为': ['D'], '比例': 100, '代号': 'D', '说明': '风险D级'}, {'字段': '投诉件数', '不少于': 3, '权重': 4}]")));
  const draw::FrozenList list = list_of(round);
  EXPECT_TRUE(has_stratum(list, "JC-D", 100, 100));
  EXPECT_TRUE(has_stratum(list, "JC", 30, 100));
  EXPECT_EQ(object_of(list, "990128JC008").stratum, "JC-D");
  EXPECT_EQ(object_of(list, "990128LS004").weight, 4) << "three complaints";
  EXPECT_EQ(object_of(list, "990128LS001").weight, 1);
  EXPECT_EQ(object_of(list, "990128LS006").mode, draw::Mode::skip) << "at the cap, whatever its class";
  well(draw_lots(round.office));
  const auto drawn = draw::objects_to_inspect(well(recompute(round.office.case_of("小1").draws[0])));
  EXPECT_NE(std::find(drawn.begin(), drawn.end(), "990128JC008"), drawn.end()) << "100 % of its group";
  EXPECT_EQ(std::count_if(drawn.begin(), drawn.end(), [](const auto& id) { return id.starts_with("990128JC") && id != "990128JC008"; }), 3) << "ceil(8 · 30 %)";
}

TEST(RiskRules, NeverLowerTheShareOfATrade) {
  SmallRound round(chart_with(param("行业比例", "{'律师事务所': 60}") + param("风险规则", "[{'字段': '风险等级', '为': 'A', '比例': 40, '代号': 'A'}]")));
  EXPECT_TRUE(has_stratum(list_of(round), "LS-A", 60, 100));
}

TEST(RiskRules, AreRefusedWhereTheyMeanNothing) {
  const char* const wrong[][2] = {{"[{'字段': '风险级别', '为': 'D', '权重': 2}]", "AJ2882"},
                                  {"[{'字段': '风险等级', '权重': 2}]", "AJ2880"},
                                  {"[{'字段': '风险等级', '为': 'D', '权重': 0}]", "AJ2880"},
                                  {"[{'字段': '风险等级', '为': 'D', '比例': 60}]", "AJ2880"},
                                  {"[{'字段': '风险等级', '为': 'D', '比例': 101, '代号': 'D'}]", "AJ2880"}};
  for (const auto& [rules, code] : wrong) {
    SmallRound round(chart_with(param("风险规则", rules)));
    EXPECT_EQ(code_of(freeze(round.office)), code) << rules;
  }
}

// 定向: taken in any case, and not counted as random (A12).
TEST(Must, IsTakenBesideTheRandomQuota) {
  SmallRound round(chart_with(param("定向", "[{'编号': '990128LS004', '理由': '客观'}]")));
  const draw::FrozenList list = list_of(round);
  EXPECT_EQ(object_of(list, "990128LS004").mode, draw::Mode::must);
  EXPECT_EQ(object_of(list, "990128LS004").note, "客观");
  well(draw_lots(round.office));
  const cases::DrawRecord record = round.office.case_of("小1").draws[0];
  const auto drawn = draw::objects_to_inspect(well(recompute(record)));
  EXPECT_EQ(std::count_if(drawn.begin(), drawn.end(), [](const auto& id) { return id.starts_with("990128LS"); }), 4) << "3 by lot and 1 named";
  ASSERT_EQ(record.facts.field("定向").list().size(), 1u);
  EXPECT_EQ(record.facts.field("定向").list()[0].field("理由").text(), "客观原因");
}

TEST(Must, IsRefusedOutsideTheBaseAndWithoutACode) {
  const char* const wrong[][2] = {{"[{'编号': '990128LS007', '理由': '客观'}]", "AJ2884"},
                                  {"[{'编号': '990128LS099', '理由': '客观'}]", "AJ2884"},
                                  {"[{'编号': '990128LS004', '理由': '负责人岑某与人不和'}]", "AJ2881"},
                                  {"[{'编号': '990128LS006', '理由': '客观'}]", "AJ2885"}};
  for (const auto& [named, code] : wrong) {
    SmallRound round(chart_with(param("定向", named)));
    EXPECT_EQ(code_of(freeze(round.office)), code) << named;
  }
}

// A11: over the cap only by an approval; the object stays in the pool, it is not picked by hand.
TEST(OverCap, KeepsAnApprovedObjectInThePool) {
  SmallRound round(chart_with(param("超频次", "[{'编号': '990128LS006', '理由': '客观', '批准人': '裴承远'}]")));
  EXPECT_EQ(object_of(list_of(round), "990128LS006").mode, draw::Mode::draw);
  const Value facts = round.office.case_of("小1").draws[0].facts;
  ASSERT_EQ(facts.field("超频次").list().size(), 1u);
  EXPECT_EQ(facts.field("超频次").list()[0].field("第几次").integer(), 3);
  EXPECT_EQ(facts.field("超频次").list()[0].field("批准人").text(), "裴承远");
}

// 基准日 (A5): who was licensed later is not of the base.
TEST(Base, LeavesOutWhoJoinedAfterItsDay) {
  SmallRound round(chart_with(param("基准日", "日期('2022-01-01')") + param("入库理由", "'客观'")));
  const draw::FrozenList list = list_of(round);
  EXPECT_TRUE(std::none_of(list.objects.begin(), list.objects.end(), [](const auto& o) { return o.id == "990128LS008" || o.id == "990128LS009"; }));
}

// R05-3: valid at the draw and on the day of the check.
TEST(Certificates, HoldOnTheLastDayOfTheInspections) {
  SmallRound round(chart_with(param("检查止", "日期('2027-05-20')")));
  const draw::FrozenList list = list_of(round);
  EXPECT_FALSE(inspector_of(list, "990128ZF003").in) << "its certificate ends on 2027-05-19";
  EXPECT_EQ(inspector_of(list, "990128ZF003").note, "证件");
  EXPECT_TRUE(inspector_of(list, "990128ZF001").in);
}

// A26 and joint rounds: seats by tag, tags by a column of the register.
TEST(Seats, AreFilledByTheTagTheyAskFor) {
  SmallRound round(chart_with(param("人员标记", "[{'字段': '专业特长', '含': '律师', '代号': 'LV'}]") + param("行业席位", "{'律师事务所': ['LV', '-']}")));
  const draw::FrozenList list = list_of(round);
  EXPECT_EQ(inspector_of(list, "990128ZF001").tags, std::vector<std::string>{"LV"});
  EXPECT_EQ(object_of(list, "990128LS001").seats, (std::vector<std::string>{"LV", ""}));
  EXPECT_EQ(object_of(list, "990128JC001").seats, (std::vector<std::string>{"", ""}));
  well(draw_lots(round.office));
  const draw::DrawResult result = well(recompute(round.office.case_of("小1").draws[0]));
  for (const draw::TeamSeat& seat : result.teams) {
    EXPECT_TRUE(seat.tag != "LV" || seat.inspector == "990128ZF001" || seat.inspector == "990128ZF002") << seat.inspector;
  }
}

TEST(Seats, MayOnlyAskForTagsThatARuleGives) {
  SmallRound round(chart_with(param("席位", "['-', 'SW']")));
  EXPECT_EQ(code_of(freeze(round.office)), "AJ2880");
}

// A26: nobody is sent to more places than the procedure allows; where that leaves seats empty, nothing is frozen.
TEST(Most, IsAskedOfEachInspector) {
  SmallRound round(chart_with(param("每人最多", "2")));
  EXPECT_EQ(inspector_of(list_of(round), "990128ZF001").cap, 2);
  well(draw_lots(round.office));
  for (const draw::InspectorLoad& load : well(recompute(round.office.case_of("小1").draws[0])).loads) EXPECT_LE(load.assigned, 2) << load.inspector;
  SmallRound few(chart_with(param("每人最多", "1")));
  EXPECT_EQ(code_of(freeze(few.office)), "AJ2256") << "7 targets, 14 seats, 8 inspectors: refused before anybody throws dice";
  SmallRound none(chart_with(param("每人最多", "0")));
  EXPECT_EQ(code_of(freeze(none.office)), "AJ2880");
}

TEST(Conditions, LeaveOutWhoDoesNotMeetThem) {
  SmallRound round(chart_with(param("人员条件", "[{'字段': '执法类别', '含': '行政处罚', '理由': '客观'}]")));
  const draw::FrozenList list = list_of(round);
  EXPECT_FALSE(inspector_of(list, "990128ZF004").in);
  EXPECT_EQ(inspector_of(list, "990128ZF004").note, "客观");
  EXPECT_TRUE(inspector_of(list, "990128ZF005").in);
}

// R08-6: who works for an object, or for the unit that leads it, is in conflict without declaring it.
TEST(Employers, AreConflictsByNameAndByTheTable) {
  SmallRound round(chart_with(param("隶属字段", "['单位', '股室']") + param("隶属理由", "'客观'") + param("隶属对照", "{'柳渡司法所': ['990128JC002'], '城关司法所': '990128JC001'}")));
  const draw::FrozenList list = list_of(round);
  EXPECT_TRUE(has_conflict(list, "990128JC002", "990128ZF008", "客观"));
  EXPECT_TRUE(has_conflict(list, "990128JC001", "990128ZF007", "申报")) << "declared before: the declaration stands";
  EXPECT_TRUE(has_conflict(list, "990128LS002", "990128ZF002", "申报"));
}

// R09-3: every kind of check counts, but what was entered as not counting does not.
TEST(Cap, CountsTheChecksOfTheLedger) {
  SmallRound round;
  const std::string ledger = "检查编号,对象编号,检查日期,检查种类,计入频次,计入覆盖,状态\n"
                             "T1,990128LS002,2026-03-01,个案检查,是,是,有效\n"     // with one brought along: 2
                             "T2,990128LS003,2026-03-01,专项检查,是,是,有效\nT3,990128LS003,2026-05-01,整改复查,否,是,有效\n"
                             "T4,990128LS005,2026-03-01,日常检查,是,是,有效\nT5,990128LS005,2026-05-01,日常检查,是,是,作废\n"
                             "T6,990128LS001,2025-03-01,日常检查,是,是,有效\nT7,990128LS001,2025-05-01,日常检查,是,是,有效\n";
  Office office = round.office.office();
  well(import_register(office, "检查台账", {"台账.csv", ledger, "补录"}, round.office.act(today, "陆明舟", "陆明舟")));
  const draw::FrozenList list = list_of(round);
  EXPECT_EQ(object_of(list, "990128LS002").mode, draw::Mode::skip);
  EXPECT_EQ(object_of(list, "990128LS003").mode, draw::Mode::draw) << "a check of corrections does not count";
  EXPECT_EQ(object_of(list, "990128LS005").mode, draw::Mode::draw) << "withdrawn entries do not count";
  EXPECT_EQ(object_of(list, "990128LS001").mode, draw::Mode::draw) << "of the year before";
}

// A pool too small for its quota, or a register that missed its refresh, does not stop a draw; it is told.
TEST(Freeze, RemarksOnASmallPoolAndAStaleRegister) {
  SmallRound round(chart_with(param("行业比例", "{'律师事务所': 100}")));
  const Receipt receipt = well(freeze(round.office));
  EXPECT_TRUE(has_code(receipt.remarks, "AJ2891")) << shown(receipt.remarks);
  EXPECT_FALSE(has_code(receipt.remarks, "AJ2890"));
  SmallRound later;
  Office office = later.office.office();
  Act act = later.office.act(make_day(2028, 1, 4), "陆明舟", "陆明舟");
  act.event = "冻结";
  act.secret = secret;
  EXPECT_TRUE(has_code(well(handle(office, CaseId("小1"), act)).remarks, "AJ2890"));
}

// The year's loads and visits are carried from one draw to the next.
TEST(Year, CarriesLoadsAndVisitsToTheNextDraw) {
  SmallRound round;
  well(freeze(round.office));
  well(draw_lots(round.office));
  const draw::DrawResult first = well(recompute(round.office.case_of("小1").draws[0]));
  well(open_small(round.office, "小2"));
  well(freeze(round.office, "小2"));
  const cases::DrawRecord second = round.office.case_of("小2").draws.at(0);
  const draw::FrozenList list = well(draw::parse_list(second.list, second.id));
  for (const draw::InspectorLoad& load : first.loads) EXPECT_EQ(inspector_of(list, load.inspector).load, load.before + load.assigned) << load.inspector;
  for (const std::string& id : draw::objects_to_inspect(first)) {
    const bool checked_before = id == "990128LS002" || id == "990128JC002";  // once this year, by the register
    EXPECT_EQ(object_of(list, id).mode, checked_before ? draw::Mode::skip : draw::Mode::draw) << id;
  }
}

}  // namespace
}  // namespace anjuan::handling
