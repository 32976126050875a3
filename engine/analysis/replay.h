#pragma once
// A counter-example tried in the interpreter itself: a case is made up, with its people, facts and papers,
// and handled act by act until it stands where the graph says that something is amiss. Where that is come
// to, the way is no assumption any more.

#include <optional>

#include "analysis/claims.h"

namespace anjuan::analysis {

/// A way as real acts have gone it.
struct Gone {
  Way way;
  Witness witness;
};

/// Looks for real acts that come to what is sought, the fewest first, and there break the assertion (or
/// null) as far as that rests on data. Nothing: not found within bounds.
std::optional<Gone> gone_by_acts(const Graph&, const Sought&, const Model&, const Vocabulary&,
                                 const procedure::Assertion* broken);

/// What people may fill in so that real acts go just this way, the data at its end being as the graph knows
/// them.
std::optional<Witness> witness_of(const Graph&, const Way&, const Model&, const Vocabulary&);

}  // namespace anjuan::analysis
