// The year as a supervisor asks for it: how many of each trade, how often each object, who was forgotten.

#include "handling/coverage.h"

#include "handling/import_register.h"
#include "handling/register_versions.h"
#include "handling/small_charts.h"

namespace anjuan::handling {
namespace {

const TradeCoverage& trade(const Coverage& c, const std::string& name) {
  for (const TradeCoverage& t : c.trades) {
    if (t.trade == name) return t;
  }
  throw std::runtime_error("no trade " + name);
}

void import_ledger(SmallRound& round, const std::string& rows) {
  Office office = round.office.office();
  const std::string ledger = "检查编号,对象编号,检查日期,检查种类,计入频次,计入覆盖\n" + rows;
  well(import_register(office, "checks", {"台账.csv", ledger, "补录"}, round.office.act(today, "陆明舟", "陆明舟")));
}

// The county: 8 law firms in practice (one of 9 suspended), of which one was visited twice and one once.
TEST(CoverageOf, CountsObjectsAndVisitsApart) {
  SmallRound round;
  const Coverage c = well(coverage_of(round.office.office(), 2026, today));
  const TradeCoverage& firms = trade(c, "律师事务所");
  EXPECT_EQ(firms.base, 8);
  EXPECT_EQ(firms.needed, 3) << "ceil(8 · 30 %)";
  EXPECT_EQ(firms.checked, 2);
  EXPECT_EQ(firms.missing(), 1);
  EXPECT_EQ(firms.visits, 3);
  EXPECT_EQ(firms.most, 2);
  EXPECT_EQ(firms.cap, 2);
  EXPECT_EQ(firms.at_cap, 1);
  EXPECT_EQ(firms.over_cap, 0);
  EXPECT_EQ(trade(c, "公证机构").needed, 1);
  EXPECT_EQ(trade(c, "公证机构").missing(), 1);
}

TEST(CoverageOf, CountsADrawOnceAndWhatIsStillOpen) {
  SmallRound round;
  well(freeze(round.office));
  well(draw_lots(round.office));
  well(perform(round.office, "小1", "立案"));
  const Coverage c = well(coverage_of(round.office.office(), 2026, today));
  EXPECT_GE(trade(c, "律师事务所").checked, 3);
  EXPECT_EQ(trade(c, "公证机构").missing(), 0);
  EXPECT_EQ(trade(c, "公证机构").open, 1);
  well(perform(round.office, "小1", "作废"));
  EXPECT_EQ(trade(well(coverage_of(round.office.office(), 2026, today)), "公证机构").missing(), 1) << "a voided draw checks nobody";
}

TEST(CoverageOf, TakesWrittenChecksAsCoverageOnly) {
  SmallRound round;
  import_ledger(round, "T1,990128GZ001,2026-05-06,书面检查,否,是\nT2,990128LS006,2026-09-01,个案检查,是,是\n");
  const Coverage c = well(coverage_of(round.office.office(), 2026, today));
  EXPECT_EQ(trade(c, "公证机构").checked, 1);
  EXPECT_EQ(trade(c, "公证机构").visits, 0);
  EXPECT_EQ(trade(c, "律师事务所").over_cap, 1);
  ASSERT_EQ(c.over.size(), 1u);
  EXPECT_EQ(c.over[0].id, "990128LS006");
  EXPECT_EQ(c.over[0].visits, 3);
}

TEST(CoverageOf, NamesWhoWasNotCheckedForYears) {
  SmallRound round;
  const Coverage c = well(coverage_of(round.office.office(), 2026, today));
  std::vector<std::string> ids;
  for (const UncheckedObject& o : c.unchecked) ids.push_back(o.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"990128JC004", "990128JC007", "990128LS005", "990128LS008"})) << "without any check since they joined";
  const Coverage later = well(coverage_of(round.office.office(), 2028, make_day(2028, 1, 3)));
  EXPECT_GT(later.unchecked.size(), ids.size());
}

TEST(CoverageOf, StartsANewYearAtNothing) {
  SmallRound round;
  const Coverage c = well(coverage_of(round.office.office(), 2027, make_day(2027, 3, 1)));
  EXPECT_EQ(trade(c, "律师事务所").checked, 0) << "已检查次数 belongs to the year of its version";
  EXPECT_FALSE(c.warned());
  EXPECT_TRUE(well(coverage_of(round.office.office(), 2027, make_day(2027, 10, 1))).warned());
}

// R07-1: which planned rounds were begun, by the datum that the register definition names.
TEST(CoverageOf, HoldsTheRoundsAgainstTheYearsPlan) {
  SmallRound round(replace_all(round_chart(), R"(<data id="密数")", R"(<data id="计划序号" aj:type="text" expr="'2'"/><data id="密数")"));
  Office office = round.office.office();
  EXPECT_TRUE(well(coverage_of(office, 2026, today)).planned.empty()) << "no plan is on record";
  const std::string plan = "计划序号,年度,抽查任务,抽查事项,业务类别,拟抽数\n1,2026,上半年抽查,事项,律师事务所,3\n2,2026,下半年抽查,事项,全部,7\n1-25,2025,去年的,事项,全部,7\n";
  well(import_register(office, "plan", {"计划.csv", plan, "年度计划"}, round.office.act(today, "陆明舟", "陆明舟")));
  well(freeze(round.office));
  well(draw_lots(round.office));
  const std::vector<PlannedProgress> planned = well(coverage_of(office, 2026, today)).planned;
  ASSERT_EQ(planned.size(), 2u) << "of this year";
  EXPECT_TRUE(planned[0].rounds.empty());
  EXPECT_EQ(planned[1].rounds, std::vector<std::string>{"小1"});
  EXPECT_EQ(planned[1].drawn, 7);
  well(perform(round.office, "小1", "作废"));
  EXPECT_EQ(well(coverage_of(office, 2026, today)).planned[1].drawn, 0) << "a voided draw draws nobody";
}

// R03-1: how much of all checking was random; directed objects are not.
TEST(CoverageOf, TellsRandomChecksFromOthers) {
  SmallRound round(replace_all(round_chart(), R"(<param name="频次理由")", R"x(<param name="定向" expr="[{'编号': '990128LS004', '理由': '客观'}]"/><param name="频次理由")x"));
  import_ledger(round, "T1,990128GZ001,2026-05-06,专项检查,是,是\nT2,990128JC001,2026-05-06,双随机,是,是\n");
  const Coverage before = well(coverage_of(round.office.office(), 2026, today));
  EXPECT_EQ(before.checks, 2);
  EXPECT_EQ(before.random, 1);
  EXPECT_TRUE(before.mostly_random()) << "half is enough";
  well(freeze(round.office));
  well(draw_lots(round.office));
  const Coverage after = well(coverage_of(round.office.office(), 2026, today));
  EXPECT_EQ(after.checks, 2 + 8);
  EXPECT_EQ(after.random, 1 + 7) << "the directed one is no random check";
  import_ledger(round, "T1,990128GZ001,2026-05-06,专项检查,是,是\nT2,990128JC001,2026-05-06,双随机,是,是\n" + [] {
    std::string more;
    for (int i = 3; i < 10; ++i) more += "T" + std::to_string(i) + ",990128JC00" + std::to_string(i % 3 + 1) + ",2026-06-0" + std::to_string(i) + ",日常检查,是,是\n";
    return more;
  }());
  EXPECT_FALSE(well(coverage_of(round.office.office(), 2026, today)).mostly_random());
}

// What a supplementary draw takes over is inspected once, by its own team.
TEST(CoverageOf, CountsWhatASupplementTakesOverOnce) {
  const std::string supplement = R"x(<param name="补充" expr="{'抽取号': 任务.编号 == '小2' ? 'D2026-1' : '', '对象': ['990128GZ001'], '理由': '客观'}"/>)x";
  SmallRound round(replace_all(round_chart(), R"(<param name="频次理由")", supplement + R"(<param name="频次理由")"));
  well(freeze(round.office));
  well(draw_lots(round.office));
  const Coverage first = well(coverage_of(round.office.office(), 2026, today));
  EXPECT_EQ(trade(first, "公证机构").visits, 1);
  well(open_small(round.office, "小2"));
  well(freeze(round.office, "小2"));
  well(draw_lots(round.office, dice, "小2"));
  const Coverage second = well(coverage_of(round.office.office(), 2026, today));
  EXPECT_EQ(trade(second, "公证机构").visits, 1);
  EXPECT_EQ(second.checks, first.checks);
}

TEST(CoverageOf, NeedsARegisterByThatDay) {
  SmallRound round;
  EXPECT_EQ(code_of(coverage_of(round.office.office(), 2026, make_day(2026, 8, 30))), "AJ2830");
}

TEST(CoverageOf, NeedsAProcedureThatSaysTheShare) {
  SmallRound round;
  Office office = round.office.office();
  Library without = office.library;
  without.procedures.clear();
  const Office poor{office.store, office.bureau, without, office.calendar, office.fonts, office.scratch_folder, office.shelf};
  EXPECT_EQ(code_of(coverage_of(poor, 2026, today)), "AJ2886");
}

TEST(CoveragePapers, SayTheSame) {
  SmallRound round;
  const CoverageRequest request{well(coverage_of(round.office.office(), 2026, today)), *parse_moment("2026-09-09T09:00:00+08:00")};
  EXPECT_EQ(well(coverage_pdf(round.office.office(), request)).substr(0, 5), "%PDF-");
  EXPECT_EQ(well(coverage_workbook(round.office.office(), request)).substr(0, 2), "PK");
}

// R06-4: by the last of December, reminded of from the first; also without a change.
TEST(RefreshesDue, AreRemindedOfAndOverdueUntilAVersionIsMade) {
  SmallRound round;  // the registers are of 2026-08-31
  const auto due = [&](Day on) {
    const Office office = round.office.office();
    return well(refreshes_due(*round.office.reading(), *office.library.registers, office.calendar, on));
  };
  EXPECT_TRUE(due(make_day(2027, 11, 30)).empty());
  const auto reminded = due(make_day(2027, 12, 1));
  ASSERT_EQ(reminded.size(), 3u) << "both registers of objects and the one of inspectors";
  EXPECT_EQ(reminded[0].due, make_day(2027, 12, 31));
  EXPECT_FALSE(reminded[0].overdue);
  EXPECT_TRUE(due(make_day(2028, 1, 4))[0].overdue);
  Office office = round.office.office();
  EXPECT_EQ(code_of(confirm_unchanged(office, registers::RegisterKind::targets, " ", round.office.act(make_day(2027, 12, 20), "陆明舟", "陆明舟"))), "AJ2141");
  const RegisterVersion version = well(confirm_unchanged(office, registers::RegisterKind::targets, "经核对无变化", round.office.act(make_day(2027, 12, 20), "苏令仪", "陆明舟")));
  EXPECT_EQ(version.version, 2);
  EXPECT_EQ(code_of(compare_versions(office, registers::RegisterKind::items, 0, 0)), "AJ2887") << "one version only";
  EXPECT_EQ(due(make_day(2028, 1, 4)).size(), 2u);
  const auto versions = well(versions_of(office, registers::RegisterKind::targets));
  ASSERT_EQ(versions.size(), 2u);
  EXPECT_EQ(versions[1].reason, "经核对无变化");
  EXPECT_EQ(versions[1].approver, "苏令仪");
  EXPECT_EQ(versions[1].rows, 20u);
  EXPECT_EQ(versions[1].in_base, 18u);
  EXPECT_TRUE(well(compare_versions(office, registers::RegisterKind::targets, 0, 0)).differences.empty());
}

}  // namespace
}  // namespace anjuan::handling
