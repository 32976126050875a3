#include "dossier/manifest.h"

#include <gtest/gtest.h>

#include <map>

#include "base/text.h"
#include "dossier/assemble.h"
#include "papers.h"

namespace anjuan::dossier {
namespace {

using Codes = std::vector<std::string>;
using Files = std::map<std::string, std::string>;

/// A volume of two papers (one as a scan), its files and its part of the journal.
struct Filed {
  Manifest manifest;
  Files files;

  Filed() {
    CasePapers papers;
    papers.papers = {paper("notice", "行政检查通知书", "正2", make_day(2026, 9, 8), 2),
                     paper("record", "现场检查笔录", "正5", make_day(2026, 9, 10), 4)};
    papers.papers[1].scan_digest = sha256("scan of record");
    const auto plan = assemble(papers, shipped_rules(), "case");
    manifest = make_manifest(plan->volumes[0], [](const PaperItem& item, bool is_source) {
      return "文书/" + item.id + (is_source ? "-原件.pdf" : ".pdf");
    });
    files = {{"文书/notice.pdf", "notice"},
             {"文书/record.pdf", "scan of record"},
             {"文书/record-原件.pdf", "record"},
             {"案卷.pdf", "volume"},
             {"检查表.xlsx", "sheet"}};
    manifest.case_number = "CY-2026-001";
    manifest.archival_code = "0045-ZY·2026-D30-JDG-0012";
    manifest.title = "岚东砚衡律师事务所2026年行政检查卷";
    manifest.volume = {"案卷.pdf", sha256("volume")};
    manifest.others = {{"检查表.xlsx", sha256("sheet")}};
    add_journal();
  }

  void add_journal() {
    std::vector<journal::Entry> chain;
    std::string head = journal::origin;
    for (int n = 1; n <= 5; ++n) {
      const Value act = Fields{{"act", "送达"}, {"at", make_day(2026, 9, 10)}, {"n", n}};
      chain.push_back(journal::append(DigestKind::sha256, n - 1, head, act));
      head = chain.back().digest;
    }
    manifest.journal = {chain[1], chain[2], chain[4]};  // lines 1 and 4 belong to another case
    manifest.head_n = 5;
    manifest.head_digest = head;
  }

  Diagnostics check() const {
    return verify(
        manifest,
        [this](const std::string& path) -> std::optional<std::string> {
          const auto found = files.find(path);
          return found == files.end() ? std::nullopt : std::optional(found->second);
        },
        "清单.json");
  }
};

TEST(VerifyManifest, IsSilentAboutAnUntouchedVolume) { EXPECT_EQ(codes(Filed().check()), Codes{}); }

TEST(VerifyManifest, FindsAnyChangedOrMissingFile) {
  for (const auto& [path, bytes] : Filed().files) {
    Filed changed;
    changed.files[path] += ' ';
    ASSERT_EQ(codes(changed.check()), Codes{"AJ2541"}) << path;
    EXPECT_EQ(changed.check()[0].values[0].zh, path);
    Filed missing;
    missing.files.erase(path);
    EXPECT_EQ(codes(missing.check()), Codes{"AJ2540"}) << path;
  }
}

TEST(VerifyManifest, FindsAnyChangedJournalLine) {
  for (std::size_t i = 0; i < 3; ++i) {
    Filed filed;
    filed.manifest.journal[i].text = replace_all(filed.manifest.journal[i].text, "送达", "留置");
    EXPECT_EQ(codes(filed.check()).at(0), "AJ2542") << i;
    Filed renumbered;
    renumbered.manifest.journal[i].n += 10;
    EXPECT_FALSE(renumbered.check().empty()) << i;
  }
  Filed spaced;  // the same meaning, other bytes
  spaced.manifest.journal[0].text += " ";
  EXPECT_EQ(codes(spaced.check()), Codes{"AJ2542"});
}

TEST(VerifyManifest, FindsLinesOutOfOrderAndLinesBeyondTheHead) {
  Filed swapped;
  std::swap(swapped.manifest.journal[0], swapped.manifest.journal[2]);
  EXPECT_EQ(codes(swapped.check()).at(0), "AJ2543");
  Filed short_head;
  short_head.manifest.head_n = 4;
  EXPECT_EQ(codes(short_head.check()), Codes{"AJ2544"});
  Filed other_head;
  other_head.manifest.head_digest = sha256("other");
  EXPECT_EQ(codes(other_head.check()), Codes{"AJ2544"});
}

TEST(WriteManifest, ReadsBackEqual) {
  const Filed filed;
  const std::string text = write_manifest(filed.manifest);
  const auto again = read_manifest(text, "清单.json");
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(write_manifest(*again), text);
  EXPECT_EQ(again->items, filed.manifest.items);
  EXPECT_EQ(again->items[1].source->digest, sha256("record"));
  EXPECT_EQ(again->items[1].first_page, 3);
  EXPECT_EQ(again->items[1].last_page, 6);
  EXPECT_EQ(again->head_n, 5);
}

TEST(ReadManifest, NamesWhatIsMissing) {
  const std::string text = write_manifest(Filed().manifest);
  const auto without_case = read_manifest(replace_all(text, "\"case\"", "\"cas\""), "清单.json");
  ASSERT_FALSE(without_case.ok());
  EXPECT_EQ(codes(without_case.diagnostics()), Codes{"AJ2545"});
  EXPECT_EQ(without_case.diagnostics()[0].values[0].zh, "case");
  EXPECT_FALSE(read_manifest(replace_all(text, "anjuan-manifest-1", "anjuan-manifest-9"), "f").ok());
  EXPECT_FALSE(read_manifest(replace_all(text, sha256("volume"), "zz"), "f").ok());
  EXPECT_FALSE(read_manifest("[]", "f").ok());
  EXPECT_FALSE(read_manifest("not json", "f").ok());
}

TEST(ReadManifest, RefusesPathsThatLeaveTheFolder) {
  for (const char* path : {"../案卷.pdf", "/etc/passwd", "a/../../b", "a//b", "a\\\\b", "a\\nb", ""}) {
    const std::string text = replace_all(write_manifest(Filed().manifest), "案卷.pdf", path);
    const auto manifest = read_manifest(text, "f");
    ASSERT_FALSE(manifest.ok()) << path;
    EXPECT_EQ(codes(manifest.diagnostics()), Codes{"AJ2546"}) << path;
  }
}

TEST(WriteSums, GivesLinesThatSha256sumChecks) {
  const Filed filed;
  const std::string sums = write_sums(filed.manifest);
  EXPECT_NE(sums.find(sha256("volume") + "  案卷.pdf\n"), std::string::npos);
  EXPECT_EQ(std::count(sums.begin(), sums.end(), '\n'), 5);
}

TEST(VerifyManifest, WorksWithTheNationalDigestToo) {
  Filed filed;
  filed.manifest.kind = DigestKind::sm3;
  filed.manifest.journal.clear();
  filed.manifest.items.clear();
  filed.manifest.others.clear();
  filed.manifest.volume.digest = digest(DigestKind::sm3, "volume");
  EXPECT_EQ(codes(filed.check()), Codes{});
}

}  // namespace
}  // namespace anjuan::dossier
