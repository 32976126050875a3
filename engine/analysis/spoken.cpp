// Reading expressions for the values that they speak of.

#include "analysis/spoken.h"

#include "analysis/knowledge.h"
#include "expression/builtins.h"

namespace anjuan::analysis {

using expression::Node;

namespace {

/// The path itself, or that of which the length is taken; "" none.
std::string path_in(const Node& node) {
  if (is_path(node)) return canonical(node);
  const bool counts = node.kind == Node::Kind::call && node.builtin->name == "长度" && !node.children.empty();
  return counts && is_path(*node.children[0]) ? canonical(*node.children[0]) : "";
}

const Node& root_of(const Node& path) {
  return path.kind == Node::Kind::name ? path : root_of(*path.children[0]);
}

}  // namespace

void for_each_code(const Definition& definition,
                   const std::function<void(const procedure::Code&, bool decides)>& visit) {
  for (const auto& item : definition.data) visit(item.initial, false);
  for (const auto& transition : definition.transitions) {
    visit(transition.condition, true);
    for (const auto& input : transition.inputs) {
      if (input.when) visit(*input.when, true);
    }
    for (const auto& requirement : transition.requirements) {
      if (requirement.test) visit(*requirement.test, true);
    }
  }
  for (const auto& assertion : definition.assertions) {
    if (assertion.holds) visit(*assertion.holds, true);
  }
  procedure::for_every_action(definition, [&](const procedure::Action& action) {
    if (const auto* branching = std::get_if<procedure::If>(&action.what)) {
      for (const auto& branch : branching->branches) {
        if (branch.condition) visit(*branch.condition, true);
      }
    }
    if (const auto* assign = std::get_if<procedure::Assign>(&action.what)) visit(assign->value, false);
    if (const auto* loop = std::get_if<procedure::ForEach>(&action.what)) visit(loop->list, false);
    for (const auto& param : procedure::params_of(action)) visit(param.value, false);
  });
}

Spoken::Spoken(const Model& model) : model_(model) {
  for_each_code(model.definition, [&](const procedure::Code& code, bool decides) {
    if (code.expression) visit(code.expression->root(), decides);
  });
  visit_loops();
}

std::vector<Value> Spoken::listed(const std::map<std::string, std::set<std::string>>& all,
                                  const std::string& path) {
  const auto found = all.find(path);
  return found == all.end() ? std::vector<Value>()
                            : std::vector<Value>(found->second.begin(), found->second.end());
}

std::set<std::int64_t> Spoken::numbers(const std::string& path) const {
  const auto found = numbers_.find(path);
  return found == numbers_.end() ? std::set<std::int64_t>() : found->second;
}

std::set<std::string> Spoken::fields(const std::string& name) const {
  const auto found = fields_.find(name);
  return found == fields_.end() ? std::set<std::string>() : found->second;
}

std::set<std::string> Spoken::fields_of_items(const std::string& path) const {
  const auto found = items_.find(path);
  return found == items_.end() ? std::set<std::string>() : found->second;
}

/// Of "字段(列表, '编号')" and the like: what stands where only a list may, and the field of its items.
void Spoken::visit_list(const Node& call) {
  for (std::size_t i = 0; i < call.children.size(); ++i) {
    const unsigned accepts = expression::accepts_at(*call.builtin, i);
    const bool list = (accepts & expression::accepts_list) != 0 && (accepts & expression::accepts_text) == 0;
    if (!list || !is_path(*call.children[i])) continue;
    auto& fields = items_[canonical(*call.children[i])];
    const bool asks_field =
        call.builtin->yields == expression::Yields::field_list || call.builtin->name == "筛选";
    if (asks_field && call.children[1]->kind == Node::Kind::literal)
      fields.insert(call.children[1]->literal.text_or_empty());
  }
}

void Spoken::visit_loops() {
  procedure::for_every_action(model_.definition, [&](const procedure::Action& action) {
    const auto* loop = std::get_if<procedure::ForEach>(&action.what);
    if (loop == nullptr || !loop->list.expression || !is_path(loop->list.expression->root())) return;
    items_[canonical(loop->list.expression->root())].merge(fields(loop->item));
  });
}

void Spoken::visit(const Node& node, bool decides) {
  std::vector<std::string> paths;
  for (const auto& child : node.children) {
    if (std::string path = path_in(*child); !path.empty()) paths.push_back(std::move(path));
  }
  for (const std::string& path : paths) {
    for (const auto& child : node.children) {
      if (decides) compare(path, *child);
    }
  }
  if (is_path(node) && node.kind != Node::Kind::name)
    fields_[root_of(node).name].insert(canonical(node).substr(root_of(node).name.size() + 1));
  if (node.kind == Node::Kind::call) visit_list(node);
  if (decides && is_path(node)) asked_.insert(canonical(node));
  const bool looks_up = node.kind == Node::Kind::index && node.children[0]->kind == Node::Kind::name;
  if (const auto table = looks_up ? model_.parameters.find(node.children[0]->name) : model_.parameters.end();
      table != model_.parameters.end() && table->second.is(Value::Kind::record) &&
      is_path(*node.children[1])) {
    for (const auto& [key, value] : table->second.record()) keys_[canonical(*node.children[1])].insert(key);
  }
  for (const auto& child : node.children) visit(*child, decides);
}

void Spoken::compare(const std::string& path, const Node& other) {
  const auto parameter =
      other.kind == Node::Kind::name ? model_.parameters.find(other.name) : model_.parameters.end();
  if (other.kind != Node::Kind::literal && parameter == model_.parameters.end()) return;
  const Value& value = other.kind == Node::Kind::literal ? other.literal : parameter->second;
  if (value.is(Value::Kind::text)) texts_[path].insert(value.text());
  if (value.is(Value::Kind::integer)) numbers_[path].insert(value.integer());
}

}  // namespace anjuan::analysis
