// Names and types of an expression against what is declared: everything found, in one run. A type
// that the names do not tell is `any` and never complained about.

#include <algorithm>

#include "base/text.h"
#include "expression/builtins.h"
#include "expression/evaluation.h"
#include "expression/expression.h"
#include "expression/free_names.h"
#include "expression/messages.h"
#include "expression/node.h"
#include "expression/tokens.h"
#include "expression/type_rules.h"

namespace anjuan::expression {

namespace {

using TypeKind = Type::Kind;

class Checker {
 public:
  explicit Checker(const Names& names) : names_(names) {}

  Type type_of(const Node& node) {
    switch (node.kind) {
      case Node::Kind::literal:
        return type_of_value(node.literal);
      case Node::Kind::name:
        return name(node);
      case Node::Kind::member:
        return member(node);
      case Node::Kind::index:
        return index(node);
      case Node::Kind::call:
        return call(node);
      case Node::Kind::negative:
        return type_of_number(want(node, "-", *node.children[0], accepts_number));
      case Node::Kind::inverse:
        want(node, "!", *node.children[0], accepts_boolean);
        return simple(TypeKind::boolean);
      case Node::Kind::binary:
        return binary(node);
      case Node::Kind::list:
        return list(node);
      case Node::Kind::record:
        return record(node);
      case Node::Kind::conditional:
        break;
      default:
        return {};  // only in the dialect ecmascript, which has no types
    }
    want(node, "? :", *node.children[0], accepts_boolean);
    const Type yes = type_of(*node.children[1]), no = type_of(*node.children[2]);
    return united(yes, no);
  }

  void compare_with(const Node& node, const Type& found, const Type& wanted, const Place& place) {
    if (assignable(found, wanted)) return;
    const auto strange = foreign_choice(found, wanted);
    if (strange) {
      found_.push_back(diagnose(choice_unknown, place, *strange, enumerated(wanted.choices)));
      return;
    }
    found_.push_back(wanted.kind == TypeKind::boolean
                         ? diagnose(result_type, place, name_of(wanted), name_of(found), comparison_with(node, found))
                         : diagnose(value_type, place, name_of(wanted), name_of(found), example_of(wanted)));
  }

  /// What fails whenever it is evaluated: a date that is none, a division by zero.
  void look_for_failing(const Node& node) {
    bool known = !node.children.empty() && node.kind <= Node::Kind::record && !node.constant;
    if (node.kind == Node::Kind::call && node.builtin->asks) known = false;
    for (const NodePtr& child : node.children) {
      look_for_failing(*child);
      known = known && child->constant;
    }
    if (!known) return;
    static const Fields none;
    const auto value = Evaluation(Surroundings{none}, Dialect::anjuan, nullptr).value_of(node);
    if (!value.ok()) append(found_, value.diagnostics());
  }

  /// Of the dialect ecmascript: names only. What is set anywhere in it counts as declared.
  void look_for_names(const Node& node) {
    std::set<std::string> set;
    for_each_free_name(node, [&](const Node& one, NameUse use) {
      if (use == NameUse::set) set.insert(one.name);
    });
    for_each_free_name(node, [&](const Node& one, NameUse use) {
      const bool read = use == NameUse::read || use == NameUse::changed;
      if (read && set.count(one.name) == 0) name(one);
    });
  }

  /// Whether the word was meant as one of the texts that the type has; then that is said.
  bool lacks_quotes(const Node& node, const Type& type) {
    if (!is_undeclared(node) || !is_textual(type)) return false;
    const bool choice = std::find(type.choices.begin(), type.choices.end(), node.name) != type.choices.end();
    if (!choice && nearest(node.name, known_names())) return false;
    found_.push_back(diagnose(choice ? choice_without_quotes : text_without_quotes, node.place, node.name));
    return true;
  }

  bool found_any() const { return !found_.empty(); }
  Diagnostics take() { return std::move(found_); }

 private:
  const Names& names_;
  Diagnostics found_;

  /// The operand's type; complains where it cannot be one of the accepted kinds.
  Type want(const Node& node, const char* sign, const Node& operand, unsigned accepts) {
    Type type = type_of(operand);
    if (type.kind == TypeKind::date && accepts == accepts_number) {
      found_.push_back(diagnose(date_arithmetic, operand.place, sign));
    } else if (!may_be(type, accepts)) {
      found_.push_back(diagnose(operand_type, operand.kind == Node::Kind::binary ? node.place : operand.place,
                                sign, name_of_accepted(accepts), name_of(type)));
    }
    return type;
  }

  /// A condition that an author who wrote only the item may have meant.
  static std::string comparison_with(const Node& node, const Type& type) {
    std::string path = path_of(node);
    if (path.empty()) return "问题数 > 0";
    if (is_textual(type)) return path + " == '" + (type.choices.empty() ? "……" : type.choices.front()) + "'";
    if (type.kind == TypeKind::date) return path + " <= 日期('2026-09-10')";
    if (type.kind == TypeKind::list) return "长度(" + path + ") > 0";
    return type.kind == TypeKind::record ? "不是 为空(" + path + ")" : path + " > 0";
  }

  static bool is_number(const Value& value) { return value.is(Value::Kind::integer) || value.is(Value::Kind::decimal); }

  /// An operand as its author may have written it; "…" for what is long.
  static std::string shown(const Node& node) {
    if (node.kind == Node::Kind::literal && node.literal.is(Value::Kind::text)) return "'" + node.literal.text() + "'";
    if (node.kind == Node::Kind::literal && is_number(node.literal)) return text_of(node.literal.decimal());
    const std::string path = path_of(node);
    return path.empty() ? "…" : path;
  }

  /// The sign of an operator, or its word where XML would need &lt; for the sign.
  static std::string written_sign(Operator op) {
    const std::string sign = sign_of(op);
    return sign == "<" ? "小于" : sign == "<=" ? "不大于" : sign;
  }

  static std::string example_of(const Type& type) {
    switch (type.kind) {
      case TypeKind::integer:
        return "5";
      case TypeKind::decimal:
        return "0.5";
      case TypeKind::date:
        return "日期('2026-09-10')";
      case TypeKind::list:
        return "['甲', '乙']";
      case TypeKind::record:
        return "{名称: '甲'}";
      default:
        return type.choices.empty() ? "'文字'" : "'" + type.choices.front() + "'";
    }
  }

  bool is_undeclared(const Node& node) const { return node.kind == Node::Kind::name && !names_.contains(node.name); }

  /// The types of both sides of a comparison; a word without quotes has that of the other side.
  std::pair<Type, Type> sides(const Node& left, const Node& right) {
    if (is_undeclared(left)) {
      const Type b = type_of(right);
      return {lacks_quotes(left, b) ? b : type_of(left), b};
    }
    const Type a = type_of(left);
    return {a, lacks_quotes(right, a) ? a : type_of(right)};
  }

  /// Two values that cannot be held against each other: said by what was probably meant.
  void report_incomparable(const Node& node, const Type& a, const Type& b, const Message<2>& otherwise) {
    for (const bool swapped : {false, true}) {
      const Node& text = *node.children[swapped ? 0 : 1];
      const Type &other = swapped ? b : a, &own = swapped ? a : b;
      const bool literal = text.kind == Node::Kind::literal && text.literal.is(Value::Kind::text);
      const std::string written = literal ? "'" + text.literal.text() + "'" : path_of(text);
      Value number;
      if (is_textual(own) && other.kind == TypeKind::date && !written.empty()) {
        found_.push_back(diagnose(date_with_text, text.place, written));
        return;
      }
      if (literal && may_be(other, accepts_number) && parse_number(text.literal.text(), number)) {
        found_.push_back(diagnose(number_with_text, text.place, text.literal.text()));
        return;
      }
    }
    const bool dated = (a.kind == TypeKind::date && may_be(b, accepts_number)) || (b.kind == TypeKind::date && may_be(a, accepts_number));
    found_.push_back(dated ? diagnose(date_with_number, node.place) : diagnose(otherwise, node.place, name_of(a), name_of(b)));
  }

  /// The number from one to a hundred that a word is.
  static std::optional<int> numeral(const std::string& word) {
    for (int n = 1; n <= 100; ++n) {
      if (word == chinese_number(n) || (n == 10 && word == "十")) return n;
    }
    return std::nullopt;
  }

  std::vector<std::string> known_names(bool of_the_system = false) const {
    std::vector<std::string> known;
    for (const auto& [name, type] : names_) {
      if (name.starts_with("_") == of_the_system) known.push_back(name);
    }
    return known;
  }

  Type name(const Node& node) {
    const auto found = names_.find(node.name);
    if (found != names_.end()) return found->second;
    for (const auto& [word, sign] : word_signs()) {
      if (word == "in" || node.name.size() == word.size()) continue;
      if (node.name.find(word) == std::string::npos) continue;
      found_.push_back(diagnose(words_run_together, node.place, node.name, word));
      return {};
    }
    const std::vector<std::string> known = known_names();
    if (const auto number = numeral(node.name)) {
      found_.push_back(diagnose(numeral_as_name, node.place, node.name, std::to_string(*number)));
    } else if (const auto near = nearest(node.name, node.name.starts_with("_") ? known_names(true) : known)) {
      found_.push_back(diagnose(name_unknown_near, node.place, node.name, *near));
    } else if (known.empty()) {
      found_.push_back(diagnose(name_unknown_alone, node.place, node.name));
    } else {
      found_.push_back(diagnose(name_unknown, node.place, node.name, enumerated(known)));
    }
    return {};
  }

  Type field(const Node& node, const Type& owner, const std::string& key) {
    if (owner.kind == TypeKind::any) return {};
    const std::string path = path_of(*node.children[0]);
    if (owner.kind != TypeKind::record) {
      found_.push_back(diagnose(not_a_record, node.place, path.empty() ? "…" : path, name_of(owner), key));
      return {};
    }
    if (!owner.fields) return {};
    const auto found = owner.fields->find(key);
    if (found != owner.fields->end()) return found->second;
    std::vector<std::string> known;
    for (const auto& [name, type] : *owner.fields) known.push_back(name);
    if (const auto near = nearest(key, known)) {
      found_.push_back(diagnose(field_unknown_near, node.place, path.empty() ? "…" : path, key, *near));
      return {};
    }
    found_.push_back(diagnose(field_unknown, node.place, path.empty() ? "…" : path, key, enumerated(known)));
    return {};
  }

  Type member(const Node& node) { return field(node, type_of(*node.children[0]), node.name); }

  Type index(const Node& node) {
    const Type owner = type_of(*node.children[0]);
    const Node& key = *node.children[1];
    if (owner.kind == TypeKind::record && key.kind == Node::Kind::literal && key.literal.is(Value::Kind::text)) {
      return field(node, owner, key.literal.text());
    }
    if (owner.kind == TypeKind::list) {
      want(node, "[ ]", key, accepts_integer);
      return owner.item ? *owner.item : Type{};
    }
    const Type key_type = owner.kind == TypeKind::record ? want(node, "[ ]", key, accepts_text) : type_of(key);
    if (owner.kind != TypeKind::record && owner.kind != TypeKind::any)
      return field(node, owner, name_of(key_type).zh);
    return {};
  }

  Type call(const Node& node) {
    const Builtin& builtin = *node.builtin;
    std::vector<Type> types;
    for (const NodePtr& child : node.children) {
      const unsigned accepts = accepts_at(builtin, types.size());
      const Type text = simple(TypeKind::text);
      types.push_back(accepts == accepts_text && lacks_quotes(*child, text) ? text : type_of(*child));
      if (may_be(types.back(), accepts)) continue;
      found_.push_back(diagnose(argument_type, child->place, builtin.name, std::to_string(types.size()),
                                name_of_accepted(accepts), name_of(types.back()), builtin.written));
    }
    if (builtin.orders) hold_in_order(node, builtin, types);
    return type_of_call(node, builtin, types);
  }

  /// What is to be the greatest or least of others must go into one order with them.
  void hold_in_order(const Node& node, const Builtin& builtin, const std::vector<Type>& types) {
    const bool one_list = types.size() == 1 && types[0].kind == TypeKind::list;
    if (one_list && !types[0].item) return;
    for (std::size_t i = 0; i < types.size(); ++i) {
      const Type& type = one_list ? *types[0].item : types[i];
      if (!may_be(type, accepts_ordered)) {
        found_.push_back(diagnose(argument_type, node.children[i]->place, builtin.name, std::to_string(i + 1),
                                  name_of_accepted(accepts_ordered), name_of(type), builtin.written));
      } else if (i > 0 && !of_one_order(types[0], type)) {
        found_.push_back(diagnose(argument_type, node.children[i]->place, builtin.name, std::to_string(i + 1),
                                  name_of(types[0]), name_of(type), builtin.written));
      }
    }
  }

  static bool compares(const Node& node) {
    return node.kind == Node::Kind::binary && node.op >= Operator::equal && node.op <= Operator::greater_or_equal;
  }
  /// The type, without telling what is wrong with it.
  Type quietly(const Node& node) const { return Checker(names_).type_of(node); }

  /// What reads otherwise than it was meant: a negation of the first operand alone, comparisons in a row. It is
  /// told, and the operands are looked at each for itself.
  bool is_misread(const Node& node) {
    const Node &left = *node.children[0], &right = *node.children[1];
    const bool ordered = node.op >= Operator::less && node.op != Operator::among;
    bool negated = left.kind == Node::Kind::inverse && node.op >= Operator::equal;
    if (negated) {
      const Type operand = quietly(*left.children[0]);
      negated = !may_be(operand, accepts_boolean) || (ordered && operand.kind == TypeKind::any);
    }
    const bool chained = compares(node) && compares(left) && (ordered || !may_be(quietly(right), accepts_boolean));
    if (negated) {
      found_.push_back(diagnose(negation_too_narrow, left.place, shown(*left.children[0]), written_sign(node.op), shown(right)));
      type_of(*left.children[0]);
    } else if (chained) {
      const Node &first = *left.children[0], &middle = *left.children[1];
      found_.push_back(diagnose(chained_comparison, node.place, shown(first), written_sign(left.op), shown(middle),
                                written_sign(node.op), shown(right)));
      type_of(left);
    }
    if (negated || chained) type_of(right);
    return negated || chained;
  }

  /// An empty value that is written out has no order and cannot be computed with.
  bool is_written_empty(const Node& node) {
    for (const NodePtr& child : node.children) {
      if (child->kind != Node::Kind::literal || !child->literal.is(Value::Kind::empty)) continue;
      found_.push_back(diagnose(empty_has_no_order, child->place, sign_of(node.op)));
      return true;
    }
    return false;
  }

  /// A divisor that is written as zero.
  void look_for_zero(const Node& node) {
    const Node& right = *node.children[1];
    if (node.op != Operator::divided && node.op != Operator::remainder) return;
    if (right.kind != Node::Kind::literal || !is_number(right.literal)) return;
    if (right.literal.decimal().mantissa == 0) found_.push_back(diagnose(division_by_zero, node.place));
  }

  Type binary(const Node& node) {
    const Node &left = *node.children[0], &right = *node.children[1];
    if (is_misread(node))
      return simple(node.op <= Operator::among ? TypeKind::boolean : TypeKind::any);
    switch (node.op) {
      case Operator::both:
      case Operator::either:
        want(node, sign_of(node.op), left, accepts_boolean);
        want(node, sign_of(node.op), right, accepts_boolean);
        return simple(TypeKind::boolean);
      case Operator::equal:
      case Operator::unequal:
        return equality(node, left, right);
      case Operator::among:
        return membership(node, left, right);
      case Operator::less:
      case Operator::less_or_equal:
      case Operator::greater:
      case Operator::greater_or_equal:
        return ordering(node, left, right);
      case Operator::plus:
        return sum(node, left, right);
      default:
        break;
    }
    if (is_written_empty(node)) return {};
    look_for_zero(node);
    const Type a = want(node, sign_of(node.op), left, accepts_number);
    const bool said = found_any() && found_.back().row == &date_arithmetic;
    const Type b = want(node, sign_of(node.op), right, accepts_number);
    if (said && found_.back().row == &date_arithmetic && b.kind == TypeKind::date) found_.pop_back();  // of both, once
    return node.op == Operator::divided ? simple(TypeKind::decimal) : type_of_sum(a, b);
  }

  /// A literal compared with a name of fixed choices must be one of them.
  bool choice_fits(const Node& literal, const Type& type) {
    if (literal.kind != Node::Kind::literal || !literal.literal.is(Value::Kind::text)) return true;
    if (type.kind != TypeKind::enumeration || fits(literal.literal, type)) return true;
    found_.push_back(
        diagnose(choice_unknown, literal.place, literal.literal.text(), enumerated(type.choices)));
    return false;
  }

  Type equality(const Node& node, const Node& left, const Node& right) {
    const auto [a, b] = sides(left, right);
    const bool both_literal = left.kind == Node::Kind::literal && right.kind == Node::Kind::literal;
    if (!both_literal && choice_fits(left, b) && choice_fits(right, a) && !comparable(a, b)) {
      report_incomparable(node, a, b, never_equal);
    }
    return simple(TypeKind::boolean);
  }

  Type membership(const Node& node, const Node& left, const Node& right) {
    const Type item = type_of(left);
    if (right.kind == Node::Kind::list) {
      for (const NodePtr& child : right.children) {
        if (lacks_quotes(*child, item)) continue;
        type_of(*child);
        choice_fits(*child, item);
      }
      return simple(TypeKind::boolean);
    }
    const Type whole = type_of(right);
    if (!may_be(whole, accepts_list | accepts_record | accepts_text)) {
      found_.push_back(diagnose(operand_type, right.place, sign_of(node.op),
                                name_of_accepted(accepts_list | accepts_record | accepts_text),
                                name_of(whole)));
    } else if (whole.kind == TypeKind::list && whole.item && !comparable(item, *whole.item)) {
      found_.push_back(diagnose(never_equal, node.place, name_of(item), name_of(*whole.item)));
    } else if ((whole.kind == TypeKind::record || is_textual(whole)) && !may_be(item, accepts_text)) {
      found_.push_back(diagnose(operand_type, left.place, sign_of(node.op), name_of_accepted(accepts_text),
                                name_of(item)));
    }
    return simple(TypeKind::boolean);
  }

  Type ordering(const Node& node, const Node& left, const Node& right) {
    constexpr unsigned ordered = accepts_ordered;
    const auto [a, b] = sides(left, right);
    if (is_written_empty(node)) return simple(TypeKind::boolean);
    for (const auto& [operand, type] : {std::pair(&left, &a), std::pair(&right, &b)}) {
      if (may_be(*type, ordered)) continue;
      found_.push_back(diagnose(operand_type, operand->place, sign_of(node.op), name_of_accepted(ordered),
                                name_of(*type)));
      return simple(TypeKind::boolean);
    }
    if (!comparable(a, b)) report_incomparable(node, a, b, never_ordered);
    return simple(TypeKind::boolean);
  }

  Type sum(const Node& node, const Node& left, const Node& right) {
    constexpr unsigned addable = accepts_number | accepts_text;
    const Type a = type_of(left), b = type_of(right);
    if (is_textual(a) || is_textual(b)) {
      for (const auto& [operand, type] : {std::pair(&left, &a), std::pair(&right, &b)}) {
        if (may_be(*type, addable | accepts_boolean | accepts_date)) continue;
        found_.push_back(
            diagnose(operand_type, operand->place, "+", name_of_accepted(addable), name_of(*type)));
      }
      return simple(TypeKind::text);
    }
    if (is_written_empty(node)) return {};
    for (const auto& [operand, type] : {std::pair(&left, &a), std::pair(&right, &b)}) {
      if (may_be(*type, addable)) continue;
      found_.push_back(type->kind == TypeKind::date
                           ? diagnose(date_arithmetic, operand->place, sign_of(node.op))
                           : diagnose(operand_type, operand->place, sign_of(node.op), name_of_accepted(addable), name_of(*type)));
    }
    return type_of_sum(a, b);
  }

  Type list(const Node& node) {
    Type type = simple(TypeKind::list);
    std::optional<Type> item;
    for (const NodePtr& child : node.children) {
      const Type one = type_of(*child);
      item = item ? united(*item, one) : one;
    }
    if (item) type.item = std::make_shared<const Type>(*item);
    return type;
  }

  Type record(const Node& node) {
    Type type = simple(TypeKind::record);
    std::map<std::string, Type> fields;
    for (std::size_t i = 0; i < node.keys.size(); ++i) fields[node.keys[i]] = type_of(*node.children[i]);
    if (!fields.empty()) type.fields = std::make_shared<const std::map<std::string, Type>>(std::move(fields));
    return type;
  }
};

}  // namespace

Diagnostics check(const Expression& expression, const Names& names, const Type& result) {
  Checker checker(names);
  if (expression.dialect() == Dialect::ecmascript) {
    checker.look_for_names(expression.root());
    return checker.take();
  }
  if (checker.lacks_quotes(expression.root(), result)) return checker.take();
  const Type found = checker.type_of(expression.root());
  checker.compare_with(expression.root(), found, result, expression.root().place);
  if (!checker.found_any()) checker.look_for_failing(expression.root());
  return checker.take();
}

Type type_of(const Expression& expression, const Names& names) {
  if (expression.dialect() == Dialect::ecmascript) return {};
  return Checker(names).type_of(expression.root());
}

}  // namespace anjuan::expression
