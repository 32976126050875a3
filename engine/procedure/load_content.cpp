// Reads SCXML's executable content.

#include "base/text.h"
#include "procedure/loading.h"
#include "procedure/messages.h"
#include "procedure/outline.h"

namespace anjuan::procedure {

namespace {

Block read_actions(Loading& loading, const std::vector<const xml::Element*>& elements);

If read_if(Loading& loading, const xml::Element& element) {
  // The branches lie flat between the elseif and else elements.
  std::vector<std::vector<const xml::Element*>> parts(1);
  std::vector<const xml::Element*> heads{&element};
  for (const xml::Element* child : element.children()) {
    if (!is_scxml(*child, "elseif") && !is_scxml(*child, "else")) {
      parts.back().push_back(child);
      continue;
    }
    if (is_scxml(*heads.back(), "else")) {
      loading.report(diagnose(branch_out_of_order, child->place, child->name));
    }
    heads.push_back(child);
    parts.emplace_back();
  }
  If branching;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Branch branch;
    if (!is_scxml(*heads[i], "else")) branch.condition = read_code(loading, *heads[i], "cond");
    branch.content = read_actions(loading, parts[i]);
    branching.branches.push_back(std::move(branch));
  }
  return branching;
}

ForEach read_foreach(Loading& loading, const xml::Element& element) {
  ForEach loop;
  loop.list = read_code(loading, element, "array");
  loop.item = std::string(trim(element.get("item")));
  loop.index = std::string(trim(element.get("index")));
  for (const auto& [attribute, name] : {std::pair("item", &loop.item), std::pair("index", &loop.index)}) {
    if (name->empty()) continue;
    const auto location = expression::compile_location(*name, element.place, loading.definition.dialect());
    const bool good = location.ok() && location->name == *name && !name->starts_with("_");
    if (good) {
      loading.definition.loop_names.push_back(*name);
    } else {
      loading.refuse({diagnose(data_id_wrong, element.place_of(attribute), *name)});
    }
  }
  loop.content = read_block(loading, element);
  return loop;
}

Assign read_assign(Loading& loading, const xml::Element& element) {
  Assign assign;
  assign.location = read_target(loading, element.get("location"), element.place_of("location"));
  const bool inside = !trim(element.text()).empty() || !element.children().empty();
  if ((element.attribute("expr") != nullptr) == inside) {
    loading.report(inside ? diagnose(one_of_two, element.place, "expr", Wording("元素内的内容", "content"))
                          : diagnose(names_nothing, element.place, "assign", "expr"));
  }
  assign.value = inside ? content_code(loading, element) : read_code(loading, element, "expr");
  return assign;
}

Script read_script(Loading& loading, const xml::Element& element) {
  Script script;
  // The text begins after the tag; its first node knows where.
  Place place = element.content.empty() ? element.place : element.content.front().place;
  std::string text = element.text();
  if (element.attribute("src") != nullptr) {
    const std::string* bytes = read_source(loading, element, script.broken);
    if (bytes == nullptr) return script;
    text = *bytes;
    place = Place{std::string(element.get("src")), 1, 1, ""};
  }
  auto compiled = expression::compile_script(text, place, loading.definition.dialect());
  if (!compiled.ok()) {
    script.broken = compiled.diagnostics();
    loading.refuse(script.broken);
    return script;
  }
  static_cast<expression::Script&>(script) = expression::numbered(*compiled, loading.definition.names);
  for (const std::string& name : script.declares) loading.definition.script_names.push_back(name);
  return script;
}

bool is_zero(std::string_view delay) { return delay.find_first_of("123456789") == std::string_view::npos; }

/// Procedures of an office send at once: what has to wait has a time limit.
void check_delay(Loading& loading, const xml::Element& element) {
  if (const xml::Attribute* delay = element.attribute("delay"); delay != nullptr && !is_zero(delay->value)) {
    loading.report(diagnose(delay_unsupported, delay->value_place, delay->value));
  }
  if (element.attribute("delayexpr") != nullptr)
    loading.report(diagnose(delay_unsupported, element.place_of("delayexpr"), element.get("delayexpr")));
}

Send read_send(Loading& loading, const xml::Element& element) {
  Send send;
  send.event = either_code(loading, element, "event", "eventexpr");
  if (const xml::Attribute* event = element.attribute("event")) {
    check_event_names(loading, {std::string(trim(event->value))}, event->value_place, false);
  } else if (!send.event.given() && element.child("content") == nullptr) {
    loading.refuse({diagnose(one_of_two, element.place, "event", "eventexpr")});
  }
  send.target = either_code(loading, element, "target", "targetexpr");
  send.type = either_code(loading, element, "type", "typeexpr");
  send.delay = either_code(loading, element, "delay", "delayexpr");
  send.id = std::string(trim(element.get("id")));
  if (element.attribute("idlocation") != nullptr) {
    send.id_location = read_target(loading, element.get("idlocation"), element.place_of("idlocation"));
  }
  send.payload = read_payload(loading, element);
  if (element.attribute("id") != nullptr && element.attribute("idlocation") != nullptr)
    loading.remark(diagnose(not_both, element.place_of("idlocation"), "id", "idlocation"));
  if (loading.definition.typed() && loading.definition.paperwork) check_delay(loading, element);
  return send;
}

std::optional<Action> read_action(Loading& loading, const xml::Element& element) {
  Action action{element.place, element.name, {}, element.place, Raise{}};
  if (element.ns == paperwork_namespace) return read_effect(loading, element);
  if (element.ns != scxml_namespace) return std::nullopt;
  if (element.name == "raise") {
    const std::string event(trim(element.get("event")));
    check_event_names(loading, {event}, element.place_of("event"), false);
    action.what = Raise{event, element.place_of("event")};
  } else if (element.name == "if") {
    action.what = read_if(loading, element);
  } else if (element.name == "foreach") {
    action.what = read_foreach(loading, element);
  } else if (element.name == "assign") {
    action.what = read_assign(loading, element);
  } else if (element.name == "log") {
    action.what = Log{element.attribute("label") != nullptr ? std::string(element.get("label")) : "",
                      read_code(loading, element, "expr")};
  } else if (element.name == "script") {
    action.what = read_script(loading, element);
  } else if (element.name == "send") {
    action.what = read_send(loading, element);
  } else if (element.name == "cancel") {
    Cancel cancel{either_code(loading, element, "sendid", "sendidexpr")};
    if (!cancel.id.given()) loading.remark(diagnose(one_of_two, element.place, "sendid", "sendidexpr"));
    action.what = std::move(cancel);
  } else {
    return std::nullopt;
  }
  return action;
}

Block read_actions(Loading& loading, const std::vector<const xml::Element*>& elements) {
  Block block;
  for (const xml::Element* element : elements) {
    if (auto action = read_action(loading, *element)) block.push_back(std::move(*action));
  }
  return block;
}

}  // namespace

Block read_block(Loading& loading, const xml::Element& element) {
  return read_actions(loading, element.children());
}

}  // namespace anjuan::procedure
