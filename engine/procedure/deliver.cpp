// Events between sessions, and from one act to its rest.

#include "procedure/messages.h"
#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

Session* find_session(const Act& act, Session& session, std::string_view id) {
  if (session.finished) return nullptr;
  if (session_id(act, session) == id) return &session;
  for (Invocation& invocation : session.invocations) {
    for (Session& child : invocation.child) {
      if (Session* found = find_session(act, child, id)) return found;
    }
  }
  return nullptr;
}

}  // namespace

void post(Act& act, Session& to, QueuedEvent event) {
  if (act.external.size() < max_queued) {
    act.external.push({&to, std::move(event)});
  } else if (!act.stopped()) {
    act.stop(diagnose(too_many_queued, whole(*act.root.definition), std::to_string(max_queued)));
  }
}

Session* addressee(const Run& run, const std::string& target) {
  constexpr std::string_view session = "#_scxml_", invoked = "#_";
  if (target == "#_parent") return run.session.parent;
  if (target.starts_with(session)) {
    return find_session(run.act, run.act.root, std::string_view(target).substr(session.size()));
  }
  if (!target.starts_with(invoked)) return nullptr;
  for (Invocation& invocation : run.session.invocations) {
    if (invocation.id != std::string_view(target).substr(invoked.size())) continue;
    if (!invocation.child.front().finished) return &invocation.child.front();
  }
  return nullptr;
}

void begin(Act& act, Session& session, const Fields& given) {
  session.started = true;
  Run run(act, session);
  const Definition& definition = run.definition;
  const std::size_t bound_now = definition.late_binding ? 1 : definition.states.size();
  for (StateIndex s = 0; s < bound_now; ++s) initialize_data(run, s, given);
  execute_content(run, definition.load_scripts);
  enter_states(run, {definition.states[0].initial});
  macrostep(run);
}

void settle(Act& act) {
  while (!act.external.empty() && !act.stopped()) {
    const Delivery delivery = act.external.pop();
    if (delivery.to->finished) continue;
    Run run(act, *delivery.to);
    bind_event(run, delivery.event);
    before_event(run, delivery.event);
    take_event(run, delivery.event);
    macrostep(run);
  }
  drop_ended(act.root);
}

}  // namespace anjuan::procedure
