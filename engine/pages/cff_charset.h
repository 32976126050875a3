#pragma once
// Reads from a CFF font (Adobe Technical Note 5176) what a PDF needs to know of it: the CID of each
// glyph. In a CID-keyed font the charset says it; otherwise CID and glyph number are the same.

#include <cstdint>
#include <string_view>
#include <vector>

namespace anjuan::pages {

/// Replaces each glyph number in `glyphs` by its CID. False if the font cannot be read.
bool cids_of_glyphs(std::string_view cff, std::vector<std::uint32_t>& glyphs);

}  // namespace anjuan::pages
