#include "documents/format.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "documents/told.h"

namespace anjuan::documents {
namespace {

// The table of formats is what templates/README.md prints: each example must print what it says.
TEST(FormatRules, PrintWhatTheirExamplesSay) {
  const Fields fields = {{"日期", make_day(2026, 9, 10)},
                         {"份数", 12},
                         {"年度", 2026},
                         {"数额", make_decimal(12345, 1)},
                         {"检查方式", List{"实地检查", "书面检查"}},
                         {"材料", List{"执业证", "章程"}},
                         {"检查人员", List{Fields{{"姓名", "甲某"}}, Fields{{"姓名", "乙某"}}}},
                         {"摘要", "3f2a91c0b7"},
                         {"机关", Fields{{"工作细则", "某某细则"}}},
                         {"备注", Value()},
                         {"文号", ""},
                         {"检查地点", ""}};
  for (const FormatRule& rule : format_rules()) {
    std::string printed = testing::told("<p>" + std::string(rule.example) + "</p>", fields);
    if (!printed.empty()) printed.pop_back();
    std::string expected(rule.prints);
    if (rule.kind == FormatKind::one_per_line) expected = replace_all(expected, "（换行）", "\n");
    if (rule.kind == FormatKind::ruled_if_blank) expected = "＿";
    EXPECT_EQ(printed, expected) << rule.name;
  }
}

TEST(Money, PrintsTwoDecimalsOnlyWhereThereAreAny) {
  EXPECT_EQ(testing::told("<p>{甲|金额}，{乙|金额}</p>", {{"甲", 12000}, {"乙", make_decimal(5, 2)}}),
            "12000元，0.05元\n");
}

TEST(Pick, LeavesOutBlankFields) {
  EXPECT_EQ(testing::told("<p>{人|取 姓名|顿号|无}</p>",
                          {{"人", List{Fields{{"姓名", ""}}, Fields{{"姓名", "乙某"}}}}}),
            "乙某\n");
  EXPECT_EQ(testing::told("<p>{人|取 姓名|顿号|无}</p>", {{"人", List{Fields{{"姓名", ""}}}}}), "无\n");
}

TEST(BookTitle, IsNotDoubled) {
  EXPECT_EQ(testing::told("<p>{名|书名号}</p>", {{"名", "《某某细则》第八条"}}), "《某某细则》第八条\n");
}

}  // namespace
}  // namespace anjuan::documents
