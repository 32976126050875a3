// From what is sought backwards: acts cost one, what follows from them nothing.

#include "analysis/foresight.h"

#include <deque>

namespace anjuan::analysis {

Foresight::Foresight(const Graph& graph, const Sought& sought, const Way* only)
    : graph_(graph),
      looked_at_(graph.edges.size(), only == nullptr),
      after_(graph.edges.size() * states),
      acts_(graph.size() * states, never) {
  if (only != nullptr) {
    for (const auto& [from, e] : only->steps) looked_at_[e] = true;
  }
  std::deque<std::size_t> waiting;
  const auto reach = [&](std::size_t key, unsigned acts, bool at_once) {
    if (acts >= acts_[key]) return;
    acts_[key] = acts;
    at_once ? waiting.push_front(key) : waiting.push_back(key);
  };
  const auto is_act = [&](std::uint32_t e) {
    return graph.edges[e].stimulus != no_stimulus && !graph.edges[e].refused;
  };
  for (NodeIndex n = 0; n < graph.size(); ++n) {
    for (std::size_t state = 0; state < states; ++state) {
      const std::size_t key = n * states + state;
      if (sought.stands && sought.stands(static_cast<int>(state), n)) reach(key, 0, true);
      for (std::uint32_t e = graph.first_edge[n]; e < graph.first_edge[n + 1]; ++e) {
        const int next = analysis::after(graph, graph.edges[e], sought.read, static_cast<int>(state));
        after_[e * states + state] = static_cast<std::int8_t>(next);
        if (next == broken && looked_at_[e] && graph.edges[e].target != no_node)
          reach(key, is_act(e) ? 1 : 0, !is_act(e));
      }
    }
  }
  const Backwards backwards(graph);
  while (!waiting.empty()) {
    const std::size_t key = waiting.front();
    waiting.pop_front();
    for (const std::uint32_t e : backwards.to(static_cast<NodeIndex>(key / states))) {
      if (!looked_at_[e]) continue;
      for (std::size_t state = 0; state < states; ++state) {
        if (after_[e * states + state] != static_cast<std::int8_t>(key % states)) continue;
        const std::size_t from = backwards.from(e) * states + state;
        reach(from, acts_[key] + (is_act(e) ? 1 : 0), !is_act(e));
      }
    }
  }
}

unsigned Foresight::ahead(std::uint32_t edge, int state) const {
  const NodeIndex target = graph_.edges[edge].target;
  if (!looked_at_[edge] || target == no_node) return never;
  const int next = after_[edge * states + static_cast<std::size_t>(state)];
  return next == broken ? 0 : acts_[target * states + static_cast<std::size_t>(next)];
}

}  // namespace anjuan::analysis
