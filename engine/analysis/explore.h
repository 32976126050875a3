#pragma once
// Explores all that a definition can do: first with every condition both ways, then, where data decide
// something, with what is known of them.

#include <deque>
#include <map>
#include <memory>

#include "analysis/graph.h"
#include "analysis/model.h"

namespace anjuan::analysis {

inline constexpr std::size_t default_most_scenes = 300000;

/// Explorations of one definition, each made when first asked for: with nothing followed every
/// condition goes both ways; following some data and papers shows which of that cannot be. The graphs
/// are the same on every machine.
class Explorations {
 public:
  /// `most_scenes`: of one graph.
  Explorations(Model&, Vocabulary&, std::size_t most_scenes);
  ~Explorations();
  const Graph& following(const Slice&);
  const Graph& control() { return following({}); }
  /// A way of `graph` gone again with `slice` followed: only what comes out as it does there is explored,
  /// layer by layer, each scene of the last one being an end. Null: it cannot be gone, or not within a bound
  /// (`unsure` tells). The graph lives as long as these.
  const Graph* retraced(const Graph& graph, const struct Way&, const Slice&, bool& unsure);
  Model& model() { return model_; }
  Vocabulary& vocabulary() { return vocabulary_; }
  /// The slice with all data that its data are set from.
  Slice closed(Slice) const;
  /// All that were made, in the order of their slices.
  std::vector<const Graph*> made() const;

 private:
  Model& model_;
  Vocabulary& vocabulary_;
  std::size_t most_;
  std::map<Slice, Graph> graphs_;
  std::deque<Graph> retraced_;
  std::unique_ptr<class Relevance> relevance_;
};

}  // namespace anjuan::analysis
