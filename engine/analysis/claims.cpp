// Deciding assertions.

#include "analysis/claims.h"

#include <algorithm>
#include <functional>

#include "analysis/replay.h"

namespace anjuan::analysis {

using procedure::Assertion;
using procedure::Happening;

namespace {

/// Edges by the scene they lead to.
struct Backwards {
  std::vector<std::uint32_t> first, edges, from;

  explicit Backwards(const Graph& graph)
      : first(graph.size() + 2, 0), edges(graph.edges.size()), from(graph.edges.size()) {
    for (const Edge& edge : graph.edges) {
      if (edge.target != no_node) ++first[edge.target + 2];
    }
    for (std::size_t i = 2; i < first.size(); ++i) first[i] += first[i - 1];
    for (NodeIndex n = 0; n < graph.size(); ++n) {
      for (std::uint32_t e = graph.first_edge[n]; e < graph.first_edge[n + 1]; ++e) {
        from[e] = n;
        if (graph.edges[e].target != no_node) edges[first[graph.edges[e].target + 1]++] = e;
      }
    }
  }
  std::span<const std::uint32_t> to(NodeIndex n) const {
    return {edges.data() + first[n], first[n + 1] - first[n]};
  }
};

/// A group of edges of one stimulus is a tree of choices, in the order in which they were tried. Where
/// people or facts surely have both answers in their hand, one branch must do; elsewhere, every branch.
class Tree {
 public:
  Tree(const Graph& graph, const std::function<bool(std::uint32_t)>& wins) : graph_(graph), wins_(wins) {}

  bool won(std::uint32_t begin, std::uint32_t end, std::size_t depth) const {
    if (begin == end) return false;
    const auto& choices = graph_.choices[graph_.edges[begin].choices];
    if (choices.size() <= depth) return wins_(begin);
    const unsigned options = choices[depth].options;
    bool any = false, all = true;
    unsigned met = 0;
    for (std::uint32_t from = begin; from < end;) {
      const Choice& one = graph_.choices[graph_.edges[from].choices][depth];
      std::uint32_t to = from;
      while (to < end && graph_.choices[graph_.edges[to].choices][depth].taken == one.taken) ++to;
      const bool wins = won(from, to, depth + 1);
      any = any || (wins && one.given);
      all = all && wins;
      met |= one.taken;
      from = to;
    }
    return any || (all && met == options);
  }

 private:
  const Graph& graph_;
  const std::function<bool(std::uint32_t)>& wins_;
};

bool scene_wins(const Graph& graph, NodeIndex n, const std::function<bool(std::uint32_t)>& wins) {
  const Tree tree(graph, wins);
  const std::uint32_t end = graph.first_edge[n + 1];
  for (std::uint32_t from = graph.first_edge[n]; from < end;) {
    std::uint32_t to = from;
    while (to < end && graph.edges[to].stimulus == graph.edges[from].stimulus) ++to;
    if (tree.won(from, to, 0)) return true;
    from = to;
  }
  return false;
}

/// A small automaton: what it makes of a mark, given its state; `broken` ends the search.
constexpr int broken = -1;
using Reading = std::function<int(int state, std::uint32_t mark)>;
using Standing = std::function<bool(int state, NodeIndex)>;  ///< whether a scene breaks the assertion

struct Walk {
  const Graph& graph;
  Reading read;
  Standing stands;
  bool sure_only = false;
  /// A shortest way on which the automaton breaks.
  std::optional<Way> find() {
    const std::size_t width = 2;
    std::vector<std::uint32_t> by(graph.size() * width, no_edge);
    std::vector<std::pair<NodeIndex, int>> waiting{{0, 0}};
    std::vector<std::uint32_t> from(graph.size() * width, 0);
    by[0] = start_edge;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
      const auto [n, state] = waiting[i];
      if (stands && stands(state, n))
        return way(by, from, n * width + static_cast<std::size_t>(state), std::nullopt);
      for (std::uint32_t e = graph.first_edge[n]; e < graph.first_edge[n + 1]; ++e) {
        const Edge& edge = graph.edges[e];
        if (edge.target == no_node || (sure_only && assumes(graph, edge))) continue;
        int after = state;
        for (std::uint32_t mark : graph.marks[edge.marks]) {
          after = read(after, mark);
          if (after == broken) break;
        }
        if (after == broken) return way(by, from, n * width + static_cast<std::size_t>(state), e);
        const std::size_t key = edge.target * width + static_cast<std::size_t>(after);
        if (by[key] != no_edge) continue;
        by[key] = e;
        from[key] = static_cast<std::uint32_t>(n * width + static_cast<std::size_t>(state));
        waiting.emplace_back(edge.target, after);
      }
    }
    return std::nullopt;
  }

 private:
  static constexpr std::uint32_t no_edge = static_cast<std::uint32_t>(-1),
                                 start_edge = static_cast<std::uint32_t>(-2);

  Way way(const std::vector<std::uint32_t>& by, const std::vector<std::uint32_t>& from, std::size_t key,
          std::optional<std::uint32_t> last) const {
    Way out;
    out.end = static_cast<NodeIndex>(key / 2);
    if (last) {
      out.steps.emplace_back(out.end, *last);
      out.end = graph.edges[*last].target;
    }
    while (by[key] != start_edge) {
      out.steps.emplace_back(static_cast<NodeIndex>(from[key] / 2), by[key]);
      key = from[key];
    }
    std::reverse(out.steps.begin(), out.steps.end());
    for (const auto& [n, e] : out.steps) out.assumes = out.assumes || assumes(graph, graph.edges[e]);
    return out;
  }
};

std::optional<Way> shortest(const Graph& graph, const Reading& read, const Standing& stands) {
  Walk walk{graph, read, stands, false};
  auto found = walk.find();
  if (!found || !found->assumes) return found;
  walk.sure_only = true;
  auto sure = walk.find();
  return sure ? sure : found;
}

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
std::optional<Way> where_together(const Graph& graph, const Model& model, const Assertion& a) {
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
  return shortest(
      graph, [&](int state, std::uint32_t mark) { return banned.count(mark) > 0 ? broken : state; },
      [&](int, NodeIndex n) { return together(graph, apart, n); });
}

/// Where, once it has begun, its goal can no more be brought about, or its limit does not run. One that
/// fell due runs on, overdue, until it is ended.
std::optional<Way> where_lost(const Graph& graph, const Model& model, const Assertion& a) {
  const Marks marks(model);
  const auto begins = marks.of(a.from), ends = marks.of(a.reaches);
  std::vector<bool> met(graph.edges.size(), false);
  for (std::size_t e = 0; e < met.size(); ++e) {
    const auto& on_edge = graph.marks[graph.edges[e].marks];
    met[e] =
        std::any_of(on_edge.begin(), on_edge.end(), [&](std::uint32_t mark) { return ends.count(mark) > 0; });
  }
  const std::vector<bool> can = attainable(graph, met, std::vector<bool>(graph.size(), false));
  const auto limit = a.limit.empty() ? std::nullopt : model.limit(a.limit);
  auto found = shortest(
      graph,
      [&](int pending, std::uint32_t mark) {
        if (ends.count(mark) > 0) return 0;
        return begins.count(mark) > 0 ? 1 : pending;
      },
      [&](int pending, NodeIndex n) {
        const Scene& scene = graph.scenes[n];
        if (pending == 0) return false;
        if (!can[n]) return true;
        return limit.has_value() && (scene.resting || scene.ended) && !scene.running.holds(*limit);
      });
  if (found && !can[found->end]) {
    found->looks_on = true;
    // It is certain only where nothing at all leads to the goal.
    std::vector<bool> leads(graph.size(), false);
    for (NodeIndex n = 0; n < graph.size(); ++n)
      leads[n] = std::find(met.begin() + graph.first_edge[n], met.begin() + graph.first_edge[n + 1], true) !=
                 met.begin() + graph.first_edge[n + 1];
    found->open_ahead = may_reach(graph, leads)[found->end];
    found->assumes = found->assumes || found->open_ahead;
    found->lost = lost_edges(graph, can, met);
  }
  return found;
}

std::optional<Way> counter_example(const Graph& graph, const Model& model, std::size_t index) {
  const Assertion& a = model.definition.assertions[index];
  const Marks marks(model);
  const auto goals = marks.of(a.every_path_to), passes = marks.of(a.passes), since = marks.of(a.since);
  if (!a.passes.empty()) {
    return shortest(graph,
                    [&](int seen, std::uint32_t mark) {
                      if (seen == 0 && goals.count(mark) > 0) return broken;
                      if (since.count(mark) > 0) seen = 0;
                      return passes.count(mark) > 0 ? 1 : seen;
                    },
                    {});
  }
  if (!a.at_most_once.empty()) {
    const auto once = marks.of(a.at_most_once);
    return shortest(graph,
                    [&](int seen, std::uint32_t mark) {
                      if (once.count(mark) > 0) return seen == 1 ? broken : 1;
                      return since.count(mark) > 0 ? 0 : seen;
                    },
                    {});
  }
  if (!a.never.empty()) return where_together(graph, model, a);
  if (!a.from.empty()) return where_lost(graph, model, a);
  const auto violated = static_cast<std::uint32_t>(model.happenings.size() + index);
  return shortest(graph, [&](int state, std::uint32_t mark) { return mark == violated ? broken : state; },
                  {});
}

}  // namespace

bool assumes(const Graph& graph, const Edge& edge) {
  const auto& choices = graph.choices[edge.choices];
  return std::any_of(choices.begin(), choices.end(), [](const Choice& choice) { return !choice.free; });
}

std::vector<bool> attainable(const Graph& graph, const std::vector<bool>& goal,
                             const std::vector<bool>& met) {
  std::vector<bool> won = met;
  const Backwards backwards(graph);
  const std::function<bool(std::uint32_t)> wins = [&](std::uint32_t e) {
    return goal[e] || (graph.edges[e].target != no_node && won[graph.edges[e].target]);
  };
  std::vector<NodeIndex> waiting;
  const auto look = [&](NodeIndex n) {
    if (won[n] || !scene_wins(graph, n, wins)) return;
    won[n] = true;
    waiting.push_back(n);
  };
  for (NodeIndex n = 0; n < graph.size(); ++n) {
    if (met[n]) waiting.push_back(n);
    const auto first = goal.begin() + graph.first_edge[n], last = goal.begin() + graph.first_edge[n + 1];
    if (std::find(first, last, true) != last) look(n);
  }
  while (!waiting.empty()) {
    const NodeIndex n = waiting.back();
    waiting.pop_back();
    for (std::uint32_t e : backwards.to(n)) look(backwards.from[e]);
  }
  return won;
}

std::vector<bool> may_reach(const Graph& graph, std::vector<bool> goals) {
  const Backwards backwards(graph);
  std::vector<NodeIndex> waiting;
  for (NodeIndex n = 0; n < graph.size(); ++n) {
    if (goals[n]) waiting.push_back(n);
  }
  while (!waiting.empty()) {
    const NodeIndex n = waiting.back();
    waiting.pop_back();
    for (std::uint32_t e : backwards.to(n)) {
      const NodeIndex before = backwards.from[e];
      if (goals[before]) continue;
      goals[before] = true;
      waiting.push_back(before);
    }
  }
  return goals;
}

Way way_to(const Graph& graph, NodeIndex goal) {
  const auto found = shortest(
      graph, [](int state, std::uint32_t) { return state; }, [&](int, NodeIndex n) { return n == goal; });
  return found.value_or(Way());
}

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
  Answer answer = look_for(explorations, begin, query, [&](const Found& found) {
    return !found.way.open_ahead && can_be_gone(found, model, assertion);
  });
  Claim claim;
  claim.idle = idle;
  claim.last = answer.last;
  if (!answer.decided) return claim;
  claim.verdict = answer.found ? Claim::Verdict::refuted : Claim::Verdict::proved;
  if (answer.found) claim.counter = std::move(*answer.found);
  Way& way = claim.counter.way;
  if (way.assumes && !way.open_ahead && can_be_gone(claim.counter, model, assertion)) way.assumes = false;
  return claim;
}

}  // namespace anjuan::analysis
