// Whatever call the program is killed at or the power goes at, whatever fails: an act is whole or was never
// there, what was acknowledged stays, no number is lost or doubled, and the next run goes on.
// The ordinary run takes a sample of the calls, sh tests/run.sh --all every one, up to 150 of an act.

#include "faults/runs.h"

namespace anjuan::faults {
namespace {

const char* name_of_fault(Fault fault) {
  static const char* const names[] = {"", "kill", "power cut", "EIO", "ENOSPC", "EMFILE", "short write", "no memory"};
  return names[static_cast<int>(fault)];
}

class Faults : public ::testing::TestWithParam<Kind> {
 protected:
  /// One kind of fault at many points of one act.
  static void hold(Trial& trial, Fault fault, long last, long sample, long all, int subsets = 0) {
    std::vector<Plan> plans;
    std::size_t salt = 0;
    for (const char c : trial.kind().name) salt = salt * 31 + static_cast<unsigned char>(c);
    for (const long at : points(last, all_of_them() ? all : sample, salt)) plans.push_back({.fault = fault, .at = at, .subsets = subsets});
    if (fault == Fault::power_cut) plans.push_back({.fault = fault, .at = 0, .subsets = subsets});
    const Figures figures = go_through(trial, plans);
    std::printf("%-10s %-12s %6ld points %6ld runs %4ld wrong\n", trial.kind().name.c_str(), name_of_fault(fault), last, figures.runs, figures.wrong);
    EXPECT_EQ(figures.wrong, 0) << trial.kind().name << ", " << name_of_fault(fault);
  }
};

TEST_P(Faults, LeaveEachActWholeOrUndone) {
  Trial trial(GetParam());
  const Calls& n = trial.calls();
  EXPECT_GT(n.calls, 20);
  constexpr long most = 150;  // an act that makes a sheet writes it in hundreds of pieces, all of them to a scratch file
  hold(trial, Fault::kill, n.calls, 2, most);
  hold(trial, Fault::power_cut, n.calls, 3, most, all_of_them() ? 4 : 1);
  hold(trial, Fault::io_error, n.calls, 2, most);
  hold(trial, Fault::disk_full, n.calls, 2, most);
  hold(trial, Fault::no_files, n.opens, 2, most);
  hold(trial, Fault::short_write, n.calls, 1, most);
  hold(trial, Fault::no_memory, n.allocations, 2, most);
}

INSTANTIATE_TEST_SUITE_P(Act, Faults, ::testing::ValuesIn(kinds()), [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace anjuan::faults
