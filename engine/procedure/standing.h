#pragma once
// Where a procedure stands: everything needed to go on, and nothing else. Between steps the
// internal queue is empty.

#include <map>
#include <string>
#include <vector>

#include "base/value.h"
#include "calendar/calendar.h"
#include "procedure/effect.h"

namespace anjuan::procedure {

/// A limit that runs. Kept as start + length + unit, so that it can be recomputed when a calendar
/// year arrives; `deadline` is what the calendar said last.
struct OpenTimeLimit {
  std::string id, label, on_due;
  Day from{};
  calendar::TimeLimit limit;
  calendar::Deadline deadline;
};

struct Standing {
  std::string definition_digest;               ///< the definition it began with
  std::vector<std::string> active;             ///< ids of the active states, document order
  std::map<std::string, std::vector<std::string>> history;  ///< history id → stored state ids
  std::vector<std::string> entered_once;       ///< states entered at least once (late binding)
  Fields data;
  std::map<std::string, OpenTimeLimit> limits;
  bool started = false, finished = false;
  std::string incident;                        ///< "" or what went wrong (a guard that fails, a loop)
  std::int64_t steps = 0;
};

/// Canonical value forms, for the store.
Value to_value(const Standing&);
Standing standing_from(const Value&);

}  // namespace anjuan::procedure
