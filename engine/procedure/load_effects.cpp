// Reads the paperwork namespace's executable content.

#include "base/text.h"
#include "procedure/loading.h"
#include "procedure/messages.h"
#include "procedure/outline.h"

namespace anjuan::procedure {

namespace {

DocumentAction read_document(Loading& loading, const xml::Element& element) {
  DocumentAction document;
  document.template_id = unqualified(element, "template");
  document.template_place = element.place_of("template");
  document.slot = unqualified(element, "as");
  document.slot_from = read_code(loading, element, "asexpr");
  if (!document.slot.empty() && document.slot_from.given()) {
    loading.report(diagnose(one_of_two, element.place_of("asexpr"), "as", "asexpr"));
  }
  if (document.slot.empty()) document.slot = document.template_id;
  document.number_code = unqualified(element, "number");
  document.place = unqualified(element, "place");
  document.to = read_code(loading, element, "to");
  document.seal = is_yes(element, "seal");
  document.sign = is_yes(element, "sign");
  document.serve = is_yes(element, "serve");
  document.draft = is_yes(element, "draft");
  document.mandatory = is_yes(element, "mandatory");
  document.params = read_params(loading, element);
  return document;
}

SheetAction read_sheet(Loading& loading, const xml::Element& element) {
  SheetAction sheet;
  sheet.form = either_code(loading, element, "form", "formexpr");
  if (!sheet.form.given()) loading.report(diagnose(one_of_two, element.place, "form", "formexpr"));
  sheet.slot = unqualified(element, "as");
  if (sheet.slot.empty()) sheet.slot = element.attribute("form") != nullptr ? unqualified(element, "form") : "检查表";
  sheet.place = unqualified(element, "place");
  sheet.params = read_params(loading, element);
  return sheet;
}

TimeLimitAction read_time_limit(Loading& loading, const xml::Element& element) {
  TimeLimitAction limit;
  limit.id = unqualified(element, "id");
  limit.label = unqualified(element, "label");
  if (limit.label.empty()) limit.label = limit.id;
  limit.on_due = unqualified(element, "on-due");
  limit.due_place = element.place_of("on-due");
  if (!limit.on_due.empty()) check_event_names(loading, {limit.on_due}, limit.due_place, false);
  limit.length = read_code(loading, element, "length");
  limit.after = read_code(loading, element, "after");
  limit.unit = calendar::parse_unit(unqualified(element, "unit")).value_or(calendar::Unit::working_days);
  return limit;
}

DrawLots::Action draw_action(const xml::Element& element) {
  const std::string action = unqualified(element, "action");
  if (action == "declare") return DrawLots::Action::declare;
  if (action == "enter") return DrawLots::Action::enter;
  if (action == "confirm") return DrawLots::Action::confirm;
  if (action == "lots") return DrawLots::Action::record;
  if (action == "open") return DrawLots::Action::open;
  if (action == "annul") return DrawLots::Action::annul;
  if (action == "withdraw") return DrawLots::Action::withdraw;
  if (action == "drop") return DrawLots::Action::drop;
  return DrawLots::Action::freeze;
}

}  // namespace

std::optional<Action> read_effect(Loading& loading, const xml::Element& element) {
  Action action{element.place, "aj:" + element.name, basis_ids(element, true),
                element.place_of("basis"), Raise{}};
  if (element.name == "document") {
    action.what = read_document(loading, element);
  } else if (element.name == "sheet") {
    action.what = read_sheet(loading, element);
  } else if (element.name == "time-limit") {
    action.what = read_time_limit(loading, element);
  } else if (element.name == "end-time-limit") {
    action.what = EndTimeLimitAction{unqualified(element, "id"), element.place_of("id")};
  } else if (element.name == "draw") {
    action.what = DrawAction{draw_action(element), read_params(loading, element)};
  } else if (element.name == "open-cases") {
    action.what = OpenCasesAction{unqualified(element, "definition"), element.place_of("definition")};
  } else if (element.name == "publish") {
    action.what = PublishAction{read_code(loading, element, "batch"), read_code(loading, element, "channels"),
                                read_params(loading, element)};
  } else if (element.name == "push") {
    action.what =
        PushAction{unqualified(element, "platform"), unqualified(element, "mapping"), read_params(loading, element),
                   element.place_of("mapping")};
  } else if (element.name == "archive") {
    action.what = ArchiveAction{read_params(loading, element)};
  } else {
    return std::nullopt;  // inputs and requirements belong to the transition
  }
  return action;
}

}  // namespace anjuan::procedure
