#pragma once
// Charts small enough to reach one effect at a time, and acts on them.

#include "procedure/procedure.h"
#include "support/played_round.h"

namespace anjuan::handling {

using support::code_of, support::FakeOffice, support::has_code, support::shown, support::well;

inline const Day today = make_day(2026, 9, 9);
inline const std::string secret(64, '7');
inline const std::string dice = "35261442516361425316";

/// A round whose events bring about the draw's effects in any order; `freeze` can be changed.
inline std::string round_chart(const std::string& freeze_params = "", const std::string& more = "") {
  const std::string params = freeze_params.empty() ? R"x(
        <param name="比例" expr="30"/><param name="最少" expr="1"/><param name="频次上限" expr="2"/>
        <param name="每组人数" expr="2"/><param name="负荷差" expr="1"/>
        <param name="行业代号" expr="{'律师事务所': 'LS', '公证机构': 'GZ', '基层法律服务所': 'JC'}"/>
        <param name="频次理由" expr="'频次'"/><param name="证件理由" expr="'证件'"/><param name="申报理由" expr="'申报'"/>
        <param name="来源" expr="[{'代号': 'witness', '名称': '见证人', '方式': 'd6'}, {'代号': 'office', '名称': '本局', '方式': 'secret'}]"/>
        <param name="信封保管人" expr="['甲', '乙']"/><param name="信封模板" expr="'draw-envelope'"/>
        <param name="理由代码" expr="{'频次': '本年度检查已达上限', '证件': '证件不在有效期内', '申报': '申报利害关系', '客观': '客观原因'}"/>)x"
                                                   : freeze_params;
  return R"x(<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:aj="urn:anjuan:paperwork:1" version="1.0"
       datamodel="anjuan" name="small-round" initial="open" aj:kind="round" aj:label="小任务">
  <datamodel><data id="骰子" aj:type="text"/><data id="密数" aj:type="text"/></datamodel>
  <state id="open" aj:label="办理中">
    <transition event="冻结"><aj:draw action="freeze">)x" + params + R"x(</aj:draw></transition>
    <transition event="首录"><aj:input data="骰子"/>
      <aj:draw action="enter"><param name="来源" expr="'witness'"/><param name="值" expr="骰子"/></aj:draw></transition>
    <transition event="复录"><aj:input data="骰子"/>
      <aj:draw action="confirm"><param name="来源" expr="'witness'"/><param name="值" expr="骰子"/></aj:draw></transition>
    <transition event="抽取"><aj:input data="密数"/>
      <aj:draw action="open"><param name="密数" expr="{'office': 密数}"/></aj:draw></transition>
    <transition event="作废"><aj:draw action="annul"><param name="理由" expr="'有误'"/></aj:draw></transition>
    <transition event="立案"><aj:open-cases definition="small-case"/></transition>)x" + more + R"x(
    <transition event="结束" target="done"/>
  </state>
  <final id="done" aj:label="结束"/>
</scxml>)x";
}

/// A case that can lose its inspectors one after another.
inline const char* const case_chart = R"x(<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:aj="urn:anjuan:paperwork:1" version="1.0"
       datamodel="anjuan" name="small-case" initial="open" aj:kind="case" aj:label="小案">
  <datamodel><data id="人员" aj:type="text"/><data id="点数" aj:type="text"/></datamodel>
  <state id="open" aj:label="办理中">
    <transition event="首录"><aj:input data="点数"/><aj:draw action="enter"><param name="值" expr="点数"/></aj:draw></transition>
    <transition event="退出"><aj:input data="点数"/>
      <aj:draw action="drop"><param name="随机数" expr="点数"/><param name="理由代码" expr="'客观'"/></aj:draw></transition>
    <transition event="递补"><aj:input data="人员"/><aj:input data="点数"/>
      <aj:draw action="withdraw"><param name="人员" expr="人员"/><param name="随机数" expr="点数"/><param name="理由代码" expr="'客观'"/></aj:draw></transition>
    <transition event="发通知"><aj:document template="inspection-notice" as="通知" number="检通"/></transition>
    <transition event="结束" target="done"/>
  </state>
  <final id="done" aj:label="结束"/>
</scxml>)x";

inline void add_chart(FakeOffice& office, const std::string& xml) {
  const auto definition = well(procedure::load(xml, "small.xml"));
  office.library().procedures.insert_or_assign(definition->name, Loaded<procedure::DefinitionPtr>{definition, "small.xml", xml, sha256(xml)});
}

inline Result<Receipt> perform(FakeOffice& fake, const std::string& id, const std::string& event, Fields values = {}, Day on = today,
                               const std::string& recorder = "陆明舟") {
  Office office = fake.office();
  Act act = fake.act(on, "陆明舟", recorder);
  act.event = event;
  act.values = std::move(values);
  return handle(office, CaseId(id), act);
}

inline Result<Receipt> open_small(FakeOffice& fake, const std::string& id = "小1", const std::string& definition = "small-round") {
  Office office = fake.office();
  return open_round(office, CaseId(id), definition, fake.act(today, "陆明舟", "陆明舟"));
}

inline Result<Receipt> freeze(FakeOffice& fake, const std::string& id = "小1") {
  Office office = fake.office();
  Act act = fake.act(today, "陆明舟", "陆明舟");
  act.event = "冻结";
  act.secret = secret;
  return handle(office, CaseId(id), act);
}

/// The dice typed by two people, each on his own.
inline Result<Receipt> type_twice(FakeOffice& fake, const std::string& rolls = dice, const std::string& id = "小1") {
  auto first = perform(fake, id, "首录", {{"骰子", rolls}});
  return first.ok() ? perform(fake, id, "复录", {{"骰子", rolls}}, today, "沈知微") : first;
}

inline Result<Receipt> draw_lots(FakeOffice& fake, const std::string& rolls = dice, const std::string& id = "小1") {
  auto typed = type_twice(fake, rolls, id);
  return typed.ok() ? perform(fake, id, "抽取", {{"密数", secret}}) : typed;
}

/// A round of the small chart in an office with registers.
struct SmallRound {
  FakeOffice office;
  explicit SmallRound(const std::string& chart = round_chart(), bool with_registers = true) {
    add_chart(office, chart);
    add_chart(office, case_chart);
    if (with_registers) support::import_registers(office);
    const auto opened = open_small(office);
    EXPECT_TRUE(opened.ok()) << shown(opened);
  }
};

}  // namespace anjuan::handling
