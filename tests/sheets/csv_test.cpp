// CSV in the ways that bureaus' programs write it.

#include <gtest/gtest.h>

#include "base/text.h"
#include "sheets/messages.h"
#include "sheets/sheets.h"

namespace anjuan::sheets {
namespace {

std::vector<std::string> codes(const Result<Table>& result) {
  std::vector<std::string> list;
  if (result.ok()) return list;
  for (const Diagnostic& d : result.diagnostics())
    list.push_back(std::string(d.row->code) + ":" + std::to_string(d.place.line));
  return list;
}
using Strings = std::vector<std::string>;

TEST(ReadCsv, ReadsUtf8WithAndWithoutByteOrderMarkAndGb18030) {
  const std::string text = "编号,姓名\r\n1,詹䶮\r\n";
  for (const std::string& bytes : {text, "\xEF\xBB\xBF" + text, to_gb18030(text)}) {
    const Result<Table> table = read_csv(bytes, "名单.csv");
    ASSERT_TRUE(table.ok());
    EXPECT_EQ(table->header, (Strings{"编号", "姓名"}));
    ASSERT_EQ(table->rows.size(), 1u);
    EXPECT_EQ(table->rows[0].cells, (Strings{"1", "詹䶮"}));
    EXPECT_EQ(table->rows[0].line, 2);
  }
}

TEST(ReadCsv, KeepsLineNumbersAcrossQuotedLineEnds) {
  const Result<Table> table =
      read_csv("甲,\"乙\n（注）\"\n\"一\n行\",\"说\"\"好\"\"了,行\"\n,\n 2 ,　3　\n", "a.csv");
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table->header[1], "乙（注）");
  EXPECT_EQ(table->rows[0].line, 3);
  EXPECT_EQ(table->rows[0].cells, (Strings{"一\n行", "说\"好\"了,行"}));
  EXPECT_EQ(table->rows[1].line, 6);
  EXPECT_EQ(table->rows[1].cells, (Strings{"2", "3"}));
}

TEST(ReadCsv, NamesTheLineWhereAQuoteOpensAndIsNotClosed) {
  EXPECT_EQ(codes(read_csv("甲,乙\n1,2\n3,\"4\n5,6\n", "a.csv")), (Strings{"AJ0623:3"}));
  EXPECT_EQ(codes(read_csv("甲,乙\n\"1\"x,2\n", "a.csv")), (Strings{"AJ0624:2"}));
}

TEST(ReadCsv, FindsAllUnevenRowsAtOnce) {
  EXPECT_EQ(codes(read_csv("甲,乙\n1\n1,2\n1,2,3\n1,2,\n", "a.csv")), (Strings{"AJ0622:2", "AJ0622:4"}));
}

TEST(ReadCsv, RefusesHeadersThatCannotBeTrusted) {
  EXPECT_EQ(codes(read_csv("", "a.csv")), (Strings{"AJ0620:0"}));
  EXPECT_EQ(codes(read_csv("只有一列\n1\n", "a.csv")), (Strings{"AJ0620:1"}));
  EXPECT_EQ(codes(read_csv("甲,甲\n1,2\n", "a.csv")), (Strings{"AJ0621:1"}));
  EXPECT_EQ(codes(read_csv("甲,,乙\n1,2,3\n", "a.csv")), (Strings{"AJ0627:1"}));
}

TEST(ReadCsv, RefusesUnknownEncodings) {
  EXPECT_EQ(codes(read_csv("\xFF\xFE"
                           "1",
                           "a.csv")),
            (Strings{"AJ0625:0"}));
  EXPECT_EQ(codes(read_csv("甲,乙\n\xFF\xFF,1\n", "a.csv")), (Strings{"AJ0625:2"}));
  EXPECT_EQ(codes(read_csv(std::string("a,b\n1,\0", 7), "a.csv")), (Strings{"AJ0626:2"}));
}

TEST(ReadCsv, RefusesCellsAndFilesBeyondTheBounds) {
  EXPECT_EQ(codes(read_csv("甲,乙\n1," + std::string(32768, 'x') + "\n", "a.csv")), (Strings{"AJ0611:2"}));
  EXPECT_EQ(codes(read_csv("甲,乙\n1,\u202E二\n", "a.csv")), (Strings{"AJ0619:2"}));
  EXPECT_EQ(codes(read_csv("甲,乙\n" + std::string(1000001, ','), "a.csv")), (Strings{"AJ0610:0"}));
  EXPECT_EQ(codes(read_csv(std::string((64 << 20) + 1, 'x'), "a.csv")), (Strings{"AJ0602:0"}));
}

TEST(WriteCsv, GuardsAgainstFormulasAndReadsBackTheSame) {
  // A cell that a spreadsheet would take for a formula gets an apostrophe (design: row 12).
  const std::string written = write_csv({{"甲", "乙"}, {"=1+1", "a,\"b\"\n"}, {"-5", "@x"}, {"+1", "'引"}, {"＝1", "\n=1"}});
  EXPECT_EQ(written, "\xEF\xBB\xBF甲,乙\r\n'=1+1,\"a,\"\"b\"\"\n\"\r\n'-5,'@x\r\n'+1,'引\r\n'＝1,\"'\n=1\"\r\n");
  const Result<Table> table = read_csv(written, "a.csv");
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table->rows[0].cells, (Strings{"=1+1", "a,\"b\""}));
  EXPECT_EQ(table->rows[1].cells, (Strings{"-5", "@x"}));
  EXPECT_EQ(table->rows[2].cells, (Strings{"+1", "'引"}));
  EXPECT_EQ(table->rows[3].cells[0], "＝1");
}

TEST(TableOf, TakesTheFirstVisibleSheetAndSkipsTheTitle) {
  ReadWorkbook book;
  book.sheets.push_back({"机器", true, {{{0, 0}, "x"}, {{0, 1}, "y"}}, {}});
  book.sheets.push_back(
      {"名单",
       false,
       {{{0, 0}, "二〇二六年名单"}, {{2, 0}, "编号 "}, {{2, 1}, "姓\n名"}, {{4, 1}, "甲"}, {{5, 0}, " "}},
       {}});
  const Result<Table> table = table_of(book, "a.xlsx");
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table->header, (Strings{"编号", "姓名"}));
  ASSERT_EQ(table->rows.size(), 1u);
  EXPECT_EQ(table->rows[0].line, 5);
  EXPECT_EQ(table->rows[0].cells, (Strings{"", "甲"}));
}

TEST(TableOf, RefusesAWorkbookWithoutATable) {
  EXPECT_EQ(codes(table_of({}, "a.xlsx")), (Strings{"AJ0620:0"}));
}

}  // namespace
}  // namespace anjuan::sheets
