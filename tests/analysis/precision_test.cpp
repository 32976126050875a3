// What a person sees at once is seen: sums, products, copies, fractions, comparisons written either way.

#include "analysis/charts.h"

namespace anjuan::analysis {
namespace {

/// A step that asks for n and sets m or d, then a place where something must hold.
struct Step {
  std::string requires_of_n, sets, leaves_when, holds, where = "b";

  Report told() const {
    const std::string requirement =
        requires_of_n.empty() ? "" : "<aj:require test=\"" + requires_of_n + "\" label=\"要求\"/>";
    const std::string condition = leaves_when.empty() ? "" : " cond=\"" + leaves_when + "\"";
    return report(
        chart("<datamodel><data id=\"n\" aj:type=\"integer\"/><data id=\"m\" aj:type=\"integer\" expr=\"0\"/>"
              "<data id=\"d\" aj:type=\"decimal\" expr=\"0.5\"/></datamodel>"
              "<state id=\"a\"><transition event=\"e\" target=\"b\"><aj:input data=\"n\" required=\"yes\"/>" +
              requirement + sets +
              "</transition></state><state id=\"b\"><transition event=\"f\" target=\"z\"" + condition +
              "/><transition event=\"g\" target=\"a\"/></state><final id=\"z\"/><aj:assert label=\"要求\" "
              "whenever=\"" +
              where + "\" holds=\"" + holds + "\"/>"));
  }
};

std::string set(const std::string& name, const std::string& value) {
  return "<assign location=\"" + name + "\" expr=\"" + value + "\"/>";
}

void expect_proved(const Step& step) {
  const Report all = step.told();
  EXPECT_EQ(all.proved.size(), 1u) << step.sets << " gives " << step.holds << "\n" << shown(all.found);
}

void expect_refuted(const Step& step) {
  EXPECT_EQ(step.told().refuted, 1u) << step.sets << " gives " << step.holds;
}

TEST(Precision, CalculatesWithRanges) {
  const std::string from_two_to_five = "n &gt;= 2 并且 n &lt;= 5";
  expect_proved({from_two_to_five, set("m", "n * 3"), "", "m &gt;= 6 并且 m &lt;= 15"});
  expect_proved({from_two_to_five, set("m", "n + 10 - 3"), "", "m &gt;= 9 并且 m &lt;= 12"});
  expect_proved({from_two_to_five, set("m", "0 - n"), "", "m &lt;= -2 并且 -5 &lt;= m"});
  expect_proved({"", set("m", "n % 3"), "", "m &gt;= -2 并且 m &lt;= 2"});
  expect_proved({"n &gt;= 0", set("m", "n % 3"), "", "0 &lt;= m 并且 3 &gt; m"});
  expect_refuted({"", set("m", "n * 3"), "", "m != 6"});
  expect_refuted({from_two_to_five, set("m", "n * 3"), "", "m &lt; 15"});
}

TEST(Precision, KnowsTheGreatestAndTheLeast) {
  expect_proved({"", set("m", "最大(n, 3)"), "", "m &gt;= 3"});
  expect_proved({"", set("m", "最小(n, 3)"), "", "3 &gt;= m"});
  expect_refuted({"", set("m", "最大(n, 3)"), "", "m &gt; 3"});
}

TEST(Precision, CalculatesConstantsAndFractionsExactly) {
  expect_proved({"", set("m", "2 * 3 + 1"), "", "m == 7"});
  expect_proved({"", set("d", "0.1 + 0.2"), "", "d == 0.3"});
  expect_proved({"", set("d", "0.25"), "", "d &lt; 0.3 并且 d != 0.2 并且 0.2 &lt; d"});
  expect_refuted({"", set("d", "0.25"), "", "d &gt;= 0.3"});
}

TEST(Precision, FollowsCopies) {
  expect_proved({"", set("m", "n"), "", "m == n"});
  expect_proved({"", set("m", "n"), "n &gt; 3", "m &gt; 3", "z"});
  // Set anew, it is a copy no more.
  expect_refuted({"", set("m", "n") + set("m", "n + 1"), "n &gt; 3", "m &lt; 5", "z"});
}

TEST(Precision, ReadsComparisonsEitherWay) {
  expect_proved({"", "", "3 &lt; n", "!(n &lt;= 3)", "z"});
  expect_proved({"", set("d", "n / 3"), "0.5 &lt; d", "!(d &lt;= 0.5)", "z"});
}

TEST(Precision, KnowsDataOfAnUntypedChartThatNothingSets) {
  const auto untyped = [](const std::string& more) {
    return codes(
        chart("<datamodel><data id=\"x\" expr=\"1\"/></datamodel><state id=\"a\"><transition "
              "event=\"go\" target=\"b\">" +
                  more +
                  "</transition><transition event=\"no\" target=\"z\"/></state><state "
                  "id=\"b\"><transition event=\"q\" cond=\"x == 2\" target=\"z\"/><transition "
                  "event=\"r\" cond=\"x == 2\" target=\"a\"/></state><final id=\"z\"/>",
              "datamodel=\"ecmascript\""));
  };
  EXPECT_EQ(untyped(""), (Codes{"AJ3206", "AJ3203", "AJ3203"}));
  EXPECT_EQ(untyped("<assign location=\"x\" expr=\"x + 1\"/>"), Codes{});
  EXPECT_EQ(untyped("<script>x = 2</script>"), Codes{});
}

}  // namespace
}  // namespace anjuan::analysis
