// The sheet that is given out.

#include "forms/make_sheet.h"

#include <set>

#include "forms/filled_sheet.h"
#include "forms/messages.h"

namespace anjuan::forms {
namespace {

TEST(MakeSheet, GivesTheSameBytesEachTime) {
  const Form form = shipped_form();
  EXPECT_EQ(bytes_of(sample_workbook(form)), bytes_of(sample_workbook(form)));
}

TEST(MakeSheet, PrintsTheFactsAndTheBasisOfEachItem) {
  const Form form = shipped_form();
  const sheets::ReadWorkbook book = read_book(bytes_of(sample_workbook(form)));
  const sheets::ReadSheet& sheet = *book.sheet("检查表");
  for (const char* text :
       {"岚东知度（澄阳）律师事务所", "31990128MD0100092E", "晏知秋（99012811001）、詹䶮（99012811008）",
        "2026-LS-001", "实地检查、书面检查", "《律师事务所管理办法》第五十一条（待核实）",
        "符合＿＿＿＿项　不符合＿＿＿＿项　不适用＿＿＿＿项　未检查＿＿＿＿项"}) {
    EXPECT_GT(row_of(sheet, text), 0u) << text;
  }
}

TEST(MakeSheet, KeepsCaseAndVersionInThreePlaces) {
  const sheets::ReadWorkbook book = read_book(bytes_of(sample_workbook(shipped_form())));
  const std::string mark = book.properties.at(mark_property);
  EXPECT_TRUE(mark.starts_with("anjuan-sheet-1|2026-LS-001|law-firm-checklist|2026年第1版|")) << mark;
  EXPECT_TRUE(mark.ends_with("|CK-LS-2026-001")) << mark;
  EXPECT_EQ(book.named_cell(mark_name), mark);
  EXPECT_EQ(book.sheet(hidden_sheet)->cells.at({0, 0}), mark);
  EXPECT_TRUE(book.sheet(hidden_sheet)->hidden);
}

TEST(MakeSheet, UnlocksOnlyTheCellsToFill) {
  const Form form = shipped_form();
  const sheets::Workbook book = sample_workbook(form);
  std::size_t open = 0, filled_columns = 0;
  for (const Column& column : form.columns) filled_columns += column.holds ? 1 : 0;
  for (const sheets::Cell& cell : book.sheets[0].cells) {
    if (!cell.style.unlocked) continue;
    ++open;
    EXPECT_EQ(cell.text, "");
  }
  EXPECT_EQ(open, form.items.size() * filled_columns + 3);  // date, remarks, opinion
  EXPECT_TRUE(book.sheets[0].protect);
}

TEST(MakeSheet, OffersOnlyLawfulTreatmentsForEachItem) {
  const sheets::Workbook book = sample_workbook(shipped_form());
  const sheets::Sheet& sheet = book.sheets[0];
  std::set<Strings> treatments;
  for (const sheets::EntryRule& rule : sheet.entry_rules) {
    if (rule.prompt_title == "处理意见") treatments.insert(rule.options);
  }
  EXPECT_TRUE(treatments.contains(Strings{"D1 当场责令改正", "D6 本机关立案处罚"}));
  EXPECT_TRUE(treatments.contains(Strings{"D9 记入执业档案、行政指导"}));
}

TEST(MakeSheet, ReportsEveryFactThatIsMissing) {
  const Form form = shipped_form();
  const Result<sheets::Workbook> book = make_sheet(form, {{"检查方式", Value()}}, sample_instance);
  ASSERT_FALSE(book.ok());
  EXPECT_GE(book.diagnostics().size(), 4u);
  for (const Diagnostic& d : book.diagnostics()) EXPECT_GT(d.place.line, 0);
}

TEST(MakeSheet, MakesEachShippedForm) {
  for (const char* name : {"law-firm-checklist", "notary-checklist", "legal-service-checklist"}) {
    EXPECT_FALSE(bytes_of(sample_workbook(shipped_form(name))).empty()) << name;
  }
}

}  // namespace
}  // namespace anjuan::forms
