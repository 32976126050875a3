// Recursive descent over the tokens; the grammar is one function per level of precedence.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "expression/builtins.h"
#include "expression/evaluation.h"
#include "expression/expression.h"
#include "expression/messages.h"
#include "expression/node.h"
#include "expression/tokens.h"

namespace anjuan::expression {

const char* sign_of(Operator op) {
  static constexpr std::array<const char*, 23> signs{
      "||", "&&", "==",  "!=",  "<",          "<=", ">", ">=", "in", "+",  "-",  "*",
      "/",  "%",  "===", "!==", "instanceof", "|",  "^", "&",  "<<", ">>", ">>>"};
  return signs[static_cast<std::size_t>(op)];
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

/// Words that begin something other languages have and this one has not.
bool is_foreign_word(std::string_view word) {
  static constexpr std::array<std::string_view, 19> words{
      "function", "return", "new",   "var", "let",    "const",  "while", "for",        "do",  "if",
      "else",     "switch", "throw", "try", "delete", "typeof", "void",  "instanceof", "this"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::shared_ptr<Node> make_node(Node::Kind kind, Place place, std::vector<NodePtr> children = {}) {
  auto node = std::make_shared<Node>();
  node->kind = kind;
  node->place = std::move(place);
  node->children = std::move(children);
  return node;
}

class Parser {
 public:
  Parser(std::string_view source, const Place& start, std::vector<Token> tokens)
      : source_(source), start_(start), tokens_(std::move(tokens)) {}

  Result<NodePtr> whole() {
    if (now().kind == Token::Kind::end) return diagnose(expression_empty, start_);
    ANJUAN_TRY(NodePtr node, conditional());
    if (now().kind != Token::Kind::end) return diagnose(left_over, here(), seen());
    return node;
  }

 private:
  std::string_view source_;
  const Place& start_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0, nodes_ = 0;

  const Token& now() const { return tokens_[at_]; }
  bool is(std::string_view sign) const { return now().kind == Token::Kind::sign && now().sign == sign; }
  /// A sign, or a word for one, where an operator may stand.
  std::string_view infix() const {
    if (now().kind != Token::Kind::sign && now().kind != Token::Kind::name) return {};
    return now().kind == Token::Kind::name && now().sign == "!" ? std::string_view("!=") : now().sign;
  }
  Place here() const { return place_at(source_, now().begin, start_); }
  Place place_of(std::size_t offset) const { return place_at(source_, offset, start_); }

  Wording seen() const {
    if (now().kind == Token::Kind::end) return {"表达式的末尾", "the end of the expression"};
    const std::string written(source_.substr(now().begin, now().end - now().begin));
    return {"“" + std::string(trim(written)) + "”", "“" + std::string(trim(written)) + "”"};
  }
  Diagnostic expected(Wording what) const {
    return diagnose(something_else_expected, here(), std::move(what), seen());
  }
  Outcome expect(std::string_view sign) {
    if (!is(sign)) return expected(Wording("“" + std::string(sign) + "”"));
    ++at_;
    return Done{};
  }
  Result<NodePtr> count(std::shared_ptr<Node> node) {
    if (++nodes_ > max_nodes) return diagnose(too_long, node->place, std::to_string(max_nodes));
    fold(*node);
    return NodePtr(std::move(node));
  }
  /// Computes once what is the same everywhere: a list of texts, a date written out, a negative number.
  static void fold(Node& node) {
    if (node.children.empty() || node.constant) return;
    if (node.kind == Node::Kind::call && node.builtin->asks) return;
    for (const NodePtr& child : node.children) {
      if (!child->constant) return;
    }
    static const Fields none;
    const Surroundings around{none};
    auto value = Evaluation(around, Dialect::anjuan, nullptr).value_of(node);
    if (!value.ok()) return;  // said when it is evaluated
    node.literal = std::move(value).value();
    node.constant = true;
  }

  Result<NodePtr> conditional() {
    if (++depth_ > max_depth) return diagnose(too_deep, here(), std::to_string(max_depth));
    ANJUAN_TRY(NodePtr condition, binary(0));
    if (is("?")) {
      ++at_;
      ANJUAN_TRY(NodePtr yes, conditional());
      ANJUAN_TRY([[maybe_unused]] const Done colon, expect(":"));
      ANJUAN_TRY(NodePtr no, conditional());
      const Place place = condition->place;
      ANJUAN_TRY(condition, count(make_node(Node::Kind::conditional, place, {condition, yes, no})));
    }
    --depth_;
    return condition;
  }

  static constexpr int levels = 6;
  /// The operator of this level of precedence that stands here, if any.
  std::optional<Operator> operator_here(int level) const {
    static const std::array<std::vector<Operator>, levels> by_level{
        {{Operator::either},
         {Operator::both},
         {Operator::equal, Operator::unequal},
         {Operator::less, Operator::less_or_equal, Operator::greater, Operator::greater_or_equal,
          Operator::among},
         {Operator::plus, Operator::minus},
         {Operator::times, Operator::divided, Operator::remainder}}};
    const std::string_view sign = infix();
    for (Operator op : by_level[static_cast<std::size_t>(level)]) {
      if (sign == sign_of(op)) return op;
    }
    return std::nullopt;
  }

  Result<NodePtr> binary(int level) {
    if (level == levels) return unary();
    ANJUAN_TRY(NodePtr left, binary(level + 1));
    while (const auto op = operator_here(level)) {
      const Place place = here();
      ++at_;
      ANJUAN_TRY(NodePtr right, binary(level + 1));
      auto node = make_node(Node::Kind::binary, place, {left, right});
      node->op = *op;
      ANJUAN_TRY(left, count(node));
    }
    return left;
  }

  Result<NodePtr> unary() {
    const Place place = here();
    const bool inverse = is("!") || (now().kind == Token::Kind::name && now().sign == "!");
    if (!inverse && !is("-") && !is("+")) return postfix();
    const bool negative = is("-");
    if (++depth_ > max_depth) return diagnose(too_deep, place, std::to_string(max_depth));
    ++at_;
    if (is("+") || (negative && is("-"))) {
      return diagnose(word_not_in_language, place, negative ? "--" : "++");
    }
    ANJUAN_TRY(NodePtr operand, unary());
    --depth_;
    if (inverse) return count(make_node(Node::Kind::inverse, place, {operand}));
    return negative ? count(make_node(Node::Kind::negative, place, {operand})) : Result<NodePtr>(operand);
  }

  Result<NodePtr> postfix() {
    ANJUAN_TRY(NodePtr node, primary());
    while (true) {
      const Place place = here();
      if (is(".")) {
        ++at_;
        if (now().kind != Token::Kind::name) return expected({"字段的名称", "the name of a field"});
        auto member = make_node(Node::Kind::member, here(), {node});
        member->name = now().text;
        ++at_;
        ANJUAN_TRY(node, count(member));
      } else if (is("[")) {
        ++at_;
        ANJUAN_TRY(NodePtr index, conditional());
        ANJUAN_TRY([[maybe_unused]] const Done close, expect("]"));
        ANJUAN_TRY(node, count(make_node(Node::Kind::index, place, {node, index})));
      } else {
        return node;
      }
    }
  }

  Result<NodePtr> literal(Value value) {
    auto node = make_node(Node::Kind::literal, here());
    node->literal = std::move(value);
    node->constant = true;
    ++at_;
    return count(node);
  }

  Result<NodePtr> primary() {
    switch (now().kind) {
      case Token::Kind::number:
        return literal(now().number);
      case Token::Kind::text:
        return literal(Value(now().text));
      case Token::Kind::name:
        return named();
      case Token::Kind::sign:
        break;
      case Token::Kind::end:
        return expected({"一个值", "a value"});
    }
    if (is("(")) {
      ++at_;
      ANJUAN_TRY(NodePtr node, conditional());
      ANJUAN_TRY([[maybe_unused]] const Done close, expect(")"));
      return node;
    }
    if (is("[")) return list();
    if (is("{")) return record();
    return expected({"一个值", "a value"});
  }

  Result<NodePtr> named() {
    const std::string& word = now().text;
    if (word == "true" || word == "真") return literal(Value(true));
    if (word == "false" || word == "假") return literal(Value(false));
    if (word == "null" || word == "undefined" || word == "空") return literal(Value());
    if (!now().sign.empty()) return expected({"一个值", "a value"});
    if (is_foreign_word(word)) return diagnose(word_not_in_language, here(), word);
    if (tokens_[at_ + 1].kind == Token::Kind::sign && tokens_[at_ + 1].sign == "(") return call();
    auto node = make_node(Node::Kind::name, here());
    node->name = word;
    ++at_;
    return count(node);
  }

  Result<NodePtr> call() {
    const Place place = here();
    const std::string word = now().text;
    const Builtin* builtin = find_builtin(word);
    if (builtin == nullptr) return unknown_function(word, place);
    at_ += 2;
    ANJUAN_TRY(std::vector<NodePtr> arguments, items(")"));
    const int given = static_cast<int>(arguments.size());
    if (given < builtin->least || (builtin->most >= 0 && given > builtin->most)) {
      return wrong_count(*builtin, given, place);
    }
    auto node = make_node(Node::Kind::call, place, std::move(arguments));
    node->builtin = builtin;
    return count(node);
  }

  static Diagnostic unknown_function(const std::string& word, const Place& place) {
    std::vector<std::string> names;
    for (const Builtin& builtin : builtin_table()) names.emplace_back(builtin.name);
    if (const auto near = nearest(word, names)) return diagnose(function_unknown_near, place, word, *near);
    return diagnose(function_unknown, place, word, join(names, "、"));
  }

  static Diagnostic wrong_count(const Builtin& builtin, int given, const Place& place) {
    const std::string least = std::to_string(builtin.least), most = std::to_string(builtin.most);
    Wording wanted = builtin.most < 0                ? Wording("至少" + least, "at least " + least)
                     : builtin.least == builtin.most ? Wording(least)
                                                     : Wording(least + "到" + most, least + " to " + most);
    return diagnose(argument_count, place, builtin.name, std::move(wanted), std::to_string(given),
                    builtin.written);
  }

  /// Expressions separated by commas, up to and with the closing sign.
  Result<std::vector<NodePtr>> items(std::string_view close) {
    std::vector<NodePtr> found;
    while (!is(close)) {
      if (!found.empty()) {
        if (!is(","))
          return expected(
              Wording("“,”或“" + std::string(close) + "”", "“,” or “" + std::string(close) + "”"));
        ++at_;
      }
      ANJUAN_TRY(NodePtr item, conditional());
      found.push_back(std::move(item));
    }
    ++at_;
    return found;
  }

  Result<NodePtr> list() {
    const Place place = here();
    ++at_;
    ANJUAN_TRY(std::vector<NodePtr> children, items("]"));
    return count(make_node(Node::Kind::list, place, std::move(children)));
  }

  Result<NodePtr> record() {
    auto node = make_node(Node::Kind::record, here());
    ++at_;
    while (!is("}")) {
      if (!node->keys.empty()) {
        if (!is(",")) return expected(Wording("“,”或“}”", "“,” or “}”"));
        ++at_;
      }
      const bool key = now().kind == Token::Kind::name || now().kind == Token::Kind::text ||
                       now().kind == Token::Kind::number;
      if (!key) return expected({"字段的名称", "the name of a field"});
      if (std::find(node->keys.begin(), node->keys.end(), now().text) != node->keys.end()) {
        return diagnose(key_twice, here(), now().text);
      }
      node->keys.push_back(now().text);
      ++at_;
      ANJUAN_TRY([[maybe_unused]] const Done colon, expect(":"));
      ANJUAN_TRY(NodePtr value, conditional());
      node->children.push_back(std::move(value));
    }
    ++at_;
    return count(node);
  }
};

void collect_names(const Node& node, std::set<std::string>& names) {
  if (node.kind == Node::Kind::name) names.insert(node.name);
  for (const NodePtr& child : node.children) collect_names(*child, names);
}

void collect_states(const Node& node, std::vector<std::pair<std::string, Place>>& states) {
  if (node.kind == Node::Kind::call && node.builtin->name == "In") {
    const Node& argument = *node.children[0];
    if (argument.kind == Node::Kind::literal)
      states.emplace_back(argument.literal.text_or_empty(), argument.place);
  }
  for (const NodePtr& child : node.children) collect_states(*child, states);
}

}  // namespace

Result<Expression> compile(std::string_view source, const Place& place, Dialect dialect) {
  if (source.size() > max_source_bytes)
    return diagnose(source_too_long, place, std::to_string(max_source_bytes));
  if (find_invalid_utf8(source)) return diagnose(unexpected_character, place, "?");
  ANJUAN_TRY(std::vector<Token> tokens, cut(source, place));
  ANJUAN_TRY(NodePtr root, Parser(source, place, std::move(tokens)).whole());
  return Expression(std::string(source), place, std::move(root), dialect);
}

std::set<std::string> names_used(const Expression& expression) {
  std::set<std::string> names;
  collect_names(expression.root(), names);
  return names;
}

std::vector<std::pair<std::string, Place>> states_asked(const Expression& expression) {
  std::vector<std::pair<std::string, Place>> states;
  collect_states(expression.root(), states);
  return states;
}

std::vector<std::pair<std::string, std::string>> operator_words() {
  std::vector<std::pair<std::string, std::string>> words;
  for (const auto& [word, sign] : word_signs()) {
    if (word != "in") words.emplace_back(sign, word);
  }
  return words;
}

}  // namespace anjuan::expression
