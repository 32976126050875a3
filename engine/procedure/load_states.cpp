// Reads the tree of states, in document order, with data and handlers.

#include <algorithm>

#include "base/text.h"
#include "procedure/loading.h"
#include "procedure/messages.h"
#include "procedure/outline.h"
#include "procedure/tree.h"

namespace anjuan::procedure {

namespace {

void read_data(Loading& loading, const xml::Element& model, StateIndex owner) {
  Definition& definition = loading.definition;
  for (const xml::Element* child : model.children()) {
    if (!is_scxml(*child, "data")) continue;
    DataItem item;
    item.id = std::string(trim(child->get("id")));
    item.label = paperwork(*child, "label");
    item.type = read_type(loading, *child, paperwork_namespace, item.type_text);
    item.place = child->place_of("id");
    if (child->attribute("src") != nullptr) {
      if (const std::string* bytes = read_source(loading, *child, item.initial.broken))
        item.initial = text_code(loading, *bytes, child->place_of("src"));
    } else if (child->attribute("expr") != nullptr) {
      item.initial = read_code(loading, *child, "expr");
    } else if (!trim(child->text()).empty() || !child->children().empty()) {
      item.initial = content_code(loading, *child);
    }
    const bool inside = !trim(child->text()).empty() || !child->children().empty();
    const bool src = child->attribute("src") != nullptr, expr = child->attribute("expr") != nullptr;
    if ((src || expr) && inside)
      loading.remark(diagnose(not_both, child->place, src ? "src" : "expr", Wording("元素里的内容", "content inside")));
    if (src && expr) loading.remark(diagnose(not_both, child->place, "src", "expr"));
    if (item.id.empty()) continue;  // said already
    const auto location = expression::compile_location(item.id, child->place_of("id"), definition.dialect());
    if (!location.ok() || location->name != item.id || item.id.starts_with("_")) {
      loading.report(diagnose(data_id_wrong, child->place_of("id"), item.id));
    }
    const DataItem* before = definition.data_item(item.id);
    if (before != nullptr) {
      loading.report(diagnose(id_twice, child->place_of("id"), item.id, std::to_string(before->place.line)));
    }
    definition.states[owner].data.push_back(definition.data.size());
    definition.data.push_back(std::move(item));
  }
}

StateIndex add_state(Loading& loading, const xml::Element& element, State::Kind kind, StateIndex parent) {
  Definition& definition = loading.definition;
  const StateIndex index = definition.states.size();
  State state;
  state.kind = kind;
  state.parent = parent;
  state.end = index + 1;
  state.id = std::string(trim(element.get("id")));
  state.named = !state.id.empty();
  state.label = paperwork(element, "label");
  state.role = paperwork(element, "role");
  state.role_place = paperwork_place(element, "role");
  state.basis = basis_ids(element, false);
  state.basis_place = paperwork_place(element, "basis");
  state.place = element.place;
  state.deep = kind == State::Kind::history && element.get("type") == "deep";
  if (kind == State::Kind::root) {
    state.id = "scxml";
  } else if (state.id.empty()) {
    const State& above = definition.states[parent];
    const std::size_t ordinal = above.children.size() + above.histories.size() + 1;
    state.id = (parent == 0 ? std::string() : above.id) + "/" + std::to_string(ordinal);
  }
  if (kind != State::Kind::root) {
    const auto [first, fresh] = definition.state_by_id.emplace(state.id, index);
    if (!fresh) {
      loading.report(diagnose(id_twice, element.place_of("id"), state.id,
                              std::to_string(definition.states[first->second].place.line)));
    }
  }
  definition.states.push_back(std::move(state));
  if (parent != no_index) {
    State& above = definition.states[parent];
    (kind == State::Kind::history ? above.histories : above.children).push_back(index);
  }
  return index;
}

TransitionIndex add_transition(Loading& loading, Transition transition) {
  loading.definition.transitions.push_back(std::move(transition));
  return loading.definition.transitions.size() - 1;
}

/// The initial transition: written as an attribute, as <initial>, or the first child.
void read_initial(Loading& loading, const xml::Element& element, StateIndex index) {
  Definition& definition = loading.definition;
  const xml::Attribute* attribute = element.attribute("initial");
  const auto children = element.children("initial");
  if (children.size() + (attribute != nullptr ? 1 : 0) > 1) {
    loading.report(diagnose(initial_twice, children.back()->place, label_of(definition.states[index])));
    definition.unsure_starts.insert(index);
  }
  Transition initial;
  initial.source = index;
  initial.place = initial.target_place = element.place;
  if (attribute != nullptr) {
    initial.target_ids = read_words(loading, element, "initial");
    initial.target_place = attribute->value_place;
  } else if (!children.empty() && children.front()->child("transition") != nullptr) {
    initial = read_transition(loading, *children.front()->child("transition"), index);
    if (initial.target_ids.empty() || !initial.events.empty() || initial.condition.given()) {
      loading.report(diagnose(initial_transition_wrong, initial.place, label_of(definition.states[index])));
    }
  } else {
    if (!definition.states[index].children.empty()) {
      initial.target_ids = {definition.states[definition.states[index].children.front()].id};
      initial.targets = {definition.states[index].children.front()};
    }
    definition.states[index].initial = add_transition(loading, std::move(initial));
    return;
  }
  definition.states[index].initial_written = true;
  definition.states[index].initial = add_transition(loading, std::move(initial));
}

void read_done_data(Loading& loading, const xml::Element& element, StateIndex index) {
  const xml::Element* done = element.child("donedata");
  if (done == nullptr) return;
  Payload payload = read_payload(loading, *done);
  loading.definition.states[index].done_data = {true, std::move(payload)};
}

void read_history(Loading& loading, const xml::Element& element, StateIndex index) {
  const auto transitions = element.children("transition");
  if (transitions.empty()) return;
  Transition transition = read_transition(loading, *transitions.front(), index);
  if (transition.target_ids.empty() || !transition.events.empty() || transition.condition.given()) {
    loading.report(
        diagnose(history_transition_wrong, transition.place, label_of(loading.definition.states[index])));
  }
  loading.definition.states[index].initial = add_transition(loading, std::move(transition));
}

std::optional<State::Kind> kind_of(const xml::Element& element) {
  if (is_scxml(element, "state")) return State::Kind::state;
  if (is_scxml(element, "parallel")) return State::Kind::parallel;
  if (is_scxml(element, "final")) return State::Kind::final;
  if (is_scxml(element, "history")) return State::Kind::history;
  return std::nullopt;
}

void read_content_of(Loading& loading, const xml::Element& element, StateIndex index);

void read_child(Loading& loading, const xml::Element& child, StateIndex index) {
  Definition& definition = loading.definition;
  if (const auto kind = kind_of(child)) {
    const StateIndex below = add_state(loading, child, *kind, index);
    if (*kind == State::Kind::history) {
      read_history(loading, child, below);
    } else {
      read_content_of(loading, child, below);
    }
  } else if (is_scxml(child, "onentry")) {
    Block block = read_block(loading, child);
    definition.states[index].on_entry.push_back(std::move(block));
  } else if (is_scxml(child, "onexit")) {
    Block block = read_block(loading, child);
    definition.states[index].on_exit.push_back(std::move(block));
  } else if (is_scxml(child, "transition")) {
    const TransitionIndex added = add_transition(loading, read_transition(loading, child, index));
    definition.states[index].transitions.push_back(added);
  } else if (is_scxml(child, "datamodel")) {
    read_data(loading, child, index);
  } else if (is_scxml(child, "invoke")) {
    // Procedures of an office open cases instead; there an invoke is refused as a whole.
    if (definition.typed() && definition.paperwork) {
      loading.report(diagnose(invoke_unsupported, child.place));
    } else {
      Invoke invoke = read_invoke(loading, child);
      definition.states[index].invokes.push_back(std::move(invoke));
    }
  }
}

void read_content_of(Loading& loading, const xml::Element& element, StateIndex index) {
  for (const xml::Element* child : element.children()) read_child(loading, *child, index);
  Definition& definition = loading.definition;
  definition.states[index].end = definition.states.size();
  const State::Kind kind = definition.states[index].kind;
  const bool compound = kind == State::Kind::root || kind == State::Kind::state;
  if (compound && (!definition.states[index].children.empty() || element.attribute("initial") != nullptr ||
                   element.child("initial") != nullptr)) {
    read_initial(loading, element, index);
  }
  if (kind == State::Kind::parallel && definition.states[index].children.empty()) {
    loading.report(diagnose(parallel_too_small, element.place, label_of(definition.states[index])));
  }
  if (kind == State::Kind::final) read_done_data(loading, element, index);
}

}  // namespace

void read_states(Loading& loading, const xml::Element& root) {
  const StateIndex index = add_state(loading, root, State::Kind::root, no_index);
  for (const xml::Element* child : root.children()) {
    if (!is_scxml(*child, "script")) continue;
    xml::Element holder;
    xml::Node node;
    node.element.push_back(*child);
    holder.content.push_back(std::move(node));
    for (Action& action : read_block(loading, holder)) {
      // A script of the chart itself that cannot be fetched keeps the chart from being run at all (SCXML 5.8).
      const Script& script = std::get<Script>(action.what);
      if (child->attribute("src") != nullptr && !loading.definition.typed() && !script.broken.empty()) loading.report(script.broken);
      loading.definition.load_scripts.push_back(std::move(action));
    }
  }
  read_content_of(loading, root, index);
  Definition& definition = loading.definition;
  for (StateIndex s = 0; s < definition.states.size(); ++s) {
    if (is_atomic(definition, s)) definition.atomic.insert(s);
    if (!definition.states[s].histories.empty()) definition.with_history.insert(s);
  }
  if (definition.states[index].children.empty()) loading.report(diagnose(no_states, root.place));
}

}  // namespace anjuan::procedure
