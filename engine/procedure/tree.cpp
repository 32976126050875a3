// The state tree.

#include "procedure/tree.h"

#include <algorithm>

namespace anjuan::procedure {

bool is_atomic(const Definition& definition, StateIndex s) {
  const State& state = definition.states[s];
  return state.kind == State::Kind::final || (state.kind == State::Kind::state && state.children.empty());
}

bool is_compound(const Definition& definition, StateIndex s) {
  const State& state = definition.states[s];
  return state.kind == State::Kind::root || (state.kind == State::Kind::state && !state.children.empty());
}

bool is_descendant(const Definition& definition, StateIndex state, StateIndex ancestor) {
  return ancestor < state && state < definition.states[ancestor].end;
}

std::vector<StateIndex> proper_ancestors(const Definition& definition, StateIndex state, StateIndex up_to) {
  std::vector<StateIndex> ancestors;
  for (StateIndex s = definition.states[state].parent; s != no_index && s != up_to;
       s = definition.states[s].parent) {
    ancestors.push_back(s);
  }
  return ancestors;
}

bool is_in_final_state(const Definition& definition, const StateSet& configuration, StateIndex s) {
  const State& state = definition.states[s];
  const auto ended = [&](StateIndex child) {
    return definition.states[child].kind == State::Kind::final && configuration.contains(child);
  };
  if (is_compound(definition, s)) return std::any_of(state.children.begin(), state.children.end(), ended);
  if (state.kind != State::Kind::parallel) return false;
  return std::all_of(state.children.begin(), state.children.end(),
                     [&](StateIndex child) { return is_in_final_state(definition, configuration, child); });
}

bool matches(const std::vector<std::string>& descriptors, std::string_view event) {
  return std::any_of(descriptors.begin(), descriptors.end(), [&](std::string_view descriptor) {
    if (descriptor == "*") return true;
    if (descriptor.ends_with(".*"))
      descriptor.remove_suffix(2);
    else if (descriptor.ends_with('.'))
      descriptor.remove_suffix(1);
    return event.starts_with(descriptor) &&
           (event.size() == descriptor.size() || event[descriptor.size()] == '.');
  });
}

}  // namespace anjuan::procedure
