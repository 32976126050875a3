// What the program prints has somewhere to go, or its user is told.

#include <cstdlib>

#include "faults/runs.h"

namespace anjuan::faults {
namespace {

class Output : public ::testing::Test {
 protected:
  Output() {
    fs::create_directories(desk_);
    copy_office(Offices::all().folder(kind_named("documents")), office_);
  }
  ~Output() override { fs::remove_all(desk_); }

  /// Ends with what the shell makes of `words`, whose standard streams go where `streams` says.
  int status_of(const std::string& words, const std::string& streams, const std::string& before = "") const {
    const std::string line = before + ANJUAN_BINARY_DIR "/anjuan " + words + " --office '" + office_ + "' " + streams;
    const int status = std::system(("export ANJUAN_FONTS=" ANJUAN_BINARY_DIR "/fonts; " + line).c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  std::string told() const { return support::read_bytes(desk_ + "/err"); }

  const std::string desk_ = (Offices::all().root() / "output").string(), office_ = desk_ + "/office", to_desk_ = "2>'" + desk_ + "/err'";
};

TEST_F(Output, IsToldToBeLost) {
  for (const char* command : {"list", "due", "show 2026-1", "verify", "journal head", "rules --rules " ANJUAN_SOURCE_DIR "/workflows/rules.xml", "--help"}) {
    for (const char* out : {">/dev/full ", ">&- "}) {
      EXPECT_EQ(status_of(command, out + to_desk_), 3) << command << out;
      EXPECT_NE(told().find("AJ3914"), std::string::npos) << command << out << told();
    }
    EXPECT_EQ(status_of(command, ">/dev/null 2>&-"), 0) << command << ": nothing was to be told";
  }
}

TEST_F(Output, DoesNotGoIntoTheOfficeWhereStreamsAreClosed) {
  const std::string act = "event 2026-1-01 制发检查通知书 --by 陆明舟 --on 2026-09-14";
  EXPECT_EQ(status_of(act, "<&- >&- 2>&-"), 3);
  EXPECT_EQ(status_of("verify", ">/dev/null " + to_desk_), 0) << told();
  EXPECT_EQ(status_of(act, ">/dev/null " + to_desk_), 1) << "the act is recorded";
  EXPECT_EQ(support::read_bytes(office_ + "/lock").find("制发"), std::string::npos);
}

TEST_F(Output, IsToldToBeTooLargeForALimitOfTheSystem) {
  const std::string act = "event 2026-1-01 制发检查通知书 --by 陆明舟 --on 2026-09-14", limit = "ulimit -f 0; ";
  EXPECT_EQ(status_of(act, ">/dev/null 2>/dev/null", limit), 3) << "not ended by a signal";
  EXPECT_EQ(status_of("verify", ">/dev/null " + to_desk_), 0) << told();
  EXPECT_EQ(status_of(act, ">/dev/null " + to_desk_), 0) << told();
}

}  // namespace
}  // namespace anjuan::faults
