// Names by number: copies of compiled expressions that know where each name's value stands.

#include "expression/builtins.h"
#include "expression/expression.h"
#include "expression/node.h"

namespace anjuan::expression {

namespace {

bool asks_state(const Node& node) {
  return node.kind == Node::Kind::call && node.builtin->name == "In" &&
         node.children[0]->kind == Node::Kind::literal;
}

NodePtr numbered(const NodePtr& node, NameTable& names, const NameTable* states) {
  auto copy = std::make_shared<Node>(*node);
  for (NodePtr& child : copy->children) child = numbered(child, names, states);
  if (copy->kind == Node::Kind::name || copy->kind == Node::Kind::declaration)
    copy->number = names.number(copy->name);
  if (states != nullptr && asks_state(*copy))
    copy->number = states->find(copy->children[0]->literal.text_or_empty()).value_or(-1);
  return copy;
}

}  // namespace

Expression numbered(const Expression& expression, NameTable& names, const NameTable* states) {
  return Expression(expression.source(), expression.place(),
                    numbered(expression.shared_root(), names, states), expression.dialect());
}

Location numbered(const Location& location, NameTable& names, const NameTable* states) {
  Location copy = location;
  copy.number = names.number(location.name);
  for (Expression& step : copy.path) step = numbered(step, names, states);
  return copy;
}

Assignment numbered(const Assignment& assignment, NameTable& names, const NameTable* states) {
  return {numbered(assignment.location, names, states), numbered(assignment.value, names, states)};
}

Script numbered(const Script& script, NameTable& names, const NameTable* states) {
  Script copy = script;
  for (Assignment& assignment : copy.assignments) assignment = numbered(assignment, names, states);
  if (copy.statements) copy.statements = numbered(*copy.statements, names, states);
  for (const std::string& name : copy.declares) names.number(name);
  return copy;
}

}  // namespace anjuan::expression
