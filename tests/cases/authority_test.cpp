// 职责分离: who may sign an act. A post alone does not bar; being drawn for the case, or having acted on it, does.

#include "cases/authority.h"

#include <gtest/gtest.h>

#include "procedure/procedure.h"

namespace anjuan::cases {
namespace {

const char* const chart = R"x(<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:aj="urn:anjuan:paperwork:1" version="1.0"
  datamodel="anjuan" name="c" initial="s" aj:kind="case">
  <aj:basis id="b" instrument="《某细则》" article="第十条" in-force-from="2021-06-14"/>
  <aj:role id="handler" label="承办人"/>
  <aj:role id="director" label="分管领导"/>
  <aj:role id="inspector" label="检查人员" holders="字段(检查人员, '编号')"/>
  <aj:role id="party" label="被检查人" outside="yes"/>
  <aj:duty role="director" different-from="inspector handler" basis="b"/>
  <state id="s"/>
</scxml>)x";

const procedure::Definition& definition() {
  static const procedure::DefinitionPtr loaded = *procedure::load(chart, "c.xml");
  return *loaded;
}

Bureau bureau() {
  const auto person = [](const char* id, const char* name, std::vector<Post> posts) { return Person{PersonId(id), name, "", "", "", std::move(posts)}; };
  Bureau out;
  out.people = {person("P1", "甲领导", {{"分管领导", "", {}, {}, false}}),
                person("P2", "乙两职", {{"分管领导", "", {}, {}, false}, {"承办人", "", {}, {}, false}}),
                person("P3", "丙检查", {{"分管领导", "", {}, {}, true}}),
                person("P4", "丁代理", {{"分管领导", "", make_day(2026, 9, 1), make_day(2026, 9, 30), true}})};
  return out;
}

Fields facts() { return {{"检查人员", List{Fields{{"编号", "P3"}, {"姓名", "丙检查"}}}}}; }

Result<Value> ask(const std::string& who, const std::string& role, const Case& c = {}, Day on = make_day(2026, 9, 10)) {
  return authorise({"审定", {role}, who, on, ""}, definition(), c, facts(), bureau());
}
std::string code_of(const Result<Value>& result) { return result.ok() ? "" : result.diagnostics().front().row->code; }

TEST(Authorise, LetsTheHolderOfThePostSign) {
  const auto value = ask("甲领导", "director");
  ASSERT_TRUE(value.ok());
  EXPECT_EQ(value->field("编号").text_or_empty(), "P1");
}

TEST(Authorise, RefusesWhoLacksThePostAndNamesWhoHasIt) {
  const auto refused = ask("甲领导", "handler");
  EXPECT_EQ(code_of(refused), "AJ2710");
  EXPECT_EQ(refused.diagnostics().front().values.at(4).zh, "乙两职");
}

TEST(Authorise, RefusesAnotherThanTheDrawnInspectors) {
  EXPECT_EQ(code_of(ask("甲领导", "inspector")), "AJ2711");
  EXPECT_TRUE(ask("丙检查", "inspector").ok());
}

TEST(Authorise, KeepsADrawnInspectorFromEveryOtherPart) {
  const auto refused = ask("丙检查", "director");
  EXPECT_EQ(code_of(refused), "AJ2712");
  ASSERT_TRUE(refused.diagnostics().front().basis);
  EXPECT_EQ(refused.diagnostics().front().basis->article, "第十条");
}

TEST(Authorise, DoesNotMindTwoPostsUntilBothAreUsed) {
  EXPECT_TRUE(ask("乙两职", "director").ok());
  Case c;
  c.acts.push_back({1, "提交", {"handler"}, PersonId("P2"), make_day(2026, 9, 9)});
  EXPECT_EQ(code_of(ask("乙两职", "director", c)), "AJ2712");
}

TEST(Authorise, CountsADeputyOnHisDaysOnly) {
  EXPECT_TRUE(ask("丁代理", "director", {}, make_day(2026, 9, 30)).ok());
  EXPECT_EQ(code_of(ask("丁代理", "director", {}, make_day(2026, 10, 1))), "AJ2710");
}

TEST(Authorise, TakesAnOutsidePersonByName) {
  const auto value = ask("某律师事务所", "party");
  ASSERT_TRUE(value.ok());
  EXPECT_EQ(value->field("姓名").text_or_empty(), "某律师事务所");
  EXPECT_EQ(value->field("编号").text_or_empty(), "");
}

TEST(Authorise, KnowsItsPeople) {
  EXPECT_EQ(code_of(ask("甲领到", "director")), "AJ2702");
  EXPECT_EQ(code_of(ask("从来没有的人", "director")), "AJ2701");
}

TEST(WhoMay, LeavesOutThoseWhoAreBarred) {
  EXPECT_EQ(who_may(definition(), "director", {}, facts(), bureau(), make_day(2026, 9, 10)), (std::vector<std::string>{"甲领导", "乙两职", "丁代理"}));
}

}  // namespace
}  // namespace anjuan::cases
