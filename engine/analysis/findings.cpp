// Reading the graph.

#include "analysis/findings.h"

#include <algorithm>

#include "analysis/messages.h"
#include "analysis/tell.h"
#include "procedure/tree.h"

namespace anjuan::analysis {

using procedure::no_index;
using procedure::State;
using procedure::Transition;

namespace {

constexpr std::size_t most_told = 3;  ///< of one kind: the rest follow from the same fault as a rule

bool was_said(const Findings& f, const Place& place) {
  return std::any_of(f.said.begin(), f.said.end(), [&](const Diagnostic& d) { return d.place.line == place.line && d.place.column == place.column; });
}

std::string place_of(const Findings& f, NodeIndex n) { return place_in_words(f.model.definition, f.graph.scenes[n].configuration); }

/// Where a standing is told of: the innermost state that is active.
Place innermost(const Findings& f, NodeIndex n) {
  const StateSet& configuration = f.graph.scenes[n].configuration;
  for (StateIndex s : configuration) {
    const State& state = f.model.definition.states[s];
    if (procedure::is_atomic(f.model.definition, s) && state.kind != State::Kind::final) return state.place;
  }
  return configuration.empty() ? Place{f.model.definition.file} : f.model.definition.states[*configuration.rbegin()].place;
}

StateSet ever_active(const Graph& graph) {
  StateSet active;
  for (const Scene& scene : graph.scenes) active |= scene.configuration;
  return active;
}

/// The event under which an edge's transitions were chosen; "" without event.
std::string event_on(const Findings& f, NodeIndex n, const Edge& edge) {
  if (edge.stimulus != no_stimulus) return f.model.stimuli[edge.stimulus].event;
  const auto& taken = f.graph.taken[edge.taken];
  if (taken.empty() || f.model.definition.transitions[taken.front()].events.empty()) return "";
  const Scene& scene = f.graph.scenes[n];
  const auto& queue = scene.inner.empty() ? scene.outer : scene.inner;
  return queue.empty() ? "" : f.model.listeners[queue.front()].event;
}

/// A transition that was taken where this one would have had its turn.
const Transition* taken_instead(const Findings& f, TransitionIndex t) {
  const Transition& transition = f.model.definition.transitions[t];
  for (NodeIndex n = 0; n < f.graph.size(); ++n) {
    if (!f.graph.scenes[n].configuration.contains(transition.source)) continue;
    for (const Edge& edge : f.graph.edges_of(n)) {
      const auto& taken = f.graph.taken[edge.taken];
      if (taken.empty() || edge.refused) continue;
      const std::string event = event_on(f, n, edge);
      if (event.empty() ? !transition.events.empty() : !procedure::matches(transition.events, event)) continue;
      for (std::uint32_t other : taken) {
        const Transition& one = f.model.definition.transitions[other];
        const bool before = one.source == transition.source || procedure::is_descendant(f.model.definition, one.source, transition.source);
        if (before) return &one;
      }
    }
  }
  return nullptr;
}

void tell_untaken(const Findings& f, TransitionIndex t) {
  const Definition& definition = f.model.definition;
  const Transition& transition = definition.transitions[t];
  const std::string name = name_of(definition, transition), source = procedure::label_of(definition.states[transition.source]);
  const auto fate = f.graph.fates[t];
  const Transition* instead = fate == Fate::never_asked || fate == Fate::held ? taken_instead(f, t) : nullptr;
  if (fate == Fate::asked) {
    f.found.push_back(diagnose(condition_never_holds, transition.condition.given() ? transition.condition.place : transition.place, name, source));
  } else if (fate == Fate::chosen) {
    f.found.push_back(diagnose(requirement_never_met, transition.place, name, source));
  } else if (instead != nullptr) {
    f.found.push_back(diagnose(preempted_by, transition.place, name, std::to_string(instead->place.line), name_of(definition, *instead)));
  } else if (fate == Fate::never_asked && !transition.events.empty()) {
    f.found.push_back(diagnose(event_never_comes, transition.place, name, source, transition.events.front()));
  } else {
    f.found.push_back(diagnose(preempted, transition.place, name));
  }
}

/// Of the scenes for which `is_so`, the first few whose places differ, with the ways there.
template <class IsSo, class Tell>
void tell_first(const Findings& f, const IsSo& is_so, const Tell& tell_one) {
  std::vector<std::string> told;
  for (NodeIndex n = 0; n < f.graph.size() && told.size() < most_told; ++n) {
    if (!is_so(n)) continue;
    const std::string place = place_of(f, n);
    if (std::find(told.begin(), told.end(), place) != told.end()) continue;
    told.push_back(place);
    tell_one(n, place);
  }
}

bool moves(const Graph& graph, const Edge& edge) { return !edge.refused && edge.target != no_node && !graph.taken[edge.taken].empty(); }

/// Scenes before which something still could be done otherwise: the way into a trap begins at these.
std::vector<bool> first_inside(const Graph& graph, const std::vector<bool>& outside) {
  std::vector<bool> first(graph.size(), false);
  first[0] = !outside[0];
  for (NodeIndex n = 0; n < graph.size(); ++n) {
    if (!outside[n]) continue;
    for (const Edge& edge : graph.edges_of(n)) {
      if (edge.target != no_node && !outside[edge.target]) first[edge.target] = true;
    }
  }
  return first;
}

}  // namespace

void find_unreachable(const Findings& f) {
  const Definition& definition = f.model.definition;
  const StateSet active = ever_active(f.graph);
  for (StateIndex s = 1; s < definition.states.size(); ++s) {
    const State& state = definition.states[s];
    if (state.kind == State::Kind::history || active.contains(s) || was_said(f, state.place)) continue;
    if (state.parent != no_index && state.parent != 0 && !active.contains(state.parent)) continue;  // said once, of the outermost
    f.found.push_back(diagnose(never_entered, state.place, procedure::label_of(state)));
  }
}

void find_untaken(const Findings& f) {
  const Definition& definition = f.model.definition;
  const StateSet active = ever_active(f.graph);
  for (StateIndex s : active) {
    for (TransitionIndex t : definition.states[s].transitions) {
      if (f.graph.fates[t] == Fate::taken || was_said(f, definition.transitions[t].place)) continue;
      tell_untaken(f, t);
    }
  }
}

void find_stuck(const Findings& f) {
  const Graph& graph = f.graph;
  std::vector<bool> moving(graph.size(), false), at_rest(graph.size(), false), at_end(graph.size(), false);
  for (NodeIndex n = 0; n < graph.size(); ++n) {
    for (const Edge& edge : graph.edges_of(n)) {
      if (moves(graph, edge)) moving[n] = true;
      if (edge.target == no_node) at_rest[n] = true;  // the act is refused: no loop
    }
    at_end[n] = graph.scenes[n].ended;
    at_rest[n] = at_rest[n] || graph.scenes[n].resting;
  }
  const std::vector<bool> can_rest = may_reach(graph, at_rest), can_move = may_reach(graph, moving), can_end = may_reach(graph, at_end);
  const auto way = [&](NodeIndex n) { return way_to(graph, n); };
  const auto words = [&](const Way& w) { return tell(graph, f.model, f.vocabulary, w); };
  const std::vector<bool> loops = first_inside(graph, can_rest);
  tell_first(f, [&](NodeIndex n) { return loops[n] && n != 0; }, [&](NodeIndex n, const std::string& place) {
    const Place where = innermost(f, n);
    const bool known = std::any_of(f.said.begin(), f.said.end(), [](const Diagnostic& d) { return std::string_view(d.row->code) == "AJ2009"; });
    if (!known) f.found.push_back(diagnose(endless_loop, where, place, words(way(n))));
  });
  const auto stuck = [&](NodeIndex n) { return graph.scenes[n].resting && !at_end[n] && !can_move[n]; };
  tell_first(f, stuck, [&](NodeIndex n, const std::string& place) {
    const Way to = way(n);
    f.found.push_back(to.assumes ? diagnose(dead_end_perhaps, innermost(f, n), place, words(to)) : diagnose(dead_end, innermost(f, n), place, words(to)));
  });
  if (std::find(at_end.begin(), at_end.end(), true) == at_end.end()) return;  // a procedure without end
  const std::vector<bool> traps = first_inside(graph, can_end);
  tell_first(f, [&](NodeIndex n) { return traps[n] && can_rest[n] && can_move[n]; }, [&](NodeIndex n, const std::string& place) {
    const Way to = way(n);
    f.found.push_back(to.assumes ? diagnose(never_finishes_perhaps, innermost(f, n), place, words(to)) : diagnose(never_finishes, innermost(f, n), place, words(to)));
  });
}

namespace {

/// The element that starts a limit, for its place.
const procedure::Action* starter(const Definition& definition, const std::string& id, bool without_after) {
  const procedure::Action* found = nullptr;
  procedure::for_every_action(definition, [&](const procedure::Action& action) {
    const auto* limit = std::get_if<procedure::TimeLimitAction>(&action.what);
    if (found == nullptr && limit != nullptr && limit->id == id && !(without_after && limit->after.given())) found = &action;
  });
  return found;
}

bool is_ended_somewhere(const Definition& definition, const std::string& id) {
  bool ended = false;
  procedure::for_every_action(definition, [&](const procedure::Action& action) {
    const auto* end = std::get_if<procedure::EndTimeLimitAction>(&action.what);
    ended = ended || (end != nullptr && end->id == id);
  });
  return ended;
}

void find_outliving(const Findings& f, std::size_t limit, const Place& place, const std::string& label) {
  for (NodeIndex n = 0; n < f.graph.size(); ++n) {
    if (!f.graph.scenes[n].ended || !f.graph.scenes[n].running.holds(limit)) continue;
    f.found.push_back(diagnose(limit_outlives, place, label, tell(f.graph, f.model, f.vocabulary, way_to(f.graph, n))));
    return;
  }
}

/// The standings in which the limit's event falls on deaf ears, the first of them told.
void find_unheard(const Findings& f, std::size_t limit, const Place& place, const std::string& label) {
  for (std::uint32_t i = 0; i < f.model.stimuli.size(); ++i) {
    const Stimulus& stimulus = f.model.stimuli[i];
    if (stimulus.source != Stimulus::Source::limit || stimulus.limit != limit) continue;
    if (f.model.listeners[stimulus.listening].of_state.empty()) continue;  // nothing at all listens: said already
    for (NodeIndex n = 0; n < f.graph.size(); ++n) {
      const Scene& scene = f.graph.scenes[n];
      if (!scene.resting || scene.ended || !scene.running.holds(limit)) continue;
      const auto edges = f.graph.edges_of(n);
      if (std::any_of(edges.begin(), edges.end(), [&](const Edge& edge) { return edge.stimulus == i; })) continue;
      f.found.push_back(diagnose(limit_unheard, place, label, place_of(f, n), stimulus.event));
      break;
    }
  }
}

}  // namespace

void find_limits(const Findings& f) {
  const Definition& definition = f.model.definition;
  for (std::size_t i = 0; i < f.model.limits.size(); ++i) {
    const std::string &id = f.model.limits[i], &label = f.model.limit_labels.at(id);
    const Place place = starter(definition, id, false)->place;
    if (!is_ended_somewhere(definition, id)) {
      f.found.push_back(diagnose(limit_never_ended, place, label));
    } else {
      find_outliving(f, i, place, label);
    }
    find_unheard(f, i, place, label);
    const auto mark = static_cast<std::uint32_t>(f.model.happenings.size() + definition.assertions.size() + i);
    for (NodeIndex n = 0; n < f.graph.size(); ++n) {
      const auto edges = f.graph.edges_of(n);
      const auto again = std::find_if(edges.begin(), edges.end(), [&](const Edge& edge) {
        const auto& marks = f.graph.marks[edge.marks];
        return std::find(marks.begin(), marks.end(), mark) != marks.end();
      });
      if (again == edges.end()) continue;
      Way way = way_to(f.graph, n);
      way.steps.emplace_back(n, static_cast<std::uint32_t>(&*again - f.graph.edges.data()));
      way.end = again->target;
      f.found.push_back(diagnose(limit_restarted, starter(definition, id, true)->place, label, tell(f.graph, f.model, f.vocabulary, way)));
      break;
    }
  }
}

}  // namespace anjuan::analysis
