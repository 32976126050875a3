// Breadth first through the graph, with the automaton of what is sought.

#include "analysis/ways.h"

#include <algorithm>

namespace anjuan::analysis {

namespace {

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

struct Walk {
  const Graph& graph;
  const Sought& sought;
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
      if (sought.stands && sought.stands(state, n))
        return way(by, from, n * width + static_cast<std::size_t>(state), std::nullopt);
      for (std::uint32_t e = graph.first_edge[n]; e < graph.first_edge[n + 1]; ++e) {
        const Edge& edge = graph.edges[e];
        if (edge.target == no_node || (sure_only && assumes(graph, edge))) continue;
        const int next = after(graph, edge, sought.read, state);
        if (next == broken) return way(by, from, n * width + static_cast<std::size_t>(state), e);
        const std::size_t key = edge.target * width + static_cast<std::size_t>(next);
        if (by[key] != no_edge) continue;
        by[key] = e;
        from[key] = static_cast<std::uint32_t>(n * width + static_cast<std::size_t>(state));
        waiting.emplace_back(edge.target, next);
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

}  // namespace

int after(const Graph& graph, const Edge& edge, const Reading& read, int state) {
  if (!read) return state;
  for (const std::uint32_t mark : graph.marks[edge.marks]) {
    state = read(state, mark);
    if (state == broken) break;
  }
  return state;
}

std::optional<Way> shortest(const Graph& graph, const Sought& sought) {
  Walk walk{graph, sought};
  auto found = walk.find();
  if (found && found->assumes) {
    walk.sure_only = true;
    if (auto sure = walk.find()) found = std::move(sure);
  }
  if (found && sought.complete) sought.complete(*found);
  return found;
}

Backwards::Backwards(const Graph& graph)
    : first_(graph.size() + 2, 0), edges_(graph.edges.size()), from_(graph.edges.size()) {
  for (const Edge& edge : graph.edges) {
    if (edge.target != no_node) ++first_[edge.target + 2];
  }
  for (std::size_t i = 2; i < first_.size(); ++i) first_[i] += first_[i - 1];
  for (NodeIndex n = 0; n < graph.size(); ++n) {
    for (std::uint32_t e = graph.first_edge[n]; e < graph.first_edge[n + 1]; ++e) {
      from_[e] = n;
      if (graph.edges[e].target != no_node) edges_[first_[graph.edges[e].target + 1]++] = e;
    }
  }
}

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
    for (std::uint32_t e : backwards.to(n)) look(backwards.from(e));
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
      const NodeIndex before = backwards.from(e);
      if (goals[before]) continue;
      goals[before] = true;
      waiting.push_back(before);
    }
  }
  return goals;
}

Way way_to(const Graph& graph, NodeIndex goal) {
  const auto found = shortest(graph, {{}, [&](int, NodeIndex n) { return n == goal; }});
  return found.value_or(Way());
}

}  // namespace anjuan::analysis
