#pragma once
// How far what is sought lies ahead, by the graph.

#include "analysis/ways.h"

namespace anjuan::analysis {

class Foresight {
 public:
  /// `only`: a way beside which nothing is looked at, or null.
  Foresight(const Graph&, const Sought&, const Way* only);
  /// Whether the edge, taken in the state, leads to what is sought.
  bool leads_on(std::uint32_t edge, int state) const { return ahead(edge, state) != never; }
  /// Acts at least that are then still left; `never`: it does not lead there.
  unsigned ahead(std::uint32_t edge, int state) const;
  static constexpr unsigned never = static_cast<unsigned>(-1);

 private:
  static constexpr std::size_t states = 2;
  const Graph& graph_;
  std::vector<bool> looked_at_;     ///< edges
  std::vector<std::int8_t> after_;  ///< of each edge, by state
  std::vector<unsigned> acts_;      ///< of each scene, by state
};

}  // namespace anjuan::analysis
