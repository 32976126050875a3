#pragma once
// Recursive descent over the tokens; the grammar is one function per level of precedence. Statements
// (parse_script.cpp) exist in the dialect ecmascript only.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expression/builtins.h"
#include "expression/expression.h"
#include "expression/node.h"
#include "expression/tokens.h"

namespace anjuan::expression {

class Parser {
 public:
  Parser(std::string_view source, const Place& start, std::vector<Token> tokens, Dialect dialect)
      : source_(source),
        start_(start),
        tokens_(std::move(tokens)),
        dialect_(dialect),
        ecmascript_(dialect == Dialect::ecmascript) {}

  /// One expression and nothing after it.
  Result<NodePtr> whole();
  /// Statements to the end, functions first, as one sequence; `declares` gets the names declared.
  Result<NodePtr> statements(std::vector<std::string>& declares);

 private:
  std::string_view source_;
  const Place& start_;
  std::vector<Token> tokens_;
  const Dialect dialect_;
  const bool ecmascript_;
  std::size_t at_ = 0;
  int depth_ = 0, nodes_ = 0, most_nodes_ = max_nodes, functions_ = 0;
  std::vector<std::string>* declares_ = nullptr;  ///< of a script, outside its functions

  const Token& now() const { return tokens_[at_]; }
  const Token& next() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
  bool is(std::string_view sign) const { return now().kind == Token::Kind::sign && now().sign == sign; }
  bool is_word(std::string_view word) const {
    return ecmascript_ && now().kind == Token::Kind::name && now().text == word;
  }
  bool take(std::string_view sign);
  std::string_view infix() const;
  Place here() const { return {start_.file, now().line, now().column, start_.within}; }
  Diagnostic expected(Wording what) const;
  Diagnostic more_than_whole() const;  ///< the expression is complete, and yet something follows
  Outcome expect(std::string_view sign);
  Result<NodePtr> count(std::shared_ptr<Node>);
  Outcome deeper();

  Result<NodePtr> expression();  ///< with commas, in the dialect ecmascript
  Result<NodePtr> value();       ///< without: an argument, an item
  Result<NodePtr> assignment(NodePtr location);
  Result<NodePtr> conditional();
  std::optional<Operator> operator_here(int level) const;
  Result<NodePtr> binary(int level);
  Result<NodePtr> operation(Operator, NodePtr left, NodePtr right, const Place&);
  Result<NodePtr> unary();
  Result<NodePtr> worded_unary();
  Result<NodePtr> step(NodePtr location, bool prefix, const Place&);
  Result<NodePtr> postfix();
  Result<NodePtr> member(NodePtr owner);
  Result<NodePtr> primary();
  Result<NodePtr> literal(Value);
  Result<NodePtr> named();
  Result<NodePtr> call();
  Result<NodePtr> call_of(const Builtin&, std::vector<NodePtr> arguments, const Place&);
  Result<NodePtr> called(NodePtr callee, const Place&);
  Result<std::vector<NodePtr>> items(std::string_view close);
  Result<NodePtr> list();
  Result<NodePtr> record();
  Result<NodePtr> constructed();
  Result<NodePtr> constructor_name();

  Result<NodePtr> statement();
  Result<NodePtr> block();
  Result<NodePtr> declaration();
  Result<NodePtr> branch();
  Result<NodePtr> give_back();
  Result<NodePtr> function(bool declared);
  Outcome end_of_statement();
};

/// Words of ECMAScript that begin what this language has not.
std::optional<Wording> construct_of(std::string_view word);

}  // namespace anjuan::expression
