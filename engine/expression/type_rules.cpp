// How types relate.

#include "expression/type_rules.h"

#include <algorithm>

namespace anjuan::expression {

using Kind = Type::Kind;

namespace {

bool has_choice(const Type& type, const std::string& choice) {
  return std::find(type.choices.begin(), type.choices.end(), choice) != type.choices.end();
}

Type list_of(Type item) {
  Type type = simple(Kind::list);
  type.item = std::make_shared<const Type>(std::move(item));
  return type;
}

/// What field `name` of the items of a list is.
Type field_type(const Type& list, const Node& name) {
  if (!list.item || !list.item->fields || name.kind != Node::Kind::literal) return {};
  const auto found = list.item->fields->find(name.literal.text_or_empty());
  return found == list.item->fields->end() ? Type{} : found->second;
}

Type item_type(std::span<const Type> arguments) {
  if (arguments.size() == 1) {
    if (arguments[0].kind != Kind::list) return arguments[0].kind == Kind::any ? Type{} : arguments[0];
    return arguments[0].item ? *arguments[0].item : Type{};
  }
  Type all = arguments[0];
  for (const Type& type : arguments.subspan(1)) all = united(all, type);
  return all;
}

}  // namespace

Type simple(Kind kind) { return Type{kind, {}, {}, {}}; }

Type type_of_value(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::boolean:
      return simple(Kind::boolean);
    case Value::Kind::integer:
      return simple(Kind::integer);
    case Value::Kind::decimal:
      return simple(Kind::decimal);
    case Value::Kind::text:
      return Type{Kind::enumeration, {value.text()}, {}, {}};
    case Value::Kind::date:
      return simple(Kind::date);
    case Value::Kind::list:
      return simple(Kind::list);
    case Value::Kind::record:
      return simple(Kind::record);
    case Value::Kind::empty:
      break;
  }
  return {};
}

bool is_textual(const Type& type) { return type.kind == Kind::text || type.kind == Kind::enumeration; }

bool may_be(const Type& type, unsigned accepts) {
  switch (type.kind) {
    case Kind::any:
      return true;
    case Kind::boolean:
      return (accepts & accepts_boolean) != 0;
    case Kind::integer:
      return (accepts & accepts_integer) != 0;
    case Kind::decimal:
      return (accepts & accepts_decimal) != 0;
    case Kind::text:
    case Kind::enumeration:
      return (accepts & accepts_text) != 0;
    case Kind::date:
      return (accepts & accepts_date) != 0;
    case Kind::list:
      return (accepts & accepts_list) != 0;
    case Kind::record:
      break;
  }
  return (accepts & accepts_record) != 0;
}

std::optional<std::string> foreign_choice(const Type& from, const Type& to) {
  if (from.kind != Kind::enumeration || to.kind != Kind::enumeration) return std::nullopt;
  for (const std::string& choice : from.choices) {
    if (!has_choice(to, choice)) return choice;
  }
  return std::nullopt;
}

bool assignable(const Type& from, const Type& to) {
  if (from.kind == Kind::any || to.kind == Kind::any) return true;
  if (to.kind == Kind::text) return is_textual(from);
  if (to.kind == Kind::decimal) return from.kind == Kind::decimal || from.kind == Kind::integer;
  if (to.kind == Kind::enumeration) {
    return from.kind == Kind::text || (from.kind == Kind::enumeration && !foreign_choice(from, to));
  }
  if (to.kind != from.kind) return false;
  return to.kind != Kind::list || !to.item || !from.item || assignable(*from.item, *to.item);
}

bool comparable(const Type& a, const Type& b) {
  if (a.kind == Kind::any || b.kind == Kind::any) return true;
  const auto numeric = [](const Type& t) { return t.kind == Kind::integer || t.kind == Kind::decimal; };
  if (numeric(a) && numeric(b)) return true;
  if (a.kind == Kind::enumeration && b.kind == Kind::enumeration) {
    return std::any_of(a.choices.begin(), a.choices.end(),
                       [&](const std::string& c) { return has_choice(b, c); });
  }
  return (is_textual(a) && is_textual(b)) || a.kind == b.kind;
}

bool of_one_order(const Type& a, const Type& b) {
  if (a.kind == Kind::any || b.kind == Kind::any) return true;
  const auto numeric = [](const Type& t) { return t.kind == Kind::integer || t.kind == Kind::decimal; };
  return (numeric(a) && numeric(b)) || (is_textual(a) && is_textual(b)) || a.kind == b.kind;
}

Type united(const Type& a, const Type& b) {
  if (a.kind == Kind::enumeration && b.kind == Kind::enumeration) {
    Type both = a;
    for (const std::string& choice : b.choices) {
      if (!has_choice(both, choice)) both.choices.push_back(choice);
    }
    return both;
  }
  if (is_textual(a) && is_textual(b)) return simple(Kind::text);
  if (a.kind == b.kind) {
    if (a.kind == Kind::list && a.item && b.item) return list_of(united(*a.item, *b.item));
    return simple(a.kind);
  }
  return type_of_sum(a, b);
}

Type type_of_number(const Type& type) {
  return type.kind == Kind::integer || type.kind == Kind::decimal ? type : Type{};
}

Type type_of_sum(const Type& a, const Type& b) {
  const auto numeric = [](const Type& t) { return t.kind == Kind::integer || t.kind == Kind::decimal; };
  if (!numeric(a) || !numeric(b)) return {};
  return a.kind == b.kind ? a : simple(Kind::decimal);
}

Type type_of_call(const Node& node, const Builtin& builtin, std::span<const Type> arguments) {
  switch (builtin.yields) {
    case Yields::boolean:
      return simple(Kind::boolean);
    case Yields::integer:
      return simple(Kind::integer);
    case Yields::number:
      return simple(Kind::decimal);
    case Yields::text:
      return simple(Kind::text);
    case Yields::date:
      return simple(Kind::date);
    case Yields::list:
      return simple(Kind::list);
    case Yields::first:
      return arguments[0].kind == Kind::list ? arguments[0] : simple(Kind::list);
    case Yields::item:
      return item_type(arguments);
    case Yields::field_list:
      return list_of(field_type(arguments[0], *node.children[1]));
    case Yields::added_list:
      break;
  }
  const Type& more = arguments[1];
  if (arguments[0].kind != Kind::list || !arguments[0].item || more.kind == Kind::any)
    return simple(Kind::list);
  if (more.kind != Kind::list) return list_of(united(*arguments[0].item, more));
  return more.item ? list_of(united(*arguments[0].item, *more.item)) : simple(Kind::list);
}

}  // namespace anjuan::expression
