#pragma once
// What the operators do to values. Numbers are exact decimals; a product or quotient with more than
// nine decimals is rounded half away from zero to nine.

#include "base/result.h"
#include "base/value.h"
#include "expression/expression.h"
#include "expression/node.h"

namespace anjuan::expression {

/// All binary operators but && and ||, which do not always look at their right side.
Result<Value> apply(Operator, const Value& left, const Value& right, const Place&);
/// The same of whole numbers whose result is one too, without a detour over decimals; false: not so simple.
bool calculate_whole(Operator, std::int64_t left, std::int64_t right, std::int64_t& result);
Result<Value> negate(const Value&, const Place&);
/// What holds where the comparison or joint does not: < becomes >=, && becomes ||; others as they are.
Operator opposite(Operator);
/// The comparison that says the same with its sides exchanged: 0 < a is a > 0; others as they are.
Operator mirrored(Operator);
/// Item of a list, key of a record, part of a text.
Result<Value> is_among(const Value& item, const Value& container, const Place&);
/// What applying the operator counts as, in items looked at (Budget::items).
std::int64_t cost(Operator, const Value& left, const Value& right);
/// `whole` with the value put at the keys; see `put`. `source`: the location as written, for messages.
Result<Value> put_at(const Value& whole, std::span<const Value> keys, Value, Dialect, const Place&,
                     std::string_view source);
/// -1, 0, 1 of two numbers, texts (by code point) or dates; nothing if they cannot be compared.
std::optional<int> order(const Value&, const Value&);
bool is_number(const Value&);
/// Where the part begins in the text, npos if nowhere; in time linear in both.
std::size_t find_text(std::string_view text, std::string_view part);
inline bool holds_text(std::string_view text, std::string_view part) {
  return find_text(text, part) != std::string_view::npos;
}
/// The nearest integer not below / not above.
std::int64_t round_up(Decimal);
std::int64_t round_down(Decimal);

}  // namespace anjuan::expression
