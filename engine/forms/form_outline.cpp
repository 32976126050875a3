// The elements of a form file, as one table for check, schema and reference page.

#include "forms/load_form.h"

namespace anjuan::forms {

namespace {

using xml::AttributeRule;
using xml::ElementRule;
using xml::ValueKind;

AttributeRule attribute(std::string name, ValueKind kind, bool required, Wording says,
                        std::vector<std::string> choices = {}) {
  return {std::move(name), kind, required, std::move(choices), std::move(says), ""};
}
AttributeRule must(std::string name, ValueKind kind, Wording says) {
  return attribute(std::move(name), kind, true, std::move(says));
}
AttributeRule may(std::string name, ValueKind kind, Wording says) {
  return attribute(std::move(name), kind, false, std::move(says));
}

ElementRule rule(std::string name, Wording says, std::vector<AttributeRule> attributes,
                 std::vector<xml::ChildRule> children) {
  return {std::move(name), std::move(says), std::move(attributes), std::move(children), false, false, "", ""};
}

ElementRule form_rule() {
  return rule(
      "form", {"一种检查表", "a checklist form"},
      {must("id", ValueKind::id, {"编号，流程按它引用", "its id, used by the procedure"}),
       must("label", ValueKind::text, {"表名，印在表的上方", "title printed above the table"}),
       must("number", ValueKind::text, {"检查表编号", "number of the form"}),
       must("trade", ValueKind::text, {"行业", "trade"}),
       must("version", ValueKind::text, {"版本", "version"}),
       must("event", ValueKind::text, {"读回后发生的事件", "event that a filled sheet makes"}),
       attribute("paper", ValueKind::choice, true, {"纸张", "paper"}, {"A4-landscape"}),
       may("sheet", ValueKind::text, {"工作表名称", "name of the sheet"}),
       may("page-header", ValueKind::text,
           {"页眉，每页上方的一行，写法同页脚", "line at the top of each page, written as the footer"}),
       may("page-footer", ValueKind::text,
           {"页脚，每页下方的一行；可以写 "
            "{page}（页码）、{pages}（总页数）、{case}（案件号）、{serial}（本表编号）、{label}、"
            "{number}、{version}；用竖线分成左右两段或者左中右三段，不分就居中",
            "line at the foot of each page, with {page}, {pages}, {case}, {serial}, {label}, {number}, "
            "{version}; a bar "
            "cuts it into left and right, two bars into left, centre and right"})},
      {{"basis-state", 0, -1, ""},
       {"options", 1, -1, ""},
       {"header", 1, 1, ""},
       {"columns", 1, 1, ""},
       {"rule", 0, -1, ""},
       {"item", 1, -1, ""},
       {"footer", 1, 1, ""}});
}

ElementRule basis_state_rule() {
  return rule("basis-state", {"一种依据状态", "how far a basis was verified"},
              {must("word", ValueKind::id, {"写法", "the word"}),
               may("mark", ValueKind::any_text, {"印在依据旁边的字", "printed beside the basis"}),
               may("confirmed", ValueKind::yes_no,
                   {"是否已经核实，否则不得正式印发", "no: may not be issued officially"})},
              {});
}

ElementRule options_rule() {
  return rule("options", {"一个选项表", "a list of options"}, {must("id", ValueKind::id, {"名称", "its id"})},
              {{"option", 1, -1, ""}});
}

ElementRule option_rule() {
  return rule(
      "option", {"一个选项", "an option"},
      {must("value", ValueKind::text, {"文字", "its text"}), may("code", ValueKind::id, {"代码", "its code"}),
       may("count", ValueKind::id, {"统计项数的字段", "field that counts it"}),
       may("problem", ValueKind::yes_no, {"选它即为发现的问题", "an item with it is a problem found"}),
       may("on-the-spot", ValueKind::yes_no,
           {"只有可以当场改正的项目才能选", "only for items that can be corrected on the spot"}),
       may("fill", ValueKind::text, {"整行底色，如 FFC7CE", "fill of the row"}),
       may("color", ValueKind::text, {"文字颜色", "colour of the text"})},
      {});
}

ElementRule header_rule() {
  return rule("header", {"表头", "fields above the table"}, {}, {{"field", 1, -1, ""}});
}

ElementRule field_rule() {
  return rule("field", {"一个栏目", "a field"},
              {must("label", ValueKind::text, {"栏目名称", "its label"}),
               may("text", ValueKind::text, {"固定文字", "fixed text"}),
               may("value", ValueKind::expression, {"由案情算出", "from the facts of the case"}),
               may("each", ValueKind::expression, {"一个列表，逐项写出", "a list, each item written"}),
               may("as", ValueKind::id, {"逐项时每项的名字", "name of the item"}),
               may("joined", ValueKind::text, {"各项之间的字", "text between items"}),
               may("input", ValueKind::id, {"由人填写，填入这个字段", "filled by hand into this field"}),
               attribute("type", ValueKind::choice, false, {"填写的类型", "kind of input"}, {"text", "date"}),
               may("required", ValueKind::yes_no, {"是否必填", "must be filled"}),
               may("wide", ValueKind::yes_no, {"独占一行", "a row of its own"}),
               may("scope", ValueKind::yes_no, {"是否检查范围", "whether it states the scope"}),
               may("height", ValueKind::integer, {"最小行高（磅）", "least height in points"}),
               may("prompt", ValueKind::text, {"填写提示", "prompt"})},
              {});
}

ElementRule columns_rule() {
  return rule("columns", {"表格的各列，从左到右", "the columns from left to right"},
              {must("serial", ValueKind::id, {"存放表号的字段", "field of the sheet's number"}),
               must("version", ValueKind::id, {"存放版本的字段", "field of the version"}),
               must("items", ValueKind::id, {"存放全部项目的字段", "field of all items"}),
               must("problems", ValueKind::id, {"存放问题项目的字段", "field of the problems"})},
              {{"column", 1, -1, ""}});
}

ElementRule column_rule() {
  return rule("column", {"一列", "a column"},
              {must("id", ValueKind::id, {"字段名", "name of the field"}),
               must("label", ValueKind::text, {"列名", "header"}),
               must("width", ValueKind::integer,
                    {"宽度，一个汉字算 2；各列按比例排满一页",
                     "width; a Chinese character counts 2; columns fill the page in proportion"}),
               attribute("shows", ValueKind::choice, false,
                         {"印出项目的哪一部分", "part of the item that is printed"},
                         {"number", "code", "name", "content", "basis", "method", "treatments", "weight"}),
               attribute("holds", ValueKind::choice, false, {"供填写什么", "what is filled in"},
                         {"result", "description", "evidence", "treatment", "corrected", "text"}),
               may("options", ValueKind::id, {"选项表", "list of options"}),
               may("many", ValueKind::yes_no, {"可以多选，用顿号隔开", "several options may be given"}),
               may("codes", ValueKind::id, {"另存所选代码的字段", "further field for the codes"}),
               may("prompt", ValueKind::text, {"填写提示", "prompt"}),
               may("error", ValueKind::text, {"填错时的提示", "said on a wrong text"})},
              {});
}

ElementRule rule_rule() {
  return rule("rule", {"填写规则", "a rule of filling in"},
              {must("column", ValueKind::id, {"看哪一列", "column looked at"}),
               must("is", ValueKind::ids, {"值为其中之一时", "when it has one of these"}),
               may("requires", ValueKind::ids, {"必须填写的列", "columns that must be filled"}),
               may("forbids", ValueKind::ids, {"不应填写的列", "columns that must be empty"})},
              {});
}

ElementRule item_rule() {
  return rule(
      "item", {"一个检查项目", "an item to inspect"},
      {must("code", ValueKind::id, {"项目编码", "its code"}),
       must("name", ValueKind::text, {"检查项目", "its name"}),
       must("basis-state", ValueKind::ids, {"依据状态", "state of the basis"}),
       may("basis-note", ValueKind::text, {"依据核实的说明，不印出", "note on the basis, not printed"}),
       must("method", ValueKind::text, {"检查方式", "manner"}),
       may("sample", ValueKind::text, {"抽样要求", "sample"}),
       must("treatments", ValueKind::ids,
            {"本项可以采用的处理意见代码", "codes of the treatments that are lawful"}),
       may("treatment-note", ValueKind::text, {"处理意见的说明", "note on the treatments"}),
       attribute("on-the-spot", ValueKind::choice, true, {"能否当场改正", "can it be corrected on the spot"},
                 {"yes", "no", "partly"}),
       may("on-the-spot-note", ValueKind::text, {"可以当场改正的情形，不印出", "in which case, not printed"}),
       may("weight", ValueKind::text, {"重要程度", "weight"})},
      {{"content", 1, 1, ""}, {"basis", 1, 1, ""}});
}

ElementRule text_rule(std::string name, Wording says) {
  ElementRule made = rule(std::move(name), std::move(says), {}, {});
  made.text = true;
  return made;
}

ElementRule footer_rule() {
  return rule("footer", {"表尾，各行从上到下", "rows below the table"}, {},
              {{"field", 0, -1, ""},
               {"total", 0, -1, ""},
               {"legend", 0, -1, ""},
               {"note", 0, -1, ""},
               {"signatures", 0, -1, ""}});
}

std::vector<AttributeRule> labelled_list() {
  return {must("label", ValueKind::text, {"名称", "label"}),
          must("options", ValueKind::id, {"选项表", "list of options"})};
}

}  // namespace

const xml::Outline& form_outline() {
  static const xml::Outline outline = [] {
    xml::Outline made{std::string(form_namespace), "", "form", {}, false, {}};
    ElementRule total = rule("total", {"汇总行", "a row of totals"}, labelled_list(), {});
    total.attributes.push_back(
        must("pattern", ValueKind::text,
             {"每个选项后面的字，{} 是选项，＿ 处自动填入项数",
              "written for each option, {} is the option, its number is put where ＿ stands"}));
    ElementRule signatures = rule("signatures", {"签名行", "a row of signatures"},
                                  {may("height", ValueKind::integer, {"行高（磅）", "height in points"})},
                                  {{"signature", 1, 4, ""}});
    made.elements = {form_rule(),
                     basis_state_rule(),
                     options_rule(),
                     option_rule(),
                     header_rule(),
                     field_rule(),
                     columns_rule(),
                     column_rule(),
                     rule_rule(),
                     item_rule(),
                     text_rule("content", {"检查内容与判定标准", "what is inspected and judged how"}),
                     text_rule("basis", {"检查依据", "legal basis"}),
                     footer_rule(),
                     total,
                     rule("legend", {"代码说明", "the codes explained"}, labelled_list(), {}),
                     text_rule("note", {"说明文字", "a note"}),
                     signatures,
                     text_rule("signature", {"一处签名", "one signature"})};
    return made;
  }();
  return outline;
}

}  // namespace anjuan::forms
