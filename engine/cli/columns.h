#pragma once
// Text in columns on a terminal: Chinese characters are two columns wide.

#include <string>
#include <string_view>
#include <vector>

namespace anjuan::cli {

/// Sentences on a terminal are wrapped at this column.
inline constexpr int line_width = 84;

/// Rows of cells, from left to right.
using Rows = std::vector<std::vector<std::string>>;

/// The text with spaces up to `width` columns; longer ones stay whole.
std::string padded(std::string_view text, int width);

/// Rows with their cells aligned, two spaces apart; each line begins with `indent`. The last column
/// is not padded. Rows may have different numbers of cells.
std::string in_columns(const Rows& rows, std::string_view indent = "");

/// The text on lines of at most `width` columns, each after the first beginning with `indent`; line
/// ends within the text stay.
std::string wrapped(std::string_view text, int width, std::string_view indent);

/// At most `width` columns, cut with an ellipsis; line ends become spaces.
std::string shortened(std::string_view text, int width);

}  // namespace anjuan::cli
