// Exit, act, enter; and the loop that goes on until nothing moves.

#include <algorithm>

#include "procedure/messages.h"
#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

void assign_inputs(Run& run, const Transition& transition, const Fields& values) {
  for (const Input& input : transition.inputs) {
    const auto given = values.find(input.name);
    if (!input.of_data || given == values.end()) continue;
    const auto set = set_data(run, input.name, read_input(run.definition, input, given->second), input.place);
    if (!set.ok()) raise_error(run, "error.execution", set.diagnostics());
  }
}

void record_taken(Run& run, const Transition& transition) {
  Reason reason;
  reason.state = run.definition.states[transition.source].id;
  reason.transition_label = name_of(run.definition, transition);
  reason.event = transition.events.empty() ? "" : transition.events.front();
  reason.taken = true;
  reason.role = role_of(run.definition, transition);
  reason.basis = transition.basis.empty() ? "" : transition.basis.front();
  reason.place = transition.place;
  run.reasons.push_back(std::move(reason));
}

std::string where(const Run& run) {
  const StateSet atomic = atomic_states(run);
  return atomic.empty() ? "" : label_of(run.definition.states[*atomic.begin()]);
}

/// What becomes of an error that no transition took: the chart's language decides.
void leave_error(Run& run, const QueuedEvent& error) {
  if (error.cause.empty() || !run.definition.typed()) return;
  const std::string zh = sentence(error.cause[0], Language::chinese),
                    en = sentence(error.cause[0], Language::english);
  const Place& place = error.cause[0].place;
  if (error.of_guard) {
    const Diagnostic incident = diagnose(guard_incident, place, where(run), Wording(zh, en));
    run.standing.incident = std::string(incident.row->code) + " " + sentence(incident, Language::chinese);
  } else {
    run.refusals.push_back(diagnose(content_failed, place, Wording(zh, en)));
  }
}

bool out_of_bounds(Run& run) {
  if (run.microsteps <= max_microsteps) return false;
  run.refusals.push_back(diagnose(endless_run, Place{run.definition.file, 0, 0, ""},
                                  std::to_string(max_microsteps), where(run)));
  run.running = false;
  return true;
}

/// Takes the next queued event; false if there was none.
bool take_queued_event(Run& run, std::deque<QueuedEvent>& queue) {
  if (queue.empty()) return false;
  const QueuedEvent event = std::move(queue.front());
  queue.pop_front();
  bind_event(run, event);
  const TransitionList transitions = select_transitions(run, event);
  for (TransitionIndex t : transitions) {
    // What must hold first must hold for the procedure's own events too: else the whole act is refused.
    for (Diagnostic& unmet : check_requirements(run, run.definition.transitions[t], run.names)) {
      run.refusals.push_back(std::move(unmet));
    }
  }
  if (transitions.empty()) {
    leave_error(run, event);
  } else {
    microstep(run, transitions, nullptr);
  }
  return true;
}

}  // namespace

void microstep(Run& run, const TransitionList& transitions, const Fields* inputs) {
  ++run.microsteps;
  run.failed_guards.clear();
  exit_states(run, transitions);
  for (TransitionIndex t : transitions) {
    const Transition& transition = run.definition.transitions[t];
    want_in_force(run, transition.basis, transition.place);
    record_taken(run, transition);
    if (inputs != nullptr) assign_inputs(run, transition, *inputs);
    execute_content(run, transition.content);
  }
  enter_states(run, transitions);
}

void main_event_loop(Run& run) {
  while (run.running && !out_of_bounds(run)) {
    const TransitionList eventless = select_eventless_transitions(run);
    if (!eventless.empty()) {
      microstep(run, eventless, nullptr);
      continue;
    }
    if (take_queued_event(run, run.internal_queue)) {
      ++run.microsteps;  // events raised for ever are a loop, even if nothing listens
      continue;
    }
    if (!take_queued_event(run, run.external_queue)) break;
    ++run.microsteps;
  }
  if (!run.running && run.microsteps <= max_microsteps) exit_interpreter(run);
  // A procedure that has ended takes no more events, but what failed at its end is still told.
  while (!run.running && !run.internal_queue.empty()) {
    leave_error(run, run.internal_queue.front());
    run.internal_queue.pop_front();
  }
}

}  // namespace anjuan::procedure
