// Names, values and errors of a run.

#include <algorithm>

#include "base/text.h"
#include "procedure/messages.h"
#include "procedure/run.h"

namespace anjuan::procedure {

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

Value io_processors(const std::string& session) {
  const Value here = Fields{{"location", "#_scxml_" + session}};
  return Fields{{std::string(scxml_processor), here}, {"scxml", here}};
}

}  // namespace

std::string session_id(const Act& act, const Session& session) {
  if (&session != &act.root) return session.id;
  const auto found = act.facts.fields.find("案件");
  if (found == act.facts.fields.end()) return "session";
  const std::string& id = found->second.field("编号").text_or_empty();
  return id.empty() ? "session" : id;
}

Run::Run(Act& of, Session& moving)
    : act(of),
      session(moving),
      definition(*moving.definition),
      values(static_cast<std::size_t>(definition.names.size())),
      around{act.facts.fields} {
  for (std::size_t slot = 0; slot < definition.slots.size(); ++slot) {
    if (session.data[slot]) show(definition.slots[slot].number, *session.data[slot]);
  }
  for (const auto& [number, value] : definition.constants) show(number, value);
  const SystemNumbers& system = definition.system;
  if (system.date >= 0) hold(system.date, Value(act.on));
  if (system.session >= 0) hold(system.session, Value(session_id(act, session)));
  if (system.processors >= 0) hold(system.processors, io_processors(session_id(act, session)));
  around.values = values;
  around.effort = &act.effort;
  around.in_state = [this](std::string_view id) {
    const auto found = definition.find(id);
    return found && session.configuration.contains(*found);
  };
  if (act.facts.calendar != nullptr) {
    around.working_days_between = [this](Day from, Day to) {
      return act.facts.calendar->working_days_between(from, to);
    };
  }
}

void Run::hold(int number, Value value) {
  held_.push_back(std::make_unique<const Value>(std::move(value)));
  show(number, *held_.back());
}

void bind_event(Run& run, const QueuedEvent& event) {
  if (run.definition.system.event < 0) return;
  const auto text = [](const std::string& s) { return s.empty() ? Value() : Value(s); };
  run.event = Fields{{"name", event.name},
                     {"type", word_for(event.type)},
                     {"sendid", text(event.send_id)},
                     {"origin", text(event.origin)},
                     {"origintype", text(event.origin_type)},
                     {"invokeid", text(event.invoke_id)},
                     {"data", event.data}};
  run.show(run.definition.system.event, run.event);
}

namespace {

/// What an expression of the untyped language has set on the way.
Outcome take_changes(Run& run, Fields& changed, const Place& place) {
  for (auto& [name, value] : changed) {
    const std::size_t slot = run.definition.slot_of(name);
    if (slot == no_index) return diagnose(cannot_be_set, place, name);
    ANJUAN_DO(set_data(run, slot, std::move(value), place));
  }
  return Done{};
}

}  // namespace

Result<Value> evaluate(Run& run, const Code& code) {
  if (!code.broken.empty()) return code.broken;
  if (!code.expression) return Value();
  ANJUAN_DO(may_evaluate(run.act, code.place));
  Fields changed;
  const bool untyped = !run.definition.typed();
  auto value = expression::evaluate(*code.expression, run.around, untyped ? &changed : nullptr);
  if (!changed.empty()) {
    ANJUAN_DO(take_changes(run, changed, code.place));
  }
  if (!value.ok()) return value;
  ANJUAN_DO(weigh(run.act, *value, code.place));
  return value;
}

Result<bool> is_true(Run& run, const Code& code) {
  if (!code.broken.empty()) return code.broken;
  if (!code.expression) return true;
  ANJUAN_DO(may_evaluate(run.act, code.place));
  if (run.definition.typed()) return expression::holds(*code.expression, run.around);
  Fields changed;
  auto holds = expression::holds(*code.expression, run.around, &changed);
  ANJUAN_DO(take_changes(run, changed, code.place));
  return holds;
}

Outcome run_script(Run& run, const Script& script, const Place& place) {
  if (!script.broken.empty()) return script.broken;
  ANJUAN_DO(may_evaluate(run.act, place));
  if (!script.statements) {
    for (const expression::Assignment& assignment : script.assignments) {
      ANJUAN_DO(may_evaluate(run.act, assignment.value.place()));
      ANJUAN_TRY(Value value, expression::evaluate(assignment.value, run.around));
      ANJUAN_DO(weigh(run.act, value, assignment.value.place()));
      ANJUAN_DO(assign(run, assignment.location, std::move(value)));
    }
    return Done{};
  }
  Fields changed;
  Outcome outcome = expression::run(script, run.around, changed);
  ANJUAN_DO(take_changes(run, changed, place));
  return outcome;
}

namespace {

Outcome check_type(const Run& run, std::size_t slot, const Value& value, const Place& place) {
  const std::size_t index = run.definition.slots[slot].data;
  if (index == no_index) return Done{};
  const DataItem& item = run.definition.data[index];
  if (expression::fits(value, item.type)) return Done{};
  return diagnose(value_does_not_fit, place, item.label.empty() ? item.id : item.label,
                  expression::name_of(item.type), expression::describe(value));
}

}  // namespace

Outcome set_data(Run& run, std::size_t slot, Value value, const Place& place) {
  ANJUAN_DO(check_type(run, slot, value, place));
  ANJUAN_DO(weigh(run.act, value, place));
  change_data(run, slot, std::move(value));
  run.show(run.definition.slots[slot].number, *run.session.data[slot]);
  return Done{};
}

Outcome assign(Run& run, const expression::Location& location, Value value) {
  const std::size_t slot = run.definition.slot_at(location.number);
  if (slot == no_index || !run.session.data[slot])
    return diagnose(cannot_be_set, location.place, location.source);
  if (location.path.empty()) return set_data(run, slot, std::move(value), location.place);
  ANJUAN_TRY(Value whole, expression::put(*run.session.data[slot], location, std::move(value), run.around));
  return set_data(run, slot, std::move(whole), location.place);
}

Fields data_with(const Run& run, const Fields& params) {
  Fields data = params;
  for (std::size_t slot = 0; slot < run.definition.slots.size(); ++slot) {
    if (run.session.data[slot]) data.emplace(run.definition.slots[slot].name, *run.session.data[slot]);
  }
  return data;
}

void raise(Run& run, QueuedEvent event) {
  if (run.internal_queue.size() < max_queued) {
    run.internal_queue.push(std::move(event));
  } else if (!run.act.stopped()) {
    run.act.stop(diagnose(too_many_queued, whole(run.definition), std::to_string(max_queued)));
  }
}

void raise_error(Run& run, const std::string& name, Diagnostics cause, const std::string& element,
                 const std::string& send_id) {
  QueuedEvent event{name, QueuedEvent::Type::platform, {}, send_id};
  if (!cause.empty()) {
    event.data = Fields{{"tagname", element},
                        {"line", cause[0].place.line},
                        {"column", cause[0].place.column},
                        {"reason", sentence(cause[0], Language::chinese)},
                        {"code", cause[0].row->code}};
  }
  run.act.moved.errors.insert(run.act.moved.errors.end(), cause.begin(), cause.end());
  event.cause = std::move(cause);
  raise(run, std::move(event));
}

void want_in_force(Run& run, const std::vector<std::string>& ids, const Place& place) {
  for (const std::string& id : ids) {
    const Basis* basis = run.definition.basis(id);
    if (basis == nullptr) continue;
    if (run.act.on >= basis->in_force_from &&
        (!basis->in_force_until || run.act.on <= *basis->in_force_until))
      continue;
    Diagnostics& refusals = run.act.refusals;
    const bool said = std::any_of(refusals.begin(), refusals.end(), [&](const Diagnostic& before) {
      return before.row == &basis_not_in_force && before.basis == basis->provision;
    });
    if (said) continue;
    refusals.push_back(
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
    } else if (const auto set = set_data(run, run.definition.slot_of(item.id), *value, item.place);
               !set.ok()) {
      failed = set.diagnostics();
    }
    if (!failed.empty()) raise_error(run, "error.execution", std::move(failed), "data");
  }
}

}  // namespace anjuan::procedure
