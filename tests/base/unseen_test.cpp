#include "base/unseen.h"

#include <gtest/gtest.h>

namespace anjuan {
namespace {

TEST(UnseenCharacter, IsOneThatAReaderCannotSee) {
  EXPECT_EQ(unseen_character("澄阳\x1b[31m红"), "U+001B");
  EXPECT_EQ(unseen_character(std::string("甲\0乙", 7)), "U+0000");
  EXPECT_EQ(unseen_character("甲\xc2\x85乙"), "U+0085");
  EXPECT_EQ(unseen_character("发票\u202Efdp.exe"), "U+202E");
  EXPECT_EQ(unseen_character("陆\u200B明舟"), "U+200B");
  EXPECT_EQ(unseen_character("陆明舟\uFEFF"), "U+FEFF");
}

TEST(UnseenCharacter, IsNoneOfOrdinaryText) {
  EXPECT_EQ(unseen_character("陆明舟·Lu\t一\r\n二　三——〔2026〕①㐂𠮷 é"), std::nullopt);
  EXPECT_EQ(unseen_character(""), std::nullopt);
}

}  // namespace
}  // namespace anjuan
