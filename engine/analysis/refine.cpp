// Ways tried with what they assume.

#include <algorithm>
#include <bit>
#include <limits>

#include "analysis/claims.h"
#include "analysis/replay.h"

namespace anjuan::analysis {

namespace {

void add(Slice& slice, const Slice& more) {
  slice.names |= more.names;
  slice.slots |= more.slots;
  slice.parted |= more.parted;
  slice.facts = slice.facts || more.facts;
}

/// What an edge's choices rest on, where nobody surely has a free hand.
Slice assumed_by(const Graph& graph, const Vocabulary& vocabulary, const Edge& edge) {
  Slice slice;
  for (const Choice& choice : graph.choices[edge.choices]) {
    if (choice.term == no_term || choice.given) continue;
    const Term& term = vocabulary[choice.term];
    slice.names |= term.tracked;
    slice.slots |= term.slots;
    slice.facts = slice.facts || term.of_world;
  }
  return slice;
}

/// Data that are followed and were asked too late: what people gave might have been said at once.
Flags asked_late(const Graph& graph, const Vocabulary& vocabulary, const Model& model, const Way& way,
                 const Flags& followed) {
  Flags late;
  for (const std::uint32_t e : way.lost) {
    const Slice asked = assumed_by(graph, vocabulary, graph.edges[e]);
    for (std::size_t i = 0; i < model.tracked.size(); ++i) {
      if (asked.names.holds(i)) late |= model.sources[i];
    }
  }
  return late &= followed;
}

/// What a way rests on: data, papers and facts of which it assumes something.
Slice assumed_on(const Graph& graph, const Vocabulary& vocabulary, const Way& way) {
  Slice slice;
  for (const auto& [n, e] : way.steps) {
    add(slice, assumed_by(graph, vocabulary, graph.edges[e]));
    for (const Choice& choice : graph.choices[graph.edges[e].choices]) {
      if (choice.term == no_term || choice.free) continue;
      if (!vocabulary[choice.term].lasting) slice.facts = true;
      slice.names |= vocabulary[choice.term].tracked;
    }
  }
  return slice;
}

/// What is asked of the case from a scene on.
Slice assumed_after(const Graph& graph, const Vocabulary& vocabulary, NodeIndex from) {
  constexpr std::size_t most_looked_at = 5000;
  Slice slice;
  std::set<NodeIndex> seen{from};
  std::vector<NodeIndex> waiting{from};
  for (std::size_t i = 0; i < waiting.size() && seen.size() < most_looked_at; ++i) {
    if (waiting[i] == no_node) continue;
    for (const Edge& edge : graph.edges_of(waiting[i])) {
      add(slice, assumed_by(graph, vocabulary, edge));
      if (edge.target != no_node && seen.insert(edge.target).second) waiting.push_back(edge.target);
    }
  }
  return slice;
}

}  // namespace

Slice slice_of(const Model& model, const expression::Node& node) {
  Slice slice;
  std::set<std::string> names, slots;
  collect_names(node, names);
  collect_slots(node, slots);
  for (std::size_t i = 0; i < model.tracked.size(); ++i) {
    if (names.count(model.tracked[i]) > 0) slice.names.set(i, true);
  }
  for (const std::string& name : slots) {
    if (const auto slot = model.slot(name)) slice.slots.set(*slot, true);
  }
  slice.facts = true;
  return slice;
}

namespace {

/// Data and papers followed together at most in search of a surer way than one that stands.
constexpr int most_for_sureness = 8;

/// What became of a way when more was followed.
struct Trial {
  enum class Outcome { stands, falls, unsure } outcome = Outcome::unsure;
  Found found;      ///< of one that stands
  Slice following;  ///< what was followed at last
};

/// Of a way gone again the course that leaves least to what the case may hold.
Way least_assuming(const Graph& graph) {
  constexpr std::size_t never = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> cost(graph.size(), never);
  std::vector<std::pair<NodeIndex, std::uint32_t>> by(graph.size());
  cost[0] = 0;
  // Every edge leads on to the next layer, so that each scene is settled when its turn comes.
  for (NodeIndex n = 0; n < graph.size(); ++n) {
    for (std::uint32_t e = graph.first_edge[n]; cost[n] != never && e < graph.first_edge[n + 1]; ++e) {
      const auto& choices = graph.choices[graph.edges[e].choices];
      const std::size_t all =
          cost[n] + static_cast<std::size_t>(std::count_if(
                        choices.begin(), choices.end(), [](const Choice& choice) { return !choice.free; }));
      const NodeIndex target = graph.edges[e].target;
      if (all >= cost[target]) continue;
      cost[target] = all;
      by[target] = {n, e};
    }
  }
  Way way;
  way.end =
      static_cast<NodeIndex>(std::min_element(cost.begin() + graph.last_layer, cost.end()) - cost.begin());
  way.assumes = cost[way.end] > 0;
  for (NodeIndex n = way.end; n != 0; n = by[n].first) way.steps.push_back(by[n]);
  std::reverse(way.steps.begin(), way.steps.end());
  return way;
}

/// Goes the way again with all followed that it rests on, and that the way then rests on.
Trial tried(Explorations& explorations, const Graph& graph, const Way& way, Slice slice) {
  const Vocabulary& vocabulary = explorations.vocabulary();
  add(slice, assumed_on(graph, vocabulary, way));
  while (true) {
    slice = explorations.closed(slice);
    bool unsure = false;
    const Graph* gone = explorations.retraced(graph, way, slice, unsure);
    if (unsure) return {Trial::Outcome::unsure, {}, slice};
    if (gone == nullptr) return {Trial::Outcome::falls, {}, slice};
    Way again = least_assuming(*gone);
    again.looks_on = way.looks_on;
    Slice more = slice;
    add(more, assumed_on(*gone, vocabulary, again));
    if (more == slice) return {Trial::Outcome::stands, {std::move(again), gone}, slice};
    slice = more;
  }
}

/// Of what was followed when the way fell, only that without which it would not.
Slice that_fells(Explorations& explorations, const Graph& graph, const Way& way, const Slice& before,
                 Slice slice) {
  const auto try_without = [&](Flags Slice::*part, const Flags& kept) {
    for (std::size_t i = 0; i < 64; ++i) {
      if (!(slice.*part).holds(i) || kept.holds(i)) continue;
      Slice fewer = slice;
      (fewer.*part).set(i, false);
      fewer = explorations.closed(fewer);
      bool unsure = false;
      if (fewer != slice && explorations.retraced(graph, way, fewer, unsure) == nullptr && !unsure)
        slice = fewer;
    }
  };
  try_without(&Slice::slots, before.slots);
  try_without(&Slice::names, before.names);
  return slice;
}

bool rests_on_refusals(const Graph& graph, const Way& way) {
  return std::any_of(way.steps.begin(), way.steps.end(),
                     [&](const auto& step) { return graph.edges[step.second].refused; });
}

/// Whether it is gone by real acts: then it assumes nothing any more.
bool is_gone(Explorations& explorations, const Sought& sought, const procedure::Assertion* assertion,
             Found& found) {
  auto real = gone_by_acts(*found.graph, sought, explorations.model(), explorations.vocabulary(), assertion);
  if (!real) return false;
  found.way = std::move(real->way);
  found.witness = std::move(real->witness);
  if (sought.complete) sought.complete(found.way);
  return true;
}

}  // namespace

Answer look_for(Explorations& explorations, Slice slice, const Query& query,
                const procedure::Assertion* assertion) {
  Answer answer;
  std::optional<Found> standing;  // a way that stands, though it is not sure
  std::optional<Found> whole;     // one that was found before what people give was taken in parts
  const Vocabulary& vocabulary = explorations.vocabulary();
  const auto ended = [&](std::optional<Found> found, bool decided) {
    answer.found = std::move(found);
    answer.decided = decided;
    return answer;
  };
  while (true) {
    slice = explorations.closed(slice);
    const Graph& graph = explorations.following(slice);
    answer.last = &graph;
    const auto sought = query(graph);
    if (!graph.complete && whole) return ended(std::move(whole), true);
    auto way = sought ? shortest(graph, *sought) : std::nullopt;
    if (!way) return ended({}, graph.complete);
    Slice more = slice;
    for (std::uint32_t e : way->lost) add(more, assumed_by(graph, vocabulary, graph.edges[e]));
    if (more == slice) more.parted |= asked_late(graph, vocabulary, explorations.model(), *way, slice.names);
    if (more == slice) add(more, assumed_on(graph, vocabulary, *way));
    if (more == slice && way->open_ahead) add(more, assumed_after(graph, vocabulary, way->end));
    Found found{std::move(*way), &graph};
    if (more.parted != slice.parted && !whole) whole = found;
    const bool uncertain = found.way.assumes && !found.way.open_ahead;
    if (more == slice) {
      if (uncertain) is_gone(explorations, *sought, assertion, found);
      return ended(std::move(found), true);
    }
    if (uncertain) {
      Trial trial = tried(explorations, graph, found.way, slice);
      // What refusals told is not told again on the way gone again: then only real acts make it sure.
      const bool sure = !trial.found.way.assumes && !rests_on_refusals(graph, found.way);
      if (trial.outcome == Trial::Outcome::stands && sure) return ended(std::move(trial.found), true);
      if (trial.outcome != Trial::Outcome::falls && is_gone(explorations, *sought, assertion, found))
        return ended(std::move(found), true);
      if (trial.outcome == Trial::Outcome::falls)
        more = that_fells(explorations, graph, found.way, slice, trial.following);
      if (trial.outcome == Trial::Outcome::stands && !standing) {
        trial.found.way.assumes = true;
        standing = std::move(trial.found);
      }
      if (more == slice) return ended(std::move(found), true);
    }
    const int followed = std::popcount(more.names.bits()) + std::popcount(more.slots.bits());
    if (standing && (followed > most_for_sureness || !graph.complete))
      return ended(std::move(standing), true);
    if (!graph.complete) return ended({}, false);
    slice = more;
  }
}

}  // namespace anjuan::analysis
