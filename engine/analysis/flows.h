#pragma once
// Which data decide something, what they are held against, and where their values come from.

#include "analysis/model.h"

namespace anjuan::analysis {

/// Conditions that decide where a procedure goes, whether it may, or whether an assertion holds.
template <class Visit>
void for_each_decision(const Definition& definition, const Visit& visit) {
  for (const procedure::Transition& transition : definition.transitions) {
    visit(transition.condition);
    for (const auto& requirement : transition.requirements) {
      if (requirement.test) visit(*requirement.test);
    }
  }
  for (const auto& assertion : definition.assertions) {
    if (assertion.holds) visit(*assertion.holds);
  }
}

/// Numbers at which what is followed of each data item may end, and which data are set from which.
void find_thresholds(Model&);
/// Of an untyped chart: data that nothing ever sets, as `parameters`.
void find_constants(Model&);
/// Whom the values of each data item may come from, at any remove, loops included.
void find_sources(Model&);
/// Data that are never empty: given from the beginning, and never set from what may be empty.
void find_filled(Model&);

}  // namespace anjuan::analysis
