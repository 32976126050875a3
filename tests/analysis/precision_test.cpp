// What a person sees at once is seen: sums, products, copies, fractions, comparisons written either way.

#include <sstream>

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

/// A step that asks for the data named and sets some, a second one on a condition, then what must hold there.
struct Passage {
  std::string asks_for, requires_of_them, sets, leaves_when, holds;

  std::string xml(const std::string& out = "<transition event=\"h\" target=\"z\"/>") const {
    std::string inputs;
    std::stringstream names(asks_for);
    for (std::string name; names >> name;) inputs += "<aj:input data=\"" + name + "\" required=\"yes\"/>";
    const std::string requirement =
        requires_of_them.empty() ? "" : "<aj:require test=\"" + requires_of_them + "\" label=\"要求\"/>";
    const std::string condition = leaves_when.empty() ? "" : " cond=\"" + leaves_when + "\"";
    return chart(
        "<datamodel><data id=\"p\" aj:type=\"integer\"/><data id=\"q\" aj:type=\"integer\"/><data id=\"r\" "
        "aj:type=\"text\"/><data id=\"s\" aj:type=\"text\"/><data id=\"d\" aj:type=\"date\"/><data id=\"e\" "
        "aj:type=\"date\"/><data id=\"m\" aj:type=\"integer\" expr=\"0\"/><data id=\"x\" "
        "aj:type=\"decimal\"/><data id=\"t\" aj:type=\"text\" expr=\"'甲'\"/><data id=\"记录\" "
        "aj:type=\"record\"/></datamodel><state id=\"a\"><transition event=\"e\" target=\"b\">" +
        inputs + requirement + sets + "</transition></state><state id=\"b\"><transition event=\"f\"" +
        condition + " target=\"c\"/><transition event=\"g\" target=\"z\"/></state><state id=\"c\">" + out +
        "</state><final id=\"z\"/>" +
        (holds.empty() ? "" : "<aj:assert label=\"要求\" whenever=\"c\" holds=\"" + holds + "\"/>"));
  }
  Report told() const { return report(xml(), {{"日期", *expression::parse_type("date")}}); }
};

void expect_proved(const Passage& passage) {
  const Report all = passage.told();
  EXPECT_EQ(all.proved.size(), 1u) << passage.sets << passage.leaves_when << " gives " << passage.holds
                                   << "\n"
                                   << shown(all.found);
}

void expect_not_proved(const Passage& passage) {
  EXPECT_EQ(passage.told().proved.size(), 0u)
      << passage.sets << passage.leaves_when << " gives " << passage.holds;
}

// However two data are compared, one of the answers is there: no standing is without a way on.
TEST(Precision, KnowsOppositesHoweverTheyAreWritten) {
  const auto ways = [](const std::string& asks_for, const std::string& one, const std::string& other) {
    return codes(Passage{asks_for, "", "", "", ""}.xml("<transition event=\"h\" cond=\"" + one +
                                                       "\" target=\"z\"/><transition event=\"h\" cond=\"" +
                                                       other + "\" target=\"z\"/>"));
  };
  EXPECT_EQ(ways("r s", "r == s", "s != r"), Codes{});
  EXPECT_EQ(ways("p q", "p &lt; q", "q &lt;= p"), Codes{});
  EXPECT_EQ(ways("d e", "d &lt; e", "e &lt;= d"), Codes{});
  EXPECT_EQ(ways("p q", "!(p &lt; q)", "q &gt; p"), Codes{});
  EXPECT_EQ(ways("p q", "p &lt; q", "q &lt; p"), Codes{"AJ3206"});  // they may be equal
}

TEST(Precision, KnowsWhatOneComparisonTellsOfTheOthers) {
  for (const char* holds : {"!(p &gt;= q)", "!(q &lt; p)", "p != q", "q &gt;= p", "q &gt; p"}) {
    expect_proved(Passage{"p q", "p &lt; q", "", "", holds});
    expect_proved(Passage{"p q", "", "", "p &lt; q", holds});
  }
  expect_proved(Passage{"p q", "p &lt;= q 并且 p != q", "", "", "p &lt; q"});
  expect_not_proved(Passage{"p q", "p &lt;= q", "", "", "p &lt; q"});
  expect_not_proved(Passage{"p q", "p != q", "", "", "p &lt; q"});
  expect_not_proved(Passage{"p q", "p &lt; q", set("q", "q - 1"), "", "p &lt; q"});
}

TEST(Precision, KeepsTheOrderOfDates) {
  expect_proved(Passage{"d e", "e &gt; d", "", "", "d &lt;= e 并且 d != e"});
  expect_proved(Passage{"d", "d &gt; 日期", set("e", "日期"), "", "d &gt; e 并且 e &lt;= d"});
  expect_not_proved(Passage{"d", "d &gt;= 日期", set("e", "日期"), "", "d &gt; e"});
}

TEST(Precision, GoesThroughAListThatIsWrittenOut) {
  const auto summing = [](const std::string& list) {
    return "<foreach array=\"" + list + "\" item=\"y\"><assign location=\"m\" expr=\"m + y\"/></foreach>";
  };
  expect_proved(Passage{"", "", summing("[1, 2, 3]"), "", "m == 6"});
  expect_not_proved(Passage{"", "", summing("[1, 2, 4]"), "", "m == 6"});
}

TEST(Precision, KnowsTheFieldsOfARecord) {
  expect_proved(
      Passage{"p", "p &gt; 3", set("记录", "{'甲': p, '乙': 2}"), "", "记录.甲 &gt; 3 并且 记录.乙 == 2"});
  expect_proved(Passage{"", "", set("记录", "{'甲': 3, '乙': 2}") + set("记录.甲", "4"), "",
                        "记录.甲 == 4 并且 记录.乙 == 2"});
  expect_not_proved(Passage{"", "", set("记录", "{'甲': 4}") + set("记录.甲", "3"), "", "记录.甲 == 4"});
  expect_not_proved(Passage{"", "", set("记录", "{'甲': 4}") + set("记录", "{'乙': 4}"), "", "记录.甲 == 4"});
}

TEST(Precision, SolvesForOneOperand) {
  expect_proved(Passage{"p", "", "", "3 * p + 2 &gt; 5", "p &gt; 1"});
  expect_proved(Passage{"p", "3 * p + 2 == 11", "", "", "p == 3"});
  expect_proved(Passage{"p", "3 * p + 2 == 10", "", "", "假"});  // of no whole number
  expect_proved(Passage{"p", "10 - 2 * p &gt;= 3", "", "", "p &lt;= 3"});
  expect_proved(Passage{"x", "2 * x &gt;= 3", "", "", "x &gt; 0"});
  expect_not_proved(Passage{"x", "2 * x &gt;= 3", "", "", "x &gt;= 2"});
}

TEST(Precision, RoundsWithinBounds) {
  expect_proved(
      Passage{"x", "x &gt;= 1.5 并且 x &lt; 3", set("m", "取整下(x)"), "", "m &gt;= 1 并且 m &lt;= 3"});
  expect_proved(Passage{"", "", set("m", "取整上(7 / 2)"), "", "m == 4"});
}

TEST(Precision, CountsTheCharactersOfTexts) {
  expect_proved(Passage{"", "", set("t", "t + t"), "", "长度(t) == 2"});
  expect_proved(Passage{"t", "长度(t) &gt; 2", set("t", "t + t"), "", "长度(t) != 3"});
  expect_not_proved(Passage{"t", "", "", "", "长度(t) != 3"});
  expect_proved(Passage{"r", "长度(r) == 2", "", "", "r != '甲' 并且 r != ''"});
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
