#pragma once
// How wide text may become: upper bounds over the sans-serif fonts that a viewer may take, so that
// nothing overflows whichever it has.

#include <string>
#include <string_view>
#include <vector>

namespace anjuan::diagram {

/// Width in hundredths of a point of the text at `size` (the same unit).
int text_width(std::string_view text, int size, bool bold = false);

/// The text in lines no wider than `width`, broken between Chinese characters and at spaces; never
/// before a closing mark. At most `most` lines: then the last ends in "…".
std::vector<std::string> broken(std::string_view text, int size, int width, int most, bool bold = false);

/// At most so many characters, the last "…" where some were left out.
std::string shortened(std::string_view text, std::size_t characters);

}  // namespace anjuan::diagram
