// Finds the states that targets name, and holds them to SCXML's rules.

#include <algorithm>

#include "base/text.h"
#include "procedure/loading.h"
#include "procedure/messages.h"
#include "procedure/tree.h"

namespace anjuan::procedure {

namespace {

std::vector<std::string> named_ids(const Definition& definition) {
  std::vector<std::string> ids;
  for (const State& state : definition.states) {
    if (state.named) ids.push_back(state.id);
  }
  return ids;
}

void report_unknown(Loading& loading, const Transition& transition, const std::string& id) {
  const std::vector<std::string> ids = named_ids(loading.definition);
  if (const auto near = nearest(id, ids)) {
    const State& state = loading.definition.states[*loading.definition.find(*near)];
    loading.report(diagnose(target_unknown_near, transition.target_place, id, *near, label_of(state)));
  } else {
    loading.report(diagnose(target_unknown, transition.target_place, id, join(ids, "、")));
  }
}

/// Two targets can be active together if they are related, or meet in a parallel.
bool can_be_together(const Definition& definition, StateIndex a, StateIndex b) {
  if (a == b || is_descendant(definition, a, b) || is_descendant(definition, b, a)) return true;
  for (StateIndex ancestor : proper_ancestors(definition, a, no_index)) {
    if (!is_descendant(definition, b, ancestor)) continue;
    return definition.states[ancestor].kind == State::Kind::parallel;
  }
  return false;
}

void check_together(Loading& loading, const Transition& transition) {
  for (std::size_t i = 0; i < transition.targets.size(); ++i) {
    for (std::size_t k = i + 1; k < transition.targets.size(); ++k) {
      const StateIndex a = transition.targets[i], b = transition.targets[k];
      if (can_be_together(loading.definition, a, b)) continue;
      loading.report(diagnose(targets_clash, transition.target_place, loading.definition.states[a].id,
                              loading.definition.states[b].id));
    }
  }
}

void check_inside(Loading& loading, const Transition& transition, StateIndex owner, bool history) {
  const Definition& definition = loading.definition;
  for (StateIndex target : transition.targets) {
    const State& inner = definition.states[target];
    // A history that leads to a history beside it, or to itself, says nothing.
    const bool beside = history && inner.kind == State::Kind::history && inner.parent == owner;
    if (beside) loading.report(diagnose(history_transition_wrong, transition.target_place, inner.id));
    if (is_descendant(definition, target, owner)) continue;
    const Place place = transition.target_place;
    loading.report(
        diagnose(initial_outside, place, definition.states[target].id, label_of(definition.states[owner])));
  }
}

}  // namespace

void resolve_targets(Loading& loading) {
  Definition& definition = loading.definition;
  for (Transition& transition : definition.transitions) {
    transition.targets.clear();
    for (const std::string& id : transition.target_ids) {
      if (const auto found = definition.find(id)) {
        transition.targets.push_back(*found);
      } else {
        report_unknown(loading, transition, id);
      }
    }
    check_together(loading, transition);
  }
  for (const State& state : definition.states) {
    if (state.initial == no_index) continue;
    const bool history = state.kind == State::Kind::history;
    const StateIndex owner = history ? state.parent : definition.transitions[state.initial].source;
    check_inside(loading, definition.transitions[state.initial], owner, history);
  }
}

}  // namespace anjuan::procedure
