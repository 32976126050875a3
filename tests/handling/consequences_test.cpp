// A new version held against its requirements, beside what the old one kept.

#include "handling/consequences.h"

#include "base/text.h"
#include "handling/compare.h"
#include "handling/small_charts.h"

namespace anjuan::handling {
namespace {

/// Written, reviewed and sent, with two requirements: nothing is sent unreviewed, and nothing twice.
const std::string letters = R"x(<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:aj="urn:anjuan:paperwork:1" version="1.0"
       datamodel="anjuan" name="信函" initial="写" aj:kind="case" aj:label="信函">
  <state id="写" aj:label="起草"><transition event="提交" target="审" aj:label="提交"/></state>
  <state id="审" aj:label="审核"><transition event="通过" target="发" aj:label="通过"/></state>
  <state id="发" aj:label="发出"><transition event="办结" target="完" aj:label="办结"/></state>
  <final id="完" aj:label="办结"/>
  <aj:assert label="不审核不发出" every-path-to="发" passes="审"/>
  <aj:assert label="只提交一次" at-most-once="event:提交"/>
</scxml>)x";

const std::string unreviewed = replace_all(letters, "event=\"提交\" target=\"审\"", "event=\"提交\" target=\"发\"");
const std::string sent_back = replace_all(letters, "<transition event=\"通过\"", "<transition event=\"退回\" target=\"写\" aj:label=\"退回\"/><transition event=\"通过\"");

Consequences between(const std::string& old, const std::string& fresh) {
  return well(compare_definitions({{"旧/信函.xml", old}}, {{"新/信函.xml", fresh}})).consequences;
}

TEST(Consequences, ARequirementThatNoLongerHoldsIsToldWithTheWayRound) {
  const Consequences found = between(letters, unreviewed);
  ASSERT_EQ(found.lost.size(), 1u) << shown(found.lost);
  EXPECT_EQ(found.lost[0].place.file, "新/信函.xml");
  EXPECT_EQ(sentence(found.lost[0], Language::chinese), "要求“不审核不发出”不成立");
  EXPECT_NE(hint(found.lost[0], Language::chinese).find("“提交” → 发出"), std::string::npos) << hint(found.lost[0], Language::chinese);
  EXPECT_TRUE(found.worse());
  EXPECT_TRUE(found.unmet.empty() && found.open.empty() && found.before.empty());
}

TEST(Consequences, WhatDidNotHoldBeforeEitherIsSaidAsSuch) {
  const Consequences found = between(sent_back, replace_all(sent_back, "aj:label=\"发出\"", "aj:label=\"寄出\""));
  ASSERT_EQ(found.before.size(), 1u) << shown(found.before);
  EXPECT_EQ(sentence(found.before[0], Language::chinese), "要求“只提交一次”不成立");
  EXPECT_TRUE(found.lost.empty() && found.unmet.empty());
  EXPECT_FALSE(found.worse()) << shown(found.others);
  EXPECT_EQ(between(letters, sent_back).lost.size(), 1u);
  EXPECT_TRUE(between(sent_back, letters).nothing()) << "what is mended is nothing to be told of";
}

TEST(Consequences, ANewRequirementThatDoesNotHoldIsAnError) {
  const std::string asked = replace_all(letters, "</scxml>", "<aj:assert label=\"先发出再审核\" every-path-to=\"审\" passes=\"发\"/></scxml>");
  const Consequences found = between(letters, asked);
  EXPECT_EQ(found.unmet.size(), 1u);
  EXPECT_TRUE(found.worse());
}

TEST(Consequences, AnErrorOfTheNewVersionAloneIsTold) {
  const std::string stuck = replace_all(letters, "<transition event=\"办结\" target=\"完\" aj:label=\"办结\"/>", "");
  const Consequences found = between(letters, stuck);
  EXPECT_TRUE(has_code(found.others, "AJ3206")) << shown(found.others);
  EXPECT_TRUE(found.worse());
  EXPECT_FALSE(has_code(between(stuck, replace_all(stuck, "起草", "拟稿")).others, "AJ3206")) << "it was so before";
}

TEST(Consequences, OfAFolderAreThoseOfTheProceduresThatDiffer) {
  const std::string other = replace_all(replace_all(sent_back, "name=\"信函\"", "name=\"通知\""), "aj:label=\"信函\"", "aj:label=\"通知\"");
  const auto compared = well(compare_definitions({{"旧/一.xml", letters}, {"旧/二.xml", other}}, {{"新/一.xml", unreviewed}, {"新/二.xml", other}}));
  ASSERT_EQ(compared.procedures.size(), 1u);
  ASSERT_EQ(compared.consequences.lost.size(), 1u) << shown(compared.consequences.lost);
  EXPECT_EQ(compared.consequences.lost[0].place.file, "新/一.xml");
  EXPECT_TRUE(compared.consequences.before.empty()) << "of a procedure that has not changed nothing is said";
}

}  // namespace
}  // namespace anjuan::handling
