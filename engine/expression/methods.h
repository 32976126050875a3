#pragma once
// The methods of texts, lists, records and numbers in the dialect ecmascript.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/result.h"
#include "base/value.h"

namespace anjuan::expression {

struct MethodCall {
  const Value& owner;
  std::span<const Value> arguments;
  const Place& place;
  /// The argument, empty where none is given.
  const Value& argument(std::size_t position) const;
};

/// The result and, where the method changes its owner, the owner after.
struct Called {
  Value result;
  std::optional<Value> owner;
};

struct Method {
  unsigned of;  ///< kinds of owners, bits of Accepts
  std::string_view name;
  Result<Called> (*call)(const MethodCall&);
  int passes = 1;  ///< about how often it looks at the whole of its owner
};
/// What calling it counts as, in items looked at (Budget::items).
std::int64_t cost(const Method&, const Value& owner, std::span<const Value> arguments);

/// The method of that name that the value has, null if there is none.
const Method* find_method(const Value& owner, std::string_view name);

}  // namespace anjuan::expression
