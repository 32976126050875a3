// Evaluation: one visit per node, counted; errors are values.

#include <array>

#include "expression/ecmascript.h"
#include "expression/evaluation.h"
#include "expression/messages.h"
#include "expression/operators.h"

namespace anjuan::expression {

namespace {

bool compares(Operator op) {
  return op <= Operator::among || (op >= Operator::strictly_equal && op <= Operator::instance_of);
}

template <class T>
std::optional<bool> answer_plain(Operator op, const T& left, const T& right) {
  switch (op) {
    case Operator::equal:
    case Operator::strictly_equal:
      return left == right;
    case Operator::unequal:
    case Operator::strictly_unequal:
      return left != right;
    case Operator::less:
      return left < right;
    case Operator::less_or_equal:
      return left <= right;
    case Operator::greater:
      return left > right;
    case Operator::greater_or_equal:
      return left >= right;
    default:
      return std::nullopt;
  }
}

/// The answer of a comparison that means the same in both dialects and costs nothing; else nothing.
std::optional<bool> answer(Operator op, const Value& left, const Value& right) {
  if (left.kind() != right.kind()) return std::nullopt;
  switch (left.kind()) {
    case Value::Kind::integer:
      return answer_plain(op, left.integer(), right.integer());
    case Value::Kind::text:
      if (left.text().size() > 64) return std::nullopt;
      return answer_plain(op, left.text(), right.text());
    case Value::Kind::date:
      return answer_plain(op, left.date(), right.date());
    default:
      return std::nullopt;
  }
}

}  // namespace

std::nullptr_t Evaluation::refuse(Diagnostic diagnostic) {
  failed_.push_back(std::move(diagnostic));
  return nullptr;
}

std::nullptr_t Evaluation::refuse(Diagnostics diagnostics) {
  failed_ = std::move(diagnostics);
  return nullptr;
}

const Value* Evaluation::made(Value value, const Node& node, Value& scratch) {
  if (value.size() > max_value_bytes)
    return refuse(diagnose(value_too_large, node.place, std::to_string(max_value_bytes)));
  if (value.depth() > max_value_depth)
    return refuse(diagnose(value_too_deep, node.place, std::to_string(max_value_depth)));
  scratch = std::move(value);
  return &scratch;
}

const Value* Evaluation::made(Result<Value> result, const Node& node, Value& scratch) {
  if (!result.ok()) return refuse(std::move(result).diagnostics());
  return made(std::move(result).value(), node, scratch);
}

const Value* Evaluation::part(const Value& found, const Value* owner, const Value& owner_scratch,
                              Value& scratch) {
  if (owner != &owner_scratch) return &found;
  scratch = found;
  return &scratch;
}

bool Evaluation::afford(std::int64_t items, const Node& node) {
  if (budget_.spend(items)) return true;
  return refused(diagnose(too_many_steps, node.place, std::to_string(max_items)));
}

bool Evaluation::afford_search(const Node& node) {
  constexpr std::size_t names_of_one_item = 8;
  return !calls_ || afford(static_cast<std::int64_t>(calls_->seen() / names_of_one_item), node);
}

const Value* Evaluation::visit(const Node& node, Value& scratch) {
  if (--budget_.steps < 0) return refuse(diagnose(too_many_steps, node.place, std::to_string(max_steps)));
  if (node.constant) return &node.literal;
  if (node.kind == Node::Kind::name) return name(node, scratch);
  return compound(node, scratch);
}

/// The same as a visit, quicker where the value is at hand.
inline const Value* Evaluation::operand(const Node& node, Value& scratch) {
  if (!node.constant) return visit(node, scratch);
  --budget_.steps;  // the next visit notices
  return &node.literal;
}

const Value* Evaluation::compound(const Node& node, Value& scratch) {
  switch (node.kind) {
    case Node::Kind::member:
      return member(node, scratch);
    case Node::Kind::index:
      return index(node, scratch);
    case Node::Kind::call:
      return call(node, scratch);
    case Node::Kind::binary:
      return binary(node, scratch);
    case Node::Kind::list:
      return list(node, scratch);
    case Node::Kind::record:
      return record(node, scratch);
    case Node::Kind::negative: {
      const Value* operand = visit(*node.children[0], scratch);
      if (operand == nullptr || !afford(weight(*operand), node)) return nullptr;
      return made(ecmascript() ? ecmascript::negate(*operand, node.place) : negate(*operand, node.place),
                  node, scratch);
    }
    case Node::Kind::inverse: {
      const Truth operand = truth_of(*node.children[0]);
      return operand == Truth::refused ? nullptr : made(Value(operand == Truth::no), node, scratch);
    }
    case Node::Kind::conditional: {
      const Truth condition = truth_of(*node.children[0]);
      if (condition == Truth::refused) return nullptr;
      return visit(*node.children[condition == Truth::yes ? 1 : 2], scratch);
    }
    default:
      return scripted(node, scratch);
  }
}

Evaluation::Truth Evaluation::truth_of(const Node& node) {
  if (node.kind == Node::Kind::binary) {
    if (node.op == Operator::both || node.op == Operator::either) {
      const Truth left = truth_of(*node.children[0]);
      const Truth decides = truth(node.op == Operator::either);
      return left == Truth::refused || left == decides ? left : truth_of(*node.children[1]);
    }
    if (compares(node.op)) return compare(node);
  } else if (node.kind == Node::Kind::inverse) {
    const Truth operand = truth_of(*node.children[0]);
    return operand == Truth::refused ? operand : truth(operand == Truth::no);
  }
  Value scratch;
  const Value* value = visit(node, scratch);
  if (value == nullptr) return Truth::refused;
  return value->is(Value::Kind::boolean) ? truth(value->boolean()) : truth_of_value(node, *value);
}

Evaluation::Truth Evaluation::truth_of_value(const Node& node, const Value& value) {
  if (ecmascript()) return truth(ecmascript::is_true(value));
  const std::string path = path_of(node);
  Wording found = describe(value);
  if (!path.empty()) found = {"“" + path + "”的" + found.zh, found.en + " of “" + path + "”"};
  refuse(diagnose(boolean_expected, node.place, std::move(found)));
  return Truth::refused;
}

/// A comparison, answered without a value being made where both sides are of one plain kind.
Evaluation::Truth Evaluation::compare(const Node& node) {
  Value own_left, own_right;
  const Value* left = operand(*node.children[0], own_left);
  if (left == nullptr) return Truth::refused;
  const Value* right = operand(*node.children[1], own_right);
  if (right == nullptr) return Truth::refused;
  if (const auto answered = answer(node.op, *left, *right)) return truth(*answered);
  Value whole;
  if (applied(node, *left, *right, whole) == nullptr) return Truth::refused;
  return truth(whole.boolean());
}

const Value* Evaluation::applied(const Node& node, const Value& left, const Value& right, Value& scratch) {
  const auto items = ecmascript() ? ecmascript::cost(node.op, left, right) : cost(node.op, left, right);
  if (!afford(items, node)) return nullptr;
  return made(ecmascript() ? ecmascript::apply(node.op, left, right, node.place)
                           : apply(node.op, left, right, node.place),
              node, scratch);
}

const Value* Evaluation::find_name(const Node& node, Value& scratch) {
  // What may be set while it is looked at is copied.
  if (calls_) {
    if (const Value* local = calls_->find(node.name)) return &(scratch = *local);
  }
  if (changed_ != nullptr) {
    if (const auto found = changed_->find(node.name); found != changed_->end())
      return &(scratch = found->second);
  }
  if (surroundings_.over != nullptr) {
    const auto found = surroundings_.over->find(node.name);
    if (found != surroundings_.over->end()) return &found->second;
  }
  int number = node.number;
  // The body of a function kept as data was compiled here and is not numbered.
  if (number < 0 && surroundings_.names != nullptr)
    number = surroundings_.names->find(node.name).value_or(-1);
  const auto at = static_cast<std::size_t>(number);
  if (number >= 0 && at < surroundings_.values.size() && surroundings_.values[at] != nullptr)
    return surroundings_.values[at];
  const auto found = surroundings_.fields.find(node.name);
  return found == surroundings_.fields.end() ? nullptr : &found->second;
}

const Value* Evaluation::name(const Node& node, Value& scratch) {
  if (!afford_search(node)) return nullptr;
  const Value* found = find_name(node, scratch);
  if (found == nullptr) return refuse(diagnose(name_without_value, node.place, node.name));
  return found != &scratch || afford(weight_of_copy(scratch), node) ? found : nullptr;
}

const Value* Evaluation::member(const Node& node, Value& scratch) {
  Value own;
  const Value* owner = visit(*node.children[0], own);
  if (owner == nullptr) return nullptr;
  if (owner->is(Value::Kind::record)) return part(owner->field(node.name), owner, own, scratch);
  if (ecmascript()) {
    if (owner->empty()) return refuse(diagnose(nothing_to_read, node.place, node.name));
    if (!afford(weight_of_copy(*owner), node)) return nullptr;
    return made(ecmascript::member(*owner, node.name), node, scratch);
  }
  if (owner->empty()) return &nothing;
  return refuse(diagnose(no_fields_here, node.place, describe(*owner), node.name));
}

const Value* Evaluation::index(const Node& node, Value& scratch) {
  Value own, own_key;
  const Value* owner = visit(*node.children[0], own);
  if (owner == nullptr) return nullptr;
  const Value* key = visit(*node.children[1], own_key);
  if (key == nullptr) return nullptr;
  if (owner->is(Value::Kind::record) && key->is(Value::Kind::text))
    return part(owner->field(key->text()), owner, own, scratch);
  if (owner->is(Value::Kind::list) && key->is(Value::Kind::integer)) {
    const List& list = owner->list();
    const bool inside = key->integer() >= 0 && key->integer() < static_cast<std::int64_t>(list.size());
    if (!inside) return &nothing;
    return part(list[static_cast<std::size_t>(key->integer())], owner, own, scratch);
  }
  if (ecmascript()) {
    if (owner->empty()) return refuse(diagnose(nothing_to_read, node.place, ecmascript::text_of(*key)));
    if (!afford(weight(*owner) + weight(*key), node)) return nullptr;
    return made(ecmascript::item(*owner, *key), node, scratch);
  }
  if (owner->empty()) return &nothing;
  return refuse(diagnose(index_does_not_fit, node.place, describe(*key), describe(*owner)));
}

bool Evaluation::is_active(int state) const {
  const auto word = static_cast<std::size_t>(state) / 64;
  return word < surroundings_.active.size() && ((surroundings_.active[word] >> (state % 64)) & 1) != 0;
}

const Value* Evaluation::call(const Node& node, Value& scratch) {
  if (node.number >= 0 && !surroundings_.active.empty()) {
    scratch = Value(is_active(node.number));
    return &scratch;
  }
  constexpr std::size_t few = 4;
  const std::size_t given = node.children.size();
  if (given <= few) {
    std::array<Value, few> own;
    std::array<const Value*, few> where;
    return call(node, std::span(own).first(given), std::span(where).first(given), scratch);
  }
  std::vector<Value> own(given);
  std::vector<const Value*> where(given);
  return call(node, own, where, scratch);
}

const Value* Evaluation::call(const Node& node, std::span<Value> own, std::span<const Value*> where,
                              Value& scratch) {
  const Builtin& builtin = *node.builtin;
  for (std::size_t i = 0; i < where.size(); ++i) {
    const Node& argument = *node.children[i];
    where[i] = visit(argument, own[i]);
    if (where[i] == nullptr) return nullptr;
    if ((accepts_at(builtin, i) & bit_of(*where[i])) == 0) {
      return refuse(diagnose(argument_does_not_fit, argument.place, builtin.name, std::to_string(i + 1),
                             describe(*where[i])));
    }
    if (!afford(weight(*where[i]), node)) return nullptr;
  }
  return made(builtin.evaluate({Arguments(where), surroundings_, budget_, node.place}), node, scratch);
}

const Value* Evaluation::either_or_both(const Node& node, Value& scratch) {
  if (!ecmascript()) {
    const Truth whole = truth_of(node);
    return whole == Truth::refused ? nullptr : made(Value(whole == Truth::yes), node, scratch);
  }
  const Value* left = visit(*node.children[0], scratch);
  if (left == nullptr || ecmascript::is_true(*left) == (node.op == Operator::either)) return left;
  return visit(*node.children[1], scratch);
}

const Value* Evaluation::binary(const Node& node, Value& scratch) {
  if (node.op == Operator::both || node.op == Operator::either) return either_or_both(node, scratch);
  if (compares(node.op)) {
    const Truth whole = compare(node);
    if (whole == Truth::refused) return nullptr;
    return &(scratch = Value(whole == Truth::yes));
  }
  Value own_left, own_right;
  const Value* left = operand(*node.children[0], own_left);
  if (left == nullptr) return nullptr;
  const Value* right = operand(*node.children[1], own_right);
  if (right == nullptr) return nullptr;
  std::int64_t whole = 0;
  if (left->is(Value::Kind::integer) && right->is(Value::Kind::integer) &&
      calculate_whole(node.op, left->integer(), right->integer(), whole))
    return &(scratch = Value(whole));
  return applied(node, *left, *right, scratch);
}

const Value* Evaluation::list(const Node& node, Value& scratch) {
  List items(node.children.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Value* item = visit(*node.children[i], items[i]);
    if (item == nullptr || !afford(weight_of_copy(*item), node)) return nullptr;
    if (item != &items[i]) items[i] = *item;
  }
  return made(Value(std::move(items)), node, scratch);
}

const Value* Evaluation::record(const Node& node, Value& scratch) {
  Fields fields;
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    Value& field = fields[node.keys[i]];
    const Value* value = visit(*node.children[i], field);
    if (value == nullptr || !afford(weight_of_copy(*value), node)) return nullptr;
    if (value != &field) field = *value;
  }
  return made(Value(std::move(fields)), node, scratch);
}

Result<Value> Evaluation::value_of(const Node& node) {
  Value scratch;
  const Value* value = visit(node, scratch);
  if (value == nullptr) return std::move(failed_);
  if (value == &scratch) return scratch;
  return *value;
}

Result<bool> Evaluation::holds(const Node& node) {
  const Truth whole = truth_of(node);
  if (whole == Truth::refused) return std::move(failed_);
  return whole == Truth::yes;
}

Result<Value> evaluate(const Expression& expression, const Surroundings& surroundings, Fields* changed) {
  return Evaluation(surroundings, expression.dialect(), changed).value_of(expression.root());
}

Result<bool> holds(const Expression& expression, const Surroundings& surroundings, Fields* changed) {
  return Evaluation(surroundings, expression.dialect(), changed).holds(expression.root());
}

}  // namespace anjuan::expression
