#pragma once
// Explores all that a definition can do: first with every condition both ways, then, where data decide
// something, with what is known of them.

#include "analysis/graph.h"
#include "analysis/model.h"

namespace anjuan::analysis {

inline constexpr std::size_t default_most_scenes = 1000000;

struct Exploration {
  Graph control;     ///< conditions both ways
  Graph graph;       ///< with data; the same as `control` where none decide (then `control` is empty)
  bool decided = true;  ///< `graph` is complete
};

/// `most_scenes`: of one graph. The graphs are the same on every machine.
Exploration explore(Model&, Vocabulary&, std::size_t most_scenes);

}  // namespace anjuan::analysis
