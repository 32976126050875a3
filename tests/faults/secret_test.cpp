// The office's secret number of a draw lies in its envelope pages before the list is frozen on it.

#include <sys/stat.h>

#include "faults/runs.h"

namespace anjuan::faults {
namespace {

class SecretNumber : public ::testing::Test {
 protected:
  SecretNumber() { copy_office(Offices::all().folder(kind_named("freeze")), office_); }
  ~SecretNumber() override { fs::remove_all(desk_); }

  Ended freeze(const std::string& by) {
    return Running({"event", "2026-1", "冻结名单", "--by", by, "--on", "2026-09-09", "--set", "信封保管人=水若寒、晏知秋", "--envelopes", desk_, "--office", office_}, {.office = office_, .now = january}, desk_).wait();
  }

  const std::string desk_ = (Offices::all().root() / "secret").string(), office_ = desk_ + "/office", page_ = desk_ + "/信封-1-水若寒.pdf";
};

TEST_F(SecretNumber, IsForItsKeepersOnly) {
  const Ended done = freeze("陆明舟");
  ASSERT_EQ(done.status, 0) << done.err;
  EXPECT_TRUE(support::read_bytes(page_).starts_with("%PDF-"));
  struct stat about {};
  ASSERT_EQ(::stat(page_.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600u);
}

TEST_F(SecretNumber, IsNotWrittenOverAnEarlierOne) {
  support::write_bytes(page_, "以前的信封页");
  Head before, after;
  ASSERT_EQ(look(office_, before), "");
  const Ended refused = freeze("陆明舟");
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.err.find("AJ3892"), std::string::npos) << refused.err;
  EXPECT_EQ(support::read_bytes(page_), "以前的信封页");
  ASSERT_EQ(look(office_, after), "");
  EXPECT_EQ(after.n, before.n + 1) << "the refused attempt alone is on record";
}

TEST_F(SecretNumber, GoesWithARefusedAct) {
  const Ended refused = freeze("温如故");
  EXPECT_EQ(refused.status, 1) << refused.out;
  EXPECT_FALSE(fs::exists(page_));
}

}  // namespace
}  // namespace anjuan::faults
