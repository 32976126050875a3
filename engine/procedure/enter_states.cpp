// Entering states: which ones, in what order, and the done events that follow.

#include <algorithm>

#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

void raise_done(Run& run, StateIndex s, Value data) {
  raise(run, {"done.state." + run.definition.states[s].id, QueuedEvent::Type::platform, std::move(data)});
}

void enter_final(Run& run, StateIndex s) {
  const State& state = run.definition.states[s];
  if (state.parent == 0) {
    run.running = false;
    return;
  }
  raise_done(run, state.parent, evaluate_done_data(run, state));
  const StateIndex grandparent = run.definition.states[state.parent].parent;
  if (grandparent == no_index || run.definition.states[grandparent].kind != State::Kind::parallel) return;
  if (is_in_final_state(run.definition, run.session.configuration, grandparent))
    raise_done(run, grandparent, {});
}

}  // namespace

Value evaluate_done_data(Run& run, const State& state) {
  if (!state.done_data.given) return {};
  auto carried = evaluate_payload(run, state.done_data.payload);
  if (carried.ok()) return std::move(carried).value();
  raise_error(run, "error.execution", carried.diagnostics(), "donedata");
  return {};
}

void enter_states(Run& run, const TransitionList& transitions) {
  const EntrySet entry = entry_set(run.definition, run.session.history, transitions);
  // A new configuration asks its conditions anew; the same one has already told which fail.
  if (!entry.states.empty()) run.failed_guards.clear();
  for (StateIndex s : entry.states) {
    const State& state = run.definition.states[s];
    run.session.configuration.insert(s);
    if (!state.invokes.empty()) run.to_invoke.insert(s);
    want_in_force(run, state.basis, state.place);
    const bool first_entry = run.session.entered_once.insert(s);
    if (run.definition.late_binding && first_entry) initialize_data(run, s, {});
    for (const Block& block : state.on_entry) execute_content(run, block);
    if (entry.for_default_entry.contains(s) && state.initial != no_index) {
      execute_content(run, run.definition.transitions[state.initial].content);
    }
    for (const auto& [parent, content] : entry.default_history_content) {
      if (parent == s) execute_content(run, run.definition.transitions[content].content);
    }
    if (state.kind == State::Kind::final) enter_final(run, s);
  }
}

}  // namespace anjuan::procedure
