// Sets of values.

#include "analysis/abstract_value.h"

#include <algorithm>

#include "base/text.h"
#include "expression/operators.h"

namespace anjuan::analysis {

using expression::Operator;
using expression::Type;

namespace {

bool bounded(std::int64_t end) { return end != Interval::lowest && end != Interval::highest; }

/// Sum of two ends; one without bound stays so, and so does what would leave the range.
constexpr std::size_t most_parts = 16;

std::int64_t add_ends(std::int64_t a, std::int64_t b, std::int64_t unbounded) {
  std::int64_t sum = 0;
  if (!bounded(a) || !bounded(b) || __builtin_add_overflow(a, b, &sum) || !bounded(sum)) return unbounded;
  return sum;
}

unsigned kind_of(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::empty:
      return AbstractValue::empty;
    case Value::Kind::boolean:
      return AbstractValue::boolean;
    case Value::Kind::integer:
    case Value::Kind::decimal:
      return AbstractValue::number;
    case Value::Kind::text:
      return AbstractValue::text;
    case Value::Kind::date:
      return AbstractValue::date;
    case Value::Kind::list:
      return AbstractValue::list;
    case Value::Kind::record:
      break;
  }
  return AbstractValue::record;
}

bool has_length(const Interval& length, const std::string& text) {
  return length.holds(static_cast<std::int64_t>(count_characters(text)));
}

/// Leaves the details of kinds that cannot be at their defaults, so that equal sets compare equal.
AbstractValue tidied(AbstractValue value) {
  const AbstractValue plain;
  if (value.may_be(AbstractValue::text) && value.texts && value.length != plain.length) {
    std::erase_if(*value.texts, [&](const std::string& text) { return !has_length(value.length, text); });
  }
  // Texts that are listed have their own lengths; one that is not blank has at least one character.
  if (value.may_be(AbstractValue::text) && value.texts && !value.may_be(AbstractValue::list))
    value.length = plain.length;
  if (value.is_only(AbstractValue::text | AbstractValue::empty) && !value.texts && value.length.low == 0 &&
      value.without.count("") > 0)
    value.length.low = 1;
  if (!value.may_be(AbstractValue::boolean)) value.may_be_true = value.may_be_false = true;
  if (!value.may_be(AbstractValue::number)) value.numbers = plain.numbers, value.whole = false;
  if (!value.may_be(AbstractValue::list | AbstractValue::text)) value.length = plain.length;
  if (!value.may_be(AbstractValue::text)) value.texts.reset();
  if (!value.may_be(AbstractValue::text) || value.texts) value.without.clear();
  if (value.exact && !value.may_be(kind_of(*value.exact))) value.exact.reset();
  return value;
}

unsigned kinds_of(Type::Kind kind) {
  switch (kind) {
    case Type::Kind::boolean:
      return AbstractValue::boolean;
    case Type::Kind::integer:
    case Type::Kind::decimal:
      return AbstractValue::number;
    case Type::Kind::text:
    case Type::Kind::enumeration:
      return AbstractValue::text;
    case Type::Kind::date:
      return AbstractValue::date;
    case Type::Kind::list:
      return AbstractValue::list;
    case Type::Kind::record:
      return AbstractValue::record;
    case Type::Kind::any:
      break;
  }
  return AbstractValue::all;
}

bool is_number(const Value& value) {
  return value.is(Value::Kind::integer) || value.is(Value::Kind::decimal);
}

/// Whether exactly one value is left, as far as the kinds kept in detail can tell.
bool single(const AbstractValue& v) {
  switch (v.kinds) {
    case AbstractValue::empty:
      return true;
    case AbstractValue::boolean:
      return v.may_be_true != v.may_be_false;
    case AbstractValue::number:
      return (v.whole && v.numbers.one()) || v.exact;
    case AbstractValue::text:
      return v.texts && v.texts->size() == 1;
    case AbstractValue::list:
      return v.length == Interval{0, 0} || v.exact;
    default:
      return v.exact.has_value();
  }
}

/// Whether it is a number that lies between two whole ones.
bool is_fraction(const AbstractValue& v) {
  return v.exact && is_number(*v.exact) &&
         expression::round_down(v.exact->decimal()) != expression::round_up(v.exact->decimal());
}

bool texts_meet(const AbstractValue& a, const AbstractValue& b) {
  if (!a.texts && !b.texts) return !common(a.length, b.length).none();
  const AbstractValue& listed = a.texts ? a : b;
  const AbstractValue& other = a.texts ? b : a;
  return std::any_of(listed.texts->begin(), listed.texts->end(), [&](const std::string& t) {
    return other.texts ? other.texts->count(t) > 0
                       : other.without.count(t) == 0 && has_length(other.length, t);
  });
}

bool may_be_equal(const AbstractValue& a, const AbstractValue& b) {
  if (a.exact && b.exact) return *a.exact == *b.exact;
  const unsigned both = a.kinds & b.kinds;
  if ((both & (AbstractValue::empty | AbstractValue::date | AbstractValue::record)) != 0) return true;
  if ((both & AbstractValue::boolean) != 0 &&
      ((a.may_be_true && b.may_be_true) || (a.may_be_false && b.may_be_false)))
    return true;
  const bool between = (is_fraction(a) && b.whole) || (is_fraction(b) && a.whole);
  if ((both & AbstractValue::number) != 0 && !between && !common(a.numbers, b.numbers).none()) return true;
  if ((both & AbstractValue::text) != 0 && texts_meet(a, b)) return true;
  return (both & AbstractValue::list) != 0 && !common(a.length, b.length).none();
}

/// Numbers that satisfy `n op m` for some m of the other; `whole`: n is.
Interval numbers_where(Operator op, const AbstractValue& of, bool whole) {
  Interval other = of.numbers;
  if (is_fraction(of) && whole) {
    const Decimal d = of.exact->decimal();
    const bool below = op == Operator::less || op == Operator::less_or_equal;
    other.low = other.high = below ? expression::round_down(d) : expression::round_up(d);
    op = below ? Operator::less_or_equal : Operator::greater_or_equal;
  }
  const std::int64_t step = whole && of.whole ? 1 : 0;
  switch (op) {
    case Operator::less:
      return {Interval::lowest, add_ends(other.high, -step, Interval::highest)};
    case Operator::less_or_equal:
      return {Interval::lowest, other.high};
    case Operator::greater:
      return {add_ends(other.low, step, Interval::lowest), Interval::highest};
    case Operator::greater_or_equal:
      return {other.low, Interval::highest};
    default:
      return {};
  }
}

AbstractValue equal_to(AbstractValue value, const AbstractValue& other) {
  value.kinds &= other.kinds;
  value.may_be_true = value.may_be_true && other.may_be_true;
  value.may_be_false = value.may_be_false && other.may_be_false;
  value.numbers = common(value.numbers, other.numbers);
  value.length = common(value.length, other.length);
  if (other.texts) {
    std::set<std::string> kept;
    for (const std::string& t : *other.texts) {
      if (value.texts ? value.texts->count(t) > 0
                      : value.without.count(t) == 0 && has_length(value.length, t))
        kept.insert(t);
    }
    value.texts = std::move(kept);
  }
  if (value.texts && !other.texts)
    std::erase_if(*value.texts, [&](const std::string& t) { return other.without.count(t) > 0; });
  if (!value.texts) value.without.insert(other.without.begin(), other.without.end());
  if (other.exact) value.exact = other.exact;
  return value;
}

AbstractValue unequal_to(AbstractValue value, const AbstractValue& other) {
  if (!single(other)) return value;
  if (other.kinds == AbstractValue::empty) value.kinds &= ~static_cast<unsigned>(AbstractValue::empty);
  if (other.kinds == AbstractValue::boolean)
    (other.may_be_true ? value.may_be_true : value.may_be_false) = false;
  if (other.kinds == AbstractValue::number && other.whole) {
    const std::int64_t n = other.numbers.low;
    if (value.whole && value.numbers.low == n) value.numbers.low = add_ends(n, 1, Interval::highest);
    if (value.whole && value.numbers.high == n) value.numbers.high = add_ends(n, -1, Interval::lowest);
  }
  if (other.kinds == AbstractValue::text) {
    const std::string& t = *other.texts->begin();
    if (value.texts) value.texts->erase(t);
    if (!value.texts) value.without.insert(t);
  }
  if (other.kinds == AbstractValue::list && other.length == Interval{0, 0} && value.length.low == 0 &&
      !value.may_be(AbstractValue::text))
    value.length.low = 1;
  return value;
}

}  // namespace

Interval operator+(const Interval& a, const Interval& b) {
  return {add_ends(a.low, b.low, Interval::lowest), add_ends(a.high, b.high, Interval::highest)};
}

Interval operator-(const Interval& a) {
  return {a.high == Interval::highest ? Interval::lowest : -a.high,
          a.low == Interval::lowest ? Interval::highest : -a.low};
}

Interval joined(const Interval& a, const Interval& b) {
  return {std::min(a.low, b.low), std::max(a.high, b.high)};
}
Interval common(const Interval& a, const Interval& b) {
  return {std::max(a.low, b.low), std::min(a.high, b.high)};
}

bool AbstractValue::nothing() const {
  unsigned left = kinds;
  if (!may_be_true && !may_be_false) left &= ~static_cast<unsigned>(boolean);
  if (numbers.none()) left &= ~static_cast<unsigned>(number);
  if (length.none()) left &= ~static_cast<unsigned>(list);
  if (texts ? texts->empty() : length.none()) left &= ~static_cast<unsigned>(text);
  return left == 0;
}

bool AbstractValue::admits(const Value& value) const {
  if ((kinds & kind_of(value)) == 0) return false;
  if (exact) return *exact == value;
  switch (value.kind()) {
    case Value::Kind::boolean:
      return value.boolean() ? may_be_true : may_be_false;
    case Value::Kind::integer:
      return numbers.holds(value.integer());
    case Value::Kind::decimal:
      return !whole && numbers.low <= expression::round_up(value.decimal()) &&
             expression::round_down(value.decimal()) <= numbers.high;
    case Value::Kind::text:
      return texts ? texts->count(value.text()) > 0
                   : without.count(value.text()) == 0 && has_length(length, value.text());
    case Value::Kind::list:
      return length.holds(static_cast<std::int64_t>(value.list().size()));
    default:
      return true;
  }
}

Interval length_of(const AbstractValue& value) {
  if (!value.may_be(AbstractValue::text) || !value.texts) return value.length;
  std::optional<Interval> all;
  if (value.may_be(AbstractValue::list)) all = value.length;
  for (const std::string& text : *value.texts) {
    const auto length = static_cast<std::int64_t>(count_characters(text));
    all = all ? joined(*all, {length, length}) : Interval{length, length};
  }
  return all.value_or(Interval{0, Interval::highest});
}

std::optional<Value> only_value(const AbstractValue& v) {
  if (!single(v)) return std::nullopt;
  if (v.exact) return v.exact;
  switch (v.kinds) {
    case AbstractValue::boolean:
      return Value(v.may_be_true);
    case AbstractValue::number:
      return Value(v.numbers.low);
    case AbstractValue::text:
      return Value(*v.texts->begin());
    case AbstractValue::list:
      return Value(List{});
    default:
      return Value();
  }
}

AbstractValue of_type(const Type& type, bool may_be_empty) {
  AbstractValue value;
  value.kinds = kinds_of(type.kind);
  if (type.kind != Type::Kind::any)
    value.kinds |= may_be_empty ? static_cast<unsigned>(AbstractValue::empty) : 0U;
  if (type.kind == Type::Kind::any && !may_be_empty)
    value.kinds &= ~static_cast<unsigned>(AbstractValue::empty);
  value.whole = type.kind == Type::Kind::integer;
  if (type.kind == Type::Kind::enumeration)
    value.texts = std::set<std::string>(type.choices.begin(), type.choices.end());
  return value;
}

AbstractValue of_value(const Value& value) {
  AbstractValue out;
  out.kinds = kind_of(value);
  if (value.is(Value::Kind::boolean)) return of_truth(value.boolean());
  if (is_number(value)) {
    const Decimal d = value.decimal();
    out.numbers = {expression::round_down(d), expression::round_up(d)};
    out.whole = d.scale == 0;
  }
  if (value.is(Value::Kind::text)) out.texts = std::set<std::string>{value.text()};
  if (value.is(Value::Kind::list))
    out.length = {static_cast<std::int64_t>(value.list().size()),
                  static_cast<std::int64_t>(value.list().size())};
  const bool composed =
      value.is(Value::Kind::list) || value.is(Value::Kind::record) || value.is(Value::Kind::date);
  if (composed || (is_number(value) && !out.whole)) out.exact = value;
  if (value.is(Value::Kind::list) && value.list().empty()) out.exact.reset();
  return out;
}

AbstractValue of_truth(bool truth) {
  AbstractValue value;
  value.kinds = AbstractValue::boolean;
  value.may_be_true = truth;
  value.may_be_false = !truth;
  return value;
}

AbstractValue of_number(Interval numbers, bool whole) {
  AbstractValue value;
  value.kinds = AbstractValue::number;
  value.numbers = numbers;
  value.whole = whole;
  return value;
}

AbstractValue of_list(Interval length) {
  AbstractValue value;
  value.kinds = AbstractValue::list;
  value.length = length;
  return value;
}

AbstractValue joined(const AbstractValue& a, const AbstractValue& b) {
  if (a.nothing()) return b;
  if (b.nothing()) return a;
  AbstractValue out;
  out.kinds = a.kinds | b.kinds;
  const auto only_one = [&](unsigned kind) -> const AbstractValue* {
    if (!a.may_be(kind)) return &b;
    return b.may_be(kind) ? nullptr : &a;
  };
  const AbstractValue* one = only_one(AbstractValue::boolean);
  out.may_be_true = one != nullptr ? one->may_be_true : a.may_be_true || b.may_be_true;
  out.may_be_false = one != nullptr ? one->may_be_false : a.may_be_false || b.may_be_false;
  one = only_one(AbstractValue::number);
  out.numbers = one != nullptr ? one->numbers : joined(a.numbers, b.numbers);
  out.whole = one != nullptr ? one->whole : a.whole && b.whole;
  one = only_one(AbstractValue::list | AbstractValue::text);
  out.length = one != nullptr ? length_of(*one) : joined(length_of(a), length_of(b));
  one = only_one(AbstractValue::text);
  if (one != nullptr) {
    out.texts = one->texts;
    out.without = one->without;
  } else if (a.texts && b.texts) {
    out.texts = a.texts;
    out.texts->insert(b.texts->begin(), b.texts->end());
  } else {
    for (const std::string& t : a.texts ? b.without : a.without) {
      const AbstractValue& other = a.texts ? a : b;
      if (other.texts ? other.texts->count(t) == 0 : other.without.count(t) > 0) out.without.insert(t);
    }
  }
  if (a.exact == b.exact) out.exact = a.exact;
  return tidied(std::move(out));
}

AbstractValue limited(AbstractValue value, unsigned kinds) {
  value.kinds &= kinds;
  return tidied(std::move(value));
}

Verdict equality(const AbstractValue& a, const AbstractValue& b) {
  const bool yes = may_be_equal(a, b);
  return {yes, !(yes && single(a) && single(b)), false};
}

Verdict ordering(Operator op, const AbstractValue& a, const AbstractValue& b) {
  constexpr unsigned ordered = AbstractValue::number | AbstractValue::text | AbstractValue::date;
  const unsigned both = a.kinds & b.kinds & ordered;
  Verdict verdict{false, false, !a.is_only(both) || !b.is_only(both) || (both & (both - 1)) != 0};
  if ((both & (AbstractValue::text | AbstractValue::date)) != 0) verdict.yes = verdict.no = true;
  if ((both & AbstractValue::number) != 0) {
    const auto x = only_value(a), y = only_value(b);
    const auto possible = [&](Operator wanted) {
      if (x && y) {
        const auto truth = expression::apply(wanted, *x, *y, Place());
        if (truth.ok()) return truth->boolean();
      }
      return !common(a.numbers, numbers_where(wanted, b, a.whole)).none();
    };
    verdict.yes = verdict.yes || possible(op);
    verdict.no = verdict.no || possible(opposite(op));
  }
  return verdict;
}

AbstractValue where_holds(AbstractValue value, Operator op, const AbstractValue& other) {
  if (op == Operator::equal) return tidied(equal_to(std::move(value), other));
  if (op == Operator::unequal) return tidied(unequal_to(std::move(value), other));
  value.kinds &= other.kinds & (AbstractValue::number | AbstractValue::text | AbstractValue::date);
  if (value.may_be(AbstractValue::number))
    value.numbers = common(value.numbers, numbers_where(op, other, value.whole));
  return tidied(std::move(value));
}

void Thresholds::add(std::int64_t constant) {
  constexpr std::int64_t counted = 16;  // up to here each number is its own
  if (constant > 0 && constant <= counted) {
    for (std::int64_t n = 0; n < constant; ++n) ends_.insert(n);
  }
  for (std::int64_t near : {-1, 0, 1}) ends_.insert(add_ends(constant, near, constant));
}

bool Thresholds::add(const Thresholds& other) {
  const std::size_t before = ends_.size();
  ends_.insert(other.ends_.begin(), other.ends_.end());
  const std::size_t fractions = fractions_.size();
  for (const Value& fraction : std::vector<Value>(other.fractions_)) {
    if (std::find(fractions_.begin(), fractions_.end(), fraction) == fractions_.end())
      fractions_.push_back(fraction);
  }
  return ends_.size() != before || fractions_.size() != fractions;
}

void Thresholds::add(const Value& fraction) {
  add(expression::round_down(fraction.decimal()));
  add(expression::round_up(fraction.decimal()));
  if (std::find(fractions_.begin(), fractions_.end(), fraction) == fractions_.end())
    fractions_.push_back(fraction);
}

bool Thresholds::keeps(const Value& fraction) const {
  constexpr std::int64_t counted = 16;
  const Decimal d = fraction.decimal();
  const bool small =
      d.scale <= 1 && expression::round_down(d) >= -counted && expression::round_up(d) <= counted;
  return small || std::find(fractions_.begin(), fractions_.end(), fraction) != fractions_.end();
}

Interval Thresholds::widened(const Interval& interval) const {
  const auto above = ends_.lower_bound(interval.high);
  const auto below = ends_.upper_bound(interval.low);
  return {below == ends_.begin() ? Interval::lowest : *std::prev(below),
          above == ends_.end() ? Interval::highest : *above};
}

std::vector<Interval> Thresholds::parts(const Interval& interval) const {
  std::vector<Interval> parts;
  Interval rest = interval;
  for (const std::int64_t end : ends_) {
    if (!rest.holds(end) || end == rest.high) continue;
    parts.push_back({rest.low, end});
    rest.low = end + 1;
  }
  parts.push_back(rest);
  return parts;
}

std::vector<AbstractValue> parts_of(const AbstractValue& whole, const Thresholds& thresholds) {
  std::vector<AbstractValue> parts;
  const auto add = [&](unsigned kind, const auto& narrow) {
    if (!whole.may_be(kind)) return;
    AbstractValue part = limited(whole, kind);
    narrow(part);
    parts.push_back(limited(std::move(part), AbstractValue::all));
  };
  for (const unsigned kind : {AbstractValue::empty, AbstractValue::date, AbstractValue::record})
    add(kind, [](AbstractValue&) {});
  for (const bool truth : {true, false}) {
    if (truth ? whole.may_be_true : whole.may_be_false)
      add(AbstractValue::boolean, [&](AbstractValue& part) { part = of_truth(truth); });
  }
  for (const Interval& numbers : whole.whole ? thresholds.parts(whole.numbers) : std::vector{whole.numbers})
    add(AbstractValue::number, [&](AbstractValue& part) { part.numbers = numbers; });
  for (const Interval& length : thresholds.parts(whole.length)) {
    add(AbstractValue::list, [&](AbstractValue& part) { part.length = length; });
    if (!whole.texts) add(AbstractValue::text, [&](AbstractValue& part) { part.length = length; });
  }
  if (whole.texts) {
    for (const std::string& text : *whole.texts)
      add(AbstractValue::text, [&](AbstractValue& part) { part.texts = {text}; });
  }
  std::erase_if(parts, [](const AbstractValue& part) { return part.nothing(); });
  if (parts.size() > most_parts) return {whole};
  return parts;
}

}  // namespace anjuan::analysis
