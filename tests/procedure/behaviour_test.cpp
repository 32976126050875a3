// The interpreter where the Recommendation leaves room or where others go wrong: errors, loops,
// history, messages to itself, every effect.

#include <gtest/gtest.h>

#include "procedure/charts.h"

namespace anjuan::procedure {
namespace {

Result<Step> begin(const std::string& inside, const Fields& fields = {}) {
  const auto definition = loaded(chart(inside));
  return start(definition, Facts{fields, nullptr}, today, {});
}
Ids refused(const std::string& inside, const Fields& fields = {}) {
  const auto result = begin(inside, fields);
  return result.ok() ? Ids{} : codes_of(result.diagnostics());
}
const std::string data =
    "<datamodel><data id=\"数\" aj:type=\"integer\"/><data id=\"表\" expr=\"{甲: [1]}\"/>"
    "<data id=\"列\" expr=\"[3, 4]\"/></datamodel>";

TEST(Step, StopsALoopThatFeedsItself) {
  EXPECT_EQ(refused(data + "<state id=\"a\"><onentry><assign location=\"数\" expr=\"0\"/></onentry>"
                           "<transition cond=\"数 >= 0\" target=\"b\"/></state>"
                           "<state id=\"b\"><transition cond=\"数 &lt; 1\" target=\"a\"/></state>"),
            Ids{"AJ2064"});
  EXPECT_EQ(refused("<state id=\"a\"><onentry><raise event=\"e\"/></onentry><transition event=\"e\"><raise "
                    "event=\"e\"/>"
                    "</transition></state>"),
            Ids{"AJ2064"});
  EXPECT_EQ(
      refused(
          "<state id=\"a\"><onentry><send event=\"e\"/></onentry><transition event=\"e\"><send event=\"e\"/>"
          "</transition></state>"),
      Ids{"AJ2064"});
}

// SCXML as written would ask for ever: the failing condition raises an error event, which makes the
// condition be asked again.
TEST(Step, ReportsAConditionThatFailsOnceAndWaits) {
  const auto result =
      begin(data + "<state id=\"a\"><transition cond=\"数 > 1\" target=\"b\"/></state><final id=\"b\"/>");
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result->after.active, Ids{"a"});
  EXPECT_TRUE(result->after.incident.starts_with("AJ2073")) << result->after.incident;
  ASSERT_EQ(result->reasons.size(), 1U);
  EXPECT_TRUE(result->reasons[0].failed);
  EXPECT_EQ(codes_of(result->reasons[0].because), Ids{"AJ0342"});
}

TEST(Step, LetsTheChartTakeAnError) {
  const auto result = begin(data +
                            "<state id=\"a\"><onentry><assign location=\"数\" expr=\"1 / 0\"/>"
                            "<assign location=\"数\" expr=\"1\"/></onentry>"
                            "<transition event=\"error.execution\" target=\"b\"/></state><final id=\"b\"/>");
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result->after.active, Ids{"b"});
  EXPECT_TRUE(result->after.data.at("数").empty());  // an error ends its block
}

TEST(Step, RefusesTheWholeActWhenAnErrorIsNotTaken) {
  EXPECT_EQ(
      refused(data + "<state id=\"a\"><onentry><assign location=\"数\" expr=\"1 / 0\"/></onentry></state>"),
      Ids{"AJ2065"});
  EXPECT_EQ(
      refused(data + "<state id=\"a\"><onentry><assign location=\"数\" expr=\"表.甲\"/></onentry></state>"),
      Ids{"AJ2065"});
  EXPECT_EQ(
      refused(data + "<state id=\"a\"><onentry><assign location=\"表.乙.丙\" expr=\"1\"/></onentry></state>"),
      Ids{"AJ2065"});
  EXPECT_EQ(refused(data + "<state id=\"a\"><onentry><send eventexpr=\"'x'\" "
                           "targetexpr=\"'#_elsewhere'\"/></onentry></state>"),
            Ids{"AJ2065"});
  EXPECT_EQ(
      refused("<datamodel><data id=\"数\" aj:type=\"integer\" expr=\"1 / 0\"/></datamodel><state id=\"a\"/>"),
      Ids{"AJ2065"});
}

// The whole text of what a person reads, in both languages.
TEST(Step, SaysWhatFailedOnTheWay) {
  const auto said = [](const std::string& inside, Language language) {
    const auto result = begin(inside);
    return result.ok() ? std::string() : sentence(result.diagnostics()[0], language);
  };
  const std::string fails =
      data + "<state id=\"a\"><onentry><assign location=\"数\" expr=\"1 / 0\"/></onentry></state>";
  EXPECT_EQ(said(fails, Language::chinese), "办理中途出错，什么也没有记录：除数是零");
  EXPECT_EQ(said(fails, Language::english),
            "the act failed on the way, nothing is recorded: the divisor is zero");
  const std::string limit =
      "<state id=\"a\"><onentry><aj:time-limit id=\"t\" length=\"0\" unit=\"months\"/></onentry></state>";
  EXPECT_EQ(said(limit, Language::chinese),
            "办理中途出错，什么也没有记录：length应当是大于零的整数，得到的却是数“0”");
}

TEST(Step, HoldsItsOwnEventsToTheRequirementsToo) {
  EXPECT_EQ(
      refused("<state id=\"a\"><onentry><raise event=\"e\"/></onentry><transition event=\"e\" target=\"b\">"
              "<aj:require test=\"1 == 2\" label=\"条件\"/></transition></state><final id=\"b\"/>"),
      Ids{"AJ2053"});
}

TEST(Step, TellsWhatARequirementLacks) {
  const auto told = [](const std::string& lacking, Language language = Language::chinese) {
    const auto definition = loaded(chart("<datamodel><data id=\"空的\"/></datamodel><state id=\"a\"><transition "
                                         "event=\"e\" target=\"b\"><aj:require test=\"1 == 2\" lacking=\"" +
                                         lacking + "\" label=\"文书齐全\"/></transition></state><final id=\"b\"/>"));
    const auto first = start(definition, {}, today, {});
    const auto second = step(definition, first->after, {"e", {}, today, ""}, {});
    std::string all;
    for (const Diagnostic& d : second.diagnostics()) all += d.row->code + (" " + sentence(d, language)) + "\n";
    return all;
  };
  EXPECT_EQ(told("['甲', '', '乙']"), "AJ2075 “e”之前必须：文书齐全，还差：甲、乙\n");
  EXPECT_EQ(told("'丙'", Language::english), "AJ2075 before “e” this is required: 文书齐全; still lacking: 丙\n");
  EXPECT_EQ(told("[]"), "AJ2053 “e”之前必须：文书齐全\n");
  EXPECT_EQ(told("空的"), "AJ2053 “e”之前必须：文书齐全\n");
  EXPECT_TRUE(told("'' + 1 / 长度(文本(空的))").starts_with("AJ0343 ")) << told("'' + 1 / 长度(文本(空的))");
}

TEST(Step, RefusesThePersonWhoBringsAnEventOfTheInterpreter) {
  const auto definition = loaded(chart("<state id=\"a\"><transition event=\"done.x error\" target=\"b\"/>"
                                       "<transition event=\"errors\" target=\"b\"/></state><final id=\"b\"/>"));
  const auto first = start(definition, {}, today, {});
  const auto refused = [&](const std::string& event, const std::string& origin = "") {
    const auto result = step(definition, first->after, {event, {}, today, origin}, {});
    return result.ok() ? Ids{} : codes_of(result.diagnostics());
  };
  for (const char* name : {"done", "done.x", "error", "error.execution"}) EXPECT_EQ(refused(name), Ids{"AJ2076"});
  EXPECT_EQ(refused("done.x", "#_parent"), Ids{});
  EXPECT_EQ(refused("errors"), Ids{});
  const auto open = opportunities(definition, first->after, {}, today);
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].event, "errors");
}

TEST(Step, BoundsTheActionsOfOneAct) {
  List many;
  for (int i = 0; i < 400; ++i) many.push_back(i);
  EXPECT_EQ(refused("<datamodel><data id=\"和\" expr=\"0\"/></datamodel><state id=\"a\"><onentry>"
                    "<foreach array=\"很多\" item=\"x\"><foreach array=\"很多\" item=\"y\">"
                    "<assign location=\"和\" expr=\"和 + y\"/></foreach></foreach></onentry></state>",
                    {{"很多", many}}),
            Ids{"AJ2072"});
}

TEST(Step, GoesThroughListsAndBranches) {
  const auto result = begin(
      "<datamodel><data id=\"和\" expr=\"0\"/><data id=\"名\" expr=\"''\"/><data id=\"表\" expr=\"{甲: "
      "[1]}\"/></datamodel>"
      "<state id=\"a\"><onentry><foreach array=\"[3, 4, 5]\" item=\"x\" index=\"i\">"
      "<if cond=\"x == 3\"><assign location=\"名\" expr=\"名 + '三'\"/><elseif cond=\"x == 4\"/>"
      "<assign location=\"名\" expr=\"名 + '四'\"/><else/><assign location=\"名\" expr=\"名 + i\"/></if>"
      "<script>和 = 和 + x; 表.甲[1] = 和</script></foreach></onentry></state>");
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result->after.data.at("和"), Value(12));
  EXPECT_EQ(result->after.data.at("名"), Value("三四2"));
  EXPECT_EQ(result->after.data.at("表"), Value(Fields{{"甲", List{1, 12}}}));
  EXPECT_EQ(result->after.data.at("x"), Value(5));
}

TEST(Step, ComesBackToWhereItWas) {
  const std::string inside =
      "<state id=\"办\"><history id=\"中止前\" type=\"deep\"><transition target=\"一\"/></history>"
      "<state id=\"一\"><transition event=\"下\" target=\"二\"/></state>"
      "<state id=\"二\"><state id=\"二甲\"><transition event=\"下\" target=\"二乙\"/></state><state "
      "id=\"二乙\"/></state>"
      "<transition event=\"中止\" target=\"停\"/></state>"
      "<state id=\"停\"><transition event=\"恢复\" target=\"中止前\"/></state>";
  const auto definition = loaded(chart(inside));
  Standing standing = start(definition, {}, today, {})->after;
  for (const char* name : {"下", "下", "中止"})
    standing = step(definition, standing, {name, {}, today, ""}, {})->after;
  EXPECT_EQ(standing.active, Ids{"停"});
  standing = step(definition, standing_from(to_value(standing)), {"恢复", {}, today, ""}, {})->after;
  EXPECT_EQ(standing.active, (Ids{"办", "二", "二乙"}));
}

TEST(Step, WaitsForAllRegions) {
  const std::string inside =
      "<parallel id=\"并\"><state id=\"甲\"><state id=\"甲1\"><transition event=\"甲完\" "
      "target=\"甲2\"/></state><final id=\"甲2\"/></state>"
      "<state id=\"乙\"><state id=\"乙1\"><transition event=\"乙完\" target=\"乙2\"/></state><final "
      "id=\"乙2\"/></state>"
      "<transition event=\"done.state.并\" target=\"完\"/></parallel><final id=\"完\"/>";
  const auto definition = loaded(chart(inside));
  Standing standing = start(definition, {}, today, {})->after;
  standing = step(definition, standing, {"乙完", {}, today, ""}, {})->after;
  EXPECT_FALSE(standing.finished);
  standing = step(definition, standing, {"甲完", {}, today, ""}, {})->after;
  EXPECT_TRUE(standing.finished);
}

TEST(Step, GivesTheEventItsData) {
  const auto definition =
      loaded(chart("<datamodel><data id=\"收到\"/></datamodel><state id=\"a\"><transition event=\"报 别的\" "
                   "cond=\"_event.data.数 > 1\" target=\"b\">"
                   "<aj:input name=\"数\" type=\"integer\"/><assign location=\"收到\" expr=\"_event.name + "
                   "_event.data.数\"/></transition></state><final id=\"b\"/>"));
  const Standing standing = start(definition, {}, today, {})->after;
  EXPECT_EQ(codes_of(step(definition, standing, {"报", {{"数", 1}}, today, ""}, {}).diagnostics()),
            Ids{"AJ2051"});
  EXPECT_EQ(step(definition, standing, {"报", {{"数", 2}}, today, ""}, {})->after.data.at("收到"),
            Value("报2"));
  // What another case sends is not held to the inputs of a person.
  EXPECT_TRUE(step(definition, standing, {"报", {{"数", 2}, {"又", 1}}, today, "#_case_1"}, {}).ok());
}

TEST(Step, SaysThatAConditionCannotBeDecided) {
  const auto definition = loaded(chart(
      data +
      "<state id=\"a\"><transition event=\"e\" cond=\"数 > 1\" target=\"b\"/></state><final id=\"b\"/>"));
  const Standing standing = start(definition, {}, today, {})->after;
  const auto result = step(definition, standing, {"e", {}, today, ""}, {});
  EXPECT_EQ(codes_of(result.diagnostics()), Ids{"AJ2052"});
  EXPECT_FALSE(opportunities(definition, standing, {}, today)[0].open);
}

TEST(Step, HoldsPapersToWhatIsAsked) {
  const auto with = [](const std::string& state, const Fields& paper) {
    const auto definition = loaded(
        chart("<state id=\"a\"><transition event=\"e\" target=\"b\"><aj:require document=\"报告\" state=\"" +
              state + "\"/></transition></state><final id=\"b\"/>"));
    const Standing standing = start(definition, {}, today, {})->after;
    const auto result =
        step(definition, standing, {"e", {}, today, ""}, Facts{{{"文书", Fields{{"报告", paper}}}}, nullptr});
    return result.ok() ? Ids{} : codes_of(result.diagnostics());
  };
  EXPECT_EQ(with("issued", {}), Ids{"AJ2054"});
  EXPECT_EQ(with("issued", {{"日期", today}}), Ids{});
  EXPECT_EQ(with("signed", {{"日期", today}}), Ids{"AJ2055"});
  EXPECT_EQ(with("signed", {{"已签署", true}}), Ids{});
  EXPECT_EQ(with("served", {{"已送达", true}}), Ids{});
}

TEST(Step, AsksForEveryEffect) {
  const auto result = begin(
      "<datamodel><data id=\"对象号\" expr=\"'A1'\"/></datamodel><state id=\"a\"><onentry>"
      "<aj:draw action=\"open\"><param name=\"种子\" expr=\"'s'\"/></aj:draw><aj:open-cases "
      "definition=\"case\"/>"
      "<aj:sheet form=\"law-firm\" as=\"检查表\" place=\"正5\"/>"
      "<aj:publish batch=\"'第' + 1 + '批'\" channels=\"['网站', '新媒体']\"/>"
      "<aj:push platform=\"信用\" mapping=\"credit\"/><aj:archive><param name=\"年\" "
      "expr=\"年(日期)\"/></aj:archive>"
      "<aj:document template=\"x\" asexpr=\"'第' + 对象号\" mandatory=\"yes\"/>"
      "</onentry></state>");
  ASSERT_TRUE(result.ok()) << shown(result.diagnostics());
  const auto& effects = result->effects;
  ASSERT_EQ(effects.size(), 7U);
  EXPECT_EQ(std::get<DrawLots>(effects[0]).action, DrawLots::Action::open);
  EXPECT_EQ(std::get<DrawLots>(effects[0]).values.at("种子"), Value("s"));
  EXPECT_EQ(std::get<OpenCases>(effects[1]).definition, "case");
  EXPECT_EQ(std::get<MakeSheet>(effects[2]).form_id, "law-firm");
  EXPECT_EQ(std::get<Publish>(effects[3]).batch, "第1批");
  EXPECT_EQ(std::get<Publish>(effects[3]).channels, (Ids{"网站", "新媒体"}));
  EXPECT_EQ(std::get<Push>(effects[4]).mapping, "credit");
  EXPECT_EQ(std::get<CloseDossier>(effects[5]).values.at("年"), Value(2026));
  EXPECT_EQ(std::get<MakeDocument>(effects[6]).slot, "第A1");
}

TEST(Step, RefusesEffectsWhoseValuesAreNotRight) {
  const auto effect = [](const std::string& element) {
    return refused(data + "<state id=\"a\"><onentry>" + element + "</onentry></state>");
  };
  EXPECT_EQ(effect("<aj:time-limit id=\"t\" length=\"0\" unit=\"months\"/>"), Ids{"AJ2065"});
  EXPECT_EQ(effect("<aj:time-limit id=\"t\" length=\"5\" unit=\"months\" after=\"日期('2026-13-01')\"/>"),
            Ids{"AJ2065"});
  EXPECT_EQ(effect("<aj:publish batch=\"1\" channels=\"表\"/>"), Ids{"AJ2065"});
  EXPECT_EQ(effect("<aj:document template=\"x\" asexpr=\"表\"/>"), Ids{"AJ2065"});
}

// The codes of what failed reach the chart in the error event.
TEST(Step, TellsTheChartWhatFailed) {
  const auto code = [](const std::string& element) {
    const auto result =
        begin("<datamodel><data id=\"数\"/><data id=\"码\"/></datamodel><state id=\"a\"><onentry>" + element +
              "</onentry><transition event=\"error\"><assign location=\"码\" expr=\"_event.data.code\"/>"
              "</transition></state>");
    return result.ok() ? result->after.data.at("码") : Value();
  };
  EXPECT_EQ(code("<foreach array=\"数\" item=\"x\"/>"), Value("AJ2070"));
  EXPECT_EQ(code("<send event=\"e\" targetexpr=\"'#_scxml_x'\"/>"), Value("AJ2074"));
  EXPECT_EQ(code("<send event=\"e\" targetexpr=\"'nowhere'\"/>"), Value("AJ2039"));
  const auto untyped =
      loaded(chart("<datamodel><data id=\"v\"/></datamodel><state id=\"a\"><onentry><assign location=\"w\" "
                   "expr=\"1\"/></onentry><transition event=\"error\"><assign location=\"v\" "
                   "expr=\"_event.data.code\"/></transition></state>",
                   "datamodel=\"ecmascript\""));
  EXPECT_EQ(start(untyped, {}, today, {})->after.data.at("v"), Value("AJ2071"));
}

TEST(Step, SpreadsAnErrorOfCommunication) {
  const auto result = begin(
      "<state id=\"a\"><onentry><send event=\"e\" targetexpr=\"'#_scxml_other'\"/></onentry>"
      "<transition event=\"error.communication\" target=\"b\"/></state><final id=\"b\"/>");
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result->after.active, Ids{"b"});
}

TEST(NextDelayed, HasNothingWhereNothingWasDelayed) {
  const auto definition = loaded(chart("<state id=\"a\"/>"));
  const auto next = next_delayed(definition, start(definition, {}, today, {})->after, {});
  ASSERT_TRUE(next.ok());
  EXPECT_FALSE(next->has_value());
}

}  // namespace
}  // namespace anjuan::procedure
