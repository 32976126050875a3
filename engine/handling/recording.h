#pragma once
// Inside the recording of acts: acts that share a transaction with something else, and those that were refused.

#include "handling/act.h"
#include "handling/office.h"

namespace anjuan::handling {

/// Counts the open limits of all cases again, as an act in a transaction that the caller commits.
Result<Receipt> recompute_limits_within(Office&, cases::Transaction&, const Act&);

/// A refused attempt goes into the journal, by code and values: nothing else changes.
void record_refusal(Office&, std::string_view kind, const CaseId&, const Act&, const Diagnostics& why);

}  // namespace anjuan::handling
