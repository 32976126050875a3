// Exact arithmetic and comparison.

#include "expression/operators.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "base/text.h"
#include "expression/budget.h"
#include "expression/expression.h"
#include "expression/messages.h"

namespace anjuan::expression {

namespace {

__extension__ typedef __int128 Wide;

constexpr int most_decimals = 9;

Wide power_of_ten(int n) {
  Wide power = 1;
  for (; n > 0; --n) power *= 10;
  return power;
}

/// Division rounding half away from zero; the divisor is not zero.
Wide divide_rounding(Wide dividend, Wide divisor) {
  const bool negative = (dividend < 0) != (divisor < 0);
  const Wide above = dividend < 0 ? -dividend : dividend, below = divisor < 0 ? -divisor : divisor;
  const Wide quotient = (above + below / 2) / below;
  return negative ? -quotient : quotient;
}

/// mantissa / 10^scale as a value: rounded to nine decimals, an integer where it is whole.
Result<Value> number_value(Wide mantissa, int scale, Operator op, const Place& place) {
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  if (scale > most_decimals) {
    mantissa = divide_rounding(mantissa, power_of_ten(scale - most_decimals));
    scale = most_decimals;
  }
  constexpr Wide limit = std::numeric_limits<std::int64_t>::max();
  if (mantissa > limit || mantissa < -limit) return diagnose(number_overflow, place, sign_of(op));
  const Decimal decimal = make_decimal(static_cast<std::int64_t>(mantissa), scale);
  return decimal.scale == 0 ? Value(decimal.mantissa) : Value(decimal);
}

struct Aligned {
  Wide left, right;
  int scale;
};

Aligned align(Decimal left, Decimal right) {
  const int scale = std::max(left.scale, right.scale);
  return {left.mantissa * power_of_ten(scale - left.scale),
          right.mantissa * power_of_ten(scale - right.scale), scale};
}

Result<Value> calculate(Operator op, Decimal left, Decimal right, const Place& place) {
  const Aligned both = align(left, right);
  switch (op) {
    case Operator::plus:
      return number_value(both.left + both.right, both.scale, op, place);
    case Operator::minus:
      return number_value(both.left - both.right, both.scale, op, place);
    case Operator::times:
      return number_value(static_cast<Wide>(left.mantissa) * right.mantissa, left.scale + right.scale, op,
                          place);
    default:
      break;
  }
  if (both.right == 0) return diagnose(division_by_zero, place);
  if (op == Operator::remainder) return number_value(both.left % both.right, both.scale, op, place);
  constexpr Wide room = std::numeric_limits<std::int64_t>::max();
  const Wide whole = both.left / both.right;
  if (whole > room || whole < -room) return diagnose(number_overflow, place, sign_of(op));
  // The whole part apart, so that no intermediate value leaves 128 bits.
  const Wide rest = both.left % both.right, tens = power_of_ten(most_decimals);
  const Wide fraction = divide_rounding(rest * tens, both.right);
  return number_value(whole * tens + fraction, most_decimals, op, place);
}

bool joins_text(const Value& left, const Value& right) {
  const auto shown = [](const Value& v) { return !v.is(Value::Kind::list) && !v.is(Value::Kind::record); };
  return (left.is(Value::Kind::text) || right.is(Value::Kind::text)) && shown(left) && shown(right);
}

Diagnostic misfit(Operator op, const Value& left, const Value& right, const Place& place) {
  if (left.empty() || right.empty()) return diagnose(operand_empty, place, sign_of(op));
  return diagnose(operands_do_not_fit, place, sign_of(op), describe(left), describe(right));
}

Result<Value> compare(Operator op, const Value& left, const Value& right, const Place& place) {
  const auto ordered = order(left, right);
  if (!ordered) return misfit(op, left, right, place);
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

}  // namespace

bool calculate_whole(Operator op, std::int64_t left, std::int64_t right, std::int64_t& result) {
  constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
  switch (op) {
    case Operator::plus:
      return !__builtin_add_overflow(left, right, &result) && result != lowest;
    case Operator::minus:
      return !__builtin_sub_overflow(left, right, &result) && result != lowest;
    case Operator::times:
      return !__builtin_mul_overflow(left, right, &result) && result != lowest;
    default:
      return false;
  }
}

bool is_number(const Value& value) {
  return value.is(Value::Kind::integer) || value.is(Value::Kind::decimal);
}

std::int64_t round_down(Decimal d) {
  const std::int64_t unit = static_cast<std::int64_t>(power_of_ten(d.scale));
  const std::int64_t whole = d.mantissa / unit;
  return d.mantissa % unit < 0 ? whole - 1 : whole;
}
std::int64_t round_up(Decimal d) { return -round_down({-d.mantissa, d.scale}); }

std::optional<int> order(const Value& left, const Value& right) {
  const auto sign = [](const auto& a, const auto& b) { return a < b ? -1 : b < a ? 1 : 0; };
  if (left.is(Value::Kind::integer) && right.is(Value::Kind::integer))
    return sign(left.integer(), right.integer());
  if (is_number(left) && is_number(right)) {
    const Aligned both = align(left.decimal(), right.decimal());
    return sign(both.left, both.right);
  }
  if (left.kind() != right.kind()) return std::nullopt;
  if (left.is(Value::Kind::text)) return sign(left.text(), right.text());
  if (left.is(Value::Kind::date)) return sign(left.date(), right.date());
  return std::nullopt;
}

std::size_t find_text(std::string_view text, std::string_view part) {
  if (part.empty()) return 0;
  const void* found = memmem(text.data(), text.size(), part.data(), part.size());
  return found == nullptr ? std::string_view::npos
                          : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

std::int64_t cost(Operator op, const Value& left, const Value& right) {
  switch (op) {
    case Operator::among:
      return weight(right) +
             (right.is(Value::Kind::list) ? static_cast<std::int64_t>(right.list().size()) : 0);
    case Operator::plus:
      return weight(left) + weight(right);
    default:
      return weight(left, right);
  }
}

Result<Value> is_among(const Value& item, const Value& container, const Place& place) {
  switch (container.kind()) {
    case Value::Kind::list: {
      const List& list = container.list();
      return Value(std::find(list.begin(), list.end(), item) != list.end());
    }
    case Value::Kind::record:
      if (item.is(Value::Kind::text)) return Value(container.record().count(item.text()) > 0);
      break;
    case Value::Kind::text:
      if (item.is(Value::Kind::text)) return Value(holds_text(container.text(), item.text()));
      break;
    default:
      break;
  }
  return misfit(Operator::among, item, container, place);
}

Result<Value> apply(Operator op, const Value& left, const Value& right, const Place& place) {
  switch (op) {
    case Operator::equal:
      return Value(left == right);
    case Operator::unequal:
      return Value(!(left == right));
    case Operator::among:
      return is_among(left, right, place);
    case Operator::less:
    case Operator::less_or_equal:
    case Operator::greater:
    case Operator::greater_or_equal:
      return compare(op, left, right, place);
    default:
      break;
  }
  if (is_number(left) && is_number(right)) return calculate(op, left.decimal(), right.decimal(), place);
  if (op == Operator::plus && joins_text(left, right)) {
    std::string joined = display(left) + display(right);
    if (joined.size() > max_text_bytes) return diagnose(text_too_long, place, std::to_string(max_text_bytes));
    return Value(std::move(joined));
  }
  return misfit(op, left, right, place);
}

Result<Value> negate(const Value& value, const Place& place) {
  if (!is_number(value)) return misfit(Operator::minus, Value(0), value, place);
  return calculate(Operator::minus, Decimal{0, 0}, value.decimal(), place);
}

Operator opposite(Operator op) {
  switch (op) {
    case Operator::equal:
      return Operator::unequal;
    case Operator::unequal:
      return Operator::equal;
    case Operator::strictly_equal:
      return Operator::strictly_unequal;
    case Operator::strictly_unequal:
      return Operator::strictly_equal;
    case Operator::less:
      return Operator::greater_or_equal;
    case Operator::less_or_equal:
      return Operator::greater;
    case Operator::greater:
      return Operator::less_or_equal;
    case Operator::greater_or_equal:
      return Operator::less;
    case Operator::either:
      return Operator::both;
    case Operator::both:
      return Operator::either;
    default:
      return op;
  }
}

Operator mirrored(Operator op) {
  switch (op) {
    case Operator::less:
      return Operator::greater;
    case Operator::less_or_equal:
      return Operator::greater_or_equal;
    case Operator::greater:
      return Operator::less;
    case Operator::greater_or_equal:
      return Operator::less_or_equal;
    default:
      return op;
  }
}

}  // namespace anjuan::expression
