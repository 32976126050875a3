#include "publication/mapping.h"

#include <set>

#include "base/text.h"
#include "publication/messages.h"

namespace anjuan::publication {
namespace {

using xml::ValueKind;

xml::ElementRule column_rule() {
  return {"column",
          {"一栏。", "A column."},
          {{"name", ValueKind::text, true, {}, {"栏名。", "Its heading."}, ""},
           {"value", ValueKind::expression, true, {}, {"取值的式子。", "The expression of its value."}, ""},
           {"field",
            ValueKind::text,
            false,
            {},
            {"数据交换用的字段名，不写的用栏名。", "Field name for exchange; else the heading."},
            ""},
           {"kind",
            ValueKind::choice,
            false,
            column_kind_words(),
            {"内容的种类，决定能否公开。", "Kind of matter; decides whether it may be published."},
            ""},
           {"required", ValueKind::yes_no, false, {}, {"是否必填。", "Whether it is required."}, ""},
           {"required-when",
            ValueKind::expression,
            false,
            {},
            {"满足条件时必填。", "Required where this holds."},
            ""},
           {"max-length", ValueKind::integer, false, {}, {"最多字数。", "Characters at most."}, ""},
           {"codes", ValueKind::id, false, {}, {"代码表。", "Code table."}, ""},
           {"width",
            ValueKind::integer,
            false,
            {},
            {"表格中的栏宽，以字数计。", "Width in a workbook, in characters."},
            ""}},
          {},
          false,
          false,
          "<column name=\"检查结果\" field=\"JCJG\" value=\"结果.代码\" codes=\"检查结果\" required=\"yes\" "
          "max-length=\"2\"/>",
          ""};
}

xml::Outline make_mapping_outline() {
  xml::Outline outline;
  outline.ns = "urn:anjuan:mapping:1";
  outline.root = "mapping";
  outline.elements.push_back(
      {"mapping",
       {"公示表或者推送表的对照。", "The mapping of a published or pushed table."},
       {{"id", ValueKind::id, true, {}, {"标识。", "Its id."}, ""},
        {"title", ValueKind::text, true, {}, {"表名。", "Title of the table."}, ""},
        {"key",
         ValueKind::expression,
         true,
         {},
         {"提示信息中怎样称呼一行。", "How messages name a row."},
         ""},
        {"sheet", ValueKind::text, false, {}, {"工作表名称。", "Name of the sheet."}, ""},
        {"footer",
         ValueKind::any_text,
         false,
         {},
         {"页脚，&P 为页码，&N 为总页数。", "Footer; &P page, &N pages."},
         ""}},
       {{"codes", 0, -1, ""}, {"column", 1, -1, ""}},
       false,
       false,
       "",
       ""});
  outline.elements.push_back({"codes",
                              {"代码表。", "A code table."},
                              {{"id", ValueKind::id, true, {}, {"标识。", "Its id."}, ""}},
                              {{"code", 1, -1, ""}},
                              false,
                              false,
                              "",
                              ""});
  outline.elements.push_back(
      {"code",
       {"一个代码。", "A code."},
       {{"from", ValueKind::text, true, {}, {"案件中的值。", "The value in the case."}, ""},
        {"to", ValueKind::any_text, true, {}, {"对方要求的值。", "What the receiver wants."}, ""},
        {"says", ValueKind::any_text, false, {}, {"说明。", "What it means."}, ""}},
       {},
       false,
       false,
       "<code from=\"01\" to=\"1\" says=\"未发现问题\"/>",
       ""});
  outline.elements.push_back(column_rule());
  return outline;
}

/// Compiles an attribute; a failed one leaves the expression of an empty text.
expression::Expression read_expression(const xml::Element& element, std::string_view name,
                                       Diagnostics& found) {
  auto compiled = expression::compile(element.get(name), element.place_of(name));
  if (compiled.ok()) return *compiled;
  append(found, compiled.diagnostics());
  return expression::Expression("", element.place_of(name), nullptr);
}

CodeTable read_codes(const xml::Element& element, Diagnostics& found) {
  CodeTable table;
  for (const xml::Element* code : element.children("code")) {
    if (!table.emplace(code->get("from"), code->get("to")).second) {
      found.push_back(diagnose(messages::duplicate_name, code->place_of("from"), code->get("from")));
    }
  }
  return table;
}

std::string known_tables(const Mapping& mapping) {
  std::vector<std::string> ids;
  for (const auto& [id, table] : mapping.codes) ids.push_back(id);
  return join(ids, "、");
}

MappingColumn read_column(const xml::Element& element, const Mapping& mapping, Diagnostics& found) {
  MappingColumn column{std::string(element.get("name")),
                       std::string(element.get("field", element.get("name"))),
                       read_expression(element, "value", found),
                       element.get("required") == "yes",
                       std::nullopt,
                       parse_integer(element.get("max-length", "0")).value_or(0),
                       std::string(element.get("codes")),
                       parse_column_kind(element.get("kind", "public")).value_or(ColumnKind::personal),
                       parse_integer(element.get("width", "0")).value_or(0)};
  if (element.attribute("required-when"))
    column.required_when = read_expression(element, "required-when", found);
  if (!column.codes.empty() && !mapping.codes.count(column.codes)) {
    found.push_back(
        diagnose(messages::unknown_table, element.place_of("codes"), column.codes, known_tables(mapping)));
  }
  return column;
}

}  // namespace

const xml::Outline& mapping_outline() {
  static const xml::Outline outline = make_mapping_outline();
  return outline;
}

Result<Mapping> load_mapping(std::string_view bytes, const std::string& file) {
  ANJUAN_TRY(const xml::Element root, xml::parse(bytes, file));
  Diagnostics found = xml::check(root, mapping_outline());
  if (has_error(found)) return found;
  Mapping mapping{file,
                  std::string(root.get("id")),
                  std::string(root.get("title")),
                  std::string(root.get("sheet", root.get("title"))),
                  std::string(root.get("footer")),
                  read_expression(root, "key", found),
                  {},
                  {}};
  for (const xml::Element* codes : root.children("codes")) {
    if (!mapping.codes.emplace(codes->get("id"), read_codes(*codes, found)).second) {
      found.push_back(diagnose(messages::duplicate_name, codes->place_of("id"), codes->get("id")));
    }
  }
  std::set<std::string> names, fields;
  for (const xml::Element* element : root.children("column")) {
    mapping.columns.push_back(read_column(*element, mapping, found));
    const MappingColumn& column = mapping.columns.back();
    if (!names.insert(column.name).second) {
      found.push_back(diagnose(messages::duplicate_name, element->place_of("name"), column.name));
    } else if (!fields.insert(column.field).second) {
      found.push_back(diagnose(messages::duplicate_name, element->place_of("field"), column.field));
    }
  }
  if (has_error(found)) return found;
  return mapping;
}

Diagnostics check_mapping(const Mapping& mapping, const expression::Names& names) {
  Diagnostics found = expression::check(mapping.key, names, {});
  expression::Type condition;
  condition.kind = expression::Type::Kind::boolean;
  for (const MappingColumn& column : mapping.columns) {
    append(found, expression::check(column.value, names, {}));
    if (column.required_when) append(found, expression::check(*column.required_when, names, condition));
  }
  return found;
}

}  // namespace anjuan::publication
