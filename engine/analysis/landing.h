#pragma once
// What the interpreter did, found again in the graph.

#include "analysis/graph.h"
#include "analysis/knowledge.h"
#include "analysis/world.h"

namespace anjuan::analysis {

/// What an act did, to be matched with edges one after the other.
class Landing {
 public:
  /// How much of it the edges so far tell.
  struct Place {
    std::size_t taken = 0, done = 0;
  };
  Landing() = default;  ///< nothing moved
  Landing(const procedure::Moved&, const Model&);
  static Place begin() { return {}; }
  /// Whether the edge tells what comes next; then `place` is behind it.
  bool goes(const Graph&, const Edge&, Place& place) const;
  bool is_all(const Place& place) const { return place.taken == taken_.size() && place.done == done_.size(); }
  /// Transitions taken, in order.
  const std::vector<std::uint32_t>& taken() const { return taken_; }

 private:
  std::vector<std::uint32_t> taken_,
      done_;                   ///< transitions; papers, effects and messages that assertions ask about
  std::vector<bool> is_done_;  ///< of each of Model::happenings: it is one of these
};

/// Whether a real case stands where a scene says.
class Places {
 public:
  Places(const Graph&, const Model&, const Vocabulary&);
  bool is_at(NodeIndex, const procedure::Session&, const Surrounding&) const;
  /// Equal where it makes no difference to what can follow.
  std::string key(NodeIndex, int state, const procedure::Session&, const Surrounding&) const;

 private:
  const Graph& graph_;
  const Model& model_;
  const Vocabulary& vocabulary_;
  std::vector<std::size_t> tracked_;  ///< where a session keeps the tracked data

  bool admits(const Knowledge::Entry&, const procedure::Session&) const;
};

}  // namespace anjuan::analysis
