#pragma once
// Many runs of one act, two at a time.

#include <atomic>
#include <cstdio>
#include <iostream>
#include <future>

#include "faults/trial.h"

namespace anjuan::faults {

/// Whether this is the long run.
inline bool all_of_them() { return std::getenv("ANJUAN_ALL") != nullptr; }

/// Points from 1 to `last`: all, or so many spread evenly, other ones for each kind of act.
inline std::vector<long> points(long last, long at_most, std::size_t salt) {
  std::vector<long> out;
  const long step = std::max(1L, last / at_most);
  for (long n = 1 + static_cast<long>(salt) % step; n <= last; n += step) out.push_back(n);
  return out;
}

struct Figures {
  long runs = 0, wrong = 0;
};

/// Runs the plans, two at a time, and tells the first things that are wrong.
inline Figures go_through(Trial& trial, const std::vector<Plan>& plans) {
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
  std::future<void> other = std::async(std::launch::async, work);
  work();
  other.get();
  for (const std::string& what : told) std::cout << "  " << what << "\n";
  return figures;
}

}  // namespace anjuan::faults
