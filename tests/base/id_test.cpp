// Ids that come from outside must be safe in paths, sheets and draw lists.

#include "base/id.h"

#include <gtest/gtest.h>

namespace anjuan {
namespace {

TEST(IsValidId, TakesLettersDigitsAndChinese) {
  for (const char* id : {"LS-001", "2026年第一次", "a", "甲.乙_丙-1", "〇一", "𠮷"})
    EXPECT_TRUE(is_valid_id(id)) << id;
  EXPECT_TRUE(is_valid_id(std::string(64, 'x')));
}

TEST(IsValidId, RefusesWhatCouldLeaveAFolderOrACell) {
  for (const char* id : {"", ".", "..", "../etc", "a/b", "a\\b", "a b", "a\tb", "-rf", "_a", "=1+1", "a,b",
                         "a:b", "案（一）", "a\xff", "\xe2\x80\xae"}) {
    EXPECT_FALSE(is_valid_id(id)) << id;
  }
  EXPECT_FALSE(is_valid_id(std::string_view("a\0b", 3)));
  EXPECT_FALSE(is_valid_id(std::string(65, 'x')));
}

TEST(Id, OrdersByText) {
  EXPECT_LT(CaseId("a"), CaseId("b"));
  EXPECT_EQ(CaseId("a"), CaseId("a"));
  EXPECT_TRUE(CaseId().empty());
}

}  // namespace
}  // namespace anjuan
