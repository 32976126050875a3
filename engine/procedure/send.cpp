// Messages: to itself, to the parent and to cases; delayed ones where the data model allows them.

#include <algorithm>

#include "base/text.h"
#include "procedure/messages.h"
#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

Result<std::string> text_of(Run& run, const Code& code) {
  if (!code.given()) return std::string();
  ANJUAN_TRY(const Value value, evaluate(run, code));
  if (value.is(Value::Kind::text)) return value.text();
  return diagnose(not_of_kind, code.place, "send", Wording("文字", "a text"), expression::describe(value));
}

/// The digits as a number of thousandths or of units; nothing if there are other characters or too many.
std::optional<std::int64_t> read_number(std::string_view digits, int decimals) {
  std::int64_t value = 0;
  bool point = false, any = false;
  for (const char c : digits) {
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9' || value > max_delay_ms / 10) return std::nullopt;
    any = true;
    if (point && decimals-- <= 0) continue;  // finer than the clock
    value = value * 10 + (c - '0');
  }
  if (!any) return std::nullopt;
  for (; decimals > 0; --decimals) value = value <= max_delay_ms / 10 ? value * 10 : max_delay_ms;
  return value;
}

void delay_event(Run& run, const std::string& target, QueuedEvent event, std::int64_t delay) {
  const std::int64_t due = run.act.root.clock_ms + delay;
  DelayedEvent later{std::move(event.name), std::move(event.send_id),
                     std::move(event.data), due,
                     run.act.root.sends,    target};
  auto& delayed = changing_delayed(run.act, run.session);
  const auto after = std::find_if(delayed.begin(), delayed.end(),
                                  [&](const DelayedEvent& other) { return other.due_ms > due; });
  delayed.insert(after, std::move(later));
}

Outcome deliver(Run& run, const std::string& target, QueuedEvent event, const Place& place) {
  if (target.empty()) {
    post(run.act, run.session, std::move(event));
    return Done{};
  }
  if (target == "#_internal") {
    event.type = QueuedEvent::Type::internal;
    event.origin = event.origin_type = "";
    raise(run, std::move(event));
    return Done{};
  }
  const bool case_or_parent = target == "#_parent" || target.starts_with("#_case_");
  if (case_or_parent && run.definition.typed() && run.session.parent == nullptr) {
    const Fields values = event.data.is(Value::Kind::record) ? event.data.record()
                          : event.data.empty()               ? Fields{}
                                                             : Fields{{"内容", event.data}};
    run.act.moved.effects.emplace_back(SendMessage{target, event.name, values});
    return Done{};
  }
  if (Session* to = addressee(run, target)) {
    if (to == run.session.parent) event.invoke_id = invoke_id_of(run.session);
    post(run.act, *to, std::move(event));
    return Done{};
  }
  // A well-formed address that leads nowhere is a matter of communication; anything else is wrong.
  if (target.starts_with("#_")) return diagnose(message_undeliverable, place, target);
  return diagnose(send_target_unknown, place, target);
}

/// The message's id, put where the author wants it; "" if nobody asked for one.
Result<std::string> send_id(Run& run, const Send& send) {
  if (send.id_location.source.empty()) return send.id;
  if (!send.id_location.broken.empty()) return send.id_location.broken;
  const std::string id = "send." + std::to_string(run.act.root.sends);
  ANJUAN_DO(assign(run, *send.id_location.location, Value(id)));
  return id;
}

QueuedEvent outgoing(const Run& run, std::string name, Value data, std::string id) {
  return {std::move(name),
          QueuedEvent::Type::external,
          std::move(data),
          std::move(id),
          "#_scxml_" + session_id(run.act, run.session),
          std::string(scxml_processor)};
}

}  // namespace

Result<std::int64_t> milliseconds(const std::string& delay, const Place& place) {
  if (delay.empty()) return std::int64_t{0};
  std::string_view digits = delay;
  const bool fine = digits.ends_with("ms");
  const bool unit = digits.ends_with('s');
  digits.remove_suffix(fine ? 2 : unit ? 1 : 0);
  const auto value = unit ? read_number(digits, fine ? 0 : 3) : std::nullopt;
  if (value) return *value;
  return diagnose(not_of_kind, place, "delay", Wording("时长，如 1.5s", "a duration such as 1.5s"), delay);
}

Outcome execute_send(Run& run, const Send& send, const Place& place) {
  ++run.act.root.sends;
  ANJUAN_TRY(std::string id, send_id(run, send));
  run.failed_send = id;
  ANJUAN_TRY(std::string name, text_of(run, send.event));
  ANJUAN_TRY(const std::string target, text_of(run, send.target));
  ANJUAN_TRY(const std::string type, text_of(run, send.type));
  ANJUAN_TRY(const std::string delay_text, text_of(run, send.delay));
  ANJUAN_TRY(const std::int64_t delay,
             milliseconds(delay_text, send.delay.given() ? send.delay.place : place));
  ANJUAN_TRY(Value data, evaluate_payload(run, send.payload));
  if (!is_own_processor(type))
    return diagnose(not_of_kind, place, "type", Wording("scxml"), type);
  if (name.empty()) return diagnose(names_nothing, place, "send", "event");
  QueuedEvent event = outgoing(run, std::move(name), std::move(data), std::move(id));
  if (delay == 0) {
    ANJUAN_DO(deliver(run, target, std::move(event), place));
  } else {
    if (!target.empty() && !target.starts_with("#_")) return diagnose(send_target_unknown, place, target);
    if (run.session.delayed.size() >= max_delayed)
      return diagnose(too_many_queued, place, std::to_string(max_delayed));
    delay_event(run, target, std::move(event), delay);
  }
  run.failed_send.clear();
  return Done{};
}

void send_due(Run& run, const DelayedEvent& due) {
  const auto sent =
      deliver(run, due.target, outgoing(run, due.name, due.data, due.send_id), whole(run.definition));
  if (!sent.ok()) raise_error(run, "error.communication", sent.diagnostics(), "send", due.send_id);
}

Outcome execute_cancel(Run& run, const Cancel& cancel) {
  ANJUAN_TRY(const std::string id, text_of(run, cancel.id));
  std::erase_if(changing_delayed(run.act, run.session),
                [&](const DelayedEvent& event) { return event.send_id == id; });
  return Done{};
}

}  // namespace anjuan::procedure
