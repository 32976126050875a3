// verify and dossier verify: what was changed is found.

#include <functional>

#include "base/digest.h"
#include "cases/case_value.h"
#include "cli/played_office.h"
#include "dossier/manifest.h"
#include "draw/list.h"
#include "handling/replay.h"
#include "store/sqlite_store.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

TEST(VerifyOffice, HoldsAndGivesTheDigestToNoteElsewhere) {
  const Ran got = ran(verify_command(), {}, Language::chinese, played_office());
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_NE(got.out.find("核验一致："), std::string::npos) << got.out;
  EXPECT_NE(got.out.find("抽取 1 次重新计算结果相同"), std::string::npos) << got.out;
  const std::string head = got.out.substr(got.out.size() - 65, 64);
  EXPECT_EQ(ran(verify_command(), {"--head", head}, Language::chinese, played_office()).status, status_done);
  EXPECT_EQ(ran(verify_command(), {"--head", std::string(64, 'f')}, Language::chinese, played_office()).status, status_refused);
}

// What stands at the foot of an approval table is enough to hold the journal against it.
TEST(VerifyOffice, HoldsThePrintedHeadOfAPaperAgainstTheJournal) {
  const auto store = store::open_office_store(played_office());
  ASSERT_TRUE(store.ok());
  const auto journal = (*(*store)->read())->read_journal();
  ASSERT_TRUE(journal.ok());
  const std::string begins = (*journal)[6].digest.substr(0, 16);
  const Ran got = ran(verify_command(), {"--head", "7:" + begins}, Language::chinese, played_office());
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_NE(got.out.find("抄录的链首就是第 7 条记录的摘要"), std::string::npos) << got.out;
  EXPECT_NE(got.out.find("以后又记了 " + std::to_string(journal->size() - 7) + " 条"), std::string::npos) << got.out;
  const Ran other = ran(verify_command(), {"--head", "8:" + begins}, Language::chinese, played_office());
  EXPECT_EQ(other.status, status_refused);
  EXPECT_NE(other.err.find("AJ0417"), std::string::npos) << other.err;
}

TEST(VerifyOffice, DoesAllActsAgainWithTheSameOutcome) {
  const Ran got = ran(verify_command(), {"--replay"}, Language::chinese, played_office());
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_NE(got.out.find("重演一致："), std::string::npos) << got.out;
}

TEST(VerifyOffice, FindsAChangedFile) {
  const std::string office = copied_office();
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(office) / "files")) {
    if (!entry.is_regular_file()) continue;
    fs::permissions(entry.path(), fs::perms::owner_all);
    std::string bytes = read_file(entry.path());
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    write_file(entry.path(), bytes);
    break;
  }
  EXPECT_NE(ran(verify_command(), {}, Language::chinese, office).status, status_done);
}

/// Writes past the program into an office, as somebody with the database at hand could.
void tamper(const std::string& office, const std::function<void(cases::Transaction&)>& change) {
  const auto store = store::open_office_store(office);
  ASSERT_TRUE(store.ok());
  const auto tx = (*store)->begin();
  ASSERT_TRUE(tx.ok());
  change(**tx);
  ASSERT_TRUE((*tx)->commit().ok());
}

// What people open and print is the copy, so a copy that was changed must not pass for the paper.
TEST(VerifyOffice, FindsAChangedCopyAndNotOneThatIsMissing) {
  const std::string office = copied_office();
  ASSERT_EQ(ran(export_command(), {}, Language::chinese, office).status, status_done);
  std::vector<fs::path> copies;
  for (const auto& entry : fs::recursive_directory_iterator(office + "/文书")) {
    if (entry.is_regular_file()) copies.push_back(entry.path());
  }
  ASSERT_GT(copies.size(), 1u);
  fs::remove(copies[0]);
  EXPECT_EQ(ran(verify_command(), {}, Language::chinese, office).status, status_done);
  std::string bytes = read_file(copies[1]);
  bytes[bytes.size() / 2] ^= 1;
  write_file(copies[1], bytes);
  const Ran got = ran(verify_command(), {}, Language::chinese, office);
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find(copies[1].string() + ": 错误 AJ3913  供打开和打印的这个文件"), std::string::npos) << got.err;
  ASSERT_EQ(ran(export_command(), {}, Language::chinese, office).status, status_done);
  EXPECT_EQ(ran(verify_command(), {}, Language::chinese, office).status, status_done);
}

TEST(VerifyOffice, FindsACopyThatAnOlderVersionLeftByHalf) {
  const std::string office = copied_office();
  ASSERT_EQ(ran(export_command(), {}, Language::chinese, office).status, status_done);
  for (const auto& entry : fs::recursive_directory_iterator(office + "/文书")) {
    if (!entry.is_regular_file()) continue;
    write_file(entry.path().string() + ".part", "%PDF");
    break;
  }
  const Ran got = ran(verify_command(), {}, Language::chinese, office);
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("AJ3915"), std::string::npos) << got.err;
  ASSERT_EQ(ran(export_command(), {}, Language::chinese, office).status, status_done);
  EXPECT_EQ(ran(verify_command(), {}, Language::chinese, office).status, status_done);
}

TEST(VerifyOffice, LeavesNoFolderOfAKilledReplayBeyondTheNextExport) {
  const std::string office = copied_office();
  fs::create_directories(office + "/.replay.anjuan-unfinished-AbCdEf/office");
  ASSERT_EQ(ran(export_command(), {}, Language::chinese, office).status, status_done);
  EXPECT_FALSE(fs::exists(office + "/.replay.anjuan-unfinished-AbCdEf"));
}

// A link there would have copies written, and earlier files replaced, wherever it leads.
TEST(VerifyOffice, LetsNoLinkLeadCopiesOutOfTheOffice) {
  const std::string office = copied_office(), outside = office + "-outside";
  fs::create_directories(outside);
  fs::remove_all(office + "/文书");
  fs::create_directory_symlink(outside, office + "/文书");
  const Ran got = ran(export_command(), {}, Language::chinese, office);
  EXPECT_EQ(got.status, status_fault);
  EXPECT_NE(got.err.find("AJ9021"), std::string::npos) << got.err;
  EXPECT_TRUE(fs::is_empty(outside));
}

TEST(VerifyOffice, FindsADrawWhoseResultIsNotWhatItsFilesYield) {
  const std::string office = copied_office();
  tamper(office, [](cases::Transaction& tx) {
    cases::CaseRow row = *tx.load_case(CaseId("2026-1"));
    cases::Case round = cases::case_from(row.body);
    ASSERT_FALSE(round.draws.empty());
    round.draws.back().result = replace_all(round.draws.back().result, "selected", "dropped");
    row.body = cases::to_value(round);
    ASSERT_TRUE(tx.save_case(row).ok());
    ASSERT_TRUE(tx.append(Fields{{"kind", "event"}, {"case", "2026-1"}}).ok());
  });
  const Ran got = ran(verify_command(), {}, Language::chinese, office);
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("AJ3107"), std::string::npos) << got.err;
}

/// The office with another digest where the list of its draw names the draw before it, and all that follows from
/// the list made to fit, as somebody would who hides a draw.
std::string with_previous(const std::string& previous) {
  const std::string office = copied_office();
  tamper(office, [&](cases::Transaction& tx) {
    cases::CaseRow row = *tx.load_case(CaseId("2026-1"));
    cases::Case round = cases::case_from(row.body);
    cases::DrawRecord& record = round.draws.back();
    const std::string before = "\nprev\t" + std::string(draw::no_previous_draw), listed = sha256(record.list);
    ASSERT_NE(record.list.find(before), std::string::npos);
    record.list = replace_all(record.list, before, "\nprev\t" + previous);
    for (std::string* file : {&record.seed, &record.events, &record.result}) *file = replace_all(*file, listed, sha256(record.list));
    row.body = cases::to_value(round);
    ASSERT_TRUE(tx.save_case(row).ok());
    ASSERT_TRUE(tx.append(Fields{{"kind", "event"}, {"case", "2026-1"}}).ok());
  });
  return office;
}

// Draws are chained: a hidden one leaves a gap that no other change can close.
TEST(VerifyOffice, FindsADrawThatDoesNotGoOnFromTheOneBefore) {
  const Ran got = ran(verify_command(), {}, Language::chinese, with_previous(std::string(64, 'a')));
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("AJ3893"), std::string::npos) << got.err;
  EXPECT_NE(got.err.find("没有接上前一次"), std::string::npos) << got.err;
}

/// The codes of a replay after one more entry was written into the journal.
std::string replayed_with(Fields entry) {
  const std::string office = copied_office();
  tamper(office, [&](cases::Transaction& tx) { ASSERT_TRUE(tx.append(Value(std::move(entry))).ok()); });
  return ran(verify_command(), {"--replay"}, Language::chinese, office).err;
}

TEST(VerifyOffice, NamesTheEntryThatComesOutDifferently) {
  const std::string found = replayed_with({{"kind", "time"}, {"case", ""}, {"on", *parse_day("2026-09-30")}, {"recorded", "2026-09-30T09:00:00+08:00"}, {"recorded_as", "陆明舟"}});
  EXPECT_NE(found.find("AJ2860"), std::string::npos) << found;
}

TEST(VerifyOffice, NamesTheEntryThatCannotBeDoneAgain) {
  const std::string found = replayed_with({{"kind", "dance"}, {"case", ""}});
  EXPECT_NE(found.find("AJ2861"), std::string::npos) << found;
  EXPECT_NE(found.find("AJ3111"), std::string::npos) << found;
}

TEST(VerifyOffice, NeedsTheEntryThatAdoptedTheDefinitions) {
  const auto folder = fresh_folder("bare") / "office";
  ASSERT_TRUE(store::create_office_store(folder.string(), Value(Fields{})).ok());
  const auto fresh = fresh_folder("fresh") / "office";
  ASSERT_TRUE(store::create_office_store(fresh.string(), Value(Fields{})).ok());
  tamper(folder.string(), [](cases::Transaction& tx) { ASSERT_TRUE(tx.append(Fields{{"kind", "time"}, {"case", ""}}).ok()); });
  const auto original = store::open_office_store(folder.string());
  const auto again = store::open_office_store(fresh.string());
  const auto reading = (*original)->read();
  const auto fonts = pages::load_fonts({});
  ASSERT_TRUE(original.ok() && again.ok() && reading.ok() && fonts.ok());
  const auto replayed = handling::replay({**reading, **again, **fonts, (fresh / "files/tmp").string(), {}});
  ASSERT_TRUE(replayed.ok());
  ASSERT_EQ(replayed->found.size(), 2u);
  EXPECT_EQ(std::string(replayed->found.back().row->code), "AJ3112");
}

/// A filed volume of one paper, as an office has it.
struct FiledVolume {
  fs::path folder = fresh_folder("filed");
  std::string manifest = (folder / "案卷" / "2026-1-01-清单.json").string();

  FiledVolume() {
    fs::create_directories(folder / "案卷");
    fs::create_directories(folder / "文书/2026-1-01");
    write_file(folder / "案卷/2026-1-01.pdf", "the volume");
    write_file(folder / "文书/2026-1-01/W01 检查报告.pdf", "the report");
    dossier::Manifest m;
    m.case_number = "2026-1-01";
    m.archival_code = "0128-ZY·2026-Y-LSG-0001";
    m.title = "检查卷";
    m.pages = 3;
    m.volume = {"案卷/2026-1-01.pdf", sha256("the volume")};
    m.items.push_back({1, "2026-1-01-W01", "检查报告", "检查报告", "", 1, 3, {"文书/2026-1-01/W01 检查报告.pdf", sha256("the report")}, std::nullopt});
    m.head_n = 1;
    m.head_digest = std::string(64, '0');
    write_file(manifest, dossier::write_manifest(m));
  }
};

TEST(DossierVerify, HoldsForAVolumeInItsOffice) {
  const FiledVolume filed;
  const Ran got = ran(dossier_verify_command(), {filed.manifest});
  EXPECT_EQ(got.status, status_done) << got.err;
  EXPECT_NE(got.out.find("档号 0128-ZY·2026-Y-LSG-0001"), std::string::npos) << got.out;
}

TEST(DossierVerify, FindsAChangedPaperByName) {
  const FiledVolume filed;
  write_file(filed.folder / "文书/2026-1-01/W01 检查报告.pdf", "the rep0rt");
  const Ran got = ran(dossier_verify_command(), {filed.manifest});
  EXPECT_EQ(got.status, status_refused);
  EXPECT_NE(got.err.find("W01 检查报告.pdf"), std::string::npos) << got.err;
}

TEST(DossierVerify, FindsAMissingVolume) {
  const FiledVolume filed;
  fs::remove(filed.folder / "案卷/2026-1-01.pdf");
  EXPECT_EQ(ran(dossier_verify_command(), {filed.manifest}).status, status_refused);
}

TEST(DossierVerify, RefusesWhatIsNoManifest) {
  const auto folder = fresh_folder("wrong");
  EXPECT_EQ(ran(dossier_verify_command(), {write_file(folder / "x.json", "{}")}).status, status_refused);
}

}  // namespace
}  // namespace anjuan::cli
