// A live session against its durable form, and acts that must leave nothing behind. Random charts with
// random events are the judges: whatever happens, the configuration stays legal.

#include "procedure/session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "procedure/charts.h"
#include "procedure/tree.h"

namespace anjuan::procedure {
namespace {

/// A chart made of a seed: nested states, parallels, histories, guards, data, events without number.
class RandomChart {
 public:
  explicit RandomChart(unsigned seed) : random_(seed) {}

  std::string xml() {
    const std::string states = state(0) + state(0) + (pick(2) == 0 ? state(0) : "");
    // Targets can be named only once all states are.
    std::string text = "<datamodel><data id=\"n\" expr=\"0\"/><data id=\"m\" expr=\"'x'\"/></datamodel>" +
                       states + "<final id=\"end\"/>";
    for (std::size_t at = text.find("@t"); at != std::string::npos; at = text.find("@t", at + 1))
      text.replace(at, 2, ids_[pick(ids_.size())]);
    return chart(text, "datamodel=\"ecmascript\"");
  }
  std::string event() { return std::string(1, static_cast<char>('a' + pick(4))); }

 private:
  std::mt19937 random_;
  std::vector<std::string> ids_{"end"};
  std::size_t pick(std::size_t below) { return random_() % below; }

  std::string content() {
    switch (pick(7)) {
      case 0:
        return "<assign location=\"n\" expr=\"n + 1\"/>";
      case 1:
        return "<raise event=\"" + event() + "\"/>";
      case 2:
        return "<send event=\"" + event() + "\" delay=\"" + std::to_string(pick(3)) + "s\"/>";
      case 3:
        return "<assign location=\"m\" expr=\"nothing.like.it\"/>";
      case 4:
        return "<foreach array=\"[1,2]\" item=\"i\"><assign location=\"n\" expr=\"n + i\"/></foreach>";
      default:
        return "<log expr=\"n\"/>";
    }
  }
  std::string transition() {
    const std::string when =
        pick(6) == 0 ? " cond=\"n % 3 == 1\"" : " event=\"" + (pick(8) == 0 ? "*" : event()) + "\"";
    const std::string kind = pick(4) == 0 ? " type=\"internal\"" : "";
    return "<transition" + when + kind + (pick(5) == 0 ? "" : " target=\"@t\"") + ">" + content() +
           "</transition>";
  }
  std::string state(int depth) {
    const std::string id = "s" + std::to_string(ids_.size());
    ids_.push_back(id);
    const bool atomic = depth >= 3 || pick(3) == 0, parallel = !atomic && pick(3) == 0;
    std::string inside;
    for (std::size_t i = pick(3); i > 0; --i) inside += transition();
    if (pick(3) == 0) inside += "<onentry>" + content() + "</onentry>";
    if (pick(3) == 0) inside += "<onexit>" + content() + "</onexit>";
    if (!atomic) {
      const std::string first = "s" + std::to_string(ids_.size());
      std::string children = state(depth + 1) + state(depth + 1);
      if (pick(3) == 0) {
        const std::string history = "h" + std::to_string(ids_.size());
        ids_.push_back(history);
        children += "<history id=\"" + history + "\" type=\"" + (pick(2) == 0 ? "deep" : "shallow") +
                    "\"><transition target=\"" + first + "\"/></history>";
      }
      inside += children;
    }
    const std::string name = parallel ? "parallel" : "state";
    return "<" + name + " id=\"" + id + "\">" + inside + "</" + name + ">";
  }
};

/// Section 3.11 of the Recommendation, and nothing of the interpreter's own.
void expect_legal(const Definition& definition, const StateSet& configuration) {
  for (StateIndex s : configuration) {
    const State& state = definition.states[s];
    ASSERT_NE(state.kind, State::Kind::history);
    if (state.parent != no_index && state.parent != 0) {
      ASSERT_TRUE(configuration.contains(state.parent)) << state.id;
    }
    const auto active = std::count_if(state.children.begin(), state.children.end(),
                                      [&](StateIndex child) { return configuration.contains(child); });
    if (state.kind == State::Kind::parallel) {
      ASSERT_EQ(static_cast<std::size_t>(active), state.children.size()) << state.id;
    } else if (state.kind == State::Kind::state && !state.children.empty()) {
      ASSERT_EQ(active, 1) << state.id;
    }
  }
  const auto& top = definition.states[0].children;
  ASSERT_EQ(std::count_if(top.begin(), top.end(), [&](StateIndex s) { return configuration.contains(s); }),
            1);
}

struct Count {
  int charts = 0, moved = 0, refused = 0, delayed = 0;
};

/// The same event on the live session and on its durable form, which must go the same way.
void take_both_ways(const DefinitionPtr& definition, Session& session, const Event& event, Count& count) {
  const Value before = to_value(snapshot(session));
  const auto again = step(definition, standing_from(before), event, {});
  const auto moved = step(session, event, {});
  ASSERT_EQ(moved.ok(), again.ok());
  if (!moved.ok()) {
    ++count.refused;
    ASSERT_EQ(to_value(snapshot(session)), before) << "a refused event changed something";
    ASSERT_EQ(codes_of(moved.diagnostics()), codes_of(again.diagnostics()));
    return;
  }
  ++count.moved;
  ASSERT_EQ(to_value(snapshot(session)), to_value(again->after));
  ASSERT_EQ(moved->effects.size(), again->effects.size());
}

void play_random_chart(unsigned seed, Count& count) {
  RandomChart made(seed);
  const std::string xml = made.xml();
  const auto definition = load(xml, "chart.xml");
  if (!definition.ok()) return;  // targets that cannot be reached together
  Session session = new_session(*definition);
  if (!start(session, {}, today, {}).ok()) return;  // it never comes to rest
  ++count.charts;
  for (int i = 0; i < 12 && !session.finished; ++i) {
    ASSERT_NO_FATAL_FAILURE(expect_legal(**definition, session.configuration)) << xml;
    ASSERT_NO_FATAL_FAILURE(take_both_ways(*definition, session, {made.event(), {}, today, ""}, count))
        << xml;
    if (i % 4 != 3) continue;
    const Value before = to_value(snapshot(session));
    const auto later = next_delayed(session, {});
    if (!later.ok()) {
      ASSERT_EQ(to_value(snapshot(session)), before) << xml;
    } else {
      count.delayed += later->has_value() ? 1 : 0;
    }
  }
}

TEST(Session, StaysLegalAndGoesTheSameWayHoweverItIsKept) {
  Count count;
  for (unsigned seed = 1; seed <= 400; ++seed) {
    play_random_chart(seed, count);
    if (HasFatalFailure()) FAIL() << "seed " << seed;
  }
  // The charts must say something: most run, and events are taken and refused.
  EXPECT_GT(count.charts, 100);
  EXPECT_GT(count.moved, 300);
  EXPECT_GT(count.refused, 50);
  EXPECT_GT(count.delayed, 20);
}

const char* const invoking = R"xml(
<datamodel><data id="n" expr="0"/></datamodel>
<state id="a">
  <invoke id="child" autoforward="true"><content>
    <scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="ecmascript">
      <datamodel><data id="k" expr="0"/></datamodel>
      <state id="s"><transition event="tick"><assign location="k" expr="k + 1"/>
        <send event="tock" target="#_parent"><param name="k" expr="k"/></send></transition>
        <transition event="sleep"><send event="woke" target="#_parent" delay="3s"/></transition></state>
    </scxml></content></invoke>
  <transition event="tock"><assign location="n" expr="_event.data.k"/></transition>
  <transition event="woke" target="b"/>
  <transition event="loop" target="c"/>
</state>
<state id="b"/>
<state id="c"><transition target="d"/></state><state id="d"><transition target="c"/></state>
)xml";

TEST(Session, KeepsInvokedChartsInTheStanding) {
  const auto definition = loaded(chart(invoking, "datamodel=\"ecmascript\""));
  Standing standing = start(definition, {}, today, {})->after;
  for (const char* event : {"tick", "tick", "sleep"}) {
    const auto stepped = step(definition, standing_from(to_value(standing)), {event, {}, today, ""}, {});
    ASSERT_TRUE(stepped.ok()) << shown(stepped.diagnostics());
    standing = stepped->after;
  }
  EXPECT_EQ(standing.data.at("n"), Value(2));
  ASSERT_EQ(standing.invoked.size(), 1U);
  EXPECT_EQ(standing.invoked[0].child[0].data.at("k"), Value(2));
  const auto woken = next_delayed(definition, standing_from(to_value(standing)), {});
  ASSERT_TRUE(woken.ok() && woken->has_value());
  EXPECT_EQ((*woken)->after.active, Ids{"b"});
  EXPECT_TRUE((*woken)->after.invoked.empty());
  EXPECT_EQ((*woken)->after.clock_ms, 3000);
}

TEST(Session, GivesInvokedChartsBackWhenAnActIsRefused) {
  const auto definition = loaded(chart(invoking, "datamodel=\"ecmascript\""));
  Session session = new_session(definition);
  ASSERT_TRUE(start(session, {}, today, {}).ok());
  ASSERT_TRUE(step(session, {"tick", {}, today, ""}, {}).ok());
  const Value before = to_value(snapshot(session));
  const auto refused = step(session, {"loop", {}, today, ""}, {});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(codes_of(refused.diagnostics()), Ids{"AJ2064"});
  EXPECT_EQ(to_value(snapshot(session)), before);
  ASSERT_TRUE(step(session, {"tick", {}, today, ""}, {}).ok());
  EXPECT_EQ(snapshot(session).data.at("n"), Value(2));
}

TEST(Session, RefusesAStandingThatTheChartCannotHave) {
  const auto definition =
      loaded(chart("<state id=\"a\"><history id=\"h\"><transition target=\"b\"/></history><state id=\"b\"/></state><state id=\"c\"/>"));
  Standing standing = start(definition, {}, today, {})->after;
  const auto codes_for = [&](const Standing& wrong) {
    return codes_of(restore(definition, wrong).diagnostics());
  };
  Standing wrong = standing;
  wrong.data["unknown"] = Value(1);
  EXPECT_EQ(codes_for(wrong), Ids{"AJ3036"});
  wrong = standing;
  wrong.history["h"] = {"c"};
  EXPECT_EQ(codes_for(wrong), Ids{"AJ2068"});
  wrong.history = {{"b", {"b"}}};
  EXPECT_EQ(codes_for(wrong), Ids{"AJ2068"});
  wrong = standing;
  wrong.invoked.push_back({"i", "a", 0, "", {standing}});
  EXPECT_EQ(codes_for(wrong), Ids{"AJ2068"});
}

// Charts made to take up everything: each meets a limit with a name, and nothing of the act is kept.
class Bounds : public testing::Test {
 protected:
  /// The codes of the refusal, or of the errors that the chart was told.
  Ids met(const std::string& inside, const Accompanying& with = {}) {
    const auto definition = load(chart(inside, "datamodel=\"ecmascript\""), "chart.xml", with);
    EXPECT_TRUE(definition.ok()) << shown(definition.diagnostics());
    Session session = new_session(*definition);
    const auto moved = start(session, {}, today, {});
    Ids codes = codes_of(moved.ok() ? moved->errors : moved.diagnostics());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    EXPECT_EQ(session.started, moved.ok());
    return codes;
  }
  std::string again(const std::string& content) {
    return "<datamodel><data id=\"v\" expr=\"[1]\"/><data id=\"t\" "
           "expr=\"'xxxxxxxxxxxxxxxx'\"/></datamodel><state id=\"a\">"
           "<transition cond=\"true\" target=\"a\">" +
           content + "</transition></state>";
  }
};

TEST_F(Bounds, HoldTheSizeAndDepthOfValues) {
  EXPECT_EQ(met(again("<assign location=\"v\" expr=\"[v]\"/>")).back(), "AJ2064");
  Ids found =
      met("<datamodel><data id=\"v\" expr=\"[1]\"/></datamodel><state id=\"a\"><onentry><foreach "
          "array=\"[1,2,3,4,5,6,7,8,9]\" "
          "item=\"i\"><foreach array=\"[1,2,3,4,5,6,7,8,9]\" item=\"k\"><assign location=\"v\" "
          "expr=\"[v]\"/></foreach></foreach></onentry></state>");
  EXPECT_EQ(found, Ids{"AJ3031"});
  found =
      met("<datamodel><data id=\"v\" expr=\"[1]\"/></datamodel><state id=\"a\"><onentry><foreach "
          "array=\"[1,2,3,4,5,6,7,8,9]\" "
          "item=\"i\"><foreach array=\"[1,2,3]\" item=\"k\"><assign location=\"v\" expr=\"[].concat(v, "
          "v)\"/></foreach></foreach></onentry></state>");
  ASSERT_FALSE(found.empty());
  EXPECT_TRUE(found.back() == "AJ3030" || found.back() == "AJ0353") << found.back();
}

TEST_F(Bounds, HoldWhatOneActMakes) {
  std::string doubled;
  for (int i = 0; i < 15; ++i) doubled += "<assign location=\"t\" expr=\"t + t\"/>";
  EXPECT_EQ(
      met("<datamodel><data id=\"t\" expr=\"'xxxxxxxxxxxxxxxx'\"/></datamodel><state id=\"a\"><onentry>" +
          doubled +
          "</onentry><transition cond=\"true\" target=\"b\"/></state><state id=\"b\"><transition "
          "target=\"b\">"
          "<log expr=\"t\"/></transition></state>"),
      Ids{"AJ3032"});
}

TEST_F(Bounds, HoldTheEventsThatWait) {
  EXPECT_EQ(met("<state id=\"a\"><onentry><foreach array=\"[1,2,3,4,5,6,7,8,9,0,1]\" item=\"h\"><foreach "
                "array=\"[1,2,3,4,5,6,7,8,9,0]\" "
                "item=\"i\"><foreach array=\"[1,2,3,4,5,6,7,8,9,0]\" item=\"j\"><foreach "
                "array=\"[1,2,3,4,5,6,7,8,9,0]\" item=\"k\">"
                "<raise event=\"e\"/></foreach></foreach></foreach></foreach></onentry></state>"),
            Ids{"AJ3033"});
}

TEST_F(Bounds, HoldTheChartsInvoked) {
  Accompanying with;
  with.files["self.scxml"] =
      chart("<state id=\"a\"><invoke src=\"self.scxml\"/></state>", "datamodel=\"ecmascript\"");
  EXPECT_EQ(met("<state id=\"a\"><invoke src=\"self.scxml\"/></state>", with), Ids{"AJ3034"});
  with.files["end.scxml"] = chart("<final id=\"f\"/>", "datamodel=\"ecmascript\"");
  EXPECT_EQ(met("<state id=\"a\"><invoke src=\"end.scxml\"/><transition event=\"done.invoke\" "
                "target=\"a\"/></state>",
                with),
            Ids{"AJ3035"});
}

}  // namespace
}  // namespace anjuan::procedure
