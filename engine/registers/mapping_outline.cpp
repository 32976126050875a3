// The elements of a register definition file, as one table for check, schema and reference page.

#include "registers/mapping.h"

namespace anjuan::registers {

namespace {

using xml::AttributeRule;
using xml::ElementRule;
using xml::ValueKind;

AttributeRule attribute(std::string name, ValueKind kind, bool required, Wording says,
                        std::vector<std::string> choices = {}) {
  return {std::move(name), kind, required, std::move(choices), std::move(says), ""};
}

std::vector<AttributeRule> with_basis(std::vector<AttributeRule> attributes) {
  attributes.push_back(
      attribute("instrument", ValueKind::text, false, {"依据的文件名称", "instrument it rests on"}));
  attributes.push_back(attribute("article", ValueKind::text, false, {"条款", "article"}));
  return attributes;
}

ElementRule root_rule() {
  ElementRule rule{"registers", {"名录格式定义", "definition of the registers"}, {}, {}, false, false, "",
                   ""};
  rule.attributes = {attribute("difference-template", ValueKind::id, false, {"名录差异报告用的模板", "template of the report on two versions of a register"})};
  rule.children = {{"trade", 1, -1, ""}, {"register", 1, 6, ""}, {"year", 0, 1, ""}, {"publication", 0, 1, ""}};
  return rule;
}

ElementRule trade_rule() {
  ElementRule rule{
      "trade", {"行业", "a trade"}, {}, {}, false, false, "<trade id=\"公证\" aliases=\"公证机构 公证处\"/>",
      ""};
  rule.attributes = {attribute("id", ValueKind::id, true, {"本系统使用的名称", "its own name"}),
                     attribute("aliases", ValueKind::any_text, false,
                               {"其他叫法，用空格隔开", "other words for it, separated by spaces"})};
  return rule;
}

ElementRule register_rule() {
  ElementRule rule{"register", {"一种名录", "one register"}, {}, {}, false, false, "", ""};
  rule.attributes = with_basis({
      attribute("kind", ValueKind::choice, true, {"名录的种类", "which register"},
                {"targets", "practitioners", "inspectors", "items", "plan", "checks"}),
      attribute("label", ValueKind::text, true, {"名录的名称", "its name"}),
      attribute("refresh-by", ValueKind::text, false, {"每年更新公开的截止日，如 12-31", "refreshed and published each year by this day, e.g. 12-31"}),
      attribute("warn-from", ValueKind::text, false, {"从哪天起提醒年度更新，如 12-01", "from this day the refresh is reminded of, e.g. 12-01"}),
      attribute("public-template", ValueKind::id, false, {"公开稿用的模板", "template of its public view"}),
  });
  rule.children = {{"column", 1, -1, ""}, {"ignored", 0, -1, ""}};
  return rule;
}

ElementRule column_rule() {
  ElementRule rule{"column",
                   {"一列的含义", "what a column means"},
                   {},
                   {},
                   false,
                   false,
                   "<column name=\"执业许可证号\" field=\"许可证号\" kind=\"certificate\" required=\"yes\"/>",
                   ""};
  rule.attributes = with_basis({
      attribute("name", ValueKind::text, true, {"表头上的列名", "the column's header"}),
      attribute("aliases", ValueKind::any_text, false,
                {"其他列名，用空格隔开", "other headers, separated by spaces"}),
      attribute("field", ValueKind::id, false,
                {"填入的字段，不写则与列名相同", "the field it fills; by default the column's name"}),
      attribute("kind", ValueKind::choice, false,
                {"内容的类型，不写为文字", "kind of content; text by default"},
                {"text", "id", "id-list", "name", "trade", "credit-code", "certificate", "identity-number",
                 "phone", "home-address", "note", "date", "count", "ratio", "yes-no", "status"}),
      attribute("required", ValueKind::yes_no, false, {"是否必填", "must be filled"}),
      attribute("unique", ValueKind::yes_no, false, {"是否不得重复", "must not repeat"}),
      attribute("leaves", ValueKind::yes_no, false,
                {"填写后即退出抽取", "once filled, the row is out of the draw"}),
      attribute("public", ValueKind::yes_no, false, {"是否列入公开稿，不写为否", "stands in the public view; no by default"}),
  });
  rule.children = {{"word", 0, -1, ""}};
  return rule;
}

ElementRule year_rule() {
  ElementRule rule{"year", {"年度覆盖情况的口径", "what the coverage of a year is measured by"}, {}, {}, false, false, "<year warn-from=\"10-01\" unchecked-years=\"3\"/>", ""};
  rule.attributes = with_basis({
      attribute("warn-from", ValueKind::text, true, {"从哪天起提醒未达到比例的行业", "from this day trades below their share are warned of"}),
      attribute("template", ValueKind::id, false, {"年度抽查覆盖情况表用的模板", "template of the year's table"}),
      attribute("plan-data", ValueKind::id, false, {"任务的哪个数据项写明它执行年度计划的哪一项", "the datum of a round that names its row of the yearly plan"}),
      attribute("random-kinds", ValueKind::any_text, false, {"检查台账里哪些检查种类是随机抽查，用空格隔开", "kinds in the register of checks that were drawn at random"}),
      attribute("random-share", ValueKind::integer, false, {"随机抽查应占各类检查的百分之几，不足的提醒", "percent of all checks that should be random; less is a warning"}),
      attribute("unchecked-years", ValueKind::integer, true, {"多少年没有检查过的对象要列出", "objects without a check for so many years are named"}),
  });
  return rule;
}

ElementRule publication_rule() {
  ElementRule rule{"publication", {"名录、清单和计划在哪里公开、多久以内公开", "where the public lists are published, and how soon"}, {}, {{"channel", 1, 9, ""}}, false, false,
                   "<publication within=\"20\" warn-before=\"5\"><channel name=\"县政府门户网站\"/></publication>", ""};
  rule.attributes = with_basis({
      attribute("within", ValueKind::integer, true, {"自形成一版之日起多少个工作日内公开", "within so many working days from the day of a version"}),
      attribute("warn-before", ValueKind::integer, true, {"还剩多少个工作日时开始提醒", "reminded of when so many working days are left"}),
  });
  return rule;
}

ElementRule channel_rule() {
  ElementRule rule{"channel", {"一个公开渠道；每个渠道都有凭证才算已公开", "a channel; a list is published when each has its receipt"}, {}, {}, false, false, "", ""};
  rule.attributes = {attribute("name", ValueKind::text, true, {"渠道的名称", "its name"})};
  return rule;
}

ElementRule word_rule() {
  ElementRule rule{"word", {"一个状态词", "a status word"},          {}, {}, false,
                   false,  "<word text=\"注销\" standing=\"out\"/>", ""};
  rule.attributes = with_basis({
      attribute("text", ValueKind::text, true, {"状态词", "the word"}),
      attribute("standing", ValueKind::choice, true,
                {"含义：in 参加抽取，out 导入但不参加抽取，refused 不予导入",
                 "in the draw, out of it, or refused on import"},
                {"in", "out", "refused"}),
  });
  return rule;
}

ElementRule ignored_rule() {
  ElementRule rule{
      "ignored", {"认识但不读取的列", "a column that is known and not read"}, {}, {}, false, false, "", ""};
  rule.attributes = {attribute("name", ValueKind::text, true, {"列名", "its header"})};
  return rule;
}

}  // namespace

const xml::Outline& mapping_outline() {
  static const xml::Outline outline{
      "urn:anjuan:registers:1",
      "",
      "registers",
      {root_rule(), trade_rule(), register_rule(), column_rule(), word_rule(), ignored_rule(), year_rule(),
       publication_rule(), channel_rule()},
      false,
      {}};
  return outline;
}

}  // namespace anjuan::registers
