// The functions that only the dialect ecmascript has. Any number of arguments is taken; one left out is
// empty.

#include <algorithm>

#include "base/text.h"
#include "expression/builtins.h"
#include "expression/ecmascript.h"
#include "expression/messages.h"
#include "expression/operators.h"

namespace anjuan::expression {

namespace {

__extension__ typedef unsigned __int128 UnsignedWide;

const Value& argument(const Call& call, std::size_t position) {
  return position < call.arguments.size() ? call.arguments[position] : nothing;
}

Value whole_or_none(const Value& value, std::int64_t (*round)(Decimal)) {
  const Value number = ecmascript::number_of(value);
  return number.empty() ? number : Value(round(number.decimal()));
}

Result<Value> floor_of(const Call& call) { return whole_or_none(argument(call, 0), round_down); }
Result<Value> ceil_of(const Call& call) { return whole_or_none(argument(call, 0), round_up); }
Result<Value> trunc_of(const Call& call) {
  return whole_or_none(argument(call, 0),
                       [](Decimal d) { return d.mantissa < 0 ? round_up(d) : round_down(d); });
}

Result<Value> round_of(const Call& call) {
  const Value number = ecmascript::number_of(argument(call, 0));
  if (number.empty()) return number;
  ANJUAN_TRY(const Value moved, apply(Operator::plus, number, Value(Decimal{5, 1}), call.place));
  return Value(round_down(moved.decimal()));
}

Result<Value> abs_of(const Call& call) {
  const Value number = ecmascript::number_of(argument(call, 0));
  if (number.empty() || number.decimal().mantissa >= 0) return number;
  return negate(number, call.place);
}

Result<Value> sign_of_number(const Call& call) {
  const Value number = ecmascript::number_of(argument(call, 0));
  if (number.empty()) return number;
  const std::int64_t mantissa = number.decimal().mantissa;
  return Value(mantissa > 0 ? 1 : mantissa < 0 ? -1 : 0);
}

Result<Value> power_of(const Call& call) {
  const Value base = ecmascript::number_of(argument(call, 0)),
              exponent = ecmascript::number_of(argument(call, 1));
  if (base.empty() || exponent.empty()) return Value();
  if (!exponent.is(Value::Kind::integer))
    return diagnose(construct_not_supported, call.place,
                    Wording("Math.pow 的小数次幂", "Math.pow of a fraction"));
  const std::int64_t n = exponent.integer();
  // More multiplications than this overflow, vanish, or are of 0, 1 and -1.
  const std::int64_t times = std::min<std::int64_t>(n < 0 ? -n : n, 200 + (n & 1));
  Value power(1);
  for (std::int64_t i = 0; i < times; ++i) {
    ANJUAN_TRY(power, apply(Operator::times, power, base, call.place));
  }
  return n < 0 ? apply(Operator::divided, Value(1), power, call.place) : Result<Value>(power);
}

/// To nine decimals, cut off; exact where the root is a decimal of ours.
Result<Value> root_of(const Call& call) {
  const Value number = ecmascript::number_of(argument(call, 0));
  if (number.empty() || number.decimal().mantissa < 0) return Value();
  UnsignedWide square = static_cast<UnsignedWide>(number.decimal().mantissa);
  for (int i = number.decimal().scale; i < 18; ++i) square *= 10;
  UnsignedWide low = 0, high = UnsignedWide{1} << 62;
  while (low < high) {
    const UnsignedWide middle = (low + high + 1) / 2;
    if (middle * middle <= square) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  const Decimal root = make_decimal(static_cast<std::int64_t>(low), 9);
  return root.scale == 0 ? Value(root.mantissa) : Value(root);
}

Result<Value> extreme(const Call& call, int wanted) {
  Value best;
  for (std::size_t i = 0; i < call.arguments.size(); ++i) {
    const Value number = ecmascript::number_of(call.arguments[i]);
    if (number.empty()) return Value();
    if (i == 0 || order(number, best) == wanted) best = number;
  }
  return best;
}
Result<Value> max_of(const Call& call) { return extreme(call, 1); }
Result<Value> min_of(const Call& call) { return extreme(call, -1); }

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char letter = static_cast<char>(c | 0x20);
  return letter >= 'a' && letter <= 'z' ? letter - 'a' + 10 : 99;
}

Result<Value> parse_integer(const Call& call) {
  const std::string text = ecmascript::text_of(argument(call, 0));
  std::string_view digits = trim(text);
  std::int64_t radix = ecmascript::whole_of(argument(call, 1), 0);
  const bool negative = digits.starts_with("-");
  if (negative || digits.starts_with("+")) digits.remove_prefix(1);
  if ((radix == 0 || radix == 16) && (digits.starts_with("0x") || digits.starts_with("0X"))) {
    digits.remove_prefix(2);
    radix = 16;
  }
  if (radix == 0) radix = 10;
  if (radix < 2 || radix > 36) return Value();
  std::int64_t number = 0;
  std::size_t read = 0;
  for (; read < digits.size() && digit_of(digits[read]) < radix; ++read) {
    if (__builtin_mul_overflow(number, radix, &number) ||
        __builtin_add_overflow(number, std::int64_t{digit_of(digits[read])}, &number))
      return diagnose(number_overflow, call.place, "parseInt");
  }
  return read == 0 ? Value() : Value(negative ? -number : number);
}

/// The number that the text begins with.
Result<Value> parse_decimal(const Call& call) {
  const std::string text = ecmascript::text_of(argument(call, 0));
  const std::string_view whole = trim(text);
  const auto after_digits = [&](std::size_t from) {
    return std::min(whole.find_first_not_of("0123456789", from), whole.size());
  };
  const bool has_sign = whole.starts_with("-") || whole.starts_with("+");
  std::size_t end = after_digits(has_sign ? 1 : 0);
  if (end < whole.size() && whole[end] == '.') {
    const std::size_t fraction = after_digits(end + 1);
    if (fraction > end + 1) end = fraction;
  }
  if (end == (has_sign ? 1U : 0U)) return Value();
  return ecmascript::number_of(Value(whole.substr(0, end)));
}

Result<Value> as_number(const Call& call) {
  return call.arguments.size() == 0 ? Value(0) : ecmascript::number_of(call.arguments[0]);
}
Result<Value> as_string(const Call& call) {
  return Value(call.arguments.size() == 0 ? std::string() : ecmascript::text_of(call.arguments[0]));
}
Result<Value> as_boolean(const Call& call) { return Value(ecmascript::is_true(argument(call, 0))); }
Result<Value> is_nan(const Call& call) { return Value(ecmascript::number_of(argument(call, 0)).empty()); }
Result<Value> is_finite(const Call& call) { return Value(!ecmascript::number_of(argument(call, 0)).empty()); }
Result<Value> is_array(const Call& call) { return Value(argument(call, 0).is(Value::Kind::list)); }
Result<Value> is_integer(const Call& call) { return Value(argument(call, 0).is(Value::Kind::integer)); }

Result<Value> as_list(const Call& call) {
  List items;
  for (std::size_t i = 0; i < call.arguments.size(); ++i) items.push_back(call.arguments[i]);
  return Value(std::move(items));
}

Result<Value> keys_of(const Call& call) {
  const Value& owner = argument(call, 0);
  if (owner.empty()) return diagnose(nothing_to_read, call.place, "keys");
  List keys;
  if (owner.is(Value::Kind::record) && function_source(owner) == nullptr) {
    for (const auto& [name, value] : owner.record()) keys.emplace_back(name);
  }
  if (owner.is(Value::Kind::list)) {
    for (std::size_t i = 0; i < owner.list().size(); ++i) keys.emplace_back(std::to_string(i));
  }
  return Value(std::move(keys));
}

void write_quoted(std::string_view text, std::string& json) {
  static constexpr std::string_view hex = "0123456789abcdef";
  json += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (c == '\n') {
      json += "\\n";
    } else if (c == '\r') {
      json += "\\r";
    } else if (c == '\t') {
      json += "\\t";
    } else if (byte < 0x20) {
      json += "\\u00";
      json += hex[byte >> 4];
      json += hex[byte & 15];
    } else {
      json += c;
    }
  }
  json += '"';
}

void write_json(const Value& value, std::string& json) {
  if (json.size() > max_text_bytes) return;
  switch (value.kind()) {
    case Value::Kind::empty:
      json += "null";
      return;
    case Value::Kind::text:
    case Value::Kind::date:
      return write_quoted(ecmascript::text_of(value), json);
    case Value::Kind::list: {
      json += '[';
      for (const Value& item : value.list()) {
        if (json.back() != '[' || &item != &value.list().front()) json += ',';
        write_json(item, json);
      }
      json += ']';
      return;
    }
    case Value::Kind::record: {
      json += '{';
      bool first = true;
      for (const auto& [name, field] : value.record()) {
        if (field.empty() || function_source(field) != nullptr) continue;
        if (!first) json += ',';
        first = false;
        write_quoted(name, json);
        json += ':';
        write_json(field, json);
      }
      json += '}';
      return;
    }
    default:
      json += ecmascript::text_of(value);
  }
}

Result<Value> write_json_of(const Call& call) {
  if (call.arguments.size() > 1 && !(argument(call, 1).empty() && argument(call, 2).empty()))
    return diagnose(construct_not_supported, call.place,
                    Wording("JSON.stringify 的第二、三个参数", "JSON.stringify with more than one argument"));
  if (argument(call, 0).empty() || function_source(argument(call, 0)) != nullptr) return Value();
  std::string json;
  write_json(argument(call, 0), json);
  if (json.size() > max_text_bytes)
    return diagnose(text_too_long, call.place, std::to_string(max_text_bytes));
  return Value(std::move(json));
}

/// JSON is a part of the language: an expression that asks nothing and calls nothing.
Result<Value> read_json(const Call& call) {
  const std::string text = ecmascript::text_of(argument(call, 0));
  if (!call.budget.spend(static_cast<std::int64_t>(text.size())))
    return diagnose(too_many_steps, call.place, std::to_string(max_items));
  ANJUAN_TRY(const Expression json, compile(text, call.place, Dialect::ecmascript));
  const auto plain = [](const Node& node, const auto& self) -> bool {
    const Node::Kind kind = node.kind;
    const bool sign = kind == Node::Kind::negative && node.children[0]->kind == Node::Kind::literal;
    if (kind != Node::Kind::literal && kind != Node::Kind::list && kind != Node::Kind::record && !sign)
      return false;
    return std::all_of(node.children.begin(), node.children.end(),
                       [&](const NodePtr& child) { return self(*child, self); });
  };
  if (!plain(json.root(), plain)) return diagnose(unexpected_character, call.place, "JSON.parse");
  return json.root().literal;
}

Builtin row(std::string_view name, std::string_view written, Result<Value> (*evaluate)(const Call&)) {
  return {name, written, 0, -1, {accepts_all}, Yields::item, {"", ""}, evaluate};
}

}  // namespace

std::span<const Builtin> script_builtin_table() {
  static const std::vector<Builtin> table{
      row("Math.abs", "Math.abs(x)", abs_of),
      row("Math.ceil", "Math.ceil(x)", ceil_of),
      row("Math.floor", "Math.floor(x)", floor_of),
      row("Math.max", "Math.max(x, y…)", max_of),
      row("Math.min", "Math.min(x, y…)", min_of),
      row("Math.pow", "Math.pow(x, n)", power_of),
      row("Math.round", "Math.round(x)", round_of),
      row("Math.sign", "Math.sign(x)", sign_of_number),
      row("Math.sqrt", "Math.sqrt(x)", root_of),
      row("Math.trunc", "Math.trunc(x)", trunc_of),
      row("parseInt", "parseInt(text, radix)", parse_integer),
      row("parseFloat", "parseFloat(text)", parse_decimal),
      row("Number", "Number(x)", as_number),
      row("Number.isInteger", "Number.isInteger(x)", is_integer),
      row("String", "String(x)", as_string),
      row("Boolean", "Boolean(x)", as_boolean),
      row("isNaN", "isNaN(x)", is_nan),
      row("isFinite", "isFinite(x)", is_finite),
      row("Array", "Array(x, y…)", as_list),
      row("Array.isArray", "Array.isArray(x)", is_array),
      row("Object.keys", "Object.keys(x)", keys_of),
      row("JSON.parse", "JSON.parse(text)", read_json),
      row("JSON.stringify", "JSON.stringify(x)", write_json_of),
  };
  return table;
}

}  // namespace anjuan::expression
