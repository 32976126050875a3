// An office copied away while it is used, and brought back.

#include "store/backup.h"

#include "store/file_store.h"
#include "store/office.h"

namespace anjuan::store {
namespace {

class BackUp : public ::testing::Test {
 protected:
  BackUp() : store_(new_office(office_)) { act("2026-LS-001", "检查报告"); }

  void act(const std::string& id, const std::string& bytes) {
    auto tx = well(store_->begin());
    const std::string file = well(tx->put_file(bytes));
    well(tx->save_case(sample_case(id)));
    well(tx->append(with_field(sample_act(id), "files", List{file})));
    well(tx->commit());
    last_file_ = file;
  }
  std::string in(const std::string& folder, const std::string& file) const {
    return FileStore(Layout::of(folder), DigestKind::sha256).path_of(file);
  }
  journal::Head head() const { return well(well(store_->read())->journal_head()); }
  static Diagnostics verify_copy(const Copy& copy) { return verify_store(copy.layout, {}).found; }

  const TemporaryFolder folder_;
  const std::string office_ = folder_ / "office", backup_ = folder_ / "backup", other_ = folder_ / "other";
  const std::unique_ptr<cases::CaseStore> store_;
  std::string last_file_;
};

TEST_F(BackUp, ComesBackAsTheSameOffice) {
  const BackedUp done = well(back_up(office_, backup_));
  EXPECT_EQ(done.head.digest, head().digest);
  EXPECT_EQ(shown(verify_copy(well(find_copy(backup_, 0)))), "");
  EXPECT_TRUE(well(restore(well(find_copy(backup_, 0)), other_)).missing.empty());
  EXPECT_EQ(shown(verify_store(other_, "1:" + head().digest)), "");
  const auto back = open_office(other_);
  EXPECT_EQ(well(well(back->read())->load_case(CaseId("2026-LS-001"))).title, "岚东律师事务所");
  save_sample(*back, "2026-LS-009");  // work goes on where it was
  EXPECT_EQ(shown(verify_store(other_)), "");
}

TEST_F(BackUp, TouchesNothingOfAnOfficeOfNewerSoftware) {
  change_past_the_store(office_, "PRAGMA user_version = 99");
  const std::string database = bytes_of(office_ + "/office.db");
  overwrite(office_ + "/lock", "theirs");
  EXPECT_EQ(code_of(back_up(office_, backup_)), "AJ2902");
  EXPECT_EQ(bytes_of(office_ + "/lock"), "theirs");
  EXPECT_EQ(bytes_of(office_ + "/office.db"), database);
  EXPECT_FALSE(std::filesystem::exists(backup_));
}

TEST_F(BackUp, CopiesAFileOnlyOnce) {
  EXPECT_EQ(well(back_up(office_, backup_)).copied, 1);
  const auto first = std::filesystem::last_write_time(in(backup_, last_file_));
  act("2026-LS-002", "第二份检查报告");
  const BackedUp again = well(back_up(office_, backup_));
  EXPECT_EQ(again.copied, 1);
  EXPECT_EQ(again.kept, 1);
  EXPECT_EQ(well(copies_in(backup_)).size(), 2u);
  EXPECT_EQ(std::filesystem::last_write_time(in(backup_, sha256("检查报告"))), first);
}

TEST_F(BackUp, KeepsEarlierCopiesThatCanBeRestored) {
  well(back_up(office_, backup_));
  act("2026-LS-002", "第二份检查报告");
  well(back_up(office_, backup_));
  well(restore(well(find_copy(backup_, 1)), other_));
  EXPECT_EQ(well(well(open_office(other_)->read())->read_journal()).size(), 1u);
  EXPECT_EQ(code_of(find_copy(backup_, 7)), "AJ2935");
}

TEST_F(BackUp, IsRefusedWhenTheJournalIsNotTheOneBackedUpBefore) {
  well(back_up(office_, backup_));
  const std::string rewritten = folder_ / "rewritten";
  const auto store = new_office(rewritten);
  EXPECT_EQ(code_of(back_up(rewritten, backup_)), "AJ2932");  // its end was cut off
  save_sample(*store, "2026-LS-003");
  EXPECT_EQ(code_of(back_up(rewritten, backup_)), "AJ2933");  // replaced as a whole, with seals that fit
  EXPECT_EQ(shown(verify_copy(well(find_copy(backup_, 0)))), "");
}

TEST_F(BackUp, TellsAFileTheOfficeHasLostAndBringsAllElse) {
  act("2026-LS-002", "第二份检查报告");
  std::filesystem::remove(in(office_, last_file_));
  const BackedUp done = well(back_up(office_, backup_));
  EXPECT_EQ(code_of(done.missing), "AJ9007");
  EXPECT_EQ(done.copied, 1);
  const Copy copy = well(find_copy(backup_, 0));
  EXPECT_EQ(code_of(verify_copy(copy)), "AJ9007");
  EXPECT_EQ(well(restore(copy, other_)).missing.size(), 1u);
}

TEST_F(BackUp, FindsAByteChangedInTheBackup) {
  well(back_up(office_, backup_));
  overwrite(in(backup_, last_file_), "检查報告");
  const Copy copy = well(find_copy(backup_, 0));
  EXPECT_EQ(code_of(verify_copy(copy)), "AJ9008");
  const BackedUp restored = well(restore(copy, other_));
  EXPECT_EQ(code_of(restored.missing), "AJ9008");
  EXPECT_FALSE(std::filesystem::exists(in(other_, last_file_)));
}

// A disk can lose bytes without saying so. Each file has its turn to be read again; all at once where that is asked.
TEST_F(BackUp, MendsWhatTheBackupDiskHasLost) {
  const std::string file = last_file_;
  well(back_up(office_, backup_));
  for (const Reread reread : {Reread::all, Reread::some}) {
    overwrite(in(backup_, file), "检查報告");
    std::int64_t mended = 0;
    for (int n = 0; n < (reread == Reread::all ? 1 : 16); ++n) {
      act("2026-LS-1" + std::to_string(reread == Reread::all ? 99 : n), "又一份");
      mended += well(back_up(office_, backup_, reread)).mended;
    }
    EXPECT_EQ(mended, 1);
    EXPECT_EQ(bytes_of(in(backup_, file)), "检查报告");
    EXPECT_EQ(shown(verify_copy(well(find_copy(backup_, 0)))), "");
  }
}

TEST_F(BackUp, TouchesNothingButItsOwnFolder) {
  EXPECT_EQ(code_of(back_up(office_, office_)), "AJ2930");
  EXPECT_EQ(code_of(back_up(office_, office_ + "/backup")), "AJ2930") << "it would be lost with the office";
  std::filesystem::create_directory(other_);
  overwrite(other_ + "/notes.txt", "别的东西");
  EXPECT_EQ(code_of(back_up(office_, other_)), "AJ2931");
  EXPECT_EQ(bytes_of(other_ + "/notes.txt"), "别的东西");
  well(back_up(office_, backup_));
  EXPECT_EQ(code_of(restore(well(find_copy(backup_, 0)), other_)), "AJ2904");
  EXPECT_EQ(code_of(copies_in(other_)), "AJ2934");
  EXPECT_EQ(code_of(back_up(other_, backup_)), "AJ2901");
}

// The copy is of one moment, whatever is recorded while it is made.
TEST_F(BackUp, IsOfOneMomentWhileOthersWork) {
  const std::string office = office_;
  const pid_t writer = ::fork();
  if (writer == 0) {
    const auto store = open_office_store(office);
    for (int i = 0; i < 40 && store.ok(); ++i) {
      const std::string id = "2026-W-" + std::to_string(i);
      auto tx = (*store)->begin();
      if (!tx.ok()) ::_exit(1);
      const auto file = (*tx)->put_file("报告" + id);
      if (!file.ok() || !(*tx)->save_case(sample_case(id)).ok() || !(*tx)->append(with_field(sample_act(id), "files", List{*file})).ok() || !(*tx)->commit().ok()) ::_exit(1);
    }
    ::_exit(store.ok() ? 0 : 1);
  }
  for (int i = 0; i < 5; ++i) {
    const BackedUp done = well(back_up(office_, backup_));
    EXPECT_EQ(shown(verify_copy(well(find_copy(backup_, done.head.n)))), "");
  }
  int status = 0;
  ::waitpid(writer, &status, 0);
  EXPECT_EQ(status, 0);  // nobody was sent away
  EXPECT_EQ(shown(verify_store(office_)), "");
}

}  // namespace
}  // namespace anjuan::store
