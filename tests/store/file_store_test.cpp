// Files lie under their digest, once; a lost or changed one is never handed out.

#include "store/file_store.h"

#include <sys/stat.h>

#include "store/disk.h"
#include "store/office.h"

namespace anjuan::store {
namespace {

struct Files {
  TemporaryFolder folder;
  FileStore store{Layout::of(folder / "o"), DigestKind::sha256};
  Files() { std::filesystem::create_directories(folder / "o/files/tmp"); }
  int count() const {
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "o/files")) {
      files += entry.is_regular_file();
    }
    return files;
  }
};

// Whoever can put a link into an office must not have the files of another folder removed.
TEST(FileStore, SweepsNothingThroughALink) {
  const Files files;
  const TemporaryFolder elsewhere;
  ASSERT_TRUE(disk::write_new_file(elsewhere / "letter", "keep").ok());
  std::filesystem::remove(files.folder / "o/files/tmp");
  std::filesystem::create_directory_symlink(elsewhere / "", files.folder / "o/files/tmp");
  EXPECT_TRUE(files.store.make_ready().ok());
  EXPECT_EQ(well(disk::read_file(elsewhere / "letter")), "keep");
}

TEST(FileStore, KeepsTheSameBytesOnce) {
  const Files files;
  const std::string digest = well(files.store.put("通知书"));
  EXPECT_EQ(digest, sha256("通知书"));
  EXPECT_EQ(well(files.store.put("通知书")), digest);
  EXPECT_EQ(files.count(), 1);
  EXPECT_EQ(well(files.store.read(digest, "")), "通知书");
  EXPECT_EQ(well(files.store.read(well(files.store.put("")), "")), "");
}

TEST(FileStore, IsPrivate) {
  const Files files;
  const std::string path = files.store.path_of(well(files.store.put("x")));
  struct stat about {};
  ASSERT_EQ(::stat(path.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600u);
}

TEST(FileStore, RefusesAChangedFile) {
  const Files files;
  const std::string digest = well(files.store.put("整改通知"));
  overwrite(files.store.path_of(digest), "整改通如");
  const auto read = files.store.read(digest, "检查报告");
  ASSERT_EQ(code_of(read), "AJ9008");
  EXPECT_NE(shown(read.diagnostics()).find("检查报告"), std::string::npos);
}

TEST(FileStore, HealsADamagedFileWhenTheSameBytesComeAgain) {
  const Files files;
  const std::string digest = well(files.store.put("整改通知"));
  overwrite(files.store.path_of(digest), "");
  well(files.store.put("整改通知"));
  EXPECT_EQ(well(files.store.read(digest, "")), "整改通知");
}

TEST(FileStore, RefusesALostFile) {
  const Files files;
  EXPECT_EQ(code_of(files.store.read(sha256("x"), "")), "AJ9007");
}

TEST(FileStore, RefusesWhatIsNoDigest) {
  const Files files;
  EXPECT_EQ(code_of(files.store.read("../../etc/passwd", "")), "AJ2915");
}

TEST(FileStore, DoesNotFollowALink) {
  const Files files;
  const std::string digest = well(files.store.put("x"));
  overwrite(files.folder / "elsewhere", "x");
  std::filesystem::remove(files.store.path_of(digest));
  std::filesystem::create_symlink(files.folder / "elsewhere", files.store.path_of(digest));
  EXPECT_EQ(code_of(files.store.read(digest, "")), "AJ9021");
}

TEST(FileStore, DoesNotGoThroughAFolderThatIsALink) {
  const Files files;
  const std::string digest = well(files.store.put("x"));
  const std::filesystem::path within = std::filesystem::path(files.store.path_of(digest)).parent_path(), outside = files.folder / "outside";
  std::filesystem::rename(within, outside);
  std::filesystem::create_directory_symlink(outside, within);
  EXPECT_EQ(code_of(files.store.read(digest, "")), "AJ9021");
  std::filesystem::remove(outside / std::filesystem::path(files.store.path_of(digest)).filename());
  EXPECT_EQ(code_of(files.store.put("x")), "AJ9021");
  EXPECT_TRUE(std::filesystem::is_empty(outside));
}

TEST(FileStore, SweepsWhatAKilledProgramLeft) {
  const Files files;
  overwrite(files.folder / "o/files/tmp/abc", "half");
  EXPECT_TRUE(files.store.make_ready().ok());
  EXPECT_EQ(files.count(), 0);
  EXPECT_TRUE(files.store.make_ready().ok());
}

TEST(FileStore, DoesWithoutAnEmptyFolderThatWasLostOnTheWay) {
  const Files files;
  std::filesystem::remove(files.folder / "o/files/tmp");
  EXPECT_TRUE(files.store.make_ready().ok());
  EXPECT_EQ(code_of(files.store.put("x")), "");
}

TEST(DiskFault, TellsTheReasonInChinese) {
  for (const int error : {ENOSPC, EDQUOT, EACCES, EPERM, EROFS, EIO, ENOENT, EEXIST, ENOTDIR, EISDIR, ELOOP,
                          EFBIG, EMFILE, ENAMETOOLONG, EXDEV}) {
    const std::string text = sentence(disk::fault({"写文件", "writing"}, "x", error), Language::chinese);
    for (const char c : text) EXPECT_FALSE((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) << text;
  }
}

}  // namespace
}  // namespace anjuan::store
