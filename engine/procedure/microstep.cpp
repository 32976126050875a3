// Exit, act, enter; and the loop that goes on until nothing moves.

#include <algorithm>

#include "procedure/messages.h"
#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

void assign_inputs(Run& run, const Transition& transition, const Fields& values) {
  for (const Input& input : transition.inputs) {
    const auto given = values.find(input.name);
    const std::size_t slot = input.of_data ? run.definition.slot_of(input.name) : no_index;
    if (slot == no_index || given == values.end()) continue;
    const auto set = set_data(run, slot, read_input(run.definition, input, given->second), input.place);
    if (!set.ok()) raise_error(run, "error.execution", set.diagnostics(), "input");
  }
}

std::string first_active(const Run& run) {
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
    const Diagnostic incident = diagnose(guard_incident, place, first_active(run), Wording(zh, en));
    run.session.incident = std::string(incident.row->code) + " " + sentence(incident, Language::chinese);
  } else {
    run.act.refusals.push_back(diagnose(content_failed, place, Wording(zh, en)));
  }
}

/// What must hold first must hold for the procedure's own events too: else the whole act is refused.
void want_requirements(Run& run, const TransitionList& transitions) {
  for (TransitionIndex t : transitions) {
    for (Diagnostic& unmet : check_requirements(run, run.definition.transitions[t]))
      run.act.refusals.push_back(std::move(unmet));
  }
}

void take_internal_events(Run& run) {
  while (run.running && !out_of_bounds(run)) {
    const TransitionList eventless = select_eventless_transitions(run);
    if (!eventless.empty()) {
      microstep(run, eventless, nullptr);
      continue;
    }
    if (run.internal_queue.empty()) return;
    const QueuedEvent event = run.internal_queue.pop();
    bind_event(run, event);
    take_event(run, event);
  }
}

}  // namespace

bool out_of_bounds(Run& run) {
  if (run.act.microsteps > max_microsteps && !run.act.stopped())
    run.act.stop(diagnose(endless_run, whole(run.definition), std::to_string(max_microsteps), first_active(run)));
  return run.act.stopped();
}

void take_event(Run& run, const QueuedEvent& event) {
  ++run.act.microsteps;  // events raised for ever are a loop, even if nothing listens
  const TransitionList transitions = select_transitions(run, event);
  want_requirements(run, transitions);
  if (transitions.empty()) {
    leave_error(run, event);
  } else {
    microstep(run, transitions, nullptr);
  }
}

void microstep(Run& run, const TransitionList& transitions, const Fields* inputs) {
  ++run.act.microsteps;
  exit_states(run, transitions);
  for (TransitionIndex t : transitions) {
    const Transition& transition = run.definition.transitions[t];
    want_in_force(run, transition.basis, transition.place);
    if (run.of_root()) run.act.moved.notices.push_back({t, true, false, "", {}});
    if (inputs != nullptr) assign_inputs(run, transition, *inputs);
    execute_content(run, transition.content);
  }
  enter_states(run, transitions);
}

void macrostep(Run& run) {
  do {
    take_internal_events(run);
    if (run.running && !run.act.stopped()) start_invokes(run);
  } while (run.running && !run.internal_queue.empty() && !run.act.stopped());
  if (run.act.stopped()) return;
  if (!run.running) exit_interpreter(run);
  // A procedure that has ended takes no more events, but what failed at its end is still told.
  while (!run.internal_queue.empty()) leave_error(run, run.internal_queue.pop());
}

}  // namespace anjuan::procedure
