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
  /// What was charged so far, steps and items together.
  std::int64_t spent() const { return (max_steps - steps) + (max_items - items); }
};

/// What looking at the whole of a value counts as: nothing for what is small. Many small values take longer
/// than a text of the same bytes.
inline std::int64_t weight(const Value& value) { return value.size() / (value.depth() > 0 ? 16 : 64); }
/// What copying counts as: lists and records are shared, texts are not.
inline std::int64_t weight_of_copy(const Value& value) { return value.depth() > 0 ? 0 : weight(value); }
/// What comparing counts as: no more than the lesser of the two is looked at.
inline std::int64_t weight(const Value& a, const Value& b) { return std::min(weight(a), weight(b)); }

}  // namespace anjuan::expression
