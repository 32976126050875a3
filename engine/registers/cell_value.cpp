#include "registers/cell_value.h"

#include "base/id.h"
#include "base/text.h"
#include "registers/checksums.h"
#include "registers/messages.h"

namespace anjuan::registers {

namespace {

Wording wording_of(NumberFault fault) {
  switch (fault) {
    case NumberFault::length:
      return {"应为18位", "it must have 18 characters"};
    case NumberFault::character:
      return {"有不允许的字符", "it holds a character that may not stand there"};
    case NumberFault::date:
      return {"其中的出生日期不存在", "its date of birth does not exist"};
    default:
      return {"校验码不符", "its check character does not fit"};
  }
}

/// "30%" or "0.3" as a decimal from 0 to 1.
std::optional<Decimal> read_ratio(std::string text) {
  int scale = 0;
  for (const std::string_view sign : {"%", "％"}) {
    if (text.size() > sign.size() && text.ends_with(sign)) {
      text.erase(text.size() - sign.size());
      scale = 2;
      break;
    }
  }
  const std::size_t point = text.find('.');
  std::string digits = text;
  if (point != std::string::npos) {
    scale += static_cast<int>(text.size() - point - 1);
    digits.erase(point, 1);
  }
  const std::optional<std::int64_t> mantissa = parse_integer(digits);
  if (!mantissa || *mantissa < 0 || scale > 9) return std::nullopt;
  std::int64_t one = 1;
  for (int i = 0; i < scale; ++i) one *= 10;
  if (*mantissa > one) return std::nullopt;
  return make_decimal(*mantissa, scale);
}

Result<Value> read_ids(std::string text, const Place& place) {
  for (const std::string_view mark : {"、", "，", "；", ",", ";"})
    text = replace_all(std::move(text), mark, " ");
  List ids;
  for (const std::string& id : split(collapse_space(text), ' ')) {
    if (!is_valid_id(id)) return diagnose(bad_id, place, id);
    ids.emplace_back(id);
  }
  return Value(std::move(ids));
}

Result<Value> read_trade(const std::string& text, const Mapping& mapping, const Place& place) {
  if (const std::optional<std::string> trade = mapping.trade_of(text)) return Value(*trade);
  std::vector<std::string> names;
  for (const Trade& trade : mapping.trades) names.push_back(trade.id);
  return diagnose(unknown_trade, place, text, enumerated(names));
}

}  // namespace

Result<Value> read_cell(const std::string& text, const Column& column, const Mapping& mapping,
                        const Place& place) {
  if (text.empty()) return Value();
  switch (column.kind) {
    case ColumnKind::id:
      if (!is_valid_id(text)) return diagnose(bad_id, place, text);
      return Value(text);
    case ColumnKind::id_list:
      return read_ids(text, place);
    case ColumnKind::trade:
      return read_trade(text, mapping, place);
    case ColumnKind::credit_code:
      if (const NumberFault fault = check_credit_code(text); fault != NumberFault::none) {
        return diagnose(bad_credit_code, place, text, wording_of(fault));
      }
      return Value(text);
    case ColumnKind::identity_number:
      if (const NumberFault fault = check_identity_number(text); fault != NumberFault::none) {
        return diagnose(bad_identity_number, place, text, wording_of(fault));
      }
      return Value(text);
    case ColumnKind::date:
      if (const std::optional<Day> day = parse_loose_day(text)) return Value(*day);
      return diagnose(bad_date, place, column.name, text);
    case ColumnKind::count:
      if (const std::optional<std::int64_t> n = parse_integer(text); n && *n >= 0) return Value(*n);
      return diagnose(bad_count, place, column.name, text);
    case ColumnKind::ratio:
      if (const std::optional<Decimal> ratio = read_ratio(text)) return Value(*ratio);
      return diagnose(bad_ratio, place, column.name, text);
    case ColumnKind::yes_no:
      if (text == "是" || text == "否") return Value(text == "是");
      return diagnose(bad_yes_no, place, column.name, text);
    default:
      return Value(text);
  }
}

}  // namespace anjuan::registers
