// aj:assert: what must hold in every run, shown over the chart itself. Conditions are not looked at,
// so what is proved holds whatever people decide; what is refused names a way that goes round.

#include <algorithm>

#include "base/text.h"
#include "procedure/checks.h"
#include "procedure/messages.h"
#include "procedure/tree.h"

namespace anjuan::procedure {

namespace {

/// The states that can be entered while some states never are, and how each is come by.
class Ways {
 public:
  Ways(const Definition& definition, StateSet shut)
      : definition_(definition), shut_(std::move(shut)), from_(definition.states.size(), no_index), seen_(definition.states.size(), false) {
    enter(0, no_index);
    while (!waiting_.empty()) {
      const StateIndex s = waiting_.front();
      waiting_.erase(waiting_.begin());
      for (TransitionIndex t : definition_.states[s].transitions) {
        for (StateIndex target : definition_.transitions[t].targets) arrive(target, s);
      }
    }
  }

  bool leads_to(StateIndex s) const { return seen_[s]; }

  /// "待回访 → 待答复 → 已办结", the states that people know by name.
  std::string shown(StateIndex s) const {
    std::vector<std::string> path;
    for (std::size_t hops = 0; s != no_index && hops < definition_.states.size(); s = from_[s], ++hops) {
      if (definition_.states[s].named && (path.empty() || path.back() != label_of(definition_.states[s]))) path.push_back(label_of(definition_.states[s]));
    }
    std::reverse(path.begin(), path.end());
    return join(path, " → ");
  }

 private:
  bool is_shut(StateIndex s) const {
    return std::any_of(shut_.begin(), shut_.end(), [&](StateIndex closed) { return s == closed || is_descendant(definition_, s, closed); });
  }

  /// A target with the states around it, the outermost first, and the other regions of a parallel.
  void arrive(StateIndex target, StateIndex from) {
    if (is_shut(target)) return;
    std::vector<StateIndex> around = proper_ancestors(definition_, target, no_index);
    for (StateIndex ancestor : around) {
      mark(ancestor, from);
      if (definition_.states[ancestor].kind != State::Kind::parallel) continue;
      for (StateIndex region : definition_.states[ancestor].children) {
        if (region != target && !is_descendant(definition_, target, region)) enter(region, from);
      }
    }
    enter(target, from);
  }

  void mark(StateIndex s, StateIndex from) {
    if (seen_[s]) return;
    seen_[s] = true;
    from_[s] = from;
    waiting_.push_back(s);
  }

  /// With what is entered by default below it.
  void enter(StateIndex s, StateIndex from) {
    if (is_shut(s)) return;
    const bool known = seen_[s] && std::find(opened_.begin(), opened_.end(), s) != opened_.end();
    mark(s, from);
    if (known) return;
    opened_.push_back(s);
    const State& state = definition_.states[s];
    if (state.kind == State::Kind::parallel) {
      for (StateIndex child : state.children) enter(child, from);
    }
    if (state.initial == no_index) return;
    for (StateIndex target : definition_.transitions[state.initial].targets) arrive(target, from);
  }

  const Definition& definition_;
  StateSet shut_;
  std::vector<StateIndex> from_, waiting_, opened_;
  std::vector<bool> seen_;
};

StateSet states_of(const Definition& definition, const std::vector<std::string>& ids) {
  StateSet out;
  for (const std::string& id : ids) {
    if (const auto s = definition.find(id)) out.insert(*s);
  }
  return out;
}

/// Active at the same time: one inside the other, or in two regions of one parallel.
bool can_be_together(const Definition& definition, StateIndex a, StateIndex b) {
  if (is_descendant(definition, a, b) || is_descendant(definition, b, a)) return true;
  for (StateIndex above : proper_ancestors(definition, a, no_index)) {
    if (is_descendant(definition, b, above)) return definition.states[above].kind == State::Kind::parallel;
  }
  return false;
}

std::string name_of(const Assertion& assertion) { return assertion.label.empty() ? assertion.name : assertion.label; }

void check_ways(const Checking& checking, const Assertion& assertion) {
  if (assertion.passes.empty()) return;
  const Definition& definition = checking.definition;
  const Ways ways(definition, states_of(definition, assertion.passes));
  for (StateIndex goal : states_of(definition, assertion.every_path_to)) {
    if (ways.leads_to(goal)) checking.found.push_back(diagnose(assertion_fails, assertion.place, name_of(assertion), ways.shown(goal)));
  }
}

void check_never(const Checking& checking, const Assertion& assertion) {
  const Definition& definition = checking.definition;
  const StateSet apart = states_of(definition, assertion.never);
  for (auto a = apart.begin(); a != apart.end(); ++a) {
    for (auto b = std::next(a); b != apart.end(); ++b) {
      if (!can_be_together(definition, *a, *b)) continue;
      checking.found.push_back(diagnose(assertion_together, assertion.place, name_of(assertion), label_of(definition.states[*a]), label_of(definition.states[*b])));
    }
  }
}

void check_within(const Checking& checking, const Assertion& assertion) {
  if (assertion.within.empty()) return;
  const Definition& definition = checking.definition;
  const StateSet around = states_of(definition, assertion.within);
  for (StateIndex s : states_of(definition, assertion.every_path_to)) {
    const bool inside = std::any_of(around.begin(), around.end(), [&](StateIndex a) { return s == a || is_descendant(definition, s, a); });
    if (!inside) checking.found.push_back(diagnose(assertion_fails, assertion.place, name_of(assertion), label_of(definition.states[s])));
  }
}

}  // namespace

void check_asserts(const Checking& checking) {
  for (const Transition& transition : checking.definition.transitions) {
    if (transition.targets.size() != transition.target_ids.size()) return;  // an unknown target: said already
  }
  for (const Assertion& assertion : checking.definition.assertions) {
    check_ways(checking, assertion);
    check_never(checking, assertion);
    check_within(checking, assertion);
  }
}

}  // namespace anjuan::procedure
