// What an author is told about a file: every mistake with its line, in one run.

#include <gtest/gtest.h>

#include "base/digest.h"
#include "base/text.h"
#include "procedure/charts.h"
#include "procedure/describe.h"
#include "procedure/draft.h"
#include "procedure/outline.h"

namespace anjuan::procedure {
namespace {

const std::string good_end = "<final id=\"完\"/>";
/// A chart whose one state holds what is given.
std::string with(const std::string& inside, const std::string& before = "") {
  return chart(before + "<state id=\"甲\">" + inside + "<transition event=\"走\" target=\"完\"/></state>" +
               good_end);
}
std::string with_data(const std::string& inside) {
  return with(inside,
              "<datamodel><data id=\"问题数\" expr=\"0\" aj:type=\"integer\"/>"
              "<data id=\"程度\" aj:type=\"choice\" aj:choices=\"一般|严重\"/></datamodel>");
}

TEST(Load, KeepsTheDigestOfTheBytes) {
  const std::string xml = with("");
  const auto definition = loaded(xml);
  EXPECT_EQ(definition->digest, sha256(xml));
  EXPECT_EQ(definition->state(1).id, "甲");
  EXPECT_EQ(label_of(definition->state(1)), "甲");
}

TEST(Load, RefusesWhatIsNotAProcedure) {
  EXPECT_FALSE(load("<scxml", "a.xml").ok());
  EXPECT_FALSE(load("<form/>", "a.xml").ok());
  EXPECT_FALSE(load("", "a.xml").ok());
}

// A raised event that nothing takes is a slip of the pen here or there.
TEST(Inspect, TellsOfRaisedEventsThatNothingHears) {
  EXPECT_EQ(codes(with("<onentry><raise event=\"走了\"/></onentry>")), Ids{"AJ3058"});
  EXPECT_EQ(codes(with("<onentry><raise event=\"无人理会的事件\"/></onentry>")), Ids{"AJ3059"});
  EXPECT_EQ(codes(with("<onentry><raise event=\"走\"/></onentry>")), Ids{});
}

// The mistakes that other engines were tried with: each must be caught here.
TEST(Inspect, CatchesTheSeededMistakes) {
  EXPECT_FALSE(codes(with("<transision event=\"e\" target=\"完\"/>")).empty());  // misspelt element
  EXPECT_FALSE(codes(with("<transition evnt=\"e\" target=\"完\"/>")).empty());   // misspelt attribute
  EXPECT_EQ(codes(with("<transition event=\"e\" target=\"甲乙丙丁戊\"/>")),
            Ids{"AJ2016"});                                          // undefined target
  EXPECT_FALSE(codes(with("<onentry><raise/></onentry>")).empty());  // required attribute
  EXPECT_EQ(codes(with_data("<transition event=\"e\" cond=\"问题数 >\" target=\"完\"/>")), Ids{"AJ0302"});
  EXPECT_EQ(codes(with_data("<transition event=\"e\" cond=\"问题树 > 0\" target=\"完\"/>")), Ids{"AJ0321"});
  EXPECT_EQ(codes(with_data("<onentry><assign location=\"问题树\" expr=\"1\"/></onentry>")), Ids{"AJ2027"});
  EXPECT_EQ(codes(chart("<state id=\"a\"><transition event=\"e\" target=\"b\"/></state><final id=\"b\"/>"
                        "<final id=\"b\"/>"))
                .front(),
            "AJ2000");                                                                // duplicate id
  EXPECT_EQ(codes(with("<transition event=\"走\" target=\"甲\"/>")), Ids{"AJ2010"});  // shadowed
  EXPECT_FALSE(
      codes("<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\"><state id=\"a\"></scxml>")
          .empty());
  EXPECT_FALSE(codes(with("＜onentry/>")).empty());  // full-width mark
  EXPECT_FALSE(codes(with("<onentry><send event=\"e\" delay=\"3days\"/></onentry>")).empty());
  EXPECT_EQ(codes(chart("<state id=\"a\"><transition target=\"a\"/></state>")), Ids{"AJ2009"});  // endless
  EXPECT_FALSE(
      codes(chart("<state id=\"a\"><initial><transition target=\"b\"/></initial><initial><transition "
                  "target=\"b\"/></initial><state id=\"b\"/></state>"))
          .empty());
}

TEST(Inspect, FindsAllMistakesOfAFileInOneRun) {
  const std::string xml = chart(
      "<state id=\"甲\" aj:role=\"没有\">\n"
      "<transition event=\"e\" cond=\"问题树 > 0\" target=\"以\"/>\n"
      "<transition event=\"检查。完成\" target=\"乙\"/>\n"
      "</state>\n<state id=\"乙\"/>\n<state id=\"丙\"/>");
  const Diagnostics found = inspect(xml, "chart.xml", {});
  EXPECT_EQ(codes_of(found), (Ids{"AJ2026", "AJ0337", "AJ2016", "AJ3050"}));
  EXPECT_EQ(found[1].place.line, 3);
  EXPECT_EQ(found[3].place.line, 4);
}

TEST(Inspect, NamesTheNearestState) {
  const Diagnostics found =
      inspect(chart("<state id=\"draft\"><transition event=\"e\" target=\"inspct\"/></state>"
                    "<state id=\"inspect\" aj:label=\"现场检查\"/>"),
              "chart.xml", {});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(render(found[0], Language::chinese).substr(0, 15), "chart.xml:2:49:");
  EXPECT_EQ(sentence(found[0], Language::chinese), "流转目标“inspct”不存在");
  EXPECT_EQ(hint(found[0], Language::chinese), "最接近的环节是“inspect”（现场检查），请照它改正。");
}

TEST(Inspect, LooksInsideAStateForWhatItBeginsWith) {
  const Diagnostics found = inspect(chart("<state id=\"a\"><initial><transition target=\"a3\"/></initial><state id=\"a1\"/></state>"), "f", {});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(hint(found[0], Language::chinese), "最接近的环节是“a1”，请照它改正。");
}

TEST(Inspect, SaysNothingOfStatesThatAnUnsureStartMayLeadTo) {
  const std::string inside = "<state id=\"a1\"><transition event=\"e\" target=\"z\"/></state><state id=\"a2\"><transition event=\"e\" target=\"z\"/></state></state><final id=\"z\"/>";
  EXPECT_EQ(codes(chart("<state id=\"a\" initial=\"a2\"><initial><transition target=\"a1\"/></initial>" + inside)), Ids{"AJ2003"});
  EXPECT_EQ(codes(chart("<state id=\"a\" initial=\"z\">" + inside)), Ids{"AJ2002"});
}

TEST(Inspect, NamesTheFieldsOfAnEvent) {
  const auto with = [](const std::string& cond) { return chart("<state id=\"a\"><transition event=\"e\" cond=\"" + cond + "\" target=\"z\"/></state><final id=\"z\"/>"); };
  EXPECT_EQ(codes(with("_event.name == 'e'")), Ids{});
  EXPECT_EQ(codes(with("_event.nam == 'e'")), Ids{"AJ0330"});
  const Diagnostics found = inspect(with("_evnt.name == 'e'"), "f", {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(hint(found[0], Language::english), "The nearest name is “_event”: write that if it is meant, or declare “_evnt” first.");
}

TEST(Inspect, RemarksTheIdThatTwoMessagesHave) {
  EXPECT_EQ(codes(chart("<state id=\"a\"><onentry><send id=\"s\" event=\"e\"/><send id=\"s\" event=\"e\"/></onentry><transition event=\"e\" target=\"z\"/></state><final id=\"z\"/>")), Ids{"AJ2077"});
}

TEST(Inspect, TellsAnElementThatIsMisspeltInItsStartTagOnce) {
  EXPECT_EQ(codes(chart("<stat id=\"a\"><transition event=\"e\" target=\"z\"/></state><final id=\"z\"/>")), Ids{"AJ0142"});
  EXPECT_EQ(codes(chart("<state id=\"a\"><transition event=\"e\" target=\"z\"/></stat><final id=\"z\"/>")), Ids{"AJ0165"});
}

// Data may be longer than any expression: it is data all the same, and no text.
TEST(Load, TakesLongDataAsTheyAre) {
  std::string numbers = "[0";
  for (int i = 1; i < 100000; ++i) numbers += "," + std::to_string(i);
  const auto made = load(chart("<datamodel><data id=\"n\">" + numbers + "]</data><data id=\"s\">" + std::string(100000, 'x') + "</data></datamodel><final id=\"z\"/>"), "f");
  ASSERT_TRUE(made.ok());
  const Fields nothing;
  const auto value = [&](std::size_t i) { return *expression::evaluate(*(*made)->data[i].initial.expression, {nothing}); };
  ASSERT_TRUE(value(0).is(Value::Kind::list));
  EXPECT_EQ(value(0).list().size(), 100000U);
  EXPECT_EQ(value(1), Value(std::string(100000, 'x')));
}

TEST(Inspect, HoldsTheTreeToTheRules) {
  EXPECT_EQ(codes(chart("<state id=\"a\"/>", "initial=\"a\" datamodel=\"xpath\"")), Ids{"AJ2001"});
  EXPECT_EQ(
      codes(
          chart(
              "<state id=\"a\" initial=\"c\"><state id=\"b\"/><transition event=\"e\" target=\"c\"/></state>"
              "<state id=\"c\"/>"))
          .front(),
      "AJ2002");
  EXPECT_EQ(codes(chart(
                "<state id=\"a\" initial=\"b\"><initial><transition target=\"b\"/></initial><state id=\"b\"/>"
                "</state>")),
            Ids{"AJ2003"});
  EXPECT_EQ(
      codes(chart("<state id=\"a\"><initial><transition event=\"e\" target=\"b\"/></initial><state id=\"b\"/>"
                  "</state>")),
      Ids{"AJ2004"});
  EXPECT_EQ(
      codes(chart("<state id=\"a\"><history id=\"h\"><transition/></history><state id=\"b\"/></state>")),
      Ids{"AJ2005"});
  EXPECT_EQ(codes(chart("<parallel id=\"a\"/>")), Ids{"AJ2006"});
  EXPECT_EQ(codes(chart("")), Ids{"AJ2007"});
  EXPECT_EQ(codes(with("<transition event=\"e\" target=\"完 甲\"/>")), Ids{"AJ2011"});
  EXPECT_EQ(codes(with("<transition/>")).front(), "AJ2009");
  EXPECT_EQ(
      codes(with("<transition cond=\"In('甲')\" target=\"完\"><aj:require test=\"true\"/></transition>")),
      Ids{"AJ2012"});
  EXPECT_EQ(codes(chart("<state id=\"a\"/><state id=\"b\"/>")), Ids{"AJ2014"});
  EXPECT_EQ(codes(with_data("<invoke/>")), Ids{"AJ2036"});
  EXPECT_EQ(codes(with("<onentry><if cond=\"true\"><else/><elseif cond=\"true\"/></if></onentry>")),
            Ids{"AJ2040"});
}

TEST(Inspect, FindsLoopsWithoutEvents) {
  EXPECT_EQ(codes(chart("<state id=\"a\"><transition target=\"b\"/></state><state id=\"b\"><transition "
                        "target=\"a\"/></state>")),
            Ids{"AJ2009"});
  // What data decide is left to the analysis; what is the same in every run is not.
  EXPECT_EQ(codes(with_data("<transition cond=\"问题数 > 0\" target=\"甲\"/>")), Ids{});
  EXPECT_EQ(codes(with_data("<transition cond=\"问题数 大于等于 0\" target=\"甲\"/>")), Ids{"AJ2009"});
  EXPECT_EQ(codes(with_data("<transition cond=\"问题数 == 0\" target=\"甲\"/><transition event=\"e\"><assign "
                            "location=\"问题数\" expr=\"问题数 + 1\"/></transition>")),
            Ids{});
  const std::string data = "<datamodel><data id=\"n\" expr=\"0\"/><data id=\"f\" expr=\"false\"/></datamodel>";
  EXPECT_EQ(codes(chart(data + "<state id=\"a\"><transition cond=\"n == 0\" target=\"b\"/></state><state id=\"b\">"
                               "<transition cond=\"f\" target=\"b\"/><transition cond=\"n &lt; 1\" target=\"a\"/></state>")),
            Ids{"AJ2009"});
  EXPECT_EQ(codes(chart(data + "<state id=\"a\"><transition cond=\"f &amp;&amp; f\" target=\"a\"/></state>")), Ids{});
  EXPECT_EQ(codes(with_data("<transition cond=\"问题数 > 0\" target=\"完\"/>")), Ids{});
  EXPECT_EQ(codes(chart("<state id=\"a\"><transition target=\"b\"/></state><final id=\"b\"/>")), Ids{});
}

TEST(Inspect, KnowsWhichStatesAreSurelyActiveWhereALoopAsks) {
  EXPECT_EQ(codes(chart("<state id=\"a\"><transition cond=\"In('a')\" target=\"a\"/></state>")), Ids{"AJ2009"});
  EXPECT_EQ(codes(chart("<state id=\"a\"><transition cond=\"!In('a')\" target=\"a\"/></state>")), Ids{});
  EXPECT_EQ(codes(chart("<parallel id=\"p\"><state id=\"a\"><transition cond=\"In('c')\" target=\"a\"/></state><state "
                        "id=\"b\"><state id=\"c\"/></state></parallel>")),
            Ids{});
  const std::string data = "<datamodel><data id=\"x\" expr=\"1\"/></datamodel>", loop = "<transition cond=\"x == 1\"/>";
  EXPECT_EQ(codes(chart(data + "<state id=\"a\">" + loop + "</state>", "datamodel=\"ecmascript\"")), Ids{"AJ2009"});
  EXPECT_EQ(codes(chart(data + "<state id=\"a\"><onentry><script>x = 2</script></onentry>" + loop + "</state>",
                        "datamodel=\"ecmascript\"")),
            Ids{});
}

TEST(Inspect, NamesAStateWithoutIdByItsLine) {
  const Diagnostics found = inspect(chart("<state id=\"a\"/>\n<state/>"), "f", {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(sentence(found[0], Language::chinese), "环节“第 3 行的环节”没有任何流转可以到达");
  EXPECT_EQ(sentence(found[0], Language::english), "no transition can reach the state “the state in line 3”");
}

TEST(Inspect, SaysNothingMoreOfATargetThatIsOnlyPresumed) {
  EXPECT_EQ(codes(with("<transition event=\"e\" target=\"甲 完完\"/>")), Ids{"AJ2015"});
}

TEST(Inspect, HoldsConditionsToTheirTypes) {
  EXPECT_EQ(codes(with_data("<transition event=\"e\" cond=\"问题数\" target=\"完\"/>")), Ids{"AJ0325"});
  EXPECT_EQ(codes(with_data("<transition event=\"e\" cond=\"程度 == '特大'\" target=\"完\"/>")),
            Ids{"AJ0327"});
  EXPECT_EQ(codes(with_data("<transition event=\"e\" cond=\"In('乙')\" target=\"完\"/>")), Ids{"AJ2033"});
  EXPECT_EQ(codes(with_data("<transition event=\"e\" cond=\"In('毫不相干的')\" target=\"完\"/>")),
            Ids{"AJ2033"});
  EXPECT_EQ(codes(with_data("<onentry><assign location=\"问题数\" expr=\"'三'\"/></onentry>")),
            Ids{"AJ0331"});
  EXPECT_EQ(codes(with_data("<onentry><script>问题数 = '三'; 没有 = 1</script></onentry>")),
            (Ids{"AJ0331", "AJ2028"}));
  EXPECT_EQ(
      codes(with_data("<onentry><foreach array=\"问题数\" item=\"x\"><log expr=\"x\"/></foreach></onentry>")),
      Ids{"AJ0331"});
}

TEST(Inspect, KnowsTheFactsAroundTheProcedure) {
  const expression::Names facts{{"对象", *expression::parse_type("record")},
                                {"问题数", *expression::parse_type("integer")}};
  EXPECT_EQ(codes(with("<transition event=\"e\" cond=\"对象.名称 == ''\" target=\"完\"/>"), facts), Ids{});
  EXPECT_EQ(codes(with("<onentry><assign location=\"对象\" expr=\"1\"/></onentry>"), facts), Ids{"AJ2029"});
  EXPECT_EQ(codes(with_data(""), facts), Ids{"AJ2034"});
}

TEST(Inspect, HoldsDataAndParametersToTheirTypes) {
  const auto data = [](const std::string& one) { return with("", "<datamodel>" + one + "</datamodel>"); };
  EXPECT_EQ(codes(data("<data id=\"检查-日期\"/>")), Ids{"AJ2020"});
  EXPECT_EQ(codes(data("<data id=\"并且\"/>")), Ids{"AJ2020"});
  EXPECT_EQ(codes(data("<data id=\"甲数\" aj:type=\"string\"/>")), Ids{"AJ2047"});
  EXPECT_EQ(codes(data("<data id=\"甲数\" aj:type=\"图片资料\"/>")), Ids{"AJ2021"});
  EXPECT_EQ(codes(data("<data id=\"甲数\" aj:type=\"choice\"/>")), Ids{"AJ3073"});
  EXPECT_EQ(codes(data("<data id=\"甲数\"/><data id=\"甲数\"/>")), Ids{"AJ2000"});
  EXPECT_EQ(codes(data("<data id=\"甲数\" src=\"x.json\"/>")), Ids{"AJ2037"});
  EXPECT_EQ(codes(data("<data id=\"甲数\" aj:type=\"integer\" expr=\"'一'\"/>")), Ids{"AJ0331"});
  const auto parameter = [](const std::string& attributes) {
    return with("", "<aj:parameter id=\"天数\" " + attributes + "/>");
  };
  EXPECT_EQ(codes(parameter("type=\"integer\" value=\"5\"")), Ids{});
  EXPECT_EQ(codes(parameter("type=\"record\" value=\"{'律师': 'law-firm'}\"")), Ids{});
  EXPECT_EQ(codes(parameter("type=\"integer\" value=\"五\"")), Ids{"AJ3093"});
  EXPECT_EQ(codes(parameter("type=\"integer\" value=\"很多\"")), Ids{"AJ2022"});
  EXPECT_EQ(codes(parameter("type=\"integer\" value=\"十五\"")), Ids{"AJ2022"}) << "what is meant is not guessed";
  EXPECT_EQ(codes(parameter("type=\"record\" value=\"{\"")), Ids{"AJ0302"});
  EXPECT_EQ(codes(with("",
                       "<aj:parameter id=\"天数\" type=\"integer\" value=\"5\"/><datamodel><data "
                       "id=\"天数\"/></datamodel>")),
            Ids{"AJ2034"});
}

/// The one thing told of a chart, with its hint.
std::string only_hint(const std::string& xml) {
  const Diagnostics found = inspect(xml, "f", {});
  EXPECT_EQ(found.size(), 1U);
  return found.empty() ? "" : hint(found.front(), Language::chinese);
}

TEST(Inspect, SaysHowANumberIsWritten) {
  for (const char* written : {"5个工作日", "５", "五", "5天内"}) {
    const std::string told = only_hint(with("", std::string("<aj:parameter id=\"天数\" type=\"integer\" value=\"") + written + "\"/>"));
    EXPECT_EQ(told, "这里只写半角数字：value=\"5\"；单位写在 unit 里。") << written;
  }
}

TEST(Inspect, NamesTheNearestLimitAndEvent) {
  const std::string limit = "<onentry><aj:time-limit id=\"复查\" length=\"5\" unit=\"working-days\" on-due=\"期限.复查届满\"/></onentry>";
  EXPECT_EQ(codes(with(limit + "<transition event=\"期限.复查期满\" target=\"完\"/>")), Ids{"AJ3088"});
  EXPECT_EQ(codes(with(limit + "<transition event=\"期限.复查届满\" target=\"完\"><aj:end-time-limit id=\"复察\"/></transition>")), Ids{"AJ3089"});
}

TEST(Inspect, NamesTheStateWhoseIdWasChangedInOnePlaceOnly) {
  const std::string chart =
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\"><state id=\"受理\"><transition event=\"e\" target=\"调查\"/></state>"
      "<state id=\"立案以后\"><transition event=\"e\" target=\"终\"/></state><final id=\"终\"/></scxml>";
  EXPECT_NE(only_hint(chart).find("只有“立案以后”"), std::string::npos) << only_hint(chart);
}

TEST(Inspect, TellsOneSlipAtManyPlacesTogether) {
  std::string states;
  for (int i = 0; i < 12; ++i) states += "<transition event=\"e" + std::to_string(i) + "\" target=\"完\" aj:role=\"主要负责人\"/>\n";
  const Diagnostics found = inspect(with(states), "f", {});
  ASSERT_EQ(found.size(), 4U);
  EXPECT_STREQ(found.back().row->code, "AJ3086");
  EXPECT_NE(sentence(found.back(), Language::chinese).find("还有 9 处"), std::string::npos) << sentence(found.back(), Language::chinese);
}

TEST(Inspect, DoesNotCallAStateUnreachableWhereATargetWasMistyped) {
  const auto chart = [](const std::string& attribute) {
    return "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\"><state id=\"a\"><transition event=\"e\" " + attribute +
           "/></state><state id=\"b\"><transition event=\"f\" target=\"c\"/></state><final id=\"c\"/></scxml>";
  };
  EXPECT_EQ(codes(chart("target=\"\"")), Ids{"AJ0156"});
  EXPECT_EQ(codes(chart("目标=\"b\"")), Ids{"AJ0143"});
}

TEST(Inspect, TellsStatesBehindAnUnreachableOneWithIt) {
  const std::string chart =
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\"><state id=\"a\"><transition event=\"e\" target=\"z\"/></state>"
      "<state id=\"b\"><transition event=\"e\" target=\"c\"/></state><state id=\"c\"><transition event=\"e\" target=\"b\"/></state><final id=\"z\"/></scxml>";
  EXPECT_NE(only_hint(chart).find("只有经过它才能到的“c”"), std::string::npos) << only_hint(chart);
}

TEST(Inspect, HoldsAComputedDelayThatIsAlwaysTheSame) {
  EXPECT_EQ(codes(with("<onentry><send event=\"e\" delayexpr=\"'3days'\"/></onentry>")), Ids{"AJ3085"});
  EXPECT_EQ(codes(with("<onentry><send event=\"e\" delayexpr=\"'3s'\"/></onentry>")), Ids{});
}

TEST(Inspect, LooksAtTheChartThatIsInvoked) {
  const std::string chart =
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\"><state id=\"a\"><invoke src=\"child.scxml\"/>"
      "<transition event=\"done.invoke\" target=\"z\"/></state><final id=\"z\"/></scxml>";
  const std::string good = "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\"><final id=\"z\"/></scxml>";
  const auto told = [&](const Accompanying& with) {
    Ids out;
    for (const Diagnostic& d : inspect(read_draft(chart, "f", with), {})) out.emplace_back(d.row->code);
    return out;
  };
  EXPECT_EQ(told({}), Ids{"AJ3065"});
  EXPECT_EQ(told({{{"child.scxml", good}}, "anjuan"}), Ids{});
  EXPECT_EQ(told({{{"chidl.scxml", good}}, "anjuan"}), Ids{"AJ3095"});
  EXPECT_EQ(told({{{"whole-other-name.scxml", good}}, "anjuan"}), Ids{"AJ3094"});
  EXPECT_EQ(told({{{"child.scxml", replace_all(good, "final", "finale")}}, "anjuan"}), Ids{"AJ3096"});
}

TEST(Inspect, HoldsReferencesToDeclarations) {
  const std::string declared =
      "<aj:basis id=\"细则9\" instrument=\"《细则》\" article=\"第九条\" in-force-from=\"2021-06-14\"/>"
      "<aj:role id=\"leader\" label=\"分管领导\"/>";
  EXPECT_EQ(codes(with("", declared + "<aj:duty role=\"leadr\" different-from=\"leader\" basis=\"细则8\"/>")),
            (Ids{"AJ2025", "AJ2023"}));
  EXPECT_EQ(codes(with("<onentry><aj:archive basis=\"没有这一条\"/></onentry>")), Ids{"AJ2024"});
  EXPECT_EQ(codes(with("", "<aj:assert name=\"r\" every-path-to=\"甲乙\" passes=\"甲\"/>")).size(), 1U);
  EXPECT_EQ(codes(with("<onexit><aj:end-time-limit id=\"期限\"/></onexit>")), Ids{"AJ2041"});
  EXPECT_EQ(codes(with("<onentry><aj:time-limit id=\"期限\" length=\"5\" unit=\"working-days\" "
                       "on-due=\"逾期\"/></onentry>")),
            Ids{"AJ2044"});
  EXPECT_EQ(codes(with("<transition event=\"e\" target=\"完\"><aj:require/></transition>")), Ids{"AJ2042"});
  EXPECT_EQ(codes(with("<transition event=\"e\" target=\"完\"><aj:require document=\"通知\"/></transition>")),
            Ids{"AJ2043"});
  const auto lacking = [](const std::string& text) {
    return codes(with("<transition event=\"e\" target=\"完\"><aj:require test=\"1 == 2\" lacking=\"" + text +
                      "\"/></transition>"));
  };
  EXPECT_EQ(lacking("['甲']"), Ids{});
  EXPECT_EQ(lacking("没有的名称"), Ids{"AJ0337"});
  EXPECT_EQ(lacking("1 + 1"), Ids{"AJ3060"});
  EXPECT_EQ(codes(with("<transition event=\"e\" target=\"完\"><aj:require document=\"通知\" "
                       "lacking=\"'甲'\"/></transition>")),
            (Ids{"AJ2043", "AJ3061"}));
  EXPECT_EQ(
      codes(with_data("<transition event=\"e\" target=\"完\"><aj:input data=\"问题树\"/></transition>")),
      Ids{"AJ2030"});
  EXPECT_EQ(codes(with("<transition event=\"e\" target=\"完\"><aj:input data=\"任何\"/></transition>")),
            Ids{"AJ2031"});
  EXPECT_EQ(codes(with("<transition event=\"e\" target=\"完\"><aj:input/></transition>")).front(), "AJ2038");
}

TEST(Inspect, HoldsMessagesToWhatCanBeSent) {
  EXPECT_EQ(codes(with_data("<onentry><send event=\"e\" delay=\"3s\"/></onentry>")), Ids{"AJ2035"});
  EXPECT_EQ(codes(with("<onentry><send event=\"e\" delay=\"3s\"/></onentry>")), Ids{});  // no procedure of an office
  EXPECT_EQ(codes(with("<onentry><send event=\"e\" delay=\"0s\"/></onentry>")), Ids{});
  EXPECT_EQ(codes(with("<onentry><send event=\"e\" target=\"http://a\"/></onentry>")), Ids{"AJ3072"});
  EXPECT_EQ(codes(with("<onentry><send/></onentry>")), Ids{"AJ2038"});
  EXPECT_EQ(codes(with("<onentry><send event=\"案件.审定\" target=\"#_parent\"><param name=\"a\" "
                       "expr=\"1\"/></send></onentry>")),
            Ids{});
  EXPECT_EQ(codes(with_data("<onentry><assign location=\"问题数\"/></onentry>")), Ids{"AJ2045"});
}

TEST(Definition, TellsTemplatesAndFormsUsed) {
  const auto definition =
      loaded(with("<onentry><aj:document template=\"notice\"/><aj:sheet form=\"checklist\"/><aj:sheet "
                  "formexpr=\"'a' + 'b'\"/>"
                  "<if cond=\"true\"><aj:document template=\"report\" as=\"报告\"/></if></onentry>"));
  ASSERT_EQ(templates_used(*definition).size(), 2U);
  EXPECT_EQ(templates_used(*definition)[1].id, "report");
  EXPECT_EQ(templates_used(*definition)[0].place.line, 2);
  EXPECT_EQ(forms_used(*definition)[0].id, "checklist");
}

TEST(Describe, TellsAProcedureInWords) {
  const auto definition = loaded(chart(
      "<aj:basis id=\"b\" instrument=\"《细则》\" article=\"第九条\" in-force-from=\"2021-06-14\"/>"
      "<aj:role id=\"r\" label=\"承办人\"/>"
      "<state id=\"a\" aj:label=\"通知\" aj:role=\"r\" aj:basis=\"b\"><onentry>"
      "<aj:document template=\"notice\" as=\"通知书\" number=\"检通\" seal=\"yes\" serve=\"yes\" "
      "place=\"正2\"/>"
      "<aj:time-limit id=\"t\" label=\"报告期限\" length=\"5\" unit=\"working-days\" basis=\"b\"/></onentry>"
      "<transition event=\"送达\" target=\"e\" aj:label=\"登记送达\"><aj:require test=\"true\" "
      "label=\"已通知\"/>"
      "<aj:end-time-limit id=\"t\"/></transition></state><final id=\"e\" aj:label=\"结束\"/>"));
  const auto states = describe(*definition);
  ASSERT_EQ(states.size(), 2U);
  EXPECT_EQ(states[0].role, "承办人");
  EXPECT_EQ(states[0].basis, Ids{"《细则》第九条"});
  EXPECT_EQ(states[0].on_entry[0].zh, "制作文书“通知书”，编号，用印，送达，入卷");
  EXPECT_EQ(states[0].transitions[0].destination, Wording("结束"));
  EXPECT_EQ(states[0].transitions[0].requirements.at(0).words, Wording("已通知"));
  EXPECT_EQ(limits_of(*definition)[0].basis, "《细则》第九条");
  EXPECT_EQ(limits_of(*definition)[0].where.zh, "进入“通知”时");
  EXPECT_EQ(papers_of(*definition)[0].number_codes, std::vector<std::string>{"检通"});
}

TEST(Outline, DescribesEveryElementInBothLanguages) {
  for (const xml::ElementRule& rule : outline().elements) {
    EXPECT_FALSE(rule.says.zh.empty()) << rule.name;
    EXPECT_NE(rule.says.zh, rule.says.en) << rule.name;
    if (rule.name != "invoke") {
      EXPECT_FALSE(rule.example.empty()) << rule.name;
    }
  }
}

}  // namespace
}  // namespace anjuan::procedure
