#include "publication/sensitive.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

#include "base/date.h"
#include "base/text.h"

namespace anjuan::publication {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

bool passes_luhn(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[digits.size() - 1 - i] - '0';
    sum += i % 2 == 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
  }
  return sum % 10 == 0;
}

/// Four digits that can be a year of issue.
bool is_year(std::string_view digits) { return digits >= "1980" && digits <= "2099"; }

/// 律师 1+4+year, 基层法律服务工作者 3+6+year.
bool has_year_of_issue(std::string_view digits) {
  return is_year(digits.substr(5, 4)) || is_year(digits.substr(7, 4));
}

/// A run of ASCII letters and digits (full-width ones folded), with the separator before it.
struct Run {
  std::string text;
  std::size_t offset = 0;  ///< in bytes
  bool joined = false;     ///< exactly one separator stands between it and the run before
};

char folded(char32_t c) {
  if (c >= 0xFF10 && c <= 0xFF19) return static_cast<char>('0' + (c - 0xFF10));
  if (c >= 0xFF21 && c <= 0xFF3A) return static_cast<char>('A' + (c - 0xFF21));
  if (c >= 0xFF41 && c <= 0xFF5A) return static_cast<char>('a' + (c - 0xFF41));
  const bool alnum = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return alnum ? static_cast<char>(c) : '\0';
}

bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

bool is_separator(char32_t c) {
  return c == ' ' || c == '-' || c == '.' || c == 0xA0 || c == 0xB7 || (c >= 0x2010 && c <= 0x2015) ||
         c == 0x2212 || c == 0x3000 || c == 0xFF0D;
}

/// Characters of the text; where the bytes are not UTF-8 each byte is one, so that nothing is skipped.
std::u32string characters(std::string_view text) {
  if (!find_invalid_utf8(text)) return to_u32(text);
  std::u32string bytes;
  for (const unsigned char byte : text) bytes += byte;
  return bytes;
}

std::size_t bytes_of(char32_t c, bool valid) {
  return !valid ? 1 : c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

std::vector<Run> runs_of(std::string_view text) {
  const bool valid = !find_invalid_utf8(text);
  std::vector<Run> runs;
  std::size_t offset = 0, between = 2;
  bool only_separators = true;
  for (const char32_t c : characters(text)) {
    if (const char letter = folded(c)) {
      if (between > 0) runs.push_back({"", offset, between == 1 && only_separators && !runs.empty()});
      runs.back().text += letter;
      between = 0;
      only_separators = true;
    } else if (!is_invisible(c)) {
      ++between;
      only_separators = only_separators && is_separator(c);
    }
    offset += bytes_of(c, valid);
  }
  return runs;
}

using Sizes = std::vector<std::size_t>;

bool is_grouped_card(const Sizes& sizes) {
  if (sizes == Sizes{6, 13} || sizes == Sizes{6, 10}) return true;
  if (sizes.size() < 4 || sizes.back() > 4) return false;
  return std::all_of(sizes.begin(), sizes.end() - 1, [](std::size_t size) { return size == 4; });
}

bool is_one_of(const Sizes& sizes, std::initializer_list<Sizes> known) {
  return std::find(known.begin(), known.end(), sizes) != known.end();
}

std::string without_country_code(const std::string& digits) {
  if (digits.size() == 13 && digits.starts_with("86")) return digits.substr(2);
  if (digits.size() == 15 && digits.starts_with("0086")) return digits.substr(4);
  return digits;
}

/// What the runs [first, last) make together, in the way such numbers are grouped.
std::optional<Sensitive> recognise(const std::vector<Run>& runs, std::size_t first, std::size_t last) {
  std::string number;
  Sizes sizes;
  for (std::size_t i = first; i < last; ++i) {
    number += runs[i].text;
    sizes.push_back(runs[i].text.size());
  }
  const bool whole = sizes.size() == 1;
  const std::size_t offset = runs[first].offset;
  if ((whole || is_one_of(sizes, {{6, 8, 4}, {6, 4, 4, 4}})) && is_identity_number(number)) {
    return Sensitive{SensitiveKind::identity_number, number, offset};
  }
  const std::string local = whole ? without_country_code(number) : number;
  if ((whole || is_one_of(sizes, {{3, 4, 4}, {4, 3, 4}, {3, 8}})) && is_mobile_number(local)) {
    return Sensitive{SensitiveKind::mobile_phone, local, offset};
  }
  if ((whole || is_grouped_card(sizes)) && is_bank_card(number)) {
    return Sensitive{SensitiveKind::bank_card, number, offset};
  }
  return std::nullopt;
}

}  // namespace

Wording name_of(SensitiveKind kind) {
  switch (kind) {
    case SensitiveKind::identity_number:
      return {"身份证件号码", "identity number"};
    case SensitiveKind::mobile_phone:
      return {"手机号码", "mobile number"};
    case SensitiveKind::bank_card:
      break;
  }
  return {"银行卡号", "bank card number"};
}

bool is_identity_number(std::string_view text) {
  if (text.size() != 18 || !all_digits(text.substr(0, 17))) return false;
  const std::string_view birthday = text.substr(6, 8);
  if (birthday < "19000101" || birthday > "20991231") return false;
  const std::string day = std::string(birthday.substr(0, 4)) + "-" + std::string(birthday.substr(4, 2)) +
                          "-" + std::string(birthday.substr(6, 2));
  if (!parse_day(day)) return false;
  constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * (text[i] - '0');
  const char last = text[17] == 'x' ? 'X' : text[17];
  return last == std::string_view("10X98765432")[static_cast<std::size_t>(sum % 11)];
}

bool is_mobile_number(std::string_view text) {
  return text.size() == 11 && all_digits(text) && text[0] == '1' && text[1] >= '3';
}

bool is_bank_card(std::string_view text) {
  if (text.size() < 16 || text.size() > 19 || !all_digits(text) || !passes_luhn(text)) return false;
  if (text.find_first_not_of('0') == std::string_view::npos) return false;
  return text.size() != 17 || !has_year_of_issue(text);
}

std::vector<Sensitive> find_sensitive(std::string_view text) {
  constexpr std::size_t most_groups = 5;
  const std::vector<Run> runs = runs_of(text);
  std::vector<Sensitive> found;
  for (std::size_t first = 0; first < runs.size();) {
    std::size_t last = first + 1;
    while (last < runs.size() && last - first < most_groups && runs[last].joined) ++last;
    std::optional<Sensitive> hit;
    for (; last > first && !hit; --last) hit = recognise(runs, first, last);
    first = hit ? last + 1 : first + 1;
    if (hit) found.push_back(std::move(*hit));
  }
  return found;
}

std::string masked(std::string_view number) {
  constexpr std::size_t front = 3, back = 2;
  if (number.size() <= front + back) return std::string(number.size(), '*');
  return std::string(number.substr(0, front)) + std::string(number.size() - front - back, '*') +
         std::string(number.substr(number.size() - back));
}

std::string masked_name(std::string_view name) {
  const std::u32string all = characters(name);
  return all.empty() ? "" : to_utf8(all.front()) + "某";
}

}  // namespace anjuan::publication
