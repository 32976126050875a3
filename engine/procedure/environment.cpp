// Names, values and errors of a run.

#include <algorithm>

#include "base/text.h"
#include "procedure/messages.h"
#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

constexpr const char* scxml_processor = "http://www.w3.org/TR/scxml/#SCXMLEventProcessor";

expression::Surroundings surroundings(const Run& run, const Fields& names) {
  expression::Surroundings around{names, {}, {}};
  around.in_state = [&run](std::string_view id) {
    const auto found = run.definition.find(id);
    return found && run.configuration.contains(*found);
  };
  if (run.facts.calendar != nullptr) {
    around.working_days_between = [&run](Day from, Day to) {
      return run.facts.calendar->working_days_between(from, to);
    };
  }
  return around;
}

Value io_processors(const Run& run) {
  const Value here = Fields{{"location", "#_scxml_" + session_of(run)}};
  return Fields{{scxml_processor, here}, {"scxml", here}};
}

bool is_truthy(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::empty:
      return false;
    case Value::Kind::boolean:
      return value.boolean();
    case Value::Kind::integer:
      return value.integer() != 0;
    case Value::Kind::text:
      return !value.text().empty();
    default:
      return true;
  }
}

}  // namespace

std::string session_of(const Run& run) {
  const auto found = run.facts.fields.find("案件");
  if (found == run.facts.fields.end() || !found->second.is(Value::Kind::record)) return "session";
  const std::string& id = found->second.field("编号").text_or_empty();
  return id.empty() ? "session" : id;
}

void bind_names(Run& run) {
  const Definition& definition = run.definition;
  run.names = run.facts.fields;
  if (definition.typed()) run.names["日期"] = Value(run.on);
  for (const Parameter& parameter : definition.parameters) run.names[parameter.id] = parameter.value;
  for (const auto& [name, value] : run.standing.data) {
    run.names[name] = value;
    run.data_names.insert(name);
  }
  run.names["_name"] = Value(definition.name);
  run.names["_sessionid"] = Value(session_of(run));
  run.names["_ioprocessors"] = io_processors(run);
}

void bind_event(Run& run, const QueuedEvent& event) {
  const auto text = [](const std::string& s) { return s.empty() ? Value() : Value(s); };
  run.names["_event"] = Fields{{"name", event.name},
                               {"type", event.type},
                               {"sendid", text(event.send_id)},
                               {"origin", text(event.origin)},
                               {"origintype", text(event.origin_type)},
                               {"invokeid", Value()},
                               {"data", event.data}};
}

Result<Value> evaluate_with(const Run& run, const Code& code, const Fields& names) {
  if (!code.broken.empty()) return code.broken;
  if (!code.expression) return Value();
  return expression::evaluate(*code.expression, surroundings(run, names));
}

Result<Value> evaluate(const Run& run, const Code& code) { return evaluate_with(run, code, run.names); }

Result<bool> is_true(const Run& run, const Code& code, const Fields& names) {
  if (!code.given()) return true;
  if (!code.broken.empty()) return code.broken;
  if (run.definition.typed()) return expression::holds(*code.expression, surroundings(run, names));
  ANJUAN_TRY(const Value value, evaluate_with(run, code, names));
  return is_truthy(value);
}

namespace {

Outcome check_type(const Run& run, const std::string& name, const Value& value, const Place& place) {
  const DataItem* item = run.definition.data_item(name);
  if (item == nullptr || expression::fits(value, item->type)) return Done{};
  return diagnose(value_does_not_fit, place, item->label.empty() ? name : item->label,
                  expression::name_of(item->type), expression::describe(value));
}

}  // namespace

Outcome set_data(Run& run, const std::string& name, Value value, const Place& place) {
  ANJUAN_TRY([[maybe_unused]] const Done fit, check_type(run, name, value, place));
  run.data_names.insert(name);
  run.names[name] = std::move(value);
  return Done{};
}

Outcome assign(Run& run, const expression::Location& location, Value value) {
  if (run.data_names.count(location.name) == 0)
    return diagnose(cannot_be_set, location.place, location.source);
  if (location.path.empty()) return set_data(run, location.name, std::move(value), location.place);
  Fields changed{{location.name, run.names[location.name]}};
  ANJUAN_TRY([[maybe_unused]] const Done put,
             expression::assign(changed, location, std::move(value), surroundings(run, run.names)));
  return set_data(run, location.name, changed[location.name], location.place);
}

Fields snapshot(const Run& run, const Fields& params) {
  Fields data;
  for (const std::string& name : run.data_names) data[name] = run.names.at(name);
  for (const auto& [name, value] : params) data[name] = value;
  return data;
}

void raise_error(Run& run, const std::string& name, Diagnostics cause, const std::string& send_id) {
  QueuedEvent event{name, "platform", send_id, "", "", {}, {}, false};
  if (!cause.empty()) {
    event.data = Fields{{"line", cause[0].place.line},
                        {"column", cause[0].place.column},
                        {"reason", sentence(cause[0], Language::chinese)},
                        {"code", cause[0].row->code}};
  }
  event.cause = std::move(cause);
  run.internal_queue.push_back(std::move(event));
}

void want_in_force(Run& run, const std::vector<std::string>& ids, const Place& place) {
  for (const std::string& id : ids) {
    const Basis* basis = run.definition.basis(id);
    if (basis == nullptr) continue;
    if (run.on >= basis->in_force_from && (!basis->in_force_until || run.on <= *basis->in_force_until))
      continue;
    const bool said = std::any_of(run.refusals.begin(), run.refusals.end(), [&](const Diagnostic& before) {
      return before.row == &basis_not_in_force && before.basis == basis->provision;
    });
    if (said) continue;
    run.refusals.push_back(
        with_basis(diagnose(basis_not_in_force, place, Wording(official(run.on), iso(run.on)),
                            basis->provision.instrument, basis->provision.article),
                   basis->provision));
  }
}

void initialize_data(Run& run, StateIndex owner, const Fields& given) {
  for (std::size_t index : run.definition.states[owner].data) {
    const DataItem& item = run.definition.data[index];
    const auto supplied = given.find(item.id);
    auto value = supplied != given.end() ? Result<Value>(supplied->second) : evaluate(run, item.initial);
    Diagnostics failed;
    if (!value.ok()) {
      failed = value.diagnostics();
    } else if (const auto set = set_data(run, item.id, *value, item.place); !set.ok()) {
      failed = set.diagnostics();
    }
    if (!failed.empty()) raise_error(run, "error.execution", std::move(failed));
  }
}

}  // namespace anjuan::procedure
