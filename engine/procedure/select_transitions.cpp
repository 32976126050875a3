// Which transitions an event, or none, enables: Appendix D's selectEventlessTransitions,
// selectTransitions and removeConflictingTransitions.

#include <algorithm>
#include <functional>

#include "procedure/messages.h"
#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

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

StateSet atomic_states(const Run& run) {
  StateSet atomic = run.configuration;
  return atomic &= run.definition.atomic;
}

TransitionList select_eventless_transitions(Run& run) {
  TransitionList found = enabled(run, [&](TransitionIndex t) {
    return run.definition.transitions[t].events.empty() && eventless_holds(run, t);
  });
  return without_conflicts(run.definition, run.configuration, run.history, std::move(found));
}

TransitionList select_transitions(Run& run, const QueuedEvent& event) {
  TransitionList found = enabled(run, [&](TransitionIndex t) {
    return !run.definition.transitions[t].events.empty() && event_holds(run, t, event);
  });
  return without_conflicts(run.definition, run.configuration, run.history, std::move(found));
}

}  // namespace anjuan::procedure
