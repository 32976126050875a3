// What things of a definition are called: for charts, manuals, paths and differences.

#include "procedure/assertion_words.h"
#include "procedure/words.h"

#include <gtest/gtest.h>

#include "procedure/manual.h"
#include "procedure/procedure.h"

namespace anjuan::procedure {
namespace {

DefinitionPtr chart() {
  const auto loaded = load(R"xml(<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:aj="urn:anjuan:paperwork:1" version="1.0"
    datamodel="anjuan" name="visit" initial="line" aj:label="回访" aj:version="第1版">
  <aj:basis id="x9" instrument="《细则》" article="第九条" in-force-from="2021-06-14"/>
  <aj:role id="handler" label="承办人"/>
  <aj:role id="head" label="负责人"/>
  <aj:duty role="head" different-from="handler" basis="x9"/>
  <aj:parameter id="答复期限" label="答复" type="integer" value="5" unit="工作日" basis="x9"/>
  <datamodel>
    <data id="问题数" aj:type="integer" aj:label="发现的问题数" expr="0"/>
    <data id="severity" aj:type="choice" aj:choices="一般|严重" aj:label="严重程度（两级）"/>
  </datamodel>
  <parallel id="line">
    <state id="a">
      <state id="open" aj:label="待回访" aj:role="handler" aj:basis="x9">
        <transition event="完成" cond="问题数 &gt; 0 &amp;&amp; severity == '严重'" target="waiting" aj:label="完成回访" aj:role="handler" aj:basis="x9">
          <aj:input data="severity" required="yes"/>
          <aj:require test="In('waiting')" basis="x9"/>
          <aj:document template="note" as="回访记录单" number="访" sign="yes" place="正1" mandatory="yes"/>
          <aj:time-limit id="答复" label="等待答复" length="答复期限" unit="working-days" basis="x9" on-due="期限.答复"/>
        </transition>
      </state>
      <state id="waiting" aj:label="等待答复">
        <transition event="期限.答复" aj:by="system" target="done" aj:label="没有答复"><aj:end-time-limit id="答复"/></transition>
      </state>
      <final id="done"/>
    </state>
    <state id="b"><final id="b-done"/></state>
    <transition event="done.state.line" target="end"/>
  </parallel>
  <final id="end" aj:label="办结"/>
  <aj:assert label="先回访后办结" every-path-to="end" passes="open"/>
</scxml>)xml",
                           "visit.xml");
  EXPECT_TRUE(loaded.ok()) << (loaded.ok() ? "" : render(loaded.diagnostics()[0], Language::chinese));
  return loaded.ok() ? *loaded : nullptr;
}

const Transition& labelled(const Definition& definition, const std::string& label) {
  for (const Transition& transition : definition.transitions) {
    if (transition.label == label) return transition;
  }
  ADD_FAILURE() << label;
  return definition.transitions.front();
}

TEST(ConditionInWords, UsesReadableIdsAndShortLabels) {
  const DefinitionPtr d = chart();
  const Wording words = condition_in_words(*d, labelled(*d, "完成回访").condition);
  EXPECT_EQ(words.zh, "问题数大于 0，并且严重程度是“严重”");
  EXPECT_EQ(words.en, "问题数 is greater than 0, and 严重程度 is “严重”");
}

TEST(StateInWords, FindsAWordForAStateWithoutLabel) {
  const DefinitionPtr d = chart();
  EXPECT_EQ(state_in_words(*d, *d->find("open")), Wording("待回访"));
  EXPECT_EQ(state_in_words(*d, *d->find("a")).zh, "待回访等环节");
  EXPECT_EQ(state_in_words(*d, *d->find("done")), Wording("办完（没有答复）", "done (没有答复)"));
  EXPECT_EQ(state_in_words(*d, *d->find("b-done")).zh, "办完（b-done）") << "nothing leads to it";
}

/// Ends without a label of their own are told apart by the line they end or by how they are come to.
TEST(StateInWords, TellsEndsWithoutLabelApart) {
  const auto loaded = load(R"xml(<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:aj="urn:anjuan:paperwork:1" version="1.0"
    datamodel="anjuan" initial="both" aj:label="两线">
  <datamodel><data id="方式" aj:type="text"/></datamodel>
  <parallel id="both">
    <state id="left" aj:label="甲线"><state id="l0" aj:label="甲"><transition event="完" target="l1"/></state><final id="l1"/></state>
    <state id="right" aj:label="乙线"><state id="r0" aj:label="乙"><transition cond="方式 == '免'" target="r1"/>
      <transition event="完" target="r2" aj:label="查完"/></state><final id="r1"/><final id="r2"/></state>
  </parallel></scxml>)xml",
                           "ends.xml");
  ASSERT_TRUE(loaded.ok()) << render(loaded.diagnostics()[0], Language::chinese);
  const Definition& d = **loaded;
  EXPECT_EQ(state_in_words(d, *d.find("l1")), Wording("“甲线”办完", "甲线 is done"));
  EXPECT_EQ(state_in_words(d, *d.find("r1")).zh, "办完（方式是“免”）");
  EXPECT_EQ(state_in_words(d, *d.find("r2")).zh, "办完（查完）");
}

TEST(ReturnInWords, TellsHowDeepAHistoryLeadsBack) {
  const auto bare = load(R"xml(<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="null">
  <state id="c"><history id="h1"><transition target="p1"/></history><history id="h2" type="deep"><transition target="p1"/></history><state id="p1"/></state></scxml>)xml",
                         "bare.xml");
  ASSERT_TRUE(bare.ok());
  EXPECT_EQ(return_in_words(**bare, *(*bare)->find("h1")).zh, "“c”里上次所在的环节，只到这一层，再往里的从头开始");
  EXPECT_EQ(return_in_words(**bare, *(*bare)->find("h2")).zh, "“c”里上次所在的环节，直到最里层");
  EXPECT_NE(target_in_words(**bare, *(*bare)->find("h1")).zh, target_in_words(**bare, *(*bare)->find("h2")).zh);
}

std::string asserted(const std::string& attributes, Language language = Language::chinese) {
  const auto loaded = load(R"xml(<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:aj="urn:anjuan:paperwork:1" version="1.0"
    datamodel="anjuan" initial="a" aj:label="办件"><datamodel><data id="件数" aj:type="integer" expr="0"/></datamodel>
  <state id="a" aj:label="待办"><transition event="pass" target="b" aj:label="批准"><aj:document template="notice" as="通知书"/>
    <aj:time-limit id="t" label="答复" length="5" unit="working-days" on-due="逾期"/></transition><transition event="逾期" target="b"/></state>
  <state id="b" aj:label="在办"><transition event="完" target="c"><aj:archive/></transition></state>
  <final id="c" aj:label="办结"/><aj:assert )xml" + attributes + "/></scxml>",
                           "assert.xml");
  if (!loaded.ok()) {
    ADD_FAILURE() << render(loaded.diagnostics()[0], Language::chinese);
    return "";
  }
  return assertion_in_words(**loaded, (*loaded)->assertions[0]).in(language);
}

TEST(AssertionInWords, SaysWhatEachKindAsks) {
  EXPECT_EQ(asserted("every-path-to=\"c\" passes=\"event:pass paper:notice\""), "到“办结”以前，必先办“批准”或者制作“通知书”");
  EXPECT_EQ(asserted("never=\"a b\""), "待办、在办不得同时");
  EXPECT_EQ(asserted("from=\"a\" reaches=\"c\" limit=\"t\""),
            "到“待办”以后，不管走到哪一步，总还能到“办结”；在这以前期限“答复”一直在计算");
  EXPECT_EQ(asserted("at-most-once=\"event:pass\" since=\"a\""), "每次到“待办”以后，办“批准”至多一次");
  EXPECT_EQ(asserted("whenever=\"effect:archive\" holds=\"件数 &gt; 0\""), "归档时：件数大于 0");
  EXPECT_EQ(asserted("every-path-to=\"c\" passes=\"event:pass\"", Language::english),
            "before “办结” is reached, “批准” is done");
}

TEST(TargetInWords, IsTheStateItselfNotOneInside) {
  const auto labelled = load(R"xml(<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:aj="urn:anjuan:paperwork:1" version="1.0"
    datamodel="anjuan" name="two" initial="both" aj:label="两线">
  <parallel id="both">
    <state id="left"><state id="l0"><transition target="l1"/></state><state id="l1" aj:label="改正"/></state>
    <state id="right"><state id="r1" aj:label="反馈"/></state>
  </parallel></scxml>)xml",
                             "two.xml");
  ASSERT_TRUE(labelled.ok());
  EXPECT_EQ(target_in_words(**labelled, *(*labelled)->find("both")).zh, "both：改正等环节、反馈等环节（同时进行）");
  EXPECT_EQ(target_in_words(**labelled, *(*labelled)->find("left")).zh, "left：改正等环节");
  const auto bare = load(R"xml(<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="null">
  <state id="c"><history id="h1"><transition target="p1"/></history><state id="p1"/></state><final id="pass"/></scxml>)xml",
                         "bare.xml");
  ASSERT_TRUE(bare.ok());
  EXPECT_EQ(target_in_words(**bare, *(*bare)->find("c")), Wording("c"));
  EXPECT_EQ(target_in_words(**bare, *(*bare)->find("pass")), Wording("pass"));
  EXPECT_EQ(target_in_words(**bare, *(*bare)->find("h1")).zh, "回到“c”原来的环节（h1）");
}

TEST(TransitionInWords, TellsTheEventWhereThereIsNoLabel) {
  const DefinitionPtr d = chart();
  const Transition& last = d->transitions[d->states[*d->find("line")].transitions[0]];
  EXPECT_EQ(transition_in_words(*d, last).zh, "待回访等环节全部办完");
  EXPECT_EQ(transition_in_words(*d, labelled(*d, "完成回访")), Wording("完成回访"));
}

TEST(LengthInWords, TakesTheNumberFromTheParameter) {
  const DefinitionPtr d = chart();
  for_every_action(*d, [&](const Action& action) {
    const auto* limit = std::get_if<TimeLimitAction>(&action.what);
    if (limit == nullptr) return;
    EXPECT_EQ(length_in_words(*d, *limit), Wording("5 个工作日", "5 working days"));
  });
}

TEST(ShortName, IsTheIdWhereThatIsChinese) {
  EXPECT_EQ(short_name("问题数", "发现的问题数"), "问题数");
  EXPECT_EQ(short_name("severity", "严重程度（两级）"), "严重程度");
  EXPECT_EQ(short_name("severity", ""), "severity");
}

const Value& item(const Fields& fields, const std::string& list, std::size_t i) {
  return fields.at(list).list().at(i);
}

TEST(ManualOf, HoldsWhatTheTemplatePrints) {
  const Fields fields = manual_of(*chart());
  EXPECT_EQ(fields.at("流程名称"), Value("回访"));
  EXPECT_EQ(item(fields, "依据", 0).field("名称"), Value("《细则》第九条"));
  EXPECT_EQ(display(item(fields, "职责分离", 0).field("不得是")), "承办人");
  EXPECT_EQ(item(fields, "参数", 0).field("数值"), Value("5 工作日"));
  EXPECT_EQ(item(fields, "全部期限", 0).field("长度"), Value("5 个工作日"));
  EXPECT_EQ(item(fields, "全部期限", 0).field("届满"), Value("没有答复"));
  EXPECT_EQ(display(item(fields, "全部文书", 0).field("环节")), "待回访");
  EXPECT_EQ(display(item(fields, "全部文书", 0).field("手续")), "编号、签名、必备");
  EXPECT_EQ(display(fields.at("要求")), "先回访后办结：到“办结”以前，必先到“待回访”");
}

TEST(ManualOf, TellsEachActWhole) {
  const Fields fields = manual_of(*chart());
  Value open;
  for (const Value& state : fields.at("环节").list()) {
    if (state.field("名称") == Value("待回访")) open = state;
  }
  ASSERT_FALSE(open.empty());
  const Value& act = open.field("办理").list().at(0);
  EXPECT_EQ(act.field("谁"), Value("承办人"));
  EXPECT_EQ(act.field("条件"), Value("问题数大于 0，并且严重程度是“严重”"));
  EXPECT_EQ(act.field("转到"), Value("等待答复"));
  EXPECT_EQ(act.field("须具备").list().at(0).field("内容"), Value("正处在“等待答复”"));
  EXPECT_EQ(act.field("要填").list().at(0).field("名称"), Value("严重程度（两级）"));
  EXPECT_EQ(act.field("文书").list().at(0).field("名称"), Value("回访记录单"));
  EXPECT_EQ(act.field("期限").list().at(0).field("名称"), Value("等待答复"));
}

}  // namespace
}  // namespace anjuan::procedure
