// Exit sets, entry sets, conflicts and history.

#include "procedure/moves.h"

#include <algorithm>

#include "procedure/tree.h"

namespace anjuan::procedure {

namespace {

bool leads_to_history(const Definition& definition, const Transition& transition) {
  return std::any_of(transition.targets.begin(), transition.targets.end(),
                     [&](StateIndex s) { return definition.states[s].kind == State::Kind::history; });
}

/// Targets with each history replaced by what it remembers, or by its default (getEffectiveTargetStates).
void add_effective_targets(const Definition& definition, const Transition& transition, const History& history,
                           StateSet& targets) {
  for (StateIndex s : transition.targets) {
    const State& state = definition.states[s];
    if (state.kind != State::Kind::history) {
      targets.insert(s);
    } else if (const auto stored = history.find(s); stored != history.end()) {
      targets |= stored->second;
    } else if (state.initial != no_index) {
      add_effective_targets(definition, definition.transitions[state.initial], history, targets);
    }
  }
}

StateIndex find_domain(const Definition& definition, const Transition& transition, const History& history) {
  StateSet targets;
  add_effective_targets(definition, transition, history, targets);
  if (targets.empty()) return no_index;
  const auto holds_targets = [&](StateIndex s) {
    return std::all_of(targets.begin(), targets.end(),
                       [&](StateIndex target) { return is_descendant(definition, target, s); });
  };
  const StateIndex source = transition.source;
  if (transition.internal && is_compound(definition, source) && holds_targets(source)) return source;
  StateIndex s = definition.states[source].parent;
  while (s != no_index && !(is_compound(definition, s) && holds_targets(s))) s = definition.states[s].parent;
  return s == no_index ? 0 : s;
}

class Entering {
 public:
  Entering(const Definition& definition, const History& history)
      : definition_(definition), history_(history) {}

  EntrySet compute(std::span<const TransitionIndex> transitions) {
    for (TransitionIndex t : transitions) {
      const Transition& transition = definition_.transitions[t];
      for (StateIndex s : transition.targets) add_descendants(s);
      const StateIndex domain = transition_domain(definition_, transition, history_);
      StateSet targets;
      add_effective_targets(definition_, transition, history_, targets);
      for (StateIndex s : targets) add_ancestors(s, domain);
    }
    return std::move(entry_);
  }

 private:
  const Definition& definition_;
  const History& history_;
  EntrySet entry_;

  void add_all(const auto& states, StateIndex ancestor) {
    for (StateIndex s : states) add_descendants(s);
    for (StateIndex s : states) add_ancestors(s, ancestor);
  }

  void add_descendants(StateIndex s) {
    const State& state = definition_.states[s];
    if (state.kind == State::Kind::history) {
      add_history(s);
      return;
    }
    entry_.states.insert(s);
    if (is_compound(definition_, s)) {
      entry_.for_default_entry.insert(s);
      if (state.initial != no_index) add_all(definition_.transitions[state.initial].targets, s);
    } else if (state.kind == State::Kind::parallel) {
      add_missing_regions(state);
    }
  }

  void add_history(StateIndex s) {
    const State& state = definition_.states[s];
    if (const auto stored = history_.find(s); stored != history_.end()) {
      add_all(stored->second, state.parent);
    } else if (state.initial != no_index) {
      note_default_content(state.parent, state.initial);
      add_all(definition_.transitions[state.initial].targets, state.parent);
    }
  }

  void note_default_content(StateIndex parent, TransitionIndex content) {
    auto& noted = entry_.default_history_content;
    const auto before =
        std::find_if(noted.begin(), noted.end(), [&](const auto& entry) { return entry.first == parent; });
    if (before == noted.end()) {
      noted.emplace_back(parent, content);
    } else {
      before->second = content;
    }
  }

  void add_missing_regions(const State& parallel) {
    for (StateIndex region : parallel.children) {
      if (!entry_.states.any_within(region, definition_.states[region].end)) add_descendants(region);
    }
  }

  void add_ancestors(StateIndex s, StateIndex ancestor) {
    for (StateIndex above = definition_.states[s].parent; above != no_index && above != ancestor;
         above = definition_.states[above].parent) {
      entry_.states.insert(above);
      if (definition_.states[above].kind == State::Kind::parallel)
        add_missing_regions(definition_.states[above]);
    }
  }
};

}  // namespace

StateIndex transition_domain(const Definition& definition, const Transition& transition,
                             const History& history) {
  return transition.domain_varies ? find_domain(definition, transition, history) : transition.domain;
}

StateSet exit_set(const Definition& definition, const StateSet& configuration, const History& history,
                  std::span<const TransitionIndex> transitions) {
  StateSet exits;
  for (TransitionIndex t : transitions) {
    const StateIndex domain = transition_domain(definition, definition.transitions[t], history);
    if (domain != no_index) exits |= configuration.within(domain + 1, definition.states[domain].end);
  }
  return exits;
}

EntrySet entry_set(const Definition& definition, const History& history,
                   std::span<const TransitionIndex> transitions) {
  return Entering(definition, history).compute(transitions);
}

TransitionList without_conflicts(const Definition& definition, const StateSet& configuration,
                                 const History& history, TransitionList enabled) {
  if (enabled.size() < 2) return enabled;
  std::vector<std::pair<TransitionIndex, StateSet>> kept;
  for (TransitionIndex t : enabled) {
    StateSet exits = exit_set(definition, configuration, history, {&t, 1});
    const auto conflicts = [&](const auto& other) { return exits.intersects(other.second); };
    // A conflict is won by the transition of the inner state, else by the one selected first.
    const bool preempted = std::any_of(kept.begin(), kept.end(), [&](const auto& other) {
      return conflicts(other) && !is_descendant(definition, definition.transitions[t].source,
                                                definition.transitions[other.first].source);
    });
    if (preempted) continue;
    std::erase_if(kept, conflicts);
    kept.emplace_back(t, std::move(exits));
  }
  TransitionList filtered;
  for (const auto& [t, exits] : kept) filtered.push_back(t);
  return filtered;
}

void remember(const Definition& definition, const StateSet& configuration, const StateSet& exits,
              History& history) {
  for (StateIndex s : exits) {
    const State& state = definition.states[s];
    for (StateIndex h : state.histories) {
      StateSet& stored = history[h];
      stored.clear();
      for (StateIndex active : configuration.within(s + 1, state.end)) {
        const bool keep =
            definition.states[h].deep ? is_atomic(definition, active) : definition.states[active].parent == s;
        if (keep) stored.insert(active);
      }
    }
  }
}

void settle_domains(Definition& definition) {
  for (Transition& transition : definition.transitions) {
    transition.domain_varies = leads_to_history(definition, transition);
    if (!transition.domain_varies) transition.domain = find_domain(definition, transition, {});
  }
}

}  // namespace anjuan::procedure
