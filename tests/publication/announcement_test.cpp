#include "publication/announcement.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/text.h"
#include "publication/announcement_workbook.h"
#include "results.h"
#include "sheets/sheets.h"
#include "sheets/style.h"

namespace anjuan::publication {
namespace {

const std::vector<TradeFigures> figures{
    {"律师事务所", 10, 3, 3}, {"公证机构", 1, 1, 1}, {"基层法律服务所", 7, 3, 3}};

TEST(Percentage, IsExactAndRoundsHalfUp) {
  EXPECT_EQ(percentage(3, 10), "30");
  EXPECT_EQ(percentage(7, 18), "38.89");
  EXPECT_EQ(percentage(3, 8), "37.5");
  EXPECT_EQ(percentage(1, 3), "33.33");
  EXPECT_EQ(percentage(2, 3), "66.67");
  EXPECT_EQ(percentage(1, 1), "100");
  EXPECT_EQ(percentage(0, 5), "0");
  EXPECT_EQ(percentage(1, 800), "0.13");  // 0.125
  EXPECT_EQ(percentage(1, 0), "0");
}

TEST(ResultRows, PublishTheWordsOfTheCategory) {
  const auto rows = result_rows(three_results(), shipped_rules());
  ASSERT_TRUE(rows.ok());
  EXPECT_EQ((*rows)[0].at("结果").text(), "未发现问题");
  EXPECT_EQ((*rows)[0].at("序号").integer(), 1);
  EXPECT_EQ((*rows)[1].at("结果").text(), "发现问题待后续处理");
  // Where the case went next is not published.
  EXPECT_EQ((*rows)[1].at("处理").text(), "后续处理中");
  EXPECT_EQ((*rows)[2].at("处理").text(), "当场责令改正");
}

TEST(ResultRows, NameUnknownCodesCasesWithoutNumberAndDoubles) {
  std::vector<Fields> results = three_results();
  results[0]["结果代码"] = "10";
  results[1]["案件号"] = "CY-003";
  results.push_back(result("", "无号所", "律师事务所", "01"));
  const auto rows = result_rows(results, shipped_rules());
  ASSERT_FALSE(rows.ok());
  EXPECT_EQ(codes(rows.diagnostics()), (Codes{"AJ2630", "AJ2635", "AJ2634"}));
}

TEST(AnnouncementFacts, CountByTradeCategoryAndGroup) {
  const PublicationRules rules = shipped_rules();
  const auto facts = announcement_facts(*result_rows(three_results(), rules), figures, rules);
  ASSERT_TRUE(facts.ok());
  const Value& summary = facts->at("汇总");
  EXPECT_EQ(summary.field("基数").integer(), 18);
  EXPECT_EQ(summary.field("已抽").integer(), 7);
  EXPECT_EQ(summary.field("抽查比例").text(), "38.89");
  EXPECT_EQ(summary.field("公示家数").integer(), 3);
  EXPECT_EQ(summary.field("待公示家数").integer(), 4);
  const List& groups = summary.field("分类").list();
  ASSERT_EQ(groups.size(), 5u);
  EXPECT_EQ(groups[0].field("名称").text(), "未发现问题");
  EXPECT_EQ(groups[0].field("家数").integer(), 1);
  EXPECT_EQ(groups[4].field("名称").text(), "其他");
  EXPECT_EQ(groups[4].field("家数").integer(), 0);
  const List& totals = facts->at("结果汇总").list();
  ASSERT_EQ(totals.size(), 3u);  // only categories that occur
  EXPECT_EQ(totals[1].field("结果").text(), "发现问题已责令改正");
  const List& coverage = facts->at("覆盖").list();
  EXPECT_EQ(coverage[0].field("抽查比例").text(), "30");
  EXPECT_EQ(coverage[0].field("公示家数").integer(), 2);
  EXPECT_EQ(coverage[2].field("公示家数").integer(), 0);
  EXPECT_EQ(facts->at("结果一览").list().size(), 3u);
}

TEST(AnnouncementFacts, RefuseFiguresThatCannotBeRight) {
  const PublicationRules rules = shipped_rules();
  const std::vector<Fields> rows = *result_rows(three_results(), rules);
  const auto few = announcement_facts(rows, {{"律师事务所", 10, 1, 1}, {"公证机构", 1, 1, 2}}, rules);
  ASSERT_FALSE(few.ok());
  EXPECT_EQ(codes(few.diagnostics()), (Codes{"AJ2632", "AJ2633"}));
  const auto missing = announcement_facts(rows, {{"律师事务所", 10, 3, 3}}, rules);
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(codes(missing.diagnostics()), Codes{"AJ2631"});
}

sheets::Workbook workbook() {
  const Mapping mapping = shipped_mapping("announcement-table.xml");
  const MappedTable table = loaded(apply_mapping(mapping, *result_rows(three_results(), shipped_rules())));
  return announcement_workbook(mapping, table,
                               {"2026年抽查结果公示表", "澄阳县司法局　2026年10月9日",
                                "有异议的请向监督股提出。", "澄阳县司法局", 1'791'000'000});
}

TEST(AnnouncementWorkbook, RepeatsItsHeadingOnEachLandscapePage) {
  const sheets::Workbook book = workbook();
  ASSERT_EQ(book.sheets.size(), 1u);
  const sheets::Sheet& sheet = book.sheets[0];
  EXPECT_TRUE(sheet.landscape);
  EXPECT_FALSE(sheet.hidden);
  EXPECT_EQ(sheet.repeat_rows, (std::pair<std::uint32_t, std::uint32_t>(2, 2)));
  EXPECT_EQ(sheet.freeze_rows, 3u);
  EXPECT_EQ(sheet.column_widths.size(), 11u);
  EXPECT_EQ(sheet.cells.front().merged_to, (sheets::Address{0, 10}));
  EXPECT_EQ(sheet.footer, "&C第 &P 页　共 &N 页");
  EXPECT_TRUE(check_publishable(book, {}, "公示表.xlsx").empty());
}

// One family of styles: what the bureau gives out looks alike, and fills its page.
TEST(AnnouncementWorkbook, IsOfTheFamilyOfSheets) {
  const sheets::Sheet sheet = workbook().sheets[0];
  double across = 0;
  for (const double width : sheet.column_widths) across += width * 7 + 5;
  EXPECT_NEAR(across, 273 / 25.4 * 96, 25) << "an A4 page on its side between its margins, in pixels";
  for (const sheets::Cell& cell : sheet.cells) {
    const int size = cell.style.size_tenths;
    const bool known = cell.style == sheets::title_style() || cell.style == sheets::sized(sheets::label_style(), size) ||
                       cell.style == sheets::sized(sheets::text_style(), size) || cell.style == sheets::remark_style() || cell.style == sheets::remark_style(sheets::HorizontalAlign::right);
    EXPECT_TRUE(known) << name_of(cell.at);
    EXPECT_TRUE(sheet.row_heights.contains(cell.at.row)) << name_of(cell.at);
    EXPECT_TRUE(cell.formula.empty()) << name_of(cell.at);
  }
}

TEST(AnnouncementWorkbook, IsReadBackAsTheTableItShows) {
  const auto folder = std::filesystem::path(ANJUAN_BINARY_DIR) / "announcement_test";
  std::filesystem::create_directories(folder);
  const auto bytes = sheets::write_xlsx(workbook(), folder.string());
  const auto again = sheets::write_xlsx(workbook(), folder.string());
  ASSERT_TRUE(bytes.ok() && again.ok());
  EXPECT_EQ(*bytes, *again);
  std::ofstream(folder / "公示表.xlsx", std::ios::binary) << *bytes;  // to be looked at
  const auto book = sheets::read_xlsx(*bytes, "公示表.xlsx");
  ASSERT_TRUE(book.ok());
  const sheets::ReadSheet* sheet = book->sheet("抽查结果公示表");
  ASSERT_NE(sheet, nullptr);
  EXPECT_EQ(sheet->cells.at({2, 1}), "对象名称");
  EXPECT_EQ(sheet->cells.at({4, 8}), "发现问题待后续处理");
  EXPECT_TRUE(sheet->formulas.empty());
}

}  // namespace
}  // namespace anjuan::publication
