// Reads transitions with what they ask for first: inputs and requirements.

#include "base/text.h"
#include "procedure/loading.h"
#include "procedure/messages.h"
#include "procedure/outline.h"

namespace anjuan::procedure {

namespace {

Input read_input(Loading& loading, const xml::Element& element) {
  Input input;
  const bool data = element.attribute("data") != nullptr, name = element.attribute("name") != nullptr;
  if (data == name) loading.report(diagnose(one_of_two, element.place, "data", "name"));
  input.of_data = data;
  input.name = std::string(trim(element.get(data ? "data" : "name")));
  input.label = std::string(trim(element.get("label")));
  input.type = read_type(loading, element, "", input.type_text);
  input.required = element.get("required", "yes") != "no";
  if (element.attribute("when") != nullptr) input.when = read_code(loading, element, "when");
  input.place = data || name ? element.place_of(data ? "data" : "name") : element.place;
  return input;
}

Requirement read_requirement(Loading& loading, const xml::Element& element) {
  Requirement requirement;
  requirement.slot = std::string(trim(element.get("document")));
  requirement.label = std::string(trim(element.get("label")));
  requirement.basis = basis_ids(element, true);
  requirement.place = element.place;
  requirement.slot_place = element.place_of("document");
  requirement.basis_place = element.place_of("basis");
  if (element.attribute("test") != nullptr) requirement.test = read_code(loading, element, "test");
  requirement.lacking = read_code(loading, element, "lacking");
  if (requirement.lacking.given() && !requirement.test)
    loading.report(diagnose(lacking_of_document, element.place_of("lacking")));
  const std::string_view state = element.get("state", "issued");
  requirement.paper = state == "served"   ? Requirement::Paper::served
                      : state == "signed" ? Requirement::Paper::signed_
                                          : Requirement::Paper::issued;
  if (!requirement.test && requirement.slot.empty()) loading.report(diagnose(require_empty, element.place));
  if (requirement.label.empty()) {
    requirement.label = requirement.test ? requirement.test->source : requirement.slot;
  }
  return requirement;
}

}  // namespace

Transition read_transition(Loading& loading, const xml::Element& element, StateIndex source) {
  Transition transition;
  transition.source = source;
  transition.place = element.place;
  transition.events = read_words(loading, element, "event");
  transition.event_place = element.place_of("event");
  check_event_names(loading, transition.events, transition.event_place, true);
  transition.condition = read_code(loading, element, "cond");
  transition.target_ids = read_words(loading, element, "target");
  transition.target_place = element.place_of("target");
  transition.internal = element.get("type") == "internal";
  transition.label = paperwork(element, "label");
  transition.role = paperwork(element, "role");
  transition.by_system = paperwork(element, "by") == "system";
  transition.role_place = paperwork_place(element, "role");
  transition.basis = basis_ids(element, false);
  transition.basis_place = paperwork_place(element, "basis");
  for (const xml::Element* child : element.children()) {
    if (child->ns != paperwork_namespace) continue;
    if (child->name == "input") transition.inputs.push_back(read_input(loading, *child));
    if (child->name == "require") transition.requirements.push_back(read_requirement(loading, *child));
  }
  if (transition.events.empty() && !(transition.inputs.empty() && transition.requirements.empty())) {
    loading.report(diagnose(asks_without_event, element.place));
  }
  transition.content = read_block(loading, element);
  return transition;
}

}  // namespace anjuan::procedure
