// Where transitions lead: loops without events, transitions without a turn, states without a way in.

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "procedure/checks.h"
#include "procedure/descriptors.h"
#include "procedure/messages.h"
#include "procedure/tree.h"

namespace anjuan::procedure {

namespace {

bool is_literally_true(const Code& code) {
  if (!code.given()) return true;
  return code.expression && (code.source == "true" || code.source == "真");
}

/// What the unconditional transitions of a state have taken so far, by descriptor; with their lines.
class Taken {
 public:
  /// The line of a transition that takes every event of this one first.
  std::optional<int> before(const Transition& transition) const {
    if (transition.events.empty()) return eventless_;
    std::optional<int> line;
    for (const std::string& descriptor : transition.events) {
      line = descriptors_.covering(descriptor);
      if (!line) return std::nullopt;
    }
    return line;
  }

  void add(const Transition& transition) {
    if (transition.events.empty() && !eventless_) eventless_ = transition.place.line;
    for (const std::string& descriptor : transition.events)
      descriptors_.add(descriptor, transition.place.line);
  }

 private:
  Descriptors descriptors_;
  std::optional<int> eventless_;
};

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

/// Where an atomic state leads without any event, if it surely leads to one atomic state.
std::optional<StateIndex> led_to(const Definition& definition, StateIndex s) {
  const Transition* taken = surely_taken(definition, s);
  if (taken == nullptr || taken->targets.size() > 1) return std::nullopt;
  return taken->targets.empty() ? s : default_atomic(definition, taken->targets.front());
}

void report_loop(const Checking& checking, const std::vector<StateIndex>& path, StateIndex start) {
  const Definition& definition = checking.definition;
  std::vector<std::string> shown;
  const auto from = std::find(path.begin(), path.end(), start);
  for (auto s = from; s != path.end(); ++s) {
    if (shown.size() < 12) shown.push_back(label_of(definition.states[*s]));
  }
  if (path.end() - from > 12) shown.emplace_back("……");
  shown.push_back(label_of(definition.states[start]));
  const Place place = surely_taken(definition, start)->place;
  checking.found.push_back(diagnose(endless_eventless, place, join(shown, " → ")));
}

/// Follows what is surely taken from each state; a state met twice on one way is a loop that nothing ends.
void check_surely_endless(const Checking& checking) {
  const Definition& definition = checking.definition;
  std::vector<StateIndex> walk(definition.states.size(), no_index);  // in which walk a state was met
  for (StateIndex start = 0; start < definition.states.size(); ++start) {
    if (!is_atomic(definition, start)) continue;
    std::vector<StateIndex> path;
    std::optional<StateIndex> s = start;
    while (s && walk[*s] == no_index) {
      walk[*s] = start;
      path.push_back(*s);
      s = led_to(definition, *s);
    }
    if (s && walk[*s] == start) report_loop(checking, path, *s);
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

class ReachedStates {
 public:
  explicit ReachedStates(const Definition& definition)
      : definition_(definition), reached_(definition.states.size(), false), opened_(reached_) {
    enter(0);
    while (!waiting_.empty()) {
      const StateIndex s = waiting_.back();
      waiting_.pop_back();
      for (TransitionIndex t : definition_.states[s].transitions) {
        for (StateIndex target : definition_.transitions[t].targets) enter_with_ancestors(target);
      }
    }
  }
  bool reached(StateIndex s) const { return reached_[s]; }

 private:
  const Definition& definition_;
  std::vector<bool> reached_;
  std::vector<bool> opened_;         ///< entered by default, with what that brings below
  std::vector<StateIndex> waiting_;  ///< reached, transitions not looked at yet

  void mark(StateIndex s) {
    if (reached_[s]) return;
    reached_[s] = true;
    waiting_.push_back(s);
  }

  void enter_with_ancestors(StateIndex s) {
    enter(s);
    for (StateIndex ancestor : proper_ancestors(definition_, s, no_index)) {
      mark(ancestor);
      if (definition_.states[ancestor].kind != State::Kind::parallel) continue;
      for (StateIndex child : definition_.states[ancestor].children) {
        if (child != s && !is_descendant(definition_, s, child)) enter(child);
      }
    }
  }

  /// With what is entered by default below it.
  void enter(StateIndex s) {
    const State& state = definition_.states[s];
    mark(s);
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
  check_surely_endless(checking);
  for (const State& state : definition.states) {
    for (TransitionIndex t : state.transitions) {
      const Transition& transition = definition.transitions[t];
      if (!repeats_itself(definition, transition) || is_literally_true(transition.condition)) continue;
      checking.found.push_back(
          diagnose(endless_eventless, transition.place, label_of(state) + " → " + label_of(state)));
    }
  }
}

void check_shadowed(const Checking& checking) {
  const Definition& definition = checking.definition;
  for (const State& state : definition.states) {
    Taken taken;
    for (TransitionIndex t : state.transitions) {
      const Transition& transition = definition.transitions[t];
      if (const auto line = taken.before(transition))
        checking.found.push_back(diagnose(transition_shadowed, transition.place, std::to_string(*line)));
      else if (is_literally_true(transition.condition))
        taken.add(transition);
    }
  }
}

void check_reachable(const Checking& checking) {
  const Definition& definition = checking.definition;
  // Where a target is unknown, what it would have reached is not known either.
  for (const Transition& transition : definition.transitions) {
    if (transition.targets.size() != transition.target_ids.size()) return;
  }
  const ReachedStates reach(definition);
  for (StateIndex s = 1; s < definition.states.size(); ++s) {
    const State& state = definition.states[s];
    if (state.kind == State::Kind::history || reach.reached(s)) continue;
    if (definition.find(state.id) != s) continue;  // its id belongs to another state: said already
    if (state.parent != no_index && !reach.reached(state.parent)) continue;  // said once, of the outermost
    checking.found.push_back(diagnose(state_unreachable, state.place, label_of(state)));
  }
}

}  // namespace anjuan::procedure
