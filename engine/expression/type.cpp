// Types of names: read, named, and values held to them.

#include <algorithm>

#include "base/text.h"
#include "expression/expression.h"
#include "expression/messages.h"
#include "expression/tokens.h"

namespace anjuan::expression {

namespace {

std::string choice_text(const std::vector<std::string>& choices) { return join(choices, "、"); }

Diagnostic not_typed(std::string_view typed, const Type& type, const Place& place, Wording example) {
  return diagnose(typed_wrongly, place, typed, name_of(type), std::move(example));
}

Result<Value> read_number(std::string_view typed, const Type& type, const Place& place) {
  const bool negative = typed.front() == '-';
  Value number;
  if (parse_number(negative ? typed.substr(1) : typed, number)) {
    const Decimal d = number.decimal();
    const Value signed_number = d.scale == 0 ? Value(negative ? -d.mantissa : d.mantissa)
                                             : Value(Decimal{negative ? -d.mantissa : d.mantissa, d.scale});
    if (fits(signed_number, type)) return signed_number;
  }
  return not_typed(typed, type, place, type.kind == Type::Kind::integer ? "12" : "0.3");
}

Result<Value> read_boolean(std::string_view typed, const Type& type, const Place& place) {
  for (const char* yes : {"是", "true", "yes", "真"}) {
    if (typed == yes) return Value(true);
  }
  for (const char* no : {"否", "false", "no", "假"}) {
    if (typed == no) return Value(false);
  }
  return not_typed(typed, type, place, {"是 或者 否", "yes or no"});
}

Result<Value> read_list(std::string_view typed, const Type& type, const Place& place) {
  std::string unified(typed);
  for (const char* separator : {"，", ",", "；", ";", "\n"})
    unified = replace_all(std::move(unified), separator, "、");
  unified = replace_all(std::move(unified), "、", "\n");
  List items;
  Diagnostics found;
  for (const std::string& part : split(unified, '\n')) {
    if (trim(part).empty()) continue;
    auto item = read_value(trim(part), type.item ? *type.item : Type{Type::Kind::text, {}, {}, {}}, place);
    if (item.ok()) {
      items.push_back(std::move(item).value());
    } else {
      found.insert(found.end(), item.diagnostics().begin(), item.diagnostics().end());
    }
  }
  if (!found.empty()) return found;
  return Value(std::move(items));
}

}  // namespace

std::optional<Type> parse_type(std::string_view text) {
  const std::string_view word = trim(text);
  Type type;
  using Kind = Type::Kind;
  static const std::vector<std::pair<std::string_view, Kind>> simple{
      {"any", Kind::any},         {"boolean", Kind::boolean}, {"integer", Kind::integer},
      {"decimal", Kind::decimal}, {"text", Kind::text},       {"date", Kind::date},
      {"list", Kind::list},       {"record", Kind::record}};
  for (const auto& [name, kind] : simple) {
    if (word != name) continue;
    type.kind = kind;
    return type;
  }
  if (word.starts_with("list of ")) {
    const auto item = parse_type(word.substr(8));
    if (!item) return std::nullopt;
    type.kind = Kind::list;
    type.item = std::make_shared<const Type>(*item);
    return type;
  }
  if (word.starts_with("choice:")) {
    type.kind = Kind::enumeration;
    for (const std::string& choice : split(word.substr(7), '|')) {
      if (!trim(choice).empty()) type.choices.emplace_back(trim(choice));
    }
    if (!type.choices.empty()) return type;
  }
  return std::nullopt;
}

std::vector<std::string> type_words() {
  return {"text", "integer", "decimal", "boolean", "date", "list", "record", "choice"};
}

Wording name_of(const Type& type) {
  using Kind = Type::Kind;
  switch (type.kind) {
    case Kind::any:
      return {"任何值", "anything"};
    case Kind::boolean:
      return {"是或否", "true or false"};
    case Kind::integer:
      return {"整数", "an integer"};
    case Kind::decimal:
      return {"数", "a number"};
    case Kind::text:
      return {"文字", "a text"};
    case Kind::date:
      return {"日期", "a date"};
    case Kind::list:
      return {"列表", "a list"};
    case Kind::record:
      return {"记录", "a record"};
    case Kind::enumeration:
      break;
  }
  if (type.choices.size() == 1)
    return {"文字“" + type.choices[0] + "”", "the text “" + type.choices[0] + "”"};
  return {"选项之一（" + choice_text(type.choices) + "）", "one of the choices " + choice_text(type.choices)};
}

Wording describe(const Value& value) {
  const auto shown = [&](const char* zh, const char* en) {
    const std::string text = display(value);
    return Wording(zh + ("“" + text + "”"), en + (" “" + text + "”"));
  };
  switch (value.kind()) {
    case Value::Kind::empty:
      return {"空值", "an empty value"};
    case Value::Kind::boolean:
      return value.boolean() ? Wording("“是”", "true") : Wording("“否”", "false");
    case Value::Kind::integer:
    case Value::Kind::decimal:
      return shown("数", "the number");
    case Value::Kind::text:
      return shown("文字", "the text");
    case Value::Kind::date:
      return {"日期“" + official(value.date()) + "”", "the date " + iso(value.date())};
    case Value::Kind::list:
      return {"列表", "a list"};
    case Value::Kind::record:
      break;
  }
  return {"记录", "a record"};
}

bool includes(const Type& type, const Type& other) {
  using Kind = Type::Kind;
  if (type.kind == Kind::any || (type.kind == Kind::text && other.kind == Kind::enumeration)) return true;
  if (type.kind == Kind::decimal && other.kind == Kind::integer) return true;
  if (type.kind != other.kind) return false;
  if (type.kind == Kind::list && type.item) return other.item && includes(*type.item, *other.item);
  if (type.kind == Kind::enumeration) {
    return std::all_of(other.choices.begin(), other.choices.end(), [&](const std::string& choice) {
      return std::find(type.choices.begin(), type.choices.end(), choice) != type.choices.end();
    });
  }
  if (type.kind != Kind::record || !type.fields) return true;
  return other.fields && std::all_of(other.fields->begin(), other.fields->end(), [&](const auto& field) {
           const auto rule = type.fields->find(field.first);
           return rule != type.fields->end() && includes(rule->second, field.second);
         });
}

bool fits(const Value& value, const Type& type) {
  using Kind = Type::Kind;
  if (value.empty()) return true;
  switch (type.kind) {
    case Kind::any:
      return true;
    case Kind::boolean:
      return value.is(Value::Kind::boolean);
    case Kind::integer:
      return value.is(Value::Kind::integer);
    case Kind::decimal:
      return value.is(Value::Kind::integer) || value.is(Value::Kind::decimal);
    case Kind::text:
      return value.is(Value::Kind::text);
    case Kind::date:
      return value.is(Value::Kind::date);
    case Kind::enumeration:
      return value.is(Value::Kind::text) &&
             std::find(type.choices.begin(), type.choices.end(), value.text()) != type.choices.end();
    case Kind::list:
      return value.is(Value::Kind::list) &&
             (!type.item || std::all_of(value.list().begin(), value.list().end(),
                                        [&](const Value& item) { return fits(item, *type.item); }));
    case Kind::record:
      break;
  }
  if (!value.is(Value::Kind::record)) return false;
  if (!type.fields) return true;
  return std::all_of(value.record().begin(), value.record().end(), [&](const auto& field) {
    const auto rule = type.fields->find(field.first);
    return rule != type.fields->end() && fits(field.second, rule->second);
  });
}

Result<Value> read_value(std::string_view raw, const Type& type, const Place& place) {
  using Kind = Type::Kind;
  const std::string_view typed = trim(raw);
  if (typed.empty()) return Value();
  switch (type.kind) {
    case Kind::any:
    case Kind::text:
      return Value(typed);
    case Kind::boolean:
      return read_boolean(typed, type, place);
    case Kind::integer:
    case Kind::decimal:
      return read_number(typed, type, place);
    case Kind::list:
      return read_list(typed, type, place);
    case Kind::date:
      if (const auto day = parse_loose_day(typed)) return Value(*day);
      return not_typed(typed, type, place, "2026-09-10");
    case Kind::enumeration:
      if (fits(Value(typed), type)) return Value(typed);
      return diagnose(typed_choice_unknown, place, typed, choice_text(type.choices));
    case Kind::record:
      break;
  }
  return not_typed(typed, type, place,
                   {"记录只能由检查表或者流程填写", "a record comes from a sheet or the procedure"});
}

}  // namespace anjuan::expression
