// Deciding assertions.

#include "analysis/claims.h"

#include <algorithm>
#include <functional>

namespace anjuan::analysis {

using procedure::Assertion;
using procedure::Happening;

namespace {

/// The marks of one assertion's lists.
class Marks {
 public:
  explicit Marks(const Model& model) : model_(model) {}
  std::set<std::uint32_t> of(const std::vector<Happening>& list) const {
    std::set<std::uint32_t> marks;
    for (const Happening& happening : list) {
      if (const auto index = model_.happening(happening.kind, happening.id))
        marks.insert(static_cast<std::uint32_t>(*index));
    }
    return marks;
  }

 private:
  const Model& model_;
};

bool together(const Graph& graph, const StateSet& apart, NodeIndex n) {
  StateSet both = graph.scenes[n].configuration;
  both &= apart;
  return both.size() > 1;
}

/// Edges to where nothing helps, from scenes of which another edge leads to where it does.
std::vector<std::uint32_t> lost_edges(const Graph& graph, const std::vector<bool>& can,
                                      const std::vector<bool>& met) {
  std::vector<std::uint32_t> lost;
  const auto good = [&](std::uint32_t e) {
    return met[e] || (graph.edges[e].target != no_node && can[graph.edges[e].target]);
  };
  for (NodeIndex n = 0; n < graph.size(); ++n) {
    if (can[n]) continue;
    const std::size_t before = lost.size();
    bool any_good = false;
    for (std::uint32_t e = graph.first_edge[n]; e < graph.first_edge[n + 1]; ++e) {
      if (good(e)) {
        any_good = true;
      } else {
        lost.push_back(e);
      }
    }
    if (!any_good) lost.resize(before);
  }
  return lost;
}

/// States active together that must not be, or one thing that must not happen.
Sought where_together(const Graph& graph, const Model& model, const Assertion& a) {
  const Marks marks(model);
  StateSet apart;
  std::set<std::uint32_t> banned = marks.of(a.never);
  for (const Happening& happening : a.never) {
    const auto s = model.definition.find(happening.id);
    if (a.never.size() > 1 && happening.kind == Happening::Kind::state && s) {
      apart.insert(*s);
      banned.erase(static_cast<std::uint32_t>(*model.happening(happening.kind, happening.id)));
    }
  }
  return {[banned](int state, std::uint32_t mark) { return banned.count(mark) > 0 ? broken : state; },
          [&graph, apart](int, NodeIndex n) { return together(graph, apart, n); }};
}

/// Where, once it has begun, its goal can no more be brought about, or its limit does not run. One that
/// fell due runs on, overdue, until it is ended. Standings from which nothing at all leads to the goal come
/// first: they alone are certain.
Sought where_lost(const Graph& graph, const Model& model, const Assertion& a) {
  const Marks marks(model);
  const auto begins = marks.of(a.from), ends = marks.of(a.reaches);
  // Of scenes that were not gone on from, for want of room, it is not known that nothing leads on.
  std::vector<bool> met(graph.edges.size(), false), open(graph.size(), false);
  for (NodeIndex n = graph.followed; n < graph.size(); ++n) open[n] = true;
  std::vector<bool> leads = open;
  for (NodeIndex n = 0; n < graph.size(); ++n) {
    for (std::uint32_t e = graph.first_edge[n]; e < graph.first_edge[n + 1]; ++e) {
      const auto& on_edge = graph.marks[graph.edges[e].marks];
      met[e] = std::any_of(on_edge.begin(), on_edge.end(),
                           [&](std::uint32_t mark) { return ends.count(mark) > 0; });
      leads[n] = leads[n] || met[e];
    }
  }
  const auto limit = a.limit.empty() ? std::nullopt : model.limit(a.limit);
  const Reading pending = [begins, ends](int state, std::uint32_t mark) {
    if (ends.count(mark) > 0) return 0;
    return begins.count(mark) > 0 ? 1 : state;
  };
  const std::vector<bool> hope = may_reach(graph, leads);
  Sought certain{pending, [&graph, hope, limit](int state, NodeIndex n) {
                   const Scene& scene = graph.scenes[n];
                   if (state == 0) return false;
                   if (!hope[n]) return true;
                   return limit.has_value() && (scene.resting || scene.ended) && !scene.running.holds(*limit);
                 }};
  certain.complete = [hope](Way& way) { way.looks_on = !hope[way.end]; };
  if (shortest(graph, certain)) return certain;
  const std::vector<bool> can = attainable(graph, met, open);
  return {pending, [can](int state, NodeIndex n) { return state != 0 && !can[n]; },
          [lost = lost_edges(graph, can, met)](Way& way) {
            way.looks_on = way.open_ahead = way.assumes = true;
            way.lost = lost;
          }};
}

Sought counter_example(const Graph& graph, const Model& model, std::size_t index) {
  const Assertion& a = model.definition.assertions[index];
  const Marks marks(model);
  const auto since = marks.of(a.since);
  if (!a.passes.empty()) {
    return {[goals = marks.of(a.every_path_to), passes = marks.of(a.passes), since](int seen,
                                                                                    std::uint32_t mark) {
              if (seen == 0 && goals.count(mark) > 0) return broken;
              if (since.count(mark) > 0) seen = 0;
              return passes.count(mark) > 0 ? 1 : seen;
            },
            {}};
  }
  if (!a.at_most_once.empty()) {
    return {[once = marks.of(a.at_most_once), since](int seen, std::uint32_t mark) {
              if (once.count(mark) > 0) return seen == 1 ? broken : 1;
              return since.count(mark) > 0 ? 0 : seen;
            },
            {}};
  }
  if (!a.never.empty()) return where_together(graph, model, a);
  if (!a.from.empty()) return where_lost(graph, model, a);
  const auto violated = static_cast<std::uint32_t>(model.happenings.size() + index);
  return {[violated](int state, std::uint32_t mark) { return mark == violated ? broken : state; }, {}};
}

}  // namespace

Slice slice_of_awaited(const Model& model) {
  Slice slice;
  for (const Stimulus& stimulus : model.stimuli) {
    if (stimulus.source == Stimulus::Source::paper && !model.listeners[stimulus.listening].of_state.empty())
      slice.slots.set(stimulus.slot, true);
  }
  return slice;
}

namespace {

/// Whether what the assertion speaks of happens on no way at all: then it holds of nothing.
bool is_idle(const Graph& graph, const Model& model, const Assertion& assertion) {
  std::set<std::uint32_t> subject;
  for (const auto* list :
       {&assertion.every_path_to, &assertion.from, &assertion.at_most_once, &assertion.whenever})
    subject.merge(Marks(model).of(*list));
  return !subject.empty() && std::none_of(graph.edges.begin(), graph.edges.end(), [&](const Edge& edge) {
    const auto& marks = graph.marks[edge.marks];
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::uint32_t mark) { return subject.count(mark) > 0; });
  });
}

}  // namespace

Claim decide(Explorations& explorations, std::size_t index) {
  const Model& model = explorations.model();
  const Assertion& assertion = model.definition.assertions[index];
  Slice begin;
  if (assertion.holds && assertion.holds->expression)
    begin = slice_of(model, assertion.holds->expression->root());
  for (const auto* list :
       {&assertion.every_path_to, &assertion.passes, &assertion.since, &assertion.never, &assertion.from,
        &assertion.reaches, &assertion.at_most_once, &assertion.whenever}) {
    for (const Happening& happening : *list) {
      const bool of_paper =
          happening.kind == Happening::Kind::signed_ || happening.kind == Happening::Kind::served;
      if (const auto slot = model.slot(happening.id); of_paper && slot) begin.slots.set(*slot, true);
    }
  }
  // A goal that people must be able to bring about may wait for a paper: it comes only while it is made and
  // not void, so those that something listens to are followed from the start.
  if (!assertion.from.empty()) begin.slots |= slice_of_awaited(model).slots;
  bool idle = false;
  const Query query = [&](const Graph& graph) {
    idle = is_idle(graph, model, assertion);
    return counter_example(graph, model, index);
  };
  Answer answer = look_for(explorations, begin, query, &assertion);
  Claim claim;
  claim.idle = idle;
  claim.last = answer.last;
  if (!answer.decided) return claim;
  claim.verdict = answer.found ? Claim::Verdict::refuted : Claim::Verdict::proved;
  if (answer.found) claim.counter = std::move(*answer.found);
  return claim;
}

}  // namespace anjuan::analysis
