// What implementations of SCXML get wrong, one chart for each: the order of things, errors, messages,
// invoked charts. The clauses are those of the Recommendation of 2015-09-01.

#include <gtest/gtest.h>

#include "procedure/charts.h"
#include "procedure/session.h"

namespace anjuan::procedure {
namespace {

const std::string untyped = "datamodel=\"ecmascript\"";

/// A chart of the untyped language under way; what it logs is kept.
class Live {
 public:
  explicit Live(const std::string& inside, const std::string& attributes = "",
                const Accompanying& with = {}) {
    const auto definition = load(chart(inside, untyped + " " + attributes), "chart.xml", with);
    EXPECT_TRUE(definition.ok()) << (definition.ok() ? "" : shown(definition.diagnostics()));
    if (!definition.ok()) return;
    session_ = new_session(*definition);
    note(start(session_, {}, today, {}));
  }

  Live& take(const std::string& event, const Fields& values = {}) {
    note(step(session_, {event, values, today, ""}, {}));
    return *this;
  }
  /// Takes delayed events until none is left.
  Live& wait() {
    for (int i = 0; i < 100 && next_due(session_); ++i) {
      auto moved = next_delayed(session_, {});
      EXPECT_TRUE(moved.ok());
      if (moved.ok() && *moved) note(Result<Moved>(std::move(**moved)));
    }
    return *this;
  }
  /// The active atomic states.
  Ids active() const {
    Ids ids;
    StateSet atomic = session_.configuration;
    atomic &= session_.definition->atomic;
    for (StateIndex s : atomic) ids.push_back(session_.definition->states[s].id);
    return ids;
  }
  const std::string& logged() const { return logged_; }
  Value data(const std::string& name) const {
    const std::size_t slot = session_.definition->slot_of(name);
    return slot == no_index || !session_.data[slot] ? Value("none") : *session_.data[slot];
  }

 private:
  Session session_;
  std::string logged_;

  void note(const Result<Moved>& moved) {
    if (!moved.ok()) {
      logged_ += " " + std::string(moved.diagnostics()[0].row->code);
      return;
    }
    for (const Effect& effect : moved->effects) {
      if (const auto* note = std::get_if<Note>(&effect)) logged_ += (logged_.empty() ? "" : " ") + note->text;
    }
  }
};

std::string log(const std::string& text) { return "<log expr=\"'" + text + "'\"/>"; }
std::string both(const std::string& state) {
  return "<onentry>" + log("+" + state) + "</onentry><onexit>" + log("-" + state) + "</onexit>";
}
std::string at(const std::string& id, const std::string& inside) {
  return "<state id=\"" + id + "\">" + both(id) + inside + "</state>";
}
std::string go(const std::string& event, const std::string& target, const std::string& content = "",
               const std::string& more = "") {
  return "<transition" + (event.empty() ? "" : " event=\"" + event + "\"") +
         (target.empty() ? "" : " target=\"" + target + "\"") + more + ">" + content + "</transition>";
}
std::string invoked(const std::string& inside, const std::string& more = "", const std::string& after = "") {
  return "<invoke id=\"child\"" + more + "><content>" + chart(inside, untyped) + "</content>" + after +
         "</invoke>";
}

// 1. All exits, innermost first; then all content, in document order; then all entries (3.13).
TEST(Trap01, ExitsThenActsThenEnters) {
  Live live("<parallel id=\"p\">" + at("r", at("r1", go("e", "r2", log("r"))) + at("r2", "")) +
            at("s", at("s1", go("e", "s2", log("s"))) + at("s2", "")) + "</parallel>");
  EXPECT_EQ(live.take("e").logged(), "+r +r1 +s +s1 -s1 -r1 r s +r2 +s2");
}
// 1. A history remembers what was active before the first onexit ran (3.10).
TEST(Trap01, RemembersBeforeAnyHandlerRuns) {
  Live live(
      "<state id=\"a\"><history id=\"h\" type=\"deep\"><transition target=\"b\"/></history>"
      "<state id=\"b\">" +
      go("e", "c") + "</state><state id=\"c\"><onexit><raise event=\"e\"/></onexit></state>" +
      go("out", "x") + "</state><state id=\"x\">" + go("back", "h") + "</state>");
  EXPECT_EQ(live.take("e").take("out").take("back").active(), Ids{"c"});
}

// 2. The domain is the least common compound ancestor: not the source, never a parallel (3.13).
TEST(Trap02, ReEntersTheSourceOfAnExternalTransition) {
  Live live(at("a", go("self", "a") + go("down", "a2") + at("a1", "") + at("a2", "")));
  EXPECT_EQ(live.take("self").logged(), "+a +a1 -a1 -a +a +a1");
  Live down(at("a", go("down", "a2") + at("a1", "") + at("a2", "")));
  EXPECT_EQ(down.take("down").logged(), "+a +a1 -a1 -a +a +a2");
}
TEST(Trap02, StaysInsideForAnInternalTransitionOfACompoundStateOnly) {
  const std::string internal = " type=\"internal\"";
  Live live(at("a", go("e", "a2", "", internal) + at("a1", "") + at("a2", "")));
  EXPECT_EQ(live.take("e").logged(), "+a +a1 -a1 +a2");
  Live parallel("<state id=\"o\"><parallel id=\"p\">" + both("p") + at("r", "") + at("s", "") +
                go("e", "s", "", internal) + "</parallel></state>");
  EXPECT_EQ(parallel.take("e").logged(), "+p +r +s -s -r -p +p +r +s");
  Live targetless(at("a", go("e", "", log("here")) + at("a1", "")));
  EXPECT_EQ(targetless.take("e").logged(), "+a +a1 here");
}

// 3. Of two that exclude each other the inner one wins, else the first in document order (3.13).
TEST(Trap03, PrefersTheInnerTransitionThenTheFirst) {
  Live inner("<parallel id=\"p\"><state id=\"r\"><state id=\"r1\">" + go("e", "r2") +
             "</state><state id=\"r2\"/></state><state id=\"s\"/>" + go("e", "x") +
             "</parallel><state id=\"x\"/>");
  EXPECT_EQ(inner.take("e").active(), (Ids{"r2", "s"}));
  Live first("<parallel id=\"p\"><state id=\"r\">" + go("e", "x") + "</state><state id=\"s\">" +
             go("e", "y") + "</state></parallel><state id=\"x\"/><state id=\"y\"/>");
  EXPECT_EQ(first.take("e").active(), Ids{"x"});
}

// 4. Guards are asked in document order, outwards; one that fails is false, and tells it each time
// (3.13, 5.9).
TEST(Trap04, TakesAFailingGuardForFalseAndSaysSo) {
  Live live("<state id=\"o\">" + go("e", "x") + go("error.execution", "", log("error")) + "<state id=\"a\">" +
            go("e", "y", "", " cond=\"nothing.like.it\"") + go("e", "z", "", " cond=\"1 == 2\"") +
            "</state></state><state id=\"x\">" + go("error.execution", "", log("told")) +
            "</state><state id=\"y\"/><state id=\"z\"/>");
  EXPECT_EQ(live.take("e").active(), Ids{"x"});
  EXPECT_EQ(live.logged(), "told");
}

// 5. A guard without event that fails would be asked for ever, for its own error wakes it (D).
TEST(Trap05, AsksAFailingGuardOnceForEachConfiguration) {
  Live live("<state id=\"a\">" + go("", "x", "", " cond=\"nothing.like.it\"") +
            go("error.execution", "", log("told")) + go("e", "a") + "</state><state id=\"x\"/>");
  EXPECT_EQ(live.logged(), "told");
  EXPECT_EQ(live.take("e").logged(), "told told");
}
TEST(Trap05, BoundsTheMicrosteps) {
  Live live("<state id=\"a\">" + go("", "b") + "</state><state id=\"b\">" + go("", "a") + "</state>");
  EXPECT_EQ(live.logged(), " AJ2064");
}

// 6. Internal events before external ones, without events first of all; invokes when nothing moves (3.13, D).
TEST(Trap06, TakesInternalEventsBeforeExternalOnes) {
  Live live(
      "<state id=\"a\"><onentry><send event=\"out\"/><send event=\"in2\" target=\"#_internal\"/>"
      "<raise event=\"in\"/></onentry>" +
      go("*", "", "<log expr=\"_event.name\"/>") + "</state>");
  EXPECT_EQ(live.logged(), "in2 in out");
}
TEST(Trap06, TakesWhatNeedsNoEventFirst) {
  Live live(
      "<datamodel><data id=\"n\" expr=\"0\"/></datamodel><state id=\"a\"><onentry><raise "
      "event=\"e\"/></onentry>" +
      go("e", "x") + go("", "b") + "</state><state id=\"b\">" + go("e", "y") +
      "</state><state id=\"x\"/><state id=\"y\"/>");
  EXPECT_EQ(live.active(), Ids{"y"});
}

// 7. done.state after the final's onentry, with its data; of a parallel once all regions are through, after
// the child's own (3.7, D).
TEST(Trap07, TellsThatAStateIsDone) {
  const std::string final =
      "<final id=\"f\"><onentry>" + log("in f") +
      "<raise event=\"before\"/></onentry><donedata><param name=\"n\" expr=\"7\"/></donedata></final>";
  Live live("<parallel id=\"p\"><state id=\"r\"><state id=\"r1\">" + go("e", "f") + "</state>" + final +
            "</state>" + "<state id=\"s\"><state id=\"s1\">" + go("e", "g") +
            "</state><final id=\"g\"/></state>" + go("*", "", "<log expr=\"_event.name\"/>") + "</parallel>");
  EXPECT_EQ(live.take("e").logged(), "in f before done.state.r done.state.s done.state.p");
}
TEST(Trap07, DeliversTheEventEvenIfItsDataFail) {
  Live live("<state id=\"a\"><state id=\"b\">" + go("e", "f") +
            "</state><final id=\"f\"><donedata><param name=\"n\" "
            "expr=\"nothing.like.it\"/></donedata></final>" +
            go("error.execution", "", log("error")) +
            go("done.state.a", "", "<log expr=\"_event.data == undefined\"/>") + "</state>");
  EXPECT_EQ(live.take("e").logged(), "error 是");
}

// 8. The default content of a history runs after its parent's onentry and initial content (3.10).
TEST(Trap08, RunsTheDefaultContentOfAHistoryOnce) {
  const std::string parent =
      "<state id=\"a\">" + both("a") + "<initial><transition target=\"h\">" + log("initial") +
      "</transition></initial><history id=\"h\"><transition target=\"b\">" + log("default") +
      "</transition></history>" + at("b", "") + go("out", "x") + "</state>";
  Live live(parent + "<state id=\"x\">" + go("back", "a") + "</state>");
  EXPECT_EQ(live.logged(), "+a initial default +b");
  EXPECT_EQ(live.take("out").take("back").logged(), "+a initial default +b -b -a +a initial +b");
}
TEST(Trap08, DoesNotEnterSiblingRegionsTwice) {
  Live live(
      "<state id=\"o\"><parallel id=\"p\"><state id=\"r\"><history id=\"h\"><transition "
      "target=\"r2\"/></history>" +
          at("r1", "") + at("r2", "") + "</state>" + at("s", at("s1", "") + at("s2", "")) +
          "</parallel></state>",
      "initial=\"h s2\"");
  EXPECT_EQ(live.logged(), "+r2 +s +s2");
}

// 9. Initial may name deep states in several regions; what is named is not entered by default as well
// (3.3, 3.11).
TEST(Trap09, EntersTheDeepStatesThatInitialNames) {
  Live live("<state id=\"o\" initial=\"r2 s2\"><parallel id=\"p\"><state id=\"r\">" + at("r1", "") +
            at("r2", "") + "</state><state id=\"s\">" + at("s1", "") + at("s2", "") +
            "</state><state id=\"t\">" + at("t1", "") + "</state></parallel></state>");
  EXPECT_EQ(live.logged(), "+r2 +s2 +t1");
}

// 10. Each handler is a block of its own: an error ends only that (3.8, 4.2). foreach works on a copy (4.6).
TEST(Trap10, EndsOnlyTheBlockThatFails) {
  Live live("<state id=\"a\"><onentry>" + log("1") + "<send event=\"e\" target=\"nowhere\"/>" + log("2") +
            "</onentry><onentry>" + log("3") + "</onentry></state>");
  EXPECT_EQ(live.logged(), "1 3");
}
TEST(Trap10, GoesThroughACopyOfTheList) {
  Live live(
      "<datamodel><data id=\"l\" expr=\"[1,2]\"/><data id=\"n\" expr=\"0\"/></datamodel><state "
      "id=\"a\"><onentry>"
      "<foreach array=\"l\" item=\"i\" index=\"k\"><assign location=\"l\" expr=\"[].concat(l, [9])\"/>"
      "<assign location=\"n\" expr=\"n + i\"/></foreach></onentry></state>");
  EXPECT_EQ(live.data("n"), Value(3));
  EXPECT_EQ(live.data("k"), Value(1));
  Live wrong(
      "<datamodel><data id=\"l\" expr=\"[1,2]\"/></datamodel><state id=\"a\"><onentry><foreach array=\"l\" "
      "item=\"'x'\">" +
      log("1") + "</foreach></onentry>" + go("error.execution", "x") + "</state><state id=\"x\"/>");
  EXPECT_EQ(wrong.active(), Ids{"x"});
}

// 11. Late binding: there from the start without a value, set at the first entry, before onentry (5.3).
TEST(Trap11, SetsLateDataAtTheFirstEntry) {
  Live live("<state id=\"a\"><onentry><log expr=\"typeof v\"/></onentry>" + go("e", "b") +
                "</state><state id=\"b\">"
                "<datamodel><data id=\"v\" expr=\"1\"/></datamodel><onentry><log expr=\"v\"/><assign "
                "location=\"v\" expr=\"v + 1\"/>"
                "</onentry>" +
                go("e", "a") + "</state>",
            "binding=\"late\"");
  EXPECT_EQ(live.take("e").take("e").take("e").logged(), "undefined 1 number 2");
}
TEST(Trap11, LeavesDataEmptyWhoseValueFails) {
  Live live("<datamodel><data id=\"v\" expr=\"nothing.like.it\"/></datamodel><state id=\"a\">" +
            go("error.execution", "x", "", " cond=\"typeof v == 'undefined'\"") +
            "</state><state id=\"x\"/>");
  EXPECT_EQ(live.active(), Ids{"x"});
}

// 12. What the invoking chart brings wins over data; unknown names are not made (5.3, 6.4).
TEST(Trap12, PrefersTheValuesBroughtAtInvocation) {
  const std::string child =
      "<datamodel><data id=\"v\" expr=\"1\"/></datamodel><state id=\"s\"><onentry>"
      "<send event=\"got\" target=\"#_parent\"><param name=\"v\" expr=\"v\"/><param name=\"w\" expr=\"typeof "
      "w\"/>"
      "</send></onentry></state>";
  Live live(
      "<state id=\"a\"><invoke id=\"child\"><param name=\"v\" expr=\"5\"/><param name=\"w\" "
      "expr=\"6\"/><content>" +
      chart(child, untyped) + "</content></invoke>" +
      go("got", "", "<log expr=\"_event.data.v\"/><log expr=\"_event.data.w\"/>") + "</state>");
  EXPECT_EQ(live.logged(), "5 undefined");
}

// 13. _event stays until the next event and is not there before the first; system variables are read-only
// (5.10).
TEST(Trap13, BindsTheEventUntilTheNext) {
  Live live("<datamodel><data id=\"v\" expr=\"typeof _event\"/></datamodel><state id=\"a\">" + go("e", "b") +
            "</state><state id=\"b\"><onentry><log expr=\"_event.name + _event.type + typeof "
            "_event.sendid\"/></onentry></state>");
  EXPECT_EQ(live.data("v"), Value("undefined"));
  EXPECT_EQ(live.take("e").logged(), "eexternalundefined");
}
TEST(Trap13, RefusesToSetSystemVariables) {
  for (const std::string name : {"_event", "_sessionid", "_name", "_ioprocessors", "_x"}) {
    Live live("<state id=\"a\"><onentry><raise event=\"e\"/></onentry>" +
              go("e", "", "<assign location=\"" + name + "\" expr=\"1\"/>") + go("error.execution", "x") +
              "</state><state id=\"x\"/>");
    EXPECT_EQ(live.active(), Ids{"x"}) << name;
  }
}
TEST(Trap13, NamesTheMessageInItsError) {
  Live live("<state id=\"a\"><onentry><send id=\"m\" event=\"e\" target=\"nowhere\"/></onentry>" +
            go("error.execution", "", "<log expr=\"_event.sendid + _event.data.tagname\"/>") + "</state>");
  EXPECT_EQ(live.logged(), "msend");
}

// 14. Values of a message are those of when it is sent; wrong ones stop it; delays like .5s; cancel
// (6.2, 6.3).
TEST(Trap14, EvaluatesAMessageWhenItIsSent) {
  Live live(
      "<datamodel><data id=\"v\" expr=\"1\"/></datamodel><state id=\"a\"><onentry><send event=\"e\" "
      "delay=\".5s\">"
      "<param name=\"v\" expr=\"v\"/></send><assign location=\"v\" expr=\"2\"/></onentry>" +
      go("e", "", "<log expr=\"_event.data.v\"/>") + "</state>");
  EXPECT_EQ(live.wait().logged(), "1");
}
TEST(Trap14, TellsWrongTargetsFromUnreachableOnesAndUnknownTypes) {
  const auto error = [](const std::string& send) {
    return Live("<state id=\"a\"><onentry><send " + send + "/></onentry>" +
                go("*", "", "<log expr=\"_event.name\"/>") + "</state>")
        .logged();
  };
  EXPECT_EQ(error("event=\"e\" target=\"nowhere\""), "error.execution");
  EXPECT_EQ(error("event=\"e\" target=\"#_scxml_unknown\""), "error.communication");
  EXPECT_EQ(error("event=\"e\" type=\"carrier-pigeon\""), "error.execution");
  EXPECT_EQ(error("eventexpr=\"nothing.like.it\""), "error.execution");
  EXPECT_EQ(error("event=\"e\" delayexpr=\"'soon'\""), "error.execution");
}
TEST(Trap14, OrdersAndCancelsDelayedMessages) {
  Live live(
      "<state id=\"a\"><onentry><send event=\"late\" delay=\"1.5s\"/><send event=\"early\" delay=\"20ms\"/>"
      "<send event=\"same\" delay=\"1.5s\"/><send id=\"c\" event=\"never\" delay=\"1s\"/><cancel "
      "sendid=\"c\"/></onentry>" +
      go("*", "", "<log expr=\"_event.name\"/>") + "</state>");
  EXPECT_EQ(live.wait().logged(), "early late same");
}

// 15. invoke (6.4, 6.5).
TEST(Trap15, StartsOnlyForStatesThatAreStillActive) {
  const std::string child = "<final id=\"f\"/>";
  Live live("<state id=\"a\">" + invoked(child) + go("", "b") + "</state><state id=\"b\">" +
            go("done.invoke", "x") + "</state><state id=\"x\"/>");
  EXPECT_EQ(live.active(), Ids{"b"});
}
TEST(Trap15, MakesAnIdOfTheStateAndANumber) {
  Live live("<datamodel><data id=\"id\"/></datamodel><state id=\"a\"><invoke idlocation=\"id\"><content>" +
            chart("<final id=\"f\"/>", untyped) + "</content></invoke>" +
            go("done.invoke", "", "<log expr=\"_event.name == 'done.invoke.' + id\"/>") + "</state>");
  EXPECT_EQ(live.logged(), "是");
  EXPECT_TRUE(live.data("id").text_or_empty().starts_with("a."));
}
TEST(Trap15, TellsLastThatTheChildIsDoneAndWithWhat) {
  const std::string child =
      "<final id=\"f\"><onexit><send event=\"last\" target=\"#_parent\"/></onexit>"
      "<donedata><content expr=\"42\"/></donedata></final>";
  Live live("<state id=\"a\">" + invoked(child) + go("last", "", log("last")) +
            go("done.invoke.child", "", "<log expr=\"_event.data\"/>") + "</state>");
  EXPECT_EQ(live.logged(), "last 42");
}
TEST(Trap15, StopsTheChildWhenItsStateIsLeftAndDropsWhatItSent) {
  const std::string child =
      "<state id=\"s\"><onentry><send event=\"one\" target=\"#_parent\"/><send event=\"two\" "
      "target=\"#_parent\"/><send event=\"later\" target=\"#_parent\" delay=\"1s\"/></onentry><onexit>" +
      log("stopped") + "</onexit></state>";
  Live live("<state id=\"a\">" + invoked(child) + go("one", "b") + "</state><state id=\"b\">" +
            go("*", "", "<log expr=\"_event.name\"/>") + "</state>");
  EXPECT_EQ(live.wait().logged(), "stopped");
}
TEST(Trap15, RunsFinalizeOfTheRightInvokeBeforeTheEventIsUsed) {
  const std::string child =
      "<state id=\"s\"><onentry><send event=\"e\" target=\"#_parent\"><param name=\"v\" "
      "expr=\"3\"/></send></onentry></state>";
  const auto with = [&](const std::string& attributes, const std::string& finalize) {
    return Live("<datamodel><data id=\"v\" expr=\"0\"/></datamodel><state id=\"a\">" +
                invoked(child, attributes, finalize) + go("e", "", "<log expr=\"v\"/>") + "</state>")
        .logged();
  };
  EXPECT_EQ(with("", "<finalize><assign location=\"v\" expr=\"_event.data.v * 2\"/></finalize>"), "6");
  EXPECT_EQ(with(" namelist=\"v\"", "<finalize/>"), "3");
  EXPECT_EQ(with("", ""), "0");
}
TEST(Trap15, ForwardsEveryEventUnchanged) {
  const std::string child = "<state id=\"s\">" +
                            go("*", "",
                               "<send event=\"back\" target=\"#_parent\"><param name=\"n\" "
                               "expr=\"_event.name + _event.data.v\"/></send>") +
                            "</state>";
  Live live("<state id=\"a\">" + invoked(child, " autoforward=\"true\"") +
            go("back", "b", "<log expr=\"_event.data.n\"/>") + "</state><state id=\"b\"/>");
  EXPECT_EQ(live.take("e", {{"v", 1}}).logged(), "e1");
}
TEST(Trap15, TalksToTheChildAndAnswersTheSender) {
  const std::string child = "<state id=\"s\">" +
                            go("ask", "",
                               "<send event=\"answer\" targetexpr=\"_event.origin\" "
                               "typeexpr=\"_event.origintype\"/>") +
                            "</state>";
  Live live("<state id=\"a\">" + invoked(child) + go("go", "", "<send event=\"ask\" target=\"#_child\"/>") +
            go("answer", "", "<log expr=\"_event.invokeid\"/>") + "</state>");
  EXPECT_EQ(live.take("go").logged(), "child");
}
TEST(Trap15, ReadsChartsFromFilesAndValues) {
  const std::string child = chart("<final id=\"f\"/>", untyped);
  const auto by = [&](const std::string& invoke) {
    Accompanying with;
    with.files["child.scxml"] = child;
    return Live("<datamodel><data id=\"name\" expr=\"'file:child.scxml'\"/><data id=\"inside\">" + child +
                    "</data></datamodel><state id=\"a\">" + invoke +
                    go("*", "", "<log expr=\"_event.name\"/>") + "</state>",
                "", with)
        .logged();
  };
  EXPECT_EQ(by("<invoke id=\"i\" src=\"child.scxml\"/>"), "done.invoke.i");
  EXPECT_EQ(by("<invoke id=\"i\" srcexpr=\"name\"/>"), "done.invoke.i");
  EXPECT_EQ(by("<invoke id=\"i\"><content expr=\"inside\"/></invoke>"), "done.invoke.i");
  EXPECT_EQ(by("<invoke id=\"i\" src=\"other.scxml\"/>"), "error.execution");
  EXPECT_EQ(by("<invoke id=\"i\" type=\"fax\" src=\"child.scxml\"/>"), "error.execution");
}

// 16. Descriptors match by tokens, case and all (3.12).
TEST(Trap16, MatchesEventsByTokens) {
  const auto matched = [](const std::string& descriptors, const std::string& event) {
    return Live("<state id=\"a\">" + go(descriptors, "x") + "</state><state id=\"x\"/>")
               .take(event)
               .active() == Ids{"x"};
  };
  EXPECT_TRUE(matched("foo", "foo.bar"));
  EXPECT_FALSE(matched("foo", "foobar"));
  EXPECT_TRUE(matched("foo.*", "foo"));
  EXPECT_TRUE(matched("foo.", "foo.bar"));
  EXPECT_TRUE(matched("x foo.bar", "foo.bar.baz"));
  EXPECT_FALSE(matched("foo.bar", "foo"));
  EXPECT_FALSE(matched("Foo", "foo"));
  EXPECT_TRUE(matched("*", "anything"));
}

// 17. At a top-level final: the rest of the microstep, then onexit of all that is active, innermost first
// (3.13, D).
TEST(Trap17, LeavesEverythingAtTheEnd) {
  Live live("<parallel id=\"p\">" + both("p") + at("r", go("e", "f")) + at("s", "") +
            "</parallel><final id=\"f\">" + both("f") + "</final>");
  EXPECT_EQ(live.take("e").logged(), "+p +r +s -s -r -p +f -f");
  Live inside("<state id=\"a\">" + go("e", "f", "<send event=\"more\"/><raise event=\"more\"/>") +
              "</state><final id=\"f\"/>");
  EXPECT_EQ(inside.take("e").take("more").logged(), " AJ2062");
}

// 18. Content is JSON if it reads so, else its text; scripts of the root run at load; In() sees each change
// (5.9, B.2).
TEST(Trap18, ReadsContentAsAValueOrAsText) {
  Accompanying with;
  with.files = {{"list.json", "[1, {\"a\": 2}]"}, {"prose.txt", " some \n  prose "}};
  Live live(
      "<datamodel><data id=\"j\">{\"a\": [1]}</data><data id=\"t\"> two\n words </data><data id=\"x\"><b "
      "xmlns=\"\" "
      "k=\"1\">z</b></data><data id=\"f\" src=\"file:list.json\"/><data id=\"p\" "
      "src=\"prose.txt\"/></datamodel>"
      "<script>j = {b: 1}</script><state id=\"a\"/>",
      "", with);
  EXPECT_EQ(live.data("j"), Value(Fields{{"b", 1}}));
  EXPECT_EQ(live.data("t"), Value("two words"));
  EXPECT_EQ(live.data("x"), Value("<b k=\"1\">z</b>"));
  EXPECT_EQ(live.data("f"), Value(List{1, Fields{{"a", 2}}}));
  EXPECT_EQ(live.data("p"), Value("some prose"));
}
TEST(Trap18, SeesStatesGoAsTheyGo) {
  const std::string look = "<log expr=\"In('r') + ',' + In('s')\"/>";
  Live live("<parallel id=\"p\"><state id=\"r\"><onexit>" + look +
            "</onexit></state><state id=\"s\"><onexit>" + look + "</onexit></state>" + go("e", "x") +
            "</parallel><state id=\"x\"/>");
  EXPECT_EQ(live.take("e").logged(), "true,true true,false");
}

}  // namespace
}  // namespace anjuan::procedure
