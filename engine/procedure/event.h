#pragma once
// What happens to a procedure, from outside: a clerk's act, a time limit that fell due, a message
// of another case. Time, people and randomness enter only here.

#include <string>
#include <string_view>

#include "base/value.h"

namespace anjuan::procedure {

struct Event {
  std::string name;       ///< "检查.完成": tokens separated by dots, as SCXML event descriptors match them
  Fields values;          ///< _event.data
  Day on{};               ///< the stated date of the act: 日期 in expressions
  std::string origin;     ///< "" a person; "#_parent", "#_case_ID", "#_timer" otherwise
};

/// Whether only the interpreter itself tells of such events: done, done.…, error, error.… (SCXML 3.12, 5.9.1).
inline bool is_of_interpreter(std::string_view event) {
  return event == "done" || event == "error" || event.starts_with("done.") || event.starts_with("error.");
}

/// Whether people may raise what takes the descriptor: the chart's own errors and ends are not theirs.
inline bool is_for_people(std::string_view descriptor) {
  return descriptor != "*" && !is_of_interpreter(descriptor);
}

}  // namespace anjuan::procedure
