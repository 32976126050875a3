// Reading the graphs.

#include "analysis/findings.h"

#include <algorithm>
#include <map>
#include <optional>

#include "analysis/groups.h"
#include "analysis/messages.h"
#include "analysis/tell.h"
#include "base/text.h"
#include "procedure/cut_off.h"
#include "procedure/tree.h"

namespace anjuan::analysis {

using procedure::no_index;
using procedure::State;
using procedure::Transition;

namespace {

constexpr std::size_t most_told = 3;  ///< of one kind: the rest follow from the same fault as a rule

bool was_said(const Findings& f, const Place& place) {
  return std::any_of(f.said.begin(), f.said.end(), [&](const Diagnostic& d) {
    return d.place.line == place.line && d.place.column == place.column;
  });
}

Wording words(const Findings& f, const Found& found) { return tell(found, f.model, f.vocabulary); }

/// Where a standing is told of: the innermost state that is active.
Place innermost(const Definition& definition, const StateSet& configuration) {
  for (StateIndex s : configuration) {
    const State& state = definition.states[s];
    if (procedure::is_atomic(definition, s) && state.kind != State::Kind::final) return state.place;
  }
  return configuration.empty() ? Place{definition.file} : definition.states[*configuration.rbegin()].place;
}

StateSet ever_active(const Graph& graph) {
  StateSet active;
  for (const Scene& scene : graph.scenes) active |= scene.configuration;
  return active;
}

/// The event under which an edge's transitions were chosen; "" without event.
std::string event_on(const Model& model, const Graph& graph, NodeIndex n, const Edge& edge) {
  if (edge.stimulus != no_stimulus) return model.stimuli[edge.stimulus].event;
  const auto& taken = graph.taken[edge.taken];
  if (taken.empty() || model.definition.transitions[taken.front()].events.empty()) return "";
  const Scene& scene = graph.scenes[n];
  const auto& queue = scene.inner.empty() ? scene.outer : scene.inner;
  return queue.empty() ? "" : model.listeners[queue.front()].event;
}

/// The transitions that were taken where this one would have had its turn, in the order of the file.
std::set<TransitionIndex> taken_instead(const Model& model, const Graph& graph, TransitionIndex t) {
  const Transition& transition = model.definition.transitions[t];
  std::set<TransitionIndex> instead;
  for (NodeIndex n = 0; n < graph.size(); ++n) {
    if (!graph.scenes[n].configuration.contains(transition.source)) continue;
    for (const Edge& edge : graph.edges_of(n)) {
      const auto& taken = graph.taken[edge.taken];
      if (taken.empty() || edge.refused) continue;
      const std::string event = event_on(model, graph, n, edge);
      if (event.empty() ? !transition.events.empty() : !procedure::matches(transition.events, event))
        continue;
      for (std::uint32_t other : taken) {
        const Transition& one = model.definition.transitions[other];
        const bool before = one.source == transition.source ||
                            procedure::is_descendant(model.definition, one.source, transition.source);
        if (before) instead.insert(other);
      }
    }
  }
  return instead;
}

/// The lines at which transitions stand, each once.
Wording lines_of(const Definition& definition, const std::set<TransitionIndex>& transitions) {
  std::set<int> lines;
  for (const TransitionIndex t : transitions) lines.insert(definition.transitions[t].place.line);
  std::vector<std::string> listed;
  for (const int line : lines) listed.push_back(std::to_string(line));
  return {join(listed, "、"), join(listed, ", ")};
}

/// Why others always come first: they have no conditions, or what the data can be makes these hold.
Diagnostic preempted_diagnostic(const Definition& definition, const Transition& transition,
                                const Wording& source, const std::set<TransitionIndex>& instead) {
  const std::string name = name_of(definition, transition);
  const Transition& first = definition.transitions[*instead.begin()];
  const std::string line = std::to_string(first.place.line), first_name = name_of(definition, first);
  if (!first.condition.given()) return diagnose(preempted_by, transition.place, name, line, first_name);
  if (instead.size() == 1)
    return diagnose(preempted_by_data, transition.place, name, line, first_name, source,
                    trim(first.condition.source));
  return diagnose(preempted_together, transition.place, name, lines_of(definition, instead), source);
}

Diagnostic untaken(const Model& model, const Graph& graph, TransitionIndex t) {
  const Definition& definition = model.definition;
  const Transition& transition = definition.transitions[t];
  const std::string name = name_of(definition, transition);
  const Wording source = procedure::name_in_file(definition.states[transition.source]);
  const Fate fate = graph.fates[t];
  if (fate == Fate::asked)
    return diagnose(condition_never_holds,
                    transition.condition.given() ? transition.condition.place : transition.place, name,
                    source);
  if (fate == Fate::chosen) return diagnose(requirement_never_met, transition.place, name, source);
  const std::set<TransitionIndex> instead = taken_instead(model, graph, t);
  if (!instead.empty()) return preempted_diagnostic(definition, transition, source, instead);
  if (fate == Fate::never_asked && !transition.events.empty())
    return diagnose(event_never_comes, transition.event_place, name, source, transition.events.front());
  return diagnose(preempted, transition.place, name);
}

bool moves(const Graph& graph, const Edge& edge) {
  return !edge.refused && !edge.idle && edge.target != no_node && !graph.taken[edge.taken].empty();
}

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
  // Before the first entry there is nothing yet to be told of.
  if (first[0] && graph.scenes[0].configuration.empty()) {
    for (const Edge& edge : graph.edges_of(0)) {
      if (edge.target != no_node) first[edge.target] = true;
      if (edge.target != no_node) first[0] = false;
    }
  }
  return first;
}

std::string place_of(const Findings& f, const Graph& graph, NodeIndex n) {
  return place_in_words(f.model.definition, graph.scenes[n].configuration).zh;
}

/// What can still become of each scene.
struct Prospects {
  std::vector<bool> can_rest, can_move, can_end, can_get_stuck;
  bool ends = false;  ///< it comes to an end somewhere

  /// `told`: places that were told of already; where one of them is what comes, nothing more is to be said.
  Prospects(const Findings& f, const Graph& graph, const std::set<std::string>& told) {
    std::vector<bool> moving(graph.size(), false), at_rest(graph.size(), false), at_end(graph.size(), false);
    for (NodeIndex n = 0; n < graph.size(); ++n) {
      for (const Edge& edge : graph.edges_of(n)) {
        if (moves(graph, edge)) moving[n] = true;
        if (edge.target == no_node) at_rest[n] = true;  // the act is refused: no loop
      }
      at_end[n] = graph.scenes[n].ended;
      ends = ends || at_end[n];
      at_rest[n] = at_rest[n] || graph.scenes[n].resting || at_end[n];
    }
    can_rest = may_reach(graph, at_rest);
    can_move = may_reach(graph, moving);
    std::vector<bool> dead_end(graph.size(), false);
    for (NodeIndex n = 0; n < graph.size(); ++n) {
      dead_end[n] = is_dead_end(graph, n);
      at_end[n] =
          at_end[n] || (!told.empty() && graph.scenes[n].resting && told.count(place_of(f, graph, n)) > 0);
    }
    can_end = may_reach(graph, at_end);
    can_get_stuck = may_reach(graph, dead_end);
  }
  bool is_dead_end(const Graph& graph, NodeIndex n) const {
    return graph.scenes[n].resting && !graph.scenes[n].ended && !can_move[n];
  }
};

enum class Stuck { loop, dead_end, endless };

/// Whether the file writes an end to the whole.
bool has_final(const Definition& definition) {
  return std::any_of(definition.states.begin(), definition.states.end(), [](const State& state) {
    return state.kind == State::Kind::final && state.parent == 0;
  });
}

std::vector<bool> stuck_scenes(const Graph& graph, const Prospects& prospects, Stuck kind, bool wants_end) {
  if (kind == Stuck::loop) return first_inside(graph, prospects.can_rest);
  std::vector<bool> out =
      kind == Stuck::endless ? first_inside(graph, prospects.can_end) : std::vector<bool>(graph.size(), true);
  for (NodeIndex n = 0; n < graph.size(); ++n) {
    // Where no end is ever come to, a dead end on the way says why.
    const bool never_ends = prospects.ends || (wants_end && !prospects.can_get_stuck[n]);
    const bool is_stuck = kind == Stuck::dead_end
                              ? prospects.is_dead_end(graph, n)
                              : never_ends && prospects.can_rest[n] && prospects.can_move[n];
    out[n] = out[n] && is_stuck;
  }
  return out;
}

/// Places that are stuck, or without a way to an end, whatever the data are.
std::set<std::string> always_stuck(const Findings& f, Stuck kind) {
  const Graph& graph = f.explorations.control();
  const Prospects prospects(f, graph, {});
  std::set<std::string> stuck, open;
  for (NodeIndex n = 0; n < graph.size(); ++n) {
    if (!graph.scenes[n].resting) continue;
    const bool is_stuck = kind == Stuck::dead_end ? prospects.is_dead_end(graph, n) : !prospects.can_end[n];
    (is_stuck ? stuck : open).insert(place_of(f, graph, n));
  }
  std::erase_if(stuck, [&](const std::string& place) { return open.count(place) > 0; });
  return stuck;
}

Diagnostic stuck_diagnostic(const Findings& f, Stuck kind, const Found& found) {
  const StateSet& configuration = found.graph->scenes[found.way.end].configuration;
  const Place place = innermost(f.model.definition, configuration);
  const Wording where = place_in_words(f.model.definition, configuration);
  const auto made = [&](const auto& message) { return diagnose(message, place, where, words(f, found)); };
  const auto surely = [&](const auto& message) {
    const bool by_data = always_stuck(f, kind).count(where.zh) == 0;
    return diagnose(
        message, place, where, words(f, found),
        by_data ? Wording("像下面这样填写以后，", "once it is filled in as below, ") : Wording(""));
  };
  const auto perhaps = [&](const auto& message) {
    const bool told = tells_data(found, f.model, f.vocabulary);
    return diagnose(message, place, where, words(f, found),
                    told ? Wording("如果数据如下所设，", "if the data are as assumed, ")
                         : Wording("如果数据正好如此，", "if the data happen to be so, "));
  };
  if (kind == Stuck::loop) return made(endless_loop);
  if (kind == Stuck::dead_end && !has_final(f.model.definition)) return made(dead_end_for_an_end);
  if (kind == Stuck::dead_end) return found.way.assumes ? perhaps(dead_end_perhaps) : surely(dead_end);
  return found.way.assumes ? perhaps(never_finishes_perhaps) : surely(never_finishes);
}

/// The first few standings of a kind whose places differ, looked for from one slice.
/// `wants_end`: that no end is ever come to is to be told of, as nothing told before says why. `known`:
/// places that were told of before.
void find_stuck_in(Findings& f, const Slice& slice, Stuck kind, bool wants_end,
                   const std::set<std::string>& known, std::set<std::string>& told) {
  const Graph* examined = nullptr;
  std::vector<bool> stuck;
  const Query query = [&](const Graph& graph) -> std::optional<Sought> {
    if (!graph.complete) return std::nullopt;
    if (examined != &graph) {
      stuck = stuck_scenes(graph, Prospects(f, graph, known), kind, wants_end);
      examined = &graph;
    }
    return Sought{{}, [&](int, NodeIndex n) { return stuck[n] && told.count(place_of(f, graph, n)) == 0; }};
  };
  while (told.size() < most_told) {
    const Answer answer = look_for(f.explorations, slice, query, nullptr);
    f.decided = f.decided && answer.decided;
    if (!answer.found) return;
    told.insert(place_of(f, *answer.found->graph, answer.found->way.end));
    f.found.push_back(stuck_diagnostic(f, kind, *answer.found));
  }
}

/// By the checks or just now: what lies beyond a loop without end follows from it.
bool loop_was_said(const Findings& f) {
  const auto tells_of_loop = [](const Diagnostic& d) {
    return d.row == &endless_loop || std::string_view(d.row->code) == "AJ2009";
  };
  return std::any_of(f.said.begin(), f.said.end(), tells_of_loop) ||
         std::any_of(f.found.begin(), f.found.end(), tells_of_loop);
}

/// States in which the procedure ever waits for an event. In others none can come, and where a loop without
/// end was told of, that says why.
StateSet ever_waiting(const Graph& graph) {
  StateSet waiting;
  for (const Scene& scene : graph.scenes) {
    if (scene.resting) waiting |= scene.configuration;
  }
  return waiting;
}

}  // namespace

namespace {

/// States that are entered in some run, as far as the explorations tell.
StateSet ever_entered(const Findings& f) {
  StateSet active = ever_active(f.explorations.control());
  for (const Graph* graph : f.explorations.made()) {
    if (graph->complete) active &= ever_active(*graph);
  }
  return active;
}

Wording why_cut_off(const Definition& definition, const procedure::CutOff& cut) {
  if (cut.ways.empty()) return {"没有一条走得通的路通往它", "no way that can be gone leads to it"};
  const Wording lines = lines_of(definition, {cut.ways.begin(), cut.ways.end()});
  return {"通往它的流转（第 " + lines.zh + " 行）走不成",
          "no transition to it (line " + lines.en + ") can be taken"};
}

/// States that cannot be reached, each with why, and with those that only it leads to.
void find_cut_off(Findings& f, const StateSet& active) {
  const Definition& definition = f.model.definition;
  if (loop_was_said(f)) return;
  for (const procedure::CutOff& cut : procedure::cut_off(definition, active)) {
    const State& state = definition.states[cut.first];
    if (was_said(f, state.place)) continue;
    f.found.push_back(diagnose(never_entered, state.place, procedure::name_in_file(state),
                               why_cut_off(definition, cut), procedure::beyond_in_words(definition, cut)));
  }
}

/// States that are left as soon as they are entered, and what waits there in vain.
struct LeftAtOnce {
  std::set<StateIndex> states;
  std::set<TransitionIndex> waiting;
};

/// A transition without event by which the procedure goes on from standings in the state.
std::optional<TransitionIndex> leading_on(const Definition& definition, const Graph& graph, StateIndex s) {
  std::optional<TransitionIndex> first;
  for (NodeIndex n = 0; n < graph.size(); ++n) {
    if (!graph.scenes[n].configuration.contains(s)) continue;
    for (const Edge& edge : graph.edges_of(n)) {
      for (const TransitionIndex t : graph.taken[edge.taken]) {
        const StateIndex source = definition.transitions[t].source;
        const bool of_state = source == s || procedure::is_descendant(definition, s, source) ||
                              procedure::is_descendant(definition, source, s);
        if (definition.transitions[t].events.empty() && of_state && (!first || t < *first)) first = t;
      }
    }
  }
  return first;
}

/// One telling for each transition that never waits, however many wait behind it.
void tell_of_left(Findings& f, const std::map<TransitionIndex, LeftAtOnce>& left) {
  const Definition& definition = f.model.definition;
  for (const auto& [t, what] : left) {
    std::vector<std::string> zh, en;
    for (const StateIndex s : what.states) {
      const Wording name = procedure::name_in_file(definition.states[s]);
      zh.push_back("“" + name.zh + "”");
      en.push_back("“" + name.en + "”");
    }
    f.found.push_back(diagnose(left_at_once, definition.transitions[t].place,
                               Wording(join(zh, "、"), join(en, ", ")), lines_of(definition, what.waiting)));
  }
}

}  // namespace

void find_unreachable(Findings& f) {
  const Definition& definition = f.model.definition;
  std::set<TransitionIndex> told;
  const bool loop = loop_was_said(f);
  const StateSet active = ever_entered(f);
  find_cut_off(f, active);
  std::map<TransitionIndex, LeftAtOnce> left;
  for (const Graph* graph : f.explorations.made()) {
    if (!graph->complete) continue;
    const StateSet waiting = ever_waiting(*graph);
    for (StateIndex s : active) {
      if (loop && !waiting.contains(s)) continue;
      for (TransitionIndex t : definition.states[s].transitions) {
        const Transition& transition = definition.transitions[t];
        if (graph->fates[t] == Fate::taken || was_said(f, transition.place) || !told.insert(t).second)
          continue;
        const bool never_waits =
            !transition.events.empty() && !waiting.contains(s) && graph->fates[t] == Fate::never_asked;
        const auto by = never_waits ? leading_on(definition, *graph, s) : std::nullopt;
        if (!by) {
          f.found.push_back(untaken(f.model, *graph, t));
        } else {
          left[*by].states.insert(s);
          left[*by].waiting.insert(t);
        }
      }
    }
  }
  tell_of_left(f, left);
}

namespace {

/// The slices that are no part of another. What a smaller one shows, the larger one shows more surely.
std::vector<Slice> widest(const Explorations& explorations, const std::vector<Slice>& all) {
  std::vector<Slice> kept;
  const auto holds = [](const Slice& whole, const Slice& part) {
    return part.names.within(whole.names) && part.slots.within(whole.slots);
  };
  for (const Slice& one : all) {
    const Slice closed = explorations.closed(one);
    if (std::any_of(kept.begin(), kept.end(), [&](const Slice& other) { return holds(other, closed); }))
      continue;
    std::erase_if(kept, [&](const Slice& other) { return holds(closed, other); });
    kept.push_back(closed);
  }
  return kept;
}

}  // namespace

void find_stuck(Findings& f) {
  std::vector<Slice> groups = groups_of(f.model);
  for (const auto& more : {groups_of_ways_out(f.model), groups_of_loops(f.model)})
    groups.insert(groups.end(), more.begin(), more.end());
  const std::vector<Slice> wide = widest(f.explorations, groups);
  std::set<std::string> known;
  for (const Stuck kind : {Stuck::loop, Stuck::dead_end, Stuck::endless}) {
    if (kind == Stuck::loop && loop_was_said(f)) continue;
    std::set<std::string> told;
    const bool wants_end = has_final(f.model.definition) && f.found.empty();
    find_stuck_in(f, {}, kind, wants_end, known, told);
    const bool decided = std::exchange(f.decided, true);
    for (const Slice& group : wide) find_stuck_in(f, group, kind, wants_end, known, told);
    // Where a large group went beyond a limit its parts may still tell something.
    if (!f.decided) {
      for (const Slice& group : groups) find_stuck_in(f, group, kind, wants_end, known, told);
    }
    f.decided = f.decided && decided;
    known.merge(told);
  }
}

namespace {

bool starts(const procedure::Action& action, const std::string& id) {
  const auto* limit = std::get_if<procedure::TimeLimitAction>(&action.what);
  return limit != nullptr && limit->id == id;
}

/// The place of the element that first starts a limit.
Place where_started(const Definition& definition, const std::string& id) {
  const procedure::Action* found = nullptr;
  procedure::for_every_action(definition, [&](const procedure::Action& action) {
    if (found == nullptr && starts(action, id)) found = &action;
  });
  return found->place;
}

/// The place of that which starts it anew on the way's last step: one of its transitions, or of the states
/// entered.
Place where_restarted(const Definition& definition, const std::string& id, const Found& again) {
  const Edge& last = again.graph->edges[again.way.steps.back().second];
  const procedure::Action* found = nullptr;
  const auto look = [&](const procedure::Block& block) {
    procedure::for_each_action(block, [&](const procedure::Action& action) {
      if (found == nullptr && starts(action, id) &&
          !std::get<procedure::TimeLimitAction>(action.what).after.given())
        found = &action;
    });
  };
  for (const std::uint32_t t : again.graph->taken[last.taken]) look(definition.transitions[t].content);
  for (const StateIndex s : again.graph->scenes[again.way.end].configuration) {
    for (const procedure::Block& block : definition.states[s].on_entry) look(block);
  }
  return found == nullptr ? where_started(definition, id) : found->place;
}

bool is_ended_somewhere(const Definition& definition, const std::string& id) {
  bool ended = false;
  procedure::for_every_action(definition, [&](const procedure::Action& action) {
    const auto* end = std::get_if<procedure::EndTimeLimitAction>(&action.what);
    ended = ended || (end != nullptr && end->id == id);
  });
  return ended;
}

/// Scenes of which `is_so`.
Query to_scene(std::function<bool(const Graph&, NodeIndex)> is_so) {
  return [is_so = std::move(is_so)](const Graph& graph) {
    return std::optional(Sought{{}, [&graph, is_so](int, NodeIndex n) { return is_so(graph, n); }});
  };
}

/// The first time that the mark is made.
Query to_mark(std::uint32_t mark) {
  return [mark](const Graph&) {
    return std::optional(
        Sought{[mark](int state, std::uint32_t made) { return made == mark ? broken : state; }, {}});
  };
}

std::optional<Found> seen(Findings& f, const Query& query) {
  Answer answer = look_for(f.explorations, {}, query, nullptr);
  f.decided = f.decided && answer.decided;
  return std::move(answer.found);
}

/// The standings in which the limit's event falls on deaf ears, the first of them told.
void find_unheard(Findings& f, std::size_t limit, const Place& place, const std::string& label) {
  for (std::uint32_t i = 0; i < f.model.stimuli.size(); ++i) {
    const Stimulus& stimulus = f.model.stimuli[i];
    if (stimulus.source != Stimulus::Source::limit || stimulus.limit != limit) continue;
    if (f.model.listeners[stimulus.listening].of_state.empty())
      continue;  // nothing at all listens: said already
    const auto unheard =
        seen(f, to_scene([&](const Graph& graph, NodeIndex n) {
               const Scene& scene = graph.scenes[n];
               if (!scene.resting || scene.ended || !scene.running.holds(limit) || scene.due.holds(limit))
                 return false;
               const auto edges = graph.edges_of(n);
               return std::none_of(edges.begin(), edges.end(),
                                   [&](const Edge& edge) { return edge.stimulus == i; });
             }));
    if (!unheard) continue;
    const StateSet& configuration = unheard->graph->scenes[unheard->way.end].configuration;
    f.found.push_back(diagnose(limit_unheard, place, label, place_in_words(f.model.definition, configuration),
                               stimulus.event));
  }
}

}  // namespace

void find_limits(Findings& f) {
  const Definition& definition = f.model.definition;
  for (std::size_t i = 0; i < f.model.limits.size(); ++i) {
    const std::string &id = f.model.limits[i], &label = f.model.limit_labels.at(id);
    const Place place = where_started(definition, id);
    if (!is_ended_somewhere(definition, id)) {
      // Once is enough: that it then falls due where nobody listens, and begins anew, follows.
      if (const auto running = seen(f, to_scene([&](const Graph& graph, NodeIndex n) {
                                      const Scene& scene = graph.scenes[n];
                                      return scene.resting && scene.running.holds(i);
                                    })))
        f.found.push_back(diagnose(limit_never_ended, place, label, words(f, *running)));
      continue;
    }
    if (const auto outliving = seen(f, to_scene([&](const Graph& graph, NodeIndex n) {
                                      // One that has fallen due was told of: only silence is amiss.
                                      const Scene& scene = graph.scenes[n];
                                      return scene.ended && scene.running.holds(i) && !scene.due.holds(i);
                                    }))) {
      f.found.push_back(diagnose(limit_outlives, place, label, words(f, *outliving)));
    }
    find_unheard(f, i, place, label);
    const auto mark =
        static_cast<std::uint32_t>(f.model.happenings.size() + definition.assertions.size() + i);
    if (const auto again = seen(f, to_mark(mark)))
      f.found.push_back(
          diagnose(limit_restarted, where_restarted(definition, id, *again), label, words(f, *again)));
  }
}

}  // namespace anjuan::analysis
