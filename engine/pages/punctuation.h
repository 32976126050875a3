#pragma once
// Marks and letters beside one another: the empty halves of marks that meet, the gap between Chinese and
// western characters.

#include <string_view>
#include <vector>

#include "pages/shape.h"

namespace anjuan::pages {

/// Whether the character is one of the set.
bool is_in(char32_t, std::u32string_view set);
/// A mark whose right half is empty, such as ，。）》: it may stand in the margin by that half.
bool is_closing_mark(char32_t character);
/// A mark whose left half is empty, such as （《“.
bool is_opening_mark(char32_t character);
/// A Chinese character, not a mark.
bool is_han(char32_t character);
/// A letter or figure of half a square.
bool is_western(char32_t character);

/// Takes the empty half between two marks that meet, sets a small gap between Chinese and western
/// characters, and makes figures and words of western letters rigid.
void space_items(std::vector<Item>& items);

}  // namespace anjuan::pages
