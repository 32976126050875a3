// SCXML's executable content, data and messages in the outline.

#include "procedure/outline.h"

namespace anjuan::procedure::detail {

using xml::AttributeRule;
using xml::ChildRule;
using xml::ElementRule;
using xml::ValueKind;

namespace {

AttributeRule expression(std::string name, Wording says, bool required = false) {
  return {std::move(name), ValueKind::expression, required, {}, std::move(says), ""};
}
AttributeRule text(std::string name, Wording says, bool required = false) {
  return {std::move(name), ValueKind::text, required, {}, std::move(says), ""};
}

std::vector<ElementRule> control_rules() {
  std::vector<ChildRule> branches = executable();
  branches.push_back(own("elseif"));
  branches.push_back(own("else", 0, 1));
  return {
      {"raise",
       {"立即产生一个内部事件", "raises an internal event"},
       {text("event", {"事件的名称", "its name"}, true)},
       {},
       false,
       false,
       "<raise event=\"材料.齐全\"/>",
       ""},
      {"if",
       {"条件成立时做", "done if the condition holds"},
       {expression("cond", {"条件", "the condition"}, true)},
       std::move(branches),
       false,
       false,
       "<if cond=\"问题数 > 0\">…<else/>…</if>",
       ""},
      {"elseif",
       {"否则，若条件成立", "otherwise, if the condition holds"},
       {expression("cond", {"条件", "the condition"}, true)},
       {},
       false,
       false,
       "<elseif cond=\"问题数 == 0\"/>",
       ""},
      {"else", {"否则", "otherwise"}, {}, {}, false, false, "<else/>", ""},
      {"foreach",
       {"对列表的每一项各做一遍", "done for each item of a list"},
       {expression("array", {"列表", "the list"}, true),
        text("item", {"每一项叫什么", "the item's name"}, true),
        text("index", {"序号叫什么，从零起", "the index's name, from 0"})},
       executable(),
       false,
       false,
       "<foreach array=\"检查人员\" item=\"人员\">…</foreach>",
       ""},
  };
}

std::vector<ElementRule> data_rules() {
  return {
      {"assign",
       {"给数据项赋值", "sets a data item"},
       {expression("location", {"数据项，或者它的字段", "the item or its field"}, true),
        expression("expr", {"值", "the value"}), text("type", {"不用", "ignored"}),
        text("attr", {"不用", "ignored"})},
       {},
       true,
       true,
       "<assign location=\"次数\" expr=\"次数 + 1\"/>",
       ""},
      {"log",
       {"在记录中留一句话", "a remark for the journal"},
       {{"label", ValueKind::any_text, false, {}, {"标题", "its label"}, ""},
        expression("expr", {"内容", "its text"})},
       {},
       false,
       false,
       "<log label=\"说明\" expr=\"'第' + 次数 + '次'\"/>",
       ""},
      {"script",
       {"几个赋值，用分号隔开", "assignments separated by semicolons"},
       {text("src", {"不用：不读别的文件", "not used: no other file is read"})},
       {},
       true,
       false,
       "<script>次数 = 次数 + 1;</script>",
       ""},
  };
}

std::vector<AttributeRule> send_attributes() {
  return {
      text("event", {"事件的名称", "its name"}),
      expression("eventexpr", {"算出事件的名称", "yields its name"}),
      text("target", {"发给谁：#_internal、#_parent、#_case_编号；不写则发给自己", "to whom; none: itself"}),
      expression("targetexpr", {"算出发给谁", "yields to whom"}),
      text("type", {"不用写", "not needed"}),
      expression("typeexpr", {"不用写", "not needed"}),
      text("id", {"这条消息的编号", "its id"}),
      expression("idlocation", {"编号放到哪个数据项", "where the id is put"}),
      {"delay",
       ValueKind::duration,
       false,
       {},
       {"办案流程里只能是 0s，期限用 aj:time-limit", "0s only in procedures; use aj:time-limit"},
       ""},
      expression("delayexpr", {"同上", "the same"}),
      text("namelist", {"带上哪些数据项", "data items to carry"})};
}

std::vector<ElementRule> message_rules() {
  return {
      {"send",
       {"给上级流程、另一个案件或者自己发一个事件", "sends an event to the parent, a case or itself"},
       send_attributes(),
       {own("param"), own("content", 0, 1)},
       false,
       false,
       "<send target=\"#_parent\" event=\"案件.审定\"/>",
       ""},
      {"cancel",
       {"撤回还没有发出的事件", "takes back a delayed event"},
       {text("sendid", {"消息的编号", "the message's id"}),
        expression("sendidexpr", {"算出编号", "yields the id"})},
       {},
       false,
       false,
       "<cancel sendid=\"催办\"/>",
       ""},
      {"param",
       {"带上一个值", "carries a value"},
       {text("name", {"名称", "its name"}, true), expression("expr", {"值", "the value"}),
        expression("location", {"数据项", "a data item"})},
       {},
       false,
       false,
       "<param name=\"结果\" expr=\"处理方式\"/>",
       ""},
      {"content",
       {"消息的内容", "what the message carries"},
       {expression("expr", {"值", "the value"})},
       {},
       true,
       true,
       "<content expr=\"检查表\"/>",
       ""},
      {"donedata",
       {"到达终点时带上的值", "what the end carries"},
       {},
       {own("param"), own("content", 0, 1)},
       false,
       false,
       "<donedata><param name=\"结果\" expr=\"处理方式\"/></donedata>",
       ""},
  };
}

std::vector<ElementRule> invoke_rules() {
  return {
      {"invoke",
       {"别处来的状态图用它启动另一张状态图；办案流程不用，下级案件用 aj:open-cases",
        "starts another chart, in charts from elsewhere; procedures use aj:open-cases"},
       {text("type", {"另一张图的种类，只有状态图", "its kind: SCXML only"}),
        expression("typeexpr", {"算出种类", "yields its kind"}),
        text("src", {"另一张图在哪个文件", "the file of the chart"}),
        expression("srcexpr", {"算出在哪个文件", "yields the file"}),
        text("id", {"编号", "its id"}),
        expression("idlocation", {"编号放到哪个数据项", "where the id is put"}),
        text("namelist", {"带上哪些数据项", "data items to carry"}),
        {"autoforward",
         ValueKind::choice,
         false,
         {"true", "false"},
         {"是否把每个事件转给它", "whether it is sent every event"},
         ""}},
       {own("param"), own("finalize", 0, 1), own("content", 0, 1)},
       false,
       false,
       "<invoke src=\"file:inner.scxml\" id=\"内\"/>",
       ""},
      {"finalize",
       {"收到被启动的图发来的事件时先做的事", "done first when the invoked chart sends an event"},
       {},
       executable(),
       false,
       false,
       "<finalize><assign location=\"次数\" expr=\"_event.data.次数\"/></finalize>",
       ""},
  };
}

}  // namespace

std::vector<ChildRule> executable() {
  std::vector<ChildRule> rules;
  for (const char* name : {"raise", "if", "foreach", "assign", "log", "script", "send", "cancel"})
    rules.push_back(own(name));
  for (const char* name : {"document", "sheet", "time-limit", "end-time-limit", "draw", "open-cases",
                           "publish", "push", "archive"}) {
    rules.push_back({name, 0, -1, std::string(paperwork_namespace)});
  }
  return rules;
}

std::vector<ElementRule> content_rules() {
  AttributeRule type = paperwork_attribute(
      "type", ValueKind::text, {"类型：text integer decimal boolean date list record choice", "its type"});
  std::vector<ElementRule> rules{
      {"datamodel",
       {"数据项", "the data"},
       {},
       {own("data")},
       false,
       false,
       "<datamodel><data id=\"问题数\"/></datamodel>",
       ""},
      {"data",
       {"一个数据项", "a data item"},
       {{"id", ValueKind::text, true, {}, {"名称，条件里用它", "its name in expressions"}, ""},
        expression("expr", {"初值", "its first value"}),
        text("src", {"不用：不读别的文件", "not used: no other file is read"}),
        type,
        paperwork_attribute("label", ValueKind::text, {"给人看的名称", "what people are shown"}),
        paperwork_attribute("choices", ValueKind::text, {"选项，用 | 隔开", "the choices, separated by |"})},
       {},
       true,
       true,
       "<data id=\"问题数\" expr=\"0\" aj:type=\"integer\" aj:label=\"不符合项数\"/>",
       ""}};
  for (auto more : {control_rules(), data_rules(), message_rules(), invoke_rules()})
    rules.insert(rules.end(), more.begin(), more.end());
  return rules;
}

}  // namespace anjuan::procedure::detail
