// Assertions of each kind: proved where they hold, refuted with the way round where they do not.

#include "analysis/charts.h"

namespace anjuan::analysis {
namespace {

const std::string office =
    "<aj:role id=\"clerk\" label=\"承办人\"/><aj:role id=\"chief\" label=\"分管领导\"/>"
    "<datamodel><data id=\"件数\" aj:type=\"integer\" expr=\"0\"/><data id=\"紧急\" aj:type=\"boolean\" "
    "expr=\"false\"/></datamodel>";

std::string procedure_with(const std::string& assertion, const std::string& more = "") {
  return chart(
      office +
      "<state id=\"draft\" aj:label=\"起草\" aj:role=\"clerk\">"
      "<transition event=\"报批\" target=\"pending\" aj:label=\"报请审批\"/>" +
      more +
      "</state>"
      "<state id=\"pending\" aj:label=\"待审批\" aj:role=\"chief\"><onentry><aj:time-limit id=\"t\" "
      "label=\"审批\" length=\"5\" unit=\"working-days\" on-due=\"审批.届满\"/></onentry>"
      "<transition event=\"审批.届满\" aj:by=\"system\" aj:label=\"审批逾期\"/>"
      "<transition event=\"同意\" target=\"sent\" aj:label=\"同意\"><aj:end-time-limit "
      "id=\"t\"/><aj:document template=\"notice\" as=\"通知书\" serve=\"yes\" number=\"检通\"/></transition>"
      "<transition event=\"退回\" target=\"draft\" aj:label=\"退回\"><aj:end-time-limit "
      "id=\"t\"/></transition></state>"
      "<state id=\"sent\" aj:label=\"待送达\" aj:role=\"clerk\"><transition event=\"送达.通知书\" "
      "aj:by=\"system\" target=\"done\" aj:label=\"已送达\"/>"
      "<transition event=\"重发\" cond=\"文书['通知书'] == 空\" aj:label=\"重新制发\"><aj:document "
      "template=\"notice\" as=\"通知书\" serve=\"yes\" number=\"检通\"/></transition></state>"
      "<final id=\"done\" aj:label=\"办结\"/>" +
      assertion);
}

Report of(const std::string& assertion, const std::string& more = "") {
  return report(procedure_with(assertion, more));
}

void expect_proved(const std::string& assertion) {
  const Report all = of(assertion);
  EXPECT_EQ(all.proved.size(), 1u) << assertion << "\n" << shown(all.found);
  EXPECT_TRUE(all.found.empty()) << shown(all.found);
}

TEST(Assertion, IsProvedOfEachKind) {
  expect_proved(
      "<aj:assert label=\"先批后发\" every-path-to=\"paper:通知书\" passes=\"event:同意 event:重发\"/>");
  expect_proved("<aj:assert label=\"先批后办结\" every-path-to=\"done\" passes=\"pending\"/>");
  expect_proved(
      "<aj:assert label=\"退回的重新报批\" every-path-to=\"event:同意\" passes=\"event:报批\" "
      "since=\"event:退回\"/>");
  expect_proved("<aj:assert label=\"逾期只在审批中\" every-path-to=\"event:审批.届满\" within=\"pending\"/>");
  expect_proved("<aj:assert label=\"不同时\" never=\"draft pending\"/>");
  expect_proved("<aj:assert label=\"不归档\" never=\"event:无此事件的同意.特别\"/>");
  expect_proved("<aj:assert label=\"总能办结\" from=\"draft\" reaches=\"done\"/>");
  expect_proved(
      "<aj:assert label=\"审批有期限\" from=\"pending\" reaches=\"event:同意 event:退回\" limit=\"t\"/>");
  expect_proved("<aj:assert label=\"一批只同意一次\" at-most-once=\"event:同意\"/>");
  expect_proved("<aj:assert label=\"送达以后办结\" every-path-to=\"done\" passes=\"served:通知书\"/>");
  expect_proved("<aj:assert label=\"件数不变\" whenever=\"done\" holds=\"件数 == 0\"/>");
}

/// A paper may be declared void before it is served: then a case that waits for its service waits for ever.
TEST(Assertion, OfAGoalIsRefutedWhereAVoidPaperCannotBeMadeAgain) {
  std::string xml = procedure_with("<aj:assert label=\"总能办结\" from=\"draft\" reaches=\"done\"/>");
  const auto from = xml.find("<transition event=\"重发\"");
  const std::string end = "</transition>";
  xml.erase(from, xml.find(end, from) + end.size() - from);
  const Report all = report(xml);
  EXPECT_TRUE(all.proved.empty());
  EXPECT_EQ(codes(all), Codes{"AJ3240"}) << shown(all.found);
}

TEST(Assertion, IsRefutedWithTheShortestWayInTheClerksWords) {
  const Report all =
      of("<aj:assert label=\"先批后发\" every-path-to=\"paper:通知书\" passes=\"event:同意\"/>",
         "<transition event=\"直接发\" cond=\"!紧急\" target=\"sent\" aj:label=\"直接制发\"><aj:document "
         "template=\"notice\" as=\"通知书\" serve=\"yes\"/></transition>");
  ASSERT_EQ(codes(all), Codes{"AJ3240"}) << shown(all.found);
  EXPECT_EQ(shown({all.found[0]}),
            "chart.xml:2:1186: 错误 AJ3240  要求“先批后发”不成立\n   提示  反例：（1）承办人“直接制发” → "
            "待送达。请改流程，使这条路走不通；确实允许的，改要求。\n");
  EXPECT_NE(
      shown({all.found[0]}, Language::english).find("Counter-example: (1) 承办人: “直接制发” → 待送达."),
      std::string::npos);
}

TEST(Assertion, IsTriedWithDataBeforeItIsRefuted) {
  const std::string direct =
      "<transition event=\"直接发\" cond=\"紧急\" target=\"sent\" aj:label=\"直接制发\"><aj:document "
      "template=\"notice\" as=\"通知书\" serve=\"yes\"/></transition>";
  const std::string assertion =
      "<aj:assert label=\"先批后发\" every-path-to=\"paper:通知书\" passes=\"event:同意\"/>";
  const Report never_urgent = of(assertion, direct);
  EXPECT_EQ(never_urgent.proved.size(), 1u) << shown(never_urgent.found);
  EXPECT_EQ(codes(never_urgent), Codes{"AJ3203"});  // nothing ever sets 紧急
  const Report urgent =
      of(assertion,
         direct + "<transition event=\"加急\" aj:label=\"登记加急\"><aj:input data=\"紧急\"/></transition>");
  EXPECT_EQ(urgent.proved.size(), 0u);
}

TEST(Assertion, HoldsOfDataThatWereAsked) {
  const std::string assertion =
      "<aj:assert label=\"有件才批\" whenever=\"event:同意\" holds=\"件数 &gt; 0\"/>";
  EXPECT_EQ(codes(of(assertion)), Codes{"AJ3240"});
  const std::string xml = procedure_with(assertion);
  const std::string asked =
      "aj:label=\"报请审批\"><aj:input data=\"件数\"/><aj:require test=\"件数 &gt; 0\" "
      "label=\"有件\"/></transition>";
  std::string changed = xml;
  changed.replace(changed.find("aj:label=\"报请审批\"/>"), std::string("aj:label=\"报请审批\"/>").size(),
                  asked);
  EXPECT_EQ(report(changed).proved.size(), 1u);
}

/// A limit that fell due runs on, overdue, until it is ended: only then, and before it starts, it is a gap.
TEST(Assertion, OfALimitIsBrokenByItsEndAndNotByItsFallingDue) {
  const auto said = [](const std::string& start, const std::string& due) {
    return codes(report(chart(
        "<state id=\"a\"><transition event=\"e\" target=\"b\">" + start +
        "</transition></state><state id=\"b\"><transition event=\"到\" aj:by=\"system\" target=\"c\">" + due +
        "</transition><transition event=\"f\" target=\"z\"><aj:end-time-limit id=\"t\"/></transition>"
        "</state><state id=\"c\"><transition event=\"g\" target=\"z\"><aj:end-time-limit "
        "id=\"t\"/></transition></state><final id=\"z\"/>"
        "<aj:assert label=\"一直计算\" from=\"b\" reaches=\"z\" limit=\"t\"/>")));
  };
  const std::string start =
      "<aj:time-limit id=\"t\" label=\"限\" length=\"5\" unit=\"working-days\" on-due=\"到\"/>";
  EXPECT_EQ(said(start, ""), Codes{});
  EXPECT_EQ(said(start, "<aj:end-time-limit id=\"t\"/>"), Codes{"AJ3240"});
  EXPECT_EQ(said("<if cond=\"false\">" + start + "</if>", "").back(), "AJ3240");
}

/// Where the abstraction cannot tell, nothing is said for certain; where some case surely goes wrong, it is.
TEST(Assertion, IsSaidNotToHoldOnlyWhereThatIsCertain) {
  const auto said = [](const std::string& assignment, const std::string& holds) {
    const Report all = report(chart(
        "<datamodel><data id=\"数\" aj:type=\"integer\" expr=\"0\"/><data id=\"积\" "
        "aj:type=\"integer\" expr=\"0\"/></datamodel><state id=\"a\"><transition event=\"e\" "
        "target=\"z\"><aj:input data=\"数\"/>" +
        assignment + "</transition></state><final id=\"z\"/><aj:assert label=\"数\" whenever=\"z\" holds=\"" +
        holds + "\"/>"));
    EXPECT_EQ(all.refuted + all.unproved + all.proved.size(), 1u);
    return codes(all);
  };
  const std::string square = "<assign location=\"积\" expr=\"数 * 数\"/>";
  EXPECT_EQ(said(square, "积 &gt;= 0"), Codes{"AJ3242"});  // true, but products are not followed
  EXPECT_EQ(said(square, "数 &gt;= 0"), Codes{"AJ3240"});
  EXPECT_EQ(said("", "数 &lt; 5 || 数 &gt; 7"), Codes{"AJ3240"});
  EXPECT_EQ(said("<assign location=\"积\" expr=\"1\"/>", "积 == 2"), Codes{"AJ3240"});
}

/// A goal is proved only where whoever acts surely has values that lead there.
TEST(Assertion, OfAGoalRestsOnValuesThatReallyCanBeGiven) {
  const auto said = [](const std::string& assignment, const std::string& first, const std::string& second) {
    const Report all = report(chart(
        "<datamodel><data id=\"数\" aj:type=\"integer\" expr=\"0\"/><data id=\"积\" "
        "aj:type=\"integer\" expr=\"0\"/></datamodel><state id=\"a\"><transition event=\"e\" "
        "target=\"b\"><aj:input data=\"数\" required=\"yes\"/>" +
        assignment + "</transition></state><state id=\"b\"><transition cond=\"" + first +
        "\" target=\"c\"/><transition target=\"a\"/></state><state id=\"c\"><transition cond=\"" + second +
        "\" target=\"z\"/><transition target=\"a\"/></state><final id=\"z\"/>"
        "<aj:assert label=\"总能办结\" from=\"a\" reaches=\"z\"/>"));
    return all.proved.size();
  };
  const std::string square = "<assign location=\"积\" expr=\"数 * 数\"/>";
  EXPECT_EQ(said("", "数 &gt; 3", "数 &lt; 9"), 1u);
  EXPECT_EQ(said("", "数 &gt; 3", "数 != 9"), 1u);
  EXPECT_EQ(said("", "数 &gt; 3", "数 &lt; 3"), 0u);       // both of one value: never
  EXPECT_EQ(said(square, "积 == 3", "数 &gt; 0"), 0u);     // no whole number has this square
  EXPECT_EQ(said(square, "积 &lt; 10", "数 &gt; 5"), 0u);  // nor is it so large
  EXPECT_EQ(said("", "数 * 数 &lt; 10", "数 &gt; 5"), 0u);
}

/// What must be the same as what the case holds can be given so, whatever that is; but only where it may be
/// given at all.
TEST(Assertion, OfAGoalMayRestOnGivingTheSameAgain) {
  const auto said = [](const std::string& type, const std::string& asked, const std::string& of_first,
                       const std::string& more = "") {
    const Report all = report(chart(
        "<datamodel><data id=\"法\" aj:type=\"" + type + "\" expr=\"" +
        (type.starts_with("list") ? "[]" : "'甲'") + "\"/><data id=\"先\" aj:type=\"" + type + "\" expr=\"" +
        (type.starts_with("list") ? "[]" : "'甲'") +
        "\"/></datamodel><state id=\"a\"><transition event=\"先办\" target=\"b\"><aj:input data=\"法\" "
        "required=\"" +
        of_first +
        "\"/><assign location=\"先\" expr=\"法\"/></transition></state><state id=\"b\"><transition "
        "event=\"报批\" target=\"z\"><aj:input data=\"法\" required=\"yes\"" +
        asked + "/><aj:require test=\"法 == 先\" label=\"与先前一致\"/>" + more +
        "</transition></state><final id=\"z\"/><aj:assert label=\"总能办结\" from=\"a\" reaches=\"z\"/>"));
    return all.proved.size();
  };
  EXPECT_EQ(said("list", "", "yes"), 1u);
  EXPECT_EQ(said("list of text", "", "yes"), 1u);
  EXPECT_EQ(said("choice:甲|乙|丙", "", "yes"), 1u);
  EXPECT_EQ(said("list", "", "no"), 0u);  // nothing may have been given, and that cannot be given again
  EXPECT_EQ(said("choice:甲|乙|丙", " type=\"choice:甲|乙\"", "yes"), 0u);  // 丙 cannot be given again
  EXPECT_EQ(said("list of text", " type=\"list of choice:甲|乙\"", "yes"), 0u);
  EXPECT_EQ(said("choice:甲|乙|丙", "", "yes", "<aj:require test=\"法 == '甲'\" label=\"甲\"/>"), 0u);
}

/// What people gave at one act and a later one asks about: they can give it so that it holds there.
TEST(Assertion, OfAGoalMayRestOnWhatWasGivenAtAnEarlierAct) {
  const auto said = [](const std::string& type, const std::string& content, const std::string& asked,
                       const std::string& back = "a") {
    const Report all = report(
        chart("<datamodel><data id=\"法\" aj:type=\"" + type + "\"/><data id=\"抄\" aj:type=\"" + type +
              "\"/></datamodel><state id=\"a\"><transition event=\"e\" target=\"b\"><aj:input data=\"法\" "
              "required=\"yes\"/>" +
              content + "</transition></state><state id=\"b\"><transition event=\"f\" cond=\"" + asked +
              "\" target=\"z\"/><transition event=\"g\" target=\"" + back +
              "\"/></state><final id=\"z\"/><aj:assert label=\"总能办结\" from=\"a\" reaches=\"z\"/>"));
    return codes(all);
  };
  const std::string copy = "<assign location=\"抄\" expr=\"法\"/>";
  EXPECT_EQ(said("choice:甲|乙|丙", "", "法 == '甲'"), Codes{});
  EXPECT_EQ(said("choice:甲|乙|丙", copy, "抄 != '甲'"), Codes{});
  EXPECT_EQ(said("boolean", "", "!法"), Codes{});
  EXPECT_EQ(said("integer", copy, "抄 &gt; 3 并且 抄 &lt; 5"), Codes{});
  EXPECT_EQ(said("list", "", "长度(法) == 2"), Codes{});
  EXPECT_EQ(said("choice:甲|乙|丙", "", "法 == '甲'", "b"), (Codes{"AJ3208", "AJ3240"}));  // no second time
  EXPECT_EQ(said("integer", "<assign location=\"抄\" expr=\"法 * 法\"/>", "抄 == 3"), Codes{"AJ3242"});
}

/// What was cut off for want of room may still lead on: nothing is said to be lost there.
TEST(Assertion, OfAGoalIsNotRefutedWhereTheAnalysisStopped) {
  std::string states;
  for (int i = 0; i < 40; ++i) {
    states += "<state id=\"s" + std::to_string(i) + "\"><transition event=\"e" + std::to_string(i) +
              "\" target=\"s" + std::to_string(i + 1) + "\"/></state>";
  }
  const std::string xml =
      chart(states + "<final id=\"s40\"/><aj:assert label=\"总能办结\" from=\"s0\" reaches=\"s40\"/>");
  for (std::size_t most = 0; most < 45; ++most) {
    const Report all = report(xml, {}, {most});
    EXPECT_EQ(all.refuted + all.unproved, 0u) << most << "\n" << shown(all.found);
  }
  EXPECT_EQ(report(xml).proved.size(), 1u);
}

/// Where the way's only question is one that somebody surely can answer so, it is no assumption.
TEST(Assertion, IsRefutedForCertainWhereTheInterpreterGoesTheWay) {
  const auto said = [](const std::string& test) {
    return codes(report(
        chart(
            "<datamodel><data id=\"数\" aj:type=\"integer\"/><data id=\"回访\" aj:type=\"date\"/></datamodel>"
            "<state id=\"a\"><transition event=\"e\" target=\"b\"><aj:input data=\"数\" "
            "required=\"yes\"/><aj:input "
            "data=\"回访\" required=\"yes\"/><aj:require test=\"" +
            test +
            "\" label=\"须\"/></transition><transition event=\"f\" target=\"z\"/></state><state "
            "id=\"b\"><transition event=\"f\" target=\"z\"/></state><final id=\"z\"/><aj:assert "
            "label=\"直接\" "
            "never=\"b\"/>"),
        {{"日期", *expression::parse_type("date")}}));
  };
  EXPECT_EQ(said("数 * 数 == 9"), Codes{"AJ3240"});
  EXPECT_EQ(said("回访 不大于 日期"), Codes{"AJ3240"});
  EXPECT_EQ(said("数 * 数 == 3"), Codes{"AJ3242"});  // no number does, but that is not followed
}

TEST(Assertion, ThatSpeaksOfWhatNeverHappensIsToldOf) {
  const Report all = of("<aj:assert label=\"特批\" every-path-to=\"event:特批\" passes=\"pending\"/>");
  EXPECT_EQ(all.proved.size(), 1u);
  EXPECT_EQ(codes(all), Codes{"AJ3244"}) << shown(all.found);
}

TEST(Assertion, FollowsMembershipAsASetOfChoices) {
  const auto said = [](const std::string& outside) {
    return codes(report(chart(
        "<datamodel><data id=\"度\" aj:type=\"choice\" aj:choices=\"一般|较重|严重\"/></datamodel>"
        "<state id=\"a\"><transition event=\"e\" target=\"b\"><aj:input data=\"度\"/></transition></state>"
        "<state id=\"b\"><transition cond=\"度 属于 ['严重', '较重']\" target=\"c\"/><transition "
        "target=\"d\"/></state><state id=\"c\"><transition event=\"f\" target=\"d\"/></state><state "
        "id=\"d\"><transition cond=\"" +
        outside +
        "\" target=\"y\"/><transition target=\"z\"/></state><final id=\"y\"/><final id=\"z\"/>"
        "<aj:assert label=\"审过\" every-path-to=\"y\" passes=\"c\"/>")));
  };
  EXPECT_EQ(said("度 不属于 ['一般']"), Codes{});
  EXPECT_EQ(said("度 不属于 ['严重']"), Codes{"AJ3240"});
}

/// Whatever writes a data item, an assertion of its first value is refuted.
TEST(Assertion, SeesEveryWayInWhichDataAreWritten) {
  const std::string data =
      "<datamodel><data id=\"数\" aj:type=\"integer\" expr=\"0\"/><data id=\"话\" aj:type=\"text\"/>"
      "<data id=\"有\" aj:type=\"boolean\" expr=\"false\"/></datamodel>";
  const auto proved = [&](const std::string& content, const std::string& holds) {
    return report(chart(data + "<state id=\"a\"><transition event=\"e\" target=\"z\">" + content +
                        "</transition></state><final id=\"z\"/><aj:assert label=\"不变\" whenever=\"z\" "
                        "holds=\"" +
                        holds + "\"/>"))
        .proved.size();
  };
  EXPECT_EQ(proved("<assign location=\"数\" expr=\"1\"/>", "数 == 0"), 0u);
  EXPECT_EQ(proved("<script>数 = 1</script>", "数 == 0"), 0u);
  EXPECT_EQ(proved("<foreach array=\"[4, 5]\" item=\"数\"/>", "数 == 0"), 0u);
  EXPECT_EQ(proved("<foreach array=\"['甲', '乙']\" item=\"项\" index=\"数\"/>", "数 == 0"), 0u);
  EXPECT_EQ(proved("<foreach array=\"[true]\" item=\"有\"/>", "!有"), 0u);
  EXPECT_EQ(proved("<send event=\"f\" idlocation=\"话\"/>", "话 == 空"), 0u);
  EXPECT_EQ(proved("<log expr=\"1\"/>", "数 == 0 &amp;&amp; 话 == 空"), 1u);
}

TEST(Assertion, IsPerhapsRefutedWhereTheCaseDecides) {
  const Report all = report(chart(
      "<datamodel><data id=\"甲数\" aj:type=\"integer\" expr=\"1\"/><data id=\"文\" "
      "aj:type=\"text\"/></datamodel>"
      "<state id=\"a\"><transition event=\"e\"><aj:input data=\"文\" required=\"yes\"/><assign "
      "location=\"甲数\" expr=\"长度(文)\"/></transition>"
      "<transition event=\"f\" cond=\"甲数 == 5\" target=\"b\"/><transition event=\"g\" "
      "target=\"z\"/></state><state id=\"b\"><transition event=\"g\" target=\"z\"/></state><final id=\"z\"/>"
      "<aj:assert label=\"到不了乙\" never=\"b\"/>"));
  EXPECT_EQ(codes(all), Codes{"AJ3242"}) << shown(all.found);
}

TEST(Assertion, IsUndecidedWhereTheLimitIsReached) {
  std::string regions;
  for (int r = 0; r < 4; ++r) {
    regions += "<state id=\"r" + std::to_string(r) + "\">";
    for (int s = 0; s < 5; ++s) {
      const std::string id = "r" + std::to_string(r) + "s" + std::to_string(s);
      regions += "<state id=\"" + id + "\"><transition event=\"" + id + "\" target=\"r" + std::to_string(r) +
                 "s" + std::to_string((s + 1) % 5) + "\"/></state>";
    }
    regions += "</state>";
  }
  const std::string xml = chart("<parallel id=\"p\">" + regions +
                                "<transition event=\"end\" target=\"z\"/></parallel><final "
                                "id=\"z\"/><aj:assert label=\"不同时\" never=\"r0s4 r1s4\"/>");
  Limits limits;
  limits.most_scenes = 30;
  EXPECT_EQ(codes(report(xml, {}, limits)), (Codes{"AJ3215", "AJ3243"}));
  EXPECT_EQ(codes(report(xml)), Codes{"AJ3240"});
}

TEST(Assertion, MustBeWholeAndNameWhatThereIs) {
  const auto said = [](const std::string& assertion) {
    Codes found;
    for (const Diagnostic& d :
         procedure::check(*loaded(procedure_with(assertion)), {{"文书", *expression::parse_type("record")}}))
      found.emplace_back(d.row->code);
    return found;
  };
  EXPECT_EQ(said("<aj:assert label=\"x\" every-path-to=\"done\"/>"), Codes{"AJ3080"});
  EXPECT_EQ(said("<aj:assert label=\"x\" every-path-to=\"done\" passes=\"pending\" never=\"draft\"/>"),
            Codes{"AJ3081"});
  EXPECT_EQ(said("<aj:assert label=\"x\" every-path-to=\"paper:通知\" passes=\"event:同意\"/>"),
            Codes{"AJ3281"});
  EXPECT_EQ(said("<aj:assert label=\"x\" never=\"sent:结果\"/>"), Codes{"AJ3282"});
  EXPECT_EQ(said("<aj:assert label=\"x\" from=\"draft\" reaches=\"done\" limit=\"没有的\"/>"),
            Codes{"AJ3283"});
  EXPECT_EQ(said("<aj:assert label=\"x\" never=\"drafft\"/>"), Codes{"AJ2032"});
}

}  // namespace
}  // namespace anjuan::analysis
