#pragma once
// What a definition can do, as a graph: abstract standings between two microsteps, and the steps that
// lead from one to the next. Every run of the interpreter is a way through it (tests hold it to that);
// not every way through it is a run.

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/choices.h"
#include "analysis/knowledge.h"
#include "procedure/moves.h"

namespace anjuan::analysis {

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex no_node = static_cast<NodeIndex>(-1);
inline constexpr std::uint32_t no_stimulus = static_cast<std::uint32_t>(-1);

/// Where a procedure may stand.
struct Scene {
  StateSet configuration;
  procedure::History history;
  std::vector<std::uint32_t> inner, outer;  ///< events raised and sent to itself, into Model::listeners
  std::vector<std::uint32_t> asked;         ///< terms of facts asked in this act whose answers are not kept
  std::vector<std::uint32_t> failed;        ///< eventless transitions whose failure was told
  Knowledge known;
  Flags running, due;           ///< limits
  Flags made, signed_, served;  ///< papers
  Flags fresh;                  ///< papers made in the act under way: facts from its end on
  Flags brought;                ///< tracked data that came with this act: followed until it is over
  Flags chosen;                 ///< those of which people have a free hand in this act
  Flags loose;                  ///< tracked data of which more is thought possible than may be
  bool stirred = false;         ///< of what the event brings something was asked that is not kept
  bool resting = false;         ///< waits for an event
  bool ended = false;
  bool operator==(const Scene&) const = default;
  std::size_t hash() const;
};

struct Edge {
  NodeIndex target = no_node;  ///< no_node: the act is refused
  std::uint32_t stimulus = no_stimulus;
  std::uint32_t taken = 0, marks = 0, choices = 0;  ///< into the graph's lists
  bool refused = false;                             ///< nothing happened but that something became known
  bool idle = false;                                ///< nothing happened but that a limit fell due
};

/// Lists kept once each.
template <class T>
class Pool {
 public:
  Pool() { add({}); }
  Pool(Pool&&) = default;
  Pool& operator=(Pool&&) = default;
  std::uint32_t add(const std::vector<T>& list);
  const std::vector<T>& operator[](std::uint32_t i) const { return *lists_[i]; }
  std::size_t size() const { return lists_.size(); }

 private:
  struct Hash {
    std::size_t operator()(const std::vector<T>&) const;
  };
  std::unordered_map<std::vector<T>, std::uint32_t, Hash> known_;
  std::vector<const std::vector<T>*> lists_;
};

/// How far a transition ever came.
enum class Fate : std::uint8_t {
  never_asked,  ///< its event never came, or another one was always first
  asked,        ///< its condition never held
  held,         ///< another one always preempted it
  chosen,       ///< what it requires was never there
  taken,
};

/// What kept an exploration from being whole.
enum class Bound : std::uint8_t {
  none,
  scenes,   ///< the standings asked for at most
  work,     ///< the steps that go with them
  ways,     ///< combinations of answers in one step
  answers,  ///< questions in one step
  queue,    ///< events that wait at the same time
  rounds,   ///< different rounds of one foreach
};
inline constexpr std::size_t most_ways = 10000, most_waiting = 24, most_rounds = 64;

struct Graph {
  std::vector<Scene> scenes;              ///< the first is before the first entry
  std::vector<std::uint32_t> first_edge;  ///< of each scene, and one past the last
  std::vector<Edge> edges;
  Pool<std::uint32_t> taken;  ///< transitions
  Pool<std::uint32_t> marks;  ///< happenings in order; from Model::happenings.size() on: assertion violated
  Pool<Choice> choices;
  std::vector<Fate> fates;  ///< of each transition
  bool complete = true;     ///< false: a bound was met
  Bound bound = Bound::none;
  NodeIndex followed = no_node;    ///< scenes from here on were not gone on from, or not all the ways
  Slice slice;                     ///< what was followed
  NodeIndex last_layer = no_node;  ///< of a way gone again: its ends are the scenes from here on
  std::size_t bytes = 0;           ///< memory, roughly

  std::span<const Edge> edges_of(NodeIndex n) const {
    return {edges.data() + first_edge[n], first_edge[n + 1] - first_edge[n]};
  }
  std::size_t size() const { return scenes.size(); }
};

}  // namespace anjuan::analysis
