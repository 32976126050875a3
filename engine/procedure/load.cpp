// From the bytes of a file to a definition.

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>

#include "base/digest.h"
#include "base/text.h"
#include "procedure/checks.h"
#include "procedure/descriptors.h"
#include "procedure/draft.h"
#include "procedure/loading.h"
#include "procedure/messages.h"
#include "procedure/moves.h"
#include "procedure/outline.h"
#include "procedure/procedure.h"
#include "procedure/tree.h"
#include "xml/messages.h"
#include "xml/outline.h"

namespace anjuan::procedure {

namespace {

bool uses_paperwork(const xml::Element& element) {
  if (element.ns == paperwork_namespace) return true;
  for (const xml::Attribute& attribute : element.attributes) {
    if (attribute.ns == paperwork_namespace) return true;
  }
  const auto children = element.children();
  return std::any_of(children.begin(), children.end(), [](const xml::Element* child) { return uses_paperwork(*child); });
}

void read_head(Loading& loading, const xml::Element& root) {
  Definition& definition = loading.definition;
  definition.name = std::string(trim(root.get("name")));
  definition.label = paperwork(root, "label");
  definition.version = paperwork(root, "version");
  definition.kind = paperwork(root, "kind");
  definition.paperwork = uses_paperwork(root);
  definition.late_binding = root.get("binding") == "late";
  const std::string_view model =
      root.attribute("datamodel") != nullptr ? trim(root.get("datamodel")) : definition.with.data_model;
  if (model == "null") {
    definition.data_model = DataModel::null;
  } else if (model == "ecmascript") {
    definition.data_model = DataModel::ecmascript;
  } else if (!model.empty() && model != "anjuan") {
    loading.report(diagnose(data_model_unknown, root.place_of("datamodel"), model));
  }
}

/// Charts of other tools are held to the outline only where it would not be known what they mean: ids may
/// have other signs, expressions may be empty, transitions may stand in the root. The check tells it all.
void hold_to_outline(Loading& loading, Diagnostics found) {
  for (Diagnostic& d : found) {
    const bool known = d.row == &xml::bad_value || d.row == &xml::bad_value_near || d.row == &xml::invisible_character ||
                       d.row == &xml::duration_in_words || d.row == &xml::empty_value ||
                       (d.row == &xml::misplaced_element && d.values[0].zh == "transition" && d.values[1].zh == "scxml");
    if (known && !loading.definition.typed())
      loading.remark(std::move(d));
    else
      loading.report(std::move(d));
  }
}

/// What a time limit raises no person may raise.
void mark_time_limits(Definition& definition) {
  std::set<std::string, std::less<>> raised;
  for_every_action(definition, [&](const Action& action) {
    const auto* limit = std::get_if<TimeLimitAction>(&action.what);
    if (limit != nullptr && !limit->on_due.empty()) raised.insert(limit->on_due);
  });
  const auto takes_one = [&](std::string_view descriptor) {
    if (descriptor == "*") return !raised.empty();
    const std::string_view bare = bare_descriptor(descriptor);
    const std::string below = std::string(bare) + ".";
    const auto next = raised.lower_bound(below);
    return raised.contains(bare) || (next != raised.end() && next->starts_with(below));
  };
  for (Transition& transition : definition.transitions) {
    if (transition.role.empty() && std::any_of(transition.events.begin(), transition.events.end(), takes_one))
      transition.by_system = true;
  }
}

/// Gives the names that can be assigned to their places.
void settle_slots(Definition& definition) {
  std::map<int, bool> placed;
  const auto add = [&](const std::string& name, std::size_t data) {
    const int number = definition.names.number(name);
    if (placed.emplace(number, true).second) definition.slots.push_back({name, number, data});
  };
  for (std::size_t i = 0; i < definition.data.size(); ++i) add(definition.data[i].id, i);
  for (const std::string& name : definition.loop_names) add(name, no_index);
  for (const std::string& name : definition.script_names) add(name, no_index);
  definition.slot_by_number.assign(static_cast<std::size_t>(definition.names.size()), no_index);
  for (std::size_t slot = 0; slot < definition.slots.size(); ++slot)
    definition.slot_by_number[static_cast<std::size_t>(definition.slots[slot].number)] = slot;
}

/// Notes which of the names that the engine gives values to are read at all.
void settle_system_names(Definition& definition) {
  const auto find = [&](const char* name) { return definition.names.find(name).value_or(-1); };
  definition.system = {find("_event"), find("_sessionid"), find("_ioprocessors"),
                       definition.typed() ? find("日期") : -1};
  const auto constant = [&](const std::string& name, Value value) {
    const auto number = definition.names.find(name);
    if (number) definition.constants.emplace_back(*number, std::move(value));
  };
  for (const Parameter& parameter : definition.parameters) constant(parameter.id, parameter.value);
  constant("_name", Value(definition.name));
  constant("_x", Value(Fields{}));
}

/// What stands in the file, as far as it can be read; nothing if it is no procedure at all.
std::shared_ptr<Definition> read(std::string_view bytes, const std::string& file, const Accompanying& with,
                                 Diagnostics& found) {
  Diagnostics slips;
  const auto root = xml::parse_as_meant(bytes, file, slips, usual_prefixes());
  if (!root.ok()) {
    found = root.diagnostics();
    return nullptr;
  }
  auto definition = read_chart(*root, file, with, found);
  found = xml::with_slips(std::move(found), std::move(slips));
  if (definition != nullptr) definition->digest = sha256(bytes);
  return definition;
}

}  // namespace

std::shared_ptr<Definition> read_chart(const xml::Element& written, const std::string& file,
                                       const Accompanying& with, Diagnostics& found) {
  Loading loading;
  xml::Element root = written;
  loading.definition.file = file;
  loading.definition.with = with;
  Diagnostics against_outline = xml::check_and_mend(root, outline());
  if (!is_scxml(root, "scxml")) {
    found = std::move(against_outline);
    return nullptr;
  }
  read_head(loading, root);
  hold_to_outline(loading, std::move(against_outline));
  read_declarations(loading, root);
  read_states(loading, root);
  resolve_targets(loading);
  settle_domains(loading.definition);
  mark_time_limits(loading.definition);
  settle_slots(loading.definition);
  settle_system_names(loading.definition);
  loading.definition.written = root.written;
  found = std::move(loading.found);
  return std::make_shared<Definition>(std::move(loading.definition));
}

namespace {

bool is_of(const Diagnostic& d, std::initializer_list<const MessageRow*> rows) {
  return std::find(rows.begin(), rows.end(), d.row) != rows.end();
}

/// Whether the fault leaves open where some transition leads.
bool hides_a_way(const Diagnostic& d) {
  if (is_of(d, {&xml::empty_value})) return d.values[0].zh == "target" || d.values[0].zh == "initial";
  if (is_of(d, {&xml::unknown_attribute, &xml::misplaced_attribute})) return d.values[1].zh == "transition";
  return is_of(d, {&xml::unknown_element}) || (is_of(d, {&xml::misplaced_element}) && d.values[0].zh == "transition");
}

using Spots = std::set<std::pair<int, int>>;

/// Where something of these rows was found.
Spots spots_of(const Diagnostics& found, std::initializer_list<const MessageRow*> rows) {
  Spots spots;
  for (const Diagnostic& d : found) {
    if (is_of(d, rows)) spots.emplace(d.place.line, d.place.column);
  }
  return spots;
}

/// What is only said again, in other words: of a value that is not of its kind, or of an attribute that is
/// missing; of text that begins with a full-width bracket. How a delay is written matters only where one may be.
void drop_repeated(Diagnostics& found) {
  const auto of_value = {static_cast<const MessageRow*>(&xml::bad_value), static_cast<const MessageRow*>(&xml::duration_in_words),
                         static_cast<const MessageRow*>(&xml::bad_choice), static_cast<const MessageRow*>(&xml::empty_value),
                         static_cast<const MessageRow*>(&xml::bad_value_near), static_cast<const MessageRow*>(&xml::bad_choice_near),
                         static_cast<const MessageRow*>(&xml::invisible_character)};
  const Spots delays = spots_of(found, {&delay_unsupported}), values = spots_of(found, of_value),
              missing = spots_of(found, {&xml::missing_attribute}), wide = spots_of(found, {&xml::full_width_mark});
  // Where it is open where a transition leads, it may well lead to the states that nothing leads to.
  const bool open = std::any_of(found.begin(), found.end(), hides_a_way);
  std::erase_if(found, [&](const Diagnostic& d) {
    if (open && is_of(d, {&state_unreachable})) return true;
    const std::pair spot(d.place.line, d.place.column);
    if (delays.contains(spot)) return !is_of(d, {&delay_unsupported});
    if (values.contains(spot)) return !is_of(d, of_value);
    if (wide.contains(spot) && is_of(d, {&xml::text_not_allowed})) return true;
    return missing.contains(spot) && is_of(d, {&one_of_two, &names_nothing, &parameter_value_wrong, &type_unknown, &type_unknown_near});
  });
}

/// One slip that shows at many places, such as a role that is not declared, is told at the first of them; the
/// others are named together.
void gather_alike(Diagnostics& found) {
  constexpr std::size_t most_alike = 3;
  Diagnostics kept;
  std::vector<std::vector<const Diagnostic*>> groups;
  std::map<std::pair<std::string, std::vector<std::string>>, std::size_t> known;
  for (const Diagnostic& d : found) {
    std::vector<std::string> values;
    for (const Wording& value : d.values) values.push_back(value.zh);
    const auto [group, fresh] = known.emplace(std::pair(d.row->code, std::move(values)), groups.size());
    if (fresh) groups.emplace_back();
    groups[group->second].push_back(&d);
  }
  for (const auto& group : groups) {
    const std::size_t told = group.size() > most_alike + 1 ? most_alike : group.size();
    for (std::size_t i = 0; i < told; ++i) kept.push_back(*group[i]);
    if (told == group.size()) continue;
    std::vector<std::string> lines;
    for (std::size_t i = told; i < group.size(); ++i) lines.push_back(std::to_string(group[i]->place.line));
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    const Diagnostic& first = *group.front();
    const Wording what(sentence(first, Language::chinese), sentence(first, Language::english));
    kept.push_back(first.row->severity == Severity::warning
                       ? diagnose(alike_remarks, group[told]->place, what, std::to_string(group.size() - told), some_of(lines))
                       : diagnose(alike_elsewhere, group[told]->place, what, std::to_string(group.size() - told), some_of(lines)));
  }
  found = std::move(kept);
}

/// As people read it: in the order of the lines, each thing once, the first ones of very many.
void settle(Diagnostics& found, const Definition* definition) {
  drop_repeated(found);
  if (definition != nullptr && definition->written) xml::as_written(found, *definition->written);
  const auto key = [](const Diagnostic& d) { return std::pair(d.place.line, d.place.column); };
  std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  const auto same = [&](const auto& a, const auto& b) { return key(a) == key(b) && a.row == b.row && a.values == b.values; };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  gather_alike(found);
  std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  if (found.size() <= most_found) return;
  const std::string file = found.front().place.file;
  found.resize(most_found);
  found.push_back(diagnose(more_not_shown, Place{file}, std::to_string(most_found)));
}

/// What needs more than one element, unsorted.
void check_all(const Definition& definition, const expression::Names& facts, Diagnostics& found) {
  const Checking checking{definition, facts, found};
  found.insert(found.end(), definition.remarks.begin(), definition.remarks.end());
  for (auto* one : {check_references, check_names, check_expressions, check_content, check_invoked, check_assertions, check_endless,
                    check_shadowed, check_reachable}) {
    one(checking);
  }
}

}  // namespace

void check_invoked(const Checking& checking) {
  for (const State& state : checking.definition.states) {
    for (const Invoke& invoke : state.invokes) {
      checking.found.insert(checking.found.end(), invoke.broken.begin(), invoke.broken.end());
      if (invoke.chart) check_all(*invoke.chart, {}, checking.found);
    }
  }
}

Draft read_draft(std::string_view xml, const std::string& file, const Accompanying& with) {
  Draft draft;
  draft.definition = read(xml, file, with, draft.found);
  return draft;
}

Diagnostics inspect(Draft draft, const expression::Names& facts) {
  if (draft.definition != nullptr) check_all(*draft.definition, facts, draft.found);
  settle(draft.found, draft.definition.get());
  return std::move(draft.found);
}

Result<DefinitionPtr> load(std::string_view xml, const std::string& file, const Accompanying& with) {
  Draft draft = read_draft(xml, file, with);
  if (!has_error(draft.found)) return std::move(draft.definition);
  settle(draft.found, draft.definition.get());
  return draft.found;
}

Diagnostics inspect(std::string_view xml, const std::string& file, const expression::Names& facts) {
  return inspect(read_draft(xml, file), facts);
}

Diagnostics check(const Definition& definition, const expression::Names& facts) {
  Diagnostics found;
  check_all(definition, facts, found);
  settle(found, &definition);
  return found;
}

}  // namespace anjuan::procedure
