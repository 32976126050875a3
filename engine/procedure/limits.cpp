// Open time limits: which have passed, and what a newer calendar makes of them.

#include <algorithm>

#include "procedure/procedure.h"

namespace anjuan::procedure {

std::vector<OpenTimeLimit> fallen_due(const Standing& standing, Day today) {
  std::vector<OpenTimeLimit> due;
  for (const auto& [id, limit] : standing.limits) {
    const bool computed = limit.deadline.due >= limit.deadline.started;
    if (computed && !limit.due_raised && !limit.on_due.empty() && limit.deadline.due < today)
      due.push_back(limit);
  }
  std::stable_sort(due.begin(), due.end(), [](const OpenTimeLimit& a, const OpenTimeLimit& b) {
    return a.deadline.due < b.deadline.due;
  });
  return due;
}

void acknowledge_due(Standing& standing, const std::string& limit_id) {
  const auto limit = standing.limits.find(limit_id);
  if (limit != standing.limits.end()) limit->second.due_raised = true;
}

std::vector<std::string> recompute_limits(Standing& standing, const calendar::WorkingCalendar& calendar) {
  std::vector<std::string> changed;
  for (auto& [id, limit] : standing.limits) {
    const calendar::Deadline now = calendar.deadline(limit.from, limit.limit);
    if (now == limit.deadline) continue;
    limit.deadline = now;
    changed.push_back(id);
  }
  return changed;
}

}  // namespace anjuan::procedure
