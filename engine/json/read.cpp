// JSON text as values. The grammar is nlohmann's; the building of values, the exact decimals and the
// messages are ours. No recursion: the depth of foreign data cannot exhaust the stack.

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "json/json.h"
#include "json/messages.h"

namespace anjuan::json {
namespace {

constexpr std::size_t max_depth = 200;

/// "-12.50e1" exactly, or nothing where int64 and nine decimals do not hold it.
std::optional<Decimal> parse_decimal(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  std::int64_t exponent = 0;
  if (e != std::string_view::npos) {
    std::string_view power = text.substr(e + 1);
    if (power.starts_with('+')) power.remove_prefix(1);
    const auto parsed = parse_integer(power);
    if (!parsed || *parsed < -30 || *parsed > 30) return std::nullopt;
    exponent = *parsed;
    text = text.substr(0, e);
  }
  std::string digits;
  const std::size_t point = text.find('.');
  std::int64_t scale = -exponent;
  if (point != std::string_view::npos) {
    digits = std::string(text.substr(0, point)).append(text.substr(point + 1));
    scale += static_cast<std::int64_t>(text.size() - point - 1);
  } else {
    digits = std::string(text);
  }
  for (; scale > 0 && digits.size() > 1 && digits.back() == '0'; --scale) digits.pop_back();
  for (; scale < 0; ++scale) digits += '0';
  const auto mantissa = parse_integer(digits);
  if (!mantissa || scale > 9) return std::nullopt;
  return make_decimal(*mantissa, static_cast<int>(scale));
}

/// The form that `text_of(Decimal)` writes.
bool looks_decimal(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const auto digits = [](std::string_view part) {
    return !part.empty() &&
           std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (point == std::string_view::npos) return digits(text);
  return digits(text.substr(0, point)) && digits(text.substr(point + 1));
}

/// Receives the parser's events and builds the value.
class Builder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  Builder(std::string_view text, const Place& place) : text_(text), place_(place) {}

  bool null() { return add(Value()); }
  bool boolean(bool b) { return add(Value(b)); }
  bool number_integer(number_integer_t i) { return add(Value(i)); }
  bool number_unsigned(number_unsigned_t u) {
    if (u > static_cast<std::uint64_t>(INT64_MAX))
      return refuse(messages::number_out_of_range, std::to_string(u));
    return add(Value(static_cast<std::int64_t>(u)));
  }
  bool number_float(number_float_t, const string_t& written) {
    const auto decimal = parse_decimal(written);
    return decimal ? add(Value(*decimal)) : refuse(messages::number_out_of_range, written);
  }
  bool string(string_t& s) { return add(Value(std::move(s))); }
  bool binary(binary_t&) { return false; }
  bool start_object(std::size_t) { return open(true); }
  bool start_array(std::size_t) { return open(false); }
  bool key(string_t& name) {
    open_.back().name = std::move(name);
    return !open_.back().fields.contains(open_.back().name) ||
           refuse(messages::duplicate_name, open_.back().name);
  }
  bool end_object() {
    Open done = std::move(open_.back());
    open_.pop_back();
    return close_record(std::move(done.fields));
  }
  bool end_array() {
    List list = std::move(open_.back().list);
    open_.pop_back();
    return add(Value(std::move(list)));
  }
  bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception&) {
    const std::size_t after = std::min(position, text_.size());
    Diagnostic found = diagnose(messages::not_json, place_at(after == 0 ? 0 : after - 1), shown(token));
    refusal_ = std::move(found);
    return false;
  }

  Result<Value> take() && {
    if (refusal_) return std::move(*refusal_);
    return std::move(result_);
  }

 private:
  struct Open {
    bool is_record = false;
    std::string name;
    Fields fields;
    List list;
  };

  static std::string shown(const std::string& token) {
    std::string text = find_invalid_utf8(token) ? "" : token;
    if (text.size() > 40) text.erase(40);
    while (find_invalid_utf8(text)) text.pop_back();
    return text;
  }

  Place place_at(std::size_t offset) const {
    Place place = place_;
    const std::string_view before = text_.substr(0, offset);
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    place.line = std::max(place_.line, 1) + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    const std::string_view on_line = before.substr(line_start);
    place.column = (line_start == 0 ? std::max(place_.column, 1) : 1) +
                   static_cast<int>(find_invalid_utf8(on_line) ? on_line.size() : count_characters(on_line));
    return place;
  }

  template <int Blanks>
  bool refuse(const Message<Blanks>& message, std::string value) {
    refusal_ = diagnose(message, place_, std::move(value));
    return false;
  }

  bool open(bool is_record) {
    if (open_.size() >= max_depth) return refuse(messages::too_deep, std::to_string(max_depth));
    open_.emplace_back().is_record = is_record;
    return true;
  }

  bool add(Value value) {
    if (open_.empty()) {
      result_ = std::move(value);
    } else if (open_.back().is_record) {
      open_.back().fields.insert_or_assign(open_.back().name, std::move(value));
    } else {
      open_.back().list.push_back(std::move(value));
    }
    return true;
  }

  bool close_record(Fields fields) {
    if (fields.size() == 1 && fields.begin()->second.is(Value::Kind::text)) {
      const auto& [name, value] = *fields.begin();
      if (name == "$date") {
        const auto day = parse_day(value.text());
        return day ? add(Value(*day)) : refuse(messages::bad_date, value.text());
      }
      if (name == "$decimal") {
        const auto decimal = looks_decimal(value.text()) ? parse_decimal(value.text()) : std::nullopt;
        return decimal ? add(Value(*decimal)) : refuse(messages::bad_decimal, value.text());
      }
    }
    Fields unescaped;
    for (const auto& [name, value] : fields) {
      unescaped.emplace(name.starts_with("$$") ? name.substr(1) : name, value);
    }
    return add(Value(std::move(unescaped)));
  }

  std::string_view text_;
  const Place& place_;
  std::vector<Open> open_;
  Value result_;
  std::optional<Diagnostic> refusal_;
};

}  // namespace

Result<Value> read(std::string_view text, const Place& place) {
  Builder builder(text, place);
  nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  return std::move(builder).take();
}

}  // namespace anjuan::json
