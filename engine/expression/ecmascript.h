#pragma once
// What values mean in the dialect ecmascript: truth, equality, texts and numbers made of others. There, an
// empty value is `undefined` and `null` at once, and also the number that is none (NaN); numbers are exact
// decimals as everywhere.

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/value.h"
#include "expression/node.h"

namespace anjuan::expression::ecmascript {

bool is_true(const Value&);
/// As `typeof` says it: "undefined", "boolean", "number", "string", "function", "object".
const char* type_word(const Value&);
/// As `+` and String() write it: true, 1.5, a,b, [object Object].
std::string text_of(const Value&);
/// As Number() reads it: an integer, a decimal, or empty for what is no number.
Value number_of(const Value&);
/// A whole number, the fraction cut off, from -2^53 to 2^53; `otherwise` for what is no number.
std::int64_t whole_of(const Value&, std::int64_t otherwise);
bool loosely_equal(const Value&, const Value&);
bool strictly_equal(const Value&, const Value&);
/// All operators but && and ||.
Result<Value> apply(Operator, const Value& left, const Value& right, const Place&);
/// What applying the operator counts as, in items looked at (Budget::items).
std::int64_t cost(Operator, const Value& left, const Value& right);
Result<Value> negate(const Value&, const Place&);
Result<Value> complement(const Value&);
/// Whether the value is of the kind: "Array", "Object", …
bool is_instance(const Value&, std::string_view type);
/// The field, `length`, or character; empty where there is none. The owner is not empty.
Value member(const Value& owner, std::string_view name);
Value item(const Value& owner, const Value& key);

}  // namespace anjuan::expression::ecmascript

namespace anjuan::expression {

/// Array, Object, String, … : words that name kinds of values.
bool is_type_word(std::string_view);

/// A function as a value: a record with its source in a field that no name can reach, so that it is kept
/// and restored like all data.
Value function_value(std::string_view source);
/// The source of a function value; null for other values.
const std::string* function_source(const Value&);

}  // namespace anjuan::expression
