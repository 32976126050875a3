// A workbook that lost something on the way to the disk is not used.

#include "sheets/check_written.h"

#include <gtest/gtest.h>

#include "sheets/sheets.h"

namespace anjuan::sheets {
namespace {

Workbook small_book() {
  Workbook book;
  Sheet sheet;
  sheet.name = "检查表";
  sheet.cells = {{{0, 0}, "项目", {}}, {{0, 1}, "两行\r\n的内容", {}}, {{1, 0}, "007", {}, {}, true}, {{1, 1}, "7", {}, {}, false, "A2"}};
  book.sheets.push_back(sheet);
  return book;
}

std::string code_of(const Outcome& outcome) { return outcome.ok() ? "" : outcome.diagnostics().front().row->code; }

TEST(CheckWritten, AcceptsWhatIsWhole) {
  const auto bytes = write_xlsx(small_book(), ::testing::TempDir());
  ASSERT_TRUE(bytes.ok());
  EXPECT_EQ(code_of(check_written(*bytes, small_book())), "");
}

TEST(CheckWritten, FindsAMissingCell) {
  const auto bytes = write_xlsx(small_book(), ::testing::TempDir());
  ASSERT_TRUE(bytes.ok());
  Workbook more = small_book();
  more.sheets.front().cells.push_back({{2, 0}, "结论", {}});
  EXPECT_EQ(code_of(check_written(*bytes, more)), "AJ9603");
}

TEST(CheckWritten, FindsAFileCutShort) {
  const auto bytes = write_xlsx(small_book(), ::testing::TempDir());
  ASSERT_TRUE(bytes.ok());
  EXPECT_EQ(code_of(check_written(std::string_view(*bytes).substr(0, bytes->size() / 2), small_book())), "AJ9603");
}

}  // namespace
}  // namespace anjuan::sheets
