#pragma once
// What cannot be meant, read off the graph: places never reached, transitions never taken, standings
// without a way on, limits that nobody ends.

#include "analysis/claims.h"
#include "base/diagnostic.h"

namespace anjuan::analysis {

struct Findings {
  const Graph& graph;
  const Model& model;
  const Vocabulary& vocabulary;
  const Diagnostics& said;  ///< by the checks of `procedure`: not said twice
  Diagnostics& found;
};

void find_unreachable(const Findings&);
void find_untaken(const Findings&);
void find_stuck(const Findings&);   ///< dead ends, loops without end, no way to any end
void find_limits(const Findings&);  ///< never ended, outliving the procedure, due where nobody listens

}  // namespace anjuan::analysis
