// Loops without end are found whatever drives them, and what is too much is said by the name of its bound.

#include "analysis/charts.h"

namespace anjuan::analysis {
namespace {

std::string looping(const std::string& inside) {
  return chart(
      "<state id=\"a\"><transition event=\"go\" target=\"b\"/><transition event=\"no\" "
      "target=\"z\"/></state><state id=\"b\">" +
      inside + "</state><final id=\"z\"/>");
}

void expect_loop(const std::string& xml, const std::string& from) {
  const std::string told = shown(report(xml).found);
  EXPECT_NE(told.find("AJ3210  从“" + from + "”起"), std::string::npos) << told;
}

TEST(EndlessLoops, AreFoundWhateverDrivesThem) {
  const std::string again = "<transition event=\"x\" target=\"b\"/>";
  expect_loop(looping("<onentry><raise event=\"x\"/></onentry>" + again), "b");
  expect_loop(looping("<onentry><send event=\"x\"/></onentry>" + again), "b");
  expect_loop(looping("<onentry><send event=\"x\" target=\"#_internal\"/></onentry>" + again), "b");
  expect_loop(chart("<state id=\"a\"><onentry><raise event=\"x\"/></onentry><transition event=\"x\"><raise "
                    "event=\"x\"/></transition></state>"),
              "a");  // from the very beginning
}

// 运行时每次出错都再出错: the handler of the error fails itself.
TEST(EndlessLoops, AreFoundWhereTheHandlerOfAnErrorFails) {
  const auto failing = [](const std::string& initial) {
    return chart("<datamodel><data id=\"n\" aj:type=\"integer\"" + initial +
                 "/></datamodel><state id=\"a\"><transition event=\"go\" target=\"b\"><assign location=\"n\" "
                 "expr=\"n + 1\"/></transition></state><state id=\"b\"><transition "
                 "event=\"error.execution\"><assign location=\"n\" expr=\"n + 1\"/></transition><transition "
                 "event=\"q\" target=\"z\"/></state><final id=\"z\"/>");
  };
  expect_loop(failing(""), "b");
  EXPECT_EQ(shown(report(failing(" expr=\"0\"")).found).find("AJ3210"), std::string::npos);
}

TEST(EndlessLoops, AreFoundThroughChartsThatEndAtOnce) {
  const auto invoking = [](const std::string& inside) {
    return chart(
        "<state id=\"a\"><invoke><content><scxml xmlns=\"http://www.w3.org/2005/07/scxml\" "
        "version=\"1.0\">" +
            inside +
            "</scxml></content></invoke><transition event=\"done.invoke\" target=\"a\"/><transition "
            "event=\"q\" target=\"z\"/></state><final id=\"z\"/>",
        "datamodel=\"ecmascript\"");
  };
  expect_loop(invoking("<final id=\"f\"/>"), "a");
  EXPECT_EQ(shown(report(invoking("<state id=\"s\"><transition event=\"t\" target=\"f\"/></state><final "
                                  "id=\"f\"/>"))
                      .found)
                .find("AJ3210"),
            std::string::npos);
}

TEST(Analyse, SaysWhereAStateIsLeftAtOnce) {
  const Report all = report(looping("<transition target=\"z\"/><transition event=\"q\" target=\"a\"/>"));
  ASSERT_EQ(codes(all), Codes{"AJ3217"}) << shown(all.found);
  EXPECT_NE(shown(all.found).find("流程到了“b”一步也不停，在那里等事件的流转（第 2 行）永远走不成"), std::string::npos)
      << shown(all.found);
}

TEST(Bounds, AreNamedWhereEventsDouble) {
  std::string inside = "<onentry><raise event=\"e0\"/></onentry>";
  for (int i = 0; i < 40; ++i) {
    const std::string next = "<raise event=\"e" + std::to_string(i + 1) + "\"/>";
    inside += "<transition event=\"e" + std::to_string(i) + "\">" + next + next + "</transition>";
  }
  const Report all = report(looping(inside));
  ASSERT_EQ(codes(all), Codes{"AJ3215"}) << shown(all.found);
  EXPECT_NE(shown(all.found).find("同时等着处理的事件超过上限 24"), std::string::npos) << shown(all.found);
}

/// A counter of `bits` flags that runs through all their combinations by itself.
std::string counting(int bits) {
  std::string data = "<datamodel>", ways;
  for (int i = 0; i < bits; ++i) {
    const std::string name = "b" + std::to_string(i);
    data += "<data id=\"" + name + "\" aj:type=\"boolean\" expr=\"假\"/>";
    std::string condition = "!" + name, clears;
    for (int j = 0; j < i; ++j) {
      condition += " 并且 b" + std::to_string(j);
      clears += "<assign location=\"b" + std::to_string(j) + "\" expr=\"假\"/>";
    }
    ways += "<transition target=\"b\" cond=\"" + condition + "\"><assign location=\"" + name +
            "\" expr=\"真\"/>" + clears + "</transition>";
  }
  return data +
         "</datamodel><state id=\"a\"><transition event=\"go\" target=\"b\"/></state><state id=\"b\">" +
         ways + "<transition target=\"z\"/></state><final id=\"z\"/>";
}

TEST(Bounds, AreNamedWhereConditionsAreTooMany) {
  EXPECT_EQ(codes(chart(counting(4))), Codes{});
  const Report all = report(chart(counting(20)));
  ASSERT_EQ(codes(all), Codes{"AJ3215"}) << shown(all.found);
  EXPECT_NE(shown(all.found).find("一步里条件的各种结果合起来超过上限 10000"), std::string::npos)
      << shown(all.found);
}

// The work is bounded, not only the standings: a chart with few of them but many ways ends as well.
TEST(Bounds, HoldTheWorkDown) {
  Limits limits;
  limits.most_scenes = 100;
  const Report all = report(chart(counting(9)), {}, limits);
  ASSERT_EQ(codes(all), Codes{"AJ3215"}) << shown(all.found);
  EXPECT_LT(all.scenes, 100u);
  EXPECT_NE(shown(all.found).find("推演的工作量达到上限"), std::string::npos) << shown(all.found);
}

}  // namespace
}  // namespace anjuan::analysis
