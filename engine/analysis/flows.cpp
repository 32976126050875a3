// What data are held against and set from.

#include "analysis/flows.h"

#include <algorithm>

#include "expression/builtins.h"
#include "procedure/tree.h"

namespace anjuan::analysis {

using expression::Node;
using procedure::Action;
using procedure::Code;

namespace {

/// Every name of a comparison is held against every constant of it; of a list that is asked whether it
/// is empty, or holds something, the length is held against none.
class Comparing {
 public:
  explicit Comparing(Model& model) : model_(model) {}

  void look(const Node& node) {
    using expression::Operator;
    const bool compares =
        node.kind == Node::Kind::binary && node.op != Operator::both && node.op != Operator::either;
    const bool asks_empty =
        node.kind == Node::Kind::call && (node.builtin->name == "为空" || node.builtin->name == "包含");
    if (compares || asks_empty) {
      std::set<std::string> names;
      analysis::collect_names(node, names);
      std::set<std::int64_t> constants;
      if (asks_empty) constants.insert(0);
      collect_numbers(node, constants);
      for (const std::string& name : names) {
        if (model_.kind_of(name) != NameKind::tracked) continue;
        for (std::int64_t constant : constants) model_.thresholds[name].add(constant);
        add_fractions(name, node);
      }
    }
    for (const auto& child : node.children) look(*child);
  }

  /// Fractions that are written in the tree.
  void add_fractions(const std::string& name, const Node& node) {
    const bool fraction =
        node.literal.is(Value::Kind::decimal) && (node.kind == Node::Kind::literal || node.constant);
    if (fraction) model_.thresholds[name].add(node.literal);
    for (const auto& child : node.children) add_fractions(name, *child);
  }

 private:
  Model& model_;

  void collect_numbers(const Node& node, std::set<std::int64_t>& numbers) const {
    const auto add = [&](const Value& value) {
      if (value.is(Value::Kind::integer)) numbers.insert(value.integer());
      if (value.is(Value::Kind::list)) numbers.insert(static_cast<std::int64_t>(value.list().size()));
    };
    if (node.kind == Node::Kind::literal || node.constant) add(node.literal);
    if (node.kind == Node::Kind::list) numbers.insert(static_cast<std::int64_t>(node.children.size()));
    if (const auto found = model_.parameters.find(node.name);
        node.kind == Node::Kind::name && found != model_.parameters.end())
      add(found->second);
    for (const auto& child : node.children) collect_numbers(*child, numbers);
  }
};

}  // namespace

void find_thresholds(Model& model) {
  Comparing comparing(model);
  std::vector<std::pair<std::string, std::set<std::string>>> flows;  // what is set, from what
  const auto add = [&](const Code& code) {
    if (code.expression) comparing.look(code.expression->root());
  };
  const auto flow = [&](const std::string& to, const Node& from) {
    comparing.look(from);
    if (model.kind_of(to) == NameKind::tracked) comparing.add_fractions(to, from);
    flows.emplace_back(to, std::set<std::string>());
    analysis::collect_names(from, flows.back().second);
  };
  for_each_decision(model.definition, add);
  for (const auto& item : model.definition.data) {
    if (item.initial.expression && model.kind_of(item.id) == NameKind::tracked)
      comparing.add_fractions(item.id, item.initial.expression->root());
  }
  procedure::for_every_action(model.definition, [&](const Action& action) {
    if (!matters(model, action)) return;
    if (const auto* assign = std::get_if<procedure::Assign>(&action.what);
        assign != nullptr && assign->value.expression) {
      flow(assign->location.location->name, assign->value.expression->root());
    }
    if (const auto* script = std::get_if<procedure::Script>(&action.what)) {
      for (const auto& one : script->assignments) flow(one.location.name, one.value.root());
    }
    if (const auto* branching = std::get_if<procedure::If>(&action.what)) {
      for (const auto& branch : branching->branches) {
        if (branch.condition) add(*branch.condition);
      }
    }
  });
  const auto index_of = [&](const std::string& name) {
    return static_cast<std::size_t>(std::find(model.tracked.begin(), model.tracked.end(), name) -
                                    model.tracked.begin());
  };
  for (const auto& [to, names] : flows) {
    if (model.kind_of(to) != NameKind::tracked) continue;
    Flags from;
    for (const std::string& name : names) {
      if (model.kind_of(name) == NameKind::tracked) from.set(index_of(name), true);
    }
    model.flows.emplace_back(index_of(to), from);
  }
  for (bool more = true; more;) {
    more = false;
    for (const auto& [to, names] : flows) {
      for (const std::string& name : names) {
        if (name != to && model.kind_of(name) == NameKind::tracked &&
            model.thresholds[name].add(model.thresholds[to]))
          more = true;
      }
    }
  }
}

namespace {

/// Names that the tree may set, in the untyped language.
void collect_set(const Node& node, std::set<std::string>& names) {
  const bool sets = node.kind == Node::Kind::assignment || node.kind == Node::Kind::step ||
                    node.kind == Node::Kind::declaration || node.kind == Node::Kind::function;
  if (sets) analysis::collect_names(node, names);
  if (node.kind == Node::Kind::declaration) names.insert(node.name);
  for (const auto& child : node.children) collect_set(*child, names);
}

/// The same of an action, with those inside it: of a script all that it names.
void collect_set_by(const Action& action, std::set<std::string>& names) {
  collect_names_set(action, names);
  const auto look = [&](const Code& code) {
    if (code.expression) collect_set(code.expression->root(), names);
  };
  if (const auto* script = std::get_if<procedure::Script>(&action.what)) {
    names.insert(script->declares.begin(), script->declares.end());
    if (script->statements) analysis::collect_names(script->statements->root(), names);
    for (const auto& one : script->assignments) analysis::collect_names(one.value.root(), names);
  }
  if (const auto* assign = std::get_if<procedure::Assign>(&action.what)) look(assign->value);
  if (const auto* log = std::get_if<procedure::Log>(&action.what)) look(log->text);
  if (const auto* loop = std::get_if<procedure::ForEach>(&action.what)) look(loop->list);
  if (const auto* branching = std::get_if<procedure::If>(&action.what)) {
    for (const auto& branch : branching->branches) {
      if (branch.condition) look(*branch.condition);
    }
  }
  if (const auto* send = std::get_if<procedure::Send>(&action.what)) {
    for (const Code* code : {&send->event, &send->target, &send->type, &send->delay}) look(*code);
  }
  for (const auto& param : procedure::params_of(action)) look(param.value);
}

}  // namespace

void find_constants(Model& model) {
  const Definition& definition = model.definition;
  const bool invokes = std::any_of(definition.states.begin(), definition.states.end(),
                                   [](const auto& state) { return !state.invokes.empty(); });
  if (definition.typed() || definition.late_binding || invokes) return;
  std::set<std::string> set;
  procedure::for_every_action(definition, [&](const Action& action) { collect_set_by(action, set); });
  for_each_decision(definition, [&](const Code& code) {
    if (code.expression) collect_set(code.expression->root(), set);
  });
  for (const auto& state : definition.states) {
    for (const auto& param : state.done_data.payload.params) {
      if (param.value.expression) collect_set(param.value.expression->root(), set);
    }
  }
  for (const auto& transition : definition.transitions) {
    for (const auto& input : transition.inputs) set.insert(input.name);
  }
  for (const auto& item : definition.data) {
    if (item.initial.expression) collect_set(item.initial.expression->root(), set);
  }
  for (const auto& item : definition.data) {
    if (set.count(item.id) > 0 || !item.initial.expression) continue;
    const Node& root = item.initial.expression->root();
    const bool plain = root.kind == Node::Kind::literal || root.constant;
    const bool simple = !root.literal.is(Value::Kind::list) && !root.literal.is(Value::Kind::record);
    if (plain && simple) model.parameters[item.id] = root.literal;
  }
}

void find_sources(Model& model) {
  Flags looped;
  const auto index_of = [&](const std::string& name) {
    return static_cast<std::size_t>(std::find(model.tracked.begin(), model.tracked.end(), name) -
                                    model.tracked.begin());
  };
  std::vector<std::pair<std::size_t, std::set<std::string>>> flows;
  const auto flow = [&](const std::string& to, const Node& from) {
    if (model.kind_of(to) != NameKind::tracked) return;
    flows.emplace_back(index_of(to), std::set<std::string>());
    analysis::collect_names(from, flows.back().second);
  };
  procedure::for_every_action(model.definition, [&](const Action& action) {
    if (const auto* assign = std::get_if<procedure::Assign>(&action.what);
        assign != nullptr && assign->value.expression && assign->location.location)
      flow(assign->location.location->name, assign->value.expression->root());
    if (const auto* script = std::get_if<procedure::Script>(&action.what)) {
      for (const auto& one : script->assignments) flow(one.location.name, one.value.root());
    }
    const auto* loop = std::get_if<procedure::ForEach>(&action.what);
    if (loop == nullptr || !loop->list.expression) return;
    std::set<std::string> names;
    analysis::collect_names(loop->list.expression->root(), names);
    for (const std::string& name : names) {
      if (model.kind_of(name) == NameKind::tracked) looped.set(index_of(name), true);
    }
    for (const std::string& name : {loop->item, loop->index}) {
      if (model.kind_of(name) == NameKind::tracked) flow(name, loop->list.expression->root());
    }
  });
  for (const auto& item : model.definition.data) {
    if (item.initial.expression) flow(item.id, item.initial.expression->root());
  }
  model.sources.assign(model.tracked.size(), Flags());
  for (std::size_t i = 0; i < model.tracked.size(); ++i) model.sources[i].set(i, true);
  for (bool more = true; more;) {
    more = false;
    for (const auto& [to, names] : flows) {
      Flags from = model.sources[to];
      for (const std::string& name : names) {
        const NameKind kind = model.kind_of(name);
        if (kind == NameKind::loop) from |= looped;
        if (kind == NameKind::tracked) from |= model.sources[index_of(name)];
      }
      more = more || from != model.sources[to];
      model.sources[to] = from;
    }
  }
}

namespace {

/// Whether the tree may yield the empty value, where these names never hold it; that it may fail does not
/// count.
bool may_be_empty(const Node& node, const std::set<std::string>& filled) {
  using expression::Yields;
  if (node.constant || node.kind == Node::Kind::literal) return node.literal.empty();
  switch (node.kind) {
    case Node::Kind::name:
      return filled.count(node.name) == 0;
    case Node::Kind::conditional:
      return may_be_empty(*node.children[1], filled) || may_be_empty(*node.children[2], filled);
    case Node::Kind::call: {
      const Yields yields = node.builtin->yields;
      return yields != Yields::boolean && yields != Yields::integer && yields != Yields::list;
    }
    case Node::Kind::binary:
    case Node::Kind::inverse:
    case Node::Kind::negative:
    case Node::Kind::list:
    case Node::Kind::record:
      return false;
    default:
      return true;
  }
}

}  // namespace

void find_filled(Model& model) {
  const Definition& definition = model.definition;
  if (!definition.typed() || definition.late_binding) return;
  std::set<std::string>& filled = model.filled;
  const auto is_plain = [](const auto& child) {
    return child->constant || child->kind == Node::Kind::literal;
  };
  for (const auto& item : definition.data) {
    if (model.kind_of(item.id) != NameKind::tracked || !item.initial.expression) continue;
    const Node& root = item.initial.expression->root();  // one that never fails
    const bool plain = root.constant || (std::all_of(root.children.begin(), root.children.end(), is_plain) &&
                                         (root.kind == Node::Kind::literal || root.kind == Node::Kind::list));
    if (plain && !may_be_empty(root, {})) filled.insert(item.id);
  }
  for (const auto& transition : definition.transitions) {
    for (const auto& input : transition.inputs) {
      if (!input.required || input.when) filled.erase(input.name);
    }
  }
  const auto sets = [&](const expression::Location& to, const Node& from) {
    if (to.path.empty() && may_be_empty(from, filled)) filled.erase(to.name);
  };
  for (std::size_t before = filled.size() + 1; before != filled.size();) {
    before = filled.size();
    procedure::for_every_action(definition, [&](const Action& action) {
      if (const auto* assign = std::get_if<procedure::Assign>(&action.what)) {
        if (!assign->location.location) return;
        if (assign->value.expression)
          return sets(*assign->location.location, assign->value.expression->root());
        filled.erase(assign->location.location->name);
      } else if (const auto* script = std::get_if<procedure::Script>(&action.what)) {
        for (const auto& one : script->assignments) sets(one.location, one.value.root());
      } else if (!std::holds_alternative<procedure::If>(action.what)) {
        std::set<std::string> names;
        collect_names_set(action, names);
        for (const std::string& name : names) filled.erase(name);
      }
    });
  }
}

}  // namespace anjuan::analysis
