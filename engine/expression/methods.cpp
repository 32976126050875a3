// The methods of texts, lists, records and numbers in the dialect ecmascript. Texts are counted in
// characters.

#include "expression/methods.h"

#include <algorithm>

#include "base/text.h"
#include "expression/budget.h"
#include "expression/builtins.h"
#include "expression/ecmascript.h"
#include "expression/messages.h"
#include "expression/operators.h"

namespace anjuan::expression {

namespace {

/// A position as slice() takes it: from the end where it is negative, held to the length.
std::size_t position(const Value& given, std::size_t length, std::size_t otherwise) {
  if (given.empty()) return otherwise;
  const std::int64_t whole = ecmascript::whole_of(given, 0), size = static_cast<std::int64_t>(length);
  return static_cast<std::size_t>(std::clamp(whole < 0 ? whole + size : whole, std::int64_t{0}, size));
}
/// The same where negative positions mean the beginning.
std::size_t position_from_0(const Value& given, std::size_t length, std::size_t otherwise) {
  if (given.empty()) return otherwise;
  return static_cast<std::size_t>(
      std::clamp(ecmascript::whole_of(given, 0), std::int64_t{0}, static_cast<std::int64_t>(length)));
}

Called result(Value value) { return {std::move(value), std::nullopt}; }
Called changes(Value value, List after) { return {std::move(value), Value(std::move(after))}; }
Value count_of(std::size_t n) { return Value(static_cast<std::int64_t>(n)); }

std::u32string letters_of(const MethodCall& call) { return to_u32(ecmascript::text_of(call.owner)); }
Called part_of(const std::u32string& letters, std::size_t begin, std::size_t end) {
  return result(Value(begin < end ? to_utf8(letters.substr(begin, end - begin)) : std::string()));
}
std::string text_argument(const MethodCall& call, std::size_t n) {
  return ecmascript::text_of(call.argument(n));
}

// Texts.

Result<Called> char_at(const MethodCall& call) {
  const std::u32string letters = letters_of(call);
  const std::int64_t at = ecmascript::whole_of(call.argument(0), 0);
  if (at < 0 || at >= static_cast<std::int64_t>(letters.size())) return result(Value(""));
  return part_of(letters, static_cast<std::size_t>(at), static_cast<std::size_t>(at) + 1);
}

Result<Called> char_code_at(const MethodCall& call) {
  const std::u32string letters = letters_of(call);
  const std::int64_t at = ecmascript::whole_of(call.argument(0), 0);
  if (at < 0 || at >= static_cast<std::int64_t>(letters.size())) return result(Value());
  return result(Value(static_cast<std::int64_t>(letters[static_cast<std::size_t>(at)])));
}

Result<Called> text_concat(const MethodCall& call) {
  std::string joined = ecmascript::text_of(call.owner);
  for (const Value& argument : call.arguments) joined += ecmascript::text_of(argument);
  if (joined.size() > max_text_bytes)
    return diagnose(text_too_long, call.place, std::to_string(max_text_bytes));
  return result(Value(std::move(joined)));
}

Result<Called> text_index_of(const MethodCall& call) {
  const std::u32string letters = letters_of(call);
  const std::size_t from = position_from_0(call.argument(1), letters.size(), 0);
  const std::string rest = to_utf8(letters.substr(from));
  const std::size_t found = find_text(rest, text_argument(call, 0));
  if (found == std::string_view::npos) return result(Value(-1));
  return result(count_of(from + count_characters(std::string_view(rest).substr(0, found))));
}

Result<Called> text_last_index_of(const MethodCall& call) {
  const std::string text = ecmascript::text_of(call.owner), part = text_argument(call, 0);
  // The last place of the part is the first of its mirror image.
  const std::string mirror(text.rbegin(), text.rend());
  const std::size_t found = find_text(mirror, std::string(part.rbegin(), part.rend()));
  if (found == std::string_view::npos) return result(Value(-1));
  return result(
      count_of(count_characters(std::string_view(text).substr(0, text.size() - found - part.size()))));
}

Result<Called> text_includes(const MethodCall& call) {
  return result(Value(holds_text(ecmascript::text_of(call.owner), text_argument(call, 0))));
}
Result<Called> starts_with(const MethodCall& call) {
  return result(Value(ecmascript::text_of(call.owner).starts_with(text_argument(call, 0))));
}
Result<Called> ends_with(const MethodCall& call) {
  return result(Value(ecmascript::text_of(call.owner).ends_with(text_argument(call, 0))));
}

Result<Called> text_slice(const MethodCall& call) {
  const std::u32string letters = letters_of(call);
  const std::size_t size = letters.size();
  return part_of(letters, position(call.argument(0), size, 0), position(call.argument(1), size, size));
}

Result<Called> substring(const MethodCall& call) {
  const std::u32string letters = letters_of(call);
  const std::size_t a = position_from_0(call.argument(0), letters.size(), 0);
  const std::size_t b = position_from_0(call.argument(1), letters.size(), letters.size());
  return part_of(letters, std::min(a, b), std::max(a, b));
}

Result<Called> substr(const MethodCall& call) {
  const std::u32string letters = letters_of(call);
  const std::size_t begin = position(call.argument(0), letters.size(), 0);
  const std::size_t room = letters.size() - begin;
  return part_of(letters, begin, begin + position_from_0(call.argument(1), room, room));
}

Result<Called> text_split(const MethodCall& call) {
  const std::string text = ecmascript::text_of(call.owner);
  List parts;
  if (call.argument(0).empty()) return result(Value(List{Value(text)}));
  const std::string separator = text_argument(call, 0);
  if (separator.empty()) {
    for (const char32_t letter : to_u32(text)) parts.emplace_back(to_utf8(letter));
    return result(Value(std::move(parts)));
  }
  std::string_view rest = text;
  for (std::size_t at; (at = find_text(rest, separator)) != std::string_view::npos;
       rest.remove_prefix(at + separator.size())) {
    parts.emplace_back(rest.substr(0, at));
  }
  parts.emplace_back(rest);
  return result(Value(std::move(parts)));
}

Result<Called> replace_first(const MethodCall& call) {
  std::string text = ecmascript::text_of(call.owner);
  const std::string from = text_argument(call, 0), to = text_argument(call, 1);
  const std::size_t at = find_text(text, from);
  if (at != std::string_view::npos) text.replace(at, from.size(), to);
  if (text.size() > max_text_bytes)
    return diagnose(text_too_long, call.place, std::to_string(max_text_bytes));
  return result(Value(std::move(text)));
}

template <char First, char Last, int Shift>
Result<Called> in_letters(const MethodCall& call) {
  std::string text = ecmascript::text_of(call.owner);
  for (char& c : text) {
    if (c >= First && c <= Last) c = static_cast<char>(c + Shift);
  }
  return result(Value(std::move(text)));
}

Result<Called> trimmed(const MethodCall& call) {
  return result(Value(trim(ecmascript::text_of(call.owner))));
}
Result<Called> as_text(const MethodCall& call) { return result(Value(ecmascript::text_of(call.owner))); }

// Lists.

Result<Called> push(const MethodCall& call) {
  List items = call.owner.list();
  items.insert(items.end(), call.arguments.begin(), call.arguments.end());
  const Value length = count_of(items.size());
  return changes(length, std::move(items));
}

Result<Called> unshift(const MethodCall& call) {
  List items = call.owner.list();
  items.insert(items.begin(), call.arguments.begin(), call.arguments.end());
  const Value length = count_of(items.size());
  return changes(length, std::move(items));
}

Result<Called> pop(const MethodCall& call) {
  List items = call.owner.list();
  if (items.empty()) return result(Value());
  const Value last = items.back();
  items.pop_back();
  return changes(last, std::move(items));
}

Result<Called> shift(const MethodCall& call) {
  List items = call.owner.list();
  if (items.empty()) return result(Value());
  const Value first = items.front();
  items.erase(items.begin());
  return changes(first, std::move(items));
}

Result<Called> reverse(const MethodCall& call) {
  const List items(call.owner.list().rbegin(), call.owner.list().rend());
  return changes(Value(items), items);
}

Result<Called> sort(const MethodCall& call) {
  if (!call.arguments.empty())
    return diagnose(construct_not_supported, call.place, Wording("sort 的比较函数", "sort with a function"));
  List items = call.owner.list();
  std::stable_sort(items.begin(), items.end(), [](const Value& a, const Value& b) {
    return !a.empty() && (b.empty() || ecmascript::text_of(a) < ecmascript::text_of(b));
  });
  return changes(Value(items), items);
}

Result<Called> splice(const MethodCall& call) {
  List items = call.owner.list();
  const std::size_t begin = position(call.argument(0), items.size(), 0), room = items.size() - begin;
  const std::size_t taken = call.arguments.size() < 2 ? room : position_from_0(call.argument(1), room, 0);
  const auto first = items.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last = first + static_cast<std::ptrdiff_t>(taken);
  List removed(first, last);
  const auto gap = items.erase(first, last);
  if (call.arguments.size() > 2) items.insert(gap, call.arguments.begin() + 2, call.arguments.end());
  return changes(Value(std::move(removed)), std::move(items));
}

Result<Called> list_concat(const MethodCall& call) {
  List items = call.owner.list();
  for (const Value& argument : call.arguments) {
    if (argument.is(Value::Kind::list)) {
      items.insert(items.end(), argument.list().begin(), argument.list().end());
    } else {
      items.push_back(argument);
    }
  }
  return result(Value(std::move(items)));
}

Result<Called> list_slice(const MethodCall& call) {
  const List& items = call.owner.list();
  const std::size_t begin = position(call.argument(0), items.size(), 0);
  const std::size_t end = std::max(begin, position(call.argument(1), items.size(), items.size()));
  return result(Value(List(items.begin() + static_cast<std::ptrdiff_t>(begin),
                           items.begin() + static_cast<std::ptrdiff_t>(end))));
}

Result<Called> list_index_of(const MethodCall& call) {
  const List& items = call.owner.list();
  const auto found = std::find(items.begin(), items.end(), call.argument(0));
  return result(found == items.end() ? Value(-1) : Value(static_cast<std::int64_t>(found - items.begin())));
}
Result<Called> list_last_index_of(const MethodCall& call) {
  const List& items = call.owner.list();
  const auto found = std::find(items.rbegin(), items.rend(), call.argument(0));
  return result(Value(static_cast<std::int64_t>(items.rend() - found) - 1));
}
Result<Called> list_includes(const MethodCall& call) {
  const List& items = call.owner.list();
  return result(Value(std::find(items.begin(), items.end(), call.argument(0)) != items.end()));
}

Result<Called> join_items(const MethodCall& call) {
  const std::string separator = call.argument(0).empty() ? "," : text_argument(call, 0);
  std::string joined;
  bool first = true;
  for (const Value& item : call.owner.list()) {
    if (!first) joined += separator;
    first = false;
    if (!item.empty()) joined += ecmascript::text_of(item);
    if (joined.size() > max_text_bytes)
      return diagnose(text_too_long, call.place, std::to_string(max_text_bytes));
  }
  return result(Value(std::move(joined)));
}

// Records and numbers.

Result<Called> has_own_property(const MethodCall& call) {
  return result(Value(call.owner.record().count(text_argument(call, 0)) > 0));
}

Result<Called> to_fixed(const MethodCall& call) {
  const std::int64_t digits = ecmascript::whole_of(call.argument(0), 0);
  if (digits < 0 || digits > 9) return diagnose(construct_not_supported, call.place, "toFixed(n > 9)");
  std::int64_t unit = 1;
  for (std::int64_t i = 0; i < digits; ++i) unit *= 10;
  ANJUAN_TRY(const Value moved, apply(Operator::times, call.owner, Value(unit), call.place));
  ANJUAN_TRY(const Value half, apply(Operator::plus, moved, Value(Decimal{5, 1}), call.place));
  const std::int64_t rounded = round_down(half.decimal());
  std::string text = std::to_string(rounded < 0 ? -rounded : rounded);
  const auto places = static_cast<std::size_t>(digits);
  if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
  if (places > 0) text.insert(text.size() - places, ".");
  return result(Value(rounded < 0 ? "-" + text : text));
}

std::span<const Method> methods() {
  static constexpr Method table[] = {
      {accepts_text, "charAt", char_at},
      {accepts_text, "charCodeAt", char_code_at},
      {accepts_text, "concat", text_concat},
      {accepts_text, "endsWith", ends_with},
      {accepts_text, "includes", text_includes},
      {accepts_text, "indexOf", text_index_of},
      {accepts_text, "lastIndexOf", text_last_index_of},
      {accepts_text, "replace", replace_first},
      {accepts_text, "slice", text_slice},
      {accepts_text, "split", text_split},
      {accepts_text, "startsWith", starts_with},
      {accepts_text, "substr", substr},
      {accepts_text, "substring", substring},
      {accepts_text, "toLowerCase", in_letters<'A', 'Z', 'a' - 'A'>},
      {accepts_text, "toUpperCase", in_letters<'a', 'z', 'A' - 'a'>},
      {accepts_text, "trim", trimmed},
      {accepts_list, "concat", list_concat},
      {accepts_list, "includes", list_includes},
      {accepts_list, "indexOf", list_index_of},
      {accepts_list, "join", join_items},
      {accepts_list, "lastIndexOf", list_last_index_of},
      {accepts_list, "pop", pop},
      {accepts_list, "push", push},
      {accepts_list, "reverse", reverse},
      {accepts_list, "shift", shift},
      {accepts_list, "slice", list_slice},
      {accepts_list, "sort", sort, 20},
      {accepts_list, "splice", splice},
      {accepts_list, "unshift", unshift},
      {accepts_record, "hasOwnProperty", has_own_property},
      {accepts_number, "toFixed", to_fixed},
      {accepts_all, "toString", as_text},
  };
  return table;
}

}  // namespace

const Value& MethodCall::argument(std::size_t position) const {
  return position < arguments.size() ? arguments[position] : nothing;
}

std::int64_t cost(const Method& method, const Value& owner, std::span<const Value> arguments) {
  std::int64_t items = weight(owner);
  for (const Value& argument : arguments) items += weight(argument);
  return items * method.passes + 1;
}

const Method* find_method(const Value& owner, std::string_view name) {
  for (const Method& method : methods()) {
    if (method.name == name && (method.of & bit_of(owner)) != 0) return &method;
  }
  return nullptr;
}

}  // namespace anjuan::expression
