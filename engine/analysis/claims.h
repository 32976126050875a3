#pragma once
// Assertions held against the graph: a small automaton walks along with every way through it.

#include <functional>
#include <optional>

#include "analysis/explore.h"
#include "analysis/ways.h"

namespace anjuan::analysis {

/// What somebody fills in at an act of a way, and which of those who may act it is ("" no matter).
struct Deed {
  Fields values;
  std::string who = "";
};
/// Of each act; the first is the start, at which nobody does anything.
using Witness = std::vector<Deed>;

/// A way that shows something, and the graph it goes through.
struct Found {
  Way way;
  const Graph* graph = nullptr;
  std::optional<Witness> witness = std::nullopt;  ///< of one that the interpreter has gone
};
/// Nothing: not to be looked for in this graph.
using Query = std::function<std::optional<Sought>(const Graph&)>;
struct Answer {
  std::optional<Found> found;
  bool decided = true;          ///< false: the limit was reached before it could be told
  const Graph* last = nullptr;  ///< what was looked through last
};
/// Looks for a way, and tries each one found with what it assumes: it is gone again alone with all followed
/// that it rests on, and where it stands the interpreter tries to come there by real acts. Where it cannot
/// be gone, what shows that is followed from then on; so until one is sure, or there is none. `broken`: the
/// assertion that the way breaks, or null.
Answer look_for(Explorations&, Slice begin, const Query&, const procedure::Assertion* broken);

struct Claim {
  enum class Verdict { proved, refuted, undecided };
  Verdict verdict = Verdict::undecided;
  Found counter;                ///< of a refuted one: the shortest
  const Graph* last = nullptr;  ///< what was looked through last
  bool idle = false;            ///< proved, but what it speaks of never happens
};
Claim decide(Explorations&, std::size_t assertion);

/// What the tree or the term is made of that can be followed.
Slice slice_of(const Model&, const expression::Node&);
/// The papers whose signing or service some transition listens to.
Slice slice_of_awaited(const Model&);

}  // namespace anjuan::analysis
