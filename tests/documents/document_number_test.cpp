#include "documents/document_number.h"

#include <gtest/gtest.h>

#include "documents/told.h"

namespace anjuan::documents {
namespace {

using testing::listed;

const expression::Names parts = {{"代字", *expression::parse_type("text")},
                                 {"年", *expression::parse_type("integer")},
                                 {"号", *expression::parse_type("integer")}};

// GB/T 9704-2012, 7.2.5: the year in full in hexagonal brackets, the serial without leading zeros.
TEST(DocumentNumber, IsWrittenAsThePatternSays) {
  const auto number =
      document_number("{代字}检通〔{年}〕{号}号", {}, {{"代字", "澄司"}, {"年", 2026}, {"号", 12}});
  ASSERT_TRUE(number.ok());
  EXPECT_EQ(*number, "澄司检通〔2026〕12号");
}

TEST(DocumentNumber, RefusesBlankPartsAndEmptyPatterns) {
  EXPECT_EQ(listed(document_number("{代字}〔{年}〕{号}号", {}, {{"代字", ""}, {"年", 2026}, {"号", 1}})),
            "0:0 AJ2420 文书“{代字}〔{年}〕{号}号”要印“代字”，这一项还没有内容\n");
  EXPECT_EQ(listed(document_number(" ", {}, {})), "0:0 AJ2430 文号格式“ ”没有印出任何字\n");
}

TEST(CheckNumberPattern, WantsTheSerialAndKnownNames) {
  EXPECT_EQ(listed(check_number_pattern("{代字}〔{年}〕{号}号", {}, parts, "号")), "");
  EXPECT_EQ(listed(check_number_pattern("{代字}〔{年}〕1号", {}, parts, "号")),
            "0:0 AJ2431 文号格式“{代字}〔{年}〕1号”里没有用“号”\n");
  EXPECT_FALSE(check_number_pattern("{代号}〔{年}〕{号}号", {}, parts, "号").empty());
  EXPECT_EQ(listed(check_number_pattern("{代字", {}, parts, "号")),
            "0:0 AJ2403 左花括号后面没有找到配对的右花括号\n");
}

}  // namespace
}  // namespace anjuan::documents
