#pragma once
// All cases and entries of an office, of which there may be more than fit into memory.

#include <functional>
#include <vector>

#include "cases/case_store.h"

namespace anjuan::cases {

/// Hands over the rows that `which` asks for, with bodies and by id, a portion at a time. Each portion is of one moment;
/// in a transaction all are. What `use` refuses ends it. `which.after` and `which.at_most` are not looked at.
Outcome in_portions(Reading&, Selection which, const std::function<Outcome(const std::vector<CaseRow>&)>& use);

/// Hands over the entries of the journal by number, until `use` gives false or refuses.
Outcome each_entry(Reading&, const std::function<Result<bool>(const journal::Entry&)>& use);

}  // namespace anjuan::cases
