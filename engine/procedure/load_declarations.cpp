// Reads the declarations of the paperwork namespace: provisions, roles, duties, parameters,
// assertions.

#include <set>

#include "base/text.h"
#include "procedure/loading.h"
#include "procedure/messages.h"
#include "procedure/outline.h"

namespace anjuan::procedure {

namespace {

void read_basis(Loading& loading, const xml::Element& element) {
  Basis basis{
      unqualified(element, "id"), {unqualified(element, "instrument"), unqualified(element, "article")}, {}, {}, element.place_of("id")};
  if (const auto day = parse_day(unqualified(element, "in-force-from"))) basis.in_force_from = *day;
  basis.in_force_until = parse_day(unqualified(element, "in-force-until"));
  loading.definition.bases.push_back(std::move(basis));
}

void read_role(Loading& loading, const xml::Element& element) {
  Role role{unqualified(element, "id"),         unqualified(element, "label"), words(element.get("post")), {},
            is_yes(element, "outside"), element.place_of("id")};
  if (role.label.empty()) role.label = role.id;
  if (element.attribute("holders") != nullptr) role.holders = read_code(loading, element, "holders");
  if (role.posts.empty() && !role.outside && !role.holders) role.posts = {role.label};
  loading.definition.roles.push_back(std::move(role));
}

/// The value as its type reads it; records and lists are written as expressions.
Result<Value> parameter_value(const std::string& text, const expression::Type& type, const Place& place) {
  using Kind = expression::Type::Kind;
  const bool composed = type.kind == Kind::record || (type.kind == Kind::list && text.starts_with("["));
  if (!composed) return expression::read_value(text, type, place);
  ANJUAN_TRY(const expression::Expression literal, expression::compile(text, place));
  const Fields nothing;
  return expression::evaluate(literal, {nothing, {}, {}});
}

bool is_numeric(const expression::Type& type) {
  return type.kind == expression::Type::Kind::integer || type.kind == expression::Type::Kind::decimal;
}

/// The one number that a text is about: "5" of "5个工作日", of "５" and of "五"; "" where it is not clear.
std::string number_in(std::string_view text) {
  constexpr std::u32string_view numerals = U"零一二三四五六七八九";
  std::u32string digits;
  bool ended = false;
  for (const char32_t c : to_u32(text)) {
    const auto numeral = numerals.find(c);
    const char32_t digit = c >= U'０' && c <= U'９'           ? c - U'０' + U'0'
                           : numeral != std::u32string_view::npos ? U'0' + static_cast<char32_t>(numeral)
                                                                  : c;
    const bool is_digit = (digit >= U'0' && digit <= U'9') || (digit == U'.' && !digits.empty() && !ended);
    if (c == U'十' || c == U'百' || (is_digit && ended)) return "";
    if (is_digit) digits += digit;
    ended = ended || (!is_digit && !digits.empty());
  }
  return to_utf8(digits);
}

void read_parameter(Loading& loading, const xml::Element& element) {
  Parameter parameter;
  parameter.id = unqualified(element, "id");
  parameter.label = unqualified(element, "label");
  if (parameter.label.empty()) parameter.label = parameter.id;
  parameter.unit = unqualified(element, "unit");
  parameter.basis = basis_ids(element, true);
  parameter.basis_place = element.place_of("basis");
  parameter.place = element.place_of("id");
  const expression::Type type = read_type(loading, element, "", parameter.type_text);
  const std::string text = unqualified(element, "value");
  const Place place = parameter.value_place = element.place_of("value");
  auto value = parameter_value(text, type, place);
  if (value.ok() && expression::fits(*value, type)) {
    parameter.value = std::move(value).value();
  } else if (!value.ok() && type.kind == expression::Type::Kind::record) {
    loading.report(value.diagnostics());
  } else if (const std::string number = number_in(text); is_numeric(type) && !number.empty()) {
    loading.report(diagnose(parameter_number_only, place, parameter.id, text, expression::name_of(type), number));
  } else {
    loading.report(diagnose(parameter_value_wrong, place, parameter.id, text, expression::name_of(type)));
  }
  loading.definition.parameters.push_back(std::move(parameter));
}

std::vector<Happening> happenings(const xml::Element& element, std::string_view attribute) {
  std::vector<Happening> read;
  for (const std::string& word : words(element.get(attribute))) read.push_back(happening_of(word));
  return read;
}

void read_assertion(Loading& loading, const xml::Element& element) {
  Assertion assertion;
  assertion.name = unqualified(element, "name");
  assertion.label = unqualified(element, "label");
  assertion.every_path_to = happenings(element, "every-path-to");
  assertion.passes = happenings(element, "passes");
  assertion.since = happenings(element, "since");
  assertion.within = words(element.get("within"));
  assertion.never = happenings(element, "never");
  assertion.from = happenings(element, "from");
  assertion.reaches = happenings(element, "reaches");
  assertion.limit = unqualified(element, "limit");
  assertion.at_most_once = happenings(element, "at-most-once");
  assertion.whenever = happenings(element, "whenever");
  if (element.attribute("holds") != nullptr) assertion.holds = read_code(loading, element, "holds");
  assertion.basis = basis_ids(element, true);
  assertion.place = element.place;
  for (const xml::Attribute& a : element.attributes) assertion.places.emplace_back(a.name, a.value_place);
  loading.definition.assertions.push_back(std::move(assertion));
}

template <class Row>
void report_repeats(Loading& loading, const std::vector<Row>& rows) {
  std::map<std::string, int> lines;
  for (const Row& row : rows) {
    const auto [first, fresh] = lines.emplace(row.id, row.place.line);
    if (!fresh) loading.report(diagnose(id_twice, row.place, row.id, std::to_string(first->second)));
  }
}

}  // namespace

void read_declarations(Loading& loading, const xml::Element& root) {
  for (const xml::Element* child : root.children()) {
    if (child->ns != paperwork_namespace) continue;
    if (child->name == "basis") read_basis(loading, *child);
    if (child->name == "role") read_role(loading, *child);
    if (child->name == "duty") {
      loading.definition.duties.push_back(
          {unqualified(*child, "role"), words(child->get("different-from")), basis_ids(*child, true), child->place,
           child->place_of("role"), child->place_of("different-from"), child->place_of("basis")});
    }
    if (child->name == "parameter") read_parameter(loading, *child);
    if (child->name == "assert") read_assertion(loading, *child);
  }
  report_repeats(loading, loading.definition.bases);
  report_repeats(loading, loading.definition.roles);
  report_repeats(loading, loading.definition.parameters);
}

}  // namespace anjuan::procedure
