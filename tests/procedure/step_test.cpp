// A procedure in motion: what a step does, what it refuses and why, and what it asks for.

#include <gtest/gtest.h>

#include "procedure/charts.h"

namespace anjuan::procedure {
namespace {

const char* const inspection = R"xml(
<aj:basis id="细则9" instrument="《抽查细则》" article="第九条" in-force-from="2021-06-14"/>
<aj:basis id="旧规" instrument="《旧规定》" article="第一条" in-force-from="2010-01-01" in-force-until="2020-12-31"/>
<aj:role id="承办人" label="承办人"/>
<aj:role id="分管领导" label="分管领导"/>
<aj:parameter id="报告天数" label="报告期限" type="integer" value="5" basis="细则9"/>
<datamodel>
  <data id="意见" aj:type="choice" aj:choices="同意|退回" aj:label="审批意见"/>
  <data id="问题数" expr="0" aj:type="integer" aj:label="问题数"/>
  <data id="日子" aj:type="date"/>
  <data id="退回次数" expr="0" aj:type="integer"/>
</datamodel>
<state id="审批" aj:label="行政检查审批" aj:role="分管领导">
  <onentry><aj:document template="approval-form" as="审批表" draft="yes"/></onentry>
  <transition event="审批.签署" cond="意见 == '同意'" target="检查" aj:label="批准检查" aj:basis="细则9">
    <aj:input data="意见"/>
    <aj:require test="对象.执业状态 == '正常执业'" label="检查对象正常执业" basis="细则9"/>
    <aj:document template="notice" as="通知书" number="检通" serve="yes" to="对象.名称" place="正2"><param name="次" expr="退回次数 + 1"/></aj:document>
  </transition>
  <transition event="审批.签署" cond="意见 == '退回'" aj:label="退回">
    <aj:input data="意见"/>
    <aj:input name="理由" label="退回理由" type="text"/>
    <assign location="退回次数" expr="退回次数 + 1"/>
  </transition>
</state>
<state id="检查" aj:label="检查" aj:role="承办人">
  <onentry><aj:time-limit id="报告期限" length="报告天数" unit="calendar-days" basis="细则9" on-due="报告.逾期"/></onentry>
  <onexit><aj:end-time-limit id="报告期限"/></onexit>
  <state id="现场" aj:label="现场检查">
    <transition event="检查.完成" target="报告" aj:label="完成检查">
      <aj:input data="问题数"/>
      <aj:input data="日子" required="no"/>
      <aj:require document="通知书" state="served" label="通知书已送达" basis="细则9"/>
    </transition>
    <transition event="报告.逾期" aj:label="登记逾期"><log label="逾期" expr="'报告已逾期'"/></transition>
  </state>
  <state id="报告" aj:label="检查报告">
    <transition cond="问题数 == 0" target="完"/>
    <transition event="报告.审定" cond="问题数 &lt; 100" target="完"/>
    <transition event="旧规" target="完" aj:basis="旧规"/>
  </state>
</state>
<final id="完" aj:label="结束"><onentry><send event="案件.结束" target="#_parent"><param name="问题数" expr="问题数"/></send></onentry></final>
)xml";

Fields facts(bool served = true) {
  return {{"对象", Fields{{"名称", "澄阳律师事务所"}, {"执业状态", "正常执业"}}},
          {"文书", Fields{{"通知书",
                           Fields{{"文号", "1号"}, {"日期", today}, {"已签署", true}, {"已送达", served}}}}}};
}

class Story : public testing::Test {
 protected:
  DefinitionPtr definition = loaded(chart(inspection));
  Facts around{facts(), nullptr};
  Standing standing = start(definition, around, today, {})->after;

  Result<Step> event(const std::string& name, const Fields& values = {}, Day on = today) {
    return step(definition, standing, {name, values, on, ""}, around);
  }
  Step go(const std::string& name, const Fields& values = {}, Day on = today) {
    auto result = event(name, values, on);
    EXPECT_TRUE(result.ok()) << (result.ok() ? "" : shown(result.diagnostics()));
    if (!result.ok()) return {};
    standing = result->after;
    return *result;
  }
  Ids refused(const std::string& name, const Fields& values = {}, Day on = today) {
    const auto result = event(name, values, on);
    return result.ok() ? Ids{} : codes_of(result.diagnostics());
  }
};

TEST_F(Story, IsSoundInItself) {
  using expression::parse_type;
  EXPECT_EQ(codes(chart(inspection), {{"对象", *parse_type("record")}, {"文书", *parse_type("record")}}),
            Ids{});
}

TEST_F(Story, BeginsWithItsFirstStateAndData) {
  EXPECT_EQ(standing.active, Ids{"审批"});
  EXPECT_EQ(standing.data.at("问题数"), Value(0));
  EXPECT_TRUE(standing.data.at("意见").empty());
  EXPECT_EQ(labels(*definition, standing), Ids{"行政检查审批"});
}

TEST_F(Story, DecidesByWhatTheEventBrings) {
  const Step step = go("审批.签署", {{"意见", "同意"}});
  EXPECT_EQ(standing.active, (Ids{"检查", "现场"}));
  EXPECT_EQ(standing.data.at("意见"), Value("同意"));
  EXPECT_EQ(step.roles, Ids{"分管领导"});
  EXPECT_EQ(labels(*definition, standing), Ids{"现场检查"});
}

// A label around a state is for charts and manuals; people are told the innermost one, unless two are alike.
TEST(Labels, NameTheInnermostAndTellTwoOfTheSameNameApart) {
  const auto both = loaded(chart(R"xml(<parallel id="p" aj:label="审查">
    <state id="a" aj:label="甲线"><state id="a1" aj:label="待查"><transition event="查" target="a2"/></state><state id="a2" aj:label="已查"/></state>
    <state id="b" aj:label="乙线"><state id="b1" aj:label="待查"/></state></parallel>)xml", "name=\"两线\" datamodel=\"anjuan\" aj:label=\"两线\""));
  Standing standing;
  standing.active = {"p", "a", "a1", "b", "b1"};
  EXPECT_EQ(labels(*both, standing), (std::vector<std::string>{"甲线 / 待查", "乙线 / 待查"}));
  standing.active = {"p", "a", "a2", "b", "b1"};
  EXPECT_EQ(labels(*both, standing), (std::vector<std::string>{"已查", "待查"}));
}

TEST_F(Story, AsksForTheDocumentWithTheDataOfTheMoment) {
  const Step step = go("审批.签署", {{"意见", "同意"}});
  const auto& document = std::get<MakeDocument>(step.effects[0]);
  EXPECT_EQ(document.template_id, "notice");
  EXPECT_EQ(document.slot, "通知书");
  EXPECT_EQ(document.to, "澄阳律师事务所");
  EXPECT_EQ(document.place, "正2");
  EXPECT_TRUE(document.serve);
  EXPECT_EQ(document.data.at("意见"), Value("同意"));
  EXPECT_EQ(document.data.at("次"), Value(1));
}

TEST_F(Story, KeepsATimeLimitUntilItEnds) {
  const Step step = go("审批.签署", {{"意见", "同意"}});
  const auto& limit = std::get<StartTimeLimit>(step.effects[1]);
  EXPECT_EQ(limit.limit.length, 5);
  EXPECT_EQ(limit.limit.basis.article, "第九条");
  ASSERT_EQ(standing.limits.size(), 1U);
  EXPECT_TRUE(fallen_due(standing, make_day(2030, 1, 1)).empty());  // no calendar yet: nothing is guessed
  const Step last = go("检查.完成", {{"问题数", 0}});
  EXPECT_TRUE(std::holds_alternative<StopTimeLimit>(last.effects[0]));
  EXPECT_TRUE(standing.limits.empty());
}

TEST_F(Story, ComputesDeadlinesWithTheCalendar) {
  const auto calendar = calendar::WorkingCalendar::make({});
  ASSERT_TRUE(calendar.ok());
  around.calendar = &*calendar;
  go("审批.签署", {{"意见", "同意"}});
  const OpenTimeLimit limit = standing.limits.at("报告期限");
  EXPECT_GE(limit.deadline.due, make_day(2026, 9, 15));
  const Day after = limit.deadline.due + std::chrono::days(1);
  EXPECT_TRUE(fallen_due(standing, limit.deadline.due).empty());
  ASSERT_EQ(fallen_due(standing, after).size(), 1U);
  const auto due = step(definition, standing, {"报告.逾期", {}, after, "#_timer"}, around);
  ASSERT_TRUE(due.ok());
  EXPECT_TRUE(fallen_due(due->after, after).empty());
  EXPECT_EQ(due->after.limits.size(), 1U);
  EXPECT_EQ(std::get<Note>(due->effects[0]).text, "报告已逾期");
  EXPECT_TRUE(recompute_limits(standing, *calendar).empty());
  acknowledge_due(standing, "报告期限");
  EXPECT_TRUE(fallen_due(standing, after).empty());
}

TEST_F(Story, EndsWithAMessageToTheParent) {
  go("审批.签署", {{"意见", "同意"}});
  const Step step = go("检查.完成", {{"问题数", "0"}, {"日子", "2026年9月10日"}});
  EXPECT_TRUE(standing.finished);
  EXPECT_EQ(standing.active, Ids{"完"});
  EXPECT_EQ(standing.data.at("日子"), Value(today));
  const auto& message = std::get<SendMessage>(step.effects.back());
  EXPECT_EQ(message.target, "#_parent");
  EXPECT_EQ(message.event, "案件.结束");
  EXPECT_EQ(message.values.at("问题数"), Value(0));
  EXPECT_EQ(refused("检查.完成"), Ids{"AJ2062"});
}

TEST_F(Story, RefusesAnEventThatNothingAwaits) {
  const auto result = event("检查.完成", {{"问题数", 1}});
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(codes_of(result.diagnostics()), Ids{"AJ2050"});
  EXPECT_EQ(sentence(result.diagnostics()[0], Language::chinese),
            "现在的环节是“行政检查审批”，不接收“检查.完成”");
  EXPECT_EQ(hint(result.diagnostics()[0], Language::chinese),
            "现在可以办的：批准检查（审批.签署）、退回（审批.签署）。");
}

TEST_F(Story, RefusesWhatIsMissingOrWrongAllAtOnce) {
  EXPECT_EQ(refused("审批.签署"),
            Ids{"AJ2057"});  // the opinion decides; the reason is asked for when it is known
  EXPECT_EQ(refused("审批.签署", {{"意见", "退回"}}), Ids{"AJ2057"});
  EXPECT_EQ(refused("审批.签署", {{"意见", "同意"}, {"意件", "x"}, {"完全无关的东西", 1}}),
            (Ids{"AJ2059", "AJ2058"}));
  EXPECT_EQ(refused("审批.签署", {{"意见", "也许"}, {"理由", "x"}}), Ids{"AJ2060"});
  go("审批.签署", {{"意见", "同意"}});
  EXPECT_EQ(refused("检查.完成", {{"问题数", "三"}}), Ids{"AJ2060"});
  EXPECT_EQ(refused("检查.完成", {{"问题数", 1}, {"问题树", 1}}), Ids{"AJ2058"});
}

TEST_F(Story, RefusesWithTheProvisionWhenARequirementIsNotMet) {
  around.fields["对象"] = Fields{{"执业状态", "停业"}};
  const auto result = event("审批.签署", {{"意见", "同意"}});
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(codes_of(result.diagnostics()), Ids{"AJ2053"});
  EXPECT_EQ(result.diagnostics()[0].basis->article, "第九条");
  EXPECT_EQ(sentence(result.diagnostics()[0], Language::chinese), "“批准检查”之前必须：检查对象正常执业");
}

TEST_F(Story, WaitsForThePaperToBeServed) {
  go("审批.签署", {{"意见", "同意"}});
  around.fields = facts(false);
  EXPECT_EQ(refused("检查.完成", {{"问题数", 1}}), Ids{"AJ2056"});
  around.fields.erase("文书");
  EXPECT_EQ(refused("检查.完成", {{"问题数", 1}}), Ids{"AJ2056"});
}

TEST_F(Story, RefusesAProvisionThatIsNotInForce) {
  go("审批.签署", {{"意见", "同意"}});
  go("检查.完成", {{"问题数", 2}});
  EXPECT_EQ(standing.active, (Ids{"检查", "报告"}));
  EXPECT_EQ(refused("旧规"), Ids{"AJ2061"});
  EXPECT_EQ(refused("报告.审定", {}, today), Ids{});
}

TEST_F(Story, RefusesAnActDatedBeforeTheRules) {
  EXPECT_EQ(refused("审批.签署", {{"意见", "同意"}}, make_day(2020, 1, 1)), Ids{"AJ2061"});
}

TEST_F(Story, SaysWhichConditionDoesNotHold) {
  go("审批.签署", {{"意见", "同意"}});
  go("检查.完成", {{"问题数", 200}});
  const auto result = event("报告.审定");
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(sentence(result.diagnostics()[0], Language::chinese),
            "“报告.审定”要求：问题数小于 100，现在不成立");
}

TEST_F(Story, StaysWhereATransitionHasNoTarget) {
  go("审批.签署", {{"意见", "退回"}, {"理由", "材料不全"}});
  EXPECT_EQ(standing.active, Ids{"审批"});
  EXPECT_EQ(standing.data.at("退回次数"), Value(1));
}

TEST_F(Story, TellsWhatCanBeDone) {
  auto now = opportunities(definition, standing, around, today);
  ASSERT_EQ(now.size(), 2U);
  EXPECT_EQ(now[0].label, "批准检查");
  EXPECT_EQ(now[0].role_label, "分管领导");
  EXPECT_TRUE(now[0].open);  // the condition depends on what is filled in
  EXPECT_EQ(now[0].destination, "检查");
  EXPECT_EQ(now[0].inputs[0].choices, (Ids{"同意", "退回"}));
  EXPECT_EQ(now[1].inputs[1].label, "退回理由");
  go("审批.签署", {{"意见", "同意"}});
  around.fields = facts(false);
  now = opportunities(definition, standing, around, today);
  EXPECT_FALSE(now[0].open);
  EXPECT_EQ(codes_of(now[0].because), Ids{"AJ2056"});
  EXPECT_FALSE(now[0].of_time_limit);
  EXPECT_TRUE(now[1].of_time_limit);
}

TEST_F(Story, SurvivesTheStore) {
  const auto calendar = calendar::WorkingCalendar::make({});
  around.calendar = &*calendar;
  go("审批.签署", {{"意见", "同意"}});
  const Standing again = standing_from(to_value(standing));
  EXPECT_EQ(to_value(again), to_value(standing));
  EXPECT_EQ(again.active, standing.active);
  EXPECT_EQ(again.limits.at("报告期限").deadline, standing.limits.at("报告期限").deadline);
  standing = again;
  go("检查.完成", {{"问题数", 0}});
  EXPECT_TRUE(standing.finished);
}

TEST_F(Story, StaysOnItsOwnDefinition) {
  standing.definition_digest = "another";
  EXPECT_EQ(refused("审批.签署", {{"意见", "同意"}}), Ids{"AJ2067"});
  EXPECT_EQ(codes_of(step(definition, Standing{}, {"e", {}, today, ""}, around).diagnostics()),
            Ids{"AJ2063"});
  standing.definition_digest = definition->digest;
  standing.active = {"没有"};
  EXPECT_EQ(refused("审批.签署", {{"意见", "同意"}}), Ids{"AJ2068"});
}

// Whatever is cut out of a file: it is told what is wrong, or it runs; it never falls over.
TEST(Inspect, StandsDamagedFiles) {
  const std::string whole = chart(inspection);
  int refused = 0, loaded_anyway = 0;
  for (std::size_t from = 100; from + 40 < whole.size(); from += 17) {
    std::string damaged = whole;
    damaged.erase(from, 5 + from % 31);
    const Diagnostics found = inspect(damaged, "chart.xml", {});
    const auto definition = load(damaged, "chart.xml");
    if (definition.ok()) {
      ++loaded_anyway;
      const auto begun = start(*definition, Facts{facts(), nullptr}, today, {});
      EXPECT_TRUE(begun.ok() || !begun.diagnostics().empty());
    } else {
      ++refused;
      EXPECT_TRUE(has_error(found));
    }
  }
  EXPECT_GT(refused, 50);
  EXPECT_GT(loaded_anyway, 5);
}

TEST(Start, TakesValuesFromOutside) {
  const auto definition = loaded(chart(inspection));
  const Facts around{facts(), nullptr};
  EXPECT_EQ(start(definition, around, today, {{"问题数", 7}})->after.data.at("问题数"), Value(7));
  EXPECT_EQ(codes_of(start(definition, around, today, {{"没有", 7}}).diagnostics()), Ids{"AJ2066"});
  EXPECT_EQ(codes_of(start(definition, around, today, {{"问题数", "七"}}).diagnostics()), Ids{"AJ2069"});
}

}  // namespace
}  // namespace anjuan::procedure
