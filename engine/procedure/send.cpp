// Messages: to itself, to the parent and to cases; delayed ones where the data model allows them.

#include <algorithm>

#include "base/text.h"
#include "expression/expression.h"
#include "procedure/messages.h"
#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

constexpr std::string_view scxml_processor = "http://www.w3.org/TR/scxml/#SCXMLEventProcessor";

Result<std::string> text_of(const Run& run, const Code& code) {
  if (!code.given()) return std::string();
  ANJUAN_TRY(const Value value, evaluate(run, code));
  if (value.is(Value::Kind::text)) return value.text();
  return diagnose(not_of_kind, code.place, "send", Wording("文字", "a text"), expression::describe(value));
}

/// "1.5s", ".5s", "200ms" in milliseconds.
Result<std::int64_t> milliseconds(const std::string& delay, const Place& place) {
  if (delay.empty()) return std::int64_t{0};
  std::string_view number = delay;
  const bool fine = number.ends_with("ms");
  number.remove_suffix(fine ? 2 : number.ends_with("s") ? 1 : 0);
  const auto compiled = expression::compile(std::string(number) + (fine ? " * 1" : " * 1000"), place);
  if (compiled.ok() && (fine || delay.ends_with("s"))) {
    const Fields nothing;
    const auto value = expression::evaluate(*compiled, {nothing, {}, {}});
    if (value.ok() && value->is(Value::Kind::integer) && value->integer() >= 0) return value->integer();
  }
  return diagnose(not_of_kind, place, "delay", Wording("时长，如 1.5s", "a duration such as 1.5s"), delay);
}

void enqueue(Run& run, QueuedEvent event, bool internal, std::int64_t delay) {
  if (internal) {
    event.type = "internal";
    event.origin = event.origin_type = "";
    run.internal_queue.push_back(std::move(event));
  } else if (delay == 0) {
    run.external_queue.push_back(std::move(event));
  } else {
    auto& delayed = run.standing.delayed;
    DelayedEvent later{event.name, event.send_id, event.data, run.standing.clock_ms + delay,
                       run.standing.sends};
    const auto after = std::find_if(delayed.begin(), delayed.end(),
                                    [&](const DelayedEvent& other) { return other.due_ms > later.due_ms; });
    delayed.insert(after, std::move(later));
  }
}

Outcome deliver(Run& run, const std::string& target, QueuedEvent event, std::int64_t delay,
                const Place& place) {
  const std::string self = "#_scxml_" + session_of(run);
  if (target.empty() || target == self || target == "#_internal") {
    enqueue(run, std::move(event), target == "#_internal", delay);
    return Done{};
  }
  const bool case_or_parent = target == "#_parent" || target.starts_with("#_case_");
  if (case_or_parent && run.definition.typed()) {
    const Fields values = event.data.is(Value::Kind::record) ? event.data.record()
                          : event.data.empty()               ? Fields{}
                                                             : Fields{{"内容", event.data}};
    run.effects.emplace_back(SendMessage{target, event.name, values});
    return Done{};
  }
  // A well-formed address that leads nowhere is a matter of communication; anything else is wrong.
  if (target.starts_with("#_")) return diagnose(message_undeliverable, place, target);
  return diagnose(send_target_unknown, place, target);
}

}  // namespace

Outcome execute_send(Run& run, const Send& send, const Place& place) {
  QueuedEvent event;
  event.type = "external";
  event.origin = "#_scxml_" + session_of(run);
  event.origin_type = scxml_processor;
  ++run.standing.sends;
  event.send_id = send.id;
  if (!send.id_location.source.empty()) {
    if (!send.id_location.broken.empty()) return send.id_location.broken;
    event.send_id = "send." + std::to_string(run.standing.sends);
    ANJUAN_TRY([[maybe_unused]] const Done kept,
               assign(run, *send.id_location.location, Value(event.send_id)));
  }
  ANJUAN_TRY(event.name, text_of(run, send.event));
  ANJUAN_TRY(const std::string target, text_of(run, send.target));
  ANJUAN_TRY(const std::string type, text_of(run, send.type));
  ANJUAN_TRY(const std::string delay_text, text_of(run, send.delay));
  ANJUAN_TRY(const std::int64_t delay,
             milliseconds(delay_text, send.delay.given() ? send.delay.place : place));
  ANJUAN_TRY(event.data, evaluate_payload(run, send.payload));
  if (!type.empty() && type != "scxml" && type != scxml_processor) {
    const Diagnostic unknown = diagnose(not_of_kind, place, "type", Wording("scxml"), type);
    raise_error(run, "error.execution", {unknown}, event.send_id);
    return Done{};
  }
  if (event.name.empty()) return diagnose(names_nothing, place, "send", "event");
  const std::string send_id = event.send_id;
  const auto delivered = deliver(run, target, std::move(event), delay, place);
  if (delivered.ok()) return Done{};
  const bool communication = delivered.diagnostics()[0].row == &message_undeliverable;
  raise_error(run, communication ? "error.communication" : "error.execution", delivered.diagnostics(),
              send_id);
  return Done{};
}

Outcome execute_cancel(Run& run, const Cancel& cancel) {
  ANJUAN_TRY(const std::string id, text_of(run, cancel.id));
  std::erase_if(run.standing.delayed, [&](const DelayedEvent& event) { return event.send_id == id; });
  return Done{};
}

}  // namespace anjuan::procedure
