#include "base/text.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace anjuan {
namespace {

/// Length of the UTF-8 sequence at `at` with its code point, or 0 if it is not valid.
std::size_t decode(std::string_view s, std::size_t at, char32_t* out) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[at + i]); };
  const auto tail = [&](std::size_t i) { return at + i < s.size() && (byte(i) & 0xc0) == 0x80; };
  const unsigned char b = byte(0);
  if (b < 0x80) {
    *out = b;
    return 1;
  }
  if (b >= 0xc2 && b <= 0xdf && tail(1)) {
    *out = static_cast<char32_t>((b & 0x1f) << 6 | (byte(1) & 0x3f));
    return 2;
  }
  if (b >= 0xe0 && b <= 0xef && tail(1) && tail(2)) {
    *out = static_cast<char32_t>((b & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f));
    return *out >= 0x800 && !(*out >= 0xd800 && *out <= 0xdfff) ? 3 : 0;
  }
  if (b >= 0xf0 && b <= 0xf4 && tail(1) && tail(2) && tail(3)) {
    *out = static_cast<char32_t>((b & 0x07) << 18 | (byte(1) & 0x3f) << 12 | (byte(2) & 0x3f) << 6 |
                                 (byte(3) & 0x3f));
    return *out >= 0x10000 && *out <= 0x10ffff ? 4 : 0;
  }
  return 0;
}

std::optional<std::string> convert(std::string_view bytes, const char* from, const char* to) {
  const iconv_t handle = iconv_open(to, from);
  if (handle == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string out(bytes.size() * 4 + 16, '\0');
  char* source = const_cast<char*>(bytes.data());
  std::size_t source_left = bytes.size();
  char* target = out.data();
  std::size_t target_left = out.size();
  const std::size_t status = iconv(handle, &source, &source_left, &target, &target_left);
  iconv_close(handle);
  if (status == static_cast<std::size_t>(-1)) return std::nullopt;
  out.resize(out.size() - target_left);
  return out;
}

bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0x303e) || (c >= 0x3041 && c <= 0xa4cf) ||
         (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) ||
         (c >= 0xff00 && c <= 0xff60) || (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x20000 && c <= 0x3fffd) ||
         c == 0x2018 || c == 0x2019 || c == 0x201c || c == 0x201d || c == 0x2014 || c == 0x2026;
}

/// A number from 1 up in characters. `leading`: nothing stands before it, so that 12 is 十二 and not
/// 一十二 as in 一百一十二.
std::string counted(std::uint64_t n, bool leading) {
  struct Unit {
    std::uint64_t size;
    const char* name;
  };
  static constexpr std::array<Unit, 5> units = {
      {{100'000'000, "亿"}, {10'000, "万"}, {1'000, "千"}, {100, "百"}, {10, "十"}}};
  static constexpr std::array digits = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  for (const Unit& unit : units) {
    if (n < unit.size) continue;
    const bool bare_ten = leading && unit.size == 10 && n < 20;
    const std::uint64_t rest = n % unit.size;
    const std::string head = bare_ten ? "" : counted(n / unit.size, leading);
    const bool gap = rest != 0 && rest < unit.size / 10;
    return head + unit.name + (gap ? "零" : "") + (rest == 0 ? "" : counted(rest, false));
  }
  return digits[n];
}

/// As the eye reads it: capitals as small letters, full-width signs as half-width ones.
std::u32string as_read(std::string_view word) {
  std::u32string letters = to_u32(word);
  for (char32_t& c : letters) {
    if (c >= U'！' && c <= U'～') c -= U'！' - U'!';
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
  }
  return letters;
}

/// Letters added, left out or exchanged; two neighbours the wrong way round are one slip, as they are for who types.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view s) {
  constexpr std::uint64_t not_ascii = 0x8080808080808080;
  char32_t c = 0;
  for (std::size_t i = 0; i < s.size();) {
    if (static_cast<unsigned char>(s[i]) < 0x80) {  // a register is a text of a hundred million bytes
      std::uint64_t eight = not_ascii;
      if (s.size() - i >= sizeof eight) std::memcpy(&eight, s.data() + i, sizeof eight);
      i += (eight & not_ascii) == 0 ? sizeof eight : 1;
      continue;
    }
    const std::size_t n = decode(s, i, &c);
    if (n == 0) return i;
    i += n;
  }
  return std::nullopt;
}

std::u32string to_u32(std::string_view s) {
  std::u32string out;
  out.reserve(s.size());
  for (std::size_t i = 0; i < s.size();) {
    char32_t c = 0;
    const std::size_t n = decode(s, i, &c);
    out += n ? c : U'\ufffd';
    i += n ? n : 1;
  }
  return out;
}

std::string to_utf8(char32_t c) {
  std::string out;
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xc0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xe0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
    out += static_cast<char>(0x80 | (c & 0x3f));
  } else {
    out += static_cast<char>(0xf0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3f));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
    out += static_cast<char>(0x80 | (c & 0x3f));
  }
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) out += to_utf8(c);
  return out;
}

std::size_t count_characters(std::string_view s) {
  return static_cast<std::size_t>(std::count_if(
      s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::optional<std::string> from_gb18030(std::string_view bytes) { return convert(bytes, "GB18030", "UTF-8"); }

std::string to_gb18030(std::string_view utf8) {
  return convert(utf8, "UTF-8", "GB18030").value_or(std::string());
}

int display_width(std::string_view s) {
  int width = 0;
  for (const char32_t c : to_u32(s)) width += is_wide(c) ? 2 : 1;
  return width;
}

std::string_view trim(std::string_view s) {
  constexpr std::string_view wide = "\u3000";
  const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  for (;;) {
    if (!s.empty() && space(s.front()))
      s.remove_prefix(1);
    else if (s.starts_with(wide))
      s.remove_prefix(wide.size());
    else if (!s.empty() && space(s.back()))
      s.remove_suffix(1);
    else if (s.ends_with(wide))
      s.remove_suffix(wide.size());
    else
      return s;
  }
}

std::vector<std::string> split(std::string_view s, char separator) {
  std::vector<std::string> out;
  for (;;) {
    const auto end = s.find(separator);
    out.emplace_back(s.substr(0, end));
    if (end == std::string_view::npos) return out;
    s.remove_prefix(end + 1);
  }
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += separator;
    out += parts[i];
  }
  return out;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string collapse_space(std::string_view s) {
  std::string out;
  bool pending = false;
  for (const char c : trim(s)) {
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      pending = true;
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    out += c;
  }
  return out;
}

std::string chinese_digits(std::int64_t n) {
  static constexpr std::array digits = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  std::string out;
  for (const char c : std::to_string(n)) out += c == '-' ? "负" : digits[static_cast<std::size_t>(c - '0')];
  return out;
}

std::string chinese_number(std::int64_t n) {
  if (n == 0) return "〇";
  const std::uint64_t size = n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
  return (n < 0 ? "负" : "") + counted(size, true);
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> words) {
  const std::u32string wanted = as_read(word);
  std::optional<std::string> best;
  std::size_t best_distance = wanted.size() <= 2 ? 1 : wanted.size() <= 6 ? 2 : wanted.size() / 3;
  ++best_distance;
  for (const std::string& candidate : words) {
    const std::u32string letters = as_read(candidate);
    const std::size_t distance = edit_distance(wanted, letters);
    const bool some_in_common = distance < std::max(wanted.size(), letters.size());
    if (distance < best_distance && some_in_common) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

std::optional<std::int64_t> parse_integer(std::string_view s) {
  std::int64_t n = 0;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), n);
  if (s.empty() || error != std::errc() || end != s.data() + s.size()) return std::nullopt;
  return n;
}

}  // namespace anjuan
