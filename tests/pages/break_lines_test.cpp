#include "pages/break_lines.h"

#include <algorithm>

#include "pages/shape.h"
#include "paper.h"

namespace anjuan::pages {
namespace {

std::vector<Item> items_of(const std::string& text) {
  Diagnostics problems;
  auto items = shape(words(text), {FontRole::fang_song, kSize, 0}, fonts(), problems);
  EXPECT_TRUE(problems.empty());
  return items;
}

std::vector<std::string> texts(const std::vector<Item>& items, const std::vector<LineOfItems>& lines) {
  std::vector<std::string> all;
  for (const LineOfItems& line : lines) {
    std::u32string text;
    for (std::size_t i = line.begin; i < line.end; ++i) text += items[i].character;
    all.push_back(to_utf8(text));
  }
  return all;
}

std::vector<std::string> broken(const std::string& text, int characters) {
  const auto items = items_of(text);
  BreakFinder finder;
  return texts(items, break_lines(items, {characters * kSize, characters * kSize, true}, finder));
}

std::vector<std::string> balanced(const std::string& text, int characters) {
  const auto items = items_of(text);
  BreakFinder finder;
  return texts(items, balance_lines(items, characters * kSize, LineShape::tapered, finder));
}

TEST(BreakLines, NeverBeginsALineWithAClosingMark) {
  const std::string text = repeat("严禁逐利检查，不得接受馈赠、报酬；《办法》（试行）规定：", 6);
  for (int width = 9; width < 30; ++width) {
    for (const std::string& line : broken(text, width)) {
      const char32_t first = to_u32(line).front(), last = to_u32(line).back();
      EXPECT_EQ(std::u32string(U"，。、；：》）").find(first), std::u32string::npos) << line;
      EXPECT_EQ(std::u32string(U"《（").find(last), std::u32string::npos) << line;
    }
  }
}

TEST(BreakLines, LetsAClosingMarkReachIntoTheMargin) {
  EXPECT_EQ(broken("一二三四五六七八九十一二三四五六七八九，后面", 19).front(),
            "一二三四五六七八九十一二三四五六七八九，");
}

// 数字、年份不回行; units and document numbers stay with their digits where the line is long enough.
TEST(BreakLines, KeepsNumbersAndDocumentNumbersWhole) {
  for (int before = 0; before < 28; ++before) {
    for (const std::string& line : broken(
             repeat("前", before) + "按照示司检通〔2026〕12号和2026年9月10日的批复共123456.78元处理完毕为止",
             28)) {
      EXPECT_FALSE(line.ends_with("202") || line.ends_with("1234") || line.ends_with("123456")) << line;
      EXPECT_FALSE(line.starts_with("〔") || line.starts_with("号") || line.starts_with("12号")) << line;
      EXPECT_FALSE(line.starts_with("年") || line.starts_with("日")) << line;
    }
  }
}

// A date, a sum and an article are not cut on a line that is long enough to end early instead.
TEST(BreakLines, NeverCutsADateASumOrAnArticle) {
  for (int before = 0; before < 28; ++before) {
    const auto lines = broken(
        repeat("前", before) + "根据第五十二条于2026年11月30日罚款123456.78万元并于2026年12月5日结案", 28);
    for (const char* whole : {"第五十二条", "2026年11月30日", "123456.78万元", "2026年12月5日"}) {
      EXPECT_TRUE(std::any_of(lines.begin(), lines.end(),
                              [&](const std::string& line) { return line.find(whole) != std::string::npos; }))
          << before << " " << whole;
    }
  }
}

TEST(BreakLines, LeavesNoLastLineOfOneCharacter) {
  for (int length = 21; length < 45; ++length) {
    const auto lines = broken(repeat("字", length) + "。", 20);
    EXPECT_GT(count_characters(lines.back()), 2u) << length;
  }
}

TEST(BreakLines, CutsAWordThatIsWiderThanTheLine) {
  const auto lines = broken("91410000MA0000000X91410000MA0000000X", 6);
  EXPECT_GT(lines.size(), 2u);
  EXPECT_EQ(join(lines, ""), "91410000MA0000000X91410000MA0000000X");
}

TEST(BreakLines, EndsALineWhereTheTextSaysSo) {
  EXPECT_EQ(broken("承办人\xe2\x80\xa8意见", 20), (std::vector<std::string>{"承办人", "意见"}));
  EXPECT_EQ(broken("", 20).size(), 1u) << "an empty paragraph is a line";
}

TEST(BreakLines, NeverSpreadsALineSoFarThatGapsLookLikeSpaces) {
  const auto items = items_of("请准备材料和代码证书（91410000MA0000000X）。");
  BreakFinder finder;
  for (const LineOfItems& line : break_lines(items, {14 * kSize, 14 * kSize, true}, finder)) {
    EXPECT_LE(line.stretch, soft_gaps(items, line) * kSize / 10);
  }
}

TEST(BalanceLines, MakesTitleLinesNearlyEven) {
  const auto lines = balanced("示例县司法局关于印发2026年度法律服务“双随机、一公开”抽查工作计划的通知", 20);
  ASSERT_EQ(lines.size(), 2u);
  const auto difference =
      static_cast<int>(count_characters(lines[0])) - static_cast<int>(count_characters(lines[1]));
  EXPECT_LE(std::abs(difference), 6) << lines[0] << "/" << lines[1];
}

// 7.3.1: 梯形 or 菱形: no lines of one length, none that shrink and grow again.
TEST(BalanceLines, ShapesTitlesAsTrapeziumOrRhombus) {
  const auto count = [](const std::string& line) { return static_cast<int>(count_characters(line)); };
  for (const char* title :
       {"示例县司法局关于印发法律服务随机抽查工作计划的通知",
        "示例县司法局关于开展律师事务所公证机构基层法律服务所随机抽查有关工作情况的报告",
        "示例县司法局关于组织开展律师事务所公证机构基层法律服务所专项抽查和信用风险分级分类监管工作的通知"}) {
    const auto lines = balanced(title, 20);
    ASSERT_GE(lines.size(), 2u) << title;
    for (std::size_t i = 1; i < lines.size(); ++i) EXPECT_NE(count(lines[i]), count(lines[i - 1])) << title;
    for (std::size_t i = 1; i + 1 < lines.size(); ++i)
      EXPECT_FALSE(count(lines[i]) < count(lines[i - 1]) && count(lines[i]) < count(lines[i + 1])) << title;
  }
}

// 7.3.1: 回行时做到词意完整.
TEST(BalanceLines, DoesNotSplitWords) {
  const auto lines = balanced("示例县司法局关于开展律师事务所随机抽查工作情况的公示", 20);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_FALSE(lines[1].starts_with("的") || lines[1].starts_with("作") || lines[1].starts_with("所"));
}

// What stands in quotation marks is read as one name: no line of a title ends inside it.
TEST(BalanceLines, KeepsQuotedWordsTogether) {
  EXPECT_EQ(balanced("2026年第一次法律服务“双随机、一公开”抽查工作方案", 20),
            (std::vector<std::string>{"2026年第一次法律服务", "“双随机、一公开”抽查工作方案"}));
}

// A title with a line end of its own: each part is balanced for itself.
TEST(BalanceLines, BalancesEachSideOfALineEnd) {
  const auto lines = balanced("关于移送某某县第一人民路基层法律服务所\n有关问题线索的函", 14);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_LE(count_characters(lines[0]), 12u);
  EXPECT_EQ(lines[2], "有关问题线索的函");
}

TEST(BalanceLines, KeepsAShortTitleOnOneLine) { EXPECT_EQ(balanced("行政检查通知书", 20).size(), 1u); }

}  // namespace
}  // namespace anjuan::pages
