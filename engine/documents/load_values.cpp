#include "documents/load_values.h"

#include "documents/messages.h"
#include "expression/expression.h"
#include "xml/document.h"

namespace anjuan::documents {

namespace {

using xml::AttributeRule;
using xml::ChildRule;
using xml::ElementRule;
using xml::ValueKind;

AttributeRule name_rule() {
  return {"name", ValueKind::id, false, {}, {"名称；列表里的各项不写", "name; not in lists"}, ""};
}

ElementRule group(const char* name, Wording says, bool named, const char* example) {
  std::vector<ChildRule> children;
  for (const char* child : {"value", "record", "list"}) children.push_back({child, 0, -1, ""});
  std::vector<AttributeRule> attributes;
  if (named) attributes.push_back(name_rule());
  return {name, std::move(says), attributes, children, false, false, example, ""};
}

ElementRule plain_value() {
  const AttributeRule type{
      "type", ValueKind::text, false, {}, {"类型，同模板的数据项", "type, as in templates"}, ""};
  return {"value",
          {"一个数据，默认是文字", "a value, a text by default"},
          {name_rule(), type},
          {},
          true,
          false,
          "<value name=\"日期\" type=\"date\">2026-09-10</value>",
          ""};
}

class ValuesReader {
 public:
  Fields fields(const xml::Element& parent) {
    Fields out;
    for (const xml::Element* child : parent.children()) {
      const std::string name(child->get("name"));
      if (name.empty())
        problems.push_back(diagnose(value_without_name, child->place, child->name));
      else if (!out.emplace(name, value(*child)).second)
        problems.push_back(diagnose(duplicate_need, child->place_of("name"), name));
    }
    return out;
  }

  Diagnostics problems;

 private:
  Value value(const xml::Element& element) {
    if (element.name == "record") return fields(element);
    if (element.name == "list") {
      List items;
      for (const xml::Element* child : element.children()) items.push_back(value(*child));
      return items;
    }
    const auto type = expression::parse_type(element.get("type", "text"));
    if (!type) {
      problems.push_back(diagnose(unknown_need_type, element.place_of("type"), element.get("type")));
      return {};
    }
    const std::string text = element.text();
    if (text.empty()) return {};
    auto read = expression::read_value(text, *type, element.place);
    if (read) return *std::move(read);
    problems.insert(problems.end(), read.diagnostics().begin(), read.diagnostics().end());
    return {};
  }
};

}  // namespace

const xml::Outline& values_outline() {
  static const xml::Outline outline = [] {
    xml::Outline made;
    made.ns = "urn:anjuan:values:1";
    made.root = "values";
    made.elements.push_back(
        group("values", {"一份文书的全部数据", "all values of a document"}, false, "<values>…</values>"));
    made.elements.push_back(
        group("record", {"一组数据", "a record"}, true, "<record name=\"机关\">…</record>"));
    made.elements.push_back(group("list", {"列表", "a list"}, true, "<list name=\"检查人员\">…</list>"));
    made.elements.push_back(plain_value());
    return made;
  }();
  return outline;
}

Result<Fields> load_values(std::string_view bytes, const std::string& file) {
  ANJUAN_TRY(const xml::Element root, xml::parse(bytes, file));
  Diagnostics problems = xml::check(root, values_outline());
  if (has_error(problems)) return problems;
  ValuesReader reader;
  Fields out = reader.fields(root);
  if (!reader.problems.empty()) return std::move(reader.problems);
  return out;
}

}  // namespace anjuan::documents
