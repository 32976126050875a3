// A workbook that lost something on the way to the disk is not used.

#include <sys/resource.h>

#include <csignal>
#include <filesystem>

#include <gtest/gtest.h>

#include "sheets/sheets.h"

namespace anjuan::sheets {
namespace {

Workbook long_book() {
  Workbook book;
  Sheet sheet;
  sheet.name = "检查表";
  for (std::uint32_t row = 0; row < 2000; ++row) sheet.cells.push_back({{row, 0}, "第" + std::to_string(row * 7919) + "项", {}});
  book.sheets.push_back(sheet);
  return book;
}

/// Files of the process may have so many bytes and no more, for a while.
class FilesUpTo {
 public:
  explicit FilesUpTo(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit less{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &less);
  }
  ~FilesUpTo() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, SIG_DFL);
  }

 private:
  rlimit before_{};
};

TEST(WriteXlsx, IsAFaultWhereTheDiskTakesAPartOnly) {
  const std::string folder = ::testing::TempDir() + "/short-disk";
  std::filesystem::create_directories(folder);
  const auto whole = write_xlsx(long_book(), folder);
  ASSERT_TRUE(whole.ok());
  for (const std::size_t bytes : {std::size_t{0}, std::size_t{700}, whole->size() - 1}) {
    const FilesUpTo limit(bytes);
    const auto written = write_xlsx(long_book(), folder);
    EXPECT_FALSE(written.ok()) << bytes;
  }
  EXPECT_EQ(*write_xlsx(long_book(), folder), *whole);
}

}  // namespace
}  // namespace anjuan::sheets
