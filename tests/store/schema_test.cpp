// Offices of older and of newer software.

#include "store/schema.h"

#include "store/disk.h"
#include "store/office.h"

namespace anjuan::store {
namespace {

/// An office whose database is that of the first version, as its own software left it.
class OldOffice : public ::testing::Test {
 protected:
  OldOffice() {
    new_office(office_);
    std::filesystem::remove(office_ + "/office.db");
    well(disk::write_new_file(office_ + "/office.db", ""));
    change_past_the_store(office_, bytes_of(ANJUAN_SOURCE_DIR "/tests/store/office_v1.sql").c_str());
  }
  std::int64_t version() const {
    const Database database = well(Database::open(office_ + "/office.db", Database::Use::reading, std::chrono::seconds(5)));
    Query query(database, "PRAGMA user_version");
    well(query.next());
    return query.integer(0);
  }

  const TemporaryFolder folder_;
  const std::string office_ = folder_ / "office";
};

TEST_F(OldOffice, IsVerifiedWithoutBeingChanged) {
  const std::string before = bytes_of(office_ + "/office.db");
  EXPECT_EQ(shown(verify_store(office_)), "");
  EXPECT_EQ(bytes_of(office_ + "/office.db"), before);
}

TEST_F(OldOffice, IsBroughtUpWhenItIsOpenedAndKeepsAllItHeld) {
  ASSERT_EQ(version(), 1);
  const auto store = open_office(office_);
  EXPECT_EQ(version(), schema_version);
  EXPECT_EQ(shown(verify_store(office_)), "");
  const auto reading = well(store->read());
  EXPECT_EQ(well(reading->load_case(CaseId("2025-LS-001"))).title, "岚东律师事务所");
  const auto running = well(reading->select_cases({.unfinished = true}));
  ASSERT_EQ(running.size(), 1u);
  EXPECT_EQ(running[0].id.text(), "2025-LS-001");
  EXPECT_EQ(well(reading->count_cases()).finished, 1);
  EXPECT_EQ(well(reading->read_journal()).size(), 2u);
  save_sample(*store);  // and work goes on
  EXPECT_EQ(shown(verify_store(office_)), "");
}

TEST_F(OldOffice, OfNewerSoftwareIsRefusedAndNotTouched) {
  change_past_the_store(office_, ("PRAGMA user_version=" + std::to_string(schema_version + 1)).c_str());
  const std::string before = bytes_of(office_ + "/office.db");
  EXPECT_EQ(code_of(open_office_store(office_)), "AJ2902");
  EXPECT_EQ(code_of(verify_store(office_)), "AJ2902");
  EXPECT_EQ(bytes_of(office_ + "/office.db"), before);
}

TEST(CompareSchema, FindsATriggerThatWasTakenAway) {
  const TemporaryFolder folder;
  const std::string office = folder / "office";
  new_office(office);
  change_past_the_store(office, "DROP TRIGGER journal_holds");
  const Diagnostics found = verify_store(office);
  ASSERT_EQ(code_of(found), "AJ9030");
  EXPECT_NE(shown(found).find("trigger journal_holds"), std::string::npos) << shown(found);
}

}  // namespace
}  // namespace anjuan::store
