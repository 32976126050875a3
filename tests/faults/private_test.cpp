// What an office holds is its owner's alone, and a password is nowhere in it.

#include <sys/stat.h>

#include "faults/runs.h"

namespace anjuan::faults {
namespace {

class Private : public ::testing::Test {
 protected:
  Private() : mask_(::umask(0)) { fs::create_directories(desk_); }
  ~Private() override {
    ::umask(mask_);
    fs::remove_all(desk_);
  }

  Ended run(std::vector<std::string> words, const std::string& office, const std::string& input = "/dev/null") const {
    words.insert(words.end(), {"--office", office});
    return Running(words, {.office = office, .now = january}, desk_, input).wait();
  }
  /// Files and folders below that others may look into.
  static std::vector<std::string> open_to_others(const std::string& folder) {
    std::vector<std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if ((entry.status().permissions() & (fs::perms::group_all | fs::perms::others_all)) != fs::perms::none) out.push_back(entry.path().string());
    }
    return out;
  }

  const std::string desk_ = (Offices::all().root() / "private").string();

 private:
  const mode_t mask_;
};

TEST_F(Private, IsWhatIsWrittenWhateverTheUmask) {
  const Kind& sealing = kind_named("seal");
  const std::string original = Offices::all().folder(sealing), backup = desk_ + "/backup", office = desk_ + "/office";
  ASSERT_EQ(run({"backup", backup}, original).status, 0);
  const std::vector<std::string> restoring = {"restore", backup, office};
  ASSERT_EQ(Running(restoring, {.office = office, .now = january}, desk_).wait().status, 0);
  ASSERT_EQ(run(Offices::all().words(sealing, desk_), office, Offices::all().input(sealing)).status, 0);
  ASSERT_EQ(run({"export"}, office).status, 0);
  EXPECT_EQ(open_to_others(backup), std::vector<std::string>{});
  EXPECT_EQ(open_to_others(office), std::vector<std::string>{});
}

TEST_F(Private, APasswordStaysOutOfTheOfficeAndOfWhatIsTold) {
  const Kind& sealing = kind_named("seal");
  const std::string office = desk_ + "/office";
  copy_office(Offices::all().folder(sealing), office);
  const Ended ended = run(Offices::all().words(sealing, desk_), office, Offices::all().input(sealing));
  ASSERT_EQ(ended.status, 0) << ended.err;
  std::string password = support::read_bytes(Offices::all().input(sealing));
  password.pop_back();
  ASSERT_FALSE(password.empty());
  EXPECT_EQ((ended.out + ended.err).find(password), std::string::npos);
  for (const auto& entry : fs::recursive_directory_iterator(desk_)) {
    if (!entry.is_regular_file()) continue;
    EXPECT_EQ(support::read_bytes(entry.path()).find(password), std::string::npos) << entry.path();
  }
}

}  // namespace
}  // namespace anjuan::faults
