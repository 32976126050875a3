// Names, values and errors of a run.

#include <algorithm>

#include "base/text.h"
#include "procedure/messages.h"
#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

expression::Surroundings surroundings(const Run& run, const Fields& names) {
  expression::Surroundings around{names, {}, {}};
  around.in_state = [&run](std::string_view id) {
    const auto found = run.definition.find(id);
    return found && run.session.configuration.contains(*found);
  };
  if (run.act.facts.calendar != nullptr) {
    around.working_days_between = [&run](Day from, Day to) {
      return run.act.facts.calendar->working_days_between(from, to);
    };
  }
  return around;
}

Value io_processors(const std::string& session) {
  const Value here = Fields{{"location", "#_scxml_" + session}};
  return Fields{{std::string(scxml_processor), here}, {"scxml", here}};
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

std::string session_id(const Act& act, const Session& session) {
  if (&session != &act.root) return session.id;
  const auto found = act.facts.fields.find("案件");
  if (found == act.facts.fields.end()) return "session";
  const std::string& id = found->second.field("编号").text_or_empty();
  return id.empty() ? "session" : id;
}

Run make_run(Act& act, Session& session) {
  const Definition& definition = *session.definition;
  Run run{act, session, definition};
  run.names = act.facts.fields;
  if (definition.typed()) run.names["日期"] = Value(act.on);
  for (const Parameter& parameter : definition.parameters) run.names[parameter.id] = parameter.value;
  for (std::size_t slot = 0; slot < definition.slots.size(); ++slot) {
    if (session.data[slot]) run.names[definition.slots[slot]] = *session.data[slot];
  }
  const std::string id = session_id(act, session);
  run.names["_name"] = Value(definition.name);
  run.names["_sessionid"] = Value(id);
  run.names["_ioprocessors"] = io_processors(id);
  run.names["_x"] = Value(Fields{});
  return run;
}

namespace {

const char* word_for(QueuedEvent::Type type) {
  switch (type) {
    case QueuedEvent::Type::internal:
      return "internal";
    case QueuedEvent::Type::platform:
      return "platform";
    case QueuedEvent::Type::external:
      break;
  }
  return "external";
}

}  // namespace

void bind_event(Run& run, const QueuedEvent& event) {
  const auto text = [](const std::string& s) { return s.empty() ? Value() : Value(s); };
  run.names["_event"] = Fields{{"name", event.name},
                               {"type", word_for(event.type)},
                               {"sendid", text(event.send_id)},
                               {"origin", text(event.origin)},
                               {"origintype", text(event.origin_type)},
                               {"invokeid", text(event.invoke_id)},
                               {"data", event.data}};
}

Result<Value> evaluate_with(const Run& run, const Code& code, const Fields& names) {
  if (!code.broken.empty()) return code.broken;
  if (!code.expression) return Value();
  return expression::evaluate(*code.expression, surroundings(run, names));
}

Result<Value> evaluate(Run& run, const Code& code) {
  ANJUAN_TRY(Value value, evaluate_with(run, code, run.names));
  ANJUAN_TRY([[maybe_unused]] const Done light, weigh(run.act, value, code.place));
  return value;
}

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
  const auto slot = run.definition.slot_of(name);
  if (!slot) return diagnose(cannot_be_set, place, name);
  ANJUAN_TRY([[maybe_unused]] const Done fit, check_type(run, name, value, place));
  run.names[name] = value;
  change_data(run, *slot, std::move(value));
  return Done{};
}

bool is_data(const Run& run, const std::string& name) {
  const auto slot = run.definition.slot_of(name);
  return slot && run.session.data[*slot];
}

Outcome assign(Run& run, const expression::Location& location, Value value) {
  if (!is_data(run, location.name)) return diagnose(cannot_be_set, location.place, location.source);
  if (location.path.empty()) return set_data(run, location.name, std::move(value), location.place);
  Fields changed{{location.name, run.names[location.name]}};
  ANJUAN_TRY([[maybe_unused]] const Done put,
             expression::assign(changed, location, std::move(value), surroundings(run, run.names)));
  ANJUAN_TRY([[maybe_unused]] const Done light, weigh(run.act, changed[location.name], location.place));
  return set_data(run, location.name, changed[location.name], location.place);
}

Fields data_with(const Run& run, const Fields& params) {
  Fields data = params;
  for (std::size_t slot = 0; slot < run.definition.slots.size(); ++slot) {
    if (run.session.data[slot]) data.emplace(run.definition.slots[slot], *run.session.data[slot]);
  }
  return data;
}

void raise(Run& run, QueuedEvent event) {
  if (run.internal_queue.size() >= max_queued) {
    run.act.stop(diagnose(too_many_queued, whole(run.definition), std::to_string(max_queued)));
    return;
  }
  run.internal_queue.push(std::move(event));
}

void raise_error(Run& run, const std::string& name, Diagnostics cause, const std::string& send_id) {
  QueuedEvent event{name, QueuedEvent::Type::platform, {}, send_id};
  if (!cause.empty()) {
    event.data = Fields{{"line", cause[0].place.line},
                        {"column", cause[0].place.column},
                        {"reason", sentence(cause[0], Language::chinese)},
                        {"code", cause[0].row->code}};
  }
  event.cause = std::move(cause);
  raise(run, std::move(event));
}

void want_in_force(Run& run, const std::vector<std::string>& ids, const Place& place) {
  for (const std::string& id : ids) {
    const Basis* basis = run.definition.basis(id);
    if (basis == nullptr) continue;
    if (run.act.on >= basis->in_force_from && (!basis->in_force_until || run.act.on <= *basis->in_force_until))
      continue;
    const bool said = std::any_of(run.act.refusals.begin(), run.act.refusals.end(), [&](const Diagnostic& before) {
      return before.row == &basis_not_in_force && before.basis == basis->provision;
    });
    if (said) continue;
    run.act.refusals.push_back(
        with_basis(diagnose(basis_not_in_force, place, Wording(official(run.act.on), iso(run.act.on)),
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
