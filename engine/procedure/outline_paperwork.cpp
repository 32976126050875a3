// The paperwork namespace in the outline.

#include "procedure/outline.h"

namespace anjuan::procedure::detail {

using xml::AttributeRule;
using xml::ChildRule;
using xml::ElementRule;
using xml::ValueKind;

namespace {

AttributeRule attribute(std::string name, ValueKind kind, Wording says, bool required = false) {
  return {std::move(name), kind, required, {}, std::move(says), ""};
}
AttributeRule choice(std::string name, std::vector<std::string> choices, Wording says,
                     bool required = false, std::vector<std::string> spoken = {}) {
  return {std::move(name), ValueKind::choice, required, std::move(choices), std::move(says), "", std::move(spoken)};
}
AttributeRule id() { return attribute("id", ValueKind::id, {"编号", "its id"}, true); }
AttributeRule label() {
  return attribute("label", ValueKind::text, {"给人看的名称", "what people are shown"});
}
AttributeRule basis() { return attribute("basis", ValueKind::ids, {"依据的编号", "ids of provisions"}); }
AttributeRule place() {
  return attribute("place", ValueKind::text, {"在案卷中的位置，如 正2、副", "its place in the dossier"});
}
AttributeRule slot() {
  return attribute("as", ValueKind::text,
                   {"在案件中叫什么，条件里写 文书.名称", "its name in the case: 文书.<name>"});
}

const std::vector<ChildRule> params{{"param", 0, -1, ""}};

ElementRule aj(std::string name, Wording says, std::vector<AttributeRule> attributes,
               std::vector<ChildRule> children, std::string example) {
  return {std::move(name), std::move(says), std::move(attributes), std::move(children),
          false,           false,           std::move(example),    std::string(paperwork_namespace)};
}

ElementRule document_rule() {
  return aj(
      "document", {"制作一份文书", "makes a document"},
      {attribute("template", ValueKind::id, {"模板的编号", "the template's id"}, true), slot(),
       attribute("asexpr", ValueKind::expression, {"算出在案件中叫什么", "yields its name in the case"}),
       attribute("number", ValueKind::text, {"文号簿", "the number book"}),
       attribute("seal", ValueKind::yes_no, {"要不要用印", "whether it is sealed"}),
       attribute("sign", ValueKind::yes_no, {"要不要签名", "whether it is signed"}),
       attribute("serve", ValueKind::yes_no, {"要不要送达", "whether it is served"}),
       attribute("draft", ValueKind::yes_no,
                 {"是不是送审稿：有水印，不编号，不入卷", "a draft: watermarked, no number, in no dossier"}),
       attribute("to", ValueKind::expression, {"主送或者受送达人，写表达式", "the addressee, an expression"}),
       place(), attribute("mandatory", ValueKind::yes_no, {"没有它就不能组卷", "no dossier without it"}),
       basis()},
      params,
      "<aj:document template=\"inspection-notice\" as=\"通知书\" number=\"检通\" seal=\"yes\" serve=\"yes\" "
      "to=\"对象.名称\" place=\"正2\"/>");
}

ElementRule assert_rule() {
  const auto happenings = [](std::string name, Wording says) { return attribute(std::move(name), ValueKind::text, std::move(says)); };
  return aj("assert", {"每次办理都必须成立的要求，检查文件时逐条证明", "what must hold in every run; proved when the file is checked"},
            {attribute("name", ValueKind::id, {"编号", "its id"}), label(),
             happenings("every-path-to", {"每次到达这些之前", "before each of these"}),
             happenings("passes", {"都经过其中一个", "one of these has happened"}),
             happenings("since", {"从上一次发生这些算起；不写则从头算起", "counted from the last of these; default: from the beginning"}),
             attribute("within", ValueKind::ids, {"只能发生在这些环节之内", "only while one of these states is active"}),
             happenings("never", {"这些环节不得同时处在；只写一个，就是永不发生", "states never active together; a single thing never happens"}),
             happenings("from", {"发生这些以后", "after each of these"}),
             happenings("reaches", {"总能走到其中一个", "one of these can always still be reached"}),
             attribute("limit", ValueKind::id, {"在走到之前，这个期限一直在计算", "until then this time limit runs"}),
             happenings("at-most-once", {"最多发生一次", "happens at most once"}),
             happenings("whenever", {"每当发生这些", "whenever one of these happens"}),
             attribute("holds", ValueKind::expression, {"这个条件成立", "this condition holds"}), basis()},
            {}, "<aj:assert label=\"先批后查\" every-path-to=\"现场检查\" passes=\"审批\"/>");
}

std::vector<ElementRule> declarations() {
  return {
      aj("basis", {"一条依据", "a provision"},
         {id(), attribute("instrument", ValueKind::text, {"文件的名称，带书名号", "the instrument"}, true),
          attribute("article", ValueKind::text, {"第几条", "the article"}),
          attribute("in-force-from", ValueKind::date, {"从哪天起施行", "first day in force"}, true),
          attribute("in-force-until", ValueKind::date, {"施行到哪天", "last day in force"})},
         {},
         "<aj:basis id=\"细则9\" instrument=\"《随机抽查工作细则》\" article=\"第九条\" "
         "in-force-from=\"2021-06-14\"/>"),
      aj("role", {"一个角色：谁可以办", "who may act"},
         {id(), label(),
          attribute("post", ValueKind::text,
                    {"哪些职务的人可以办，用空格分开；不写则同名称",
                     "posts, separated by spaces; default: the label"}),
          attribute("holders", ValueKind::expression,
                    {"算出可以办的人员编号列表", "yields the ids of those who may act"}),
          attribute("outside", ValueKind::yes_no, {"机关以外的人", "a person outside the office"})},
         {}, "<aj:role id=\"分管领导\" label=\"分管领导\"/>"),
      aj("duty", {"职责分离：同一案件中不得由同一人担任", "roles that one person may not combine"},
         {attribute("role", ValueKind::id, {"哪个角色", "the role"}, true),
          attribute("different-from", ValueKind::ids, {"不得与哪些角色同为一人", "the roles of other people"},
                    true),
          basis()},
         {}, "<aj:duty role=\"分管领导\" different-from=\"承办人\" basis=\"细则9\"/>"),
      aj("parameter",
         {"一个数字或者规定，条件里直接用它的编号", "a number of the rules, a name in expressions"},
         {attribute("id", ValueKind::text, {"名称，条件里用它", "its name in expressions"}, true), label(),
          attribute("type", ValueKind::text,
                    {"类型：text integer decimal boolean date list record", "its type"}, true),
          attribute("value", ValueKind::any_text, {"值", "the value"}, true),
          attribute("unit", ValueKind::text, {"单位", "its unit"}), basis()},
         {},
         "<aj:parameter id=\"报告期限天数\" label=\"检查报告期限\" type=\"integer\" value=\"5\" "
         "unit=\"工作日\" basis=\"细则9\"/>"),
      assert_rule(),
  };
}

std::vector<ElementRule> demands() {
  return {
      aj("input", {"办理时要填的内容", "what the event must or may bring"},
         {attribute("data", ValueKind::text, {"填进哪个数据项", "the data item"}),
          attribute(
              "name", ValueKind::text,
              {"不进数据项时的名称，条件里写 _event.data.名称", "a name of its own: _event.data.<name>"}),
          label(), attribute("type", ValueKind::text, {"类型", "its type"}),
          attribute("choices", ValueKind::text, {"选项，用 | 隔开", "the choices, separated by |"}),
          attribute("required", ValueKind::yes_no, {"是否必填，默认必填", "default yes"}),
          attribute("when", ValueKind::expression, {"只在这种情况下必填", "required only where this holds"})},
         {}, "<aj:input data=\"处理意见\" label=\"处理意见\"/>"),
      aj("require",
         {"办理之前必须具备的条件，不具备就不予办理并说明理由",
          "what must hold first; else the event is refused"},
         {attribute("test", ValueKind::expression, {"条件", "the condition"}),
          attribute("lacking", ValueKind::expression,
                    {"条件不成立时还差什么，写表达式，得出文字或者列表；拒绝办理的理由里逐项说出",
                     "what is lacking where the condition does not hold: yields a text or a list, told in the refusal"}),
          attribute("document", ValueKind::text,
                    {"哪份文书（在案件中的名称）", "a document, by its name in the case"}),
          choice("state", {"issued", "signed", "served"},
                 {"已制作、已签署还是已送达", "how far it must have come"}, false,
                 {"已制作 制作", "已签署 签署 sign", "已送达 送达 serve"}),
          label(), basis()},
         {}, "<aj:require document=\"通知书\" state=\"served\" label=\"检查通知书已送达\" basis=\"细则9\"/>"),
  };
}

}  // namespace

std::vector<ElementRule> declaration_rules() {
  std::vector<ElementRule> rules = declarations();
  for (const ElementRule& rule : demands()) rules.push_back(rule);
  return rules;
}

std::vector<ElementRule> effect_rules() {
  return {
      document_rule(),
      aj("sheet", {"制作一份检查表", "makes a sheet"},
         {attribute("form", ValueKind::id, {"表的编号", "the form's id"}),
          attribute("formexpr", ValueKind::expression, {"算出表的编号", "yields the form's id"}), slot(),
          place()},
         params, "<aj:sheet formexpr=\"检查表表[对象.业务类别]\" as=\"检查表\" place=\"正5\"/>"),
      aj("time-limit", {"开始计算一个期限", "starts a time limit"},
         {id(), label(),
          attribute("length", ValueKind::expression,
                    {"长短，数字或者参数的名称", "how long: a number or a parameter"}, true),
          choice("unit", {"working-days", "calendar-days", "months", "hours"}, {"单位", "the unit"}, true,
                 {"工作日 个工作日 workdays", "日 天 自然日 日历日 days", "月 个月 month", "小时 时 hour"}),
          attribute("after", ValueKind::expression,
                    {"从哪天起算（当天不算），默认为办理日期",
                     "the day it starts (not counted); default: the event's"}),
          basis(),
          attribute("on-due", ValueKind::text, {"届满时产生的事件", "the event raised when it has passed"})},
         {},
         "<aj:time-limit id=\"报告期限\" length=\"报告期限天数\" unit=\"working-days\" basis=\"细则11\" "
         "on-due=\"报告.逾期\"/>"),
      aj("end-time-limit", {"期限到此结束", "ends a time limit"}, {id(), basis()}, {},
         "<aj:end-time-limit id=\"报告期限\"/>"),
      aj("draw", {"抽取的一步：申报、定稿、随机数首录和复录、开封、作废、退出、取消、登记现场结果", "a step of the draw"},
         {choice("action", {"declare", "freeze", "enter", "confirm", "open", "annul", "withdraw", "drop", "lots"}, {"哪一步", "which step"}, true),
          basis()},
         params, "<aj:draw action=\"freeze\"/>"),
      aj("open-cases", {"为抽中的每个对象开一个案件", "opens a case for each object drawn"},
         {attribute("definition", ValueKind::text, {"案件所用的流程", "the procedure of the cases"}, true),
          basis()},
         {}, "<aj:open-cases definition=\"inspection-case\"/>"),
      aj("publish", {"公示", "publishes"},
         {attribute("batch", ValueKind::expression, {"第几批，写表达式", "the batch, an expression"}, true),
          attribute("channels", ValueKind::expression,
                    {"公示渠道的列表，写表达式", "list of channels, an expression"}, true),
          basis()},
         params, "<aj:publish batch=\"'第一批'\" channels=\"['政府网站', '新媒体']\"/>"),
      aj("push", {"推送到别的平台", "pushes to another platform"},
         {attribute("platform", ValueKind::text, {"哪个平台", "the platform"}, true),
          attribute("mapping", ValueKind::text, {"对照表的编号", "the mapping's id"}, true), basis()},
         params, "<aj:push platform=\"信用平台\" mapping=\"credit\"/>"),
      aj("archive", {"归档", "closes the dossier"}, {basis()}, params, "<aj:archive/>"),
  };
}

}  // namespace anjuan::procedure::detail
