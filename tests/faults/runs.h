#pragma once
// Many runs of one act, two at a time.

#include <atomic>
#include <cstdio>
#include <functional>
#include <future>
#include <iostream>

#include "faults/trial.h"

namespace anjuan::faults {

/// Whether this is the long run.
inline bool all_of_them() { return std::getenv("ANJUAN_ALL") != nullptr; }

/// At how many points of each kind of act a fault is brought about at most: in the long run at every one but of acts
/// that write hundreds of pieces; ANJUAN_POINTS gives another number.
inline long most_points() {
  const char* points = std::getenv("ANJUAN_POINTS");
  return points != nullptr ? std::max(1L, std::atol(points)) : 200;
}

/// So that of `last` points at most so many are taken, evenly.
inline long step_of(long last, long at_most) { return (last + at_most - 1) / at_most; }

/// The first of the points, another one for each kind of act.
inline long first_of(const std::string& name, long step) {
  std::size_t salt = 0;
  for (const char c : name) salt = salt * 31 + static_cast<unsigned char>(c);
  return 1 + static_cast<long>(salt % static_cast<std::size_t>(step));
}

/// Points from 1 to `last`: all, or so many spread evenly.
inline std::vector<long> points(long last, long at_most, const std::string& name) {
  std::vector<long> out;
  const long step = step_of(last, at_most);
  for (long n = first_of(name, step); n <= last; n += step) out.push_back(n);
  return out;
}

struct Figures {
  long runs = 0, wrong = 0;
};

/// Judges so many runs, two at a time; each judgement is a line for each thing that is wrong. Tells the first ones.
inline Figures judge_each(std::size_t count, const std::function<std::vector<std::string>(std::size_t)>& judge) {
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  Figures figures;
  std::vector<std::string> told;
  const auto work = [&] {
    for (std::size_t i; (i = next++) < count;) {
      const std::vector<std::string> wrong = judge(i);
      const std::lock_guard lock(mutex);
      ++figures.runs;
      figures.wrong += static_cast<long>(wrong.size());
      for (const std::string& what : wrong) {
        if (told.size() < 3) told.push_back(what);
      }
    }
  };
  std::future<void> other = std::async(std::launch::async, work);
  work();
  other.get();
  for (const std::string& what : told) std::cout << "  " << what << "\n";
  return figures;
}

/// Runs the plans.
inline Figures go_through(Trial& trial, const std::vector<Plan>& plans) {
  return judge_each(plans.size(), [&](std::size_t i) {
    std::vector<std::string> wrong = trial.go(plans[i]);
    for (std::string& what : wrong) what = trial.kind().name + " at " + std::to_string(plans[i].at) + ": " + what;
    return wrong;
  });
}

struct MomentFigures {
  Figures kills, cuts;
};

/// One undisturbed run, of which each moment could be the last: the program is killed, or the power goes.
inline MomentFigures go_through_moments(Trial& trial, const Plan& plan) {
  const fs::path desk = Offices::all().root() / ("moments of " + trial.kind().name);
  fs::create_directories(desk);
  const std::vector<fs::path> moments = trial.lay_out(plan, desk.string());
  const auto judge = [&](const std::string& left) {
    return [&trial, &plan, &moments, left](std::size_t i) -> std::vector<std::string> {
      const std::string wrong = trial.wrong_at(moments[i], left, plan.planted);
      return wrong.empty() ? std::vector<std::string>{} : std::vector{trial.kind().name + " at " + moments[i].filename().string() + ", " + left + ": " + wrong};
    };
  };
  MomentFigures figures{judge_each(moments.size(), judge("kill")), {}};
  for (int subset = 0; subset <= plan.subsets; ++subset) {
    const Figures more = judge_each(moments.size(), judge("cut" + std::to_string(subset)));
    figures.cuts.runs += more.runs;
    figures.cuts.wrong += more.wrong;
  }
  fs::remove_all(desk);
  return figures;
}

}  // namespace anjuan::faults
