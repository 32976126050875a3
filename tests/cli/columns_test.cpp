// Text in columns: Chinese characters are two columns wide.

#include <gtest/gtest.h>

#include "base/text.h"
#include "cli/columns.h"

namespace anjuan::cli {
namespace {

TEST(InColumns, AlignsChineseAndLatin) { EXPECT_EQ(in_columns({{"编号", "a", "x"}, {"1", "甲乙", "y"}}), "编号  a     x\n1     甲乙  y\n"); }

TEST(InColumns, LeavesNoSpacesAtLineEnds) { EXPECT_EQ(in_columns({{"甲", ""}, {"乙", "丙"}}, "  "), "  甲\n  乙  丙\n"); }

TEST(Wrapped, KeepsToTheWidthAndLetsNoLineBeginWithPunctuation) {
  EXPECT_EQ(wrapped("一二三四", 4, "  "), "一二\n  三四");
  EXPECT_EQ(wrapped("一二，三", 4, ""), "一二，\n三");
}

TEST(Wrapped, BreaksNoWordAndLeavesNoOpeningMarkBehind) {
  EXPECT_EQ(wrapped("one two three", 8, " "), "one two\n three");
  EXPECT_EQ(wrapped("一“二”三", 4, ""), "一\n“二”\n三");
  EXPECT_EQ(wrapped("abcdefghij", 4, ""), "abcd\nefgh\nij") << "what is wider than a line";
}

TEST(Shortened, CutsWithAnEllipsisAndKeepsOneLine) {
  EXPECT_EQ(shortened("一二三", 6), "一二三");
  EXPECT_EQ(display_width(shortened("一二三四五六", 8)), 8);
  EXPECT_EQ(shortened("一\n二", 9), "一 二");
}

}  // namespace
}  // namespace anjuan::cli
