// What an act has changed, so that a refused one can give everything back.

#include "procedure/run.h"

namespace anjuan::procedure {

void keep(Act& act) {
  const Session& session = act.root;
  Before& before = act.before;
  before.configuration = session.configuration;
  before.entered_once = session.entered_once;
  before.invocations = session.invocations;
  before.incident = session.incident;
  before.started = session.started;
  before.finished = session.finished;
  before.clock_ms = session.clock_ms;
  before.sends = session.sends;
}

void give_back(Act& act) {
  Session& session = act.root;
  Before& before = act.before;
  session.configuration = before.configuration;
  session.entered_once = before.entered_once;
  for (auto change = before.data.rbegin(); change != before.data.rend(); ++change)
    session.data[change->first] = std::move(change->second);
  if (before.history) session.history = std::move(*before.history);
  if (before.limits) session.limits = std::move(*before.limits);
  if (before.delayed) session.delayed = std::move(*before.delayed);
  session.invocations = std::move(before.invocations);
  session.incident = std::move(before.incident);
  session.started = before.started;
  session.finished = before.finished;
  session.clock_ms = before.clock_ms;
  session.sends = before.sends;
}

namespace {

/// An invoked session needs no record of its own: all of them are kept as they were.
template <class Part>
Part& changing(Act& act, Session& session, Part& part, std::optional<Part>& before) {
  if (&session == &act.root && !before) before = part;
  return part;
}

}  // namespace

History& changing_history(Run& run) {
  return changing(run.act, run.session, run.session.history, run.act.before.history);
}

std::map<std::string, OpenTimeLimit>& changing_limits(Run& run) {
  return changing(run.act, run.session, run.session.limits, run.act.before.limits);
}

std::vector<DelayedEvent>& changing_delayed(Act& act, Session& session) {
  return changing(act, session, session.delayed, act.before.delayed);
}

void change_data(Run& run, std::size_t slot, Value value) {
  std::optional<Value>& place = run.session.data[slot];
  if (run.of_root()) run.act.before.data.emplace_back(slot, std::move(place));
  place = std::move(value);
}

}  // namespace anjuan::procedure
