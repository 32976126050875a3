// Where transitions lead: loops without events, transitions without a turn, states without a way in.

#include <algorithm>
#include <optional>
#include <set>

#include "base/text.h"
#include "procedure/checks.h"
#include "procedure/cut_off.h"
#include "procedure/descriptors.h"
#include "procedure/messages.h"
#include "procedure/tree.h"

namespace anjuan::procedure {

namespace {

bool is_literally_true(const Code& code) {
  if (!code.given()) return true;
  return code.expression && (code.source == "true" || code.source == "真");
}

/// Names that an action, a form that is filled in, or another chart may give a new value.
std::set<std::string, std::less<>> names_set(const Definition& definition) {
  std::set<std::string, std::less<>> set(definition.loop_names.begin(), definition.loop_names.end());
  const auto add = [&](const Target& target) {
    if (target.location) set.insert(target.location->name);
  };
  for_every_action(definition, [&](const Action& action) {
    if (const auto* assign = std::get_if<Assign>(&action.what)) add(assign->location);
    if (const auto* send = std::get_if<Send>(&action.what)) add(send->id_location);
    if (const auto* loop = std::get_if<ForEach>(&action.what)) set.insert({loop->item, loop->index});
    if (const auto* script = std::get_if<Script>(&action.what)) {
      for (const auto& assignment : script->assignments) set.insert(assignment.location.name);
    }
  });
  for (const Transition& transition : definition.transitions) {
    for (const Input& input : transition.inputs) set.insert(input.name);
  }
  for (const State& state : definition.states) {
    for (const Invoke& invoke : state.invokes) {
      add(invoke.id_location);
      for (const Param& param : invoke.params) set.insert(param.name);
    }
  }
  return set;
}

/// What keeps one value in every run: parameters, and data that nothing sets. A script of a chart that is not
/// typed may set any of them.
Fields unchanging(const Definition& definition) {
  Fields known;
  for (const Parameter& parameter : definition.parameters) known.emplace(parameter.id, parameter.value);
  bool scripts = !definition.load_scripts.empty();
  for_every_action(definition, [&](const Action& action) {
    const auto* script = std::get_if<Script>(&action.what);
    scripts = scripts || (script != nullptr && script->statements);
  });
  if (definition.late_binding || scripts) return known;
  const auto set = names_set(definition);
  for (const DataItem& item : definition.data) {
    if (set.contains(item.id) || !item.initial.expression) continue;
    if (!expression::names_used(*item.initial.expression).empty()) continue;
    const auto value = expression::evaluate(*item.initial.expression, {known});
    if (value.ok()) known.emplace(item.id, *value);
  }
  return known;
}

/// Whether the condition holds in this atomic state, where that is the same in every run; nothing where data
/// decide it, or which other states are active.
std::optional<bool> always(const Definition& definition, StateIndex atomic, const Code& condition, const Fields& known) {
  if (!condition.given()) return true;
  if (!condition.expression) return std::nullopt;
  for (const std::string& name : expression::names_used(*condition.expression)) {
    if (!known.contains(name)) return std::nullopt;
  }
  bool open = false;  // a state was asked for that may be active or not
  const auto in_state = [&](std::string_view id) {
    const auto asked = definition.find(id);
    const bool around = asked && (*asked == atomic || is_descendant(definition, atomic, *asked));
    open = open || !around;
    return around;
  };
  const auto verdict = expression::holds(*condition.expression, {known, in_state});
  return verdict.ok() && !open ? std::optional(*verdict) : std::nullopt;
}

/// Which transition, of those without conditions, takes an event first; and by which of its descriptors.
class Taken {
 public:
  explicit Taken(const Definition& definition) : definition_(definition) {}

  /// What an earlier transition takes before this one could: the message, if that is all that this one listens to.
  std::optional<Diagnostic> before(const Transition& transition) const {
    if (transition.events.empty()) {
      if (eventless_ == nullptr) return std::nullopt;
      return diagnose(shadowed_eventless, transition.place, line_of(*eventless_));
    }
    const Transition* first = nullptr;
    std::optional<Diagnostic> wider;
    for (const std::string& descriptor : transition.events) {
      const auto earlier = descriptors_.covering(descriptor);
      if (!earlier) return std::nullopt;
      const Transition& taking = definition_.transitions[static_cast<TransitionIndex>(*earlier)];
      if (first == nullptr) first = &taking;
      if (!wider) wider = by_wider(transition, taking, descriptor);
    }
    return wider ? *wider : diagnose(transition_shadowed, transition.place, line_of(*first));
  }

  void add(TransitionIndex t) {
    const Transition& transition = definition_.transitions[t];
    if (transition.events.empty() && eventless_ == nullptr) eventless_ = &transition;
    for (const std::string& descriptor : transition.events) descriptors_.add(descriptor, static_cast<int>(t));
  }

 private:
  const Definition& definition_;
  Descriptors descriptors_;
  const Transition* eventless_ = nullptr;

  static std::string line_of(const Transition& transition) { return std::to_string(transition.place.line); }

  /// Where the earlier one listens to more than this event: to "*", or to all that begins with its name.
  static std::optional<Diagnostic> by_wider(const Transition& transition, const Transition& earlier,
                                            const std::string& descriptor) {
    const std::string_view own = bare_descriptor(descriptor);
    const std::string* wider = nullptr;
    for (const std::string& one : earlier.events) {
      if (bare_descriptor(one) == own) return std::nullopt;
      Descriptors alone;
      alone.add(one, 0);
      if (wider == nullptr && alone.covering(descriptor)) wider = &one;
    }
    if (wider == nullptr) return std::nullopt;
    if (*wider == "*") return diagnose(shadowed_by_all, transition.place, line_of(earlier), descriptor);
    return diagnose(shadowed_by_beginning, transition.place, line_of(earlier), *wider, descriptor,
                    bare_descriptor(*wider));
  }
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

/// Follows what is surely taken from each state; a state met twice on one way is a loop that nothing ends.
/// Where data decide, the analysis knows more (engine/analysis).
class SureLoops {
 public:
  explicit SureLoops(const Checking& checking)
      : checking_(checking), definition_(checking.definition), known_(unchanging(definition_)) {}

  void report() {
    std::vector<StateIndex> walk(definition_.states.size(), no_index);  // in which walk a state was met
    for (StateIndex start = 0; start < definition_.states.size(); ++start) {
      if (!is_atomic(definition_, start)) continue;
      std::vector<StateIndex> path;
      std::optional<StateIndex> s = start;
      while (s && walk[*s] == no_index) {
        walk[*s] = start;
        path.push_back(*s);
        s = led_to(*s);
      }
      if (s && walk[*s] == start) report_loop(path, *s);
    }
  }

 private:
  const Checking& checking_;
  const Definition& definition_;
  const Fields known_;

  /// The eventless transition that is surely taken in this atomic state, if there is one.
  const Transition* surely_taken(StateIndex atomic) const {
    for (StateIndex s = atomic; s != no_index; s = definition_.states[s].parent) {
      for (TransitionIndex t : definition_.states[s].transitions) {
        const Transition& transition = definition_.transitions[t];
        if (!transition.events.empty()) continue;
        if (transition.targets.size() < transition.target_ids.size()) return nullptr;  // reported already
        const std::optional<bool> taken = always(definition_, atomic, transition.condition, known_);
        if (!taken) return nullptr;
        if (*taken) return &transition;
      }
    }
    return nullptr;
  }

  /// Where an atomic state leads without any event, if it surely leads to one atomic state.
  std::optional<StateIndex> led_to(StateIndex s) const {
    const Transition* taken = surely_taken(s);
    if (taken == nullptr || taken->targets.size() > 1) return std::nullopt;
    return taken->targets.empty() ? s : default_atomic(definition_, taken->targets.front());
  }

  void report_loop(const std::vector<StateIndex>& path, StateIndex start) const {
    std::vector<std::string> zh, en;
    const auto show = [&](const Wording& name) {
      zh.push_back(name.zh);
      en.push_back(name.en);
    };
    const auto from = std::find(path.begin(), path.end(), start);
    for (auto s = from; s != path.end() && s - from < 12; ++s) show(name_in_file(definition_.states[*s]));
    if (path.end() - from > 12) show("……");
    show(name_in_file(definition_.states[start]));
    checking_.found.push_back(diagnose(endless_eventless, surely_taken(start)->place,
                                       Wording(join(zh, " → "), join(en, " → "))));
  }
};

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
  StateSet all() const {
    StateSet out;
    for (StateIndex s = 0; s < reached_.size(); ++s) {
      if (reached_[s]) out.insert(s);
    }
    return out;
  }

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
    // Where it is unsure what a state begins with, any of it may be meant.
    if (state.kind == State::Kind::parallel || definition_.unsure_starts.contains(s)) {
      for (StateIndex child : state.children) enter(child);
    }
    if (state.initial == no_index) return;
    for (StateIndex target : definition_.transitions[state.initial].targets) enter_with_ancestors(target);
  }
};

}  // namespace

void check_endless(const Checking& checking) { SureLoops(checking).report(); }

void check_shadowed(const Checking& checking) {
  const Definition& definition = checking.definition;
  for (const State& state : definition.states) {
    Taken taken(definition);
    for (TransitionIndex t : state.transitions) {
      const Transition& transition = definition.transitions[t];
      if (auto told = taken.before(transition))
        checking.found.push_back(std::move(*told));
      else if (is_literally_true(transition.condition))
        taken.add(t);
    }
  }
}

void check_reachable(const Checking& checking) {
  const Definition& definition = checking.definition;
  // Where a target is unknown, what it would have reached is not known either.
  for (const Transition& transition : definition.transitions) {
    if (transition.targets.size() != transition.target_ids.size()) return;
  }
  for (const CutOff& cut : cut_off(definition, ReachedStates(definition).all())) {
    const State& state = definition.states[cut.first];
    if (definition.find(state.id) != cut.first) continue;  // its id belongs to another state: said already
    checking.found.push_back(
        diagnose(state_unreachable, state.place, name_in_file(state), beyond_in_words(definition, cut)));
  }
}

}  // namespace anjuan::procedure
