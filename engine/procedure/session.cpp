// Sessions from their durable form and back.

#include "procedure/session.h"

#include "procedure/definition.h"
#include "procedure/messages.h"

namespace anjuan::procedure {

namespace {

Outcome read_states(const Definition& definition, const std::vector<std::string>& ids, StateSet& states) {
  for (const std::string& id : ids) {
    const auto found = definition.find(id);
    if (!found) return diagnose(standing_unknown_state, whole(definition), id);
    states.insert(*found);
  }
  return Done{};
}

std::vector<std::string> ids_of(const Definition& definition, const StateSet& states) {
  std::vector<std::string> ids;
  for (StateIndex s : states) ids.push_back(definition.states[s].id);
  return ids;
}

Outcome read_history(const Definition& definition, const Standing& standing, History& history) {
  for (const auto& [id, stored] : standing.history) {
    const auto h = definition.find(id);
    if (!h || definition.states[*h].kind != State::Kind::history)
      return diagnose(standing_unknown_state, whole(definition), id);
    ANJUAN_DO(read_states(definition, stored, history[*h]));
    // Only what the history could have remembered: else it would lead out of its parent.
    const StateIndex parent = definition.states[*h].parent;
    for (StateIndex s : history[*h]) {
      const bool inside = parent < s && s < definition.states[parent].end;
      if (!inside || definition.states[s].kind == State::Kind::history)
        return diagnose(standing_unknown_state, whole(definition), definition.states[s].id);
    }
  }
  return Done{};
}

Result<Session> restore_as(DefinitionPtr definition, const Standing& standing, const std::string& id);

Outcome read_invoked(Session& session, const Standing& standing) {
  const Definition& definition = *session.definition;
  for (const InvokedStanding& one : standing.invoked) {
    const auto state = definition.find(one.state);
    const auto ordinal = static_cast<std::size_t>(one.ordinal);
    if (!state || ordinal >= definition.states[*state].invokes.size() || one.child.empty())
      return diagnose(standing_unknown_state, whole(definition), one.state);
    DefinitionPtr chart = definition.states[*state].invokes[ordinal].chart;
    if (!one.chart.empty() || chart == nullptr) {
      ANJUAN_TRY(chart, load(one.chart, definition.file, definition.with));
    }
    ANJUAN_TRY(Session child, restore_as(std::move(chart), one.child.front(), session.id + "." + one.id));
    session.invocations.push_back({one.id, *state, ordinal, one.chart, {}});
    session.invocations.back().child.push_back(std::move(child));
  }
  return Done{};
}

Result<Session> restore_as(DefinitionPtr definition, const Standing& standing, const std::string& id) {
  Session session = new_session(std::move(definition));
  const Definition& chart = *session.definition;
  session.id = id;
  ANJUAN_DO(read_states(chart, standing.active, session.configuration));
  ANJUAN_TRY([[maybe_unused]] const Done entered,
             read_states(chart, standing.entered_once, session.entered_once));
  ANJUAN_DO(read_history(chart, standing, session.history));
  for (const auto& [name, value] : standing.data) {
    const std::size_t slot = chart.slot_of(name);
    if (slot == no_index) return diagnose(standing_unknown_data, whole(chart), name);
    session.data[slot] = value;
  }
  session.limits = standing.limits;
  session.delayed = standing.delayed;
  session.incident = standing.incident;
  session.started = standing.started;
  session.finished = standing.finished;
  session.steps = standing.steps;
  session.clock_ms = standing.clock_ms;
  session.sends = standing.sends;
  ANJUAN_DO(read_invoked(session, standing));
  return session;
}

}  // namespace

Session new_session(DefinitionPtr definition) {
  Session session;
  session.data.resize(definition->slots.size());
  for (std::size_t slot = 0; slot < session.data.size(); ++slot) {
    if (definition->slots[slot].data != no_index) session.data[slot] = Value();
  }
  session.definition = std::move(definition);
  return session;
}

Result<Session> restore(DefinitionPtr definition, const Standing& standing) {
  if (!standing.started) return diagnose(not_started, whole(*definition));
  if (standing.definition_digest != definition->digest) return diagnose(other_definition, whole(*definition));
  return restore_as(std::move(definition), standing, "");
}

Standing snapshot(const Session& session) {
  const Definition& definition = *session.definition;
  Standing standing;
  standing.definition_digest = definition.digest;
  standing.active = ids_of(definition, session.configuration);
  for (const auto& [h, stored] : session.history)
    standing.history[definition.states[h].id] = ids_of(definition, stored);
  standing.entered_once = ids_of(definition, session.entered_once);
  for (std::size_t slot = 0; slot < session.data.size(); ++slot) {
    if (session.data[slot]) standing.data[definition.slots[slot].name] = *session.data[slot];
  }
  standing.limits = session.limits;
  standing.started = session.started;
  standing.finished = session.finished;
  standing.incident = session.incident;
  standing.steps = session.steps;
  standing.delayed = session.delayed;
  standing.clock_ms = session.clock_ms;
  standing.sends = session.sends;
  for (const Invocation& one : session.invocations) {
    standing.invoked.push_back(
        {one.id, definition.states[one.state].id, static_cast<std::int64_t>(one.ordinal), one.chart, {}});
    standing.invoked.back().child.push_back(snapshot(one.child.front()));
  }
  return standing;
}

}  // namespace anjuan::procedure
