// Widths and line breaks of labels.

#include "diagram/measure.h"

#include <gtest/gtest.h>

namespace anjuan::diagram {
namespace {

using Lines = std::vector<std::string>;

TEST(TextWidth, IsOneEmForAChineseCharacter) {
  EXPECT_EQ(text_width("检查", 800), 1600);
  EXPECT_LT(text_width("il", 800), 800);
  EXPECT_GT(text_width("WW", 800, true), text_width("WW", 800));
}

TEST(Broken, BreaksBetweenChineseCharactersButNotBeforeClosingMarks) {
  EXPECT_EQ(broken("提交检查报告", 800, 3200, 5), (Lines{"提交检查", "报告"}));
  EXPECT_EQ(broken("提交检查，报告", 800, 3200, 5), (Lines{"提交检", "查，报告"}));
  EXPECT_EQ(broken("提交检（查）", 800, 3200, 5), (Lines{"提交检", "（查）"}));
}

TEST(Broken, KeepsWordsAndDropsTheSpaceAtTheBreak) {
  EXPECT_EQ(broken("wait for approval", 800, 5000, 5), (Lines{"wait for", "approval"}));
}

TEST(Broken, EndsInAnEllipsisWhereLinesRunOut) {
  EXPECT_EQ(broken("一二三四五六七八", 800, 3200, 1), (Lines{"一二三…"}));
}

TEST(Shortened, CountsCharacters) {
  EXPECT_EQ(shortened("一二三四", 4), "一二三四");
  EXPECT_EQ(shortened("一二三四五", 4), "一二三…");
}

}  // namespace
}  // namespace anjuan::diagram
