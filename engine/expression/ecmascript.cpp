// What values mean in the dialect ecmascript.

#include "expression/ecmascript.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "expression/budget.h"
#include "expression/expression.h"
#include "expression/messages.h"
#include "expression/operators.h"
#include "expression/tokens.h"

namespace anjuan::expression {

namespace {

/// The internal slot that makes an object callable (ECMA-262, 6.1.7.2); brackets keep names away from it.
constexpr std::string_view call_slot = "[[Call]]";

}  // namespace

bool is_type_word(std::string_view word) {
  static constexpr std::array<std::string_view, 7> words{"Array",   "Object",   "String", "Number",
                                                         "Boolean", "Function", "Error"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

Value function_value(std::string_view source) { return Fields{{std::string(call_slot), Value(source)}}; }

const std::string* function_source(const Value& value) {
  const Value& source = value.field(call_slot);
  return source.is(Value::Kind::text) ? &source.text() : nullptr;
}

namespace ecmascript {

using Kind = Value::Kind;

namespace {

constexpr std::int64_t two_to(int n) { return std::int64_t{1} << n; }

/// The number that a text writes out, white space around it aside; empty for anything else.
Value read_number(std::string_view text) {
  constexpr std::size_t longest = 1000;  // characters of a number; far more than one can hold
  std::string_view digits = trim(text);
  if (digits.empty()) return Value(0);
  if (digits.size() > longest) return Value();
  const bool negative = digits.front() == '-';
  if (negative || digits.front() == '+') digits.remove_prefix(1);
  const auto tokens = cut(digits, {}, Dialect::ecmascript);
  if (!tokens.ok() || tokens->size() != 2 || tokens->front().kind != Token::Kind::number) return Value();
  const Value& number = tokens->front().number;
  if (!negative) return number;
  const Decimal d = number.decimal();
  return d.scale == 0 ? Value(-d.mantissa) : Value(Decimal{-d.mantissa, d.scale});
}

bool is_object(const Value& value) { return value.is(Kind::list) || value.is(Kind::record); }

/// Lists and records as the texts that operators make of them.
Value primitive(const Value& value) { return is_object(value) ? Value(text_of(value)) : value; }

/// A whole number as 32 bits, wrapped around.
std::uint32_t bits_of(const Value& value) { return static_cast<std::uint32_t>(whole_of(value, 0)); }
std::int64_t signed_of(std::uint32_t bits) { return static_cast<std::int32_t>(bits); }

Value apply_bits(Operator op, const Value& left, const Value& right) {
  const std::uint32_t a = bits_of(left), b = bits_of(right);
  switch (op) {
    case Operator::bit_or:
      return Value(signed_of(a | b));
    case Operator::bit_xor:
      return Value(signed_of(a ^ b));
    case Operator::bit_and:
      return Value(signed_of(a & b));
    case Operator::shift_left:
      return Value(signed_of(a << (b & 31)));
    case Operator::shift_right:
      return Value(signed_of(a) >> (b & 31));
    default:
      return Value(static_cast<std::int64_t>(a >> (b & 31)));
  }
}

Result<Value> add(const Value& a, const Value& b, const Place& place) {
  const Value left = primitive(a), right = primitive(b);
  if (!left.is(Kind::text) && !right.is(Kind::text) && !left.is(Kind::date) && !right.is(Kind::date)) {
    const Value x = number_of(left), y = number_of(right);
    return x.empty() || y.empty() ? Value() : expression::apply(Operator::plus, x, y, place);
  }
  std::string joined = text_of(left) + text_of(right);
  if (joined.size() > max_text_bytes) return diagnose(text_too_long, place, std::to_string(max_text_bytes));
  return Value(std::move(joined));
}

Value compare(Operator op, const Value& a, const Value& b) {
  Value left = primitive(a), right = primitive(b);
  const bool alike = left.kind() == right.kind() && (left.is(Kind::text) || left.is(Kind::date));
  if (!alike) {
    left = number_of(left);
    right = number_of(right);
  }
  const auto ordered = order(left, right);
  if (!ordered) return Value(false);
  switch (op) {
    case Operator::less:
      return Value(*ordered < 0);
    case Operator::less_or_equal:
      return Value(*ordered <= 0);
    case Operator::greater:
      return Value(*ordered > 0);
    default:
      return Value(*ordered >= 0);
  }
}

Result<Value> has_key(const Value& key, const Value& owner, const Place& place) {
  if (owner.is(Kind::record)) return Value(owner.record().count(text_of(key)) > 0);
  if (owner.is(Kind::list)) {
    const std::int64_t index = whole_of(key, -1);
    return Value(index >= 0 && index < static_cast<std::int64_t>(owner.list().size()));
  }
  return diagnose(operands_do_not_fit, place, "in", describe(key), describe(owner));
}

}  // namespace

bool is_true(const Value& value) {
  switch (value.kind()) {
    case Kind::empty:
      return false;
    case Kind::boolean:
      return value.boolean();
    case Kind::integer:
      return value.integer() != 0;
    case Kind::decimal:
      return value.decimal().mantissa != 0;
    case Kind::text:
      return !value.text().empty();
    default:
      return true;
  }
}

const char* type_word(const Value& value) {
  switch (value.kind()) {
    case Kind::empty:
      return "undefined";
    case Kind::boolean:
      return "boolean";
    case Kind::integer:
    case Kind::decimal:
      return "number";
    case Kind::text:
      return "string";
    default:
      return function_source(value) != nullptr ? "function" : "object";
  }
}

std::string text_of(const Value& value) {
  switch (value.kind()) {
    case Kind::empty:
      return "undefined";
    case Kind::boolean:
      return value.boolean() ? "true" : "false";
    case Kind::date:
      return iso(value.date());
    case Kind::list: {
      std::string joined;
      bool first = true;
      for (const Value& item : value.list()) {
        if (!first) joined += ",";
        first = false;
        if (!item.empty()) joined += text_of(item);
        if (joined.size() > max_text_bytes) break;  // refused as too long by whoever asked
      }
      return joined;
    }
    case Kind::record:
      if (const std::string* source = function_source(value)) return *source;
      return "[object Object]";
    default:
      return display(value);
  }
}

Value number_of(const Value& value) {
  switch (value.kind()) {
    case Kind::boolean:
      return Value(value.boolean() ? 1 : 0);
    case Kind::integer:
    case Kind::decimal:
      return value;
    case Kind::text:
      return read_number(value.text());
    case Kind::list:
      return read_number(text_of(value));
    default:
      return Value();
  }
}

std::int64_t whole_of(const Value& value, std::int64_t otherwise) {
  const Value number = number_of(value);
  if (number.empty()) return otherwise;
  const Decimal d = number.decimal();
  const std::int64_t whole = d.mantissa < 0 ? round_up(d) : round_down(d);
  return std::clamp(whole, -two_to(53), two_to(53));
}

bool strictly_equal(const Value& left, const Value& right) { return left == right; }

bool loosely_equal(const Value& left, const Value& right) {
  if (left.kind() == right.kind() || (is_object(left) && is_object(right))) return left == right;
  if (left.empty() || right.empty()) return false;
  if (is_object(left) || is_object(right)) return loosely_equal(primitive(left), primitive(right));
  if (left.is(Kind::date) || right.is(Kind::date)) return text_of(left) == text_of(right);
  const Value x = number_of(left), y = number_of(right);
  return !x.empty() && !y.empty() && x == y;
}

Result<Value> apply(Operator op, const Value& left, const Value& right, const Place& place) {
  switch (op) {
    case Operator::equal:
      return Value(loosely_equal(left, right));
    case Operator::unequal:
      return Value(!loosely_equal(left, right));
    case Operator::strictly_equal:
      return Value(strictly_equal(left, right));
    case Operator::strictly_unequal:
      return Value(!strictly_equal(left, right));
    case Operator::less:
    case Operator::less_or_equal:
    case Operator::greater:
    case Operator::greater_or_equal:
      return compare(op, left, right);
    case Operator::among:
      return has_key(left, right, place);
    case Operator::instance_of:
      return Value(is_instance(left, right.text_or_empty()));
    case Operator::plus:
      return add(left, right, place);
    case Operator::minus:
    case Operator::times:
    case Operator::divided:
    case Operator::remainder: {
      const Value x = number_of(left), y = number_of(right);
      if (x.empty() || y.empty()) return Value();
      if (op == Operator::remainder && y.decimal().mantissa == 0) return Value();
      return expression::apply(op, x, y, place);
    }
    default:
      return apply_bits(op, left, right);
  }
}

std::int64_t cost(Operator op, const Value& left, const Value& right) {
  // Where one side is nothing, nothing is looked at, unless a text is made of the other.
  if (op != Operator::plus && (left.empty() || right.empty())) return 0;
  return weight(left) + weight(right);
}

Result<Value> negate(const Value& value, const Place& place) {
  const Value number = number_of(value);
  return number.empty() ? Result<Value>(Value()) : expression::negate(number, place);
}

Result<Value> complement(const Value& value) { return Value(signed_of(~bits_of(value))); }

bool is_instance(const Value& value, std::string_view type) {
  if (type == "Array") return value.is(Kind::list);
  if (type == "Function") return function_source(value) != nullptr;
  return type == "Object" && is_object(value);
}

Value member(const Value& owner, std::string_view name) {
  if (name == "length" && owner.is(Kind::list)) return Value(static_cast<std::int64_t>(owner.list().size()));
  if (name == "length" && owner.is(Kind::text))
    return Value(static_cast<std::int64_t>(count_characters(owner.text())));
  return name == call_slot ? Value() : owner.field(name);
}

Value item(const Value& owner, const Value& key) {
  const bool numbered = owner.is(Kind::list) || owner.is(Kind::text);
  const bool index = key.is(Kind::integer) || key.is(Kind::text);
  if (!numbered || !index || !number_of(key).is(Kind::integer)) return member(owner, text_of(key));
  const std::int64_t number = number_of(key).integer();
  if (number < 0) return Value();
  const auto at = static_cast<std::size_t>(number);
  if (owner.is(Kind::list)) return at < owner.list().size() ? owner.list()[at] : Value();
  const std::u32string letters = to_u32(owner.text());
  return at < letters.size() ? Value(to_utf8(letters[at])) : Value();
}

}  // namespace ecmascript

}  // namespace anjuan::expression
