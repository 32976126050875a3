// Entering states: which ones, in what order, and the done events that follow.

#include <algorithm>

#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

struct EntrySet {
  StateSet states;
  StateSet for_default_entry;
  std::map<StateIndex, TransitionIndex> default_history_content;  ///< parent of the history → its transition
};

class Entering {
 public:
  explicit Entering(const Run& run) : run_(run), definition_(run.definition) {}

  EntrySet compute_entry_set(const TransitionList& transitions) {
    for (TransitionIndex t : transitions) {
      const Transition& transition = definition_.transitions[t];
      for (StateIndex s : transition.targets) add_descendant_states_to_enter(s);
      const StateIndex ancestor = get_transition_domain(run_, transition);
      for (StateIndex s : get_effective_target_states(run_, transition))
        add_ancestor_states_to_enter(s, ancestor);
    }
    return std::move(entry_);
  }

 private:
  const Run& run_;
  const Definition& definition_;
  EntrySet entry_;

  void add_all(const std::vector<StateIndex>& states, StateIndex ancestor) {
    for (StateIndex s : states) add_descendant_states_to_enter(s);
    for (StateIndex s : states) add_ancestor_states_to_enter(s, ancestor);
  }

  void add_descendant_states_to_enter(StateIndex s) {
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
    if (const auto stored = run_.history.find(s); stored != run_.history.end()) {
      add_all(stored->second, state.parent);
    } else if (state.initial != no_index) {
      entry_.default_history_content[state.parent] = state.initial;
      add_all(definition_.transitions[state.initial].targets, state.parent);
    }
  }

  void add_missing_regions(const State& parallel) {
    for (StateIndex child : parallel.children) {
      const bool present = entry_.states.count(child) > 0 ||
                           std::any_of(entry_.states.begin(), entry_.states.end(),
                                       [&](StateIndex s) { return is_descendant(definition_, s, child); });
      if (!present) add_descendant_states_to_enter(child);
    }
  }

  void add_ancestor_states_to_enter(StateIndex s, StateIndex ancestor) {
    for (StateIndex above : proper_ancestors(definition_, s, ancestor)) {
      entry_.states.insert(above);
      if (definition_.states[above].kind == State::Kind::parallel)
        add_missing_regions(definition_.states[above]);
    }
  }
};

void raise_done(Run& run, StateIndex s, Value data) {
  run.internal_queue.push_back(
      {"done.state." + run.definition.states[s].id, "platform", "", "", "", std::move(data), {}, false});
}

void enter_final(Run& run, StateIndex s) {
  const State& state = run.definition.states[s];
  if (state.parent == 0) {
    run.running = false;
    return;
  }
  Value data;
  if (state.done_data.given) {
    auto carried = evaluate_payload(run, state.done_data.payload);
    if (carried.ok()) {
      data = std::move(carried).value();
    } else {
      raise_error(run, "error.execution", carried.diagnostics());
    }
  }
  raise_done(run, state.parent, std::move(data));
  const StateIndex grandparent = run.definition.states[state.parent].parent;
  if (grandparent == no_index || run.definition.states[grandparent].kind != State::Kind::parallel) return;
  if (is_in_final_state(run.definition, run.configuration, grandparent)) raise_done(run, grandparent, {});
}

}  // namespace

void enter_states(Run& run, const TransitionList& transitions) {
  const EntrySet entry = Entering(run).compute_entry_set(transitions);
  for (StateIndex s : entry.states) {
    const State& state = run.definition.states[s];
    run.configuration.insert(s);
    want_in_force(run, state.basis, state.place);
    const bool first_entry = run.entered_once.insert(s).second;
    if (run.definition.late_binding && first_entry) initialize_data(run, s, {});
    for (const Block& block : state.on_entry) execute_content(run, block);
    if (entry.for_default_entry.count(s) > 0 && state.initial != no_index) {
      execute_content(run, run.definition.transitions[state.initial].content);
    }
    if (const auto content = entry.default_history_content.find(s);
        content != entry.default_history_content.end()) {
      execute_content(run, run.definition.transitions[content->second].content);
    }
    if (state.kind == State::Kind::final) enter_final(run, s);
  }
}

}  // namespace anjuan::procedure
