// The sheet that is given out.

#include "forms/make_sheet.h"

#include <algorithm>
#include <set>

#include "forms/fill_sheet.h"
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
  const std::string mark = *book.named_cell(mark_name);
  EXPECT_TRUE(mark.starts_with("anjuan-sheet-1|2026-LS-001|law-firm-checklist|2026年第1版|")) << mark;
  EXPECT_TRUE(mark.ends_with("|CK-LS-2026-001")) << mark;
  EXPECT_EQ(book.sheet(hidden_sheet)->cells.at({0, 0}), mark);
  EXPECT_TRUE(book.sheet(hidden_sheet)->hidden);
  const std::string property = book.properties.at(mark_property);
  EXPECT_EQ(property, to_property(*parse_mark(mark)));
  EXPECT_TRUE(std::all_of(property.begin(), property.end(), [](char c) { return c > 0x20 && c < 0x7F; }))
      << property;
}

/// The statement "what, of" of the hidden sheet.
std::string stated(const sheets::ReadWorkbook& book, const std::string& what, const std::string& of = "") {
  const sheets::ReadSheet& sheet = *book.sheet(hidden_sheet);
  const auto text = [&](std::uint32_t row, std::uint16_t column) {
    const auto cell = sheet.cells.find({row, column});
    return cell == sheet.cells.end() ? std::string() : cell->second;
  };
  for (std::uint32_t row = 1; row < 1000; ++row) {
    if (text(row, 0) == what && (of.empty() || text(row, 1) == of)) return text(row, 2);
  }
  return "not stated";
}

// A program that knows nothing of the layout finds form, case and every answer.
TEST(MakeSheet, TellsMachinesWhatTheSheetIsAndWhereAnswersStand) {
  const Form form = shipped_form();
  Result<sheets::Workbook> made =
      make_sheet(form, sample_facts(), {sample_instance.case_id, sample_instance.serial, "def456"});
  ASSERT_TRUE(made.ok());
  const sheets::ReadWorkbook book = read_book(bytes_of(*made));
  EXPECT_EQ(stated(book, "form", form.id), form.label);
  EXPECT_EQ(stated(book, "version"), form.version);
  EXPECT_EQ(stated(book, "digest"), form.digest);
  EXPECT_EQ(stated(book, "definition"), "def456");
  EXPECT_EQ(stated(book, "case"), "2026-LS-001");
  EXPECT_EQ(stated(book, "serial"), "CK-LS-2026-001");
  const sheets::ReadSheet& visible = *book.sheet(stated(book, "sheet"));
  for (const Item& item : form.items) {
    const auto at = sheets::parse_address("B" + stated(book, "item", item.code));
    ASSERT_TRUE(at) << item.code;
    EXPECT_EQ(visible.cells.at(*at), item.code);
  }
  EXPECT_EQ(stated(book, "column", "结果") + stated(book, "column", "处理意见"), "GK");
  EXPECT_EQ(stated(book, "field", "检查日期"), "G5");
  EXPECT_EQ(stated(book, "fact", "C4"), "岚东知度（澄阳）律师事务所");
}

TEST(MakeSheet, NamesTheCellsToFill) {
  const sheets::Workbook book = sample_workbook(shipped_form());
  EXPECT_EQ(book.names.at("column_结果"), "'检查表'!$G$10:$G$34");
  EXPECT_EQ(book.names.at("field_检查日期"), "'检查表'!$G$5");
}

TEST(MakeSheet, PromptsInChineseWhereSomethingIsToBeFilled) {
  const Form form = shipped_form();
  const sheets::Sheet sheet = sample_workbook(form).sheets[0];
  const auto rule_at = [&](sheets::Address at) -> const sheets::EntryRule* {
    for (const sheets::EntryRule& rule : sheet.entry_rules) {
      const bool inside = rule.from.row <= at.row && at.row <= rule.to.row && rule.from.column <= at.column &&
                          at.column <= rule.to.column;
      if (inside) return &rule;
    }
    return nullptr;
  };
  for (const sheets::Cell& cell : sheet.cells) {
    if (!cell.style.unlocked) continue;
    const sheets::EntryRule* rule = rule_at(cell.at);
    ASSERT_NE(rule, nullptr) << name_of(cell.at);
    EXPECT_FALSE(rule->prompt.empty()) << name_of(cell.at);
    EXPECT_FALSE(rule->prompt_title.empty()) << name_of(cell.at);
    if (rule->kind != sheets::EntryRule::Kind::anything) {
      EXPECT_FALSE(rule->error.empty()) << name_of(cell.at);
    }
    EXPECT_EQ(cell.style.format, rule->kind == sheets::EntryRule::Kind::day ? sheets::NumberFormat::day
                                                                            : sheets::NumberFormat::text);
  }
}

TEST(MakeSheet, PrintsItsLinesAndHeadingsOnEachPage) {
  const sheets::Sheet sheet = sample_workbook(shipped_form()).sheets[0];
  EXPECT_EQ(sheet.header,
            "&L&9&\"宋体,Regular\"案件号 2026-LS-001　本表编号 "
            "CK-LS-2026-001&R&9&\"宋体,Regular\"CK-LS-2026（2026年第1版）");
  EXPECT_EQ(sheet.footer, "&C&9&\"宋体,Regular\"律师事务所行政检查表　第 &P 页　共 &N 页");
  EXPECT_EQ(sheet.repeat_rows, (std::pair<std::uint32_t, std::uint32_t>(8, 8)));
  EXPECT_EQ(sheet.print_area, (std::pair<sheets::Address, sheets::Address>({0, 0}, {40, 11})));
  EXPECT_TRUE(sheet.landscape);
}

const sheets::Cell& total_of(const sheets::Workbook& book) {
  for (const sheets::Cell& cell : book.sheets[0].cells) {
    if (!cell.formula.empty()) return cell;
  }
  ADD_FAILURE() << "no total";
  return book.sheets[0].cells[0];
}

TEST(Totals, HaveBlanksForThePenUntilSomethingIsFilled) {
  const Form form = shipped_form();
  sheets::Workbook book = sample_workbook(form);
  EXPECT_EQ(total_of(book).text, "符合＿＿＿＿项　不符合＿＿＿＿项　不适用＿＿＿＿项　未检查＿＿＿＿项");
  fill_sheet(form, book, {{}, {{form.items[2].code, {{"结果", "不符合"}}}}, {{"结果", "符合"}}});
  EXPECT_EQ(total_of(book).text, "符合24项　不符合1项　不适用0项　未检查0项");
  EXPECT_TRUE(total_of(book).formula.starts_with("IF(COUNTA(column_结果)=0,\"符合＿"))
      << total_of(book).formula;
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
