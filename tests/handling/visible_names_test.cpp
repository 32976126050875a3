// Where the copies lie that people open.

#include "handling/visible_names.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace anjuan::handling {
namespace {

TEST(FileName, KeepsChineseAndLosesWhatAShellOrADiskWouldMistake) {
  EXPECT_EQ(file_name("检查通知书 澄司检通〔2026〕3号"), "检查通知书 澄司检通〔2026〕3号");
  EXPECT_EQ(file_name("a/b\\c:d*e?f\"g<h>i|j\nk\tl"), "a-b-c-d-e-f-g-h-i-j-k-l");
  EXPECT_EQ(file_name(".hidden"), "-.hidden");
  EXPECT_EQ(file_name("../up"), "-..-up");
  EXPECT_EQ(file_name("a\x1b[31m\rb\x7f"), "a-[31m-b-");
}

TEST(FileName, IsShortEnoughForAnyDiskAndStillItsOwn) {
  std::string one, other;
  for (int i = 0; i < 100; ++i) one += "长";
  other = one;
  one.insert(150, "一");
  other.insert(150, "二");
  EXPECT_LE(file_name(one + ".pdf").size(), 220u);
  EXPECT_NE(file_name(one), file_name(other));
  EXPECT_TRUE(file_name(one + ".pdf").starts_with("长长"));
  EXPECT_TRUE(file_name(one + ".pdf").ends_with("长.pdf"));
}

TEST(PaperPath, NamesCaseOrderTitleAndNumber) {
  EXPECT_EQ(paper_path("2026-1-03", "2026-1-03-W04", "检查通知书", "澄司检通〔2026〕3号"), "文书/2026-1-03/W04 检查通知书 澄司检通〔2026〕3号.pdf");
  EXPECT_EQ(paper_path("2026-1-03", "2026-1-03-W05", "现场检查笔录", ""), "文书/2026-1-03/W05 现场检查笔录.pdf");
}

TEST(SheetPath, TellsTheFilledFromTheBlank) {
  EXPECT_EQ(sheet_path("2026-1-03", "2026-1-03-B01", "检查表", false), "检查表/2026-1-03/2026-1-03-B01 检查表.xlsx");
  EXPECT_NE(sheet_path("2026-1-03", "2026-1-03-B01", "检查表", true), sheet_path("2026-1-03", "2026-1-03-B01", "检查表", false));
}

TEST(VisiblePaths, NeverLeaveTheOffice) {
  for (const std::string& path : {volume_path("../../x"), manifest_path("/etc"), published_path("..", "../passwd"), scan_path("..", "..-W01")}) {
    for (const auto& part : std::filesystem::path(path)) EXPECT_NE(part, "..") << path;
    EXPECT_FALSE(path.starts_with("/")) << path;
  }
}

}  // namespace
}  // namespace anjuan::handling
