#include "procedure/ahead.h"

#include "procedure/tree.h"

namespace anjuan::procedure {

namespace {

/// States that may be entered from a configuration, and those that may be active.
class WaysAhead {
 public:
  WaysAhead(const Definition& definition, const Standing& standing) : definition_(definition) {
    for (const std::string& id : standing.active) {
      if (const auto s = definition.find(id); s && active.insert(*s).second) follow(*s);
    }
  }

  /// `begun`: entered without a child being named, so at their initial one.
  std::set<StateIndex> active, entered, begun;

 private:
  const Definition& definition_;

  void follow(StateIndex s) {
    for (TransitionIndex t : definition_.states[s].transitions) {
      const Transition& transition = definition_.transitions[t];
      const bool unknown = transition.domain_varies || transition.domain == no_index;
      for (StateIndex target : transition.targets) enter(target, unknown ? 0 : transition.domain);
    }
  }

  void enter_one(StateIndex s) {
    entered.insert(s);
    if (active.insert(s).second) follow(s);
  }

  void begin(StateIndex s) {
    enter_one(s);
    if (!begun.insert(s).second) return;
    const State& state = definition_.states[s];
    if (state.initial != no_index) {
      for (StateIndex target : definition_.transitions[state.initial].targets) enter(target, s);
    }
    if (state.kind == State::Kind::parallel) {
      for (StateIndex region : state.children) begin(region);
    }
  }

  /// The target as it begins, and what lies around it within `domain`.
  void enter(StateIndex s, StateIndex domain) {
    if (definition_.states[s].kind == State::Kind::history) {
      for (StateIndex inside = 0; inside < definition_.states.size(); ++inside) {
        const bool kept = definition_.states[inside].kind != State::Kind::history &&
                          is_descendant(definition_, inside, definition_.states[s].parent);
        if (kept) enter_one(inside);
      }
    } else {
      begin(s);
    }
    for (StateIndex above : proper_ancestors(definition_, s, domain)) {
      enter_one(above);
      if (definition_.states[above].kind != State::Kind::parallel) continue;
      for (StateIndex region : definition_.states[above].children) {
        if (region != s && !is_descendant(definition_, s, region)) begin(region);
      }
    }
  }
};

}  // namespace

std::string slot_of(const DocumentAction& document) {
  return document.slot.empty() ? document.slot_from.source : document.slot;
}

std::set<StateIndex> states_ahead(const Definition& definition, const Standing& standing) {
  return WaysAhead(definition, standing).active;
}

Ahead what_lies_ahead(const Definition& definition, const Standing& standing) {
  const WaysAhead reach(definition, standing);
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
    if (reach.begun.contains(s) && state.initial != no_index) collect(definition.transitions[state.initial].content);
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
