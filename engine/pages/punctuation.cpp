#include "pages/punctuation.h"

#include <string_view>

namespace anjuan::pages {
namespace {

/// Marks as wide as a character; those of a western face are narrow already.
bool is_square(const Item& item) { return item.width * 10 >= item.size * 9; }

/// Whether the first of two marks gives half a square: ）。 》（ “《.
bool meet(const Item& first, const Item& second) {
  if (!is_square(first) || !is_square(second) || first.size != second.size) return false;
  // ？ and ！ fill more than the half of their square.
  const bool closing = is_closing_mark(first.character) && !is_in(first.character, U"？！");
  if (closing) return is_closing_mark(second.character) || is_opening_mark(second.character);
  return is_opening_mark(first.character) && is_opening_mark(second.character);
}

}  // namespace

bool is_in(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }
bool is_closing_mark(char32_t character) { return is_in(character, U"，。、；：！？）〕】」』》〉”’"); }
bool is_opening_mark(char32_t character) { return is_in(character, U"（〔【「『《〈“‘"); }
bool is_han(char32_t c) {
  return c == 0x3007 || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
         (c >= 0x20000 && c <= 0x3ffff);
}
bool is_western(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c == U'%';
}

void space_items(std::vector<Item>& items) {
  for (std::size_t i = 0; i + 1 < items.size(); ++i) {
    Item& item = items[i];
    const Item& next = items[i + 1];
    if (meet(item, next)) {
      item.width -= item.size / 2;
      continue;
    }
    const bool west = is_western(item.character), next_west = is_western(next.character);
    // A wider gap is read as a space by those who copy the text.
    if ((west && is_han(next.character)) || (is_han(item.character) && next_west))
      item.width += item.size * 8 / 100;
    item.rigid = west || next_west;
  }
}

}  // namespace anjuan::pages
