#pragma once
// The whole analysis of one definition: explored, looked through for what cannot be meant, and each
// assertion proved, refuted or said to be undecided.

#include <optional>
#include <string>
#include <vector>

#include "analysis/explore.h"
#include "base/diagnostic.h"

namespace anjuan::analysis {

struct Limits {
  std::size_t most_scenes = default_most_scenes;  ///< standings explored at most
};

/// What became of one assertion. `name`: its own, "" none; `found`: what is said of one that is not proved.
struct Decision {
  enum class Verdict { proved, refuted, unproved, undecided };
  std::string name, label;
  Verdict verdict = Verdict::proved;
  std::optional<Diagnostic> found = std::nullopt;
};

struct Report {
  Diagnostics found;                ///< with what the decisions have found
  std::vector<Decision> decisions;  ///< one for each assertion, in the order of the file
  std::size_t assertions = 0, refuted = 0, unproved = 0, undecided = 0;
  std::vector<std::string> proved;  ///< labels, in the order of the file
  std::size_t scenes = 0, steps = 0, bytes = 0;
};

/// `facts`: names that surroundings provide; `said`: what the checks of `procedure` found already, not
/// said twice; an assertion in which they found a fault is left out. Everything else that decides the way has
/// loaded without errors. The same input gives the same report.
Report analyse(const Definition&, const expression::Names& facts, const Limits&, const Diagnostics& said);

}  // namespace anjuan::analysis
