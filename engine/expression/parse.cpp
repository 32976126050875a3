// Expressions: from tokens to a tree.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "expression/builtins.h"
#include "expression/evaluation.h"
#include "expression/expression.h"
#include "expression/messages.h"
#include "expression/node.h"
#include "expression/parser.h"

namespace anjuan::expression {

namespace {

/// Words that begin something other languages have and this one has not.
bool is_foreign_word(std::string_view word) {
  static constexpr std::array<std::string_view, 19> words{
      "function", "return", "new",   "var", "let",    "const",  "while", "for",        "do",  "if",
      "else",     "switch", "throw", "try", "delete", "typeof", "void",  "instanceof", "this"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Computes once what is the same everywhere: a list of texts, a date written out, a negative number.
void fold(Node& node, Dialect dialect) {
  if (node.constant || node.children.empty() || node.kind > Node::Kind::record) return;
  if (node.kind == Node::Kind::call && node.builtin->asks) return;
  for (const NodePtr& child : node.children) {
    if (!child->constant) return;
  }
  static const Fields none;
  const Surroundings around{none};
  auto value = Evaluation(around, dialect, nullptr).value_of(node);
  if (!value.ok()) return;  // told when it is evaluated
  node.literal = std::move(value).value();
  node.constant = true;
}

Diagnostic unknown_function(const std::string& word, const Place& place) {
  std::vector<std::string> names;
  for (const Builtin& builtin : builtin_table()) names.emplace_back(builtin.name);
  if (const auto near = nearest(word, names)) return diagnose(function_unknown_near, place, word, *near);
  return diagnose(function_unknown, place, word, enumerated(names));
}

Diagnostic wrong_count(const Builtin& builtin, int given, const Place& place) {
  const std::string least = std::to_string(builtin.least), most = std::to_string(builtin.most);
  Wording wanted = builtin.most < 0                ? Wording("至少" + least, "at least " + least)
                   : builtin.least == builtin.most ? Wording(least)
                                                   : Wording(least + "到" + most, least + " to " + most);
  return diagnose(argument_count, place, builtin.name, std::move(wanted), std::to_string(given),
                  builtin.written);
}

}  // namespace

bool Parser::take(std::string_view sign) {
  if (!is(sign)) return false;
  ++at_;
  return true;
}

/// A sign, or a word for one, where an operator may stand.
std::string_view Parser::infix() const {
  if (is_word("instanceof")) return "instanceof";
  if (now().kind != Token::Kind::sign && now().kind != Token::Kind::name) return {};
  return now().kind == Token::Kind::name && now().sign == "!" ? std::string_view("!=") : now().sign;
}

Diagnostic Parser::expected(Wording what) const {
  return diagnose(something_else_expected, here(), std::move(what), written(now(), source_));
}

namespace {

/// Words that authors bring from elsewhere, and what stands for them here.
struct Elsewhere {
  std::string_view written;
  const char *zh, *en;
};
constexpr Elsewhere infix_elsewhere[] = {
    {"且", "并且", "&amp;&amp;"},  {"和", "并且", "&amp;&amp;"},   {"与", "并且", "&amp;&amp;"},     {"同时", "并且", "&amp;&amp;"}, {"以及", "并且", "&amp;&amp;"}, {"and", "并且", "&amp;&amp;"},
    {"AND", "并且", "&amp;&amp;"}, {"或", "或者", "||"},   {"or", "或者", "||"},     {"OR", "或者", "||"},   {"是", "等于", "=="},   {"为", "等于", "=="},
    {"is", "等于", "=="},  {"相等", "等于", "=="}, {"超过", "大于", ">"},    {"少于", "小于", "&lt;"},  {"低于", "小于", "&lt;"},  {"高于", "大于", ">"}};
constexpr Elsewhere prefix_elsewhere[] = {{"非", "不是", "!"}, {"不", "不是", "!"}, {"没有", "不是", "!"}, {"not", "不是", "!"}, {"NOT", "不是", "!"}};

template <std::size_t N>
const Elsewhere* find_elsewhere(const Elsewhere (&words)[N], const Token& token) {
  if (token.kind != Token::Kind::name) return nullptr;
  const auto found = std::find_if(std::begin(words), std::end(words), [&](const Elsewhere& one) { return one.written == token.text; });
  return found == std::end(words) ? nullptr : found;
}

}  // namespace

Diagnostic Parser::more_than_whole() const {
  const Token& before = tokens_[at_ - 1];
  if (const Elsewhere* word = find_elsewhere(infix_elsewhere, now()))
    return diagnose(word_of_elsewhere, here(), word->written, Wording(word->zh, word->en));
  if (const Elsewhere* word = find_elsewhere(prefix_elsewhere, before)) {
    const Place at{start_.file, before.line, before.column, start_.within};
    return diagnose(word_of_elsewhere, at, word->written, Wording(word->zh, word->en));
  }
  const bool unit = before.kind == Token::Kind::number && now().kind == Token::Kind::name && before.end == now().begin;
  if (unit) return diagnose(unit_after_number, here(), source_.substr(before.begin, before.end - before.begin), now().text);
  return diagnose(left_over, here(), written(now(), source_));
}

Outcome Parser::expect(std::string_view sign) {
  if (take(sign)) return Done{};
  return expected(Wording("“" + std::string(sign) + "”"));
}

Result<NodePtr> Parser::count(std::shared_ptr<Node> node) {
  for (const NodePtr& child : node->children) node->height = std::max(node->height, child->height + 1);
  if (++nodes_ > most_nodes_ || node->height > max_nodes)
    return diagnose(too_long, node->place, std::to_string(nodes_ > most_nodes_ ? most_nodes_ : max_nodes));
  fold(*node, dialect_);
  return NodePtr(std::move(node));
}

Outcome Parser::deeper() {
  if (++depth_ > max_depth) return diagnose(too_deep, here(), std::to_string(max_depth));
  return Done{};
}

Result<NodePtr> Parser::whole() {
  if (now().kind == Token::Kind::end) return diagnose(expression_empty, start_);
  ANJUAN_TRY(NodePtr node, expression());
  if (ecmascript_) take(";");
  if (now().kind != Token::Kind::end) return more_than_whole();
  return node;
}

Result<NodePtr> Parser::expression() {
  ANJUAN_TRY(NodePtr first, value());
  if (!ecmascript_ || !is(",")) return first;
  std::vector<NodePtr> parts{first};
  while (take(",")) {
    ANJUAN_TRY(NodePtr part, value());
    parts.push_back(std::move(part));
  }
  const Place place = first->place;
  return count(make_node(Node::Kind::sequence, place, std::move(parts)));
}

Result<NodePtr> Parser::value() {
  ANJUAN_TRY(NodePtr node, conditional());
  return ecmascript_ ? assignment(std::move(node)) : Result<NodePtr>(std::move(node));
}

Result<NodePtr> Parser::conditional() {
  ANJUAN_DO(deeper());
  ANJUAN_TRY(NodePtr condition, binary(0));
  if (take("?")) {
    ANJUAN_TRY(NodePtr yes, value());
    ANJUAN_DO(expect(":"));
    ANJUAN_TRY(NodePtr no, value());
    const Place place = condition->place;
    ANJUAN_TRY(condition, count(make_node(Node::Kind::conditional, place, {condition, yes, no})));
  }
  --depth_;
  return condition;
}

namespace {

constexpr int levels = 10;

const std::vector<Operator>& operators_of(int level) {
  static const std::array<std::vector<Operator>, levels> by_level{
      {{Operator::either},
       {Operator::both},
       {Operator::bit_or},
       {Operator::bit_xor},
       {Operator::bit_and},
       {Operator::equal, Operator::unequal, Operator::strictly_equal, Operator::strictly_unequal},
       {Operator::less, Operator::less_or_equal, Operator::greater, Operator::greater_or_equal,
        Operator::among, Operator::instance_of},
       {Operator::shift_left, Operator::shift_right, Operator::shift_right_unsigned},
       {Operator::plus, Operator::minus},
       {Operator::times, Operator::divided, Operator::remainder}}};
  return by_level[static_cast<std::size_t>(level)];
}

constexpr int level_of_among = 6;

}  // namespace

/// The operator of this level of precedence that stands here, if any.
std::optional<Operator> Parser::operator_here(int level) const {
  const std::string_view sign = infix();
  if (sign.empty()) return std::nullopt;
  if (sign == "!in" && level == level_of_among) return Operator::among;
  for (Operator op : operators_of(level)) {
    if (sign == sign_of(op)) return op;
  }
  return std::nullopt;
}

Result<NodePtr> Parser::binary(int level) {
  if (level == levels) return unary();
  ANJUAN_TRY(NodePtr left, binary(level + 1));
  while (const auto op = operator_here(level)) {
    const Place place = here();
    const bool inverse = infix() == "!in";
    ++at_;
    ANJUAN_TRY(NodePtr right, *op == Operator::instance_of ? constructor_name() : binary(level + 1));
    ANJUAN_TRY(left, operation(*op, std::move(left), std::move(right), place));
    if (!inverse) continue;
    ANJUAN_TRY(left, count(make_node(Node::Kind::inverse, place, {left})));
  }
  return left;
}

Result<NodePtr> Parser::operation(Operator op, NodePtr left, NodePtr right, const Place& place) {
  auto node = make_node(Node::Kind::binary, place, {std::move(left), std::move(right)});
  node->op = op;
  return count(std::move(node));
}

Result<NodePtr> Parser::unary() {
  const Place place = here();
  if (ecmascript_ && (is("++") || is("--"))) {
    ANJUAN_DO(deeper());
    const Operator op = is("++") ? Operator::plus : Operator::minus;
    ++at_;
    ANJUAN_TRY(NodePtr operand, unary());
    --depth_;
    auto node = make_node(Node::Kind::step, place, {operand});
    node->op = op;
    node->prefix = true;
    if (!is_location(*operand))
      return diagnose(not_a_location, operand->place, op == Operator::plus ? "++" : "--");
    return count(std::move(node));
  }
  if (is_word("typeof") || is_word("void") || is_word("delete")) return worded_unary();
  const bool inverse = is("!") || (now().kind == Token::Kind::name && now().sign == "!");
  const bool complement = is("~");
  if (!inverse && !complement && !is("-") && !is("+")) return postfix();
  const bool negative = is("-"), plus = is("+");
  ANJUAN_DO(deeper());
  ++at_;
  const bool doubled = now().begin == tokens_[at_ - 1].end && ((plus && is("+")) || (negative && is("-")));
  if (!ecmascript_ && doubled) {
    return diagnose(word_not_in_language, place, negative ? "--" : "++");
  }
  ANJUAN_TRY(NodePtr operand, unary());
  --depth_;
  if (plus && !ecmascript_) return operand;
  const Node::Kind kind = inverse      ? Node::Kind::inverse
                          : complement ? Node::Kind::complement
                          : negative   ? Node::Kind::negative
                                       : Node::Kind::number_of;
  return count(make_node(kind, place, {operand}));
}

Result<NodePtr> Parser::postfix() {
  ANJUAN_TRY(NodePtr node, primary());
  while (true) {
    const Place place = here();
    if (is(".")) {
      ANJUAN_TRY(node, member(std::move(node)));
    } else if (take("[")) {
      ANJUAN_TRY(NodePtr index, expression());
      ANJUAN_DO(expect("]"));
      ANJUAN_TRY(node, count(make_node(Node::Kind::index, place, {node, index})));
    } else if (ecmascript_ && is("(")) {
      ANJUAN_TRY(node, called(std::move(node), place));
    } else if (ecmascript_ && (is("++") || is("--")) && !now().on_new_line) {
      auto stepped = make_node(Node::Kind::step, place, {node});
      stepped->op = is("++") ? Operator::plus : Operator::minus;
      if (!is_location(*node)) return diagnose(not_a_location, place, written(now(), source_).zh);
      ++at_;
      ANJUAN_TRY(node, count(std::move(stepped)));
    } else {
      return node;
    }
  }
}

Result<NodePtr> Parser::member(NodePtr owner) {
  ++at_;
  if (now().kind != Token::Kind::name) return expected({"字段的名称", "the name of a field"});
  auto node = make_node(Node::Kind::member, here(), {std::move(owner)});
  node->name = now().text;
  ++at_;
  const Node& of = *node->children[0];
  const bool library = of.kind == Node::Kind::name && (of.name == "Math" || of.name == "JSON");
  if (ecmascript_ && library && !is("("))
    return diagnose(construct_not_supported, node->place, path_of(*node));
  return count(std::move(node));
}

Result<NodePtr> Parser::literal(Value value) {
  auto node = make_node(Node::Kind::literal, here());
  node->literal = std::move(value);
  node->constant = true;
  ++at_;
  return count(std::move(node));
}

Result<NodePtr> Parser::primary() {
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
  if (take("(")) {
    ANJUAN_TRY(NodePtr node, expression());
    ANJUAN_DO(expect(")"));
    return node;
  }
  if (is("[")) return list();
  if (is("{")) return record();
  if (ecmascript_ && is("/")) return diagnose(construct_not_supported, here(), *construct_of("/"));
  return expected({"一个值", "a value"});
}

Result<NodePtr> Parser::named() {
  const std::string& word = now().text;
  if (word == "true" || word == "真") return literal(Value(true));
  if (word == "false" || word == "假") return literal(Value(false));
  if (word == "null" || word == "undefined" || word == "空") return literal(Value());
  if (ecmascript_ && word == "NaN") return literal(Value());
  if (!now().sign.empty()) return expected({"一个值", "a value"});
  if (ecmascript_) {
    if (word == "function") return function(false);
    if (word == "new") return constructed();
    if (const auto construct = construct_of(word); construct && next().text != "=>")
      return diagnose(construct_not_supported, here(), *construct);
  }
  if (is_foreign_word(word) && !is_word("this")) return diagnose(word_not_in_language, here(), word);
  const bool before_bracket = next().kind == Token::Kind::sign && next().sign == "(";
  if (before_bracket && (!ecmascript_ || find_builtin(word, dialect_) != nullptr)) return call();
  auto node = make_node(Node::Kind::name, here());
  node->name = word;
  ++at_;
  if (ecmascript_ && is("=>")) return diagnose(construct_not_supported, node->place, *construct_of("=>"));
  return count(std::move(node));
}

Result<NodePtr> Parser::call() {
  const Place place = here();
  const std::string word = now().text;
  const Builtin* builtin = find_builtin(word, dialect_);
  if (builtin == nullptr) return unknown_function(word, place);
  at_ += 2;
  ANJUAN_TRY(std::vector<NodePtr> arguments, items(")"));
  return call_of(*builtin, std::move(arguments), place);
}

Result<NodePtr> Parser::call_of(const Builtin& builtin, std::vector<NodePtr> arguments, const Place& place) {
  const int given = static_cast<int>(arguments.size());
  if (given < builtin.least || (builtin.most >= 0 && given > builtin.most)) {
    return wrong_count(builtin, given, place);
  }
  auto node = make_node(Node::Kind::call, place, std::move(arguments));
  node->builtin = &builtin;
  return count(std::move(node));
}

/// Expressions separated by commas, up to and with the closing sign.
Result<std::vector<NodePtr>> Parser::items(std::string_view close) {
  std::vector<NodePtr> found;
  while (!take(close)) {
    if (!found.empty() && !take(",")) {
      return expected(Wording("“,”或“" + std::string(close) + "”", "“,” or “" + std::string(close) + "”"));
    }
    if (ecmascript_ && !found.empty() && take(close)) return found;
    ANJUAN_TRY(NodePtr item, value());
    found.push_back(std::move(item));
  }
  return found;
}

Result<NodePtr> Parser::list() {
  const Place place = here();
  ++at_;
  ANJUAN_TRY(std::vector<NodePtr> children, items("]"));
  auto node = make_node(Node::Kind::list, place, std::move(children));
  if (node->children.empty()) {
    node->literal = Value(List{});
    node->constant = true;
  }
  return count(std::move(node));
}

Result<NodePtr> Parser::record() {
  auto node = make_node(Node::Kind::record, here());
  ++at_;
  while (!take("}")) {
    if (!node->keys.empty() && !take(",")) return expected(Wording("“,”或“}”", "“,” or “}”"));
    if (ecmascript_ && !node->keys.empty() && take("}")) break;
    const bool key = now().kind == Token::Kind::name || now().kind == Token::Kind::text ||
                     now().kind == Token::Kind::number;
    if (!key) return expected({"字段的名称", "the name of a field"});
    if (std::find(node->keys.begin(), node->keys.end(), now().text) != node->keys.end()) {
      return diagnose(key_twice, here(), now().text);
    }
    node->keys.push_back(now().text);
    ++at_;
    ANJUAN_DO(expect(":"));
    ANJUAN_TRY(NodePtr value_node, value());
    node->children.push_back(std::move(value_node));
  }
  if (node->children.empty()) {
    node->literal = Value(Fields{});
    node->constant = true;
  }
  return count(std::move(node));
}

Result<Expression> compile(std::string_view source, const Place& place, Dialect dialect) {
  ANJUAN_TRY(std::vector<Token> tokens, cut_bounded(source, place, dialect, false));
  ANJUAN_TRY(NodePtr root, Parser(source, place, std::move(tokens), dialect).whole());
  return Expression(std::string(source), place, std::move(root), dialect);
}

}  // namespace anjuan::expression
