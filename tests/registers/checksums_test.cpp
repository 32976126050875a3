// Check characters. The sample numbers belong to nobody: 990128 is no administrative division.

#include "registers/checksums.h"

#include <gtest/gtest.h>

#include <string>

namespace anjuan::registers {
namespace {

TEST(CheckCreditCode, AcceptsGoodCodesAndFindsEveryWrongCharacter) {
  const std::string good = "31990128MD0100017M";
  EXPECT_EQ(check_credit_code(good), NumberFault::none);
  EXPECT_EQ(check_credit_code("12990128780001011D"), NumberFault::none);
  EXPECT_EQ(check_credit_code("31990128MD0100017"), NumberFault::length);
  EXPECT_EQ(check_credit_code("31990128MD01000I7M"), NumberFault::character);
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string wrong = good;
    wrong[i] = wrong[i] == '5' ? '6' : '5';
    EXPECT_EQ(check_credit_code(wrong), NumberFault::check) << wrong;
  }
}

TEST(CheckIdentityNumber, AcceptsGoodNumbersAndFindsEveryWrongDigit) {
  EXPECT_EQ(check_identity_number("99012819960718016X"), NumberFault::none);
  EXPECT_EQ(check_identity_number("99012819960718016x"), NumberFault::none);
  EXPECT_EQ(check_identity_number("9901281996071801"), NumberFault::length);
  EXPECT_EQ(check_identity_number("99012819960718O16X"), NumberFault::character);
  EXPECT_EQ(check_identity_number("990128199602300164"), NumberFault::date);
  EXPECT_EQ(check_identity_number("990128199607180161"), NumberFault::check);
}

}  // namespace
}  // namespace anjuan::registers
