// What is written is read back, byte for byte the same on each run.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "sheets/messages.h"
#include "sheets/sheets.h"
#include "sheets/style.h"

namespace anjuan::sheets {
namespace {

std::string scratch() {
  const std::string folder = ANJUAN_BINARY_DIR "/scratch-sheets";
  std::filesystem::create_directories(folder);
  return folder;
}

Workbook sample() {
  Workbook book;
  book.created_seconds = 1789000000;
  book.title = "检查表";
  book.properties = {{"anjuan", "CASE-1"}};
  book.names = {{"表签", "'机器 数据'!$A$1"}};
  CellStyle open;
  open.unlocked = true;
  open.fill = "FFF2CC";
  Sheet sheet;
  sheet.name = "检查表";
  sheet.column_widths = {8, 30};
  sheet.row_heights[1] = 40;
  sheet.cells = {{{0, 0}, "=1+1", {}, {0, 1}}, {{1, 0}, "12", {}, {}, true}, {{1, 1}, "", open}};
  sheet.entry_rules = {{EntryRule::Kind::option,
                        {1, 1},
                        {1, 1},
                        {"符合", "不符合"},
                        "结果",
                        "请选择",
                        "不对",
                        "只能选",
                        true}};
  sheet.highlights = {{{1, 0}, {1, 1}, 1, "不符合", "FFC7CE", "9C0006"}};
  sheet.protect = sheet.landscape = true;
  sheet.freeze_rows = 1;
  sheet.repeat_rows = {{0, 0}};
  sheet.footer = "&C第 &P 页 共 &N 页";
  Sheet machine;
  machine.name = "机器 数据";
  machine.hidden = true;
  machine.cells = {{{0, 0}, "案|1", {}}};
  book.sheets = {sheet, machine};
  return book;
}

TEST(WriteXlsx, GivesTheSameBytesAndLeavesNothingBehind) {
  const Result<std::string> first = write_xlsx(sample(), scratch()), second = write_xlsx(sample(), scratch());
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_EQ(*first, *second);
  EXPECT_TRUE(std::filesystem::is_empty(scratch()));
}

TEST(WriteXlsx, IsReadBackWithTextsNamesAndProperties) {
  const Result<std::string> bytes = write_xlsx(sample(), scratch());
  ASSERT_TRUE(bytes.ok());
  const Result<ReadWorkbook> read = read_xlsx(*bytes, "a.xlsx");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->sheet("检查表")->cells.at({0, 0}), "=1+1");
  EXPECT_TRUE(read->sheet("检查表")->formulas.empty());
  EXPECT_EQ(read->sheet("检查表")->cells.at({1, 0}), "12");
  EXPECT_TRUE(read->sheet("机器 数据")->hidden);
  EXPECT_EQ(read->named_cell("表签"), "案|1");
  EXPECT_EQ(read->properties.at("anjuan"), "CASE-1");
}

TEST(WriteXlsx, RefusesWhatExcelCannotHold) {
  const auto code = [](const Workbook& book) {
    const auto written = write_xlsx(book, scratch());
    return written.ok() ? std::string("written") : std::string(written.diagnostics()[0].row->code);
  };
  Workbook book = sample();
  book.sheets[0].cells[0].text = std::string(32768, 'x');
  EXPECT_EQ(code(book), "AJ0640");
  book = sample();
  book.sheets[0].name = "甲/乙";
  EXPECT_EQ(code(book), "AJ0640");
  book = sample();
  book.sheets[0].entry_rules[0].options.assign(60, "选项选项选项");
  EXPECT_EQ(code(book), "AJ0640");
  book.sheets[0].entry_rules[0].options = {"甲,乙"};
  EXPECT_EQ(code(book), "AJ0640");
  book = sample();
  book.sheets[0].cells[1].text = "十二";
  EXPECT_EQ(code(book), "AJ0640");
  book = sample();
  book.sheets[1].name = book.sheets[0].name;
  EXPECT_EQ(code(book), "AJ0640");
}

TEST(WriteXlsx, SaysWhenTheScratchFolderCannotBeUsed) {
  const auto written = write_xlsx(sample(), "/nowhere/at/all");
  ASSERT_FALSE(written.ok());
  EXPECT_STREQ(written.diagnostics()[0].row->code, "AJ9601");
}

TEST(WriteXlsx, IsReadByOpenpyxlAndItsRewriteIsReadHere) {
  if (std::system("/usr/bin/python3 -c 'import openpyxl' 2>/dev/null") != 0) {
    GTEST_SKIP() << "skipped: openpyxl is not here";
  }
  const std::string before = scratch() + "/before.xlsx", after = scratch() + "/after.xlsx";
  const Result<std::string> bytes = write_xlsx(sample(), scratch());
  ASSERT_TRUE(bytes.ok());
  std::ofstream(before, std::ios::binary) << *bytes;
  const std::string command = "/usr/bin/python3 -c 'import openpyxl; b=openpyxl.load_workbook(\"" + before +
                              "\"); b[\"检查表\"][\"B2\"]=\"不符合\"; b.save(\"" + after + "\")'";
  ASSERT_EQ(std::system(command.c_str()), 0);
  std::ifstream stream(after, std::ios::binary);
  const std::string rewritten{std::istreambuf_iterator<char>(stream), {}};
  const Result<ReadWorkbook> read = read_xlsx(rewritten, "after.xlsx");
  std::filesystem::remove(before);
  std::filesystem::remove(after);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->sheet("检查表")->cells.at({1, 1}), "不符合");
  EXPECT_EQ(read->named_cell("表签"), "案|1");
}

TEST(HeightOf, GrowsWithTheTextAndCountsLineEnds) {
  EXPECT_LT(height_of("短", 20, 105), height_of("很长的一段话，放不进一行，所以要占两行以上的地方", 20, 105));
  EXPECT_GT(height_of("一\n二\n三", 20, 105), 2 * height_of("一", 20, 105));
}

}  // namespace
}  // namespace anjuan::sheets
