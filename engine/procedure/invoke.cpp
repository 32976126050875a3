// Charts inside charts: started when their state has come to rest, stopped when it is left.

#include <algorithm>

#include "base/text.h"
#include "procedure/messages.h"
#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

const Invoke& invoke_of(const Session& session, const Invocation& invocation) {
  return session.definition->states[invocation.state].invokes[invocation.ordinal];
}

int depth_of(const Session& session) {
  int depth = 0;
  for (const Session* above = session.parent; above != nullptr; above = above->parent) ++depth;
  return depth;
}

/// The chart to run, and its text where the file does not hold it.
Result<DefinitionPtr> chart_of(Run& run, const Invoke& invoke, std::string& text) {
  if (!invoke.broken.empty()) return invoke.broken;
  if (invoke.chart != nullptr) return invoke.chart;
  const Definition& definition = run.definition;
  const Code& code = invoke.has_content ? invoke.content : invoke.source;
  ANJUAN_TRY(const Value value, evaluate(run, code));
  if (!value.is(Value::Kind::text)) {
    return diagnose(not_of_kind, code.place, "invoke", Wording("文字", "a text"),
                    expression::describe(value));
  }
  text = value.text();
  if (!invoke.has_content) {
    const std::string* file = find_file(definition.with, text);
    if (file == nullptr) return diagnose(no_other_file, code.place, text);
    text = *file;
  }
  return load(text, definition.file, definition.with);
}

Outcome want_room(Run& run, const Invoke& invoke) {
  if (depth_of(run.session) >= max_invoke_depth) {
    return diagnose(invoked_too_deep, invoke.place, std::to_string(max_invoke_depth));
  }
  if (++run.act.invoked <= max_invoked) return Done{};
  const Diagnostic stopped = diagnose(too_many_invoked, invoke.place, std::to_string(max_invoked));
  if (!run.act.stopped()) run.act.stop(stopped);
  return stopped;
}

/// "state.number", if the author gave no id.
Result<std::string> id_for(Run& run, const Invoke& invoke, const State& state) {
  if (!invoke.id.empty()) return invoke.id;
  const std::string id = state.id + "." + std::to_string(++run.act.root.sends);
  if (invoke.id_location.source.empty()) return id;
  if (!invoke.id_location.broken.empty()) return invoke.id_location.broken;
  ANJUAN_DO(assign(run, *invoke.id_location.location, Value(id)));
  return id;
}

Outcome start_invoke(Run& run, StateIndex s, std::size_t ordinal) {
  const State& state = run.definition.states[s];
  const Invoke& invoke = state.invokes[ordinal];
  ANJUAN_DO(want_room(run, invoke));
  ANJUAN_TRY(const Value type, evaluate(run, invoke.type));
  if (!is_chart_type(type.text_or_empty())) {
    return diagnose(not_of_kind, invoke.place, "type", Wording("scxml"), type.text_or_empty());
  }
  Invocation invocation{"", s, ordinal, "", {}};
  ANJUAN_TRY(const DefinitionPtr chart, chart_of(run, invoke, invocation.chart));
  ANJUAN_TRY(const Fields given, evaluate_params(run, invoke.params));
  ANJUAN_TRY(invocation.id, id_for(run, invoke, state));
  Session child = new_session(chart);
  child.id = session_id(run.act, run.session) + "." + invocation.id;
  child.parent = &run.session;
  invocation.child.push_back(std::move(child));
  run.session.invocations.push_back(std::move(invocation));
  begin(run.act, run.session.invocations.back().child.front(), given);
  return Done{};
}

/// An empty finalize takes over the values that are named as the params are (SCXML 6.5.2).
void take_over(Run& run, const Invoke& invoke, const QueuedEvent& event) {
  for (const Param& param : invoke.params) {
    if (!param.location || !event.data.is(Value::Kind::record)) continue;
    const auto given = event.data.record().find(param.name);
    if (given == event.data.record().end()) continue;
    const auto kept = param.location->location ? assign(run, *param.location->location, given->second)
                                               : Outcome(param.location->broken);
    if (!kept.ok()) raise_error(run, "error.execution", kept.diagnostics(), "finalize");
  }
}

}  // namespace

void start_invokes(Run& run) {
  const StateSet states = run.to_invoke;
  run.to_invoke.clear();
  for (StateIndex s : states) {
    for (std::size_t ordinal = 0; ordinal < run.definition.states[s].invokes.size(); ++ordinal) {
      const auto started = start_invoke(run, s, ordinal);
      if (run.act.stopped()) return;
      if (!started.ok()) raise_error(run, "error.execution", started.diagnostics(), "invoke");
    }
  }
}

void cancel_invokes(Run& run, StateIndex s) {
  std::vector<Invocation>& invocations = run.session.invocations;
  for (Invocation& invocation : invocations) {
    if (invocation.state != s) continue;
    Session& child = invocation.child.front();
    if (child.finished) continue;  // what it has sent still arrives
    Run last(run.act, child);
    last.cancelled = true;
    exit_interpreter(last);
    // What a cancelled chart has sent is not waited for, nor what was sent to it.
    run.act.external.erase_if([&](const Delivery& delivery) {
      return delivery.to == &child ||
             (delivery.to == &run.session && delivery.event.invoke_id == invocation.id);
    });
  }
  std::erase_if(invocations, [&](const Invocation& invocation) { return invocation.state == s; });
}

void before_event(Run& run, const QueuedEvent& event) {
  for (const Invocation& invocation : run.session.invocations) {
    const Invoke& invoke = invoke_of(run.session, invocation);
    if (!event.invoke_id.empty() && event.invoke_id == invocation.id && invoke.finalizes) {
      invoke.finalize.empty() ? take_over(run, invoke, event) : execute_content(run, invoke.finalize);
    }
  }
  for (Invocation& invocation : run.session.invocations) {
    Session& child = invocation.child.front();
    if (invoke_of(run.session, invocation).forwards && !child.finished) post(run.act, child, event);
  }
}

bool forwards(const Session& session) {
  return std::any_of(session.invocations.begin(), session.invocations.end(),
                     [&](const Invocation& invocation) { return invoke_of(session, invocation).forwards; });
}

void link_invoked(Session& session) {
  for (Invocation& invocation : session.invocations) {
    for (Session& child : invocation.child) {
      child.parent = &session;
      link_invoked(child);
    }
  }
}

std::string invoke_id_of(const Session& session) {
  for (const Invocation& invocation : session.parent->invocations) {
    if (&invocation.child.front() == &session) return invocation.id;
  }
  return "";
}

void end_invoked(Act& act, Session& session, Value done_data) {
  if (session.parent == nullptr) return;
  const std::string id = invoke_id_of(session);
  post(act, *session.parent,
       {"done.invoke." + id, QueuedEvent::Type::external, std::move(done_data), "", "", "", id});
}

void drop_ended(Session& session) {
  std::erase_if(session.invocations,
                [](const Invocation& invocation) { return invocation.child.front().finished; });
  for (Invocation& invocation : session.invocations) drop_ended(invocation.child.front());
}

}  // namespace anjuan::procedure
