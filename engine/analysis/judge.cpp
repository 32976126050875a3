// Judging conditions and values over sets.

#include "analysis/judge.h"

#include <algorithm>

#include "analysis/arithmetic.h"
#include "expression/builtins.h"
#include "expression/operators.h"

namespace anjuan::analysis {

using expression::Node;
using expression::Operator;

namespace {

bool is_comparison(const Node& node) {
  if (node.kind != Node::Kind::binary) return false;
  switch (node.op) {
    case Operator::equal:
    case Operator::unequal:
    case Operator::less:
    case Operator::less_or_equal:
    case Operator::greater:
    case Operator::greater_or_equal:
      return true;
    default:
      return false;
  }
}

/// A node whose value is true or false by its form.
bool is_question(const Node& node) {
  if (node.kind == Node::Kind::inverse) return true;
  if (node.kind == Node::Kind::binary)
    return is_comparison(node) || node.op == Operator::both || node.op == Operator::either ||
           node.op == Operator::among;
  return node.kind == Node::Kind::call && node.builtin->yields == expression::Yields::boolean;
}

bool is_call(const Node& node, std::string_view name) {
  return node.kind == Node::Kind::call && node.builtin->name == name;
}

const expression::Type* field_type(const expression::Type* owner, const std::string& field) {
  if (owner == nullptr || !owner->fields) return nullptr;
  const auto found = owner->fields->find(field);
  return found == owner->fields->end() ? nullptr : &found->second;
}

std::string key_of(const Node& node) {
  return node.kind == Node::Kind::member ? node.name : node.children[1]->literal.text();
}

const expression::Type* type_of_path(const Node& node, const expression::Names& types) {
  if (node.kind == Node::Kind::name) {
    const auto found = types.find(node.name);
    return found == types.end() ? nullptr : &found->second;
  }
  return field_type(type_of_path(*node.children[0], types), key_of(node));
}

AbstractValue yielded(expression::Yields yields) {
  switch (yields) {
    case expression::Yields::boolean:
      return limited({}, AbstractValue::boolean);
    case expression::Yields::integer:
      return of_number({}, true);
    case expression::Yields::number:
      return of_number({}, false);
    case expression::Yields::text:
      return limited({}, AbstractValue::text);
    case expression::Yields::date:
      return limited({}, AbstractValue::date | AbstractValue::empty);
    case expression::Yields::item:
      return {};
    default:
      return of_list({0, Interval::highest});
  }
}

}  // namespace

Truth Judge::truth_of(const procedure::Code& code) {
  failed_ = false;
  if (!code.given()) return Truth::yes;
  if (!code.expression) return Truth::failed;
  look_at(code.expression->root());
  const bool holds = truth_of(code.expression->root());
  if (failed_) return Truth::failed;
  return holds ? Truth::yes : Truth::no;
}

AbstractValue Judge::value_of(const procedure::Code& code) {
  failed_ = !code.broken.empty();
  if (!code.expression) return of_value(Value());
  look_at(code.expression->root());
  return value_of(code.expression->root());
}

AbstractValue Judge::value_of_whole(const Node& root) {
  look_at(root);
  return value_of(root);
}

/// What is known of names that are not looked at any more in an act need not be kept.
void Judge::look_at(const Node& root) {
  if (ground_.model.definition.typed())
    ground_.looked_at |= ground_.vocabulary[ground_.vocabulary.term_of(root)].passing;
}

bool Judge::of_world(const Node& node) {
  if (!ground_.model.definition.typed()) return false;
  const Term& term = ground_.vocabulary[ground_.vocabulary.term_of(node)];
  if (!term.slots.empty()) return false;  // whether a paper was made the case holds already
  if (term.of_world || term.tracked.meets(ground_.chosen)) return true;
  return std::any_of(ground_.chosen_items.begin(), ground_.chosen_items.end(),
                     [&](const std::string& item) { return term.names.count(item) > 0; });
}

bool Judge::truth_of(const Node& node) {
  if (failed_) return false;
  if (!ground_.model.definition.typed()) return ask_plainly(node);
  if (node.constant && node.literal.is(Value::Kind::boolean)) return node.literal.boolean();
  switch (node.kind) {
    case Node::Kind::inverse: {
      const bool inner = truth_of(*node.children[0]);
      return !failed_ && !inner;
    }
    case Node::Kind::conditional: {
      const bool first = truth_of(*node.children[0]);
      return !failed_ && truth_of(*node.children[first ? 1 : 2]);
    }
    case Node::Kind::binary:
      if (node.op == Operator::both) return truth_of(*node.children[0]) && truth_of(*node.children[1]);
      if (node.op == Operator::either) {
        const bool left = truth_of(*node.children[0]);
        return !failed_ && (left || truth_of(*node.children[1]));
      }
      if (is_comparison(node)) return ask_order(node);
      if (node.op == Operator::among) return ask_among(node);
      return ask_plainly(node);
    case Node::Kind::call:
      if (is_call(node, "为空")) return ask_empty(node);
      if (is_call(node, "包含")) return ask_contained(node);
      return ask_plainly(node);
    default:
      return ask_plainly(node);
  }
}

/// A condition that is just a value: a name, a field, a function.
bool Judge::ask_plainly(const Node& node) {
  if (is_call(node, "In") && node.children[0]->kind == Node::Kind::literal) {
    const auto state = ground_.model.definition.find(node.children[0]->literal.text_or_empty());
    return state && ground_.configuration.contains(*state);
  }
  if (node.kind == Node::Kind::literal && node.literal.is(Value::Kind::boolean))
    return node.literal.boolean();
  if (!ground_.model.definition.typed()) {
    const auto decided = decided_by(ground_.model.parameters, node);
    return decided ? *decided : answer(node, {true, true, true}, [](bool) {});
  }
  const AbstractValue value = is_question(node) && node.kind != Node::Kind::call
                                  ? limited({}, AbstractValue::boolean)
                                  : value_of(node);
  if (failed_) return false;
  const bool truth = value.may_be(AbstractValue::boolean);
  const Verdict verdict{truth && value.may_be_true, truth && value.may_be_false,
                        !value.is_only(AbstractValue::boolean)};
  return answer(node, verdict, [&](bool yes) {
    learn(node, of_truth(yes));
    if (is_free(node)) ground_.choices.mark_free();
  });
}

/// Of facts an answer that is not kept counts once in an act: asked again, it might be another.
bool Judge::is_first_asked(const Node& node) {
  const auto term = static_cast<std::uint32_t>(ground_.vocabulary.term_of(node));
  if (std::find(ground_.asked.begin(), ground_.asked.end(), term) != ground_.asked.end()) return false;
  ground_.asked.push_back(term);
  return true;
}

/// Whether the surroundings have a say in it: that they may come to be either way is taken for granted.
bool Judge::of_facts(const Node& node) {
  const Term& term = ground_.vocabulary[ground_.vocabulary.term_of(node)];
  if (!term.slots.empty()) return false;
  return term.of_facts || std::any_of(ground_.chosen_items.begin(), ground_.chosen_items.end(),
                                      [&](const std::string& item) { return term.names.count(item) > 0; });
}

/// Whether what is known of the node holds just the values that some case has, whatever else is known: a
/// fact, or a data item as it was given.
bool Judge::is_free(const Node& node) {
  if (is_call(node, "长度")) return is_counted(*node.children[0]) && is_free(*node.children[0]);
  if (!is_path(node) || !can_keep(node)) return false;
  const Term& term = ground_.vocabulary[ground_.vocabulary.term_of(node)];
  if (!term.slots.empty()) return false;
  if (term.of_world) return term.of_facts || !ground_.stirred;
  return node.kind == Node::Kind::name && term.lasting && !term.tracked.empty() &&
         !term.tracked.meets(ground_.loose);
}

/// Whether a path's value is a list or text, or empty.
bool Judge::is_counted(const Node& node) {
  if (!is_path(node)) return false;
  const expression::Type* type = type_of_path(node, ground_.model.types);
  if (type == nullptr) return false;
  using Kind = expression::Type::Kind;
  return type->kind == Kind::list || type->kind == Kind::text || type->kind == Kind::enumeration;
}

/// In the untyped language conditions are not told apart.
unsigned Judge::ask(const Node& node, unsigned options) {
  if (!ground_.model.definition.typed()) return ground_.choices.take(options, false, no_term);
  return ground_.choices.take(options, of_world(node), ground_.vocabulary.term_of(node));
}

/// Takes the answer that must be, or one of those that may be.
bool Judge::answer(const Node& node, Verdict verdict, const std::function<void(bool)>& learn_from) {
  const unsigned options =
      (verdict.yes ? choice_yes : 0U) | (verdict.no ? choice_no : 0U) | (verdict.fails ? choice_fails : 0U);
  const unsigned taken = verdict.settled() || options == 0 ? options : ask(node, options);
  if (taken == choice_fails || taken == 0) {
    failed_ = true;
    return false;
  }
  if (verdict.settled()) return taken == choice_yes;
  const std::size_t place = ground_.choices.place();
  learn_from(taken == choice_yes);
  if (!ground_.model.definition.typed()) return taken == choice_yes;
  const Term& term = ground_.vocabulary[ground_.vocabulary.term_of(node)];
  Choice& choice = ground_.choices.at(place);
  const bool of_people = choice.free && of_world(node);
  choice.given = choice.given || of_people || (of_facts(node) && (can_keep(node) || is_first_asked(node)));
  if (!choice.free) ground_.stir(term);
  return taken == choice_yes;
}

const AbstractValue* Judge::remembered(const Node& node) {
  return known_.empty() ? nullptr : known_.find(ground_.vocabulary.term_of(node));
}

bool Judge::can_keep(const Node& node) {
  if (node.kind == Node::Kind::literal) return false;
  const Term& said = ground_.vocabulary[ground_.vocabulary.term_of(node)];
  if (node.kind == Node::Kind::name && said.kind == NameKind::fixed) return false;
  const bool followed = said.tracked.within(ground_.slice.names) && (said.lasting || ground_.slice.facts);
  return followed && !said.asks_state && !said.names.empty() && !said.of_aside;
}

/// Ends at which the intervals of its name may end; but what is known already stays.
void Judge::widen(const Node& node, AbstractValue& value) {
  const Term& term = ground_.vocabulary[ground_.vocabulary.term_of(node)];
  if (!value.may_be(AbstractValue::number) || term.names.empty()) return;
  const auto thresholds = ground_.model.thresholds.find(*term.names.begin());
  const Interval wide =
      thresholds == ground_.model.thresholds.end() ? Interval() : thresholds->second.widened(value.numbers);
  value.numbers = common(value_of(node).numbers, wide);
}

void Judge::learn(const Node& node, const AbstractValue& learnt) {
  if (!can_keep(node)) return;
  AbstractValue value = learnt;
  if (of_each_other_ && is_path(node)) widen(node, value);
  if (is_call(node, "长度") && is_path(*node.children[0])) {
    AbstractValue whole = value_of(*node.children[0]);
    constexpr unsigned counted = AbstractValue::list | AbstractValue::text;
    if (whole.is_only(AbstractValue::list | AbstractValue::empty) ||
        whole.is_only(AbstractValue::text | AbstractValue::empty)) {
      whole.length = common(whole.length, value.numbers);
      if (value.numbers.low > 0) whole = limited(whole, counted);
      return learn(*node.children[0], limited(whole, AbstractValue::all));
    }
  }
  known_.set(ground_.vocabulary.term_of(node), ground_.vocabulary.keep(value));
  if (const auto operand = operand_where(node, value)) learn(*operand->first, operand->second);
  if (node.kind == Node::Kind::name) pass_on(node.name, value);
}

/// What is learnt of a data item holds of those that are known to equal it.
void Judge::pass_on(const std::string& name, const AbstractValue& value) {
  std::vector<std::string> others;
  for (const auto& [term, truth] : known_) {
    const Term& said = ground_.vocabulary[term];
    if (!said.equates || !truth->may_be_true || said.names.count(name) == 0) continue;
    others.push_back(*said.names.begin() == name ? *said.names.rbegin() : *said.names.begin());
  }
  for (const std::string& other : others) {
    const TermIndex term = ground_.vocabulary.term_of_name(other);
    const AbstractValue* before = known_.find(term);
    const AbstractValue after =
        where_holds(before == nullptr ? *ground_.vocabulary[term].anything : *before, Operator::equal, value);
    known_.set(term, ground_.vocabulary.keep(after));
  }
}

/// An operand of another kind makes the evaluation fail.
void Judge::must_be(const Node& node, AbstractValue& value, unsigned kinds) {
  if (value.is_only(kinds)) return;
  if (!answer(node, {value.may_be(kinds), false, true}, [&](bool) {})) return;
  value = limited(value, kinds);
  if (is_path(node)) learn(node, value);
  if (is_free(node)) ground_.choices.mark_free();
}

AbstractValue Judge::value_of(const Node& node) {
  if (failed_) return {};
  if (is_question(node) && ground_.model.definition.typed()) {
    if (node.kind != Node::Kind::call || is_call(node, "In") || is_call(node, "为空") ||
        is_call(node, "包含")) {
      const bool yes = truth_of(node);
      return of_truth(yes);
    }
  }
  if (node.constant && ground_.model.definition.typed()) return of_value(node.literal);
  switch (node.kind) {
    case Node::Kind::literal:
      return of_value(node.literal);
    case Node::Kind::name:
      return name_value(node);
    case Node::Kind::member:
      return path_value(node);
    case Node::Kind::index:
      return is_path(node) ? path_value(node) : index_value(node);
    case Node::Kind::call:
      return call_value(node);
    case Node::Kind::binary:
      return binary_value(node);
    case Node::Kind::list:
      return list_value(node);
    case Node::Kind::record:
      return limited({}, AbstractValue::record);
    case Node::Kind::conditional:
      return value_of(*node.children[truth_of(*node.children[0]) ? 1 : 2]);
    case Node::Kind::negative: {
      AbstractValue inner = value_of(*node.children[0]);
      must_be(*node.children[0], inner, AbstractValue::number);
      return of_number(-inner.numbers, inner.whole);
    }
    default:
      break;
  }
  return {};
}

AbstractValue Judge::name_value(const Node& node) {
  const TermIndex term = ground_.vocabulary.term_of(node);
  const Term& said = ground_.vocabulary[term];
  if (said.item != Term::no_item) ground_.read(said.item);
  const AbstractValue* known = known_.empty() ? nullptr : known_.find(term);
  return known != nullptr ? *known : *said.anything;
}

AbstractValue Judge::path_value(const Node& node) {
  if (const AbstractValue* known = remembered(node)) return *known;
  const Node& owner = *node.children[0];
  const std::string key = key_of(node);
  const bool of_papers = owner.kind == Node::Kind::name && owner.name == "文书";
  if (const auto slot = ground_.model.slot(key); of_papers && slot && ground_.slice.slots.holds(*slot)) {
    return limited({}, ground_.made[*slot] ? AbstractValue::record : AbstractValue::empty);
  }
  const AbstractValue whole = value_of(owner);
  if (whole.exact && whole.exact->is(Value::Kind::record)) return of_value(whole.exact->field(key));
  if (whole.is_only(AbstractValue::empty)) return of_value(Value());
  const expression::Type* type = is_path(node) ? type_of_path(node, ground_.model.types) : nullptr;
  return type == nullptr ? AbstractValue() : of_type(*type, true);
}

/// A field or item by a key that is computed.
AbstractValue Judge::index_value(const Node& node) {
  if (const AbstractValue* known = remembered(node)) return *known;
  const AbstractValue owner = value_of(*node.children[0]);
  const AbstractValue key = value_of(*node.children[1]);
  if (!owner.exact || !owner.exact->is(Value::Kind::record) || !key.is_only(AbstractValue::text) ||
      !key.texts || key.texts->empty())
    return {};
  std::optional<AbstractValue> all;
  for (const std::string& name : *key.texts) {
    const AbstractValue one = of_value(owner.exact->field(name));
    all = all ? joined(*all, one) : one;
  }
  return *all;
}

AbstractValue Judge::binary_value(const Node& node) {
  if (const AbstractValue* known = remembered(node)) return *known;
  AbstractValue left = value_of(*node.children[0]), right = value_of(*node.children[1]);
  if (failed_) return {};
  constexpr unsigned joinable = AbstractValue::text;
  if (node.op == Operator::plus && (left.may_be(joinable) || right.may_be(joinable))) {
    if (!left.is_only(joinable) && !right.is_only(joinable))
      return limited({}, AbstractValue::text | AbstractValue::number);
    AbstractValue both = limited({}, AbstractValue::text);
    if (left.is_only(joinable) && right.is_only(joinable)) both.length = length_of(left) + length_of(right);
    return both;
  }
  must_be(*node.children[0], left, AbstractValue::number);
  must_be(*node.children[1], right, AbstractValue::number);
  if (failed_) return {};
  if (node.op == Operator::divided || node.op == Operator::remainder)
    must_not_be_zero(*node.children[1], right);
  return failed_ ? AbstractValue() : computed(node.op, left, right, node.place);
}

void Judge::must_not_be_zero(const Node& node, AbstractValue& divisor) {
  const AbstractValue zero = of_value(Value(0));
  const Verdict is_zero = equality(divisor, zero);
  if (!is_zero.yes) return;
  if (!answer(node, {is_zero.no, false, true}, [](bool) {})) return;
  divisor = where_holds(divisor, Operator::unequal, zero);
  if (is_path(node)) learn(node, divisor);
}

AbstractValue Judge::call_value(const Node& node) {
  if (const AbstractValue* known = remembered(node)) return *known;
  std::vector<AbstractValue> arguments;
  for (const auto& child : node.children) arguments.push_back(value_of(*child));
  if (failed_) return {};
  const AbstractValue first = arguments.empty() ? AbstractValue() : arguments.front();
  if (const auto exactly = called(node, arguments)) return of_value(*exactly);
  const bool greatest = is_call(node, "最大");
  const bool of_numbers = std::all_of(arguments.begin(), arguments.end(), [](const AbstractValue& one) {
    return one.is_only(AbstractValue::number | AbstractValue::empty);
  });
  if ((greatest || is_call(node, "最小")) && of_numbers) return outermost(arguments, greatest);
  const bool rounds = is_call(node, "取整上") || is_call(node, "取整下");
  if (rounds && first.is_only(AbstractValue::number)) return of_number(first.numbers, true);
  if (is_call(node, "长度")) {
    Interval length{0, Interval::highest};
    constexpr unsigned counted = AbstractValue::list | AbstractValue::text;
    if (first.is_only(counted | AbstractValue::empty)) length = length_of(first);
    if (first.is_only(counted | AbstractValue::empty) && first.may_be(AbstractValue::empty))
      length = joined(length, {0, 0});
    if (first.is_only(AbstractValue::empty)) length = {0, 0};
    return of_number(length, true);
  }
  if (is_call(node, "并入")) {
    const AbstractValue& added = arguments[1];
    Interval more{0, Interval::highest};
    if (added.is_only(AbstractValue::list)) more = added.length;
    if (!added.may_be(AbstractValue::list))
      more = added.may_be(AbstractValue::empty) ? Interval{0, 1} : Interval{1, 1};
    Interval before = first.may_be(AbstractValue::list) ? first.length : Interval{0, 0};
    if (!first.is_only(AbstractValue::list)) before = joined(before, {0, 0});
    return of_list(before + more);
  }
  return yielded(node.builtin->yields);
}

AbstractValue Judge::list_value(const Node& node) {
  for (const auto& child : node.children) value_of(*child);
  const auto length = static_cast<std::int64_t>(node.children.size());
  return of_list({length, length});
}

}  // namespace anjuan::analysis
