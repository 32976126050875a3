// Pieces that several parts of the loader read.

#include <algorithm>

#include "base/text.h"
#include "json/json.h"
#include "procedure/checks.h"
#include "procedure/loading.h"
#include "procedure/messages.h"
#include "procedure/outline.h"

namespace anjuan::procedure {

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found;
  const std::string single = collapse_space(text);
  if (single.empty()) return found;
  return split(single, ' ');
}

Wording some_of(const std::vector<std::string>& ids) {
  constexpr std::size_t shown = 20;
  if (ids.empty()) return {"无", "none"};
  if (ids.size() <= shown) return {join(ids, "、"), join(ids, ", ")};
  const std::vector<std::string> first(ids.begin(), ids.begin() + shown);
  const std::string count = std::to_string(ids.size());
  return {join(first, "、") + "……共 " + count + " 个", join(first, ", ") + " … (" + count + " in all)"};
}

std::vector<std::string> read_words(Loading& loading, const xml::Element& element,
                                    std::string_view attribute) {
  std::vector<std::string> found = words(element.get(attribute));
  if (found.size() <= most_words) return found;
  loading.report(diagnose(too_many_words, element.place_of(attribute), std::to_string(found.size()),
                          std::to_string(most_words)));
  found.resize(most_words);
  return found;
}

bool is_yes(const xml::Element& element, std::string_view attribute) {
  return element.get(attribute) == "yes";
}

bool is_scxml(const xml::Element& element, std::string_view name) {
  return element.ns == scxml_namespace && element.name == name;
}

std::string unqualified(const xml::Element& element, std::string_view attribute) {
  return std::string(trim(element.get(attribute)));
}

std::string paperwork(const xml::Element& element, std::string_view attribute) {
  return std::string(trim(element.get_ns(paperwork_namespace, attribute)));
}

Place paperwork_place(const xml::Element& element, std::string_view attribute) {
  const xml::Attribute* found = element.attribute(attribute, paperwork_namespace);
  return found != nullptr ? found->value_place : element.place;
}

std::vector<std::string> basis_ids(const xml::Element& element, bool own_namespace) {
  return words(own_namespace ? element.get("basis") : element.get_ns(paperwork_namespace, "basis"));
}

Code compile_code(Loading& loading, std::string_view source, const Place& place) {
  Code code{std::string(source), place, std::nullopt, {}};
  const auto compiled = expression::compile(source, place, loading.definition.dialect());
  if (compiled.ok()) {
    code.expression = expression::numbered(*compiled, loading.definition.names);
  } else {
    code.broken = compiled.diagnostics();
    loading.refuse(code.broken);
  }
  return code;
}

Code read_code(Loading& loading, const xml::Element& element, std::string_view attribute) {
  const xml::Attribute* found = element.attribute(attribute);
  if (found == nullptr || trim(found->value).empty()) return {};
  return compile_code(loading, found->value, found->value_place);
}

Code literal_code(std::string_view text, const Place& place) {
  std::string quoted = "'";
  for (char c : text) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return {std::string(text), place, expression::literal(std::string(text), quoted + "'", place), {}};
}

Code either_code(Loading& loading, const xml::Element& element, std::string_view plain,
                 std::string_view computed) {
  const xml::Attribute* text = element.attribute(plain);
  const xml::Attribute* source = element.attribute(computed);
  if (text != nullptr && source != nullptr) {
    loading.report(diagnose(one_of_two, source->place, plain, computed));
  }
  if (text != nullptr) return literal_code(trim(text->value), text->value_place);
  return read_code(loading, element, computed);
}

Target read_target(Loading& loading, std::string_view source, const Place& place) {
  Target target{std::string(source), place, std::nullopt, {}};
  const auto compiled = expression::compile_location(source, place, loading.definition.dialect());
  if (compiled.ok()) {
    target.location = expression::numbered(*compiled, loading.definition.names);
  } else {
    target.broken = compiled.diagnostics();
    if (!trim(source).empty()) loading.refuse(target.broken);  // a missing one is said already
  }
  return target;
}

Code content_code(Loading& loading, const xml::Element& element) {
  std::string inside;
  for (const xml::Element* child : element.children()) inside += xml_text(*child);
  return inside.empty() ? text_code(loading, element.text(), element.place)
                        : literal_code(inside, element.place);
}

Code text_code(Loading& loading, const std::string& text, const Place& place) {
  auto compiled = expression::compile(text, place, loading.definition.dialect());
  if (compiled.ok() && expression::names_used(*compiled).empty()) {
    return {text, place, std::move(compiled).value(), {}};
  }
  // Data may be longer and deeper than expressions are.
  if (auto read = json::read(text, place); read.ok())
    return {text, place, expression::literal(std::move(read).value(), text, place, loading.definition.dialect()), {}};
  return literal_code(collapse_space(text), place);
}

const std::string* read_source(Loading& loading, const xml::Element& element, Diagnostics& broken) {
  const std::string_view source = trim(element.get("src"));
  const std::string* bytes = find_file(loading.definition.with, source);
  if (bytes != nullptr) return bytes;
  broken = {diagnose(no_other_file, element.place_of("src"), source)};
  loading.refuse(broken);
  return nullptr;
}

namespace {

/// What is read as a value and may be written back; where it is broken, that is said once.
Target target_of(Loading& loading, std::string_view source, const Place& place, const Code& value) {
  if (value.broken.empty()) return read_target(loading, source, place);
  return {std::string(source), place, std::nullopt, value.broken};
}

/// The words of an attribute, each with its place.
std::vector<std::pair<std::string, Place>> placed_words(const xml::Element& element, std::string_view attribute) {
  std::vector<std::pair<std::string, Place>> out;
  Place place = element.place_of(attribute);
  bool inside = false;
  for (const char c : element.get(attribute)) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space && !inside) out.emplace_back("", place);
    if (!space) out.back().first += c;
    inside = !space;
    if (c == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((c & 0xc0) != 0x80) {
      ++place.column;
    }
  }
  return out;
}

}  // namespace

std::vector<Param> read_params(Loading& loading, const xml::Element& element) {
  std::vector<Param> params;
  for (const xml::Element* child : element.children()) {
    if (!is_scxml(*child, "param")) continue;
    const bool value = child->attribute("expr") != nullptr,
               location = child->attribute("location") != nullptr;
    if (value == location) loading.report(diagnose(one_of_two, child->place, "expr", "location"));
    Param param{std::string(trim(child->get("name"))),
                read_code(loading, *child, value ? "expr" : "location"), child->place, std::nullopt};
    if (location)
      param.location = target_of(loading, child->get("location"), child->place_of("location"), param.value);
    params.push_back(std::move(param));
  }
  return params;
}

Payload read_payload(Loading& loading, const xml::Element& element) {
  Payload payload;
  for (const auto& [name, place] : placed_words(element, "namelist")) {
    Code value = compile_code(loading, name, place);
    Target back = target_of(loading, name, place, value);
    payload.params.push_back({name, std::move(value), place, std::move(back)});
  }
  for (Param& param : read_params(loading, element)) payload.params.push_back(std::move(param));
  for (const xml::Element* child : element.children()) {
    if (!is_scxml(*child, "content")) continue;
    if (!payload.params.empty() && !is_scxml(element, "invoke")) {  // there content is the chart itself
      const char* other = element.attribute("namelist") != nullptr ? "namelist" : "param";
      loading.remark(diagnose(not_both, child->place, other, "content"));
    }
    if (child->attribute("expr") != nullptr && !(trim(child->text()).empty() && child->children().empty()))
      loading.remark(diagnose(not_both, child->place, "expr", Wording("元素里的内容", "content inside")));
    payload.has_content = true;
    payload.content =
        child->attribute("expr") != nullptr ? read_code(loading, *child, "expr") : content_code(loading, *child);
  }
  return payload;
}

namespace {

/// "甲、乙" where "甲|乙" was meant.
void hold_choices(Loading& loading, const expression::Type& type, const Place& place) {
  if (type.choices.size() != 1) return;
  std::string divided = type.choices.front();
  for (const char* mark : {"｜", "、", "，", ",", "；", ";", "/", "\\"}) divided = replace_all(divided, mark, "|");
  if (divided != type.choices.front()) loading.report(diagnose(choices_not_separated, place, type.choices.front(), divided));
}

/// The type that was meant by a word that is none: its name in Chinese, that of another language, or nearly its own.
std::optional<std::string> type_meant(const std::string& written) {
  constexpr std::pair<std::string_view, std::string_view> elsewhere[] = {
      {"string", "text"}, {"str", "text"},     {"int", "integer"}, {"number", "decimal"}, {"float", "decimal"},
      {"double", "decimal"}, {"bool", "boolean"}, {"array", "list"},  {"object", "record"},  {"enum", "choice"},
      {"文本", "text"},   {"数字", "decimal"}, {"选项", "choice"}};
  for (const auto& [word, type] : elsewhere) {
    if (written == word) return std::string(type);
  }
  const std::vector<std::string> known = expression::type_words();
  for (const std::string& word : known) {
    const auto type = expression::parse_type(word);
    if (type && expression::name_of(*type).zh == written) return word;
  }
  return nearest(written, known);
}

/// "integer（整数）、…"
Wording types_in_words() {
  std::vector<std::string> told;
  for (const std::string& word : expression::type_words()) {
    const auto type = expression::parse_type(word);
    told.push_back(type ? word + "（" + expression::name_of(*type).zh + "）" : word);
  }
  return {join(told, "、"), join(expression::type_words(), ", ")};
}

}  // namespace

expression::Type read_type(Loading& loading, const xml::Element& element, std::string_view ns,
                           std::string& text) {
  const xml::Attribute* type = element.attribute("type", ns);
  const xml::Attribute* choices = element.attribute("choices", ns);
  if (type == nullptr && choices == nullptr) return {};
  text = type != nullptr ? std::string(trim(type->value)) : "choice";
  if (text == "choice" && choices == nullptr) {
    loading.report(diagnose(choices_missing, type->value_place, ns.empty() ? "choices" : "aj:choices"));
    return {};
  }
  if (text == "choice") text += ":" + choices->value;
  if (auto read = expression::parse_type(text)) {
    hold_choices(loading, *read, choices != nullptr ? choices->value_place : type->value_place);
    return *read;
  }
  const Place& at = type != nullptr ? type->value_place : choices->value_place;
  const auto near = type_meant(text);
  loading.report(near ? diagnose(type_unknown_near, at, text, types_in_words(), *near)
                      : diagnose(type_unknown, at, text, types_in_words()));
  return {};
}

namespace {

bool is_event_character(char32_t c) {
  const bool letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
  const bool punctuation = c < 0x80
                               ? !letter && c != U'_' && c != U'-' && c != U':'
                               : (c >= 0x2000 && c <= 0x303F && c != 0x3005 && c != 0x3007) || c >= 0xFF00;
  return !punctuation || (c >= 0x10000);
}

}  // namespace

bool is_event_name(std::string_view name) {
  if (name.empty()) return false;
  for (const std::string& token : split(name, '.')) {
    const std::u32string letters = to_u32(token);
    if (letters.empty() || !std::all_of(letters.begin(), letters.end(), is_event_character)) return false;
  }
  return true;
}


namespace {

/// The name with full-width dots made half-width and other marks and spaces left out.
std::string tidied(std::string_view name) {
  std::u32string out;
  for (const char32_t c : to_u32(name)) {
    const bool dot = c == U'.' || c == U'。' || c == U'．' || c == U'·' || c == U'/' || c == U'，';
    if (dot && !out.empty() && out.back() != U'.') out += U'.';
    if (!dot && is_event_character(c)) out += c;
  }
  while (!out.empty() && out.back() == U'.') out.pop_back();
  return to_utf8(out);
}

/// Names run together by commas or the like, as they should stand: "e f"; "" for anything else.
std::string separated(std::string_view name) {
  std::string apart(name);
  for (const char* mark : {"，", "、", "；", ",", ";", "|"}) apart = replace_all(apart, mark, " ");
  if (apart == name) return "";
  const std::vector<std::string> names = words(apart);
  const bool whole = names.size() > 1 && std::all_of(names.begin(), names.end(), is_event_name);
  return whole ? join(names, " ") : "";
}

}  // namespace

void check_event_names(Loading& loading, const std::vector<std::string>& names, const Place& place,
                       bool descriptors) {
  for (const std::string& name : names) {
    std::string_view bare = name;
    if (bare.empty() || (descriptors && bare == "*")) continue;  // a missing one is said already
    if (descriptors && bare.ends_with(".*"))
      bare.remove_suffix(2);
    else if (descriptors && bare.ends_with("."))
      bare.remove_suffix(1);
    if (is_event_name(bare)) continue;
    const std::string apart = separated(bare);
    if (descriptors && !apart.empty()) {
      loading.refuse({diagnose(events_not_separated, place, name, apart)});
      continue;
    }
    const std::string near = tidied(bare);
    // Charts of other tools have descriptors that match nothing (“.*”), and run all the same.
    loading.refuse({near.empty() ? diagnose(event_descriptor_wrong, place, name)
                                 : diagnose(event_name_near, place, name, near)});
  }
}

}  // namespace anjuan::procedure
