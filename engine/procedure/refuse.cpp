// Why an event is not taken: said of every transition that listens to it, and what is awaited.

#include <algorithm>

#include "base/text.h"
#include "procedure/messages.h"
#include "procedure/run.h"
#include "procedure/words.h"

namespace anjuan::procedure {

std::string name_of(const Definition& definition, const Transition& transition) {
  if (!transition.label.empty()) return transition.label;
  if (!transition.events.empty()) return transition.events.front();
  if (!transition.targets.empty()) return label_of(definition.states[transition.targets.front()]);
  return label_of(definition.states[transition.source]);
}

namespace {

/// Active states, innermost first, each once; with their transitions that have events.
TransitionList waiting(const Run& run) {
  TransitionList found;
  for (StateIndex atomic : atomic_states(run)) {
    for (StateIndex s = atomic; s != no_index; s = run.definition.states[s].parent) {
      for (TransitionIndex t : run.definition.states[s].transitions) {
        const bool listens = !run.definition.transitions[t].events.empty();
        if (listens && std::find(found.begin(), found.end(), t) == found.end()) found.push_back(t);
      }
    }
  }
  return found;
}

std::string awaited(const Run& run) {
  std::vector<std::string> names;
  for (TransitionIndex t : waiting(run)) {
    const Transition& transition = run.definition.transitions[t];
    if (transition.by_system || !is_for_people(transition.events.front())) continue;
    const std::string name = transition.label.empty()
                                 ? transition.events.front()
                                 : transition.label + "（" + transition.events.front() + "）";
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names.empty() ? "—" : join(names, "、");
}

/// Inputs that the conditions rest on: data by name, others through _event.
std::set<std::string> names_in_conditions(const Run& run, const TransitionList& transitions) {
  std::set<std::string> names;
  for (TransitionIndex t : transitions) {
    const Transition& transition = run.definition.transitions[t];
    if (!transition.condition.expression) continue;
    names.merge(expression::names_used(*transition.condition.expression));
    if (names.count("_event") == 0) continue;
    for (const Input& input : transition.inputs) {
      if (!input.of_data) names.insert(input.name);
    }
  }
  return names;
}

std::string where(const Run& run) {
  std::vector<std::string> labels;
  for (StateIndex s : atomic_states(run)) {
    const State& state = run.definition.states[s];
    if (state.kind != State::Kind::final || !state.label.empty()) labels.push_back(label_of(state));
  }
  return join(labels, "、");
}

}  // namespace

Diagnostics refuse(Run& run, const Event& event) {
  TransitionList listening;
  for (TransitionIndex t : waiting(run)) {
    if (matches(run.definition.transitions[t].events, event.name)) listening.push_back(t);
  }
  if (listening.empty()) {
    return {diagnose(event_not_awaited, whole(run.definition), where(run), event.name,
                     awaited(run))};
  }
  // A missing or wrong input explains a condition that rests on it better than the condition does.
  const std::set<std::string> decisive = names_in_conditions(run, listening);
  Diagnostics found = check_inputs(run, listening, event.values, event.origin.empty(), &decisive);
  if (!found.empty()) return found;
  for (TransitionIndex t : listening) {
    const Transition& transition = run.definition.transitions[t];
    const InputsShown shown(run, transition, event.values);
    const auto holds = is_true(run, transition.condition);
    if (holds.ok() && *holds) continue;  // preempted by another transition's failure
    Diagnostic why = diagnose(condition_false, transition.condition.place,
                              name_of(run.definition, transition),
                              condition_in_words(run.definition, transition.condition));
    if (!holds.ok()) {
      why = diagnose(condition_failed, transition.condition.place, name_of(run.definition, transition),
                     Wording(sentence(holds.diagnostics()[0], Language::chinese),
                             sentence(holds.diagnostics()[0], Language::english)));
    }
    if (!transition.basis.empty())
      why = with_basis(std::move(why), provision_of(run.definition, transition.basis.front()));
    found.push_back(std::move(why));
  }
  if (found.empty()) {
    found.push_back(diagnose(event_not_awaited, whole(run.definition), where(run), event.name,
                             awaited(run)));
  }
  return found;
}

}  // namespace anjuan::procedure
