#pragma once
// The state tree, as the Recommendation's pseudo-code asks about it (Appendix D). States are in
// document order, so a sorted set of indices is in entry order, and backwards in exit order.

#include <vector>

#include "procedure/definition.h"

namespace anjuan::procedure {

bool is_atomic(const Definition&, StateIndex);    ///< a state without children, or a final
bool is_compound(const Definition&, StateIndex);  ///< a state with children, or the root
bool is_descendant(const Definition&, StateIndex state, StateIndex ancestor);  ///< proper
/// Ancestors from the parent upwards, `up_to` not included; up_to no_index: all, root included.
std::vector<StateIndex> proper_ancestors(const Definition&, StateIndex, StateIndex up_to);
/// Whether a compound state's child that is final, or all regions of a parallel, are active.
bool is_in_final_state(const Definition&, const StateSet& configuration, StateIndex);
/// Whether an event's name is matched by a descriptor: "*", or tokens that begin it.
bool matches(const std::vector<std::string>& descriptors, std::string_view event);

}  // namespace anjuan::procedure
