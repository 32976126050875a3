// Places to assign to, and scripts made of assignments.

#include "base/text.h"
#include "expression/expression.h"
#include "expression/messages.h"
#include "expression/node.h"
#include "expression/operators.h"
#include "expression/tokens.h"

namespace anjuan::expression {

namespace {

/// Follows members and indices down to the name; false where something else stands.
bool unfold(const NodePtr& node, Location& location) {
  if (node->kind == Node::Kind::name) {
    location.name = node->name;
    return true;
  }
  if (node->kind == Node::Kind::member) {
    if (!unfold(node->children[0], location)) return false;
    auto key = std::make_shared<Node>();
    key->literal = Value(node->name);
    key->constant = true;
    key->place = node->place;
    location.path.emplace_back(node->name, node->place, key);
    return true;
  }
  if (node->kind != Node::Kind::index || !unfold(node->children[0], location)) return false;
  location.path.emplace_back("", node->place, node->children[1]);
  return true;
}

/// `owner` with `value` put below it at keys[depth…].
Result<Value> put_below(const Value& owner, const std::vector<Value>& keys, std::size_t depth, Value value,
                        const Location& location) {
  if (depth == keys.size()) return value;
  const Value& key = keys[depth];
  const bool last = depth + 1 == keys.size();
  if (owner.is(Value::Kind::record) && key.is(Value::Kind::text) &&
      (last || owner.record().count(key.text()) > 0)) {
    ANJUAN_TRY(Value below, put_below(owner.field(key.text()), keys, depth + 1, std::move(value), location));
    return with_field(owner, key.text(), std::move(below));
  }
  if (owner.is(Value::Kind::list) && key.is(Value::Kind::integer) && key.integer() >= 0) {
    List list = owner.list();
    const auto index = static_cast<std::size_t>(key.integer());
    if (index < list.size() || (last && index == list.size())) {
      ANJUAN_TRY(Value below, put_below(index < list.size() ? list[index] : Value(), keys, depth + 1,
                                        std::move(value), location));
      if (index == list.size()) list.emplace_back();
      list[index] = std::move(below);
      return Value(std::move(list));
    }
  }
  return diagnose(no_such_location, location.place, location.source, display(key), "{ }");
}

/// The name of the location as a tree, to be read.
NodePtr named(const Location& location) {
  auto node = std::make_shared<Node>();
  node->kind = Node::Kind::name;
  node->name = location.name;
  node->number = location.number;
  node->place = location.place;
  return node;
}

/// Blanks out // comments, so that offsets stay what they are.
std::string without_comments(std::string_view source) {
  std::string text(source);
  char quote = '\0';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == '\\') ++i;
      if (c == quote) quote = '\0';
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '/' && i + 1 < text.size() && text[i + 1] == '/') {
      for (; i < text.size() && text[i] != '\n'; ++i) text[i] = ' ';
    }
  }
  return text;
}

/// Begin and end of the statements: cut at ; and line ends outside quotes and brackets.
std::vector<std::pair<std::size_t, std::size_t>> statements(std::string_view text) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  std::size_t begin = 0;
  int depth = 0;
  char quote = '\0';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == '\\') ++i;
      if (c == quote) quote = '\0';
      continue;
    }
    if (c == '\'' || c == '"') quote = c;
    if (c == '(' || c == '[' || c == '{') ++depth;
    if (c == ')' || c == ']' || c == '}') --depth;
    const bool full_width = text.substr(i).starts_with("；");
    if (depth > 0 || (c != ';' && c != '\n' && !full_width)) continue;
    found.emplace_back(begin, i);
    begin = i + (full_width ? 3 : 1);
    i = begin - 1;
  }
  found.emplace_back(begin, text.size());
  return found;
}

/// Offset of the = of an assignment, outside quotes and brackets.
std::size_t find_equals(std::string_view text) {
  char quote = '\0';
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
      continue;
    }
    if (c == '\'' || c == '"') quote = c;
    if (c == '(' || c == '{') ++depth;
    if (c == ')' || c == '}') --depth;
    if (c != '=' || depth > 0) continue;
    const char before = i > 0 ? text[i - 1] : '\0', after = i + 1 < text.size() ? text[i + 1] : '\0';
    const bool compares = after == '=' || before == '=' || before == '!' || before == '<' || before == '>';
    return compares ? std::string_view::npos : i;
  }
  return std::string_view::npos;
}

}  // namespace

Result<Location> compile_location(std::string_view source, const Place& place, Dialect dialect) {
  if (trim(source).empty()) return diagnose(expression_empty, place);
  const auto compiled = compile(source, place, dialect);
  if (!compiled.ok()) return diagnose(not_a_location, place, trim(source));
  Location location{std::string(trim(source)), "", {}, place, dialect};
  if (!unfold(compiled->shared_root(), location)) return diagnose(not_a_location, place, trim(source));
  return location;
}

Result<Value> put(const Value& whole, const Location& location, Value value, const Surroundings& surroundings,
                  Fields* changed_names) {
  std::vector<Value> keys;
  for (const Expression& step : location.path) {
    ANJUAN_TRY(Value key, evaluate(step, surroundings, changed_names));
    keys.push_back(std::move(key));
  }
  ANJUAN_TRY(Value changed, put_below(whole, keys, 0, std::move(value), location));
  if (changed.size() > max_value_bytes)
    return diagnose(value_too_large, location.place, std::to_string(max_value_bytes));
  if (changed.depth() > max_value_depth)
    return diagnose(value_too_deep, location.place, std::to_string(max_value_depth));
  return changed;
}

Outcome assign(Fields& fields, const Location& location, Value value, const Surroundings& surroundings) {
  const auto owner = fields.find(location.name);
  if (owner == fields.end()) return diagnose(name_without_value, location.place, location.name);
  ANJUAN_TRY(Value changed, put(owner->second, location, std::move(value), surroundings));
  owner->second = std::move(changed);
  return Done{};
}

Result<Script> compile_script(std::string_view source, const Place& place, Dialect dialect) {
  if (source.size() > max_source_bytes)
    return diagnose(source_too_long, place, std::to_string(max_source_bytes));
  if (find_invalid_utf8(source)) return diagnose(unexpected_character, place, "?");
  const std::string text = without_comments(source);
  Script script;
  Diagnostics found;
  for (const auto& [begin, end] : statements(text)) {
    const std::string_view statement = std::string_view(text).substr(begin, end - begin);
    if (trim(statement).empty()) continue;
    const std::size_t skipped = statement.find_first_not_of(" \t\r\n");
    const Place here = place_at(source, begin + skipped, place);
    const std::size_t equals = find_equals(statement);
    if (equals == std::string_view::npos) {
      found.push_back(diagnose(not_an_assignment, here, trim(statement)));
      continue;
    }
    auto location = compile_location(statement.substr(skipped, equals - skipped), here, dialect);
    auto value = compile(statement.substr(equals + 1), place_at(source, begin + equals + 1, place), dialect);
    if (!location.ok())
      found.insert(found.end(), location.diagnostics().begin(), location.diagnostics().end());
    if (!value.ok()) found.insert(found.end(), value.diagnostics().begin(), value.diagnostics().end());
    if (location.ok() && value.ok())
      script.assignments.push_back({std::move(location).value(), std::move(value).value()});
  }
  if (!found.empty()) return found;
  return script;
}

Outcome run(const Script& script, const Surroundings& surroundings, Fields& changed) {
  for (const Assignment& assignment : script.assignments) {
    ANJUAN_TRY(Value value, evaluate(assignment.value, surroundings, &changed));
    const Location& location = assignment.location;
    Value whole;
    if (!location.path.empty()) {
      const Expression root(location.name, location.place, named(location), location.dialect);
      ANJUAN_TRY(whole, evaluate(root, surroundings, &changed));
    }
    ANJUAN_TRY(Value after, put(whole, location, std::move(value), surroundings, &changed));
    changed[location.name] = std::move(after);
  }
  return Done{};
}

}  // namespace anjuan::expression
