#include "documents/load_template.h"

#include <algorithm>

#include "documents/messages.h"
#include "documents/template_reader.h"
#include "xml/document.h"

namespace anjuan::documents {

expression::Type TemplateReader::type_of_need(const xml::Element& element, const std::vector<Need>& fields) {
  auto type = expression::parse_type(element.get("type"));
  if (!type) {
    problems_.push_back(diagnose(unknown_need_type, element.place_of("type"), element.get("type")));
    return {};
  }
  if (fields.empty()) return *type;
  auto members = std::make_shared<std::map<std::string, expression::Type>>();
  for (const Need& field : fields) (*members)[field.name] = field.type;
  expression::Type record{expression::Type::Kind::record, {}, nullptr, members};
  if (type->kind == expression::Type::Kind::list)
    type->item = std::make_shared<const expression::Type>(record);
  if (type->kind == expression::Type::Kind::record) type->fields = members;
  return *type;
}

std::vector<Need> TemplateReader::needs(const xml::Element& parent) {
  std::vector<Need> out;
  for (const xml::Element* element : parent.children("need")) {
    const std::string name(element->get("name"));
    const bool known = std::any_of(out.begin(), out.end(), [&](const Need& n) { return n.name == name; });
    if (known) problems_.push_back(diagnose(duplicate_need, element->place_of("name"), name));
    const auto type = type_of_need(*element, needs(*element));
    out.push_back({name, std::string(element->get("label", name)), type, element->place_of("name"),
                   element->get("optional") == "yes"});
  }
  return out;
}

Result<DocumentTemplate> load_template(std::string_view bytes, const std::string& file) {
  ANJUAN_TRY(const xml::Element root, xml::parse(bytes, file));
  Diagnostics problems = xml::check(root, template_outline());
  if (has_error(problems)) return problems;
  TemplateReader reader(problems);
  DocumentTemplate made;
  made.id = root.get("id");
  made.label = root.get("label");
  made.style = root.get("style");
  made.file = file;
  made.landscape = root.get("landscape") == "yes";
  made.page_numbers = root.get("page-numbers", "yes") == "yes";
  made.title = reader.attribute_words(root, root.attribute("title") ? "title" : "label");
  made.header = reader.attribute_words(root, "header");
  made.footer = reader.attribute_words(root, "footer");
  if (const xml::Element* needs = root.child("needs")) made.needs = reader.needs(*needs);
  made.blocks = reader.blocks(root);
  if (has_error(problems)) return problems;
  return made;
}

}  // namespace anjuan::documents
