#pragma once
// Bounds of one evaluation, shared by all that happens in it.

#include <algorithm>
#include <cstdint>

#include "base/value.h"
#include "expression/expression.h"

namespace anjuan::expression {

struct Budget {
  int steps = max_steps;
  std::int64_t items = max_items;

  /// Charges items that are going to be looked at; false: more than there may be.
  bool spend(std::int64_t n) { return (items -= n) >= 0; }
};

/// What looking at the whole of a value counts as: nothing for what is small.
inline std::int64_t weight(const Value& value) { return value.size() / 64; }
/// What comparing counts as: no more than the lesser of the two is looked at.
inline std::int64_t weight(const Value& a, const Value& b) { return std::min(a.size(), b.size()) / 64; }

}  // namespace anjuan::expression
