#include "handling/migration_map.h"

#include "base/text.h"
#include "handling/messages.h"

namespace anjuan::handling {
namespace {

using xml::ValueKind;

xml::Outline make_migration_outline() {
  const auto attribute = [](const char* name, ValueKind kind, bool required, Wording says) { return xml::AttributeRule{name, kind, required, {}, std::move(says), ""}; };
  const auto from_to = [&](const char* name, Wording says, ValueKind to_kind, bool to_required) {
    return xml::ElementRule{name, std::move(says), {attribute("from", ValueKind::id, true, {"旧流程里的编号。", "Its id in the old procedure."}),
                                                   attribute("to", to_kind, to_required, {"新流程里的编号。", "Its id in the new procedure."})}, {}, false, false, "", ""};
  };
  xml::Outline outline;
  outline.ns = "urn:anjuan:migration:1";
  outline.root = "migration";
  outline.elements.push_back({"migration", {"迁移对照：旧版流程里的编号在新版里叫什么。", "What a new version calls otherwise."}, {}, {{"procedure", 1, -1, ""}}, false, false, "", ""});
  outline.elements.push_back({"procedure", {"一个流程的对照。", "The mapping of one procedure."},
                              {attribute("name", ValueKind::id, true, {"流程的名称（scxml 的 name）。", "The procedure's name."}),
                               attribute("to", ValueKind::id, false, {"改了名称的，写新名称。", "Its new name, if it has one."})},
                              {{"state", 0, -1, ""}, {"data", 0, -1, ""}, {"limit", 0, -1, ""}, {"paper", 0, -1, ""}, {"value", 0, -1, ""}}, false, false,
                              "<procedure name=\"办结后回访\">\n  <state from=\"待答复\" to=\"等待答复\"/>\n  <value of=\"回访方式\">上门</value>\n</procedure>", ""});
  outline.elements.push_back(from_to("state", {"环节。to 可以写几个（并行的线），不写就是这条线不要了。", "A state; several where a parallel has a new region, none where a region is gone."}, ValueKind::ids, false));
  outline.elements.push_back(from_to("data", {"数据项。", "A data item."}, ValueKind::id, true));
  outline.elements.push_back(from_to("limit", {"期限。", "A time limit."}, ValueKind::id, true));
  outline.elements.push_back(from_to("paper", {"文书在案件里的名称（as）。", "The name of a paper within the case (as)."}, ValueKind::id, true));
  outline.elements.push_back({"value", {"新流程的数据项在这些案件里的内容。", "What a data item of the new procedure shall hold."},
                              {attribute("of", ValueKind::id, true, {"数据项的编号。", "Id of the data item."})}, {}, true, false, "", ""});
  return outline;
}

/// What stands before and after the first =.
Result<std::pair<std::string, std::string>> halves(const std::string& pair) {
  const auto equals = pair.find('=');
  if (equals == std::string::npos || equals == 0) return diagnose(bad_map_pair, Place{}, pair);
  return std::pair(std::string(trim(pair.substr(0, equals))), std::string(trim(pair.substr(equals + 1))));
}

std::vector<std::string> words_of(const std::string& text, char between) {
  std::vector<std::string> words;
  for (const std::string& word : split(text, between)) {
    if (!trim(word).empty()) words.emplace_back(trim(word));
  }
  return words;
}

Fields texts(const std::map<std::string, std::string>& pairs) {
  Fields out;
  for (const auto& [from, to] : pairs) out.emplace(from, to);
  return out;
}
std::map<std::string, std::string> texts_from(const Value& value) {
  std::map<std::string, std::string> out;
  if (!value.is(Value::Kind::record)) return out;
  for (const auto& [from, to] : value.record()) out.emplace(from, to.text_or_empty());
  return out;
}

}  // namespace

const xml::Outline& migration_outline() {
  static const xml::Outline outline = make_migration_outline();
  return outline;
}

Result<MigrationMap> load_migration_map(std::string_view bytes, const std::string& file) {
  ANJUAN_TRY(const xml::Element root, xml::parse(bytes, file));
  if (Diagnostics found = xml::check(root, migration_outline()); has_error(found)) return found;
  MigrationMap map;
  for (const xml::Element* e : root.children("procedure")) {
    ProcedureMap& one = map.of[std::string(e->get("name"))];
    one.to = std::string(e->get("to"));
    for (const xml::Element* s : e->children("state")) one.states[std::string(s->get("from"))] = words_of(collapse_space(std::string(s->get("to"))), ' ');
    for (const xml::Element* d : e->children("data")) one.data[std::string(d->get("from"))] = std::string(d->get("to"));
    for (const xml::Element* l : e->children("limit")) one.limits[std::string(l->get("from"))] = std::string(l->get("to"));
    for (const xml::Element* p : e->children("paper")) one.papers[std::string(p->get("from"))] = std::string(p->get("to"));
    for (const xml::Element* v : e->children("value")) one.values[std::string(v->get("of"))] = std::string(trim(v->text()));
  }
  return map;
}

Outcome add_state(MigrationMap& map, const std::string& pair) {
  ANJUAN_TRY(const auto both, halves(pair));
  const std::vector<std::string> to = words_of(both.second, '+');
  if (to.empty()) return diagnose(map_to_nothing, Place{}, both.first);
  if (!map.any.states.emplace(both.first, to).second) return diagnose(mapped_twice, Place{}, both.first);
  return Done{};
}

Outcome add_value(MigrationMap& map, const std::string& pair) {
  ANJUAN_TRY(const auto both, halves(pair));
  map.any.values[both.first] = both.second;
  return Done{};
}

ProcedureMap map_of(const MigrationMap& map, const std::string& procedure) {
  const auto found = map.of.find(procedure);
  ProcedureMap out = found == map.of.end() ? ProcedureMap{} : found->second;
  for (const auto& [from, to] : map.any.states) out.states.emplace(from, to);
  for (const auto& [from, to] : map.any.limits) out.limits.emplace(from, to);
  for (const auto& [from, to] : map.any.papers) out.papers.emplace(from, to);
  for (const auto& [id, text] : map.any.values) out.values.emplace(id, text);
  return out;
}

Value to_value(const ProcedureMap& map) {
  Fields states;
  for (const auto& [from, to] : map.states) {
    List list;
    for (const std::string& id : to) list.emplace_back(id);
    states.emplace(from, std::move(list));
  }
  Fields out;
  const auto add = [&](const char* name, Fields fields) {
    if (!fields.empty()) out.emplace(name, std::move(fields));
  };
  if (!map.to.empty()) out.emplace("to", map.to);
  add("states", std::move(states));
  add("data", texts(map.data));
  add("limits", texts(map.limits));
  add("papers", texts(map.papers));
  add("values", texts(map.values));
  return out;
}

ProcedureMap procedure_map_from(const Value& value) {
  ProcedureMap map;
  map.to = value.field("to").text_or_empty();
  const Value& states = value.field("states");
  if (states.is(Value::Kind::record)) {
    for (const auto& [from, to] : states.record()) {
      std::vector<std::string>& ids = map.states[from];
      if (!to.is(Value::Kind::list)) continue;
      for (const Value& id : to.list()) ids.push_back(id.text_or_empty());
    }
  }
  map.data = texts_from(value.field("data"));
  map.limits = texts_from(value.field("limits"));
  map.papers = texts_from(value.field("papers"));
  map.values = texts_from(value.field("values"));
  return map;
}

}  // namespace anjuan::handling
