#pragma once
// Inside the recording of acts: acts that share a transaction with something else.

#include "handling/act.h"
#include "handling/office.h"

namespace anjuan::handling {

/// Counts the open limits of all cases again, as an act in a transaction that the caller commits.
Result<Receipt> recompute_limits_within(Office&, cases::Transaction&, const Act&);

}  // namespace anjuan::handling
