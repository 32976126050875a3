// From the bytes of a file to a definition.

#include <algorithm>

#include "base/digest.h"
#include "base/text.h"
#include "procedure/checks.h"
#include "procedure/loading.h"
#include "procedure/messages.h"
#include "procedure/moves.h"
#include "procedure/outline.h"
#include "procedure/procedure.h"
#include "procedure/tree.h"

namespace anjuan::procedure {

namespace {

void read_head(Loading& loading, const xml::Element& root) {
  Definition& definition = loading.definition;
  definition.name = std::string(trim(root.get("name")));
  definition.label = paperwork(root, "label");
  definition.version = paperwork(root, "version");
  definition.kind = paperwork(root, "kind");
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

/// What a time limit raises no person may raise.
void mark_time_limits(Definition& definition) {
  std::vector<std::string> raised;
  for_every_action(definition, [&](const Action& action) {
    const auto* limit = std::get_if<TimeLimitAction>(&action.what);
    if (limit != nullptr && !limit->on_due.empty()) raised.push_back(limit->on_due);
  });
  for (Transition& transition : definition.transitions) {
    for (const std::string& event : raised) {
      if (matches(transition.events, event) && transition.role.empty()) transition.by_system = true;
    }
  }
}

/// Numbers the names that can be assigned to.
void number_names(Definition& definition) {
  const auto add = [&](const std::string& name) {
    const auto [known, fresh] = definition.slot_by_name.emplace(name, definition.slots.size());
    if (fresh) definition.slots.push_back(name);
  };
  for (const DataItem& item : definition.data) add(item.id);
  for (const std::string& name : definition.loop_names) add(name);
}

/// What stands in the file, as far as it can be read; nothing if it is no procedure at all.
std::shared_ptr<Definition> read(std::string_view bytes, const std::string& file, const Accompanying& with,
                                 Diagnostics& found) {
  const auto root = xml::parse(bytes, file);
  if (!root.ok()) {
    found = root.diagnostics();
    return nullptr;
  }
  auto definition = read_chart(*root, file, with, found);
  if (definition != nullptr) definition->digest = sha256(bytes);
  return definition;
}

}  // namespace

std::shared_ptr<Definition> read_chart(const xml::Element& root, const std::string& file,
                                       const Accompanying& with, Diagnostics& found) {
  Loading loading;
  loading.definition.file = file;
  loading.definition.with = with;
  loading.report(xml::check(root, outline()));
  if (!is_scxml(root, "scxml")) {
    found = std::move(loading.found);
    return nullptr;
  }
  read_head(loading, root);
  read_declarations(loading, root);
  read_states(loading, root);
  resolve_targets(loading);
  settle_domains(loading.definition);
  mark_time_limits(loading.definition);
  number_names(loading.definition);
  found = std::move(loading.found);
  return std::make_shared<Definition>(std::move(loading.definition));
}

Result<DefinitionPtr> load(std::string_view xml, const std::string& file, const Accompanying& with) {
  Diagnostics found;
  auto definition = read(xml, file, with, found);
  if (has_error(found)) return found;
  return DefinitionPtr(std::move(definition));
}

Diagnostics inspect(std::string_view xml, const std::string& file, const expression::Names& facts) {
  Diagnostics found;
  const auto definition = read(xml, file, {}, found);
  if (definition != nullptr) {
    const Diagnostics more = check(*definition, facts);
    found.insert(found.end(), more.begin(), more.end());
  }
  std::stable_sort(found.begin(), found.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
  });
  return found;
}

Diagnostics check(const Definition& definition, const expression::Names& facts) {
  Diagnostics found;
  const Checking checking{definition, facts, found};
  for (auto* one :
       {check_references, check_names, check_expressions, check_endless, check_shadowed, check_reachable,
                    check_asserts}) {
    one(checking);
  }
  return found;
}

}  // namespace anjuan::procedure
