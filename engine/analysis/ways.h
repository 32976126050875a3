#pragma once
// Ways through the graph: what is looked for, the shortest that shows it, and what can be reached at all.

#include <functional>
#include <optional>
#include <span>

#include "analysis/graph.h"

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

/// A small automaton that walks along with every way, in state 0 or 1: what it makes of a mark; `broken`
/// is what is looked for.
inline constexpr int broken = -1;
using Reading = std::function<int(int state, std::uint32_t mark)>;
using Standing = std::function<bool(int state, NodeIndex)>;  ///< whether a scene is what is looked for

/// What is looked for in one graph. Either may be missing.
struct Sought {
  Reading read;
  Standing stands;
  std::function<void(Way&)> complete = {};  ///< told the way that was found, to say what it looks on to
};

/// What the automaton makes of an edge.
int after(const Graph&, const Edge&, const Reading&, int state);
/// A shortest way to what is sought; one that assumes nothing is preferred.
std::optional<Way> shortest(const Graph&, const Sought&);
/// The same to a scene.
Way way_to(const Graph&, NodeIndex);
/// Whether some of the edge's choices are not made by people or facts.
bool assumes(const Graph&, const Edge&);

/// Edges by the scene they lead to.
class Backwards {
 public:
  explicit Backwards(const Graph&);
  std::span<const std::uint32_t> to(NodeIndex n) const {
    return {edges_.data() + first_[n], first_[n + 1] - first_[n]};
  }
  NodeIndex from(std::uint32_t edge) const { return from_[edge]; }

 private:
  std::vector<std::uint32_t> first_, edges_, from_;
};

/// Scenes from which people can always bring it about that `goal` is met, whatever the case holds: for
/// each scene, whether. `goal` of an edge: met on it; scenes in `met`: met already.
std::vector<bool> attainable(const Graph&, const std::vector<bool>& goal, const std::vector<bool>& met);
/// Scenes from which one of `goals` may be reached.
std::vector<bool> may_reach(const Graph&, std::vector<bool> goals);

}  // namespace anjuan::analysis
