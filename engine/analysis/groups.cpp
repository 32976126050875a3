#include "analysis/groups.h"

#include <algorithm>
#include <bit>
#include <map>
#include <optional>
#include <utility>

#include "procedure/event.h"
#include "procedure/tree.h"

namespace anjuan::analysis {

using procedure::no_index;
using procedure::State;
using procedure::Transition;

namespace {

/// Data of one group at most: beyond it the exploration would not come to an end.
constexpr int most_together = 8;
/// Groups of one kind at most: each is an exploration of its own.
constexpr std::size_t most_groups = 32;

void unite(Slice& slice, const Slice& more) {
  slice.names |= more.names;
  slice.slots |= more.slots;
}

/// What the transition's condition and requirements read.
Slice read_by(const Model& model, const Transition& transition) {
  Slice slice;
  if (transition.condition.expression) unite(slice, slice_of(model, transition.condition.expression->root()));
  for (const auto& requirement : transition.requirements) {
    if (requirement.test && requirement.test->expression)
      unite(slice, slice_of(model, requirement.test->expression->root()));
    if (const auto slot = model.slot(requirement.slot)) slice.slots.set(*slot, true);
  }
  return slice;
}

bool is_conditional(const Transition& transition) {
  return transition.condition.expression.has_value() || !transition.requirements.empty();
}

/// Whether people, or the chart by itself, may always take it.
bool is_always_open(const Transition& transition) {
  if (is_conditional(transition)) return false;
  return transition.events.empty() ||
         (!transition.by_system && procedure::is_for_people(transition.events.front()));
}

/// What the ways out of a state and of those around it read; nothing if one is always open.
std::optional<Slice> ways_out(const Model& model, StateIndex s) {
  const Definition& definition = model.definition;
  Slice slice;
  for (StateIndex at = s; at != no_index; at = definition.states[at].parent) {
    for (const TransitionIndex t : definition.states[at].transitions) {
      if (is_always_open(definition.transitions[t])) return std::nullopt;
      unite(slice, read_by(model, definition.transitions[t]));
    }
  }
  return slice;
}

/// Adds a group of several data that is no part of another and not too large.
void add_group(std::vector<Slice>& groups, const Slice& one) {
  if (groups.size() == most_groups || (one.names.empty() && one.slots.empty())) return;
  if (std::popcount(one.names.bits()) + std::popcount(one.slots.bits()) > most_together) return;
  const auto holds = [](const Slice& whole, const Slice& part) {
    return part.names.within(whole.names) && part.slots.within(whole.slots);
  };
  if (std::any_of(groups.begin(), groups.end(), [&](const Slice& other) { return holds(other, one); }))
    return;
  std::erase_if(groups, [&](const Slice& other) { return holds(one, other); });
  groups.push_back(one);
}

/// Of a parallel the states inside that can only be left on conditions, all together.
Slice ways_out_side_by_side(const Model& model, StateIndex parallel) {
  const Definition& definition = model.definition;
  Slice slice;
  for (StateIndex s = parallel + 1;
       s < definition.states.size() && procedure::is_descendant(definition, s, parallel); ++s) {
    if (!procedure::is_atomic(definition, s)) continue;
    if (const auto out = ways_out(model, s)) unite(slice, *out);
  }
  return slice;
}

using Ways = std::vector<std::vector<StateIndex>>;

/// Where transitions without an event lead from each state: into their targets, what is inside and around.
Ways ways_without_event(const Definition& definition) {
  Ways ways(definition.states.size());
  for (const Transition& transition : definition.transitions) {
    if (!transition.events.empty()) continue;
    auto& from = ways[transition.source];
    from.insert(from.end(), transition.targets.begin(), transition.targets.end());
  }
  for (StateIndex s = 1; s < definition.states.size(); ++s) {
    const StateIndex parent = definition.states[s].parent;
    if (parent == no_index || parent == 0) continue;
    ways[parent].push_back(s);
    ways[s].push_back(parent);
  }
  return ways;
}

Ways backwards(const Ways& ways) {
  Ways back(ways.size());
  for (std::size_t s = 0; s < ways.size(); ++s) {
    for (const StateIndex next : ways[s]) back[next].push_back(static_cast<StateIndex>(s));
  }
  return back;
}

/// Visits all that can be come to from `begin` and was not seen; `leave` is called when no more lies behind.
template <class Leave>
void walk(const Ways& ways, StateIndex begin, std::vector<bool>& seen, const Leave& leave) {
  if (seen[begin]) return;
  seen[begin] = true;
  std::vector<std::pair<StateIndex, std::size_t>> path{{begin, 0}};
  while (!path.empty()) {
    auto& [s, next] = path.back();
    if (next == ways[s].size()) {
      leave(s);
      path.pop_back();
      continue;
    }
    const StateIndex to = ways[s][next++];
    if (seen[to]) continue;
    seen[to] = true;
    path.emplace_back(to, 0);
  }
}

/// States between which one can go round have one number (Kosaraju: twice through the graph, whatever its
/// size).
std::vector<std::size_t> circles_of(const Ways& ways) {
  std::vector<StateIndex> left;
  std::vector<bool> seen(ways.size(), false);
  for (std::size_t s = 0; s < ways.size(); ++s)
    walk(ways, static_cast<StateIndex>(s), seen, [&](StateIndex done) { left.push_back(done); });
  const Ways back = backwards(ways);
  std::vector<std::size_t> circle(ways.size(), 0);
  std::size_t count = 0;
  seen.assign(ways.size(), false);
  for (auto s = left.rbegin(); s != left.rend(); ++s, ++count)
    walk(back, *s, seen, [&](StateIndex in) { circle[in] = count; });
  return circle;
}

}  // namespace

std::vector<Slice> groups_of(const Model& model) {
  std::vector<Slice> groups;
  const auto add = [&](Slice one) {
    if (one.names.empty() && one.slots.empty()) return;
    std::erase_if(groups, [&](const Slice& other) {
      if (!one.names.meets(other.names) && !one.slots.meets(other.slots)) return false;
      one.names |= other.names;
      one.slots |= other.slots;
      return true;
    });
    groups.push_back(one);
  };
  const auto decision = [&](const procedure::Code& code) {
    if (!code.expression) return;
    Slice slice = slice_of(model, code.expression->root());
    slice.facts = false;
    add(slice);
  };
  for (const Transition& transition : model.definition.transitions) {
    decision(transition.condition);
    for (const auto& requirement : transition.requirements) {
      if (requirement.test) decision(*requirement.test);
      Slice paper;
      if (const auto slot = model.slot(requirement.slot)) paper.slots.set(*slot, true);
      add(paper);
    }
  }
  for (const auto& [to, from] : model.flows) {
    Slice slice;
    slice.names = from;
    slice.names.set(to, true);
    add(slice);
  }
  return groups;
}

std::vector<Slice> groups_of_ways_out(const Model& model) {
  const Definition& definition = model.definition;
  std::vector<Slice> groups;
  for (StateIndex s = 1; s < definition.states.size(); ++s) {
    if (definition.states[s].kind == State::Kind::parallel)
      add_group(groups, ways_out_side_by_side(model, s));
    if (!procedure::is_atomic(definition, s) || definition.states[s].kind == State::Kind::final) continue;
    if (const auto out = ways_out(model, s)) add_group(groups, *out);
  }
  return groups;
}

std::vector<Slice> groups_of_loops(const Model& model) {
  const Definition& definition = model.definition;
  const std::vector<std::size_t> circle = circles_of(ways_without_event(definition));
  std::map<std::size_t, Slice> read;  // by circle
  for (const Transition& transition : definition.transitions) {
    const bool goes_round =
        transition.events.empty() &&
        std::any_of(transition.targets.begin(), transition.targets.end(),
                    [&](StateIndex target) { return circle[target] == circle[transition.source]; });
    if (goes_round) unite(read[circle[transition.source]], read_by(model, transition));
  }
  std::vector<Slice> groups;
  for (const auto& [number, slice] : read) add_group(groups, slice);
  return groups;
}

}  // namespace anjuan::analysis
