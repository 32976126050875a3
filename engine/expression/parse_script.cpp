// Statements, functions and what else the dialect ecmascript has beyond expressions.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "expression/builtins.h"
#include "expression/ecmascript.h"
#include "expression/messages.h"
#include "expression/parser.h"

namespace anjuan::expression {

namespace {

/// What a compound assignment applies: "+=" adds. Nothing for what is no assignment; equal for "=".
std::optional<Operator> assigned_by(std::string_view sign) {
  static constexpr std::array<std::pair<std::string_view, Operator>, 12> signs{
      {{"=", Operator::equal},
       {"+=", Operator::plus},
       {"-=", Operator::minus},
       {"*=", Operator::times},
       {"/=", Operator::divided},
       {"%=", Operator::remainder},
       {"&=", Operator::bit_and},
       {"|=", Operator::bit_or},
       {"^=", Operator::bit_xor},
       {"<<=", Operator::shift_left},
       {">>=", Operator::shift_right},
       {">>>=", Operator::shift_right_unsigned}}};
  for (const auto& [written, op] : signs) {
    if (written == sign) return op;
  }
  return std::nullopt;
}

/// Functions may be called before the statement that declares them.
void functions_first(std::vector<NodePtr>& statements) {
  std::stable_partition(statements.begin(), statements.end(), [](const NodePtr& part) {
    return part->kind == Node::Kind::declaration && part->children.size() == 1 &&
           part->children[0]->kind == Node::Kind::function;
  });
}

/// Math.max, JSON.parse …: the name of a function that belongs to an object of the language.
std::string qualified_name(const Node& node) {
  if (node.kind != Node::Kind::member || node.children[0]->kind != Node::Kind::name) return "";
  return node.children[0]->name + "." + node.name;
}

}  // namespace

std::optional<Wording> construct_of(std::string_view word) {
  static const std::vector<std::pair<std::string_view, Wording>> constructs{
      {"for", {"循环 for", "the loop for"}},
      {"while", {"循环 while", "the loop while"}},
      {"do", {"循环 do", "the loop do"}},
      {"switch", {"分支 switch", "the statement switch"}},
      {"try", {"异常处理 try", "the statement try"}},
      {"throw", {"异常 throw", "the statement throw"}},
      {"with", {"语句 with", "the statement with"}},
      {"class", {"类 class", "a class"}},
      {"async", {"异步函数 async", "an async function"}},
      {"await", {"异步等待 await", "the operator await"}},
      {"yield", {"生成器 yield", "the operator yield"}},
      {"import", {"模块 import", "the statement import"}},
      {"export", {"模块 export", "the statement export"}},
      {"delete", {"运算 delete", "the operator delete"}},
      {"Date", {"时钟 Date", "the clock Date"}},
      {"RegExp", {"正则表达式 RegExp", "a regular expression RegExp"}},
      {"document", {"文档对象 document", "the DOM document"}},
      {"eval", {"函数 eval", "the function eval"}},
      {"/", {"正则表达式 /…/", "a regular expression /…/"}},
      {"=>", {"箭头函数 =>", "an arrow function =>"}},
  };
  for (const auto& [known, wording] : constructs) {
    if (known == word) return wording;
  }
  return std::nullopt;
}

Result<NodePtr> Parser::assignment(NodePtr location) {
  if (now().kind != Token::Kind::sign) return location;
  const auto op = assigned_by(now().sign);
  if (!op || now().sign == "==") return location;
  const Place place = here();
  if (!is_location(*location)) {
    const std::string path = path_of(*location);
    return diagnose(not_a_location, location->place, path.empty() ? now().sign : path);
  }
  ++at_;
  ANJUAN_DO(deeper());
  ANJUAN_TRY(NodePtr assigned, value());
  --depth_;
  auto node = make_node(Node::Kind::assignment, place, {std::move(location), std::move(assigned)});
  node->op = *op;
  node->compound = *op != Operator::equal;
  return count(std::move(node));
}

Result<NodePtr> Parser::worded_unary() {
  const Place place = here();
  if (is_word("delete")) return diagnose(construct_not_supported, place, *construct_of("delete"));
  const Node::Kind kind = is_word("typeof") ? Node::Kind::type_of : Node::Kind::nothing_of;
  ANJUAN_DO(deeper());
  ++at_;
  ANJUAN_TRY(NodePtr operand, unary());
  --depth_;
  return count(make_node(kind, place, {std::move(operand)}));
}

/// What follows instanceof: the name of a kind of values, as a literal.
Result<NodePtr> Parser::constructor_name() {
  if (now().kind != Token::Kind::name) return expected({"类型的名称", "the name of a type"});
  if (!is_type_word(now().text)) {
    const std::string word = "instanceof " + now().text;
    return diagnose(construct_not_supported, here(), word);
  }
  return literal(Value(now().text));
}

/// A call of something that is no built-in function by its name: of a method, or of a function value.
Result<NodePtr> Parser::called(NodePtr callee, const Place& place) {
  ANJUAN_DO(deeper());
  ++at_;
  ANJUAN_TRY(std::vector<NodePtr> arguments, items(")"));
  --depth_;
  if (const std::string name = qualified_name(*callee); !name.empty()) {
    if (const Builtin* builtin = find_builtin(name, dialect_))
      return call_of(*builtin, std::move(arguments), place);
    const std::string& owner = callee->children[0]->name;
    if (owner == "Math" || owner == "JSON" || is_type_word(owner))
      return diagnose(construct_not_supported, callee->place, name + "()");
  }
  const bool method = callee->kind == Node::Kind::member;
  arguments.insert(arguments.begin(), method ? callee->children[0] : callee);
  auto node = make_node(method ? Node::Kind::method : Node::Kind::apply, method ? callee->place : place,
                        std::move(arguments));
  if (method) node->name = callee->name;
  return count(std::move(node));
}

/// new F(…): of a list or record right away, of a function of the script when it is evaluated.
Result<NodePtr> Parser::constructed() {
  const Place place = here();
  ++at_;
  if (now().kind != Token::Kind::name) return expected({"函数的名称", "the name of a function"});
  const std::string name = now().text;
  if ((is_type_word(name) && name != "Array" && name != "Object") || construct_of(name))
    return diagnose(construct_not_supported, place, "new " + name);
  auto callee = make_node(Node::Kind::name, here());
  callee->name = name;
  ++at_;
  ANJUAN_DO(deeper());
  std::vector<NodePtr> arguments;
  if (take("(")) {
    ANJUAN_TRY(arguments, items(")"));
  }
  --depth_;
  if (name == "Object") return count(make_node(Node::Kind::record, place));
  if (name == "Array") return count(make_node(Node::Kind::list, place, std::move(arguments)));
  arguments.insert(arguments.begin(), std::move(callee));
  return count(make_node(Node::Kind::construct, place, std::move(arguments)));
}

/// function name(parameters) { statements }: as a value that keeps its own text.
Result<NodePtr> Parser::function(bool declared) {
  auto node = make_node(Node::Kind::function, here());
  const std::size_t begin = now().begin;
  ++at_;
  if (now().kind == Token::Kind::name) {
    node->name = now().text;
    ++at_;
  } else if (declared) {
    return expected({"函数的名称", "the name of the function"});
  }
  ANJUAN_DO(deeper());
  ANJUAN_DO(expect("("));
  while (!take(")")) {
    if (!node->keys.empty() && !take(",")) return expected(Wording("“,”或“)”", "“,” or “)”"));
    if (now().kind != Token::Kind::name) return expected({"参数的名称", "the name of a parameter"});
    node->keys.push_back(now().text);
    ++at_;
  }
  if (!is("{")) return expected(Wording("“{”"));
  ++functions_;
  ANJUAN_TRY(NodePtr body, block());
  --functions_;
  --depth_;
  const std::size_t end = tokens_[at_ - 1].end;
  node->children.push_back(std::move(body));
  node->literal = function_value(trim(source_.substr(begin, end - begin)));
  node->constant = true;
  return count(std::move(node));
}

Outcome Parser::end_of_statement() {
  if (take(";") || is("}") || now().on_new_line) return Done{};
  return diagnose(left_over, here(), written(now(), source_));
}

Result<NodePtr> Parser::block() {
  auto node = make_node(Node::Kind::sequence, here());
  ++at_;
  while (!take("}")) {
    if (now().kind == Token::Kind::end) return expected(Wording("“}”"));
    ANJUAN_TRY(NodePtr part, statement());
    node->children.push_back(std::move(part));
  }
  functions_first(node->children);
  return count(std::move(node));
}

/// var a = 1, b: each name becomes a child.
Result<NodePtr> Parser::declaration() {
  auto all = make_node(Node::Kind::sequence, here());
  do {
    ++at_;
    if (now().kind != Token::Kind::name) return expected({"数据项的名称", "the name of a data item"});
    auto one = make_node(Node::Kind::declaration, here());
    one->name = now().text;
    if (functions_ == 0 && declares_ != nullptr) declares_->push_back(one->name);
    ++at_;
    if (take("=")) {
      ANJUAN_TRY(NodePtr initial, value());
      one->children.push_back(std::move(initial));
    }
    ANJUAN_TRY(NodePtr counted, count(std::move(one)));
    all->children.push_back(std::move(counted));
  } while (is(","));
  ANJUAN_DO(end_of_statement());
  return count(std::move(all));
}

Result<NodePtr> Parser::branch() {
  auto node = make_node(Node::Kind::branch, here());
  ++at_;
  ANJUAN_DO(expect("("));
  ANJUAN_TRY(NodePtr condition, expression());
  ANJUAN_DO(expect(")"));
  ANJUAN_TRY(NodePtr yes, statement());
  node->children = {std::move(condition), std::move(yes)};
  if (is_word("else")) {
    ++at_;
    ANJUAN_TRY(NodePtr no, statement());
    node->children.push_back(std::move(no));
  }
  return count(std::move(node));
}

Result<NodePtr> Parser::give_back() {
  if (functions_ == 0) return diagnose(word_not_in_language, here(), "return");
  auto node = make_node(Node::Kind::give_back, here());
  ++at_;
  if (!is(";") && !is("}") && !now().on_new_line) {
    ANJUAN_TRY(NodePtr result, expression());
    node->children.push_back(std::move(result));
  }
  ANJUAN_DO(end_of_statement());
  return count(std::move(node));
}

Result<NodePtr> Parser::statement() {
  ANJUAN_DO(deeper());
  const auto leave = [this](Result<NodePtr> made) {
    --depth_;
    return made;
  };
  if (take(";")) return leave(count(make_node(Node::Kind::sequence, here())));
  if (is("{")) return leave(block());
  if (is_word("var") || is_word("let") || is_word("const")) return leave(declaration());
  if (is_word("if")) return leave(branch());
  if (is_word("return")) return leave(give_back());
  if (is_word("function")) {
    ANJUAN_TRY(NodePtr made, function(true));
    auto node = make_node(Node::Kind::declaration, made->place, {made});
    node->name = made->name;
    if (functions_ == 0 && declares_ != nullptr) declares_->push_back(node->name);
    return leave(count(std::move(node)));
  }
  ANJUAN_TRY(NodePtr node, expression());
  ANJUAN_DO(end_of_statement());
  return leave(std::move(node));
}

Result<NodePtr> Parser::statements(std::vector<std::string>& declares) {
  declares_ = &declares;
  most_nodes_ = max_script_nodes;
  auto all = make_node(Node::Kind::sequence, start_);
  while (now().kind != Token::Kind::end) {
    ANJUAN_TRY(NodePtr part, statement());
    all->children.push_back(std::move(part));
  }
  functions_first(all->children);
  return count(std::move(all));
}

}  // namespace anjuan::expression
