// The data that flows: typed, no floating point, the same text on every machine.

#include "base/value.h"

#include <gtest/gtest.h>

#include <limits>

namespace anjuan {
namespace {

TEST(MakeDecimal, DropsTrailingZeros) {
  EXPECT_EQ(make_decimal(300, 3), (Decimal{3, 1}));
  EXPECT_EQ(make_decimal(500, 2), (Decimal{5, 0}));
  EXPECT_EQ(make_decimal(0, 5), (Decimal{0, 0}));
  EXPECT_EQ(make_decimal(-1250, 2), (Decimal{-125, 1}));
  EXPECT_EQ(make_decimal(70, 0), (Decimal{70, 0}));
}

TEST(TextOf, WritesDecimalsAsPeopleDo) {
  EXPECT_EQ(text_of({3, 1}), "0.3");
  EXPECT_EQ(text_of({-1205, 2}), "-12.05");
  EXPECT_EQ(text_of({7, 0}), "7");
  EXPECT_EQ(text_of({5, 3}), "0.005");
  EXPECT_EQ(text_of({std::numeric_limits<std::int64_t>::min(), 0}), "-9223372036854775808");
}

TEST(Value, KnowsItsKind) {
  EXPECT_TRUE(Value().empty());
  EXPECT_TRUE(Value(true).is(Value::Kind::boolean));
  EXPECT_TRUE(Value(3).is(Value::Kind::integer));
  EXPECT_TRUE(Value(Decimal{3, 1}).is(Value::Kind::decimal));
  EXPECT_TRUE(Value("字").is(Value::Kind::text));
  EXPECT_TRUE(Value(make_day(2026, 9, 10)).is(Value::Kind::date));
  EXPECT_TRUE(Value(List{1, 2}).is(Value::Kind::list));
  EXPECT_TRUE(Value(Fields{{"名称", "甲"}}).is(Value::Kind::record));
  EXPECT_TRUE(Value("").is(Value::Kind::text)) << "an empty text was given; an empty value was not";
}

TEST(Value, ComparesNumbersByAmount) {
  EXPECT_EQ(Value(3), Value(Decimal{30, 1}));
  EXPECT_FALSE(Value(3) == Value(Decimal{31, 1}));
  EXPECT_FALSE(Value(3) == Value("3"));
  EXPECT_FALSE(Value(1) == Value(true));
}

TEST(Value, ComparesListsAndRecordsByContent) {
  EXPECT_EQ(Value(List{1, "甲"}), Value(List{1, "甲"}));
  EXPECT_FALSE(Value(List{1, "甲"}) == Value(List{"甲", 1}));
  EXPECT_EQ(Value(Fields{{"a", 1}, {"b", List{}}}), Value(Fields{{"b", List{}}, {"a", 1}}));
}

TEST(Field, IsEmptyWhereThereIsNone) {
  const Value target = Fields{{"名称", "甲所"}};
  EXPECT_EQ(target.field("名称"), Value("甲所"));
  EXPECT_TRUE(target.field("电话").empty());
  EXPECT_TRUE(Value("甲所").field("名称").empty());
  EXPECT_EQ(target.field("名称").text_or_empty(), "甲所");
  EXPECT_EQ(Value(3).text_or_empty(), "");
}

TEST(WithField, LeavesTheOriginalAsItWas) {
  const Value before = Fields{{"状态", "草稿"}};
  const Value after = with_field(before, "状态", "已签署");
  EXPECT_EQ(before.field("状态"), Value("草稿"));
  EXPECT_EQ(after.field("状态"), Value("已签署"));
  EXPECT_EQ(with_field(Value(), "a", 1), Value(Fields{{"a", 1}}));
}

TEST(Display, ReadsAsInAPaper) {
  EXPECT_EQ(display(Value()), "");
  EXPECT_EQ(display(true), "是");
  EXPECT_EQ(display(false), "否");
  EXPECT_EQ(display(Decimal{15, 1}), "1.5");
  EXPECT_EQ(display(make_day(2026, 9, 1)), "2026年9月1日");
  EXPECT_EQ(display(List{"张某", "李某"}), "张某、李某");
  EXPECT_EQ(display(Fields{{"姓名", "张某"}, {"职务", "科员"}}), "姓名：张某；职务：科员");
}

TEST(Value, KnowsItsSizeAndDepthWithoutCounting) {
  EXPECT_EQ(Value(7).size(), 8);
  EXPECT_EQ(Value("甲").size(), 11);
  EXPECT_EQ(Value(7).depth(), 0);
  const Value list(List{1, "甲"});
  EXPECT_EQ(list.size(), 8 + 8 + 11);
  EXPECT_EQ(list.depth(), 1);
  EXPECT_EQ(Value(Fields{{"ab", list}}).size(), 8 + 2 + 27);
  Value doubled = list;
  for (int i = 0; i < 100; ++i) doubled = List{doubled, doubled};
  EXPECT_EQ(doubled.depth(), 101);
  EXPECT_GE(doubled.size(), std::int64_t{1} << 60);
}

TEST(ValueDeathTest, StopsTheProgramWhereTheKindWasNotLookedAt) {
  EXPECT_DEATH({ (void)Value("字").integer(); }, "value.h:[0-9]+: internal error: ");
  EXPECT_DEATH({ (void)Value().text(); }, "internal error");
}

}  // namespace
}  // namespace anjuan
