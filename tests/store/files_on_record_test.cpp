// Whether a file is on record, for as many as an office has.

#include "store/files_on_record.h"

#include "base/digest.h"
#include "store/office.h"

namespace anjuan::store {
namespace {

TEST(FilesOnRecord, HoldsEachOfManyThousandAndNoOther) {
  const TemporaryFolder folder;
  new_office(folder / "office");
  std::vector<std::string> digests = {"不是摘要", std::string(64, 'A')};
  for (int i = 0; i < 3000; ++i) digests.push_back(sha256(std::to_string(i)));
  {
    Database db = well(Database::open(folder / "office/office.db", Database::Use::writing, std::chrono::seconds(5)));
    well(db.run("BEGIN"));
    for (const std::string& digest : digests) {
      Query row(db, "INSERT INTO files (digest, size) VALUES (?1, ?2)", digest, static_cast<std::int64_t>(digest.size()) + digest.front());
      well(row.run());
    }
    well(db.run("COMMIT"));
  }
  const Database db = well(Database::open(folder / "office/office.db", Database::Use::reading, std::chrono::seconds(5)));
  const FilesOnRecord files = well(FilesOnRecord::read(db));
  for (const std::string& digest : digests) EXPECT_TRUE(files.holds(digest)) << digest;
  for (int i = 3000; i < 6000; ++i) EXPECT_FALSE(files.holds(sha256(std::to_string(i)))) << i;
  for (const char* none : {"", "不是", "A"}) EXPECT_FALSE(files.holds(none)) << none;
  // One byte of a digest other, at its beginning and its end.
  for (const std::size_t at : {std::size_t{0}, std::size_t{3}, std::size_t{4}, std::size_t{63}}) {
    std::string other = digests.back();
    other[at] = other[at] == '0' ? '1' : '0';
    EXPECT_FALSE(files.holds(other)) << at;
  }
  ASSERT_EQ(files.count(), digests.size());
  std::vector<std::string> given;
  for (std::size_t i = 0; i < files.count(); ++i) {
    const auto [digest, size] = files.file(i);
    EXPECT_EQ(size, static_cast<std::int64_t>(digest.size()) + digest.front());
    given.push_back(digest);
  }
  std::sort(given.begin(), given.end());
  std::sort(digests.begin(), digests.end());
  EXPECT_EQ(given, digests);
}

}  // namespace
}  // namespace anjuan::store
