// Evaluation: one visit per node, counted; errors are values.

#include "base/text.h"
#include "expression/builtins.h"
#include "expression/expression.h"
#include "expression/messages.h"
#include "expression/node.h"
#include "expression/operators.h"

namespace anjuan::expression {

namespace {

class Evaluation {
 public:
  explicit Evaluation(const Surroundings& surroundings) : surroundings_(surroundings) {}

  Result<Value> value_of(const Node& node) {
    if (--budget_.steps < 0) return diagnose(too_many_steps, node.place, std::to_string(max_steps));
    switch (node.kind) {
      case Node::Kind::literal:
        return node.literal;
      case Node::Kind::name:
        return name(node);
      case Node::Kind::member:
        return member(node);
      case Node::Kind::index:
        return index(node);
      case Node::Kind::call:
        return call(node);
      case Node::Kind::binary:
        return binary(node);
      case Node::Kind::list:
        return list(node);
      case Node::Kind::record:
        return record(node);
      case Node::Kind::negative: {
        ANJUAN_TRY(const Value operand, value_of(*node.children[0]));
        return negate(operand, node.place);
      }
      case Node::Kind::inverse: {
        ANJUAN_TRY(const bool operand, truth_of(*node.children[0]));
        return Value(!operand);
      }
      case Node::Kind::conditional:
        break;
    }
    ANJUAN_TRY(const bool condition, truth_of(*node.children[0]));
    return value_of(*node.children[condition ? 1 : 2]);
  }

  Result<bool> truth_of(const Node& node) {
    ANJUAN_TRY(const Value value, value_of(node));
    if (value.is(Value::Kind::boolean)) return value.boolean();
    const std::string path = path_of(node);
    Wording found = describe(value);
    if (!path.empty()) found = {"“" + path + "”的" + found.zh, found.en + " of “" + path + "”"};
    return diagnose(boolean_expected, node.place, std::move(found));
  }

 private:
  const Surroundings& surroundings_;
  Budget budget_;

  Result<Value> name(const Node& node) {
    const auto found = surroundings_.fields.find(node.name);
    if (found != surroundings_.fields.end()) return found->second;
    return diagnose(name_without_value, node.place, node.name);
  }

  Result<Value> member(const Node& node) {
    ANJUAN_TRY(const Value owner, value_of(*node.children[0]));
    if (owner.empty()) return Value();
    if (!owner.is(Value::Kind::record))
      return diagnose(no_fields_here, node.place, describe(owner), node.name);
    return owner.field(node.name);
  }

  Result<Value> index(const Node& node) {
    ANJUAN_TRY(const Value owner, value_of(*node.children[0]));
    ANJUAN_TRY(const Value key, value_of(*node.children[1]));
    if (owner.empty()) return Value();
    if (owner.is(Value::Kind::record) && key.is(Value::Kind::text)) return owner.field(key.text());
    if (owner.is(Value::Kind::list) && key.is(Value::Kind::integer)) {
      const List& list = owner.list();
      const bool inside = key.integer() >= 0 && key.integer() < static_cast<std::int64_t>(list.size());
      return inside ? list[static_cast<std::size_t>(key.integer())] : Value();
    }
    return diagnose(index_does_not_fit, node.place, describe(key), describe(owner));
  }

  Result<Value> call(const Node& node) {
    const Builtin& builtin = *node.builtin;
    std::vector<Value> arguments;
    for (const NodePtr& child : node.children) {
      ANJUAN_TRY(Value argument, value_of(*child));
      if ((accepts_at(builtin, arguments.size()) & bit_of(argument)) == 0) {
        return diagnose(argument_does_not_fit, child->place, builtin.name,
                        std::to_string(arguments.size() + 1), describe(argument));
      }
      arguments.push_back(std::move(argument));
    }
    return builtin.evaluate({arguments, surroundings_, budget_, node.place});
  }

  Result<Value> binary(const Node& node) {
    if (node.op == Operator::both || node.op == Operator::either) {
      ANJUAN_TRY(const bool left, truth_of(*node.children[0]));
      if (left == (node.op == Operator::either)) return Value(left);
      ANJUAN_TRY(const bool right, truth_of(*node.children[1]));
      return Value(right);
    }
    ANJUAN_TRY(const Value left, value_of(*node.children[0]));
    ANJUAN_TRY(const Value right, value_of(*node.children[1]));
    return apply(node.op, left, right, node.place);
  }

  Result<Value> list(const Node& node) {
    List items;
    for (const NodePtr& child : node.children) {
      ANJUAN_TRY(Value item, value_of(*child));
      items.push_back(std::move(item));
    }
    return Value(std::move(items));
  }

  Result<Value> record(const Node& node) {
    Fields fields;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      ANJUAN_TRY(Value value, value_of(*node.children[i]));
      fields[node.keys[i]] = std::move(value);
    }
    return Value(std::move(fields));
  }
};

}  // namespace

Result<Value> evaluate(const Expression& expression, const Surroundings& surroundings) {
  return Evaluation(surroundings).value_of(expression.root());
}

Result<bool> holds(const Expression& expression, const Surroundings& surroundings) {
  return Evaluation(surroundings).truth_of(expression.root());
}

}  // namespace anjuan::expression
