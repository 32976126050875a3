#pragma once
// Assertions held against the graph: a small automaton walks along with every way through it.

#include <functional>
#include <optional>

#include "analysis/explore.h"

namespace anjuan::analysis {

/// A way through the graph from its beginning: edges with the scenes they start from.
struct Way {
  std::vector<std::pair<NodeIndex, std::uint32_t>> steps;
  NodeIndex end = 0;
  bool looks_on = false;  ///< what it shows lies in what can follow, not on the way itself:
  std::vector<std::uint32_t>
      lost;                 ///< then the edges on which all was lost, though another choice would have done
  bool open_ahead = false;  ///< of what follows it is not sure either that it never comes right
  bool assumes = false;     ///< it rests on what the case may hold: perhaps no real case comes by it
};

/// A way that shows something, and the graph it goes through.
struct Found {
  Way way;
  const Graph* graph = nullptr;
};
using Query = std::function<std::optional<Way>(const Graph&)>;
struct Answer {
  std::optional<Found> found;
  bool decided = true;          ///< false: the limit was reached before it could be told
  const Graph* last = nullptr;  ///< what was looked through last
};
/// Whether a way that rests on what the case may hold was gone by a real case.
using Confirmation = std::function<bool(const Found&)>;
/// Looks for a way, and tries each one found with what it assumes: it is gone again alone with all followed
/// that it rests on. Where it cannot be gone, what shows that is followed from then on; so until one stands,
/// or there is none.
Answer look_for(Explorations&, Slice begin, const Query&, const Confirmation& = {});

struct Claim {
  enum class Verdict { proved, refuted, undecided };
  Verdict verdict = Verdict::undecided;
  Found counter;                ///< of a refuted one: the shortest
  const Graph* last = nullptr;  ///< what was looked through last
  bool idle = false;            ///< proved, but what it speaks of never happens
};
Claim decide(Explorations&, std::size_t assertion);

/// Scenes from which people can always bring it about that `goal` is met, whatever the case holds: for
/// each scene, whether. `goal` of an edge: met on it; scenes in `met`: met already.
std::vector<bool> attainable(const Graph&, const std::vector<bool>& goal, const std::vector<bool>& met);
/// Scenes from which one of `goals` may be reached.
std::vector<bool> may_reach(const Graph&, std::vector<bool> goals);
/// What the tree or the term is made of that can be followed.
Slice slice_of(const Model&, const expression::Node&);
/// The papers whose signing or service some transition listens to.
Slice slice_of_awaited(const Model&);
/// A shortest way to a scene; one that assumes nothing is preferred.
Way way_to(const Graph&, NodeIndex);
/// Whether the edge's choices are all made by people or facts.
bool assumes(const Graph&, const Edge&);

}  // namespace anjuan::analysis
