#pragma once
// Which data are followed together: an exploration of all of them at once would grow beyond any bound.

#include <vector>

#include "analysis/claims.h"

namespace anjuan::analysis {

/// Of what is connected by conditions and assignments, each group on its own.
std::vector<Slice> groups_of(const Model&);
/// Of each state, or states side by side, that cannot be left but on conditions: what all of these read.
/// Where none of them holds there is no way on, though each of them alone could.
std::vector<Slice> groups_of_ways_out(const Model&);
/// Of transitions without an event that lead round in a circle: what their conditions read.
std::vector<Slice> groups_of_loops(const Model&);

}  // namespace anjuan::analysis
