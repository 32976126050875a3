#pragma once
// A counter-example tried in the interpreter itself: values are looked for with which the real procedure
// goes just the way that the graph shows. Where they are found, the way is no assumption any more.

#include <optional>
#include <vector>

#include "analysis/claims.h"

namespace anjuan::analysis {

/// Whether real acts with some values go the way, take the same transitions and come to stand where it
/// ends, and there break the assertion as far as that rests on data. False: not found within bounds, or
/// the way rests on papers and facts that cannot be made up.
bool can_be_gone(const Found&, const Model&, const procedure::Assertion&);

/// What people fill in at each act of a way; the first is the start, at which nobody does.
using Witness = std::vector<Fields>;
/// Values with which it can be gone so. Without an assertion: with which the data at its end are as the
/// graph knows them.
std::optional<Witness> witness_of(const Graph&, const Way&, const Model&, const Vocabulary&,
                                  const procedure::Assertion* broken);

}  // namespace anjuan::analysis
