// Whoever puts a link into an office leads no reading, writing or removing out of it: it is refused by name.

#include <sys/stat.h>

#include "store/backup.h"
#include "store/file_store.h"
#include "store/messages.h"
#include "store/office.h"
#include "store/office_folder.h"

namespace anjuan::store {
namespace {

namespace fs = std::filesystem;

class OfficeLinks : public ::testing::Test {
 protected:
  OfficeLinks() {
    save_sample(*new_office(office_));
    well(back_up(office_, backup_));
    fs::create_directories(outside_);
    overwrite(outside_ + "/kept", "kept");
  }

  /// Moves it outside and leaves a link to it.
  void replace_by_link(const std::string& path) const {
    const std::string moved = outside_ + "/" + fs::path(path).filename().string();
    if (fs::exists(path)) fs::rename(path, moved);
    fs::create_symlink(moved, path);
  }
  std::vector<std::string> outside() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(outside_)) names.push_back(entry.path().string() + (entry.is_regular_file() ? bytes_of(entry.path()) : ""));
    std::sort(names.begin(), names.end());
    return names;
  }

  const TemporaryFolder folder_;
  const std::string office_ = folder_ / "office", backup_ = folder_ / "backup", outside_ = folder_ / "outside";
};

TEST_F(OfficeLinks, AreRefusedByName) {
  for (const char* name : {"office.db", "office.db-journal", "office.db-wal", "office.db-shm", "files", "files/tmp"}) {
    const std::string link = office_ + "/" + name;
    const std::string put_back = outside_ + "/" + fs::path(link).filename().string();
    if (std::string(name) == "office.db-journal") fs::remove(link);
    replace_by_link(link);
    const auto before = outside();
    EXPECT_EQ(code_of(open_office_store(office_)), "AJ9021") << name;
    EXPECT_EQ(code_of(back_up(office_, backup_)), "AJ9021") << name;
    const Diagnostics found = verify_store(office_);
    EXPECT_TRUE(has_code(found, "AJ9021")) << name << shown(found);
    EXPECT_NE(shown(found).find(link), std::string::npos) << shown(found);
    EXPECT_EQ(shown(found).find("这次办理"), std::string::npos) << "nothing was being done";
    EXPECT_EQ(outside(), before) << name;
    fs::remove(link);
    if (fs::exists(put_back)) fs::rename(put_back, link);
    EXPECT_EQ(shown(verify_store(office_)), "") << name;
  }
}

// SQLite would wait for ever for somebody to write into a pipe.
TEST_F(OfficeLinks, AndPipesAndFoldersInPlaceOfFilesAreRefusedByName) {
  for (const char* name : {"office.db-journal", "office.db-wal", "office.db"}) {
    for (const bool pipe : {true, false}) {
      const std::string path = office_ + "/" + name, kept = path + ".kept";
      if (fs::exists(path)) fs::rename(path, kept);
      if (pipe) ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
      else fs::create_directory(path);
      EXPECT_EQ(code_of(open_office_store(office_)), "AJ9021") << name;
      fs::remove(path);
      if (fs::exists(kept)) fs::rename(kept, path);
    }
  }
  EXPECT_EQ(shown(verify_store(office_)), "");
}

TEST_F(OfficeLinks, AreNotFollowedByAnActThatHasBegunToWork) {
  const auto store = open_office(office_);
  replace_by_link(office_ + "/files/tmp");
  overwrite(outside_ + "/tmp/theirs", "theirs");
  EXPECT_EQ(code_of(store->begin()), "AJ9021");
  EXPECT_EQ(bytes_of(outside_ + "/tmp/theirs"), "theirs");
}

TEST_F(OfficeLinks, AreNotFollowedToABackup) {
  fs::create_directory_symlink(outside_, folder_ / "link");
  EXPECT_EQ(code_of(back_up(office_, folder_ / "link")), "AJ9021");
  for (const char* name : {"files", "files/tmp", "copies"}) {
    replace_by_link(backup_ + "/" + name);
    const auto before = outside();
    EXPECT_EQ(code_of(back_up(office_, backup_)), "AJ9021") << name;
    EXPECT_EQ(outside(), before) << name;
    fs::remove(backup_ + "/" + name);
    fs::rename(outside_ + "/" + fs::path(name).filename().string(), backup_ + "/" + name);
  }
  const Copy copy = well(find_copy(backup_, 0));
  fs::create_directory_symlink(folder_ / "nowhere", folder_ / "dangling");
  fs::create_directories(folder_ / "empty");
  fs::create_directory_symlink(folder_ / "empty", folder_ / "to empty");
  for (const char* name : {"dangling", "to empty", "link"}) EXPECT_EQ(code_of(restore(copy, folder_ / name)), "AJ2904") << name;
}

TEST_F(OfficeLinks, DoNotHideThatABackupWouldLieInTheOffice) {
  fs::create_directories(office_ + "/文书");
  fs::create_directory_symlink(office_ + "/文书", folder_ / "link");
  EXPECT_EQ(code_of(back_up(office_, folder_ / "link/backup")), "AJ2930");
}

TEST_F(OfficeLinks, AndOutputsStayOffWhatIsKept) {
  fs::create_directory_symlink(office_ + "/files", folder_ / "link");
  for (const char* name : {"office/office.db", "office/office.db-journal", "office/lock", "office/files/x", "office/files/tmp/x", "link/x", "office/y/../office.db", "backup/../office/lock"}) {
    EXPECT_EQ(code_of(check_for_output(folder_ / name)), "AJ2936") << name;
  }
  for (const char* name : {"office/导出.csv", "office/文书/x.pdf", "x", "outside/files/x"}) EXPECT_EQ(code_of(check_for_output(folder_ / name)), "") << name;
}

}  // namespace
}  // namespace anjuan::store
