// Leaving states: history is recorded for all of them before any handler runs.

#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

void record_history(Run& run, StateIndex s) {
  for (StateIndex h : run.definition.states[s].histories) {
    std::vector<StateIndex> stored;
    for (StateIndex active : run.configuration) {
      const bool keep = run.definition.states[h].deep
                            ? is_atomic(run.definition, active) && is_descendant(run.definition, active, s)
                            : run.definition.states[active].parent == s;
      if (keep) stored.push_back(active);
    }
    run.history[h] = std::move(stored);
  }
}

}  // namespace

void exit_states(Run& run, const TransitionList& transitions) {
  const StateSet exits = compute_exit_set(run, transitions);
  for (auto s = exits.rbegin(); s != exits.rend(); ++s) record_history(run, *s);
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
