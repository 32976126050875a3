// Which transitions an event, or none, enables: Appendix D's selectEventlessTransitions,
// selectTransitions and removeConflictingTransitions.

#include <algorithm>
#include <functional>

#include "procedure/messages.h"
#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

bool intersect(const StateSet& a, const StateSet& b) {
  return std::any_of(a.begin(), a.end(), [&](StateIndex s) { return b.count(s) > 0; });
}

/// For each atomic state, innermost out, the first transition that is enabled.
TransitionList enabled(Run& run, const std::function<bool(TransitionIndex)>& is_enabled) {
  TransitionList found;
  std::map<TransitionIndex, bool> asked;  // an ancestor's condition is decided once for all its regions
  const auto ask = [&](TransitionIndex t) {
    const auto [known, fresh] = asked.emplace(t, false);
    if (fresh) known->second = is_enabled(t);
    return known->second;
  };
  const auto first_of = [&](StateIndex atomic) -> TransitionIndex {
    for (StateIndex s = atomic; s != no_index; s = run.definition.states[s].parent) {
      for (TransitionIndex t : run.definition.states[s].transitions) {
        if (ask(t)) return t;
      }
    }
    return no_index;
  };
  for (StateIndex atomic : atomic_states(run)) {
    const TransitionIndex first = first_of(atomic);
    if (first != no_index && std::find(found.begin(), found.end(), first) == found.end())
      found.push_back(first);
  }
  return found;
}

TransitionList remove_conflicting_transitions(const Run& run, const TransitionList& enabled_ones) {
  TransitionList filtered;
  for (TransitionIndex t1 : enabled_ones) {
    const StateSet exits = compute_exit_set(run, {t1});
    bool preempted = false;
    TransitionList to_remove;
    for (TransitionIndex t2 : filtered) {
      if (!intersect(exits, compute_exit_set(run, {t2}))) continue;
      const StateIndex source1 = run.definition.transitions[t1].source,
                       source2 = run.definition.transitions[t2].source;
      if (is_descendant(run.definition, source1, source2)) {
        to_remove.push_back(t2);
      } else {
        preempted = true;
        break;
      }
    }
    if (preempted) continue;
    std::erase_if(filtered, [&](TransitionIndex t) {
      return std::find(to_remove.begin(), to_remove.end(), t) != to_remove.end();
    });
    filtered.push_back(t1);
  }
  return filtered;
}

Reason reason_of(const Run& run, const Transition& transition, const std::string& event) {
  Reason reason;
  reason.state = run.definition.states[transition.source].id;
  reason.transition_label = name_of(run.definition, transition);
  reason.event = event;
  reason.place = transition.place;
  return reason;
}

/// An eventless condition that fails is reported once per configuration: asking again and again
/// would raise the same error for ever.
bool eventless_holds(Run& run, TransitionIndex t) {
  const Transition& transition = run.definition.transitions[t];
  const auto holds = is_true(run, transition.condition, run.names);
  if (holds.ok()) return *holds;
  if (!run.failed_guards.insert(t).second) return false;
  Reason reason = reason_of(run, transition, "");
  reason.failed = true;
  reason.because = holds.diagnostics();
  run.reasons.push_back(std::move(reason));
  raise_error(run, "error.execution", holds.diagnostics());
  run.internal_queue.back().of_guard = true;
  return false;
}

bool event_holds(Run& run, TransitionIndex t, const QueuedEvent& event) {
  const Transition& transition = run.definition.transitions[t];
  if (!matches(transition.events, event.name)) return false;
  const bool from_person = event.type == "external" && event.origin.empty();
  if (transition.by_system && from_person) return false;
  static const Fields nothing;
  const Fields& values = event.data.is(Value::Kind::record) ? event.data.record() : nothing;
  const auto holds = transition.inputs.empty()
                         ? is_true(run, transition.condition, run.names)
                         : is_true(run, transition.condition, names_with_inputs(run, transition, values));
  if (holds.ok() && *holds) return true;
  Reason reason = reason_of(run, transition, event.name);
  reason.failed = !holds.ok();
  if (holds.ok()) {
    reason.because = {diagnose(condition_false, transition.condition.place,
                               name_of(run.definition, transition), transition.condition.source)};
  } else {
    reason.because = holds.diagnostics();
    raise_error(run, "error.execution", holds.diagnostics());
    run.internal_queue.back().of_guard = true;
  }
  run.reasons.push_back(std::move(reason));
  return false;
}

}  // namespace

std::vector<StateIndex> atomic_states(const Run& run) {
  std::vector<StateIndex> atomic;
  for (StateIndex s : run.configuration) {
    if (is_atomic(run.definition, s)) atomic.push_back(s);
  }
  return atomic;
}

TransitionList select_eventless_transitions(Run& run) {
  return remove_conflicting_transitions(run, enabled(run, [&](TransitionIndex t) {
                                          return run.definition.transitions[t].events.empty() &&
                                                 eventless_holds(run, t);
                                        }));
}

TransitionList select_transitions(Run& run, const QueuedEvent& event) {
  return remove_conflicting_transitions(run, enabled(run, [&](TransitionIndex t) {
                                          return !run.definition.transitions[t].events.empty() &&
                                                 event_holds(run, t, event);
                                        }));
}

std::vector<StateIndex> get_effective_target_states(const Run& run, const Transition& transition) {
  std::vector<StateIndex> targets;
  const auto add = [&](StateIndex s) {
    if (std::find(targets.begin(), targets.end(), s) == targets.end()) targets.push_back(s);
  };
  for (StateIndex s : transition.targets) {
    const State& state = run.definition.states[s];
    if (state.kind != State::Kind::history) {
      add(s);
    } else if (const auto stored = run.history.find(s); stored != run.history.end()) {
      for (StateIndex remembered : stored->second) add(remembered);
    } else if (state.initial != no_index) {
      for (StateIndex t : get_effective_target_states(run, run.definition.transitions[state.initial])) add(t);
    }
  }
  return targets;
}

StateIndex get_transition_domain(const Run& run, const Transition& transition) {
  std::vector<StateIndex> states = get_effective_target_states(run, transition);
  if (states.empty()) return no_index;
  const StateIndex source = transition.source;
  const bool all_inside = std::all_of(states.begin(), states.end(),
                                      [&](StateIndex s) { return is_descendant(run.definition, s, source); });
  if (transition.internal && is_compound(run.definition, source) && all_inside) return source;
  states.insert(states.begin(), source);
  return find_lcca(run.definition, states);
}

StateSet compute_exit_set(const Run& run, const TransitionList& transitions) {
  StateSet exits;
  for (TransitionIndex t : transitions) {
    const StateIndex domain = get_transition_domain(run, run.definition.transitions[t]);
    if (domain == no_index) continue;
    for (StateIndex s : run.configuration) {
      if (is_descendant(run.definition, s, domain)) exits.insert(s);
    }
  }
  return exits;
}

}  // namespace anjuan::procedure
