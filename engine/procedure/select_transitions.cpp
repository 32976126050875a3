// Which transitions an event, or none, enables: Appendix D's selectEventlessTransitions,
// selectTransitions and removeConflictingTransitions.

#include <algorithm>

#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

/// For each atomic state, innermost out, the first transition that is enabled. An ancestor's transitions
/// are asked once for all its regions.
template <class Ask>
TransitionList enabled(const Run& run, const Ask& ask) {
  TransitionList found;
  const std::vector<State>& states = run.definition.states;
  StateSet asked;
  for (StateIndex atomic : atomic_states(run)) {
    TransitionIndex first = no_index;
    for (StateIndex s = atomic; s != no_index && first == no_index && asked.insert(s); s = states[s].parent) {
      for (TransitionIndex t : states[s].transitions) {
        if (!ask(t)) continue;
        first = t;
        break;
      }
    }
    if (first != no_index) found.push_back(first);
  }
  return found;
}

/// An eventless condition that fails is reported once per configuration: asking again and again
/// would raise the same error for ever.
bool eventless_holds(Run& run, TransitionIndex t) {
  const Transition& transition = run.definition.transitions[t];
  const auto holds = is_true(run, transition.condition);
  if (holds.ok()) return *holds;
  if (std::find(run.failed_guards.begin(), run.failed_guards.end(), t) != run.failed_guards.end())
    return false;
  run.failed_guards.push_back(t);
  if (run.of_root()) run.act.moved.notices.push_back({t, false, true, "", holds.diagnostics()});
  raise_error(run, "error.execution", holds.diagnostics(), "transition");
  run.internal_queue.last().of_guard = true;
  return false;
}

bool event_holds(Run& run, TransitionIndex t, const QueuedEvent& event) {
  const Transition& transition = run.definition.transitions[t];
  if (!matches(transition.events, event.name)) return false;
  const bool from_person = event.type == QueuedEvent::Type::external && event.origin.empty();
  if (transition.by_system && from_person) return false;
  static const Fields nothing;
  const Fields& values = event.data.is(Value::Kind::record) ? event.data.record() : nothing;
  const InputsShown shown(run, transition, values);
  const auto holds = is_true(run, transition.condition);
  if (holds.ok() && *holds) return true;
  if (run.of_root())
    run.act.moved.notices.push_back(
        {t, false, !holds.ok(), event.name, holds.ok() ? Diagnostics{} : holds.diagnostics()});
  if (!holds.ok()) {
    raise_error(run, "error.execution", holds.diagnostics(), "transition");
    run.internal_queue.last().of_guard = true;
  }
  return false;
}

}  // namespace

StateSet atomic_states(const Run& run) {
  StateSet atomic = run.session.configuration;
  return atomic &= run.definition.atomic;
}

TransitionList select_eventless_transitions(Run& run) {
  TransitionList found = enabled(run, [&](TransitionIndex t) {
    return run.definition.transitions[t].events.empty() && eventless_holds(run, t);
  });
  return without_conflicts(run.definition, run.session.configuration, run.session.history, std::move(found));
}

TransitionList select_transitions(Run& run, const QueuedEvent& event) {
  TransitionList found = enabled(run, [&](TransitionIndex t) {
    return !run.definition.transitions[t].events.empty() && event_holds(run, t, event);
  });
  return without_conflicts(run.definition, run.session.configuration, run.session.history, std::move(found));
}

}  // namespace anjuan::procedure
