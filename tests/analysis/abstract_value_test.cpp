// Sets of values are never too small: whatever the real values do, the sets do too.

#include "analysis/charts.h"
#include "expression/operators.h"

namespace anjuan::analysis {
namespace {

using expression::Operator;

const std::vector<Value>& samples() {
  static const std::vector<Value> values{Value(),
                                         Value(true),
                                         Value(false),
                                         Value(-1),
                                         Value(0),
                                         Value(1),
                                         Value(3),
                                         Value(make_decimal(5, 1)),
                                         Value(""),
                                         Value("甲"),
                                         Value("乙"),
                                         Value(make_day(2026, 9, 10)),
                                         Value(List{}),
                                         Value(List{Value(1)}),
                                         Value(List{Value(1), Value("甲")}),
                                         Value(Fields{{"a", Value(1)}})};
  return values;
}

TEST(AbstractValue, OfAValueHoldsItAndNoOtherOfDetail) {
  for (const Value& a : samples()) {
    EXPECT_TRUE(of_value(a).admits(a)) << display(a);
    for (const Value& b : samples()) {
      if (of_value(a).admits(b) && !a.is(Value::Kind::record) && !a.is(Value::Kind::list)) {
        EXPECT_EQ(a, b) << display(a) << " " << display(b);
      }
    }
  }
}

TEST(AbstractValue, JoinedHoldsBothAndComparesAsTheyDo) {
  for (const Value& a : samples()) {
    for (const Value& b : samples()) {
      const AbstractValue both = joined(of_value(a), of_value(b));
      EXPECT_TRUE(both.admits(a) && both.admits(b)) << display(a) << " " << display(b);
      const Verdict equal = equality(of_value(a), of_value(b));
      EXPECT_TRUE(a == b ? equal.yes : equal.no) << display(a) << " " << display(b);
      for (Operator op :
           {Operator::less, Operator::less_or_equal, Operator::greater, Operator::greater_or_equal}) {
        const Verdict verdict = ordering(op, of_value(a), of_value(b));
        const auto real = expression::apply(op, a, b, {});
        EXPECT_TRUE(!real.ok()        ? verdict.fails
                    : real->boolean() ? verdict.yes
                                      : verdict.no)
            << display(a) << expression::sign_of(op) << display(b);
      }
    }
  }
}

TEST(AbstractValue, KeepsWhatAConditionLeaves) {
  for (const Value& a : samples()) {
    for (const Value& b : samples()) {
      for (Operator op : {Operator::equal, Operator::unequal, Operator::less, Operator::less_or_equal,
                          Operator::greater, Operator::greater_or_equal}) {
        const auto real = expression::apply(op, a, b, {});
        if (!real.ok() || !real->boolean()) continue;
        for (const Value& c : samples()) {
          EXPECT_TRUE(where_holds(joined(of_value(a), of_value(c)), op, of_value(b)).admits(a))
              << display(a) << expression::sign_of(op) << display(b);
        }
      }
    }
  }
}

TEST(Thresholds, AreNeverNarrowerThanTheInterval) {
  Thresholds ends;
  ends.add(3);
  ends.add(40);
  for (std::int64_t low = -2; low < 45; ++low) {
    for (std::int64_t high = low; high < 45; ++high) {
      const Interval wide = ends.widened({low, high});
      EXPECT_TRUE(wide.low <= low && high <= wide.high);
      EXPECT_EQ(ends.widened(wide), wide);
    }
  }
  EXPECT_EQ(ends.widened({2, 2}), (Interval{2, 2}));
  EXPECT_EQ(ends.widened({50, 50}), (Interval{41, Interval::highest}));
}

TEST(Parts, AreTheWholeAndEndAtTheThresholds) {
  Thresholds thresholds;
  thresholds.add(5);
  const auto numbers = parts_of(of_number({0, 9}, true), thresholds);
  ASSERT_GT(numbers.size(), 2u);
  EXPECT_EQ(numbers.front().numbers.low, 0);
  EXPECT_EQ(numbers.back().numbers.high, 9);
  for (std::size_t i = 1; i < numbers.size(); ++i)
    EXPECT_EQ(numbers[i].numbers.low, numbers[i - 1].numbers.high + 1);
  EXPECT_TRUE(std::any_of(numbers.begin(), numbers.end(), [](const AbstractValue& part) {
    return part.numbers == Interval{5, 5};
  }));
  const AbstractValue choice = of_type(*expression::parse_type("choice:甲|乙"), true);
  const auto choices = parts_of(choice, {});
  ASSERT_EQ(choices.size(), 3u);  // nothing is one of them
  EXPECT_EQ(joined(joined(choices[0], choices[1]), choices[2]), choice);
  EXPECT_EQ(parts_of(of_number({0, 9}, false), thresholds).size(), 1u);
  for (int i = 0; i < 20; ++i) thresholds.add(i * 10);
  EXPECT_EQ(parts_of(of_number({}, true), thresholds).size(), 1u);  // too many to be told apart
}

}  // namespace
}  // namespace anjuan::analysis
