// The kernel of the interpreter: sets of states, and what transitions do to a configuration.

#include "procedure/moves.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "procedure/charts.h"

namespace anjuan::procedure {
namespace {

std::vector<StateIndex> upwards(const StateSet& set) { return {set.begin(), set.end()}; }
std::vector<StateIndex> downwards(const StateSet& set) { return {set.rbegin(), set.rend()}; }

// An ordinary set is the judge: whatever is done to both, they hold the same.
TEST(StateSet, AgreesWithAnOrdinarySet) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    StateSet bits, other_bits;
    std::set<StateIndex> plain, other_plain;
    const StateIndex limit = round % 2 == 0 ? 200 : 1000;
    for (int i = 0; i < 60; ++i) {
      const StateIndex s = random() % limit, o = random() % limit;
      EXPECT_EQ(bits.insert(s), plain.insert(s).second);
      other_bits.insert(o);
      other_plain.insert(o);
      if (i % 3 != 0) continue;
      bits.erase(o);
      plain.erase(o);
    }
    EXPECT_EQ(upwards(bits), std::vector<StateIndex>(plain.begin(), plain.end()));
    EXPECT_EQ(downwards(bits), std::vector<StateIndex>(plain.rbegin(), plain.rend()));
    EXPECT_EQ(bits.size(), plain.size());
    const bool common =
        std::any_of(plain.begin(), plain.end(), [&](auto s) { return other_plain.count(s) > 0; });
    EXPECT_EQ(bits.intersects(other_bits), common);
    StateSet both = bits, only = bits, all = bits;
    both &= other_bits;
    only -= other_bits;
    all |= other_bits;
    EXPECT_EQ(both.size() + only.size(), bits.size());
    EXPECT_EQ(all.size(), only.size() + other_bits.size());
    StateSet again = only;
    again |= both;
    EXPECT_EQ(again, bits);
    EXPECT_EQ(again.hash(), bits.hash());
    EXPECT_EQ(bits.within(50, 150).size(),
              static_cast<std::size_t>(
                  std::count_if(plain.begin(), plain.end(), [](auto s) { return s >= 50 && s < 150; })));
  }
}

TEST(StateSet, IsTheSameHoweverItCameAbout) {
  StateSet set{3, 700}, small{3};
  EXPECT_NE(set, small);
  set.erase(700);
  EXPECT_EQ(set, small);
  EXPECT_EQ(set.hash(), small.hash());
  set.erase(3);
  EXPECT_TRUE(set.empty());
  EXPECT_EQ(set.begin(), set.end());
}

// 办 with two regions side by side, a history of the whole, and a place to rest.
const char* const regions = R"xml(
<state id="外">
  <parallel id="办">
    <history id="前" type="deep"><transition target="甲2"/></history>
    <history id="浅"><transition target="甲"/></history>
    <state id="甲"><state id="甲1"><transition event="下" target="甲2"/><transition event="里" type="internal" target="甲2"/></state>
      <state id="甲2"/><transition event="重" target="甲1"/><transition event="内" type="internal" target="甲1"/></state>
    <state id="乙"><state id="乙1"><transition event="下" target="乙2"/></state><state id="乙2"/></state>
    <transition event="停" target="停"/>
  </parallel>
  <state id="停"><transition event="回" target="前"/></state>
  <transition event="里" target="停"/>
</state>)xml";

class Moves : public testing::Test {
 protected:
  DefinitionPtr definition = loaded(chart(regions));
  History history;

  StateIndex at(const std::string& id) { return *definition->find(id); }
  StateSet set(const Ids& ids) {
    StateSet found;
    for (const std::string& id : ids) found.insert(at(id));
    return found;
  }
  Ids ids(const StateSet& states) {
    Ids found;
    for (StateIndex s : states) found.push_back(definition->states[s].id);
    return found;
  }
  /// The transition of the state for the event.
  TransitionIndex of(const std::string& state, const std::string& event) {
    for (TransitionIndex t : definition->states[at(state)].transitions) {
      if (definition->transitions[t].events == Ids{event}) return t;
    }
    return no_index;
  }
  StateIndex domain(TransitionIndex t) {
    return transition_domain(*definition, definition->transitions[t], history);
  }
  Ids exits(const StateSet& configuration, const TransitionList& transitions) {
    return ids(exit_set(*definition, configuration, history, transitions));
  }
  Ids entries(const TransitionList& transitions) {
    return ids(entry_set(*definition, history, transitions).states);
  }
  StateSet begun = set({"外", "办", "甲", "甲1", "乙", "乙1"});
};

TEST_F(Moves, BeginWithEveryRegionsFirstState) {
  EXPECT_EQ(entries({definition->states[0].initial}), ids(begun));
}

TEST_F(Moves, ChooseTheInnermostCompoundStateAroundSourceAndTargets) {
  EXPECT_EQ(domain(of("甲1", "下")), at("甲"));
  EXPECT_EQ(domain(of("办", "停")), at("外"));
  EXPECT_EQ(domain(of("甲", "重")), at("外"));   // never the parallel 办, never the source itself
  EXPECT_EQ(domain(of("甲", "内")), at("甲"));   // internal, and it leads only inwards
  EXPECT_EQ(domain(of("甲1", "里")), at("甲"));  // internal, but of a state without children
}

TEST_F(Moves, LeaveAllRegionsOnTheWayOut) {
  EXPECT_EQ(exits(begun, {of("办", "停")}), (Ids{"办", "甲", "甲1", "乙", "乙1"}));
  EXPECT_EQ(exits(begun, {of("甲1", "下"), of("乙1", "下")}), (Ids{"甲1", "乙1"}));
  EXPECT_EQ(exits(begun, {of("甲", "内")}), Ids{"甲1"});
}

TEST_F(Moves, LetTheInnerTransitionWinAConflict) {
  const TransitionList inner{of("甲1", "里")}, outer{of("外", "里")};
  TransitionList both{outer[0], inner[0]};
  EXPECT_EQ(without_conflicts(*definition, begun, history, both), inner);
  both = {inner[0], outer[0]};
  EXPECT_EQ(without_conflicts(*definition, begun, history, both), inner);
  const TransitionList apart{of("甲1", "下"), of("乙1", "下")};
  EXPECT_EQ(without_conflicts(*definition, begun, history, apart), apart);
}

TEST_F(Moves, ComeBackByTheHistory) {
  const TransitionIndex back = of("停", "回");
  EXPECT_EQ(entries({back}), (Ids{"办", "甲", "甲2", "乙", "乙1"}));
  ASSERT_EQ(entry_set(*definition, history, TransitionList{back}).default_history_content.size(), 1U);
  const StateSet later = set({"外", "办", "甲", "甲1", "乙", "乙2"});
  remember(*definition, later, set({"办", "甲", "甲1", "乙", "乙2"}), history);
  EXPECT_EQ(ids(history.at(at("前"))), (Ids{"甲1", "乙2"}));
  EXPECT_EQ(ids(history.at(at("浅"))), (Ids{"甲", "乙"}));
  EXPECT_EQ(domain(back), at("外"));
  EXPECT_EQ(entries({back}), (Ids{"办", "甲", "甲1", "乙", "乙2"}));
  EXPECT_TRUE(entry_set(*definition, history, TransitionList{back}).default_history_content.empty());
}

// It would have to remember itself before there is anything to remember.
TEST(Load, RefusesAHistoryThatLeadsToAHistoryBesideIt) {
  EXPECT_EQ(codes(chart("<state id=\"a\"><history id=\"h\"><transition target=\"g\"/></history>"
                        "<history id=\"g\"><transition target=\"h\"/></history><state id=\"b\"/></state>")),
            (Ids{"AJ3077", "AJ3077"}));
}

}  // namespace
}  // namespace anjuan::procedure
