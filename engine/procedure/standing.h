#pragma once
// Where a procedure stands: everything needed to go on, and nothing else. Between steps the
// internal queue is empty.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/value.h"
#include "calendar/calendar.h"
#include "procedure/effect.h"

namespace anjuan::procedure {

/// A limit that runs. Kept as start + length + unit, so that it can be recomputed when a calendar
/// year arrives; `deadline` is what the calendar said last. Without a calendar `deadline.due` lies
/// before `deadline.started`: not computed yet.
struct OpenTimeLimit {
  std::string id, label, on_due;
  Day from{};
  calendar::TimeLimit limit;
  calendar::Deadline deadline;
  bool due_raised = false;  ///< its on_due event has been taken; it still runs until it is ended
};

/// An event sent with a delay (ecmascript and null data models only): due on the logical clock.
struct DelayedEvent {
  std::string name, send_id;
  Value data;
  std::int64_t due_ms = 0;
  std::int64_t order = 0;
  std::string target;  ///< as in the send; "" itself
};

struct Standing;

/// A chart that an active state has invoked (ecmascript and null data models only), still running.
struct InvokedStanding {
  std::string id, state;        ///< invokeid; the state that invoked it
  std::int64_t ordinal = 0;     ///< which of the state's invokes
  std::string chart;            ///< the text of a chart that is not in the file itself
  std::vector<Standing> child;  ///< one
};

struct Standing {
  std::string definition_digest;                            ///< the definition it began with
  std::vector<std::string> active;                          ///< ids of the active states, document order
  std::map<std::string, std::vector<std::string>> history;  ///< history id → stored state ids
  std::vector<std::string> entered_once;                    ///< states entered at least once (late binding)
  Fields data;
  std::map<std::string, OpenTimeLimit> limits;
  bool started = false, finished = false;
  std::string incident;  ///< "" or what went wrong (a guard that fails)
  std::int64_t steps = 0;
  std::vector<DelayedEvent> delayed;     ///< by due_ms, then order
  std::int64_t clock_ms = 0, sends = 0;  ///< logical clock; messages sent so far, by invoked charts too
  std::vector<InvokedStanding> invoked;  ///< in the order they were invoked
};

/// Canonical value forms, for the store.
Value to_value(const Standing&);
Standing standing_from(const Value&);

}  // namespace anjuan::procedure
