// Comparisons and memberships: how they may be answered, and what an answer tells.

#include <algorithm>

#include "analysis/arithmetic.h"
#include "analysis/judge.h"
#include "expression/operators.h"

namespace anjuan::analysis {

using expression::Node;
using expression::Operator;

namespace {

/// A path, or sums, differences and products of such and literals: evaluated again, it asks nothing.
bool is_linear(const Node& node) {
  if (is_path(node) || node.constant || node.kind == Node::Kind::literal) return true;
  const bool computes =
      node.kind == Node::Kind::binary &&
      (node.op == Operator::plus || node.op == Operator::minus || node.op == Operator::times);
  return computes && is_linear(*node.children[0]) && is_linear(*node.children[1]);
}

}  // namespace

/// Whether whoever acts can give the node, still to be set from, whatever value the other may have.
bool Judge::can_be_given(const Node& node, const AbstractValue& value, const Node& other,
                         const AbstractValue& of_other) {
  if (!ground_.offered || node.kind != Node::Kind::name || other.kind != Node::Kind::name) return false;
  const Term& term = ground_.vocabulary[ground_.vocabulary.term_of(node)];
  if (!is_free(node) || !term.tracked.meets(ground_.chosen)) return false;
  const auto type_of = [&](const Node& name) -> const expression::Type* {
    const auto found = ground_.model.types.find(name.name);
    return found == ground_.model.types.end() ? nullptr : &found->second;
  };
  if (of_other.may_be(AbstractValue::list | AbstractValue::record)) {
    const expression::Type *mine = type_of(node), *theirs = type_of(other);
    if (mine == nullptr || theirs == nullptr || !expression::includes(*mine, *theirs)) return false;
  }
  return joined(value, of_other) == limited(value, AbstractValue::all);
}

bool Judge::ask_order(const Node& node) {
  const Term& term = ground_.vocabulary[ground_.vocabulary.term_of(node)];
  const unsigned orders = orders_known(term), with = orders_where(term.compares, true),
                 without = orders_where(term.compares, false);
  const bool equal = node.op == Operator::equal || node.op == Operator::unequal;
  const bool ordered = equal || (orders & (is_alike | is_unlike)) == 0;
  if (ordered && (orders & with) == 0) return false;
  if (ordered && (orders & without) == 0) return true;
  const Node& left = *node.children[0];
  const Node& right = *node.children[1];
  const AbstractValue a = value_of(left);
  if (failed_) return false;
  const AbstractValue b = value_of(right);
  if (failed_) return false;
  Verdict verdict = equal ? equality(a, b) : ordering(node.op, a, b);
  if (node.op == Operator::unequal) std::swap(verdict.yes, verdict.no);
  const auto can_be = [&](Operator op) {
    return is_possible(left, where_holds(a, op, b)) && is_possible(right, where_holds(b, mirrored(op), a));
  };
  verdict.yes = verdict.yes && (orders & with) != 0 && can_be(node.op);
  verdict.no = verdict.no && (orders & without) != 0 && can_be(opposite(node.op));
  verdict.fails = verdict.fails && (orders & (is_alike | is_unlike)) != 0;
  const bool any_given = equal && (can_be_given(left, a, right, b) || can_be_given(right, b, left, a));
  return answer(node, verdict, [&](bool yes) {
    const Operator op = yes ? node.op : opposite(node.op);
    AbstractValue left_after = where_holds(a, op, b), right_after = where_holds(b, mirrored(op), a);
    const std::size_t place = ground_.choices.place();
    if (op == Operator::unequal && can_keep(left)) part(left, left_after, b);
    if (op == Operator::unequal && can_keep(right)) part(right, right_after, a);
    of_each_other_ = !equality(a, a).settled() && !equality(b, b).settled();
    const bool varying = of_each_other_;
    learn(left, left_after);
    learn(right, right_after);
    of_each_other_ = false;
    // The answer itself is kept only where what was learnt of the sides does not give it.
    const AbstractValue& x = can_keep(left) ? left_after : a;
    const AbstractValue& y = can_keep(right) ? right_after : b;
    const bool given_by_sides = !varying && (equal ? equality(x, y) : ordering(node.op, x, y)).settled();
    if (!given_by_sides) learn(node, of_truth(yes));
    const bool one_varies =
        (is_free(left) && equality(b, b).settled()) || (is_free(right) && equality(a, a).settled());
    if (given_by_sides && one_varies) ground_.choices.at(place).free = true;
    if (any_given) ground_.choices.at(place).given = true;
  });
}

/// How the sides may lie to each other, by all that is known of them.
unsigned Judge::orders_known(const Term& term) {
  unsigned orders = any_order;
  for (const TermIndex other : term.same_sides) {
    const AbstractValue* known = known_.empty() ? nullptr : known_.find(other);
    if (known != nullptr) orders &= orders_where(ground_.vocabulary[other].compares, known->may_be_true);
  }
  return orders;
}

/// Of a sum, difference or product with a constant: the other operand, and what is left of it where the
/// whole has one of the values.
std::optional<std::pair<const Node*, AbstractValue>> Judge::operand_where(const Node& node,
                                                                          const AbstractValue& value) {
  if (node.kind != Node::Kind::binary || node.constant || !is_linear(node) ||
      !value.is_only(AbstractValue::number))
    return std::nullopt;
  const auto constant = [&](std::size_t side) -> std::optional<std::int64_t> {
    const Node& child = *node.children[side];
    const bool literal = child.constant || child.kind == Node::Kind::literal;
    if (!literal || !child.literal.is(Value::Kind::integer)) return std::nullopt;
    return child.literal.integer();
  };
  const auto first = constant(0), second = constant(1);
  if (first.has_value() == second.has_value()) return std::nullopt;
  const Node& operand = *node.children[first ? 1 : 0];
  if (!can_keep(operand)) return std::nullopt;
  const AbstractValue before = value_of(operand);
  if (failed_ || !before.is_only(AbstractValue::number)) return std::nullopt;
  const auto interval = undone(node.op, value.numbers, first ? *first : *second, first.has_value(),
                               before.whole && value.whole);
  if (!interval) return std::nullopt;
  AbstractValue after = before;
  after.numbers = common(before.numbers, *interval);
  return std::pair{&operand, after};
}

/// Whether the node can have one of the values, as far as its operand tells.
bool Judge::is_possible(const Node& node, const AbstractValue& value) {
  const auto operand = operand_where(node, value);
  return !operand || (!operand->second.numbers.none() && is_possible(*operand->first, operand->second));
}

/// Whole numbers other than one of them lie below or above it: one of the two is followed.
void Judge::part(const Node& node, AbstractValue& value, const AbstractValue& other) {
  if (!value.is_only(AbstractValue::number) || !value.whole || !other.is_only(AbstractValue::number) ||
      !other.whole || !other.numbers.one())
    return;
  const std::int64_t n = other.numbers.low;
  if (!value.numbers.holds(n)) return;
  const bool below = ground_.choices.either(of_world(node));
  if (is_free(node)) {
    ground_.choices.mark_free();
    if (of_world(node)) ground_.choices.mark_given();
  }
  value = where_holds(value, below ? Operator::less : Operator::greater, other);
}

bool Judge::ask_empty(const Node& node) {
  const Node& inner = *node.children[0];
  const AbstractValue value = value_of(inner);
  if (failed_) return false;
  AbstractValue without = limited(value, ~static_cast<unsigned>(AbstractValue::empty));
  without.length = common(without.length, {1, Interval::highest});
  if (without.texts) without.texts->erase("");
  if (!without.texts) without.without.insert("");
  AbstractValue with = limited(
      value, AbstractValue::empty | AbstractValue::text | AbstractValue::list | AbstractValue::record);
  with.length = common(with.length, {0, 0});
  if (with.may_be(AbstractValue::text))
    with.texts = (value.texts ? value.texts->count("") > 0 : value.without.count("") == 0)
                     ? std::set<std::string>{""}
                     : std::set<std::string>{};
  return answer(node, {!with.nothing(), !without.nothing(), false}, [&](bool yes) {
    learn(inner, yes ? with : without);
    if (!can_keep(inner)) learn(node, of_truth(yes));
    if (is_free(inner)) ground_.choices.mark_free();
  });
}

namespace {

/// What is left of a text where it is one of the list, or is none of it.
AbstractValue among(AbstractValue item, const List& list, bool inside) {
  std::set<std::string> texts;
  for (const Value& one : list) {
    if (one.is(Value::Kind::text)) texts.insert(one.text());
  }
  if (item.texts) {
    std::erase_if(*item.texts, [&](const std::string& text) { return (texts.count(text) > 0) != inside; });
  } else if (inside) {
    for (const std::string& text : item.without) texts.erase(text);
    item.texts = std::move(texts);
    item.without.clear();
  } else {
    item.without.insert(texts.begin(), texts.end());
  }
  return item;
}

}  // namespace

bool Judge::ask_contained(const Node& node) {
  if (const AbstractValue* known = remembered(node)) return known->may_be_true;
  const Node& whole = *node.children[0];
  const AbstractValue container = value_of(whole);
  if (failed_) return false;
  const AbstractValue item = value_of(*node.children[1]);
  if (failed_) return false;
  Verdict verdict;
  if (container.is_only(AbstractValue::empty | AbstractValue::list) && container.length.high == 0)
    verdict = {false, true, false};
  if (container.exact && container.exact->is(Value::Kind::list) && item.is_only(AbstractValue::text) &&
      item.texts) {
    verdict = {false, false, false};
    for (const std::string& text : *item.texts) {
      const List& items = container.exact->list();
      (std::find(items.begin(), items.end(), Value(text)) != items.end() ? verdict.yes : verdict.no) = true;
    }
  }
  // Of more texts than the list can hold there is always one that it does not hold.
  const bool room = item.is_only(AbstractValue::text) &&
                    container.is_only(AbstractValue::list | AbstractValue::empty) &&
                    container.length.high != Interval::highest &&
                    (!item.texts || static_cast<std::int64_t>(item.texts->size()) > container.length.high);
  return answer(node, verdict, [&](bool yes) {
    if (!yes && room && is_free(*node.children[1]) && of_world(*node.children[1]))
      ground_.choices.mark_given();
    if (container.exact && item.is_only(AbstractValue::text)) {
      const bool free = is_free(*node.children[1]);
      learn(*node.children[1], among(item, container.exact->list(), yes));
      if (free && can_keep(*node.children[1])) return ground_.choices.mark_free();
    }
    if (yes) {
      AbstractValue filled = limited(container, ~static_cast<unsigned>(AbstractValue::empty));
      if (filled.is_only(AbstractValue::list)) filled.length = common(filled.length, {1, Interval::highest});
      learn(whole, filled);
    }
    learn(node, of_truth(yes));
  });
}

/// Of a text among literal ones: as a set of choices. Any other membership is a question of its own.
bool Judge::ask_among(const Node& node) {
  if (const AbstractValue* known = remembered(node)) return known->may_be_true;
  const Node &item = *node.children[0], &list = *node.children[1];
  const bool literal = list.kind == Node::Kind::list &&
                       std::all_of(list.children.begin(), list.children.end(), [](const auto& child) {
                         return child->kind == Node::Kind::literal && child->literal.is(Value::Kind::text);
                       });
  if (!literal) return ask_plainly(node);
  const AbstractValue value = value_of(item);
  if (failed_) return false;
  if (!value.is_only(AbstractValue::text | AbstractValue::empty) || !value.texts) return ask_plainly(node);
  AbstractValue inside = limited(value, AbstractValue::text), outside = value;
  inside.texts.emplace();
  for (const auto& child : list.children) {
    if (value.texts->count(child->literal.text()) > 0) inside.texts->insert(child->literal.text());
    outside.texts->erase(child->literal.text());
  }
  if (outside.texts->empty()) outside = limited(outside, AbstractValue::empty);
  return answer(node, {!inside.nothing(), !outside.nothing(), false}, [&](bool yes) {
    learn(item, yes ? inside : outside);
    if (!can_keep(item)) learn(node, of_truth(yes));
    if (is_free(item)) ground_.choices.mark_free();
  });
}

}  // namespace anjuan::analysis
