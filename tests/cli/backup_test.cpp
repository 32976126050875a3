// backup, backup verify, restore: as a clerk does it.

#include "cli/played_office.h"

namespace anjuan::cli {
namespace {

std::string head_in(const std::string& text) { return text.substr(text.size() - 65, 64); }

TEST(Backup, IsVerifiedAndRestoredToTheSameOffice) {
  const auto folder = fresh_folder("backup");
  const std::string backup = (folder / "backup").string(), moved = (folder / "moved").string();
  const Ran done = ran(backup_command(), {backup}, Language::chinese, played_office());
  ASSERT_EQ(done.status, status_done) << done.err;
  EXPECT_TRUE(says(done, "原有 0 个不再复制")) << done.out;
  const Ran again = ran(backup_command(), {backup}, Language::chinese, played_office());
  EXPECT_TRUE(says(again, "新增文件 0 个")) << again.out;
  EXPECT_EQ(ran(backup_verify_command(), {backup}).status, status_done);

  const Ran restored = ran(restore_command(), {backup, moved});
  EXPECT_EQ(restored.status, status_done) << restored.err;
  EXPECT_TRUE(says(restored, "核验一致")) << restored.out;
  const Ran there = ran(verify_command(), {}, Language::chinese, moved), here = ran(verify_command(), {}, Language::chinese, played_office());
  EXPECT_EQ(there.out, here.out);
  EXPECT_EQ(head_in(there.out), head_in(done.out));
  EXPECT_EQ(ran(list_command(), {}, Language::chinese, moved).out, ran(list_command(), {}, Language::chinese, played_office()).out);
  EXPECT_EQ(ran(restore_command(), {backup, moved}).status, status_refused);  // nothing is written over
}

TEST(Backup, TellsWhatItLacksAndIsNotFinishedQuietly) {
  const std::string office = copied_office(), backup = (fresh_folder("lacking") / "backup").string();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(office + "/files")) {
    if (!entry.is_regular_file()) continue;
    std::filesystem::remove(entry.path());
    break;
  }
  const Ran done = ran(backup_command(), {backup}, Language::chinese, office);
  EXPECT_EQ(done.status, status_fault);
  EXPECT_NE(done.err.find("AJ9007"), std::string::npos) << done.err;
  EXPECT_NE(done.err.find("AJ3920"), std::string::npos) << done.err;
  EXPECT_EQ(ran(restore_command(), {backup, backup + "-restored"}).status, status_fault);
}

TEST(Backup, AsksForACopyThatIsThere) {
  const std::string backup = (fresh_folder("asks") / "backup").string();
  EXPECT_EQ(ran(backup_command(), {backup}, Language::chinese, played_office()).status, status_done);
  EXPECT_NE(ran(backup_verify_command(), {backup, "--entry", "1"}).err.find("AJ2935"), std::string::npos);
  EXPECT_NE(ran(backup_verify_command(), {backup, "--entry", "一"}).err.find("AJ3120"), std::string::npos);
  EXPECT_NE(ran(restore_command(), {played_office(), backup + "-x"}).err.find("AJ2934"), std::string::npos);
}

TEST(Restore, TellsWhatTheBackupDiskHasLostAndThatAllElseIsThere) {
  const std::string backup = (fresh_folder("lost") / "backup").string(), office = backup + "-office";
  ASSERT_EQ(ran(backup_command(), {backup}, Language::chinese, played_office()).status, status_done);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(backup + "/files")) {
    if (entry.is_regular_file()) {
      std::filesystem::remove(entry.path());
      break;
    }
  }
  const Ran looked = ran(backup_verify_command(), {backup});
  EXPECT_EQ(looked.status, status_fault);
  EXPECT_NE(looked.err.find("AJ3921"), std::string::npos) << looked.err;
  const Ran got = ran(restore_command(), {backup, office});
  EXPECT_EQ(got.status, status_fault);
  EXPECT_NE(got.err.find("AJ3922"), std::string::npos) << got.err;
  EXPECT_EQ(got.err.find("没有写入任何内容"), std::string::npos) << got.err;
  EXPECT_TRUE(std::filesystem::exists(office + "/office.db"));
}

}  // namespace
}  // namespace anjuan::cli
