#include "base/unseen.h"

#include <cstdio>

#include "base/text.h"

namespace anjuan {
namespace {

bool is_unseen(char32_t c) {
  if (c < 0x20) return c != U'\t' && c != U'\n' && c != U'\r';
  return (c >= 0x7f && c < 0xa0) || c == 0x200b || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || c == 0x2060 ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

/// No byte that such a character begins with: true of most text, which then need not be decoded.
bool is_harmless(std::string_view s) {
  for (const char c : s) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x80 && is_unseen(byte)) || byte == 0xc2 || byte == 0xe2 || byte == 0xef) return false;
  }
  return true;
}

}  // namespace

std::optional<std::string> unseen_character(std::string_view utf8) {
  if (is_harmless(utf8)) return std::nullopt;
  for (const char32_t c : to_u32(utf8)) {
    if (!is_unseen(c)) continue;
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(c));
    return name;
  }
  return std::nullopt;
}

}  // namespace anjuan
