#pragma once
// A counter-example tried in the interpreter itself: values are looked for with which the real procedure
// goes just the way that the graph shows. Where they are found, the way is no assumption any more.

#include "analysis/claims.h"

namespace anjuan::analysis {

/// Whether real acts with some values go the way, take the same transitions and come to stand where it
/// ends, and there break the assertion as far as that rests on data. False: not found within bounds, or
/// the way rests on papers and facts that cannot be made up.
bool can_be_gone(const Found&, const Model&, const procedure::Assertion&);

}  // namespace anjuan::analysis
