// start and step: from one rest to the next.

#include <algorithm>

#include "base/text.h"
#include "procedure/messages.h"
#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

Diagnostics check_initial_data(const Definition& definition, const Fields& given) {
  Diagnostics found;
  std::vector<std::string> known;
  for (const DataItem& item : definition.data) known.push_back(item.id);
  for (const auto& [name, value] : given) {
    const DataItem* item = definition.data_item(name);
    if (item == nullptr) {
      found.push_back(diagnose(initial_unknown, whole(definition), name, enumerated(known)));
    } else if (!expression::fits(value, item->type)) {
      found.push_back(diagnose(value_does_not_fit, item->place, item->label.empty() ? name : item->label,
                               expression::name_of(item->type), expression::describe(value)));
    }
  }
  return found;
}

/// Limits whose due event has been taken run on, but raise it no more.
void mark_due_events(Run& run, const Event& event) {
  if (event.origin != "#_timer") return;
  for (auto& [id, limit] : changing_limits(run)) {
    if (limit.on_due == event.name && limit.deadline.due < event.on) limit.due_raised = true;
  }
}

Outcome may_go_on(const Session& session) {
  const Definition& definition = *session.definition;
  if (!session.started) return diagnose(not_started, whole(definition));
  if (!session.finished) return Done{};
  std::string last = "—";
  for (StateIndex s : session.configuration) last = label_of(definition.states[s]);
  return diagnose(already_finished, whole(definition), last);
}

/// Runs one act on the session: `move` begins it, other sessions follow. It counts only as a whole.
template <class Move>
Result<Moved> act_on(Session& session, const Facts& facts, Day on, const Move& move) {
  Act act(session, facts, on);
  keep(act);
  link_invoked(session);
  session.incident.clear();
  Diagnostics refused = move(act);
  if (refused.empty()) settle(act);
  // Why an act was stopped is told alone: what else was wanting may follow from that.
  if (refused.empty() || act.stopped()) refused = std::move(act.refusals);
  if (!refused.empty()) {
    give_back(act);
    return refused;
  }
  ++session.steps;
  return std::move(act.moved);
}

/// Inputs and requirements of what the event enables; everything that is missing at once.
Diagnostics unmet_by(Run& run, const TransitionList& transitions, const Event& event) {
  Diagnostics unmet = check_inputs(run, transitions, event.values, event.origin.empty());
  for (TransitionIndex t : transitions) {
    const Transition& transition = run.definition.transitions[t];
    const InputsShown shown(run, transition, event.values);
    for (Diagnostic& one : check_requirements(run, transition)) unmet.push_back(std::move(one));
  }
  return unmet;
}

Diagnostics take(Run& run, const Event& event) {
  const QueuedEvent queued{event.name, QueuedEvent::Type::external, Value(event.values), "", event.origin};
  bind_event(run, queued);
  const bool forwarded = forwards(run.session);
  before_event(run, queued);
  const TransitionList transitions = select_transitions(run, queued);
  if (transitions.empty()) {
    // An untyped chart may answer the error of a condition; a person is told of it instead.
    const bool answered = !run.definition.typed() && !run.internal_queue.empty();
    if (!answered && !forwarded) return refuse(run, event);
  } else {
    Diagnostics unmet = unmet_by(run, transitions, event);
    if (!unmet.empty()) return unmet;
    run.act.moved.asked = transitions;
    mark_due_events(run, event);
    microstep(run, transitions, &event.values);
  }
  macrostep(run);
  return {};
}

/// The session in the tree whose delayed event is due first, itself included; null if there is none.
template <class Any>
Any* first_due(Any& session) {
  Any* first = session.delayed.empty() ? nullptr : &session;
  for (auto& invocation : session.invocations) {
    Any* other = first_due(invocation.child.front());
    if (other == nullptr) continue;
    const auto when = [](const Any* s) {
      return std::pair(s->delayed.front().due_ms, s->delayed.front().order);
    };
    if (first == nullptr || when(other) < when(first)) first = other;
  }
  return first;
}

Result<Step> as_step(const Session& session, Moved moved) {
  Step step;
  step.after = snapshot(session);
  step.reasons = reasons_of(*session.definition, moved);
  step.roles = roles_of(*session.definition, moved);
  step.effects = std::move(moved.effects);
  return step;
}

}  // namespace

Result<Moved> start(Session& session, const Facts& facts, Day on, const Fields& initial_data) {
  Diagnostics wrong = check_initial_data(*session.definition, initial_data);
  if (!wrong.empty()) return wrong;
  return act_on(session, facts, on, [&](Act& act) {
    begin(act, session, initial_data);
    return Diagnostics{};
  });
}

Result<Moved> step(Session& session, const Event& event, const Facts& facts) {
  ANJUAN_DO(may_go_on(session));
  if (event.origin.empty() && is_of_interpreter(event.name))
    return diagnose(event_of_interpreter, whole(*session.definition), event.name);
  return act_on(session, facts, event.on, [&](Act& act) {
    Run run(act, session);
    return take(run, event);
  });
}

Result<std::optional<Moved>> next_delayed(Session& session, const Facts& facts) {
  Session* const due = session.finished ? nullptr : first_due(session);
  if (due == nullptr) return std::optional<Moved>();
  auto moved = act_on(session, facts, Day{}, [&](Act& act) {
    auto& delayed = changing_delayed(act, *due);
    const DelayedEvent event = std::move(delayed.front());
    delayed.erase(delayed.begin());
    session.clock_ms = event.due_ms;
    Run run(act, *due);
    send_due(run, event);
    if (!run.internal_queue.empty()) macrostep(run);
    return Diagnostics{};
  });
  if (!moved.ok()) return moved.diagnostics();
  return std::optional<Moved>(std::move(moved).value());
}

std::optional<std::int64_t> next_due(const Session& session) {
  const Session* due = session.finished ? nullptr : first_due(session);
  if (due == nullptr) return std::nullopt;
  return due->delayed.front().due_ms;
}

Result<Step> start(DefinitionPtr definition, const Facts& facts, Day on, const Fields& initial_data) {
  Session session = new_session(std::move(definition));
  ANJUAN_TRY(Moved moved, start(session, facts, on, initial_data));
  return as_step(session, std::move(moved));
}

Result<Step> step(DefinitionPtr definition, const Standing& before, const Event& event, const Facts& facts) {
  ANJUAN_TRY(Session session, restore(std::move(definition), before));
  ANJUAN_TRY(Moved moved, step(session, event, facts));
  return as_step(session, std::move(moved));
}

Result<std::optional<Step>> next_delayed(DefinitionPtr definition, const Standing& before,
                                         const Facts& facts) {
  ANJUAN_TRY(Session session, restore(std::move(definition), before));
  ANJUAN_TRY(std::optional<Moved> moved, next_delayed(session, facts));
  if (!moved) return std::optional<Step>();
  ANJUAN_TRY(Step step, as_step(session, std::move(*moved)));
  return std::optional<Step>(std::move(step));
}

}  // namespace anjuan::procedure
