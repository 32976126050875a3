// How types relate.

#include "expression/type_rules.h"

#include <algorithm>

namespace anjuan::expression {

namespace {

using TypeKind = Type::Kind;

bool has_choice(const Type& type, const std::string& choice) {
  return std::find(type.choices.begin(), type.choices.end(), choice) != type.choices.end();
}

Type list_of(Type item) {
  Type type = simple(TypeKind::list);
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
    if (arguments[0].kind != TypeKind::list) return arguments[0].kind == TypeKind::any ? Type{} : arguments[0];
    return arguments[0].item ? *arguments[0].item : Type{};
  }
  Type all = arguments[0];
  for (const Type& type : arguments.subspan(1)) all = united(all, type);
  return all;
}

}  // namespace

Type simple(TypeKind kind) { return Type{kind, {}, {}, {}}; }

Type type_of_value(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::boolean:
      return simple(TypeKind::boolean);
    case Value::Kind::integer:
      return simple(TypeKind::integer);
    case Value::Kind::decimal:
      return simple(TypeKind::decimal);
    case Value::Kind::text:
      return Type{TypeKind::enumeration, {value.text()}, {}, {}};
    case Value::Kind::date:
      return simple(TypeKind::date);
    case Value::Kind::list:
      return simple(TypeKind::list);
    case Value::Kind::record:
      return simple(TypeKind::record);
    case Value::Kind::empty:
      break;
  }
  return {};
}

bool is_textual(const Type& type) { return type.kind == TypeKind::text || type.kind == TypeKind::enumeration; }

bool may_be(const Type& type, unsigned accepts) {
  switch (type.kind) {
    case TypeKind::any:
      return true;
    case TypeKind::boolean:
      return (accepts & accepts_boolean) != 0;
    case TypeKind::integer:
      return (accepts & accepts_integer) != 0;
    case TypeKind::decimal:
      return (accepts & accepts_decimal) != 0;
    case TypeKind::text:
    case TypeKind::enumeration:
      return (accepts & accepts_text) != 0;
    case TypeKind::date:
      return (accepts & accepts_date) != 0;
    case TypeKind::list:
      return (accepts & accepts_list) != 0;
    case TypeKind::record:
      break;
  }
  return (accepts & accepts_record) != 0;
}

std::optional<std::string> foreign_choice(const Type& from, const Type& to) {
  if (from.kind != TypeKind::enumeration || to.kind != TypeKind::enumeration) return std::nullopt;
  for (const std::string& choice : from.choices) {
    if (!has_choice(to, choice)) return choice;
  }
  return std::nullopt;
}

bool assignable(const Type& from, const Type& to) {
  if (from.kind == TypeKind::any || to.kind == TypeKind::any) return true;
  if (to.kind == TypeKind::text) return is_textual(from);
  if (to.kind == TypeKind::decimal) return from.kind == TypeKind::decimal || from.kind == TypeKind::integer;
  if (to.kind == TypeKind::enumeration) {
    return from.kind == TypeKind::text || (from.kind == TypeKind::enumeration && !foreign_choice(from, to));
  }
  if (to.kind != from.kind) return false;
  return to.kind != TypeKind::list || !to.item || !from.item || assignable(*from.item, *to.item);
}

bool comparable(const Type& a, const Type& b) {
  if (a.kind == TypeKind::any || b.kind == TypeKind::any) return true;
  const auto numeric = [](const Type& t) { return t.kind == TypeKind::integer || t.kind == TypeKind::decimal; };
  if (numeric(a) && numeric(b)) return true;
  if (a.kind == TypeKind::enumeration && b.kind == TypeKind::enumeration) {
    return std::any_of(a.choices.begin(), a.choices.end(),
                       [&](const std::string& c) { return has_choice(b, c); });
  }
  return (is_textual(a) && is_textual(b)) || a.kind == b.kind;
}

bool of_one_order(const Type& a, const Type& b) {
  if (a.kind == TypeKind::any || b.kind == TypeKind::any) return true;
  const auto numeric = [](const Type& t) { return t.kind == TypeKind::integer || t.kind == TypeKind::decimal; };
  return (numeric(a) && numeric(b)) || (is_textual(a) && is_textual(b)) || a.kind == b.kind;
}

Type united(const Type& a, const Type& b) {
  if (a.kind == TypeKind::enumeration && b.kind == TypeKind::enumeration) {
    Type both = a;
    for (const std::string& choice : b.choices) {
      if (!has_choice(both, choice)) both.choices.push_back(choice);
    }
    return both;
  }
  if (is_textual(a) && is_textual(b)) return simple(TypeKind::text);
  if (a.kind == b.kind) {
    if (a.kind == TypeKind::list && a.item && b.item) return list_of(united(*a.item, *b.item));
    return simple(a.kind);
  }
  return type_of_sum(a, b);
}

Type type_of_number(const Type& type) {
  return type.kind == TypeKind::integer || type.kind == TypeKind::decimal ? type : Type{};
}

Type type_of_sum(const Type& a, const Type& b) {
  const auto numeric = [](const Type& t) { return t.kind == TypeKind::integer || t.kind == TypeKind::decimal; };
  if (!numeric(a) || !numeric(b)) return {};
  return a.kind == b.kind ? a : simple(TypeKind::decimal);
}

Type type_of_call(const Node& node, const Builtin& builtin, std::span<const Type> arguments) {
  switch (builtin.yields) {
    case Yields::boolean:
      return simple(TypeKind::boolean);
    case Yields::integer:
      return simple(TypeKind::integer);
    case Yields::number:
      return simple(TypeKind::decimal);
    case Yields::text:
      return simple(TypeKind::text);
    case Yields::date:
      return simple(TypeKind::date);
    case Yields::list:
      return simple(TypeKind::list);
    case Yields::first:
      return arguments[0].kind == TypeKind::list ? arguments[0] : simple(TypeKind::list);
    case Yields::item:
      return item_type(arguments);
    case Yields::field_list:
      return list_of(field_type(arguments[0], *node.children[1]));
    case Yields::added_list:
      break;
  }
  const Type& more = arguments[1];
  if (arguments[0].kind != TypeKind::list || !arguments[0].item || more.kind == TypeKind::any)
    return simple(TypeKind::list);
  if (more.kind != TypeKind::list) return list_of(united(*arguments[0].item, more));
  return more.item ? list_of(united(*arguments[0].item, *more.item)) : simple(TypeKind::list);
}

}  // namespace anjuan::expression
