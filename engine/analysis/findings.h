#pragma once
// What cannot be meant, read off the graph: places never reached, transitions never taken, standings
// without a way on, limits that nobody ends.

#include "analysis/claims.h"
#include "base/diagnostic.h"

namespace anjuan::analysis {

struct Findings {
  Explorations& explorations;
  const Model& model;
  const Vocabulary& vocabulary;
  const Diagnostics& said;  ///< by the checks of `procedure`: not said twice
  Diagnostics& found;
  bool decided = true;  ///< false: somewhere the limit was reached
};

void find_unreachable(Findings&);  ///< states and transitions, in every exploration made so far
void find_stuck(Findings&);        ///< dead ends, loops without end, no way to any end
void find_limits(Findings&);       ///< never ended, outliving the procedure, due where nobody listens

}  // namespace anjuan::analysis
