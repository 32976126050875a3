#pragma once
// The whole analysis of one definition: explored, looked through for what cannot be meant, and each
// assertion proved, refuted or said to be undecided.

#include "analysis/explore.h"
#include "base/diagnostic.h"

namespace anjuan::analysis {

struct Limits {
  std::size_t most_scenes = default_most_scenes;  ///< standings explored at most
};

struct Report {
  Diagnostics found;
  std::size_t assertions = 0, refuted = 0, unproved = 0, undecided = 0;
  std::vector<std::string> proved;  ///< labels, in the order of the file
  std::size_t scenes = 0, steps = 0, bytes = 0;
};

/// `facts`: names that surroundings provide; `said`: what the checks of `procedure` found already, not
/// said twice. The definition has loaded without errors. The same input gives the same report.
Report analyse(const Definition&, const expression::Names& facts, const Limits&, const Diagnostics& said);

}  // namespace anjuan::analysis
