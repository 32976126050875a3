// Where a case stands, in terms of another definition.

#include <algorithm>

#include "base/text.h"
#include "procedure/messages.h"
#include "procedure/migrating.h"
#include "procedure/tree.h"

namespace anjuan::procedure {

namespace {

Place whole_file(const Definition& definition) { return {definition.file, 0, 0, ""}; }

/// The state of the new definition that is most likely meant: of the same label, else of the nearest id.
std::string likely_state(const Definition& to, const State& old) {
  std::vector<std::string> ids;
  for (const State& state : to.states) {
    if (state.kind == State::Kind::root || state.kind == State::Kind::history) continue;
    if (!old.label.empty() && state.label == old.label) return state.id;
    ids.push_back(state.id);
  }
  return nearest(old.id, ids).value_or("…");
}

/// The same state in the new definition: same id; one without a name of its own also by its label.
std::optional<StateIndex> counterpart(const Definition& to, const State& old) {
  const auto found = to.find(old.id);
  if (!found) return std::nullopt;
  const State& state = to.states[*found];
  if (!old.named && (state.named || state.label != old.label)) return std::nullopt;
  return found;
}

/// Where a state of the old definition goes; nothing (and no reason) where the mapping drops it.
std::vector<StateIndex> destinations(const Migrating& migrating, const State& old, bool& found) {
  found = true;
  const auto mapped = migrating.request.renaming.states.find(old.id);
  std::vector<StateIndex> out;
  if (mapped == migrating.request.renaming.states.end()) {
    const auto same = counterpart(migrating.to(), old);
    found = same.has_value();
    if (same) out.push_back(*same);
    return out;
  }
  for (const std::string& id : mapped->second) {
    const auto state = migrating.to().find(id);
    if (state) out.push_back(*state);  // an unknown name has been reported with the mapping
  }
  return out;
}

StateIndex first_step(const Definition& definition, StateIndex s) {
  while (!definition.states[s].children.empty()) s = definition.states[s].children.front();
  return s;
}

std::string labels_of(const Definition& definition, const std::vector<StateIndex>& states) {
  std::vector<std::string> labels;
  for (StateIndex s : states) labels.push_back(label_of(definition.states[s]));
  return join(labels, "、");
}

/// Whether the case may rest in the state it is mapped to.
bool may_rest(Migrating& migrating, const State& old, StateIndex s) {
  const Definition& to = migrating.to();
  const State& state = to.states[s];
  if (state.kind == State::Kind::history || state.kind == State::Kind::root) {
    migrating.reasons.push_back(
        diagnose(migrate_state_gone, whole_file(to), label_of(old), old.id, likely_state(to, old)));
    return false;
  }
  if (!is_atomic(to, s)) {
    migrating.reasons.push_back(diagnose(migrate_state_divided, state.place, label_of(old),
                                         labels_of(to, state.children), old.id,
                                         to.states[first_step(to, s)].id));
    return false;
  }
  if (state.kind == State::Kind::final && (old.kind != State::Kind::final || state.parent == 0)) {
    migrating.reasons.push_back(diagnose(migrate_into_end, state.place, label_of(old), label_of(state)));
    return false;
  }
  return true;
}

std::vector<StateIndex> with_ancestors(const Definition& definition, const std::vector<StateIndex>& states) {
  std::set<StateIndex> all(states.begin(), states.end());
  for (StateIndex s : states) {
    for (StateIndex above : proper_ancestors(definition, s, 0)) all.insert(above);
  }
  return {all.begin(), all.end()};
}

/// A configuration has one child of each active compound state and all children of a parallel.
void check_legal(Migrating& migrating, const std::vector<StateIndex>& resting) {
  const Definition& to = migrating.to();
  const auto is_active = [&](StateIndex s) {
    return std::binary_search(migrating.active.begin(), migrating.active.end(), s);
  };
  std::vector<StateIndex> around = migrating.active;
  around.insert(around.begin(), 0);
  for (StateIndex s : around) {
    const State& state = to.states[s];
    std::vector<StateIndex> active;
    std::copy_if(state.children.begin(), state.children.end(), std::back_inserter(active), is_active);
    if (state.kind == State::Kind::parallel) {
      for (StateIndex region : state.children) {
        if (is_active(region)) continue;
        const StateIndex beside = *std::find_if(resting.begin(), resting.end(), [&](StateIndex r) {
          return is_descendant(to, r, s);
        });
        migrating.reasons.push_back(diagnose(migrate_region_empty, to.states[region].place, label_of(state),
                                             label_of(to.states[region]), to.states[beside].id,
                                             to.states[first_step(to, region)].id));
      }
    } else if (active.size() > 1) {
      migrating.reasons.push_back(diagnose(migrate_states_apart, state.place, labels_of(to, active)));
    }
  }
}

/// Whether the old procedure has the same way out of one of the active states: then it is no news.
bool known_before(const Migrating& migrating, const Transition& transition) {
  for (const std::string& id : migrating.request.standing.active) {
    const auto s = migrating.from().find(id);
    if (!s) continue;
    for (TransitionIndex t : migrating.from().states[*s].transitions) {
      const Transition& old = migrating.from().transitions[t];
      if (old.events.empty() && old.condition.source == transition.condition.source) return true;
    }
  }
  return false;
}

/// An automatic transition that is open where the case would come to rest.
void check_rest(Migrating& migrating) {
  const Definition& to = migrating.to();
  const Fields names = names_at_rest(to, migrating.request, migrating.out.after.data);
  for (StateIndex s : migrating.active) {
    for (TransitionIndex t : to.states[s].transitions) {
      const Transition& transition = to.transitions[t];
      if (!transition.events.empty() || transition.targets.empty() || known_before(migrating, transition)) continue;
      bool open = !transition.condition.given();
      if (!open) {
        const auto value = evaluate_at_rest(transition.condition, names, migrating.request, migrating.out.after.active);
        if (!value.ok()) {
          migrating.reasons.insert(migrating.reasons.end(), value.diagnostics().begin(), value.diagnostics().end());
          continue;
        }
        open = value->is(Value::Kind::boolean) && value->boolean();
      }
      if (!open) continue;
      const std::string how = transition.condition.given() ? transition.condition.source : transition.label;
      migrating.reasons.push_back(diagnose(migrate_leaves_at_once, transition.place, label_of(to.states[s]), how,
                                           to.states[s].id, to.states[transition.targets.front()].id));
    }
  }
}

/// What a history keeps, in the new definition; nothing where one of its states has no place there.
std::optional<std::vector<std::string>> kept_states(const Migrating& migrating, const State& history,
                                                    const std::vector<std::string>& stored, std::string& lost) {
  const Definition& to = migrating.to();
  std::vector<StateIndex> states;
  for (const std::string& id : stored) {
    const auto old = migrating.from().find(id);
    if (!old) continue;
    bool found = false;
    for (StateIndex s : destinations(migrating, migrating.from().states[*old], found)) {
      const bool fits = history.deep ? is_atomic(to, s) && is_descendant(to, s, history.parent)
                                     : to.states[s].parent == history.parent;
      found = found && fits;
      states.push_back(s);
    }
    if (found) continue;
    lost = id;
    return std::nullopt;
  }
  std::sort(states.begin(), states.end());
  std::vector<std::string> ids;
  for (StateIndex s : states) ids.push_back(to.states[s].id);
  return ids;
}

/// The states that count as entered before: under their new names, and with those in which the case now is. Data
/// bound late are not given their first values again there.
std::vector<std::string> entered_before(const Migrating& migrating) {
  std::vector<std::string> entered;
  const auto add = [&](const std::string& id) {
    const bool known = std::find(entered.begin(), entered.end(), id) != entered.end();
    if (!known && migrating.to().find(id)) entered.push_back(id);
  };
  const auto& names = migrating.request.renaming.states;
  for (const std::string& id : migrating.request.standing.entered_once) {
    const auto renamed = names.find(id);
    for (const std::string& now : renamed == names.end() ? std::vector<std::string>{id} : renamed->second) add(now);
  }
  for (const std::string& id : migrating.out.after.active) add(id);
  return entered;
}

}  // namespace

void move_states(Migrating& migrating) {
  const Standing& before = migrating.request.standing;
  std::vector<StateIndex> resting;
  for (const std::string& id : before.active) {
    const auto s = migrating.from().find(id);
    if (!s || !is_atomic(migrating.from(), *s)) continue;
    const State& old = migrating.from().states[*s];
    bool found = false;
    const std::vector<StateIndex> there = destinations(migrating, old, found);
    if (!found) {
      migrating.reasons.push_back(diagnose(migrate_state_gone, old.place, label_of(old), old.id,
                                           likely_state(migrating.to(), old)));
    }
    for (StateIndex destination : there) {
      if (may_rest(migrating, old, destination)) resting.push_back(destination);
    }
  }
  if (!migrating.reasons.empty()) return;
  std::sort(resting.begin(), resting.end());
  resting.erase(std::unique(resting.begin(), resting.end()), resting.end());
  if (resting.empty()) {
    const State& old = migrating.from().states[*migrating.from().find(before.active.back())];
    migrating.reasons.push_back(
        diagnose(migrate_state_gone, old.place, label_of(old), old.id, likely_state(migrating.to(), old)));
    return;
  }
  migrating.active = with_ancestors(migrating.to(), resting);
  check_legal(migrating, resting);
  migrating.out.after.active.clear();
  for (StateIndex s : migrating.active) migrating.out.after.active.push_back(migrating.to().states[s].id);
  migrating.out.after.entered_once = entered_before(migrating);
  if (migrating.reasons.empty()) check_rest(migrating);
}

void move_history(Migrating& migrating) {
  const Definition& to = migrating.to();
  migrating.out.after.history.clear();
  if (migrating.active.empty()) return;  // where the case stands is not known yet
  for (const auto& [id, stored] : migrating.request.standing.history) {
    const auto mapped = migrating.request.renaming.states.find(id);
    const std::string name = mapped == migrating.request.renaming.states.end() || mapped->second.size() != 1
                                 ? id : mapped->second.front();
    const auto h = to.find(name);
    if (!h || to.states[*h].kind != State::Kind::history) continue;  // nothing returns there any more
    std::string lost;
    auto kept = kept_states(migrating, to.states[*h], stored, lost);
    if (kept) {
      migrating.out.after.history[name] = std::move(*kept);
      continue;
    }
    // Inside the state that the history belongs to, it is written anew when the case leaves it.
    const StateIndex parent = to.states[*h].parent;
    if (std::binary_search(migrating.active.begin(), migrating.active.end(), parent)) continue;
    const State& old = migrating.from().states[*migrating.from().find(lost)];
    migrating.reasons.push_back(
        diagnose(migrate_history_lost, old.place, label_of(old), old.id, likely_state(to, old)));
  }
}

}  // namespace anjuan::procedure
