#include "analysis/groups.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <set>

#include "procedure/event.h"
#include "procedure/tree.h"

namespace anjuan::analysis {

using procedure::no_index;
using procedure::State;
using procedure::Transition;

namespace {

/// Data of one group at most: beyond it the exploration would not come to an end.
constexpr int most_together = 8;

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

/// What the ways out of a state and of those around it, up to `above`, read; nothing if one is always open.
std::optional<Slice> ways_out(const Model& model, StateIndex s, StateIndex above) {
  const Definition& definition = model.definition;
  Slice slice;
  for (StateIndex at = s; at != no_index && at != above; at = definition.states[at].parent) {
    for (const TransitionIndex t : definition.states[at].transitions) {
      if (is_always_open(definition.transitions[t])) return std::nullopt;
      unite(slice, read_by(model, definition.transitions[t]));
    }
  }
  return slice;
}

/// Adds a group of several data that is no part of another and not too large.
void add_group(std::vector<Slice>& groups, const Slice& one) {
  if (one.names.empty() && one.slots.empty()) return;
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
    if (const auto out = ways_out(model, s, no_index)) unite(slice, *out);
  }
  return slice;
}

/// Where transitions without an event lead from a state: into their targets, what is inside and around them.
class Circles {
 public:
  explicit Circles(const Definition& definition) : next_(definition.states.size()) {
    for (const Transition& transition : definition.transitions) {
      if (transition.events.empty())
        next_[transition.source].insert(transition.targets.begin(), transition.targets.end());
    }
    for (StateIndex s = 1; s < definition.states.size(); ++s) {
      const StateIndex parent = definition.states[s].parent;
      if (parent == no_index || parent == 0) continue;
      next_[parent].insert(s);
      next_[s].insert(parent);
    }
  }

  std::set<StateIndex> from(StateIndex begin) const {
    std::set<StateIndex> found;
    std::vector<StateIndex> waiting{begin};
    while (!waiting.empty()) {
      const StateIndex s = waiting.back();
      waiting.pop_back();
      for (const StateIndex next : next_[s]) {
        if (found.insert(next).second) waiting.push_back(next);
      }
    }
    return found;
  }

 private:
  std::vector<std::set<StateIndex>> next_;
};

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
    if (const auto out = ways_out(model, s, no_index)) add_group(groups, *out);
  }
  return groups;
}

std::vector<Slice> groups_of_loops(const Model& model) {
  const Definition& definition = model.definition;
  const Circles circles(definition);
  std::vector<Slice> groups;
  for (const Transition& first : definition.transitions) {
    if (!first.events.empty() || first.targets.empty()) continue;
    const std::set<StateIndex> round = circles.from(first.source);
    if (!round.contains(first.source)) continue;
    Slice slice;
    for (const Transition& transition : definition.transitions) {
      if (transition.events.empty() && round.contains(transition.source) &&
          circles.from(transition.source).contains(first.source))
        unite(slice, read_by(model, transition));
    }
    add_group(groups, slice);
  }
  return groups;
}

}  // namespace anjuan::analysis
