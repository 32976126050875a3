// What can be told from the tree of an expression alone.

#include "expression/node.h"

#include <array>
#include <set>

#include "expression/builtins.h"
#include "expression/expression.h"
#include "expression/free_names.h"
#include "expression/tokens.h"

namespace anjuan::expression {

std::shared_ptr<Node> make_node(Node::Kind kind, Place place, std::vector<NodePtr> children) {
  auto node = std::make_shared<Node>();
  node->kind = kind;
  node->place = std::move(place);
  node->children = std::move(children);
  return node;
}

const char* sign_of(Operator op) {
  static constexpr std::array<const char*, 23> signs{
      "||", "&&", "==",  "!=",  "<",          "<=", ">", ">=", "in", "+",  "-",  "*",
      "/",  "%",  "===", "!==", "instanceof", "|",  "^", "&",  "<<", ">>", ">>>"};
  return signs[static_cast<std::size_t>(op)];
}

bool is_location(const Node& node) {
  if (node.kind == Node::Kind::name) return true;
  return (node.kind == Node::Kind::member || node.kind == Node::Kind::index) &&
         is_location(*node.children[0]);
}

std::string path_of(const Node& node) {
  switch (node.kind) {
    case Node::Kind::name:
      return node.name;
    case Node::Kind::member: {
      const std::string owner = path_of(*node.children[0]);
      return owner.empty() ? node.name : owner + "." + node.name;
    }
    case Node::Kind::index: {
      const std::string owner = path_of(*node.children[0]);
      return owner.empty() ? owner : owner + "[…]";
    }
    case Node::Kind::call:
      return std::string(node.builtin->name) + "(…)";
    default:
      return "";
  }
}

namespace {

void collect_states(const Node& node, std::vector<std::pair<std::string, Place>>& states) {
  if (node.kind == Node::Kind::call && node.builtin->name == "In") {
    const Node& argument = *node.children[0];
    if (argument.kind == Node::Kind::literal)
      states.emplace_back(argument.literal.text_or_empty(), argument.place);
  }
  for (const NodePtr& child : node.children) collect_states(*child, states);
}

/// The text that an index gives literally, or a member's name; null where the field is computed.
const std::string* field_asked(const Node& node) {
  if (node.kind == Node::Kind::member) return &node.name;
  if (node.kind != Node::Kind::index) return nullptr;
  const Node& key = *node.children[1];
  return key.kind == Node::Kind::literal && key.literal.is(Value::Kind::text) ? &key.literal.text() : nullptr;
}

void collect_keys(const Node& node, std::string_view name, std::vector<std::pair<std::string, Place>>& keys) {
  const bool of_name = !node.children.empty() && node.children[0]->kind == Node::Kind::name && node.children[0]->name == name;
  if (const std::string* field = field_asked(node); field && of_name) keys.emplace_back(*field, node.kind == Node::Kind::index ? node.children[1]->place : node.place);
  for (const NodePtr& child : node.children) collect_keys(*child, name, keys);
}

void collect_readings(const Node& node, Readings& readings) {
  if (node.kind == Node::Kind::name) readings[node.name].all = true;
  if (const std::string* field = field_asked(node); field && node.children[0]->kind == Node::Kind::name) {
    readings[node.children[0]->name].fields.insert(*field);
    return;
  }
  for (const NodePtr& child : node.children) collect_readings(*child, readings);
}

}  // namespace

void add_readings(const Expression& expression, Readings& readings) { collect_readings(expression.root(), readings); }

std::set<std::string> names_used(const Expression& expression) {
  std::set<std::string> names;
  for_each_free_name(expression.root(), [&](const Node& name, NameUse) { names.insert(name.name); });
  return names;
}

std::vector<std::pair<std::string, Place>> states_asked(const Expression& expression) {
  std::vector<std::pair<std::string, Place>> states;
  collect_states(expression.root(), states);
  return states;
}

std::vector<std::pair<std::string, Place>> keys_asked(const Expression& expression, std::string_view name) {
  std::vector<std::pair<std::string, Place>> keys;
  collect_keys(expression.root(), name, keys);
  return keys;
}

Expression literal(Value value, std::string source, const Place& place, Dialect dialect) {
  auto node = std::make_shared<Node>();
  node->place = place;
  node->literal = std::move(value);
  node->constant = true;
  return Expression(std::move(source), place, std::move(node), dialect);
}

std::optional<std::string> fixed_text(const Expression& expression) {
  const Node& root = expression.root();
  if (!root.constant || !root.literal.is(Value::Kind::text)) return std::nullopt;
  return root.literal.text();
}

std::vector<std::pair<std::string, std::string>> operator_words() {
  std::vector<std::pair<std::string, std::string>> words;
  for (const auto& [word, sign] : word_signs()) {
    if (word != "in") words.emplace_back(sign == "!in" ? "!(… in …)" : sign, word);
  }
  return words;
}

}  // namespace anjuan::expression
