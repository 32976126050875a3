#pragma once
// Runs of text → glyphs with widths, one for each character: Chinese and digits need no more shaping
// than that. A character that no font has is reported, never dropped.

#include <vector>

#include "base/diagnostic.h"
#include "pages/fonts.h"
#include "pages/manuscript.h"

namespace anjuan::pages {

/// One character as it will stand on a line, or (character 0) a ruled blank to write in.
struct Item {
  char32_t character = 0;
  std::uint32_t glyph = 0;
  int face = 0;
  int size = 0;   ///< µm
  int width = 0;  ///< µm, with the grid's share
  bool underline = false;
  bool rigid = false;  ///< the gap behind it is not stretched
};

/// U+2028 in the text becomes an Item with this character and no width.
constexpr char32_t kLineEnd = 0x2028;

struct Type {
  FontRole font = FontRole::fang_song;
  int size = 0;   ///< µm
  int extra = 0;  ///< µm added to each character (the grid's pitch less the size)
};

/// `problems` gets one diagnostic for each character that no font has.
std::vector<Item> shape(const Runs& runs, const Type& type, const Fonts& fonts, Diagnostics& problems);

}  // namespace anjuan::pages
