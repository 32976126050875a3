// SCXML's own elements that make the chart: states, transitions, history.

#include "procedure/outline.h"

namespace anjuan::procedure {

using xml::AttributeRule;
using xml::ChildRule;
using xml::ElementRule;
using xml::ValueKind;

namespace detail {

AttributeRule paperwork_attribute(std::string name, ValueKind kind, Wording says) {
  return {std::move(name), kind, false, {}, std::move(says), std::string(paperwork_namespace)};
}

ChildRule own(std::string name, int min, int max) { return {std::move(name), min, max, ""}; }

namespace {

ChildRule aj(std::string name) { return {std::move(name), 0, -1, std::string(paperwork_namespace)}; }

AttributeRule aj_label() {
  return paperwork_attribute("label", ValueKind::text, {"给人看的名称", "what people are shown"});
}
AttributeRule aj_basis() {
  return paperwork_attribute("basis", ValueKind::ids,
                             {"依据的编号，可以有几个，用空格分开", "ids of provisions"});
}
AttributeRule role() {
  return paperwork_attribute("role", ValueKind::id, {"由哪个角色办理", "the role that acts"});
}
AttributeRule by() {
  AttributeRule rule = paperwork_attribute(
      "by", ValueKind::choice,
      {"谁引起：person 由人办理（默认）；system "
       "只由系统引起，如期限届满、文书送达、上下级案件的消息，人不能直接办",
       "person (default), or system: only a time limit, a service or a message of another case"});
  rule.choices = {"person", "system"};
  return rule;
}
AttributeRule chart_id(bool required = false) {
  return {"id", ValueKind::id, required, {}, {"编号，全文件不得重复", "unique in the file"}, ""};
}

std::vector<ChildRule> of_a_state() {
  return {own("onentry"),  own("onexit"),  own("transition"),      own("state"),
          own("parallel"), own("history"), own("datamodel", 0, 1), own("invoke")};
}

ElementRule root_rule() {
  AttributeRule kind =
      paperwork_attribute("kind", ValueKind::choice, {"抽查任务 round，或案件 case", "a round or a case"});
  kind.choices = {"round", "case"};
  kind.spoken = {"任务 抽查任务", "案件"};
  return {
      "scxml",
      {"一个流程", "a procedure"},
      {{"initial", ValueKind::ids, false, {}, {"从哪个环节开始", "where it begins"}, ""},
       {"name", ValueKind::text, false, {}, {"流程的编号", "its name"}, ""},
       {"version", ValueKind::choice, true, {"1.0"}, {"SCXML 的版本，固定为 1.0", "of SCXML: 1.0"}, ""},
       {"datamodel",
        ValueKind::text,
        false,
        {},
        {"数据语言：anjuan（默认）或 null", "anjuan (default) or null"},
        ""},
       {"binding",
        ValueKind::choice,
        false,
        {"early", "late"},
        {"数据何时赋初值", "when data get their first value"},
        ""},
       {"exmode", ValueKind::text, false, {}, {"不用", "ignored"}, ""},
       kind,
       aj_label(),
       paperwork_attribute("version", ValueKind::text, {"本流程的版本", "version of this procedure"})},
      {own("state"), own("parallel"), own("final"), own("datamodel", 0, 1), own("script"), aj("basis"),
       aj("role"), aj("duty"), aj("parameter"), aj("assert")},
      false,
      false,
      "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:aj=\"urn:anjuan:paperwork:1\" version=\"1.0\" "
      "initial=\"申请\" aj:kind=\"case\" aj:label=\"检查案件\">…</scxml>",
      ""};
}

ElementRule state_rule() {
  std::vector<ChildRule> children = of_a_state();
  children.push_back(own("initial"));  // a second one is said by the loader, with the attribute
  children.push_back(own("final"));
  return {"state",
          {"一个环节；里面可以再有环节", "a state; it may hold further states"},
          {chart_id(),
           {"initial",
            ValueKind::ids,
            false,
            {},
            {"进入时先到里面的哪个环节", "the state inside that is entered first"},
            ""},
           aj_label(),
           aj_basis(),
           role()},
          std::move(children),
          false,
          false,
          "<state id=\"审批\" aj:label=\"行政检查审批\" aj:role=\"分管领导\" aj:basis=\"细则9\">…</state>",
          ""};
}

ElementRule transition_rule() {
  std::vector<ChildRule> children = executable();
  children.push_back(aj("input"));
  children.push_back(aj("require"));
  return {"transition",
          {"流转：什么事件、在什么条件下、走到哪个环节", "what event leads where, under which condition"},
          {{"event",
            ValueKind::text,
            false,
            {},
            {"事件的名称，可以有几个，用空格分开；不写则条件成立就流转",
             "event descriptors; none: as soon as the condition holds"},
            ""},
           {"cond", ValueKind::expression, false, {}, {"条件", "the condition"}, ""},
           {"target",
            ValueKind::ids,
            false,
            {},
            {"到哪个环节；不写则环节不变", "the destination; none: the state stays"},
            ""},
           {"type",
            ValueKind::choice,
            false,
            {"external", "internal"},
            {"internal：不离开所在的大环节", "internal: the enclosing state is not left"},
            ""},
           aj_label(),
           role(),
           by(),
           aj_basis()},
          std::move(children),
          false,
          false,
          "<transition event=\"审批.同意\" cond=\"问题数 > 0\" target=\"通知\" aj:label=\"同意\" "
          "aj:role=\"分管领导\"/>",
          ""};
}

ElementRule history_rule() {
  return {"history",
          {"回到上次所在的环节", "back to where it was"},
          {chart_id(),
           {"type",
            ValueKind::choice,
            false,
            {"shallow", "deep"},
            {"shallow：只记一层；deep：记到最里层", "how deep it remembers"},
            ""},
           aj_label()},
          {own("transition", 1, 1)},
          false,
          false,
          "<history id=\"中止前\"><transition target=\"检查\"/></history>",
          ""};
}

}  // namespace

std::vector<ElementRule> structure_rules() {
  const std::vector<ChildRule> no_children;
  return {
      root_rule(),
      state_rule(),
      {"parallel",
       {"并行：里面的各环节同时进行", "the states inside run at the same time"},
       {chart_id(), aj_label(), aj_basis(), role()},
       of_a_state(),
       false,
       false,
       "<parallel id=\"两线\"><state id=\"检查\"/><state id=\"公示\"/></parallel>",
       ""},
      transition_rule(),
      {"initial",
       {"进入大环节时先走的流转", "the transition taken on entering"},
       {},
       {own("transition", 1, 1)},
       false,
       false,
       "<initial><transition target=\"起草\"/></initial>",
       ""},
      {"final",
       {"终点", "an end"},
       {chart_id(), aj_label(), aj_basis(), role()},
       {own("onentry"), own("onexit"), own("donedata", 0, 1)},
       false,
       false,
       "<final id=\"结案\" aj:label=\"结案\"/>",
       ""},
      {"onentry",
       {"进入环节时做的事", "what is done on entering"},
       {},
       executable(),
       false,
       false,
       "<onentry><aj:document template=\"inspection-notice\"/></onentry>",
       ""},
      {"onexit",
       {"离开环节时做的事", "what is done on leaving"},
       {},
       executable(),
       false,
       false,
       "<onexit><aj:end-time-limit id=\"报告期限\"/></onexit>",
       ""},
      history_rule(),
  };
}

}  // namespace detail

const xml::Prefixes& usual_prefixes() {
  static const xml::Prefixes prefixes{{"aj", std::string(paperwork_namespace)}};
  return prefixes;
}

xml::Outline outline() {
  xml::Outline outline;
  outline.ns = scxml_namespace;
  outline.root = "scxml";
  outline.foreign_allowed = true;
  for (const auto& [prefix, uri] : usual_prefixes()) outline.prefixes.emplace_back(uri, prefix);
  for (auto rules : {detail::structure_rules(), detail::content_rules(), detail::declaration_rules(),
                     detail::effect_rules()}) {
    outline.elements.insert(outline.elements.end(), rules.begin(), rules.end());
  }
  return outline;
}

}  // namespace anjuan::procedure
