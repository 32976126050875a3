// Where transitions lead: loops without events, transitions without a turn, states without a way in.

#include <algorithm>

#include "base/text.h"
#include "procedure/checks.h"
#include "procedure/messages.h"
#include "procedure/tree.h"

namespace anjuan::procedure {

namespace {

bool is_literally_true(const Code& code) {
  if (!code.given()) return true;
  return code.expression && (code.source == "true" || code.source == "真");
}

/// Whether a descriptor of `first` matches every event that `second` matches.
bool covers(const Transition& first, const Transition& second) {
  if (first.events.empty() != second.events.empty()) return false;
  return std::all_of(second.events.begin(), second.events.end(), [&](std::string_view descriptor) {
    if (descriptor == "*")
      return std::find(first.events.begin(), first.events.end(), "*") != first.events.end();
    if (descriptor.ends_with(".*"))
      descriptor.remove_suffix(2);
    else if (descriptor.ends_with('.'))
      descriptor.remove_suffix(1);
    return matches(first.events, descriptor);
  });
}

/// The single atomic state reached by default from a target; nothing where regions or history decide.
std::optional<StateIndex> default_atomic(const Definition& definition, StateIndex s) {
  for (std::size_t hops = 0; hops <= definition.states.size(); ++hops) {
    if (is_atomic(definition, s)) return s;
    if (!is_compound(definition, s) || definition.states[s].initial == no_index) return std::nullopt;
    const Transition& initial = definition.transitions[definition.states[s].initial];
    if (initial.targets.size() != 1) return std::nullopt;
    s = initial.targets.front();
  }
  return std::nullopt;
}

/// The eventless transition that is surely taken in this atomic state, if there is one.
const Transition* surely_taken(const Definition& definition, StateIndex atomic) {
  for (StateIndex s = atomic; s != no_index; s = definition.states[s].parent) {
    for (TransitionIndex t : definition.states[s].transitions) {
      const Transition& transition = definition.transitions[t];
      if (!transition.events.empty()) continue;
      if (transition.targets.size() < transition.target_ids.size()) return nullptr;  // reported already
      return is_literally_true(transition.condition) ? &transition : nullptr;
    }
  }
  return nullptr;
}

/// Follows what is surely taken; a state met twice is a loop that nothing ends.
void follow(const Checking& checking, StateIndex start, std::vector<bool>& reported) {
  const Definition& definition = checking.definition;
  std::vector<StateIndex> path;
  std::string shown;
  for (std::optional<StateIndex> s = start; s;) {
    if (std::find(path.begin(), path.end(), *s) != path.end()) {
      if (*s != start || reported[start]) return;
      for (StateIndex on_path : path) reported[on_path] = true;
      const Transition* first = surely_taken(definition, start);
      checking.found.push_back(
          diagnose(endless_eventless, first->place, shown + label_of(definition.states[start])));
      return;
    }
    path.push_back(*s);
    shown += label_of(definition.states[*s]) + " → ";
    const Transition* taken = surely_taken(definition, *s);
    if (taken == nullptr || taken->targets.size() > 1) return;
    if (!taken->targets.empty()) s = default_atomic(definition, taken->targets.front());
  }
}

/// A conditional eventless transition that changes nothing: once its condition holds, it always does.
bool repeats_itself(const Definition& definition, const Transition& transition) {
  if (!transition.events.empty() || !transition.content.empty()) return false;
  if (transition.targets.empty()) return true;
  const State& source = definition.states[transition.source];
  return transition.targets.size() == 1 && transition.targets.front() == transition.source &&
         source.on_entry.empty() && source.on_exit.empty() && source.children.empty();
}

class Reach {
 public:
  explicit Reach(const Definition& definition)
      : definition_(definition), reached_(definition.states.size(), false), opened_(reached_) {
    enter(0);
    for (bool more = true; more;) more = widen();
  }
  bool reached(StateIndex s) const { return reached_[s]; }

 private:
  const Definition& definition_;
  std::vector<bool> reached_;
  std::vector<bool> opened_;  ///< entered by default, with what that brings below

  bool widen() {
    const auto count = [&] {
      return std::count(reached_.begin(), reached_.end(), true) +
             std::count(opened_.begin(), opened_.end(), true);
    };
    const auto before = count();
    for (const State& state : definition_.states) {
      for (TransitionIndex t : state.transitions) {
        const Transition& transition = definition_.transitions[t];
        if (!reached_[transition.source]) continue;
        for (StateIndex target : transition.targets) enter_with_ancestors(target);
      }
    }
    return count() != before;
  }

  void enter_with_ancestors(StateIndex s) {
    enter(s);
    for (StateIndex ancestor : proper_ancestors(definition_, s, no_index)) {
      reached_[ancestor] = true;
      if (definition_.states[ancestor].kind != State::Kind::parallel) continue;
      for (StateIndex child : definition_.states[ancestor].children) {
        if (child != s && !is_descendant(definition_, s, child)) enter(child);
      }
    }
  }

  /// With what is entered by default below it.
  void enter(StateIndex s) {
    const State& state = definition_.states[s];
    reached_[s] = true;
    if (opened_[s]) return;
    opened_[s] = true;
    if (state.kind == State::Kind::parallel) {
      for (StateIndex child : state.children) enter(child);
    }
    if (state.initial == no_index) return;
    for (StateIndex target : definition_.transitions[state.initial].targets) enter_with_ancestors(target);
  }
};

}  // namespace

void check_endless(const Checking& checking) {
  const Definition& definition = checking.definition;
  std::vector<bool> reported(definition.states.size(), false);
  for (StateIndex s = 0; s < definition.states.size(); ++s) {
    if (is_atomic(definition, s)) follow(checking, s, reported);
  }
  for (const Transition& transition : definition.transitions) {
    const State& source = definition.states[transition.source];
    const bool of_state =
        std::find_if(source.transitions.begin(), source.transitions.end(), [&](TransitionIndex t) {
          return &definition.transitions[t] == &transition;
        }) != source.transitions.end();
    if (!of_state || !repeats_itself(definition, transition) || is_literally_true(transition.condition))
      continue;
    checking.found.push_back(
        diagnose(endless_eventless, transition.place, label_of(source) + " → " + label_of(source)));
  }
}

void check_shadowed(const Checking& checking) {
  const Definition& definition = checking.definition;
  for (const State& state : definition.states) {
    for (std::size_t later = 1; later < state.transitions.size(); ++later) {
      const Transition& second = definition.transitions[state.transitions[later]];
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        const Transition& first = definition.transitions[state.transitions[earlier]];
        if (!is_literally_true(first.condition) || !covers(first, second)) continue;
        checking.found.push_back(
            diagnose(transition_shadowed, second.place, std::to_string(first.place.line)));
        break;
      }
    }
  }
}

void check_reachable(const Checking& checking) {
  const Definition& definition = checking.definition;
  // Where a target is unknown, what it would have reached is not known either.
  for (const Transition& transition : definition.transitions) {
    if (transition.targets.size() != transition.target_ids.size()) return;
  }
  const Reach reach(definition);
  for (StateIndex s = 1; s < definition.states.size(); ++s) {
    const State& state = definition.states[s];
    if (state.kind == State::Kind::history || reach.reached(s)) continue;
    if (definition.find(state.id) != s) continue;  // its id belongs to another state: said already
    if (state.parent != no_index && !reach.reached(state.parent)) continue;  // said once, of the outermost
    checking.found.push_back(diagnose(state_unreachable, state.place, label_of(state)));
  }
}

}  // namespace anjuan::procedure
