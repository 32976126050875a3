// Text as bytes of UTF-8: what registers, definitions and papers are made of.

#include "base/text.h"

#include <gtest/gtest.h>

#include <limits>

namespace anjuan {
namespace {

TEST(FindInvalidUtf8, AcceptsChineseRareCharactersAndTheHighestCodePoint) {
  EXPECT_EQ(find_invalid_utf8("司法局𠮷𬱖"), std::nullopt);
  EXPECT_EQ(find_invalid_utf8("\xf4\x8f\xbf\xbf"), std::nullopt);
  EXPECT_EQ(find_invalid_utf8(""), std::nullopt);
}

TEST(FindInvalidUtf8, NamesTheFirstBadByte) {
  EXPECT_EQ(find_invalid_utf8("ab\xff"), 2u);
  EXPECT_EQ(find_invalid_utf8("司\xe5\x8f"), 3u);        // cut short
  EXPECT_EQ(find_invalid_utf8("\x80"), 0u);              // a tail without its head
  EXPECT_EQ(find_invalid_utf8("\xc0\xaf"), 0u);          // overlong
  EXPECT_EQ(find_invalid_utf8("\xe0\x80\x80"), 0u);      // overlong
  EXPECT_EQ(find_invalid_utf8("\xed\xa0\x80"), 0u);      // surrogate
  EXPECT_EQ(find_invalid_utf8("\xf4\x90\x80\x80"), 0u);  // above U+10FFFF
  EXPECT_EQ(find_invalid_utf8("\xf8\x88\x80\x80\x80"), 0u);
}

TEST(FindInvalidUtf8, FindsABadByteWhereverItStands) {
  for (std::size_t at = 0; at < 40; ++at) {
    std::string text(40, 'a');
    text[at] = '\x80';
    EXPECT_EQ(find_invalid_utf8(text), at);
    EXPECT_EQ(find_invalid_utf8("司" + text), at + 3);
  }
}

TEST(ToU32, ComesBackUnchanged) {
  for (const std::string text : {"", "a", "é", "司法", "𠮷a𬱖"}) EXPECT_EQ(to_utf8(to_u32(text)), text);
  EXPECT_EQ(to_u32("𠮷").size(), 1u);
  EXPECT_EQ(to_u32("a\xff"), std::u32string(U"a\ufffd"));
}

TEST(CountCharacters, CountsCodePointsNotBytes) {
  EXPECT_EQ(count_characters("澄司检通〔2026〕12号"), 13u);
  EXPECT_EQ(count_characters(""), 0u);
}

TEST(FromGb18030, ReadsWhatSpreadsheetsOfChineseOfficesWrite) {
  EXPECT_EQ(from_gb18030("\xc2\xc9\xca\xa6"), "律师");
  EXPECT_EQ(from_gb18030("name"), "name");
  EXPECT_EQ(from_gb18030("\x81\x30\x81\x30"), "\xc2\x80");  // four-byte form
}

TEST(FromGb18030, RefusesOtherBytes) {
  EXPECT_EQ(from_gb18030("\xff\xff"), std::nullopt);
  EXPECT_EQ(from_gb18030("\xc2"), std::nullopt);  // cut short
}

TEST(ToGb18030, ComesBackUnchanged) {
  for (const std::string text : {"", "律师事务所", "𠮷", "a，b"})
    EXPECT_EQ(from_gb18030(to_gb18030(text)), text);
}

TEST(DisplayWidth, CountsWideCharactersTwice) {
  EXPECT_EQ(display_width("ab"), 2);
  EXPECT_EQ(display_width("案卷"), 4);
  EXPECT_EQ(display_width("（案）"), 6);
  EXPECT_EQ(display_width("“案”"), 6);
  EXPECT_EQ(display_width("古丽·阿依"), 9);
  EXPECT_EQ(display_width("𠮷"), 2);
}

TEST(Trim, TakesChineseSpacesOffToo) {
  EXPECT_EQ(trim(" \t\u3000案 卷\u3000\r\n"), "案 卷");
  EXPECT_EQ(trim("\u3000 \u3000"), "");
  EXPECT_EQ(trim(""), "");
}

TEST(Split, KeepsEmptyParts) {
  EXPECT_EQ(split("a,,b,", ','), (std::vector<std::string>{"a", "", "b", ""}));
  EXPECT_EQ(split("", ','), std::vector<std::string>{""});
}

TEST(Join, PutsTheSeparatorBetweenOnly) {
  EXPECT_EQ(join(std::vector<std::string>{"甲", "乙", "丙"}, "、"), "甲、乙、丙");
  EXPECT_EQ(join(std::vector<std::string>{}, "、"), "");
}

TEST(ReplaceAll, DoesNotReadItsOwnReplacement) {
  EXPECT_EQ(replace_all("a&b&&", "&", "&amp;"), "a&amp;b&amp;&amp;");
  EXPECT_EQ(replace_all("aaa", "aa", "a"), "aa");
}

TEST(CollapseSpace, LeavesOneSpaceBetweenWords) {
  EXPECT_EQ(collapse_space("  律师 \r\n\t 事务所\u3000"), "律师 事务所");
  EXPECT_EQ(collapse_space(" \n "), "");
}

TEST(ChineseNumber, ReadsAsOneSaysIt) {
  const std::pair<std::int64_t, const char*> cases[] = {{0, "〇"},
                                                        {1, "一"},
                                                        {10, "十"},
                                                        {12, "十二"},
                                                        {20, "二十"},
                                                        {100, "一百"},
                                                        {101, "一百零一"},
                                                        {110, "一百一十"},
                                                        {112, "一百一十二"},
                                                        {123, "一百二十三"},
                                                        {1000, "一千"},
                                                        {1001, "一千零一"},
                                                        {1010, "一千零一十"},
                                                        {10000, "一万"},
                                                        {10010, "一万零一十"},
                                                        {10100, "一万零一百"},
                                                        {11000, "一万一千"},
                                                        {100000, "十万"},
                                                        {120500, "十二万零五百"},
                                                        {1100000, "一百一十万"},
                                                        {100000000, "一亿"},
                                                        {100000012, "一亿零一十二"},
                                                        {1200000000, "十二亿"},
                                                        {-15, "负十五"}};
  for (const auto& [n, text] : cases) EXPECT_EQ(chinese_number(n), text) << n;
}

TEST(ChineseNumber, HoldsForTheSmallestInteger) {
  EXPECT_TRUE(chinese_number(std::numeric_limits<std::int64_t>::min()).starts_with("负九百二十二亿"));
}

TEST(ChineseDigits, WritesYearsDigitByDigit) {
  EXPECT_EQ(chinese_digits(2026), "二〇二六");
  EXPECT_EQ(chinese_digits(0), "〇");
}

TEST(Nearest, FindsALikelySlipOfThePen) {
  const std::vector<std::string> words = {"transition", "state", "onentry", "检查通知书", "检查报告"};
  EXPECT_EQ(nearest("transtion", words), "transition");
  EXPECT_EQ(nearest("State", words), "state");
  EXPECT_EQ(nearest("on-entry", words), "onentry");
  EXPECT_EQ(nearest("检查通知", words), "检查通知书");
  EXPECT_EQ(nearest("声明全齐", std::vector<std::string>{"声明情况", "声明齐全"}), "声明齐全");
}

TEST(Nearest, StaysSilentWhenNothingIsNear) {
  EXPECT_EQ(nearest("paragraph", std::vector<std::string>{"state", "final"}), std::nullopt);
  EXPECT_EQ(nearest("甲", std::vector<std::string>{"乙"}), std::nullopt);
  EXPECT_EQ(nearest("state", std::vector<std::string>{}), std::nullopt);
  EXPECT_EQ(nearest("", std::vector<std::string>{"a"}), std::nullopt);
}

TEST(Nearest, PrefersTheFirstOfEquallyNearWords) {
  EXPECT_EQ(nearest("stato", std::vector<std::string>{"state", "stats"}), "state");
}

TEST(ParseInteger, TakesPlainDigitsOnly) {
  EXPECT_EQ(parse_integer("20"), 20);
  EXPECT_EQ(parse_integer("-7"), -7);
  EXPECT_EQ(parse_integer("9223372036854775807"), std::numeric_limits<std::int64_t>::max());
  for (const char* bad : {"", " 1", "1 ", "+1", "1.0", "1e3", "0x1", "１", "9223372036854775808", "-"}) {
    EXPECT_EQ(parse_integer(bad), std::nullopt) << bad;
  }
}

}  // namespace
}  // namespace anjuan
