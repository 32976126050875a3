#include "stories/coverage.h"

#include <algorithm>

namespace anjuan::stories {

using procedure::Definition, procedure::State;

std::vector<procedure::StateIndex> states_to_reach(const Definition& definition) {
  std::vector<procedure::StateIndex> out;
  for (procedure::StateIndex s = 1; s < definition.states.size(); ++s) {
    if (definition.states[s].kind != State::Kind::history) out.push_back(s);
  }
  return out;
}

std::vector<procedure::TransitionIndex> transitions_to_take(const Definition& definition) {
  std::vector<procedure::TransitionIndex> out;
  for (const procedure::StateIndex s : states_to_reach(definition)) {
    const auto& own = definition.states[s].transitions;
    out.insert(out.end(), own.begin(), own.end());
  }
  return out;
}

void Coverage::expect(const procedure::DefinitionPtr& definition) {
  by_digest_.try_emplace(definition->digest, Walked{definition, {}, {}});
}

void Coverage::take(Walked& walked, const Place& place) {
  const Definition& definition = *walked.definition;
  for (procedure::TransitionIndex t = 0; t < definition.transitions.size(); ++t) {
    const Place& at = definition.transitions[t].place;
    if (at.line == place.line && at.column == place.column) walked.taken.insert(t);
  }
}

void Coverage::note(const handling::MovedCase& moved) {
  const auto found = by_digest_.find(moved.definition);
  if (found == by_digest_.end()) return;
  for (const Place& place : moved.transitions) take(found->second, place);
  for (const std::string& id : moved.entered) {
    if (const auto state = found->second.definition->find(id)) found->second.reached.insert(*state);
  }
}

void Coverage::note(const procedure::Step& step) {
  handling::MovedCase moved{{}, step.after.definition_digest, {}, step.after.entered_once};
  for (const procedure::Reason& reason : step.reasons) {
    if (reason.taken) moved.transitions.push_back(reason.place);
  }
  note(moved);
}

std::vector<const Walked*> Coverage::procedures() const {
  std::vector<const Walked*> out;
  for (const auto& [digest, walked] : by_digest_) out.push_back(&walked);
  std::sort(out.begin(), out.end(),
            [](const Walked* a, const Walked* b) { return a->definition->file < b->definition->file; });
  return out;
}

}  // namespace anjuan::stories
