// The connection is as safe as it says, and its errors are diagnostics.

#include "store/database.h"

#include "store/office.h"
#include "store/office_folder.h"

namespace anjuan::store {
namespace {

std::int64_t ask(const Database& database, const char* sql) {
  Query query(database, sql);
  EXPECT_TRUE(well(query.next())) << sql;
  return query.integer(0);
}

TEST(Database, StandsOnTheSettingsThatLoseNothing) {
  const TemporaryFolder folder;
  new_office(folder / "office");
  const OfficeFolder office{Layout::of(folder / "office"), DigestKind::sha256, std::chrono::seconds(1)};
  const Database database = well(office.connect(Database::Use::writing));
  Query mode(database, "PRAGMA journal_mode");
  ASSERT_TRUE(well(mode.next()));
  EXPECT_EQ(mode.text(0), "truncate");
  EXPECT_EQ(ask(database, "PRAGMA synchronous"), 3);
  EXPECT_EQ(ask(database, "PRAGMA foreign_keys"), 1);
  EXPECT_EQ(ask(database, "PRAGMA trusted_schema"), 0);
  EXPECT_EQ(ask(database, "PRAGMA cell_size_check"), 1);
}

TEST(Database, DoesNotLetAReaderWrite) {
  const TemporaryFolder folder;
  new_office(folder / "office");
  Database database =
      well(Database::open(folder / "office/office.db", Database::Use::reading, std::chrono::seconds(1)));
  EXPECT_EQ(code_of(database.run("DELETE FROM settings")), "AJ9004");
}

TEST(Database, KeepsTheJournalAppendOnly) {
  const TemporaryFolder folder;
  save_sample(*new_office(folder / "office"));
  Database database =
      well(Database::open(folder / "office/office.db", Database::Use::writing, std::chrono::seconds(1)));
  EXPECT_EQ(code_of(database.run("DELETE FROM journal")), "AJ9004");
  EXPECT_EQ(code_of(database.run("UPDATE journal SET text = ''")), "AJ9004");
}

TEST(Database, ReportsAProgramThatNeverLetsGo) {
  const TemporaryFolder folder;
  new_office(folder / "office");
  const std::string path = folder / "office/office.db";
  Database other = well(Database::open(path, Database::Use::writing, std::chrono::seconds(1)));
  Database reader = well(Database::open(path, Database::Use::reading, std::chrono::milliseconds(0)));
  well(other.run("BEGIN EXCLUSIVE"));
  Query query(reader, "SELECT count(*) FROM cases");
  EXPECT_EQ(code_of(query.next()), "AJ9006");
}

TEST(Database, ReportsAStatementThatIsWrong) {
  const TemporaryFolder folder;
  new_office(folder / "office");
  const Database database =
      well(Database::open(folder / "office/office.db", Database::Use::reading, std::chrono::seconds(1)));
  Query query(database, "SELECT nothing FROM nowhere WHERE a = ?1", "x");
  EXPECT_EQ(code_of(query.next()), "AJ9004");
  EXPECT_EQ(code_of(Database::open(folder / "no.db", Database::Use::reading, std::chrono::seconds(1))),
            "AJ9004");
}

}  // namespace
}  // namespace anjuan::store
