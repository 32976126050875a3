// Places to assign to, and scripts.

#include <gtest/gtest.h>

#include "expression/expression.h"

namespace anjuan::expression {
namespace {

const Place in_chart{"chart.xml", 3, 5, ""};

TEST(Assign, ReachesFieldsAndItems) {
  Fields data{{"甲", Fields{{"乙", List{1, 2}}}}, {"键", "丙"}};
  const auto put = [&](const char* where, Value value) {
    const Fields before = data;
    return assign(data, *compile_location(where, in_chart), std::move(value), {before, {}, {}});
  };
  EXPECT_TRUE(put("甲.乙[0]", 9).ok());
  EXPECT_TRUE(put("甲.乙[2]", 3).ok());
  EXPECT_TRUE(put("甲[键]", "新").ok());
  EXPECT_EQ(data["甲"], Value(Fields{{"乙", List{9, 2, 3}}, {"丙", "新"}}));
  EXPECT_STREQ(put("甲.没有.下级", 1).diagnostics()[0].row->code, "AJ0372");
  EXPECT_STREQ(put("甲.乙[7]", 1).diagnostics()[0].row->code, "AJ0372");
  EXPECT_STREQ(put("丁", 1).diagnostics()[0].row->code, "AJ0340");
}

TEST(CompileLocation, RefusesWhatHoldsNothing) {
  for (const char* bad : {"1", "甲 + 1", "f(", "长度(甲)", "'甲'", "foo.bar.baz +"}) {
    EXPECT_STREQ(compile_location(bad, in_chart).diagnostics()[0].row->code, "AJ0370") << bad;
  }
  EXPECT_STREQ(compile_location(" ", in_chart).diagnostics()[0].row->code, "AJ0303");
}

TEST(CompileScript, IsAListOfAssignments) {
  const auto script =
      compile_script("甲 = 1; // 说明\n乙.丙 = 甲 == 1 ? 'a;b' : \"=\"；丁 = [1,\n 2]", in_chart);
  ASSERT_TRUE(script.ok());
  ASSERT_EQ(script->assignments.size(), 3U);
  EXPECT_EQ(script->assignments[1].location.name, "乙");
  EXPECT_EQ(script->assignments[2].value.place().line, 4);
}

TEST(CompileScript, NamesEveryStatementThatIsNone) {
  const auto refused = compile_script("甲 == 1;\n f();\n乙 = ;", in_chart);
  ASSERT_FALSE(refused.ok());
  ASSERT_EQ(refused.diagnostics().size(), 3U);
  EXPECT_STREQ(refused.diagnostics()[0].row->code, "AJ0371");
  EXPECT_EQ(refused.diagnostics()[1].place.line, 4);
  EXPECT_EQ(refused.diagnostics()[1].place.column, 2);
  EXPECT_STREQ(refused.diagnostics()[2].row->code, "AJ0303");
}

}  // namespace
}  // namespace anjuan::expression
