// Charts made to exhaust: each is answered, or refused by a limit that has a name. A chart that took long
// here would hold up the whole run of the tests.

#include <gtest/gtest.h>

#include "procedure/charts.h"
#include "procedure/session.h"

namespace anjuan::procedure {
namespace {

/// The codes that a chart is told, each once, in the order of their first place.
Ids codes_told(const std::string& xml) {
  Ids out;
  for (const Diagnostic& d : inspect(xml, "f", {})) {
    if (std::find(out.begin(), out.end(), d.row->code) == out.end()) out.emplace_back(d.row->code);
  }
  return out;
}

std::string repeated(int count, const std::function<std::string(int)>& one) {
  std::string out;
  for (int i = 0; i < count; ++i) out += one(i);
  return out;
}
std::string n(int i) { return std::to_string(i); }

std::string nested(int depth) {
  return repeated(depth, [](int i) { return "<state id=\"s" + n(i) + "\">"; }) +
         repeated(depth, [](int) { return std::string("</state>"); });
}

TEST(Hostile, NestingIsTakenToDepthNinetyAndRefusedByALimit) {
  EXPECT_EQ(codes_told(chart(nested(90))), Ids{});
  EXPECT_EQ(codes_told(chart(nested(96))), Ids{"AJ0122"});
  EXPECT_EQ(codes_told(chart(nested(50'000))), Ids{"AJ0122"});
}

TEST(Hostile, ALongChainOfEventlessTransitionsIsFollowed) {
  const auto state = [](int i) {
    return "<state id=\"s" + n(i) + "\"><transition target=\"s" + n(i + 1) + "\"/></state>";
  };
  EXPECT_EQ(codes_told(chart(repeated(4000, state) + "<final id=\"s4000\"/>")), Ids{});
  EXPECT_EQ(codes_told(chart(repeated(4000, state) + "<state id=\"s4000\"><transition target=\"s0\"/></state>")),
            Ids{"AJ2009"});
}

TEST(Hostile, StatesInReverseOrderAreReached) {
  const auto state = [](int i) {
    return "<state id=\"s" + n(4000 - i) + "\"><transition event=\"e\" target=\"s" + n(4001 - i) +
           "\"/></state>";
  };
  EXPECT_EQ(codes_told(chart("<final id=\"s4001\"/>" + repeated(4001, state), "initial=\"s0\"")), Ids{});
}

TEST(Hostile, ManyTransitionsOfOneStateAreHeldAgainstEachOther) {
  const auto transition = [](int i) { return "<transition event=\"e" + n(i) + "\" target=\"b\"/>"; };
  EXPECT_EQ(codes_told(chart("<state id=\"a\">" + repeated(9000, transition) + "</state><final id=\"b\"/>")),
            Ids{});
  EXPECT_EQ(codes_told(chart("<state id=\"a\">" + repeated(100'000, transition) + "</state><final id=\"b\"/>")),
            Ids{"AJ0102"});
  const auto shorter = [](int) { return std::string("<transition/>"); };
  EXPECT_EQ(codes_told(chart("<state id=\"a\">" + repeated(100'000, shorter) + "</state>")), Ids{"AJ0124"});
}

TEST(Hostile, ManyMistakesAreToldUpToALimit) {
  const auto unknown = [](int i) { return "<transition event=\"e" + n(i) + "\" target=\"t" + n(i) + "\"/>"; };
  const auto state = [](int i) { return "<state id=\"s" + n(i) + "\"/>"; };
  const std::string xml =
      chart("<state id=\"a\">" + repeated(4000, unknown) + "</state>" + repeated(4000, state));
  const Diagnostics found = inspect(xml, "f", {});
  EXPECT_EQ(found.size(), 201U);
  EXPECT_STREQ(found.back().row->code, "AJ3051");
  for (const Diagnostic& d : found) EXPECT_LT(render(d, Language::chinese).size(), 2000U);
}

TEST(Hostile, ManyUnknownNamesAreToldUpToALimit) {
  const auto data = [](int i) { return "<data id=\"d" + n(i) + "\"/>"; };
  const auto guard = [](int i) {
    return "<transition event=\"e" + n(i) + "\" cond=\"x" + n(i) + " &gt; 1\" target=\"b\"/>";
  };
  const auto assign = [](int i) { return "<assign location=\"y" + n(i) + "\" expr=\"1\"/>"; };
  EXPECT_EQ(inspect(chart("<datamodel>" + repeated(3000, data) + "</datamodel><state id=\"a\"><onentry>" +
                          repeated(2500, assign) + "</onentry>" + repeated(2500, guard) +
                          "</state><final id=\"b\"/>"),
                    "f", {})
                .size(),
            201U);
}

TEST(Hostile, LongListsInOneAttributeAreRefusedByALimit) {
  const auto word = [](int i) { return "w" + n(i) + " "; };
  EXPECT_EQ(codes_told(chart("<state id=\"a\"><transition event=\"" + repeated(5000, word) +
                       "\" target=\"a\"/></state>")),
            Ids{"AJ3057"});
  EXPECT_EQ(codes_told(chart("<state id=\"a\"><transition event=\"e\" target=\"" +
                       repeated(5000, [](int) { return std::string("a "); }) + "\"/></state>")),
            (Ids{"AJ3057", "AJ3052"}));
  EXPECT_EQ(codes_told(chart("<state id=\"a\"><transition event=\"" + repeated(20000, word) + "\"/></state>")),
            Ids{"AJ0131"});
}

TEST(Hostile, AParallelOfManyRegionsMayBeEnteredAllAtOnce) {
  const auto region = [](int i) { return "<state id=\"r" + n(i) + "\"/>"; };
  const auto target = [](int i) { return "r" + n(i) + " "; };
  EXPECT_EQ(codes_told(chart("<state id=\"a\"><transition event=\"e\" target=\"" + repeated(900, target) +
                       "\"/></state><parallel id=\"p\">" + repeated(900, region) + "</parallel>")),
            Ids{});
}

TEST(Hostile, ContentNestsWithoutBeingCopiedOverAndOver) {
  const auto open = [](int) { return std::string("<if cond=\"true\">"); };
  const auto close = [](int) { return std::string("</if>"); };
  const std::string inside = repeated(8000, [](int) { return std::string("<raise event=\"e\"/>"); });
  EXPECT_EQ(codes_told(chart("<state id=\"a\"><onentry>" + repeated(85, open) + inside + repeated(85, close) +
                       "</onentry></state>")),
            Ids{"AJ3059"});
}

TEST(Hostile, ExpressionsAreBounded) {
  const auto guard = [](const std::string& text) {
    return codes_told(chart("<state id=\"a\"><transition event=\"e\" cond=\"" + text +
                      "\" target=\"b\"/></state><final id=\"b\"/>"));
  };
  EXPECT_EQ(guard(std::string(60'000, '(')), Ids{"AJ0306"});
  EXPECT_EQ(guard("true" + repeated(9000, [](int) { return std::string(" || 1"); })), Ids{"AJ0307"});
  EXPECT_EQ(guard(std::string(70'000, 'x')), Ids{"AJ0131"});
  EXPECT_EQ(guard("!" + std::string(50'000, '!')), Ids{"AJ0306"});
}

TEST(Hostile, AFloodOfOneIdIsToldTogether) {
  EXPECT_EQ(
      inspect(chart(repeated(9000, [](int) { return std::string("<state id=\"a\"/>"); })), "f", {}).size(),
      4U);
  EXPECT_EQ(
      inspect(chart("<datamodel>" + repeated(9000, [](int) { return std::string("<data id=\"a\"/>"); }) +
                    "</datamodel><state/>"),
              "f", {})
          .size(),
      4U);
}

TEST(Hostile, ManyTimeLimitsAndEventsAreMatched) {
  const auto limit = [](int i) {
    return "<aj:time-limit id=\"l" + n(i) + "\" length=\"1\" unit=\"hours\" on-due=\"e" + n(i) + "\"/>";
  };
  const auto transition = [](int i) { return "<transition event=\"e" + n(i) + "\" target=\"a\"/>"; };
  EXPECT_EQ(codes_told(chart("<state id=\"a\"><onentry>" + repeated(4000, limit) + "</onentry>" +
                       repeated(4000, transition) + "</state>")),
            Ids{});
}

/// What starting the chart comes to: the code of the first refusal, "" if it starts.
std::string started(const std::string& inside, const std::string& attributes = "") {
  const auto definition = loaded(chart(inside, attributes));
  const auto result = start(definition, {}, today, {});
  return result.ok() ? "" : result.diagnostics()[0].row->code;
}

/// A list of 2^times texts, made by joining it with itself.
std::string doubled(int times, const std::string& item) {
  return "<datamodel><data id=\"长\" expr=\"['" + item + "']\"/><data id=\"数\" expr=\"0\"/></datamodel>"
         "<state id=\"a\"><onentry>" +
         repeated(times, [](int) { return std::string("<assign location=\"长\" expr=\"并入(长, 长)\"/>"); });
}

TEST(Hostile, SearchesOfLongListsInALoopAreBoundedTogether) {
  const auto search = [](int times) {
    return doubled(times, "甲") + "<foreach array=\"长\" item=\"x\"><if cond=\"包含(长, '乙')\"><log/></if></foreach>"
           "</onentry></state>";
  };
  EXPECT_EQ(started(search(11)), "");
  EXPECT_EQ(started(search(15)), "AJ3037");
}

TEST(Hostile, LongSumsInALoopAreBoundedTogether) {
  const std::string sum = "0" + repeated(450, [](int) { return std::string(" + 数"); });
  EXPECT_EQ(started(doubled(14, "甲") + "<foreach array=\"长\" item=\"x\"><if cond=\"" + sum +
                    " &gt; 1\"><log/></if></foreach></onentry></state>"),
            "");
  EXPECT_EQ(started(doubled(15, "甲") + "<foreach array=\"长\" item=\"x\"><if cond=\"" + sum +
                    " &gt; 1\"><log/></if></foreach></onentry></state>"),
            "AJ3037");
}

TEST(Hostile, ScriptsInALoopAreBoundedTogether) {
  const auto script = [](const std::string& text) {
    return started("<datamodel><data id=\"l\" expr=\"[0]\"/></datamodel><state id=\"a\"><onentry>" +
                       repeated(14, [](int) { return std::string("<script>l = l.concat(l)</script>"); }) +
                       "<foreach array=\"l\" item=\"x\"><script>" + text + "</script></foreach></onentry></state>",
                   "datamodel=\"ecmascript\"");
  };
  EXPECT_EQ(script("1 + 1"), "");
  EXPECT_EQ(script("l.join('').length"), "AJ3037");
  EXPECT_EQ(script("l.slice().sort().length"), "AJ3037");
  EXPECT_EQ(script("l == '0' || +l"), "AJ3037");
}

TEST(Hostile, AnActThatTookTooMuchChangesNothing) {
  const auto definition = loaded(chart(
      doubled(15, "甲") + "</onentry><transition event=\"e\" target=\"a\"><assign location=\"数\" expr=\"1\"/>"
      "<foreach array=\"长\" item=\"x\"><if cond=\"包含(长, '乙')\"><log/></if></foreach></transition></state>"));
  const auto first = start(definition, {}, today, {});
  ASSERT_TRUE(first.ok());
  auto session = restore(definition, first->after);
  ASSERT_TRUE(session.ok());
  const auto refused = step(*session, {"e", {}, today, ""}, {});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(codes_of(refused.diagnostics()), Ids{"AJ3037"});
  EXPECT_EQ(sentence(refused.diagnostics()[0], Language::english),
            "one act took more than 20000000 steps of computing and was stopped; nothing is recorded");
  EXPECT_EQ(to_value(snapshot(*session)), to_value(first->after));
}

}  // namespace
}  // namespace anjuan::procedure
