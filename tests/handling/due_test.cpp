// 期限台账: what is due, for whom, by when; a limit into a year without a calendar is 暂定 until it arrives.

#include "handling/due.h"

#include <fstream>

#include "documents/load_template.h"
#include "handling/messages.h"
#include "handling/small_charts.h"
#include "sheets/sheets.h"

namespace anjuan::handling {
namespace {

/// Case 01 of the sample round after an inspection at the end of the year, its report to be written.
FakeOffice& at_the_year_end() {
  static const std::unique_ptr<FakeOffice> office = [] {
    auto fake = std::make_unique<FakeOffice>();
    support::Desk desk;
    const std::string script = support::read_bytes(support::source_folder / "examples" / "round.acts");
    for (stories::ScriptAct act : support::acts_of(script)) {
      if (act.verb == "题目" || act.verb == "机构" || act.verb == "定义" || act.refused) continue;
      if (act.words.size() > 1 && act.words[1] == "提交检查报告") break;
      if (act.on == make_day(2026, 9, 16)) act.on = make_day(2026, 12, 29);
      for (auto& [name, value] : act.values) value = replace_all(value, "2026-09-16", "2026-12-29");
      const auto done = support::perform(*fake, desk, act);
      EXPECT_TRUE(done.ok()) << act.line << shown(done);
    }
    return fake;
  }();
  return *office;
}

const DueRow* find(const std::vector<DueRow>& rows, const std::string& label) {
  for (const DueRow& row : rows) {
    if (row.label == label) return &row;
  }
  return nullptr;
}

std::vector<DueRow> rows_on(const FakeOffice& fake, Day on, const std::string& unit = "") {
  const auto reading = fake.reading();
  return well(list_due(*reading, *fake.opened().calendar, on, unit));
}

TEST(ListDue, SaysByWhenForWhomAndOnWhichBasis) {
  const auto rows = rows_on(at_the_year_end(), make_day(2026, 12, 30));
  const DueRow* report = find(rows, "完成检查报告");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->id.text(), "2026-1-01");
  EXPECT_EQ(report->title, "岚东正筠律师事务所");
  EXPECT_EQ(report->unit, "律师工作股");
  EXPECT_EQ(report->basis, "《工作细则》第十一条");
  EXPECT_EQ(iso(report->due), "2027-01-05");
  EXPECT_TRUE(report->provisional);
  EXPECT_FALSE(report->overdue);
  EXPECT_EQ(left_of(*report).zh, "还剩4个工作日");
}

TEST(ListDue, ShowsOneUnitWhenAsked) {
  EXPECT_TRUE(find(rows_on(at_the_year_end(), make_day(2026, 12, 30), "律师工作股"), "完成检查报告"));
  EXPECT_FALSE(find(rows_on(at_the_year_end(), make_day(2026, 12, 30), "基层工作股"), "完成检查报告"));
}

TEST(ListDue, CountsTheDaysOverdue) {
  const auto rows = rows_on(at_the_year_end(), make_day(2027, 1, 7));
  const DueRow* report = find(rows, "完成检查报告");
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->overdue);
  EXPECT_EQ(left_of(*report).zh, "已逾期2个工作日");
}

// The notice of the next year arrives: New Year's holiday moves the day, and it is provisional no longer.
TEST(RecomputeLimits, MakesAProvisionalDayFirmWhenTheCalendarArrives) {
  FakeOffice fake(at_the_year_end());
  std::vector<calendar::YearArrangement> years = fake.library().years;
  years.push_back({2027, "测试用的放假安排", {make_day(2027, 1, 1), make_day(2027, 1, 2), make_day(2027, 1, 3)}, {}, ""});
  fake.keep_calendar(years);
  Office office = fake.office();
  const auto receipt = recompute_limits(office, fake.act(make_day(2026, 12, 31), "陆明舟", "陆明舟"));
  ASSERT_TRUE(receipt.ok()) << shown(receipt);
  EXPECT_EQ(receipt->limits.size(), 1u);
  const calendar::Deadline deadline = fake.case_of("2026-1-01").standing.limits.at("检查报告").deadline;
  EXPECT_EQ(iso(deadline.due), "2027-01-06");
  EXPECT_FALSE(deadline.provisional);
  EXPECT_EQ(fake.last_entry().field("kind").text_or_empty(), "calendar");
}

TEST(Ledger, IsAPaperAndAWorkbook) {
  const FakeOffice& fake = at_the_year_end();
  const Day on = make_day(2026, 12, 30);
  const LedgerRequest request{rows_on(fake, on), on, "", Moment{1}};
  const std::string pdf = well(ledger_pdf(fake.office(), request));
  EXPECT_TRUE(pdf.starts_with("%PDF-"));
  const std::string xlsx = well(ledger_workbook(fake.office(), request));
  const auto book = well(sheets::read_xlsx(xlsx, "台账.xlsx"));
  const auto again = well(ledger_workbook(fake.office(), request));
  EXPECT_EQ(xlsx, again);
  EXPECT_FALSE(book.sheets.empty());
  std::ofstream(ANJUAN_BINARY_DIR "/ledger.xlsx", std::ios::binary) << xlsx;  // to be looked at
}

TEST(Ledger, NeedsATemplate) {
  FakeOffice fake;
  fake.change_bureau([](cases::Bureau& bureau) { bureau.papers.ledger_template = "no-such"; });
  EXPECT_EQ(code_of(ledger_pdf(fake.office(), {{}, today, "", Moment{1}})), "AJ2802");
}

TEST(Ledger, NeedsATableInItsTemplateForTheWorkbook) {
  FakeOffice fake;
  const std::string xml =
      "<template xmlns=\"urn:anjuan:template:1\" id=\"flat\" label=\"台账\" style=\"record\" title=\"台账\"><title>台账</title><p>没有表格</p></template>";
  auto flat = well(documents::load_template(xml, "flat.xml"));
  fake.library().templates.emplace("flat", Loaded<documents::DocumentTemplate>{std::move(flat), "flat.xml", xml, sha256(xml)});
  fake.change_bureau([](cases::Bureau& bureau) { bureau.papers.ledger_template = "flat"; });
  EXPECT_EQ(code_of(ledger_workbook(fake.office(), {{}, today, "", Moment{1}})), "AJ3110");
}

TEST(Ledger, NeedsTheStyleOfItsTemplate) {
  FakeOffice fake;
  fake.library().styles.clear();
  EXPECT_EQ(code_of(ledger_pdf(fake.office(), {{}, today, "", Moment{1}})), "AJ2804");
}

// A limit whose own event begins it anew is not the one that has passed: it falls due again.
TEST(RaiseDue, RaisesALimitThatItsEventBeginsAnew) {
  FakeOffice fake;
  add_chart(fake, R"x(<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:aj="urn:anjuan:paperwork:1" version="1.0"
       datamodel="anjuan" name="small-reminder" initial="open" aj:kind="round" aj:label="催办">
  <datamodel><data id="次数" aj:type="integer" expr="0"/></datamodel>
  <state id="open" aj:label="办理中">
    <onentry><aj:time-limit id="催办" label="催办" length="3" unit="calendar-days" on-due="催办到期"/></onentry>
    <transition event="催办到期" target="open" aj:by="system"><assign location="次数" expr="次数 + 1"/></transition>
    <transition event="结束" target="done"/>
  </state>
  <final id="done" aj:label="结束"/>
</scxml>)x");
  Office office = fake.office();
  well(open_round(office, CaseId("催1"), "small-reminder", fake.act(make_day(2026, 9, 9), "陆明舟", "陆明舟")));
  for (const unsigned day : {20u, 30u}) well(raise_due(office, fake.act(make_day(2026, 9, day), "陆明舟", "陆明舟")));
  EXPECT_EQ(fake.case_of("催1").standing.data.at("次数"), Value(2));
}

}  // namespace
}  // namespace anjuan::handling
