#include "procedure/untyped_names.h"

#include <algorithm>

#include "base/text.h"
#include "expression/ecmascript.h"
#include "expression/free_names.h"
#include "expression/messages.h"
#include "procedure/loading.h"
#include "procedure/messages.h"

namespace anjuan::procedure {

namespace {

using expression::NameUse;
using expression::Node;

Diagnostic undeclared(const Node& name, const KnownNames& known) {
  std::vector<std::string> names;
  for (const auto& [id, type] : known.readable) {
    if (!id.starts_with("_")) names.push_back(id);
  }
  if (names.empty()) return diagnose(expression::name_unknown_alone, name.place, name.name);
  const auto near = nearest(name.name, names);
  return near ? diagnose(expression::name_unknown_near, name.place, name.name, *near)
              : diagnose(expression::name_unknown, name.place, name.name, some_of(names));
}

/// The first place at which a single = stands, outside functions.
const Node* find_assignment(const Node& node) {
  if (node.kind == Node::Kind::assignment && !node.compound) return &node;
  if (node.kind == Node::Kind::function) return nullptr;
  for (const auto& child : node.children) {
    if (const Node* found = find_assignment(*child)) return found;
  }
  return nullptr;
}

}  // namespace

Diagnostics check_untyped_names(const expression::Expression& one, const KnownNames& known) {
  Diagnostics found;
  const auto look_at = [&](const Node& name, NameUse use) {
    if (use == NameUse::asked || name.name == "this" || name.name == "arguments") return;
    if (expression::is_type_word(name.name)) return;
    if (!known.readable.contains(name.name)) {
      found.push_back(undeclared(name, known));
    } else if (use != NameUse::read &&
               std::find(known.settable.begin(), known.settable.end(), name.name) == known.settable.end()) {
      found.push_back(diagnose(assign_read_only, name.place, name.name));
    }
  };
  expression::for_each_free_name(one.root(), look_at);
  return found;
}

Diagnostics check_untyped_condition(const expression::Expression& one) {
  const Node* assignment = find_assignment(one.root());
  if (assignment == nullptr) return {};
  return {diagnose(expression::single_equals, assignment->place)};
}

}  // namespace anjuan::procedure
