// Places to assign to, and scripts.

#include "base/text.h"
#include "expression/ecmascript.h"
#include "expression/expression.h"
#include "expression/messages.h"
#include "expression/node.h"
#include "expression/operators.h"
#include "expression/parser.h"
#include "expression/tokens.h"

namespace anjuan::expression {

namespace {

/// How far beyond its end a list of the dialect ecmascript may be extended at once.
constexpr std::size_t max_gap = 10000;

/// Follows members and indices down to the name.
void unfold(const NodePtr& node, Location& location) {
  if (node->kind == Node::Kind::name) {
    location.name = node->name;
    return;
  }
  unfold(node->children[0], location);
  if (node->kind == Node::Kind::index) {
    location.path.emplace_back("", node->place, node->children[1], location.dialect);
    return;
  }
  auto key = std::make_shared<Node>();
  key->literal = Value(node->name);
  key->constant = true;
  key->place = node->place;
  location.path.emplace_back(node->name, node->place, key, location.dialect);
}

Location location_of(const NodePtr& node, std::string_view source, const Place& place, Dialect dialect) {
  Location location{std::string(trim(source)), "", {}, place, dialect};
  unfold(node, location);
  return location;
}

/// The name of the location as an expression, to be read.
Expression name_of(const Location& location) {
  auto node = std::make_shared<Node>();
  node->kind = Node::Kind::name;
  node->name = location.name;
  node->number = location.number;
  node->place = location.place;
  return Expression(location.name, location.place, std::move(node), location.dialect);
}

struct Putting {
  Value value;
  Dialect dialect;
  const Place& place;
  std::string_view source;
};

Result<Value> put_below(const Value& owner, std::span<const Value> keys, Putting& putting);

Result<Value> put_into_list(const Value& owner, std::size_t index, std::span<const Value> rest,
                            Putting& putting) {
  List items = owner.list();
  ANJUAN_TRY(Value below, put_below(index < items.size() ? items[index] : Value(), rest, putting));
  if (index >= items.size()) items.resize(index + 1);
  items[index] = std::move(below);
  return Value(std::move(items));
}

/// What cannot hold fields takes the value and keeps nothing of it, as the language has it.
Result<Value> put_loosely(const Value& owner, std::span<const Value> keys, Putting& putting) {
  const Value& key = keys.front();
  const std::string name = ecmascript::text_of(key);
  if (owner.empty()) return diagnose(nothing_to_read, putting.place, name);
  if (owner.is(Value::Kind::record)) {
    ANJUAN_TRY(Value below, put_below(owner.field(name), keys.subspan(1), putting));
    return with_field(owner, name, std::move(below));
  }
  if (!owner.is(Value::Kind::list)) return owner;
  const bool length = name == "length";
  const Value index = ecmascript::number_of(length ? putting.value : key);
  if (!index.is(Value::Kind::integer) || index.integer() < 0) return owner;
  const auto at = static_cast<std::size_t>(index.integer());
  if (at > owner.list().size() + max_gap)
    return diagnose(index_does_not_fit, putting.place, describe(index),
                    name_of(Type{Type::Kind::list, {}, {}, {}}));
  if (!length) return put_into_list(owner, at, keys.subspan(1), putting);
  List items = owner.list();
  items.resize(at);
  return Value(std::move(items));
}

/// `owner` with the value put below it at the keys.
Result<Value> put_below(const Value& owner, std::span<const Value> keys, Putting& putting) {
  if (keys.empty()) return std::move(putting.value);
  if (putting.dialect == Dialect::ecmascript) return put_loosely(owner, keys, putting);
  const Value& key = keys.front();
  const bool last = keys.size() == 1;
  if (owner.is(Value::Kind::record) && key.is(Value::Kind::text) &&
      (last || owner.record().count(key.text()) > 0)) {
    ANJUAN_TRY(Value below, put_below(owner.field(key.text()), keys.subspan(1), putting));
    return with_field(owner, key.text(), std::move(below));
  }
  if (owner.is(Value::Kind::list) && key.is(Value::Kind::integer) && key.integer() >= 0) {
    const auto index = static_cast<std::size_t>(key.integer());
    const std::size_t size = owner.list().size();
    if (index < size || (last && index == size)) return put_into_list(owner, index, keys.subspan(1), putting);
  }
  return diagnose(no_such_location, putting.place, putting.source, display(key), "{ }");
}

}  // namespace

Result<Value> put_at(const Value& whole, std::span<const Value> keys, Value value, Dialect dialect,
                     const Place& place, std::string_view source) {
  Putting putting{std::move(value), dialect, place, source};
  ANJUAN_TRY(Value changed, put_below(whole, keys, putting));
  if (changed.size() > max_value_bytes)
    return diagnose(value_too_large, place, std::to_string(max_value_bytes));
  if (changed.depth() > max_value_depth)
    return diagnose(value_too_deep, place, std::to_string(max_value_depth));
  return changed;
}

Result<Location> compile_location(std::string_view source, const Place& place, Dialect dialect) {
  if (trim(source).empty()) return diagnose(expression_empty, place);
  const auto compiled = compile(source, place, dialect);
  if (!compiled.ok() || !is_location(compiled->root())) return diagnose(not_a_location, place, trim(source));
  return location_of(compiled->shared_root(), source, place, dialect);
}

Result<Value> put(const Value& whole, const Location& location, Value value, const Surroundings& surroundings,
                  Fields* changed) {
  std::vector<Value> keys;
  for (const Expression& step : location.path) {
    ANJUAN_TRY(Value key, evaluate(step, surroundings, changed));
    keys.push_back(std::move(key));
  }
  return put_at(whole, keys, std::move(value), location.dialect, location.place, location.source);
}

Outcome assign(Fields& fields, const Location& location, Value value, const Surroundings& surroundings) {
  const auto owner = fields.find(location.name);
  if (owner == fields.end()) return diagnose(name_without_value, location.place, location.name);
  ANJUAN_TRY(Value changed, put(owner->second, location, std::move(value), surroundings));
  owner->second = std::move(changed);
  return Done{};
}

Outcome run(const Script& script, const Surroundings& surroundings, Fields& changed) {
  for (const Assignment& assignment : script.assignments) {
    ANJUAN_TRY(Value value, evaluate(assignment.value, surroundings, &changed));
    const Location& location = assignment.location;
    Value whole;
    if (!location.path.empty()) {
      ANJUAN_TRY(whole, evaluate(name_of(location), surroundings, &changed));
    }
    ANJUAN_TRY(Value after, put(whole, location, std::move(value), surroundings, &changed));
    changed[location.name] = std::move(after);
  }
  if (script.statements) {
    ANJUAN_TRY([[maybe_unused]] const Value last, evaluate(*script.statements, surroundings, &changed));
  }
  return Done{};
}

namespace {

/// One assignment: the tokens of a statement, and the end token after them.
Result<Assignment> read_assignment(std::string_view source, const Place& start,
                                   std::span<const Token> tokens) {
  const auto text = [&](std::span<const Token> part) {
    return trim(source.substr(part.front().begin, part.back().end - part.front().begin));
  };
  const auto place_of = [&](const Token& token) {
    return Place{start.file, token.line, token.column, start.within};
  };
  const Place place = place_of(tokens.front());
  std::size_t equals = 0;
  for (int depth = 0; equals < tokens.size(); ++equals) {
    const Token& token = tokens[equals];
    if (token.kind != Token::Kind::sign) continue;
    if (token.sign == "=" && depth == 0) break;
    if (token.sign == "(" || token.sign == "{" || token.sign == "[") ++depth;
    if (token.sign == ")" || token.sign == "}" || token.sign == "]") --depth;
  }
  if (equals == tokens.size()) return diagnose(not_an_assignment, place, text(tokens));
  const auto left = tokens.first(equals), right = tokens.subspan(equals + 1);
  if (left.empty()) return diagnose(not_a_location, place, text(tokens));
  const auto parse = [&](std::span<const Token> part) {
    std::vector<Token> own(part.begin(), part.end());
    Token end;
    end.begin = end.end = part.back().end;
    const Place after =
        place_at(source.substr(part.back().begin), end.begin - part.back().begin, place_of(part.back()));
    end.line = after.line;
    end.column = after.column;
    own.push_back(std::move(end));
    return Parser(source, start, std::move(own), Dialect::anjuan).whole();
  };
  const auto where = parse(left);
  if (!where.ok() || !is_location(**where)) return diagnose(not_a_location, place, text(left));
  if (right.empty()) return diagnose(expression_empty, place_at(source, tokens[equals].end, start));
  ANJUAN_TRY(NodePtr value, parse(right));
  return Assignment{location_of(*where, text(left), place, Dialect::anjuan),
                    Expression(std::string(text(right)), place_of(right.front()), std::move(value))};
}

/// Whether a statement may end after the token, so that a line end there is one.
bool may_end(const Token& token) {
  if (token.kind == Token::Kind::sign) return token.sign == ")" || token.sign == "]" || token.sign == "}";
  return token.kind != Token::Kind::name || token.sign.empty();
}
/// Whether a statement may begin with the token.
bool may_begin(const Token& token) { return token.kind == Token::Kind::name && token.sign.empty(); }

/// The tokens cut into statements at ; and at line ends, outside brackets.
std::vector<std::span<const Token>> statements_of(std::span<const Token> tokens) {
  std::vector<std::span<const Token>> found;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const bool sign = token.kind == Token::Kind::sign;
    if (sign && (token.sign == "(" || token.sign == "{" || token.sign == "[")) ++depth;
    if (sign && (token.sign == ")" || token.sign == "}" || token.sign == "]")) --depth;
    const bool ends = token.kind == Token::Kind::end || (depth <= 0 && sign && token.sign == ";");
    const bool line =
        i > begin && depth <= 0 && token.on_new_line && may_end(tokens[i - 1]) && may_begin(token);
    if (!ends && !line) continue;
    if (i > begin) found.push_back(tokens.subspan(begin, i - begin));
    begin = ends ? i + 1 : i;
    depth = 0;
  }
  return found;
}

}  // namespace

Result<Script> compile_script(std::string_view source, const Place& place, Dialect dialect) {
  ANJUAN_TRY(const std::vector<Token> tokens, cut_bounded(source, place, dialect, true));
  Script script;
  if (dialect == Dialect::ecmascript) {
    ANJUAN_TRY(NodePtr root, Parser(source, place, tokens, dialect).statements(script.declares));
    script.statements = Expression(std::string(source), place, std::move(root), dialect);
    return script;
  }
  Diagnostics found;
  for (const auto& statement : statements_of(tokens)) {
    auto assignment = read_assignment(source, place, statement);
    if (assignment.ok()) {
      script.assignments.push_back(std::move(assignment).value());
    } else {
      found.insert(found.end(), assignment.diagnostics().begin(), assignment.diagnostics().end());
    }
  }
  if (!found.empty()) return found;
  return script;
}

}  // namespace anjuan::expression
