#include "publication/sensitive.h"

#include <gtest/gtest.h>

namespace anjuan::publication {
namespace {

/// Kinds found, one letter each: i identity number, p phone, c card.
std::string kinds(std::string_view text) {
  std::string found;
  for (const Sensitive& hit : find_sensitive(text)) {
    found += hit.kind == SensitiveKind::identity_number ? 'i'
             : hit.kind == SensitiveKind::mobile_phone  ? 'p'
                                                        : 'c';
  }
  return found;
}

TEST(IsIdentityNumber, ChecksTheLastCharacterAndTheBirthday) {
  EXPECT_TRUE(is_identity_number("990128197803120034"));
  EXPECT_TRUE(is_identity_number("99012819960718016X"));
  EXPECT_TRUE(is_identity_number("99012819960718016x"));
  EXPECT_FALSE(is_identity_number("990128197803120035"));   // wrong check digit
  EXPECT_FALSE(is_identity_number("99012819780312003"));    // 17 digits
  EXPECT_FALSE(is_identity_number("9901281978031200340"));  // 19
  EXPECT_FALSE(is_identity_number("99012X197803120034"));
}

TEST(IsIdentityNumber, NeedsABirthdayThatExists) {
  // Each has the right check digit.
  EXPECT_TRUE(is_identity_number("990128199602290028"));
  EXPECT_FALSE(is_identity_number("990128199702290017"));  // 29 February 1997
  EXPECT_FALSE(is_identity_number("990128178001010016"));  // 1780
  EXPECT_FALSE(is_identity_number("990128197813010015"));  // month 13
}

TEST(IsBankCard, ChecksLuhnAndLength) {
  EXPECT_TRUE(is_bank_card("6222021234567890128"));
  EXPECT_FALSE(is_bank_card("6222021234567890129"));
  EXPECT_TRUE(is_bank_card("4111111111111111"));
  EXPECT_FALSE(is_bank_card("411111111111116"));   // 15 digits
  EXPECT_FALSE(is_bank_card("0000000000000000"));  // a blank, not a card
}

TEST(IsBankCard, KnowsSeventeenDigitPractisingCertificates) {
  // Both pass Luhn; the year of issue stands where such certificates have it.
  EXPECT_FALSE(is_bank_card("19901200810100111"));
  EXPECT_FALSE(is_bank_card("39901282003000207"));
  EXPECT_TRUE(is_bank_card("62220212345678903"));  // 17 digits without a year there
}

TEST(FindSensitive, FindsNumbersAmongWords) {
  EXPECT_EQ(kinds("身份证号码：990128197803120034，电话13812345678。"), "ip");
  EXPECT_EQ(kinds("卡号6222021234567890128"), "c");
  EXPECT_EQ(kinds("1.13812345678 2.15900001111"), "pp");
  EXPECT_EQ(kinds("没有号码"), "");
  EXPECT_EQ(kinds(""), "");
}

TEST(FindSensitive, NamesANumberThatIsBothAnIdentityNumberAndACardOnce) {
  EXPECT_EQ(kinds("990128198209170076"), "i");  // passes Luhn as well
}

TEST(FindSensitive, LeavesNumbersInsideLongerCodesAlone) {
  EXPECT_EQ(kinds("31990128MD0100017M"), "");  // 统一社会信用代码
  EXPECT_EQ(kinds("12990128780001011D"), "");
  EXPECT_EQ(kinds("AB13812345678"), "");
  EXPECT_EQ(kinds("138123456789"), "");         // 12 digits
  EXPECT_EQ(kinds("0990128197803120034"), "");  // 19 digits, no Luhn
  EXPECT_EQ(kinds("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"), "");
  EXPECT_EQ(kinds("99012811001"), "");   // 执法证号
  EXPECT_EQ(kinds("12010007919"), "");   // no mobile number begins with 120
  EXPECT_EQ(kinds("0999-7210011"), "");  // a line of the bureau
  EXPECT_EQ(kinds("澄司检通〔2026〕12号，2026-09-10 09:30"), "");
}

TEST(FindSensitive, SeesThroughFullWidthDigitsAndInvisibleCharacters) {
  EXPECT_EQ(kinds("１３８１２３４５６７８"), "p");
  EXPECT_EQ(kinds("138\u200B1234\u200B5678"), "p");
  EXPECT_EQ(kinds("99012819960718016Ｘ"), "i");
}

TEST(FindSensitive, SeesNumbersWrittenInGroups) {
  EXPECT_EQ(kinds("138 1234 5678"), "p");
  EXPECT_EQ(kinds("138-1234-5678"), "p");
  EXPECT_EQ(kinds("138－1234－5678"), "p");
  EXPECT_EQ(kinds("+86 138 1234 5678"), "p");
  EXPECT_EQ(kinds("+8613812345678"), "p");
  EXPECT_EQ(kinds("008613812345678"), "p");
  EXPECT_EQ(kinds("990128 19780312 0034"), "i");
  EXPECT_EQ(kinds("6222 0212 3456 7890 128"), "c");
  EXPECT_EQ(kinds("4111 1111 1111 1111"), "c");
  EXPECT_EQ(kinds("2026-09-10"), "");
  EXPECT_EQ(kinds("138 1234  5678"), "");  // two spaces: two numbers
}

TEST(FindSensitive, TellsWhereTheNumberBegins) {
  const auto found = find_sensitive("电话１３８12345678");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].offset, 6u);
  EXPECT_EQ(found[0].number, "13812345678");
}

TEST(FindSensitive, SurvivesBytesThatAreNotUtf8) { EXPECT_EQ(kinds("\xB5\xE7 13812345678 \xFF"), "p"); }

TEST(Masked, NeverShowsTheMiddle) {
  EXPECT_EQ(masked("13812345678"), "138******78");
  EXPECT_EQ(masked("990128197803120034"), "990*************34");
  EXPECT_EQ(masked("12345"), "*****");
  EXPECT_EQ(masked_name("王小明"), "王某");
  EXPECT_EQ(masked_name("𠮷野"), "𠮷某");
  EXPECT_EQ(masked_name(""), "");
}

}  // namespace
}  // namespace anjuan::publication
