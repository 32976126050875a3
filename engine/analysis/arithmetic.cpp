// Intervals and constants.

#include "analysis/arithmetic.h"

#include <algorithm>

#include "expression/builtins.h"
#include "expression/operators.h"

namespace anjuan::analysis {

using expression::Node;
using expression::Operator;

namespace {

__extension__ using Wide = __int128;

bool has_bound(std::int64_t end) { return end != Interval::lowest && end != Interval::highest; }

std::int64_t saturated(Wide n) {
  return n <= Interval::lowest    ? Interval::lowest
         : n >= Interval::highest ? Interval::highest
                                  : static_cast<std::int64_t>(n);
}

/// Ends without bound count as infinite; nothing times infinitely many is nothing.
std::int64_t product(std::int64_t a, std::int64_t b) {
  if (a == 0 || b == 0) return 0;
  if (!has_bound(a) || !has_bound(b)) return (a < 0) == (b < 0) ? Interval::highest : Interval::lowest;
  return saturated(static_cast<Wide>(a) * b);
}

Interval product(const Interval& a, const Interval& b) {
  const auto [low, high] = std::minmax(
      {product(a.low, b.low), product(a.low, b.high), product(a.high, b.low), product(a.high, b.high)});
  return {low, high};
}

/// By a divisor of at least one: nothing comes out further from zero than it was.
Interval quotient(const Interval& a, const Interval& by) {
  const auto divided = [](std::int64_t n, std::int64_t d, bool up) -> std::int64_t {
    if (!has_bound(n)) return n;
    if (!has_bound(d)) return n < 0 && !up ? -1 : n > 0 && up ? 1 : 0;
    const std::int64_t whole = n / d;
    if (n % d == 0) return whole;
    return up ? (n > 0 ? whole + 1 : whole) : (n < 0 ? whole - 1 : whole);
  };
  return {std::min(divided(a.low, by.low, false), divided(a.low, by.high, false)),
          std::max(divided(a.high, by.low, true), divided(a.high, by.high, true))};
}

/// It has the sign of what is divided, is no further from zero, and nearer to it than the divisor.
Interval rest(const Interval& a, const Interval& by, bool whole) {
  Interval out{std::min<std::int64_t>(a.low, 0), std::max<std::int64_t>(a.high, 0)};
  if (!has_bound(by.low) || !has_bound(by.high)) return out;
  const Wide size = std::max(-static_cast<Wide>(by.low), static_cast<Wide>(by.high)) - (whole ? 1 : 0);
  return common(out, {saturated(-size), saturated(size)});
}

/// Whether the tree names only constants and asks nothing of the surroundings.
bool is_settled(const Node& node, const Fields& constants) {
  if (node.kind == Node::Kind::name && constants.count(node.name) == 0) return false;
  if (node.kind == Node::Kind::call && (node.builtin == nullptr || node.builtin->asks)) return false;
  const bool acts = node.kind == Node::Kind::apply || node.kind == Node::Kind::construct ||
                    node.kind == Node::Kind::function || node.kind == Node::Kind::method ||
                    node.kind == Node::Kind::assignment || node.kind == Node::Kind::step ||
                    node.kind == Node::Kind::declaration;
  return !acts && std::all_of(node.children.begin(), node.children.end(),
                              [&](const auto& child) { return is_settled(*child, constants); });
}

}  // namespace

AbstractValue computed(Operator op, const AbstractValue& left, const AbstractValue& right,
                       const Place& place) {
  const auto a = only_value(left), b = only_value(right);
  if (a && b) {
    const auto exactly = expression::apply(op, *a, *b, place);
    if (exactly.ok()) return of_value(*exactly);
  }
  const bool whole = left.whole && right.whole;
  switch (op) {
    case Operator::plus:
      return of_number(left.numbers + right.numbers, whole);
    case Operator::minus:
      return of_number(left.numbers + -right.numbers, whole);
    case Operator::times:
      return of_number(product(left.numbers, right.numbers), whole);
    case Operator::divided:
      return of_number(right.numbers.low >= 1 ? quotient(left.numbers, right.numbers) : Interval(), false);
    case Operator::remainder:
      return of_number(rest(left.numbers, right.numbers, whole), whole);
    default:
      return of_number({}, false);
  }
}

std::optional<Interval> undone(Operator op, const Interval& result, std::int64_t constant,
                               bool constant_first, bool whole) {
  const Interval by{constant, constant};
  if (!has_bound(constant) || result.none()) return std::nullopt;
  if (op == Operator::plus) return result + -by;
  if (op == Operator::minus) return constant_first ? by + -result : result + by;
  if (op != Operator::times || constant == 0) return std::nullopt;
  const auto divided = [&](std::int64_t n, bool up) {
    if (!has_bound(n))
      return (n == Interval::lowest) == (constant > 0) ? Interval::lowest : Interval::highest;
    const std::int64_t quotient = n / constant;
    const bool beyond =
        n % constant != 0 && (n < 0) != (constant < 0);  // the quotient lies above the real one
    const bool below = n % constant != 0 && !beyond;
    return up ? quotient + (below ? 1 : 0) : quotient - (beyond ? 1 : 0);
  };
  // Of whole numbers the ends lie inside, of others outside.
  const std::int64_t low = constant > 0 ? result.low : result.high,
                     high = constant > 0 ? result.high : result.low;
  return Interval{divided(low, whole), divided(high, !whole)};
}

AbstractValue outermost(const std::vector<AbstractValue>& values, bool greatest) {
  std::optional<Interval> sure, any;
  bool whole = true, empty = true;
  for (const AbstractValue& value : values) {
    if (!value.may_be(AbstractValue::number)) continue;
    whole = whole && value.whole;
    const Interval& one = value.numbers;
    any = any ? joined(*any, one) : one;
    if (value.may_be(AbstractValue::empty)) continue;
    empty = false;
    const Interval before = sure.value_or(one);
    sure = greatest ? Interval{std::max(before.low, one.low), std::max(before.high, one.high)}
                    : Interval{std::min(before.low, one.low), std::min(before.high, one.high)};
  }
  if (!any) return of_value(Value());
  // One that may be empty can only bring the result further out.
  Interval all = *any;
  if (sure && greatest) all.low = sure->low;
  if (sure && !greatest) all.high = sure->high;
  AbstractValue out = of_number(all, whole);
  return empty ? joined(out, of_value(Value())) : out;
}

std::optional<Value> called(const Node& call, const std::vector<AbstractValue>& arguments) {
  if (call.builtin->asks || arguments.empty()) return std::nullopt;
  std::vector<expression::NodePtr> literals;
  for (const AbstractValue& argument : arguments) {
    const auto value = only_value(argument);
    if (!value) return std::nullopt;
    const auto literal = expression::make_node(Node::Kind::literal, call.place);
    literal->literal = *value;
    literals.push_back(literal);
  }
  const auto plain = expression::make_node(Node::Kind::call, call.place, std::move(literals));
  plain->builtin = call.builtin;
  const Fields none;
  auto value = expression::evaluate(expression::Expression("", call.place, plain), {none});
  if (!value.ok()) return std::nullopt;
  // Texts, lists and dates that are put together could go on for ever.
  const bool bounded = value->empty() || value->is(Value::Kind::boolean) || expression::is_number(*value);
  return bounded ? std::optional<Value>(std::move(*value)) : std::nullopt;
}

std::optional<bool> decided_by(const Fields& constants, const Node& node) {
  if (!is_settled(node, constants)) return std::nullopt;
  const expression::NodePtr borrowed(expression::NodePtr(), &node);
  const auto truth = expression::holds(
      expression::Expression("", node.place, borrowed, expression::Dialect::ecmascript), {constants});
  if (!truth.ok()) return std::nullopt;
  return *truth;
}

}  // namespace anjuan::analysis
