#pragma once
// What is known of a value that differs from case to case: a set that surely holds the real value.
// Booleans as which of the two, enumerations as sets of choices, whole numbers as intervals, lists by
// the interval of their length, texts by those they may be and by their length; of everything whether it may
// be empty. Too large a set is safe, too small a one never arises.

#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/value.h"
#include "expression/expression.h"
#include "expression/node.h"

namespace anjuan::analysis {

/// Whole numbers from `low` to `high`; the ends of std::int64_t stand for no bound.
struct Interval {
  static constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
  static constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
  std::int64_t low = lowest, high = highest;

  bool none() const { return low > high; }
  bool one() const { return low == high; }
  bool holds(std::int64_t n) const { return low <= n && n <= high; }
  bool operator==(const Interval&) const = default;
  auto operator<=>(const Interval&) const = default;
};
Interval operator+(const Interval&, const Interval&);
Interval operator-(const Interval&);
Interval joined(const Interval&, const Interval&);
Interval common(const Interval&, const Interval&);

struct AbstractValue {
  /// Kinds the value may have, as bits.
  enum Kinds : unsigned {
    empty = 1,
    boolean = 2,
    number = 4,
    text = 8,
    date = 16,
    list = 32,
    record = 64,
    all = 127
  };
  unsigned kinds = all;
  bool may_be_true = true, may_be_false = true;
  Interval numbers;                            ///< of a number, fractions rounded outwards
  bool whole = false;                          ///< a number is surely whole
  Interval length{0, Interval::highest};       ///< of a list, or of a text in characters
  std::optional<std::set<std::string>> texts;  ///< of a text: nothing: any
  std::set<std::string> without;               ///< where any text: but none of these
  std::optional<Value> exact;                  ///< a constant of the definition

  bool nothing() const;  ///< no value is left
  bool may_be(unsigned kinds_asked) const { return (kinds & kinds_asked) != 0; }
  bool is_only(unsigned kinds_asked) const { return (kinds & ~kinds_asked) == 0; }
  /// Whether the real value may be this one.
  bool admits(const Value&) const;
  bool operator==(const AbstractValue&) const = default;
};

/// Of a list or text, in items or characters.
Interval length_of(const AbstractValue&);
/// The value, where just one is left.
std::optional<Value> only_value(const AbstractValue&);

AbstractValue of_type(const expression::Type&, bool may_be_empty);
AbstractValue of_value(const Value&);
AbstractValue of_truth(bool);
AbstractValue of_number(Interval, bool whole);
AbstractValue of_list(Interval length);
AbstractValue joined(const AbstractValue&, const AbstractValue&);
/// The values of the first that have one of the kinds.
AbstractValue limited(AbstractValue, unsigned kinds);

/// How a question may end.
struct Verdict {
  bool yes = true, no = true, fails = false;
  bool settled() const { return yes + no + fails == 1; }
};
Verdict equality(const AbstractValue&, const AbstractValue&);
/// Of <, <=, > and >=: fails where the two cannot be ordered.
Verdict ordering(expression::Operator, const AbstractValue&, const AbstractValue&);

/// What is left of `value` where `value op other` holds.
AbstractValue where_holds(AbstractValue value, expression::Operator, const AbstractValue& other);

/// Numbers at which the intervals of one name may end: the constants it is held against and their
/// neighbours. An interval is widened to them, so that only so many are ever met.
class Thresholds {
 public:
  void add(std::int64_t constant);
  void add(const Value& fraction);
  /// Whether a fraction is followed as it is: one that the definition writes, or a small one.
  bool keeps(const Value& fraction) const;
  /// Takes over those of another name; whether there were new ones.
  bool add(const Thresholds&);
  Interval widened(const Interval&) const;
  /// The interval cut where comparisons with the ends may turn; in order.
  std::vector<Interval> parts(const Interval&) const;
  const std::set<std::int64_t>& ends() const { return ends_; }

 private:
  std::set<std::int64_t> ends_;
  std::vector<Value> fractions_;
};

/// The set in parts, each choice of an enumeration one, numbers and lengths cut at the thresholds: together
/// they are the whole. Nothing of it is cut where that would be too many.
std::vector<AbstractValue> parts_of(const AbstractValue&, const Thresholds&);

}  // namespace anjuan::analysis
