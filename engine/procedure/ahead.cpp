#include "procedure/ahead.h"

#include "procedure/tree.h"

namespace anjuan::procedure {

namespace {

/// States that may be entered from a configuration, and those that may be active.
class Reach {
 public:
  explicit Reach(const Definition& definition) : definition_(definition) {}

  std::set<StateIndex> active, entered;

  void begin(StateIndex s) {
    if (active.insert(s).second) follow(s);
  }

 private:
  const Definition& definition_;

  void follow(StateIndex s) {
    for (TransitionIndex t : definition_.states[s].transitions) {
      for (StateIndex target : definition_.transitions[t].targets) enter(target);
      // A self-transition leaves and enters its own source.
      if (!definition_.transitions[t].targets.empty() && !definition_.transitions[t].internal) enter_around(s);
    }
  }

  void enter_around(StateIndex s) {
    for (StateIndex above : proper_ancestors(definition_, s, 0)) enter_one(above);
  }

  void enter_one(StateIndex s) {
    const bool news = entered.insert(s).second;
    if (active.insert(s).second) follow(s);
    if (!news) return;
    const State& state = definition_.states[s];
    if (state.initial != no_index) {
      for (StateIndex target : definition_.transitions[state.initial].targets) enter(target);
    }
    if (state.kind == State::Kind::parallel) {
      for (StateIndex region : state.children) enter(region);
    }
  }

  void enter(StateIndex s) {
    if (definition_.states[s].kind != State::Kind::history) {
      enter_one(s);
      return enter_around(s);
    }
    for (StateIndex inside = 0; inside < definition_.states.size(); ++inside) {
      const bool kept = definition_.states[inside].kind != State::Kind::history &&
                        is_descendant(definition_, inside, definition_.states[s].parent);
      if (kept) enter_one(inside);
    }
    enter_around(s);
  }
};

}  // namespace

std::string slot_of(const DocumentAction& document) {
  return document.slot.empty() ? document.slot_from.source : document.slot;
}

Ahead what_lies_ahead(const Definition& definition, const Standing& standing) {
  Reach reach(definition);
  for (const std::string& id : standing.active) {
    if (const auto s = definition.find(id)) reach.begin(*s);
  }
  Ahead ahead;
  const auto collect = [&](const Block& block) {
    for_each_action(block, [&](const Action& action) {
      if (const auto* document = std::get_if<DocumentAction>(&action.what)) ahead.documents.push_back(*document);
      if (const auto* sheet = std::get_if<SheetAction>(&action.what)) ahead.sheets.push_back(*sheet);
    });
  };
  for (StateIndex s : reach.active) {
    const State& state = definition.states[s];
    if (reach.entered.contains(s)) {
      for (const Block& block : state.on_entry) collect(block);
    }
    for (const Block& block : state.on_exit) collect(block);
    if (state.initial != no_index) collect(definition.transitions[state.initial].content);
    for (TransitionIndex t : state.transitions) {
      const Transition& transition = definition.transitions[t];
      collect(transition.content);
      for (const Requirement& requirement : transition.requirements) {
        if (requirement.slot.empty()) continue;
        const std::string label = transition.label.empty() ? (transition.events.empty() ? "" : transition.events.front()) : transition.label;
        ahead.wanted.push_back({requirement.slot, requirement.paper, label});
      }
    }
  }
  return ahead;
}

}  // namespace anjuan::procedure
