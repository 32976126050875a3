// 全过程记录: nobody can change, remove, add or move an entry unseen.

#include "journal/journal.h"

#include <gtest/gtest.h>

namespace anjuan::journal {
namespace {

std::vector<Entry> three_acts(DigestKind kind = DigestKind::sha256) {
  std::vector<Entry> entries;
  for (const char* act : {"立项", "抽取", "公示"}) {
    const bool first = entries.empty();
    entries.push_back(append(kind, first ? 0 : entries.back().n, first ? origin : entries.back().digest,
                             Fields{{"行为", act}, {"人", "甲\t乙"}}));
  }
  return entries;
}

std::string first_code(const Diagnostics& found) { return found.empty() ? "" : found[0].row->code; }

TEST(JournalAppend, CoversNumberPreviousDigestAndText) {
  const Entry entry = append(DigestKind::sha256, 0, origin, Fields{{"a", 1}});
  EXPECT_EQ(entry.text, R"({"a":1})");
  EXPECT_EQ(entry.digest, sha256("anjuan-log-1|1|" + std::string(64, '0') + R"(|{"a":1})"));
}

TEST(JournalVerify, HoldsForAnUntouchedChain) {
  for (const DigestKind kind : {DigestKind::sha256, DigestKind::sm3}) {
    const auto entries = three_acts(kind);
    EXPECT_TRUE(verify(kind, entries).empty());
    EXPECT_TRUE(verify(kind, entries, entries[1].digest).empty());
    EXPECT_TRUE(verify(kind, {}).empty());
  }
}

TEST(JournalVerify, NoticesARemovedEntry) {
  auto entries = three_acts();
  entries.erase(entries.begin() + 1);
  EXPECT_EQ(first_code(verify(DigestKind::sha256, entries)), "AJ0401");
}

TEST(JournalVerify, NoticesAReplacedEntryAtTheNextLink) {
  auto entries = three_acts();
  entries[1] = append(DigestKind::sha256, 1, entries[0].digest, Fields{{"行为", "重抽"}});
  const auto found = verify(DigestKind::sha256, entries);
  EXPECT_EQ(first_code(found), "AJ0402");
  EXPECT_EQ(found[0].place.within.zh, "第3条");
}

TEST(JournalVerify, NoticesAChainCutShortByAHeadNotedElsewhere) {
  auto entries = three_acts();
  const std::string head = entries.back().digest;
  entries.pop_back();
  EXPECT_TRUE(verify(DigestKind::sha256, entries).empty());
  EXPECT_EQ(first_code(verify(DigestKind::sha256, entries, head)), "AJ0404");
}

TEST(JournalVerify, NoticesAnyChangedByteOfTheHandedOverText) {
  const std::string text = write(three_acts());
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const unsigned char bit : {0x01, 0x20, 0x80}) {
      std::string changed = text;
      changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ bit);
      const auto entries = read(changed, "j.txt");
      const bool noticed = !entries.ok() || !verify(DigestKind::sha256, *entries).empty();
      ASSERT_TRUE(noticed) << "byte " << i;
    }
  }
}

TEST(JournalVerify, SaysWhichEntryWasChanged) {
  auto entries = three_acts();
  entries[1].text.replace(entries[1].text.find("抽"), 3, "选");
  const auto found = verify(DigestKind::sha256, entries);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(first_code(found), "AJ0403");
  EXPECT_TRUE(sentence(found[0], Language::chinese).starts_with("第 2 条记录被改动过"));
}

// A head as a paper prints it, and as people copy it.
TEST(JournalVerify, FindsANotedHeadByNumberAndBeginning) {
  const auto entries = three_acts();
  const std::string& digest = entries[1].digest;
  std::string capitals = digest.substr(0, 16);
  for (char& c : capitals) c = static_cast<char>(std::toupper(c));
  for (const std::string& noted : {digest, "2:" + digest, "2:" + digest.substr(0, 16), digest.substr(0, 16), "2：" + capitals, " 2 : " + digest.substr(0, 8) + " " + digest.substr(8, 8) + "\n"}) {
    EXPECT_TRUE(verify(DigestKind::sha256, entries, noted).empty()) << noted;
    const auto read = read_noted_head(noted);
    ASSERT_TRUE(read.ok()) << noted;
    const auto at = find_head(entries, *read);
    ASSERT_TRUE(at.ok()) << noted;
    EXPECT_EQ(*at, 2) << noted;
  }
  EXPECT_TRUE(verify(DigestKind::sha256, entries, "0:" + origin).empty());
}

TEST(JournalVerify, TellsANotedHeadThatIsNotThere) {
  const auto entries = three_acts();
  const std::string begins = entries[1].digest.substr(0, 16);
  EXPECT_EQ(first_code(verify(DigestKind::sha256, entries, "3:" + begins)), "AJ0417");
  EXPECT_EQ(first_code(verify(DigestKind::sha256, entries, "0:" + begins)), "AJ0417");
  EXPECT_EQ(first_code(verify(DigestKind::sha256, entries, "4:" + begins)), "AJ0418");
  EXPECT_EQ(first_code(verify(DigestKind::sha256, entries, std::string(16, 'e'))), "AJ0404");
  for (const std::string& unreadable : {std::string("2:abc"), begins.substr(1), "第2条:" + begins, "-1:" + begins, ":" + begins, std::string(65, 'a'), "2:" + begins.substr(0, 15) + "g"}) {
    EXPECT_EQ(first_code(verify(DigestKind::sha256, entries, unreadable)), "AJ0416") << unreadable;
  }
}

// The outside keeper's lines, in whatever order they were kept, some of them twice.
TEST(ChainCheck, TellsForEachNotedHeadWhichEntryItIsOf) {
  const auto entries = three_acts();
  const auto head = [&](std::size_t n, bool numbered) {
    return NotedHead{entries[n - 1].digest, numbered ? std::optional(static_cast<std::int64_t>(n)) : std::nullopt};
  };
  ChainCheck chain(DigestKind::sha256, {head(2, true), head(1, false), head(3, true), head(1, true), {origin, 0}, head(2, true)});
  for (const Entry& entry : entries) chain.take(entry);
  EXPECT_TRUE(chain.finish().empty());
  EXPECT_EQ(chain.noted(), (std::vector<std::int64_t>{2, 1, 3, 1, 0, 2}));
}

TEST(JournalRead, ReadsBackWhatWasWritten) {
  const auto entries = three_acts();
  const auto again = read(write(entries), "j.txt");
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(write(*again), write(entries));
  EXPECT_TRUE(verify(DigestKind::sha256, *again, entries.back().digest).empty());
}

TEST(JournalRead, NamesEachLineThatIsNoEntry) {
  std::string text = write(three_acts());
  text.insert(0, "x\n");
  text.pop_back();
  const auto refused = read(text, "j.txt");
  ASSERT_FALSE(refused.ok());
  ASSERT_EQ(refused.diagnostics().size(), 2u);
  EXPECT_EQ(refused.diagnostics()[0].place.line, 1);
  EXPECT_EQ(refused.diagnostics()[1].place.line, 4);
  EXPECT_EQ(first_code(refused.diagnostics()), "AJ0405");
}

}  // namespace
}  // namespace anjuan::journal
