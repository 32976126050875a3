#pragma once
// What checking and proving a new version brings to light beside the old one: requirements that no longer
// hold, and what is wrong that was not before.

#include <string>
#include <utility>
#include <vector>

#include "handling/library.h"
#include "handling/staff.h"

namespace anjuan::handling {

/// Findings of the new version. A requirement is an assertion of the procedure; one that does not hold is
/// told with the way round it.
struct Consequences {
  Diagnostics lost;     ///< requirements that held before and do not hold now
  Diagnostics unmet;    ///< that do not hold, and are new or were not decided before
  Diagnostics open;     ///< that are not decided now, and were before or are new
  Diagnostics before;   ///< that did not hold, or were not decided, in the old version either
  Diagnostics others;   ///< everything else that is found in the new version only
  bool nothing() const { return lost.empty() && unmet.empty() && open.empty() && before.empty() && others.empty(); }
  /// Whether the new version has an error that the old had not.
  bool worse() const { return has_error(lost) || has_error(unmet) || has_error(others); }
};

/// The two sides, what both may refer to, and the people of the office where they are known. `changed`: the
/// files of a procedure in the old and the new version, "" where there is none; only these are explored,
/// the old ones only where something is found in the new.
struct Versions {
  const std::vector<SourceFile>&old, &fresh, &companions;
  const Staff& staff;
  std::vector<std::pair<std::string, std::string>> changed;
};
Consequences consequences_of(const Versions&);

}  // namespace anjuan::handling
