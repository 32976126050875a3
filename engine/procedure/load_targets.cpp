// Finds the states that targets name, and holds them to SCXML's rules.

#include <algorithm>
#include <set>

#include "base/text.h"
#include "procedure/loading.h"
#include "procedure/messages.h"
#include "procedure/tree.h"

namespace anjuan::procedure {

namespace {

std::vector<std::string> named_ids(const Definition& definition) {
  std::vector<std::string> ids;
  for (StateIndex s = 0; s < definition.states.size(); ++s) {
    const State& state = definition.states[s];
    if (state.named && definition.find(state.id) == s) ids.push_back(state.id);  // an id that stands twice, once
  }
  return ids;
}

/// “编号”（名称), where it has a name of its own.
Wording id_and_label(const State& state) {
  if (state.label.empty() || state.label == state.id) return "“" + state.id + "”";
  return {"“" + state.id + "”（" + state.label + "）", "“" + state.id + "” (" + state.label + ")"};
}

/// The state that was meant: of where a state begins, rather one that lies inside it.
std::optional<std::string> nearest_state(const Definition& definition, const std::string& id,
                                         const std::vector<std::string>& ids, StateIndex inside) {
  std::vector<std::string> within;
  for (const std::string& one : ids) {
    if (is_descendant(definition, *definition.find(one), inside)) within.push_back(one);
  }
  const auto near = nearest(id, within);
  return near ? near : nearest(id, ids);
}

/// Whether it says where a state begins.
bool begins(const Definition& definition, const Transition& transition) {
  const State& source = definition.states[transition.source];
  return source.kind != State::Kind::history && source.initial != no_index &&
         &definition.transitions[source.initial] == &transition;
}

/// The one state that is named and that nothing leads to, if there is one: its id may have been changed.
std::optional<StateIndex> unled(const Definition& definition) {
  StateSet led_to;  // with what lies around
  for (const Transition& transition : definition.transitions) {
    for (const std::string& id : transition.target_ids) {
      for (StateIndex s = definition.find(id).value_or(0); s != 0 && led_to.insert(s);) s = definition.states[s].parent;
    }
  }
  std::optional<StateIndex> only;
  for (StateIndex s = 1; s < definition.states.size(); ++s) {
    const State& state = definition.states[s];
    const bool entered_with_all = definition.states[state.parent].kind == State::Kind::parallel;
    if (!state.named || entered_with_all || led_to.contains(s) || state.kind == State::Kind::history) continue;
    if (only) return std::nullopt;
    only = s;
  }
  return only;
}

/// The id of the state that people call so.
std::optional<std::string> labelled(const Definition& definition, const std::string& label) {
  const auto found = std::find_if(definition.states.begin(), definition.states.end(),
                                  [&](const State& state) { return state.named && state.label == label; });
  return found == definition.states.end() ? std::nullopt : std::optional(found->id);
}

/// One id that was written with spaces inside.
void join_divided(const Definition& definition, std::vector<std::string>& ids) {
  const bool unknown = std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return !definition.find(id); });
  if (ids.size() > 1 && unknown && definition.find(join(ids, ""))) ids = {join(ids, " ")};
}

/// An unknown target, with the state that was meant, if one is near: then that one is taken, so that
/// what follows does not complain about the same slip.
std::optional<StateIndex> report_unknown(Loading& loading, const Transition& transition,
                                         const std::string& id, const std::vector<std::string>& ids) {
  const bool start = begins(loading.definition, transition);
  auto near = labelled(loading.definition, id);
  if (!near) near = nearest_state(loading.definition, id, ids, start ? transition.source : 0);
  if (near) {
    const StateIndex meant = *loading.definition.find(*near);
    const State& state = loading.definition.states[meant];
    loading.report(diagnose(start ? start_unknown_near : target_unknown_near, transition.target_place, id,
                            id_and_label(state)));
    return meant;
  }
  Wording known = some_of(ids);
  if (const auto only = unled(loading.definition)) {
    const Wording name = name_in_file(loading.definition.states[*only]);
    const std::string& its_id = loading.definition.states[*only].id;
    known.zh += "。其中只有“" + its_id + "”（" + name.zh + "）没有流转通往它：改了它的编号的，这里也要改";
    known.en += ". Of these only “" + its_id + "” (" + name.en + ") has no transition to it: if it was renamed, rename it here too";
  }
  loading.report(diagnose(start ? start_unknown : target_unknown, transition.target_place, id, known));
  return std::nullopt;
}

/// The innermost state that holds both.
StateIndex common_ancestor(const Definition& definition, StateIndex a, StateIndex b) {
  while (a != b && a != 0 && b != 0) {
    StateIndex& inner = a > b ? a : b;  // a later one is never the ancestor of an earlier one
    inner = definition.states[inner].parent;
  }
  return a == b ? a : 0;
}

/// Two targets can be active together if they are related, or meet in a parallel. In document order it is
/// enough to look at neighbours: of any two targets the common ancestor is that of two neighbours between.
void check_together(Loading& loading, const Transition& transition) {
  const Definition& definition = loading.definition;
  std::vector<StateIndex> targets = transition.targets;
  std::sort(targets.begin(), targets.end());
  for (std::size_t i = 1; i < targets.size(); ++i) {
    const StateIndex a = targets[i - 1], b = targets[i], meet = common_ancestor(definition, a, b);
    if (a == b) {
      loading.remark(diagnose(target_twice, transition.target_place, definition.states[a].id));
    } else if (meet != a && definition.states[meet].kind != State::Kind::parallel) {
      loading.report(
          diagnose(targets_clash, transition.target_place, definition.states[a].id, definition.states[b].id));
      return;
    }
  }
}

/// From one region of a parallel into another: legal, and seldom meant.
void check_regions(Loading& loading, const Transition& transition) {
  const Definition& definition = loading.definition;
  for (const StateIndex target : transition.targets) {
    const StateIndex meet = common_ancestor(definition, transition.source, target);
    if (meet == transition.source || meet == target) continue;
    if (definition.states[meet].kind != State::Kind::parallel) continue;
    loading.remark(diagnose(into_another_region, transition.target_place, name_in_file(definition.states[meet])));
    return;
  }
}

/// What a state begins with lies inside it.
void check_inside(Loading& loading, const Transition& initial, StateIndex owner) {
  const Definition& definition = loading.definition;
  for (StateIndex target : initial.targets) {
    // Of an id that stands twice the other one may lie inside: that it stands twice is said already.
    const std::string& id = definition.states[target].id;
    const auto from = definition.states.begin() + static_cast<std::ptrdiff_t>(owner), to = definition.states.begin() + static_cast<std::ptrdiff_t>(definition.states[owner].end);
    if (std::any_of(from + 1, to, [&](const State& inside) { return inside.id == id; })) continue;
    loading.report(diagnose(initial_outside, initial.target_place, definition.states[target].id,
                            name_in_file(definition.states[owner])));
    loading.definition.unsure_starts.insert(owner);
  }
}

/// What a history leads to where there is none yet lies beside it, and is no history again.
void check_default(Loading& loading, const Transition& transition, const State& history) {
  const Definition& definition = loading.definition;
  for (StateIndex target : transition.targets) {
    const State& inner = definition.states[target];
    if (inner.kind == State::Kind::history && inner.parent == history.parent) {
      loading.report(
          diagnose(history_to_history, transition.target_place, name_in_file(history), name_in_file(inner)));
    } else if (!is_descendant(definition, target, history.parent)) {
      loading.report(diagnose(history_outside, transition.target_place, name_in_file(history), inner.id,
                              name_in_file(definition.states[history.parent])));
    }
  }
}

}  // namespace

void resolve_targets(Loading& loading) {
  Definition& definition = loading.definition;
  const std::vector<std::string> ids = named_ids(definition);
  std::set<const Transition*> guessed;  // with a target that is only presumed: nothing more is said of where it leads
  for (Transition& transition : definition.transitions) {
    transition.targets.clear();
    join_divided(definition, transition.target_ids);
    for (const std::string& id : transition.target_ids) {
      auto found = definition.find(id);
      if (!found) guessed.insert(&transition);
      if (!found && !loading.full()) found = report_unknown(loading, transition, id, ids);
      if (found) transition.targets.push_back(*found);
    }
    if (guessed.contains(&transition)) continue;
    check_together(loading, transition);
    check_regions(loading, transition);
  }
  for (const State& state : definition.states) {
    if (state.initial == no_index) continue;
    const Transition& initial = definition.transitions[state.initial];
    if (guessed.contains(&initial)) continue;
    if (state.kind == State::Kind::history)
      check_default(loading, initial, state);
    else
      check_inside(loading, initial, initial.source);
  }
}

}  // namespace anjuan::procedure
