// Names by number, and names laid over others.

#include <gtest/gtest.h>

#include "expression/expression.h"
#include "expression/place.h"

namespace anjuan::expression {
namespace {

TEST(NameTable, NumbersNamesInTheOrderTheyAreSeen) {
  NameTable names;
  EXPECT_EQ(names.number("甲"), 0);
  EXPECT_EQ(names.number("乙"), 1);
  EXPECT_EQ(names.number("甲"), 0);
  EXPECT_EQ(names.find("乙"), 1);
  EXPECT_EQ(names.find("丙"), std::nullopt);
  EXPECT_EQ(names.name(1), "乙");
  EXPECT_EQ(names.size(), 2);
}

TEST(Numbered, ReadsValuesByNumber) {
  NameTable names;
  names.number("数");
  const Expression guard = numbered(*compile("数 > 1 && 另外 == '是'", place), names);
  EXPECT_EQ(names.find("另外"), 1);
  const Value number(2), other("是");
  const Fields none;
  const Value* values[] = {&number, &other};
  Surroundings around{none};
  around.values = values;
  EXPECT_TRUE(*holds(guard, around));
  values[1] = nullptr;
  EXPECT_STREQ(holds(guard, around).diagnostics()[0].row->code, "AJ0340");
}

TEST(Numbered, ReadsTheRestByName) {
  NameTable names;
  const Expression sum = numbered(*compile("甲 + 乙", place), names);
  const Fields fields{{"乙", 2}};
  const Value one(1);
  const Value* values[] = {&one};
  Surroundings around{fields};
  around.values = values;
  EXPECT_EQ(*evaluate(sum, around), Value(3));
}

TEST(Numbered, AsksTheBitsOfActiveStates) {
  NameTable names, states;
  for (int i = 0; i < 70; ++i) states.number("环节" + std::to_string(i));
  const Expression guard = numbered(*compile("In('环节65') && !In('环节3')", place), names, &states);
  const Fields none;
  const std::uint64_t active[] = {0, 2};
  Surroundings around{none};
  around.active = active;
  EXPECT_TRUE(*holds(guard, around));
  // A state that the table has not is asked by name.
  const Expression other = numbered(*compile("In('别处')", place), names, &states);
  around.in_state = [](std::string_view id) { return id == "别处"; };
  EXPECT_TRUE(*holds(other, around));
}

TEST(Surroundings, LayAFewNamesOverTheOthers) {
  NameTable names;
  const Expression sum = numbered(*compile("甲 + 乙 + 丙", place), names);
  const Fields fields{{"甲", 1}, {"乙", 10}, {"丙", 100}};
  const Fields over{{"乙", 20}};
  const Value seven(7);
  const Value* values[] = {&seven};
  Surroundings around{fields};
  around.values = values;
  around.over = &over;
  EXPECT_EQ(*evaluate(sum, around), Value(127));
}

TEST(Put, ChangesAPartOfTheWhole) {
  NameTable names;
  const Location location = numbered(*compile_location("甲.乙[序]", place), names);
  EXPECT_EQ(location.number, 0);
  const Fields fields{{"序", 1}};
  const Surroundings around{fields};
  const Value whole(Fields{{"乙", List{1, 2}}});
  EXPECT_EQ(*put(whole, location, 9, around), Value(Fields{{"乙", List{1, 9}}}));
  EXPECT_EQ(*put(whole, *compile_location("甲", place), 9, around), Value(9));
}

TEST(Run, TellsWhatAScriptChanged) {
  const auto script = compile_script("甲 = 甲 + 1; 乙[甲] = '新'", place);
  ASSERT_TRUE(script.ok());
  const Fields fields{{"甲", 0}, {"乙", List{"一", "二"}}};
  Fields changed;
  ASSERT_TRUE(run(*script, {fields}, changed).ok());
  EXPECT_EQ(changed, (Fields{{"甲", 1}, {"乙", List{"一", "新"}}}));
}

TEST(Run, KeepsWhatWasSetBeforeAnError) {
  const auto script = compile_script("甲 = 1; 乙 = 没有 + 1; 丙 = 3", place);
  const Fields none;
  Fields changed;
  EXPECT_STREQ(run(*script, {none}, changed).diagnostics()[0].row->code, "AJ0340");
  EXPECT_EQ(changed, (Fields{{"甲", 1}}));
}

}  // namespace
}  // namespace anjuan::expression
