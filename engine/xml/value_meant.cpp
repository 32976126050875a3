#include "xml/value_meant.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/text.h"
#include "xml/duration.h"

namespace anjuan::xml {
namespace {

bool is_number(std::string_view s) {
  if (s.starts_with('-')) s.remove_prefix(1);
  const auto dot = s.find('.');
  const std::string_view whole = s.substr(0, dot),
                         part = dot == std::string_view::npos ? "0" : s.substr(dot + 1);
  const auto digits = [](std::string_view d) {
    return !d.empty() && d.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return digits(whole) && digits(part) && whole.size() + part.size() <= 18;
}

/// CSS2 time: "5s", ".5s", "1.5s", "200ms".
bool is_duration(std::string_view s) {
  if (s.ends_with("ms"))
    s.remove_suffix(2);
  else if (s.ends_with("s"))
    s.remove_suffix(1);
  else
    return false;
  return is_number(s.starts_with('.') ? "0" + std::string(s) : std::string(s)) && !s.starts_with('-');
}

bool all_ids(std::string_view s) {
  const std::string clean = collapse_space(s);
  if (clean.empty()) return false;
  const auto parts = split(clean, ' ');
  return std::all_of(parts.begin(), parts.end(), [](const std::string& id) { return is_valid_id(id); });
}

/// Half-width digits for full-width ones and for numerals that stand for one digit each; the rest as it stands.
std::string with_plain_digits(std::string_view text) {
  constexpr std::u32string_view numerals = U"零一二三四五六七八九";
  std::u32string letters = to_u32(text);
  if (letters.find_first_of(U"十百千万亿") != std::u32string::npos) return std::string(text);
  for (char32_t& c : letters) {
    const auto at = numerals.find(c);
    if (c >= U'０' && c <= U'９') c = c - U'０' + U'0';
    if (at != std::u32string_view::npos) c = U'0' + static_cast<char32_t>(at);
    if (c == U'〇') c = U'0';
  }
  return to_utf8(letters);
}

/// Runs of digits: "2024", "1", "1" of “2024年1月1日”.
std::vector<std::string> runs_of_digits(std::string_view text) {
  std::vector<std::string> runs;
  bool inside = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !inside) runs.emplace_back();
    if (digit) runs.back() += c;
    inside = digit;
  }
  return runs;
}

/// "10" of “10天” and of “１０”; "" where it is not clear which number is meant.
std::string number_meant(std::string_view written) {
  if (to_u32(written).find_first_of(U"十百千万亿.-%％") != std::u32string::npos) return "";
  const std::vector<std::string> runs = runs_of_digits(with_plain_digits(written));
  return runs.size() == 1 ? runs.front() : "";
}

std::optional<std::string> date_meant(std::string_view written) {
  std::vector<std::string> runs = runs_of_digits(with_plain_digits(written));
  if (runs.size() == 1 && runs[0].size() == 8) runs = {runs[0].substr(0, 4), runs[0].substr(4, 2), runs[0].substr(6)};
  if (runs.size() != 3 || runs[0].size() != 4 || runs[1].size() > 2 || runs[2].size() > 2) return std::nullopt;
  for (std::string* part : {&runs[1], &runs[2]}) part->insert(0, 2 - part->size(), '0');
  const std::string day = join(runs, "-");
  return parse_day(day) ? std::optional(day) : std::nullopt;
}

std::optional<std::string> answer_meant(const std::string& written) {
  constexpr std::array yes{"是", "对", "要", "需要", "true", "1", "y", "yes"}, no{"否", "不", "不要", "不需要", "false", "0", "n", "no"};
  const auto among = [&](const auto& words) { return std::find(words.begin(), words.end(), written) != words.end(); };
  if (among(yes)) return "yes";
  if (among(no)) return "no";
  return std::nullopt;
}

std::optional<std::string> ids_meant(std::string_view written) {
  std::string apart(written);
  for (const char* mark : {"，", "、", "；", ",", ";", "|", "/"}) apart = replace_all(apart, mark, " ");
  const std::string clean = collapse_space(apart);
  return clean != written && all_ids(clean) ? std::optional(clean) : std::nullopt;
}

std::optional<std::string> choice_meant(const AttributeRule& rule, const std::string& written) {
  for (std::size_t i = 0; i < rule.choices.size(); ++i) {
    const std::vector<std::string> spoken = i < rule.spoken.size() ? split(rule.spoken[i], ' ') : std::vector<std::string>();
    if (lower_case(written) == rule.choices[i] || std::find(spoken.begin(), spoken.end(), written) != spoken.end()) return rule.choices[i];
  }
  return nearest(written, rule.choices);
}

}  // namespace

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

bool fits(const AttributeRule& rule, std::string_view value) {
  switch (rule.kind) {
    case ValueKind::any_text:
      return true;
    case ValueKind::text:
    case ValueKind::expression:
      return !trim(value).empty();
    case ValueKind::id:
      return is_valid_id(value);
    case ValueKind::ids:
      return all_ids(value);
    case ValueKind::integer:
      return !value.empty() && value.size() <= 9 &&
             value.find_first_not_of("0123456789") == std::string_view::npos;
    case ValueKind::number:
      return is_number(value);
    case ValueKind::date:
      return parse_day(value).has_value();
    case ValueKind::yes_no:
      return value == "yes" || value == "no";
    case ValueKind::choice:
      return std::find(rule.choices.begin(), rule.choices.end(), value) != rule.choices.end();
    case ValueKind::duration:
      return is_duration(value);
  }
  return false;
}

std::optional<std::string> value_meant(const AttributeRule& rule, std::string_view written) {
  const std::string value(trim(written));
  switch (rule.kind) {
    case ValueKind::ids:
      return ids_meant(value);
    case ValueKind::date:
      return date_meant(value);
    case ValueKind::yes_no:
      return answer_meant(lower_case(value));
    case ValueKind::choice:
      return choice_meant(rule, value);
    case ValueKind::integer:
    case ValueKind::number: {
      const std::string number = number_meant(value);
      return fits(rule, number) ? std::optional(number) : std::nullopt;
    }
    case ValueKind::duration:
      return duration_meant(value);
    default:
      return std::nullopt;
  }
}

std::optional<std::string> duration_meant(std::string_view text) {
  constexpr std::pair<std::string_view, std::int64_t> units[] = {
      {"", 1},       {"s", 1},      {"sec", 1},    {"second", 1}, {"秒", 1},     {"m", 60},      {"min", 60},    {"minute", 60},
      {"分", 60},    {"分钟", 60},  {"h", 3600},   {"hour", 3600}, {"小时", 3600}, {"d", 86400},   {"day", 86400},
      {"天", 86400}, {"日", 86400}, {"w", 604800}, {"week", 604800}, {"周", 604800}};
  const std::string plain = with_plain_digits(trim(text));
  const std::string_view written = plain;
  std::size_t digits = 0;
  while (digits < written.size() && written[digits] >= '0' && written[digits] <= '9') ++digits;
  const auto count = digits <= 6 ? parse_integer(written.substr(0, digits)) : std::nullopt;
  if (!count) return std::nullopt;
  std::string unit = lower_case(std::string(trim(written.substr(digits))));
  if (unit.size() > 1 && unit.ends_with('s')) unit.pop_back();
  for (const auto& [word, seconds] : units) {
    if (word == unit) return std::to_string(*count * seconds) + "s";
  }
  return std::nullopt;
}

}  // namespace anjuan::xml
