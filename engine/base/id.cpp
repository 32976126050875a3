#include "base/id.h"

#include "base/text.h"

namespace anjuan {

bool is_valid_id(std::string_view text) {
  if (find_invalid_utf8(text)) return false;
  const std::u32string letters = to_u32(text);
  if (letters.empty() || letters.size() > 64) return false;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char32_t c = letters[i];
    const bool word = (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
                      (c >= 0x3400 && c <= 0x9fff) || c == 0x3007 || (c >= 0x20000 && c <= 0x3ffff);
    const bool joint = c == U'.' || c == U'_' || c == U'-';
    if (!word && !(joint && i > 0)) return false;
  }
  return true;
}

}  // namespace anjuan
