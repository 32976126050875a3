// Whatever call the program is killed at or the power goes at, whatever fails: an act is whole or was never
// there, what was acknowledged stays, no number is lost or doubled, and the next run goes on.
// The ordinary run takes a sample of the calls, sh tests/run.sh --all every one.

#include <atomic>
#include <cstdio>
#include <iostream>
#include <thread>

#include "faults/trial.h"

namespace anjuan::faults {
namespace {

bool all_of_them() { return std::getenv("ANJUAN_ALL") != nullptr; }

/// Points from 1 to `last`: all, or so many spread evenly, other ones for each kind of act.
std::vector<long> points(long last, long at_most, std::size_t salt) {
  std::vector<long> out;
  const long step = std::max(1L, last / at_most);
  for (long n = 1 + static_cast<long>(salt) % step; n <= last; n += step) out.push_back(n);
  return out;
}

struct Figures {
  long runs = 0, wrong = 0;
};

/// Runs the plans, two at a time, and tells the first things that are wrong.
Figures go_through(Trial& trial, const std::vector<Plan>& plans) {
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  Figures figures;
  std::vector<std::string> told;
  const auto work = [&] {
    for (std::size_t i; (i = next++) < plans.size();) {
      const std::vector<std::string> wrong = trial.go(plans[i]);
      const std::lock_guard lock(mutex);
      figures.runs += plans[i].fault == Fault::power_cut ? plans[i].subsets + 1 : 1;
      figures.wrong += static_cast<long>(wrong.size());
      for (const std::string& what : wrong) {
        if (told.size() < 3) told.push_back(trial.kind().name + " at " + std::to_string(plans[i].at) + ": " + what);
      }
    }
  };
  std::thread other(work);
  work();
  other.join();
  for (const std::string& what : told) std::cout << "  " << what << "\n";
  return figures;
}

const char* name_of(Fault fault) {
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
    std::printf("%-10s %-12s %6ld points %6ld runs %4ld wrong\n", trial.kind().name.c_str(), name_of(fault), last, figures.runs, figures.wrong);
    EXPECT_EQ(figures.wrong, 0) << trial.kind().name << ", " << name_of(fault);
  }
};

TEST_P(Faults, LeaveEachActWholeOrUndone) {
  Trial trial(GetParam());
  const Calls& n = trial.calls();
  EXPECT_GT(n.calls, 20);
  hold(trial, Fault::kill, n.calls, 2, n.calls);
  hold(trial, Fault::power_cut, n.calls, 3, n.calls, all_of_them() ? 4 : 1);
  hold(trial, Fault::io_error, n.calls, 2, n.calls);
  hold(trial, Fault::disk_full, n.calls, 2, n.calls);
  hold(trial, Fault::no_files, n.opens, 2, 60);
  hold(trial, Fault::short_write, n.calls, 1, n.calls);
  hold(trial, Fault::no_memory, n.allocations, 2, 60);
}

INSTANTIATE_TEST_SUITE_P(Act, Faults, ::testing::ValuesIn(kinds()), [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace anjuan::faults
