#pragma once
// Assertions held against the graph: a small automaton walks along with every way through it.

#include "analysis/explore.h"

namespace anjuan::analysis {

/// A way through the graph from its beginning: edges with the scenes they start from.
struct Way {
  std::vector<std::pair<NodeIndex, std::uint32_t>> steps;
  NodeIndex end = 0;
  bool assumes = false;  ///< it rests on what the case may hold: perhaps no real case comes by it
};

struct Claim {
  enum class Verdict { proved, refuted, undecided };
  Verdict verdict = Verdict::undecided;
  Way way;  ///< of a refuted one: the shortest
};
Claim decide(const Exploration&, const Model&, std::size_t assertion);

/// Scenes from which people can always bring it about that `goal` is met, whatever the case holds: for
/// each scene, whether. `goal` of an edge: met on it; scenes in `met`: met already.
std::vector<bool> attainable(const Graph&, const std::vector<bool>& goal, const std::vector<bool>& met);
/// Scenes from which one of `goals` may be reached.
std::vector<bool> may_reach(const Graph&, std::vector<bool> goals);
/// A shortest way to a scene; one that assumes nothing is preferred.
Way way_to(const Graph&, NodeIndex);
/// Whether the edge's choices are all made by people or facts.
bool assumes(const Graph&, const Edge&);

}  // namespace anjuan::analysis
