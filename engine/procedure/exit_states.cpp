// Leaving states: history is recorded for all of them before any handler runs.

#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

/// Handlers first, then what the state has invoked, then the state is no longer active.
void exit_state(Run& run, StateIndex s) {
  for (const Block& block : run.definition.states[s].on_exit) execute_content(run, block);
  cancel_invokes(run, s);
  run.session.configuration.erase(s);
  run.to_invoke.erase(s);
}

}  // namespace

void exit_states(Run& run, const TransitionList& transitions) {
  Session& session = run.session;
  const StateSet exits = exit_set(run.definition, session.configuration, session.history, transitions);
  if (exits.intersects(run.definition.with_history))
    remember(run.definition, session.configuration, exits, changing_history(run));
  for (auto s = exits.rbegin(); s != exits.rend(); ++s) exit_state(run, *s);
}

void exit_interpreter(Run& run) {
  // The top-level final stays in the record, so that it can be said how the procedure ended.
  StateSet ended;
  Value done_data;
  const StateSet all = run.session.configuration;
  for (auto s = all.rbegin(); s != all.rend(); ++s) {
    const State& state = run.definition.states[*s];
    exit_state(run, *s);
    if (state.kind != State::Kind::final || state.parent != 0) continue;
    ended.insert(*s);
    done_data = evaluate_done_data(run, state);
  }
  run.session.configuration |= ended;
  run.session.finished = true;
  changing_delayed(run.act, run.session).clear();
  if (!run.cancelled) end_invoked(run.act, run.session, std::move(done_data));
}

}  // namespace anjuan::procedure
