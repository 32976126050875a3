#include "sheets/number_text.h"

#include <cctype>
#include <chrono>
#include <optional>

#include "base/date.h"
#include "base/text.h"
#include "sheets/part_reader.h"

namespace anjuan::sheets {

namespace {

constexpr std::size_t shown_digits = 15;  // as spreadsheet programs show

/// A decimal number as digits × 10^-scale.
struct Digits {
  bool negative = false;
  std::string digits;  // no leading zeros
  int scale = 0;
};

std::optional<Digits> read_digits(std::string_view text) {
  Digits read;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    read.negative = text[0] == '-';
    text.remove_prefix(1);
  }
  bool point = false, any = false;
  std::size_t i = 0;
  for (; i < text.size() && text[i] != 'E' && text[i] != 'e'; ++i) {
    if (text[i] == '.' && !point) {
      point = true;
      continue;
    }
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    any = true;
    if (point) ++read.scale;
    if (!read.digits.empty() || text[i] != '0') read.digits += text[i];
  }
  if (!any) return std::nullopt;
  if (i < text.size()) {
    std::string_view exponent = text.substr(i + 1);
    if (!exponent.empty() && exponent[0] == '+') exponent.remove_prefix(1);
    const std::optional<std::int64_t> value = parse_integer(exponent);
    if (!value || *value > 400 || *value < -400) return std::nullopt;
    read.scale -= static_cast<int>(*value);
  }
  return read;
}

void round_to_shown(Digits& number) {
  if (number.digits.size() <= shown_digits) return;
  const bool up = number.digits[shown_digits] >= '5';
  number.scale -= static_cast<int>(number.digits.size() - shown_digits);
  number.digits.resize(shown_digits);
  if (!up) return;
  for (std::size_t i = shown_digits; i-- > 0;) {
    if (number.digits[i] != '9') {
      ++number.digits[i];
      return;
    }
    number.digits[i] = '0';
  }
  number.digits.insert(number.digits.begin(), '1');
}

std::string print(Digits number) {
  while (number.scale > 0 && !number.digits.empty() && number.digits.back() == '0') {
    number.digits.pop_back();
    --number.scale;
  }
  if (number.digits.empty()) return "0";
  std::string text = number.digits;
  if (number.scale <= 0) {
    text.append(static_cast<std::size_t>(-number.scale), '0');
  } else {
    const auto scale = static_cast<std::size_t>(number.scale);
    if (text.size() <= scale) text.insert(0, scale + 1 - text.size(), '0');
    text.insert(text.size() - scale, ".");
  }
  return (number.negative ? "-" : "") + text;
}

}  // namespace

std::string plain_number(std::string_view written) {
  std::optional<Digits> number = read_digits(written);
  if (!number) return std::string(written);
  // A whole number of up to 18 digits is exact as written: identity numbers stay what they are.
  const bool whole = number->scale == 0 && written.find_first_of("eE.") == std::string_view::npos;
  if (!whole) round_to_shown(*number);
  return print(*number);
}

namespace {
/// The part of a day after the point as hours and minutes; "" at midnight.
std::string time_text(std::string_view decimals) {
  std::string fraction(decimals.substr(0, 9));
  fraction.append(9 - fraction.size(), '0');
  const std::int64_t minutes = (*parse_integer(fraction) * 1440 + 500000000) / 1000000000;
  if (minutes == 0 || minutes >= 1440) return {};
  const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return two(minutes / 60) + ":" + two(minutes % 60);
}
}  // namespace

std::string day_text(std::string_view serial, bool epoch_1904) {
  const std::string plain = plain_number(serial);
  const std::size_t point = plain.find('.');
  const std::optional<std::int64_t> day = parse_integer(plain.substr(0, point));
  if (!day || *day < 0 || *day > 2958465) return plain;  // 9999-12-31
  const std::string time = time_text(point == std::string::npos ? "" : plain.substr(point + 1));
  if (*day == 0 && (!epoch_1904 || !time.empty())) return time.empty() ? plain : time;
  std::int64_t since_1970 = *day - 25569;  // day 25569 is 1970-01-01
  if (epoch_1904) {
    since_1970 += 1462;
  } else if (*day < 60) {
    since_1970 += 1;  // the 1900 system counts a 29 February 1900 that never was
  }
  const std::string text = iso(Day(std::chrono::days(since_1970)));
  return time.empty() ? text : text + " " + time;
}

bool is_date_format(std::string_view code) {
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"' || c == '[') {
      const std::size_t end = code.find(c == '"' ? '"' : ']', i + 1);
      if (end == std::string_view::npos) return false;
      // "[h]:mm" counts hours beyond a day: a duration, not a time.
      const std::string_view inside = code.substr(i + 1, end - i - 1);
      if (c == '[' && !inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos)
        return false;
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (const char lower = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
               std::string_view("ydmhs").find(lower) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

namespace {
/// Format numbers that are dates or times without a written code (ECMA-376 part 1, 18.8.30, with the Chinese
/// ones 27 to 36 and 50 to 58).
bool is_builtin_date(std::int64_t id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) || id == 45 || id == 47;
}
}  // namespace

Result<std::set<std::size_t>> date_styles(std::string_view styles_xml, const std::string& part,
                                          const std::string& file) {
  std::map<std::int64_t, bool> written;
  std::set<std::size_t> dates;
  std::size_t index = 0;
  bool in_cells = false;
  PartEvents events;
  events.open = [&](std::string_view name, const PartAttributes& attributes) {
    const std::int64_t id = parse_integer(value_of(attributes, "numFmtId")).value_or(0);
    if (name == "numFmt") written[id] = is_date_format(value_of(attributes, "formatCode"));
    if (name == "cellXfs") in_cells = true;
    if (name == "xf" && in_cells) {
      const auto found = written.find(id);
      if (found != written.end() ? found->second : is_builtin_date(id)) dates.insert(index);
      ++index;
    }
  };
  events.close = [&](std::string_view name) {
    if (name == "cellXfs") in_cells = false;
  };
  ANJUAN_DO(read_part(styles_xml, part, file, events));
  return dates;
}

}  // namespace anjuan::sheets
