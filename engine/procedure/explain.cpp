// What can be done now, by whom, and what stands in the way.

#include <algorithm>

#include "procedure/messages.h"
#include "procedure/names.h"
#include "procedure/run.h"
#include "procedure/words.h"

namespace anjuan::procedure {

namespace {

/// Whether a condition can only be decided with what the event brings.
bool depends_on_event(const Transition& transition, const Code& code) {
  if (!code.expression) return false;
  const auto names = expression::names_used(*code.expression);
  if (names.count("_event") > 0) return true;
  return std::any_of(transition.inputs.begin(), transition.inputs.end(),
                     [&](const Input& input) { return names.count(input.name) > 0; });
}

void decide(Run& run, const Transition& transition, Opportunity& opportunity) {
  const std::string name = name_of(run.definition, transition);
  if (transition.condition.given() && !depends_on_event(transition, transition.condition)) {
    const auto holds = is_true(run, transition.condition);
    if (!holds.ok()) {
      opportunity.because.push_back(diagnose(condition_failed, transition.condition.place, name,
                                             Wording(sentence(holds.diagnostics()[0], Language::chinese),
                                                     sentence(holds.diagnostics()[0], Language::english))));
    } else if (!*holds) {
      opportunity.because.push_back(
          diagnose(condition_false, transition.condition.place, name,
                   condition_in_words(run.definition, transition.condition)));
    }
  }
  Transition decidable = transition;
  std::erase_if(decidable.requirements, [&](const Requirement& requirement) {
    return requirement.test && depends_on_event(transition, *requirement.test);
  });
  for (Requirement& requirement : decidable.requirements) {
    if (depends_on_event(transition, requirement.lacking)) requirement.lacking = {};
  }
  const Diagnostics unmet = check_requirements(run, decidable);
  opportunity.because.insert(opportunity.because.end(), unmet.begin(), unmet.end());
  opportunity.open = opportunity.because.empty();
}

bool comes_from_limit(const Definition& definition, const Transition& transition) {
  bool found = false;
  for_every_action(definition, [&](const Action& action) {
    const auto* limit = std::get_if<TimeLimitAction>(&action.what);
    found =
        found || (limit != nullptr && !limit->on_due.empty() && matches(transition.events, limit->on_due));
  });
  return found;
}

Opportunity opportunity_of(Run& run, const Transition& transition) {
  const Definition& definition = run.definition;
  Opportunity opportunity;
  opportunity.event = transition.events.front();
  opportunity.label = name_of(definition, transition);
  opportunity.role = role_of(definition, transition);
  const Role* role = definition.role(opportunity.role);
  opportunity.role_label = role != nullptr ? role->label : opportunity.role;
  opportunity.of_time_limit = transition.by_system || comes_from_limit(definition, transition);
  opportunity.state = definition.states[transition.source].id;
  opportunity.basis = transition.basis.empty() ? "" : transition.basis.front();
  if (!transition.targets.empty())
    opportunity.destination = label_of(definition.states[transition.targets.front()]);
  for (const Input& input : transition.inputs) {
    const expression::Type type = type_of(definition, input);
    const DataItem* item = definition.data_item(input.name);
    const std::string text = !input.type_text.empty() || item == nullptr ? input.type_text : item->type_text;
    opportunity.inputs.push_back(
        {input.name, label_of(definition, input), text, input.required && !input.when, type.choices});
  }
  decide(run, transition, opportunity);
  return opportunity;
}

}  // namespace

std::vector<Opportunity> opportunities(DefinitionPtr definition, const Standing& standing, const Facts& facts,
                                       Day on) {
  std::vector<Opportunity> found;
  if (standing.finished) return found;
  auto session = restore(definition, standing);
  if (!session.ok()) return found;
  Act act(*session, facts, on);
  Run run(act, *session);
  TransitionList seen;
  for (StateIndex atomic : atomic_states(run)) {
    for (StateIndex s = atomic; s != no_index; s = definition->states[s].parent) {
      for (TransitionIndex t : definition->states[s].transitions) {
        const Transition& transition = definition->transitions[t];
        if (transition.events.empty() || !is_for_people(transition.events.front())) continue;
        if (std::find(seen.begin(), seen.end(), t) != seen.end()) continue;
        seen.push_back(t);
        found.push_back(opportunity_of(run, transition));
      }
    }
  }
  return found;
}

namespace {

/// The innermost label of an active state, and the one around that; the id where nothing is labelled.
std::pair<Wording, std::string> inner_and_outer(const Definition& definition, StateIndex s) {
  std::vector<std::string> found;
  if (!definition.states[s].label.empty()) found.push_back(definition.states[s].label);
  for (StateIndex above : proper_ancestors(definition, s, 0)) {
    if (!definition.states[above].label.empty()) found.push_back(definition.states[above].label);
  }
  if (found.empty()) return {name_in_file(definition.states[s]), ""};
  return {found.front(), found.size() > 1 ? found[1] : ""};
}

}  // namespace

std::vector<Wording> names_of_standing(const Definition& definition, const StateSet& active) {
  std::vector<std::pair<Wording, std::string>> found, unnamed;
  for (const StateIndex s : active) {
    if (!is_atomic(definition, s)) continue;
    const State& state = definition.states[s];
    // A region that is through and has no words of its own has nothing to tell people.
    const bool silent = state.label.empty() && state.kind == State::Kind::final;
    (silent ? unnamed : found).push_back(inner_and_outer(definition, s));
  }
  const auto& told = found.empty() ? unnamed : found;
  std::vector<Wording> words;
  for (const auto& [inner, outer] : told) {
    const bool alike = std::count_if(told.begin(), told.end(), [&, &name = inner](const auto& one) { return one.first == name; }) > 1;
    const std::string around = alike && !outer.empty() ? outer + " / " : "";
    words.emplace_back(around + inner.zh, around + inner.en);
  }
  return words;
}

std::vector<std::string> labels(const Definition& definition, const Standing& standing) {
  StateSet active;
  for (const std::string& id : standing.active) {
    if (const auto s = definition.find(id)) active.insert(*s);
  }
  std::vector<std::string> words;
  for (const Wording& name : names_of_standing(definition, active)) words.push_back(name.zh);
  return words;
}

}  // namespace anjuan::procedure
