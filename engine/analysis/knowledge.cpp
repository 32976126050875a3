// Terms and what is known of them.

#include "analysis/knowledge.h"

#include <algorithm>

#include "expression/builtins.h"
#include "expression/operators.h"

namespace anjuan::analysis {

using expression::Node;
using expression::Operator;

namespace {

std::string literal(const Value& value) {
  if (value.is(Value::Kind::text)) return "'" + value.text() + "'";
  if (value.is(Value::Kind::boolean)) return value.boolean() ? "真" : "假";
  return value.empty() ? "空" : display(value);
}

/// As our language writes it: the sign, but for one that has none.
std::string sign_in_words(Operator op) { return op == Operator::among ? "属于" : expression::sign_of(op); }

std::string listed(const Node& node, std::size_t from = 0) {
  std::string out;
  for (std::size_t i = from; i < node.children.size(); ++i) {
    if (i > from) out += ", ";
    if (i < node.keys.size()) out += node.keys[i] + ": ";
    out += canonical(*node.children[i]);
  }
  return out;
}

bool has_plain_key(const Node& node) {
  return node.kind == Node::Kind::index && node.children[1]->kind == Node::Kind::literal &&
         node.children[1]->literal.is(Value::Kind::text);
}

bool is_comparing(const Node& node) {
  return node.kind == Node::Kind::binary && node.op >= Operator::equal &&
         node.op <= Operator::greater_or_equal;
}

bool names_nothing(const Node& node) {
  return node.kind != Node::Kind::name &&
         std::all_of(node.children.begin(), node.children.end(),
                     [](const auto& child) { return names_nothing(*child); });
}

bool asks_state(const Node& node) {
  if (node.kind == Node::Kind::call && node.builtin->name == "In") return true;
  for (const auto& child : node.children) {
    if (asks_state(*child)) return true;
  }
  return false;
}

}  // namespace

/// The sides of a comparison: a constant on the right, others in the order of their texts.
struct Sides {
  std::string left, right;
  bool turned = false;  ///< against the order in which they were written

  Sides(std::string first, std::string second, bool constant_first, bool constant_second)
      : left(std::move(first)),
        right(std::move(second)),
        turned(!constant_second && (constant_first || right < left)) {
    if (turned) std::swap(left, right);
  }
  explicit Sides(const Node& node)
      : Sides(canonical(*node.children[0]), canonical(*node.children[1]), names_nothing(*node.children[0]),
              names_nothing(*node.children[1])) {}
  Operator as_written(Operator op) const { return turned ? expression::mirrored(op) : op; }
  std::string compared(Operator op) const {
    return "(" + left + " " + expression::sign_of(op) + " " + right + ")";
  }
};

unsigned orders_where(Operator op, bool holds) {
  switch (op) {
    case Operator::equal:
      return holds ? is_equal | is_alike : is_less | is_greater | is_unlike;
    case Operator::less:
      return holds ? is_less : is_equal | is_greater;
    case Operator::greater:
      return holds ? is_greater : is_less | is_equal;
    case Operator::unequal:
    case Operator::less_or_equal:
    case Operator::greater_or_equal:
      return orders_where(expression::opposite(op), !holds);
    default:
      return any_order;
  }
}

bool is_path(const Node& node) {
  if (node.kind == Node::Kind::name) return true;
  return (node.kind == Node::Kind::member || has_plain_key(node)) && is_path(*node.children[0]);
}

std::string canonical(const Node& node) {
  switch (node.kind) {
    case Node::Kind::literal:
      return literal(node.literal);
    case Node::Kind::name:
      return node.name;
    case Node::Kind::member:
      return canonical(*node.children[0]) + "." + node.name;
    case Node::Kind::index:
      if (has_plain_key(node)) return canonical(*node.children[0]) + "." + node.children[1]->literal.text();
      return canonical(*node.children[0]) + "[" + canonical(*node.children[1]) + "]";
    case Node::Kind::call:
      return std::string(node.builtin->name) + "(" + listed(node) + ")";
    case Node::Kind::negative:
      return "-" + canonical(*node.children[0]);
    case Node::Kind::inverse:
      return "!" + canonical(*node.children[0]);
    case Node::Kind::binary:
      if (is_comparing(node)) {
        const Sides sides(node);
        return sides.compared(sides.as_written(node.op));
      }
      return "(" + canonical(*node.children[0]) + " " + sign_in_words(node.op) + " " +
             canonical(*node.children[1]) + ")";
    case Node::Kind::conditional:
      return "(" + canonical(*node.children[0]) + " ? " + canonical(*node.children[1]) + " : " +
             canonical(*node.children[2]) + ")";
    case Node::Kind::list:
      return "[" + listed(node) + "]";
    case Node::Kind::record:
      return "{" + listed(node) + "}";
    default:
      break;  // only in the untyped language, of which nothing is known
  }
  return node.name + "…";
}

TermIndex Vocabulary::add(Term term) {
  const auto [at, fresh] = by_text_.emplace(term.text, terms_.size());
  if (!fresh) {
    if (terms_[at->second].node == nullptr) terms_[at->second].node = term.node;
    return at->second;
  }
  term.lasting = !term.names.empty();
  for (const std::string& name : term.names) {
    const NameKind kind = model_.kind_of(name);
    if (kind == NameKind::tracked) {
      const auto& all = model_.tracked;
      term.tracked.set(static_cast<std::size_t>(std::find(all.begin(), all.end(), name) - all.begin()), true);
    }
    term.lasting = term.lasting && (kind == NameKind::tracked || kind == NameKind::fixed);
    const bool passes = kind == NameKind::outside || kind == NameKind::event || kind == NameKind::loop;
    if (passes) term.passing.set(passing_.emplace(name, passing_.size()).first->second, true);
    term.of_aside = term.of_aside || kind == NameKind::aside;
    term.of_facts = term.of_facts || kind == NameKind::outside;
    term.of_world = term.of_world || kind == NameKind::outside || kind == NameKind::event;
  }
  if (term.names.size() == 1 && term.text == *term.names.begin()) describe_name(term);
  terms_.push_back(std::move(term));
  return terms_.size() - 1;
}

void Vocabulary::describe_name(Term& term) {
  term.kind = model_.kind_of(term.text);
  const auto item = std::find(model_.tracked.begin(), model_.tracked.end(), term.text);
  if (item != model_.tracked.end()) term.item = static_cast<std::size_t>(item - model_.tracked.begin());
  const auto type = model_.types.find(term.text);
  const auto fixed = model_.parameters.find(term.text);
  term.anything =
      values_.keep(fixed != model_.parameters.end() ? of_value(fixed->second)
                   : type != model_.types.end() ? of_type(type->second, model_.filled.count(term.text) == 0)
                                                : AbstractValue());
}

TermIndex Vocabulary::term_of(const Node& node) {
  if (const auto known = by_node_.find(&node); known != by_node_.end()) return known->second;
  Term term;
  term.text = term.example = canonical(node);
  term.node = &node;
  collect_names(node, term.names);
  term.asks_state = asks_state(node);
  std::set<std::string> slots;
  collect_slots(node, slots);
  for (const std::string& name : slots) {
    if (const auto slot = model_.slot(name)) term.slots.set(*slot, true);
  }
  if (!is_comparing(node)) return by_node_[&node] = add(std::move(term));
  const Sides sides(node);
  const TermIndex asked = add_comparisons(term, sides, sides.as_written(node.op));
  return by_node_[&node] = asked;
}

/// All comparisons of the two sides: what is known of one tells of the others.
TermIndex Vocabulary::add_comparisons(const Term& made_of, const Sides& sides, Operator wanted) {
  TermIndex asked = 0;
  std::vector<TermIndex> all;
  for (int op = static_cast<int>(Operator::equal); op <= static_cast<int>(Operator::greater_or_equal); ++op) {
    Term term = made_of;
    term.compares = static_cast<Operator>(op);
    if (term.compares != wanted) term.node = nullptr;
    term.text = term.example = sides.compared(term.compares);
    term.left = sides.left;
    term.right = sides.right;
    all.push_back(add(std::move(term)));
    if (static_cast<Operator>(op) == wanted) asked = all.back();
  }
  for (const TermIndex one : all) terms_[one].same_sides = all;
  Term& equation = terms_[all.front()];
  equation.equates = equation.lasting && equation.names.size() == 2 &&
                     equation.names.count(equation.left) > 0 && equation.names.count(equation.right) > 0;
  return asked;
}

TermIndex Vocabulary::term_of_name(const std::string& name) {
  if (const auto known = by_text_.find(name); known != by_text_.end()) return known->second;
  Term term;
  term.text = term.example = name;
  term.names = {name};
  return add(std::move(term));
}

TermIndex Vocabulary::term_of_comparison(Operator op, const std::string& left, const std::string& right,
                                         const std::set<std::string>& names) {
  Term term;
  term.names = names;
  const Sides sides(left, right, false, false);
  return add_comparisons(term, sides, sides.as_written(op));
}

TermIndex Vocabulary::term_of_field(const std::string& name, const std::string& key) {
  Term term;
  term.text = term.example = name + "." + key;
  term.names = {name};
  return add(std::move(term));
}

TermIndex Vocabulary::term_of_paper(std::size_t slot) {
  Term term;
  term.text = "文书." + model_.slots[slot].name;
  term.example = model_.slots[slot].name;
  term.names = {"文书"};
  term.slots.set(slot, true);
  return add(std::move(term));
}

TermIndex Vocabulary::term_of_event_value(const std::string& name) {
  Term term;
  term.text = term.example = "_event.data." + name;
  term.names = {"_event"};
  return add(std::move(term));
}

const AbstractValue* ValuePool::keep(const AbstractValue& value) {
  std::size_t hash = value.kinds + 131 * static_cast<std::size_t>(value.numbers.low) +
                     17 * static_cast<std::size_t>(value.numbers.high);
  hash = hash * 31 + static_cast<std::size_t>(value.length.low) + (value.may_be_true ? 7U : 0U) +
         (value.texts ? value.texts->size() : 99U + value.without.size());
  auto& same = by_hash_[hash];
  for (const auto& one : same) {
    if (*one == value) return one.get();
  }
  same.push_back(std::make_unique<const AbstractValue>(value));
  return same.back().get();
}

const AbstractValue* Knowledge::find(TermIndex term) const {
  for (const Entry& entry : entries_) {
    if (entry.first == term) return entry.second;
  }
  return nullptr;
}

void Knowledge::set(TermIndex term, const AbstractValue* value) {
  const auto at =
      std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.first >= term; });
  if (at != entries_.end() && at->first == term) {
    at->second = value;
  } else {
    entries_.insert(at, {term, value});
  }
}

void forget(Knowledge& known, const Vocabulary& vocabulary, const std::string& name) {
  if (!known.empty()) known.erase_if([&](TermIndex term) { return vocabulary[term].names.count(name) > 0; });
}

}  // namespace anjuan::analysis
