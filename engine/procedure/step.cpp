// start and step: from one rest to the next.

#include <algorithm>

#include "base/text.h"
#include "procedure/messages.h"
#include "procedure/run.h"

namespace anjuan::procedure {

namespace {

Place whole(const Definition& definition) { return {definition.file, 0, 0, ""}; }

/// The ids of a stored list as states; one that is not there is a diagnostic.
Result<std::vector<StateIndex>> states_of(const Definition& definition, const std::vector<std::string>& ids) {
  std::vector<StateIndex> states;
  for (const std::string& id : ids) {
    const auto found = definition.find(id);
    if (!found) return diagnose(standing_unknown_state, whole(definition), id);
    states.push_back(*found);
  }
  return states;
}

std::vector<std::string> ids_of(const Definition& definition, const auto& states) {
  std::vector<std::string> ids;
  for (StateIndex s : states) ids.push_back(definition.states[s].id);
  return ids;
}

/// What the run leaves behind, or why it is refused as a whole.
Result<Step> finish(Run run) {
  if (!run.refusals.empty()) return std::move(run.refusals);
  Standing& after = run.standing;
  after.active = ids_of(run.definition, run.configuration);
  after.history.clear();
  for (const auto& [h, stored] : run.history) {
    after.history[run.definition.states[h].id] = ids_of(run.definition, stored);
  }
  after.entered_once = ids_of(run.definition, run.entered_once);
  after.data.clear();
  for (const std::string& name : run.data_names) after.data[name] = run.names.at(name);
  ++after.steps;
  return Step{std::move(after), std::move(run.effects), std::move(run.reasons), std::move(run.roles)};
}

Diagnostics check_initial_data(const Definition& definition, const Fields& given) {
  Diagnostics found;
  std::vector<std::string> known;
  for (const DataItem& item : definition.data) known.push_back(item.id);
  for (const auto& [name, value] : given) {
    const DataItem* item = definition.data_item(name);
    if (item == nullptr) {
      found.push_back(diagnose(initial_unknown, whole(definition), name, join(known, "、")));
    } else if (!expression::fits(value, item->type)) {
      found.push_back(diagnose(value_does_not_fit, item->place, item->label.empty() ? name : item->label,
                               expression::name_of(item->type), expression::describe(value)));
    }
  }
  return found;
}

/// Each role once, in document order of the transitions taken.
void note_roles(Run& run, const TransitionList& transitions) {
  for (TransitionIndex t : transitions) {
    const std::string role = role_of(run.definition, run.definition.transitions[t]);
    if (!role.empty() && std::find(run.roles.begin(), run.roles.end(), role) == run.roles.end())
      run.roles.push_back(role);
  }
}

/// Limits whose due event has been taken run on, but raise it no more.
void mark_due_events(Standing& standing, const Event& event) {
  if (event.origin != "#_timer") return;
  for (auto& [id, limit] : standing.limits) {
    if (limit.on_due == event.name && limit.deadline.due < event.on) limit.due_raised = true;
  }
}

Outcome may_go_on(const Definition& definition, const Standing& before) {
  if (!before.started) return diagnose(not_started, whole(definition));
  if (before.definition_digest != definition.digest) return diagnose(other_definition, whole(definition));
  if (!before.finished) return Done{};
  const auto last = before.active.empty() ? std::nullopt : definition.find(before.active.back());
  return diagnose(already_finished, whole(definition), last ? label_of(definition.states[*last]) : "—");
}

}  // namespace

Result<Run> resume(const Definition& definition, const Standing& standing, const Facts& facts, Day on) {
  Run run{definition, facts, on, standing, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
  ANJUAN_TRY(const std::vector<StateIndex> active, states_of(definition, standing.active));
  run.configuration.insert(active.begin(), active.end());
  ANJUAN_TRY(const std::vector<StateIndex> entered, states_of(definition, standing.entered_once));
  run.entered_once.insert(entered.begin(), entered.end());
  for (const auto& [id, stored] : standing.history) {
    ANJUAN_TRY(const std::vector<StateIndex> history, states_of(definition, {id}));
    ANJUAN_TRY(const std::vector<StateIndex> remembered, states_of(definition, stored));
    run.history[history.front()].insert(remembered.begin(), remembered.end());
  }
  run.standing.incident.clear();
  bind_names(run);
  return run;
}

Result<Step> start(DefinitionPtr definition, const Facts& facts, Day on, const Fields& initial_data) {
  Diagnostics wrong = check_initial_data(*definition, initial_data);
  if (!wrong.empty()) return wrong;
  Standing standing;
  standing.definition_digest = definition->digest;
  standing.started = true;
  for (const DataItem& item : definition->data) standing.data[item.id] = Value();
  ANJUAN_TRY(Run run, resume(*definition, standing, facts, on));
  for (StateIndex s = 0; s < definition->states.size(); ++s) {
    if (definition->late_binding && s > 0) break;
    initialize_data(run, s, initial_data);
  }
  execute_content(run, definition->load_scripts);
  enter_states(run, {definition->states[0].initial});
  main_event_loop(run);
  return finish(std::move(run));
}

Result<Step> step(DefinitionPtr definition, const Standing& before, const Event& event, const Facts& facts) {
  ANJUAN_TRY([[maybe_unused]] const Done allowed, may_go_on(*definition, before));
  ANJUAN_TRY(Run run, resume(*definition, before, facts, event.on));
  const QueuedEvent queued{event.name, "external", "", event.origin, "", Value(event.values), {}, false};
  bind_event(run, queued);
  const TransitionList transitions = select_transitions(run, queued);
  if (transitions.empty()) return refuse(run, event);
  Diagnostics unmet = check_inputs(run, transitions, event.values, event.origin.empty());
  for (TransitionIndex t : transitions) {
    const Transition& transition = definition->transitions[t];
    for (Diagnostic& one :
         check_requirements(run, transition, names_with_inputs(run, transition, event.values))) {
      unmet.push_back(std::move(one));
    }
  }
  if (!unmet.empty()) return unmet;
  note_roles(run, transitions);
  mark_due_events(run.standing, event);
  microstep(run, transitions, &event.values);
  main_event_loop(run);
  return finish(std::move(run));
}

Result<std::optional<Step>> next_delayed(DefinitionPtr definition, const Standing& before,
                                         const Facts& facts) {
  if (before.finished || before.delayed.empty()) return std::optional<Step>();
  Standing standing = before;
  const DelayedEvent event = standing.delayed.front();
  standing.delayed.erase(standing.delayed.begin());
  standing.clock_ms = event.due_ms;
  ANJUAN_TRY(Run run, resume(*definition, standing, facts, Day{}));
  const std::string self = "#_scxml_" + session_of(run);
  run.external_queue.push_back({event.name, "external", event.send_id, self, "", event.data, {}, false});
  main_event_loop(run);
  ANJUAN_TRY(Step step, finish(std::move(run)));
  return std::optional<Step>(std::move(step));
}

}  // namespace anjuan::procedure
