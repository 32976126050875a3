// Leaving states: history is recorded for all of them before any handler runs.

#include "procedure/run.h"

namespace anjuan::procedure {

void exit_states(Run& run, const TransitionList& transitions) {
  const StateSet exits = exit_set(run.definition, run.configuration, run.history, transitions);
  remember(run.definition, run.configuration, exits, run.history);
  for (auto s = exits.rbegin(); s != exits.rend(); ++s) {
    for (const Block& block : run.definition.states[*s].on_exit) execute_content(run, block);
    run.configuration.erase(*s);
  }
}

void exit_interpreter(Run& run) {
  // The top-level final stays in the record, so that it can be said how the procedure ended.
  std::vector<StateIndex> ended;
  const StateSet all = run.configuration;
  for (auto s = all.rbegin(); s != all.rend(); ++s) {
    const State& state = run.definition.states[*s];
    for (const Block& block : state.on_exit) execute_content(run, block);
    run.configuration.erase(*s);
    if (state.kind == State::Kind::final && state.parent == 0) ended.push_back(*s);
  }
  run.configuration.insert(ended.begin(), ended.end());
  run.standing.finished = true;
  run.standing.delayed.clear();
}

}  // namespace anjuan::procedure
