// A standing as a value and back, for the store.

#include "procedure/standing.h"

namespace anjuan::procedure {

namespace {

Value ids(const std::vector<std::string>& texts) {
  List list;
  for (const std::string& text : texts) list.emplace_back(text);
  return Value(std::move(list));
}

std::vector<std::string> ids_from(const Value& value) {
  std::vector<std::string> texts;
  if (!value.is(Value::Kind::list)) return texts;
  for (const Value& item : value.list()) texts.push_back(item.text_or_empty());
  return texts;
}

const Fields& fields_from(const Value& value) {
  static const Fields none;
  return value.is(Value::Kind::record) ? value.record() : none;
}
bool boolean_from(const Value& value) { return value.is(Value::Kind::boolean) && value.boolean(); }
std::int64_t integer_from(const Value& value) { return value.is(Value::Kind::integer) ? value.integer() : 0; }
Day day_from(const Value& value) { return value.is(Value::Kind::date) ? value.date() : Day{}; }

const char* unit_text(calendar::Unit unit) {
  switch (unit) {
    case calendar::Unit::working_days:
      return "working-days";
    case calendar::Unit::calendar_days:
      return "calendar-days";
    case calendar::Unit::months:
      return "months";
    case calendar::Unit::hours:
      break;
  }
  return "hours";
}

Value limit_value(const OpenTimeLimit& limit) {
  return Fields{{"label", limit.label},
                {"on_due", limit.on_due},
                {"from", limit.from},
                {"length", limit.limit.length},
                {"unit", unit_text(limit.limit.unit)},
                {"instrument", limit.limit.basis.instrument},
                {"article", limit.limit.basis.article},
                {"started", limit.deadline.started},
                {"due", limit.deadline.due},
                {"provisional", limit.deadline.provisional},
                {"missing_year", limit.deadline.missing_year},
                {"due_raised", limit.due_raised}};
}

OpenTimeLimit limit_from(const std::string& id, const Value& value) {
  OpenTimeLimit limit;
  limit.id = id;
  limit.label = value.field("label").text_or_empty();
  limit.on_due = value.field("on_due").text_or_empty();
  limit.from = day_from(value.field("from"));
  limit.limit.length = static_cast<int>(integer_from(value.field("length")));
  limit.limit.unit =
      calendar::parse_unit(value.field("unit").text_or_empty()).value_or(calendar::Unit::working_days);
  limit.limit.basis = {value.field("instrument").text_or_empty(), value.field("article").text_or_empty()};
  limit.deadline.started = day_from(value.field("started"));
  limit.deadline.due = day_from(value.field("due"));
  limit.deadline.provisional = boolean_from(value.field("provisional"));
  limit.deadline.missing_year = static_cast<int>(integer_from(value.field("missing_year")));
  limit.due_raised = boolean_from(value.field("due_raised"));
  return limit;
}

Value delayed_value(const std::vector<DelayedEvent>& events) {
  List list;
  for (const DelayedEvent& event : events) {
    Fields fields{{"name", event.name},
                  {"send_id", event.send_id},
                  {"data", event.data},
                  {"due_ms", event.due_ms},
                  {"order", event.order}};
    if (!event.target.empty()) fields["target"] = event.target;
    list.emplace_back(std::move(fields));
  }
  return Value(std::move(list));
}

Value invoked_value(const std::vector<InvokedStanding>& invoked) {
  List list;
  for (const InvokedStanding& one : invoked) {
    list.emplace_back(Fields{{"id", one.id},
                             {"state", one.state},
                             {"ordinal", one.ordinal},
                             {"chart", one.chart},
                             {"child", one.child.empty() ? Value() : to_value(one.child.front())}});
  }
  return Value(std::move(list));
}

std::vector<InvokedStanding> invoked_from(const Value& value) {
  std::vector<InvokedStanding> invoked;
  if (!value.is(Value::Kind::list)) return invoked;
  for (const Value& item : value.list()) {
    if (!item.field("child").is(Value::Kind::record)) continue;
    invoked.push_back({item.field("id").text_or_empty(), item.field("state").text_or_empty(),
                       integer_from(item.field("ordinal")), item.field("chart").text_or_empty(), {}});
    invoked.back().child.push_back(standing_from(item.field("child")));
  }
  return invoked;
}

std::vector<DelayedEvent> delayed_from(const Value& value) {
  std::vector<DelayedEvent> events;
  if (!value.is(Value::Kind::list)) return events;
  for (const Value& item : value.list()) {
    if (!item.is(Value::Kind::record)) continue;
    events.push_back({item.field("name").text_or_empty(), item.field("send_id").text_or_empty(),
                      item.field("data"), integer_from(item.field("due_ms")),
                      integer_from(item.field("order")), item.field("target").text_or_empty()});
  }
  return events;
}

}  // namespace

Value to_value(const Standing& standing) {
  Fields history, limits;
  for (const auto& [id, stored] : standing.history) history[id] = ids(stored);
  for (const auto& [id, limit] : standing.limits) limits[id] = limit_value(limit);
  Fields fields{{"definition_digest", standing.definition_digest},
                {"active", ids(standing.active)},
                {"history", std::move(history)},
                {"entered_once", ids(standing.entered_once)},
                {"data", standing.data},
                {"limits", std::move(limits)},
                {"started", standing.started},
                {"finished", standing.finished},
                {"incident", standing.incident},
                {"steps", standing.steps},
                {"delayed", delayed_value(standing.delayed)},
                {"clock_ms", standing.clock_ms},
                {"sends", standing.sends}};
  if (!standing.invoked.empty()) fields["invoked"] = invoked_value(standing.invoked);
  return fields;
}

Standing standing_from(const Value& value) {
  Standing standing;
  if (!value.is(Value::Kind::record)) return standing;
  standing.definition_digest = value.field("definition_digest").text_or_empty();
  standing.active = ids_from(value.field("active"));
  for (const auto& [id, stored] : fields_from(value.field("history")))
    standing.history[id] = ids_from(stored);
  standing.entered_once = ids_from(value.field("entered_once"));
  standing.data = fields_from(value.field("data"));
  for (const auto& [id, limit] : fields_from(value.field("limits"))) {
    if (limit.is(Value::Kind::record)) standing.limits[id] = limit_from(id, limit);
  }
  standing.started = boolean_from(value.field("started"));
  standing.finished = boolean_from(value.field("finished"));
  standing.incident = value.field("incident").text_or_empty();
  standing.steps = integer_from(value.field("steps"));
  standing.delayed = delayed_from(value.field("delayed"));
  standing.clock_ms = integer_from(value.field("clock_ms"));
  standing.sends = integer_from(value.field("sends"));
  standing.invoked = invoked_from(value.field("invoked"));
  return standing;
}

}  // namespace anjuan::procedure
