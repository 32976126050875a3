#include "handling/rule_list.h"

#include <set>

#include "handling/messages.h"

namespace anjuan::handling {
namespace {

using xml::ValueKind;

xml::Outline make_rules_outline() {
  const auto attribute = [](const char* name, ValueKind kind, bool required, Wording says) { return xml::AttributeRule{name, kind, required, {}, std::move(says), ""}; };
  xml::Outline outline;
  outline.ns = "urn:anjuan:rules:1";
  outline.root = "rules";
  outline.elements.push_back({"rules", {"规则清单：每条规则在哪里实现，用什么测试说明。", "Rules, where they are carried out, which tests show it."},
                              {attribute("instrument", ValueKind::text, true, {"规则出自的文件。", "The instrument."})}, {{"rule", 1, -1, ""}}, false, false, "", ""});
  outline.elements.push_back({"rule", {"一条规则。", "A rule."},
                              {attribute("id", ValueKind::id, true, {"编号，如 R11-12。", "Its id, e.g. R11-12."}),
                               attribute("article", ValueKind::text, true, {"条款。", "Article."}),
                               attribute("says", ValueKind::text, true, {"用一句话说明。", "In one sentence."}),
                               attribute("open", ValueKind::text, false, {"尚未实现的部分。", "What is still lacking."})},
                              {{"by", 0, -1, ""}, {"test", 0, -1, ""}}, false, false,
                              "<rule id=\"R11-12\" article=\"…\" says=\"五个工作日内完成检查报告\">\n"
                              "  <by file=\"workflows/inspection-case.xml\" element=\"aj:parameter\" attribute=\"id\" value=\"检查报告期限\"/>\n</rule>", ""});
  outline.elements.push_back({"by", {"在哪里实现：文件里的某个元素、引用某条依据的全部元素，或者程序的某个模块。", "Where: an element of a file, all that cite a provision, or a module."},
                              {attribute("file", ValueKind::text, false, {"定义文件、模板或表格。", "The file."}),
                               attribute("element", ValueKind::text, false, {"元素名称。", "The element."}),
                               attribute("attribute", ValueKind::text, false, {"指明是哪一个的属性。", "The attribute that tells which."}),
                               attribute("value", ValueKind::text, false, {"该属性的值。", "Its value."}),
                               attribute("basis", ValueKind::text, false, {"依据的编号。", "Id of the provision."}),
                               attribute("engine", ValueKind::text, false, {"程序模块。", "Module of the engine."}),
                               attribute("says", ValueKind::text, false, {"在那里做什么。", "What it does there."})}, {}, false, false, "", ""});
  outline.elements.push_back({"test", {"说明这条规则的测试。", "A test that shows it."},
                              {attribute("suite", ValueKind::text, false, {"测试组。", "Suite."}), attribute("name", ValueKind::text, false, {"测试名。", "Name."}),
                               attribute("story", ValueKind::text, false, {"或者故事的名称（tests/stories）。", "Or the name of a story."})}, {}, false, false, "", ""});
  return outline;
}

RulePlace place_of(const xml::Element& e) {
  const auto get = [&](const char* name) { return std::string(e.get(name)); };
  return {get("file"), get("element"), get("attribute"), get("value"), get("basis"), get("engine"), get("says"), e.place};
}

Rule rule_of(const xml::Element& e) {
  Rule rule{std::string(e.get("id")), std::string(e.get("article")), std::string(e.get("says")), std::string(e.get("open")), {}, {}, e.place};
  for (const xml::Element* by : e.children("by")) rule.places.push_back(place_of(*by));
  for (const xml::Element* test : e.children("test")) rule.tests.push_back({std::string(test->get("suite")), std::string(test->get("name")), std::string(test->get("story")), test->place});
  return rule;
}

}  // namespace

const xml::Outline& rules_outline() {
  static const xml::Outline outline = make_rules_outline();
  return outline;
}

Result<RuleList> load_rules(std::string_view bytes, const std::string& file) {
  ANJUAN_TRY(const xml::Element root, xml::parse(bytes, file));
  Diagnostics found = xml::check(root, rules_outline());
  RuleList list{std::string(root.get("instrument")), {}};
  std::set<std::string> ids;
  for (const xml::Element* e : root.children("rule")) {
    Rule rule = rule_of(*e);
    if (!ids.insert(rule.id).second) found.push_back(diagnose(duplicate_rule, rule.place, rule.id));
    for (const RulePlace& p : rule.places) {
      if (p.file.empty() == p.engine.empty()) found.push_back(diagnose(rule_place_unclear, p.place, rule.id));
    }
    list.rules.push_back(std::move(rule));
  }
  if (has_error(found)) return found;
  return list;
}

}  // namespace anjuan::handling
