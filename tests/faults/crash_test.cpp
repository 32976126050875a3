// Whatever call the program is killed at or the power goes at, whatever fails: an act is whole or was never
// there, what was acknowledged stays, no number is lost or doubled, and the next run goes on.
// The ordinary run takes a sample of the calls, sh tests/run.sh --all every one, up to 200 of an act.

#include "faults/runs.h"

namespace anjuan::faults {
namespace {

const char* name_of_fault(Fault fault) {
  static const char* const names[] = {"", "kill", "moments", "EIO", "ENOSPC", "EMFILE", "short write", "no memory", "EIO, read"};
  return names[static_cast<int>(fault)];
}

class Faults : public ::testing::TestWithParam<Kind> {
 protected:
  /// One kind of fault at many points of one act.
  static void hold(Trial& trial, Fault fault, long last, long sample, long all) {
    std::vector<Plan> plans;
    for (const long at : points(last, all_of_them() ? all : sample, trial.kind().name)) plans.push_back({.fault = fault, .at = at});
    tell(trial, name_of_fault(fault), last, go_through(trial, plans));
  }
  static void hold_at_moments(Trial& trial, long sample, long all) {
    const long last = trial.calls().calls, step = step_of(last, all_of_them() ? all : sample);
    const MomentFigures figures = go_through_moments(trial, {.at = first_of(trial.kind().name, step), .step = step, .subsets = all_of_them() ? 3 : 1});
    tell(trial, "moment, kill", last, figures.kills);
    tell(trial, "power cut", last, figures.cuts);
  }
  static void tell(const Trial& trial, const char* fault, long points, const Figures& figures) {
    std::printf("%-10s %-12s %7ld points %6ld runs %4ld wrong\n", trial.kind().name.c_str(), fault, points, figures.runs, figures.wrong);
    EXPECT_EQ(figures.wrong, 0) << trial.kind().name << ", " << fault;
  }
};

TEST_P(Faults, LeaveEachActWholeOrUndone) {
  Trial trial(GetParam());
  const Calls& n = trial.calls();
  EXPECT_GT(n.calls, 20);
  const long most = most_points();
  hold_at_moments(trial, 4, most);
  hold(trial, Fault::kill, n.calls, 1, 10);  // in earnest, to the same end as at the moments
  hold(trial, Fault::io_error, n.calls, 2, most);
  hold(trial, Fault::disk_full, n.calls, 2, most);
  hold(trial, Fault::no_files, n.opens, 2, most);
  hold(trial, Fault::short_write, n.calls, 1, most);
  hold(trial, Fault::read_error, n.reads, 2, std::min(most, 60L));
  hold(trial, Fault::no_memory, n.allocations, 2, std::min(most, 60L));
}

INSTANTIATE_TEST_SUITE_P(Act, Faults, ::testing::ValuesIn(kinds()), [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace anjuan::faults
