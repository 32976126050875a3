// From the tree of an expression to a sentence. Two grammatical roles: a value is told as a noun, a
// condition as a clause that holds or does not; "not" goes down to the single clauses, so that no
// sentence denies a denial.

#include "expression/words.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"
#include "expression/builtins.h"
#include "expression/node.h"
#include "expression/operators.h"
#include "expression/phrases.h"

namespace anjuan::expression {

namespace {

/// Strict equality reads as equality.
Operator usual(Operator op) {
  const std::string_view sign = sign_of(op);
  return sign == "===" ? Operator::equal : sign == "!==" ? Operator::unequal : op;
}

bool is_comparison(Operator op) { return op >= Operator::equal && op <= Operator::greater_or_equal; }
bool is_joint(const Node& node) {
  return node.kind == Node::Kind::binary && (node.op == Operator::either || node.op == Operator::both);
}
/// A name, or what is looked up in one by plain keys.
bool is_path(const Node& node) {
  if (node.kind == Node::Kind::name) return true;
  if (node.kind == Node::Kind::member) return is_path(*node.children[0]);
  return node.kind == Node::Kind::index && node.children[1]->kind == Node::Kind::literal &&
         is_path(*node.children[0]);
}
bool is_call(const Node& node, std::string_view name) {
  return node.kind == Node::Kind::call && node.builtin != nullptr && node.builtin->name == name;
}
bool is_literal(const Node& node, Value::Kind kind) {
  return node.kind == Node::Kind::literal && node.literal.is(kind);
}

class Teller {
 public:
  explicit Teller(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  /// Whether all that was asked for had words.
  bool complete() const { return complete_; }

  bool is_condition(const Node& node) const {
    if (node.kind == Node::Kind::inverse || is_literal(node, Value::Kind::boolean)) return true;
    if (node.kind == Node::Kind::binary)
      return is_joint(node) || is_comparison(usual(node.op)) || node.op == Operator::among;
    if (node.kind == Node::Kind::call && node.builtin != nullptr)
      return node.builtin->yields == Yields::boolean;
    return type_at(node).kind == Type::Kind::boolean;
  }

  Wording condition(const Node& node, bool holds) {
    if (node.kind == Node::Kind::inverse) return condition(*node.children[0], !holds);
    if (is_literal(node, Value::Kind::boolean))
      return node.literal.boolean() == holds ? Wording("总是成立", "always") : Wording("从不成立", "never");
    if (is_joint(node)) return joint(node, holds);
    if (node.kind == Node::Kind::binary && is_comparison(usual(node.op))) return comparison(node, holds);
    if (node.kind == Node::Kind::binary && node.op == Operator::among)
      return membership(*node.children[0], *node.children[1], holds);
    if (node.kind == Node::Kind::call && node.builtin != nullptr) return question(node, holds);
    if (node.kind == Node::Kind::conditional) {
      return say({"（{0}的，看是否{1}；否则看是否{2}）", "(if {0}: {1}; otherwise: {2})"},
                 {condition(*node.children[0], true), condition(*node.children[1], holds),
                  condition(*node.children[2], holds)});
    }
    return yes_or_no(node, holds);
  }

  /// Held against nothing: a name has a value or none; what is looked up is there or not.
  Wording presence(const Node& node, bool present) {
    const Wording words = operand(node);
    if (node.kind == Node::Kind::name)
      return say(present ? Wording("{0}有值", "{0} has a value") : Wording("{0}没有值", "{0} has no value"),
                 {words});
    return say(present ? Wording("有{0}", "there is {0}") : Wording("没有{0}", "there is no {0}"), {words});
  }

  static Wording literal(const Value& value) {
    switch (value.kind()) {
      case Value::Kind::text:
        return "“" + value.text() + "”";
      case Value::Kind::boolean:
        return value.boolean() ? Wording("“是”", "yes") : Wording("“否”", "no");
      case Value::Kind::empty:
        return {"空值", "nothing"};
      case Value::Kind::date:
        return {official(value.date()), iso(value.date())};
      default:
        return display(value);
    }
  }

  Wording value(const Node& node) {
    switch (node.kind) {
      case Node::Kind::literal:
        return literal(node.literal);
      case Node::Kind::name:
        return named(node.name).value_or(Wording(node.name));
      case Node::Kind::member:
        return member(node);
      case Node::Kind::index:
        return index(node);
      case Node::Kind::call:
        return call(node);
      case Node::Kind::negative:
        return say({"负{0}", "minus {0}"}, {operand(*node.children[0])});
      case Node::Kind::conditional:
        return say({"{0}的，为{1}；否则为{2}", "{1} if {0}, otherwise {2}"},
                   {condition(*node.children[0], true), value(*node.children[1]), value(*node.children[2])});
      case Node::Kind::list:
        return list(node);
      case Node::Kind::record:
        return record(node);
      case Node::Kind::inverse:
        return whether(node);
      case Node::Kind::binary:
        return is_condition(node) ? whether(node) : computed(node);
      default:
        return unknown();
    }
  }

 private:
  const Vocabulary& vocabulary_;
  bool complete_ = true;

  Wording unknown() {
    complete_ = false;
    return "?";
  }

  std::optional<Wording> named(std::string_view path) const {
    return vocabulary_.name ? vocabulary_.name(path) : std::nullopt;
  }

  /// The declared type, as far as names and their fields tell it.
  Type type_at(const Node& node) const {
    if (node.kind == Node::Kind::name && vocabulary_.types != nullptr) {
      const auto found = vocabulary_.types->find(node.name);
      if (found != vocabulary_.types->end()) return found->second;
    }
    if (node.kind == Node::Kind::member) {
      const Type owner = type_at(*node.children[0]);
      if (owner.fields && owner.fields->count(node.name) > 0) return owner.fields->at(node.name);
    }
    if (node.kind == Node::Kind::index) {
      const Type owner = type_at(*node.children[0]);
      if (owner.item) return *owner.item;
    }
    return {};
  }
  bool is_date(const Node& node) const {
    if (node.kind == Node::Kind::call && node.builtin != nullptr) return node.builtin->yields == Yields::date;
    return is_literal(node, Value::Kind::date) || type_at(node).kind == Type::Kind::date;
  }

  // Values.

  Wording member(const Node& node) {
    if (const auto whole = named(path_of(node))) return *whole;
    return say({"{0}的{1}", "the {1} of {0}"}, {operand(*node.children[0]), node.name});
  }

  Wording index(const Node& node) {
    const Node &owner = *node.children[0], &key = *node.children[1];
    if (is_literal(key, Value::Kind::text)) return say({"{0}{1}", "{0} {1}"}, {operand(owner), value(key)});
    if (is_literal(key, Value::Kind::integer)) {
      return say({"{0}中的第{1}项", "item {1} of {0}"},
                 {operand(owner), std::to_string(key.literal.integer() + 1)});
    }
    return say({"{1}对应的{0}", "the {0} for {1}"}, {operand(owner), operand(key)});
  }

  /// A value within a larger phrase: in brackets where it is a phrase itself.
  Wording operand(const Node& node) {
    const Wording words = value(node);
    const bool phrase = node.kind == Node::Kind::conditional || node.kind == Node::Kind::inverse ||
                        (node.kind == Node::Kind::binary && !joins_text(node));
    return phrase ? Wording("（" + words.zh + "）", "(" + words.en + ")") : words;
  }

  Wording whether(const Node& node) { return say({"是否{0}", "whether {0}"}, {condition(node, true)}); }

  Wording list(const Node& node) {
    if (node.children.empty()) return {"空列表", "an empty list"};
    std::vector<Wording> items;
    for (const NodePtr& child : node.children) items.push_back(operand(*child));
    return joined(items, {"、", ", "});
  }

  Wording record(const Node& node) {
    std::vector<Wording> fields;
    for (std::size_t i = 0; i < node.children.size(); ++i)
      fields.push_back(say({"{0}：{1}", "{0}: {1}"}, {node.keys[i], value(*node.children[i])}));
    return say({"（{0}）", "({0})"}, {joined(fields, {"，", ", "})});
  }

  /// Whether a sum puts texts together: one of its parts is written as a text.
  static bool joins_text(const Node& node) {
    if (is_literal(node, Value::Kind::text) || is_call(node, "文本") || is_call(node, "连接")) return true;
    return node.kind == Node::Kind::binary && node.op == Operator::plus &&
           (joins_text(*node.children[0]) || joins_text(*node.children[1]));
  }
  /// The pieces of such a sum: texts as they are, values in square brackets.
  void pieces(const Node& node, Wording& text) {
    if (node.kind == Node::Kind::binary && node.op == Operator::plus) {
      for (const NodePtr& child : node.children) pieces(*child, text);
    } else if (is_literal(node, Value::Kind::text)) {
      text = {text.zh + node.literal.text(), text.en + node.literal.text()};
    } else {
      const Wording words = value(node);
      text = {text.zh + "〔" + words.zh + "〕", text.en + "[" + words.en + "]"};
    }
  }

  Wording computed(const Node& node) {
    if (joins_text(node)) {
      Wording text = "";
      pieces(node, text);
      return say({"“{0}”", "“{0}”"}, {text});
    }
    // A chain of plus and minus reads from left to right; anything else within it stands in brackets.
    const bool sum = node.op == Operator::plus || node.op == Operator::minus;
    const Node& left = *node.children[0];
    const bool chain = sum && left.kind == Node::Kind::binary &&
                       (left.op == Operator::plus || left.op == Operator::minus) && !joins_text(left);
    const Wording first = chain ? value(left) : operand(left), second = operand(*node.children[1]);
    switch (node.op) {
      case Operator::plus:
        return say({"{0}加{1}", "{0} plus {1}"}, {first, second});
      case Operator::minus:
        return say({"{0}减{1}", "{0} minus {1}"}, {first, second});
      case Operator::times:
        return say({"{0}乘以{1}", "{0} times {1}"}, {first, second});
      case Operator::divided:
        return say({"{0}除以{1}", "{0} divided by {1}"}, {first, second});
      case Operator::remainder:
        return say({"{0}除以{1}的余数", "the remainder of {0} divided by {1}"}, {first, second});
      default:
        return unknown();
    }
  }

  /// 项 or 字, by the type of what is counted: {noun of the number, what is counted}.
  std::pair<Wording, Wording> measure(const Node& counted) const {
    const Type::Kind kind = type_at(counted).kind;
    if (kind == Type::Kind::list) return {{"项数", "number of items"}, {"项", "items"}};
    if (kind == Type::Kind::text) return {{"字数", "number of characters"}, {"字", "characters"}};
    return {{"数量", "number"}, {"个", "items"}};
  }

  Wording call(const Node& node) {
    if (node.builtin == nullptr) return unknown();
    if (node.builtin->yields == Yields::boolean) return whether(node);
    const std::string_view name = node.builtin->name;
    if (name == "长度") {
      const Node& counted = *node.children[0];
      return say({"{0}的{1}", "the {1} of {0}"}, {operand(counted), measure(counted).first});
    }
    if (name == "日期" && is_literal(*node.children[0], Value::Kind::text)) {
      if (const auto day = parse_loose_day(node.children[0]->literal.text())) return literal(*day);
    }
    if (name == "最大") return extreme(node, {"{0}中最大（最晚）的", "the greatest (latest) of {0}"});
    if (name == "最小") return extreme(node, {"{0}中最小（最早）的", "the least (earliest) of {0}"});
    for (const FunctionPhrase& told : function_phrases()) {
      if (told.name == name) return told_call(node, told);
    }
    return unknown();
  }

  Wording extreme(const Node& node, const Wording& pattern) {
    std::vector<Wording> items;
    for (const NodePtr& child : node.children) items.push_back(operand(*child));
    return say(pattern, {joined(items, {"、", ", "})});
  }

  Wording told_call(const Node& node, const FunctionPhrase& told) {
    std::array<Wording, 3> arguments{"", "", ""};
    for (std::size_t i = 0; i < node.children.size() && i < arguments.size(); ++i) {
      const Node& argument = *node.children[i];
      const bool bare = static_cast<int>(i) == told.bare && is_literal(argument, Value::Kind::text);
      arguments[i] = bare ? Wording(argument.literal.text()) : operand(argument);
    }
    return say(told.pattern, {arguments[0], arguments[1], arguments[2]});
  }

  // Conditions.

  using Clause = std::pair<const Node*, bool>;
  /// The clauses joined by `op`, denials carried inwards.
  static void gather(const Node& node, bool holds, Operator op, std::vector<Clause>& clauses) {
    if (node.kind == Node::Kind::inverse) return gather(*node.children[0], !holds, op, clauses);
    if (is_joint(node) && (holds ? node.op : opposite(node.op)) == op) {
      for (const NodePtr& child : node.children) gather(*child, holds, op, clauses);
    } else {
      clauses.emplace_back(&node, holds);
    }
  }

  /// "subject is literal", told of a clause that says so or denies it.
  struct Equality {
    const Node *subject, *literal;
    bool is;
  };
  static std::optional<Equality> equality_in(const Clause& clause) {
    const auto [node, holds] = clause;
    if (node->kind != Node::Kind::binary) return std::nullopt;
    const Operator op = usual(node->op);
    if (op != Operator::equal && op != Operator::unequal) return std::nullopt;
    const Node *subject = node->children[0].get(), *literal = node->children[1].get();
    if (subject->kind == Node::Kind::literal) std::swap(subject, literal);
    const bool plain = is_literal(*literal, Value::Kind::text) || is_literal(*literal, Value::Kind::integer);
    if (!plain || !is_path(*subject)) return std::nullopt;
    return Equality{subject, literal, (op == Operator::equal) == holds};
  }

  Wording joint(const Node& node, bool holds) {
    const Operator op = holds ? node.op : opposite(node.op);
    std::vector<Clause> clauses;
    gather(node, holds, op, clauses);
    std::vector<Wording> parts;
    for (std::size_t i = 0; i < clauses.size();) {
      const std::size_t end = same_subject(clauses, i, op == Operator::either);
      if (end > i + 1) {
        parts.push_back(alternatives(clauses, i, end));
        i = end;
        continue;
      }
      const Wording words = condition(*clauses[i].first, clauses[i].second);
      parts.push_back(is_joint(*clauses[i].first) ? Wording("（" + words.zh + "）", "(" + words.en + ")")
                                                  : words);
      ++i;
    }
    return joined(parts, op == Operator::both ? Wording("，并且", ", and ") : Wording("，或者", ", or "));
  }

  /// The end of the run of clauses from `begin` that hold one subject against literals: in an
  /// alternative all of them equal, in a conjunction all of them unequal.
  std::size_t same_subject(const std::vector<Clause>& clauses, std::size_t begin, bool is) {
    const auto first = equality_in(clauses[begin]);
    std::size_t end = begin + 1;
    if (!first || first->is != is) return end;
    const Wording subject = value(*first->subject);
    for (; end < clauses.size(); ++end) {
      const auto next = equality_in(clauses[end]);
      if (!next || next->is != is || value(*next->subject) != subject) break;
      if (next->literal->literal.kind() != first->literal->literal.kind()) break;
    }
    return end;
  }

  Wording alternatives(const std::vector<Clause>& clauses, std::size_t begin, std::size_t end) {
    const Equality first = *equality_in(clauses[begin]);
    const bool text = is_literal(*first.literal, Value::Kind::text);
    const Wording verb = first.is ? (text ? Wording("是", "is") : Wording("等于", "is"))
                                  : (text ? Wording("不是", "is neither") : Wording("不等于", "is neither"));
    Wording words = say({"{0}{1}{2}", "{0} {1} {2}"}, {value(*first.subject), verb, value(*first.literal)});
    for (std::size_t i = begin + 1; i < end; ++i) {
      const Wording again = first.is ? Wording("或者", "or") : Wording("，也" + verb.zh, "nor");
      words = say({"{0}{1}{2}", "{0} {1} {2}"}, {words, again, value(*equality_in(clauses[i])->literal)});
    }
    return words;
  }

  Wording comparison(const Node& node, bool holds) {
    const Node *left = node.children[0].get(), *right = node.children[1].get();
    Operator op = holds ? usual(node.op) : opposite(usual(node.op));
    if (left->kind == Node::Kind::literal && right->kind != Node::Kind::literal) {
      std::swap(left, right);
      op = mirrored(op);
    }
    const bool equal = op == Operator::equal;
    if (equal || op == Operator::unequal) {
      if (is_literal(*right, Value::Kind::empty)) return presence(*left, !equal);
      if (is_literal(*right, Value::Kind::boolean))
        return condition(*left, right->literal.boolean() == equal);
    }
    if (is_call(*left, "长度") && is_literal(*right, Value::Kind::integer))
      return counted(*left->children[0], op, right->literal.integer());
    const Wording verb = verb_of(op, *left, *right);
    return say({"{0}{1}{2}", "{0} {1} {2}"}, {operand(*left), verb, operand(*right)});
  }

  Wording verb_of(Operator op, const Node& left, const Node& right) const {
    const bool dates = is_date(left) || is_date(right);
    switch (op) {
      case Operator::less:
        return dates ? Wording("早于", "is before") : Wording("小于", "is less than");
      case Operator::less_or_equal:
        return dates ? Wording("不晚于", "is not after") : Wording("不大于", "is at most");
      case Operator::greater:
        return dates ? Wording("晚于", "is after") : Wording("大于", "is greater than");
      case Operator::greater_or_equal:
        return dates ? Wording("不早于", "is not before") : Wording("不小于", "is at least");
      default:
        break;
    }
    const bool text = is_literal(right, Value::Kind::text);
    if (op == Operator::equal) return text ? Wording("是", "is") : Wording("等于", "is");
    return text ? Wording("不是", "is not") : Wording("不等于", "is not");
  }

  /// A length held against a number.
  Wording counted(const Node& list, Operator op, std::int64_t n) {
    const auto measured = measure(list);
    const auto& unit = measured.second;
    const bool some = (op == Operator::greater && n == 0) || (op == Operator::greater_or_equal && n == 1) ||
                      (op == Operator::unequal && n == 0);
    const bool none = (op == Operator::equal && n == 0) || (op == Operator::less && n == 1) ||
                      (op == Operator::less_or_equal && n == 0);
    if (some) return say({"{0}至少有一{1}", "{0} has {1}"}, {operand(list), unit});
    if (none) return say({"{0}一{1}也没有", "{0} has no {1}"}, {operand(list), unit});
    const auto told = [&](const char* chinese, const char* english) {
      return say({std::string("{0}") + chinese + "{1}{2}", std::string("{0} has ") + english + " {1} {2}"},
                 {operand(list), std::to_string(n), unit});
    };
    switch (op) {
      case Operator::less:
        return told("少于", "fewer than");
      case Operator::less_or_equal:
        return told("不多于", "at most");
      case Operator::greater:
        return told("多于", "more than");
      case Operator::greater_or_equal:
        return told("不少于", "at least");
      case Operator::equal:
        return told("正好有", "exactly");
      default:
        return told("不是", "other than");
    }
  }

  Wording membership(const Node& item, const Node& container, bool holds) {
    if (container.kind == Node::Kind::list && !container.children.empty()) {
      return say(holds ? Wording("{0}是{1}之一", "{0} is one of {1}")
                       : Wording("{0}不是{1}之一", "{0} is none of {1}"),
                 {operand(item), list(container)});
    }
    return say(holds ? Wording("{1}里有{0}", "{1} includes {0}")
                     : Wording("{1}里没有{0}", "{1} does not include {0}"),
               {operand(item), operand(container)});
  }

  Wording question(const Node& node, bool holds) {
    const std::string_view name = node.builtin->name;
    if (name == "包含") return membership(*node.children[1], *node.children[0], holds);
    if (name == "含字") {
      return say(holds ? Wording("{0}里有{1}字样", "{0} contains {1}")
                       : Wording("{0}里没有{1}字样", "{0} does not contain {1}"),
                 {operand(*node.children[0]), operand(*node.children[1])});
    }
    if (name == "为空") {
      return say(holds ? Wording("{0}为空", "{0} is empty") : Wording("{0}不为空", "{0} is not empty"),
                 {operand(*node.children[0])});
    }
    if (name == "In") return in_state(*node.children[0], holds);
    if (node.builtin->yields == Yields::boolean) return unknown();
    return yes_or_no(node, holds);
  }

  Wording in_state(const Node& state, bool holds) {
    Wording label = value(state);
    if (is_literal(state, Value::Kind::text)) {
      const std::string& id = state.literal.text();
      const auto found = vocabulary_.state ? vocabulary_.state(id) : std::nullopt;
      label = say({"“{0}”", "“{0}”"}, {found.value_or(Wording(id))});
    }
    return say(holds ? Wording("正处在{0}", "{0} is where it stands")
                     : Wording("不在{0}", "{0} is not where it stands"),
               {label});
  }

  Wording yes_or_no(const Node& node, bool holds) {
    return say(holds ? Wording("{0}为“是”", "{0} is yes") : Wording("{0}为“否”", "{0} is no"),
               {operand(node)});
  }
};

}  // namespace

Wording condition_in_words(const Expression& expression, const Vocabulary& vocabulary) {
  Teller teller(vocabulary);
  const Wording words = teller.condition(expression.root(), true);
  return teller.complete() ? words : Wording(expression.source());
}

Wording opposite_in_words(const Expression& expression, const Vocabulary& vocabulary) {
  Teller teller(vocabulary);
  const Wording words = teller.condition(expression.root(), false);
  if (teller.complete()) return words;
  return {"下面的条件不成立：" + expression.source(), "this does not hold: " + expression.source()};
}

Wording value_in_words(const Expression& expression, const Vocabulary& vocabulary) {
  Teller teller(vocabulary);
  const Wording words = teller.value(expression.root());
  return teller.complete() ? words : Wording(expression.source());
}

Wording literal_in_words(const Value& value) { return Teller::literal(value); }

namespace {

std::optional<Wording> told_by(const Vocabulary& vocabulary, const std::function<Wording(Teller&)>& tell) {
  Teller teller(vocabulary);
  Wording words = tell(teller);
  return teller.complete() ? std::optional<Wording>(std::move(words)) : std::nullopt;
}

}  // namespace

std::optional<Wording> clause_in_words(const Node& node, bool holds, const Vocabulary& vocabulary) {
  return told_by(vocabulary, [&](Teller& teller) { return teller.condition(node, holds); });
}

std::optional<Wording> noun_in_words(const Node& node, const Vocabulary& vocabulary) {
  return told_by(vocabulary, [&](Teller& teller) { return teller.value(node); });
}

std::optional<Wording> presence_in_words(const Node& node, bool present, const Vocabulary& vocabulary) {
  return told_by(vocabulary, [&](Teller& teller) { return teller.presence(node, present); });
}

bool is_condition(const Node& node, const Vocabulary& vocabulary) {
  return Teller(vocabulary).is_condition(node);
}

}  // namespace anjuan::expression
