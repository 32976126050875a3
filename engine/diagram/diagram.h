#pragma once
// A procedure drawn as a state chart for paper: pages of A4 with boxes in boxes, who does what under
// which condition, papers and time limits. The same definition gives the same bytes everywhere: no
// font is measured, widths are upper bounds over the usual sans-serif fonts.

#include <string>
#include <vector>

#include "base/result.h"
#include "diagram/drawing.h"
#include "procedure/definition.h"

namespace anjuan::diagram {

inline constexpr std::size_t max_states = 2000;  ///< of a definition that is drawn

/// One page where everything fits; else an overview, then a page for each big step. Refused: a
/// definition of more states than can be drawn.
Result<std::vector<Page>> draw(const procedure::Definition&, Language);

/// One page as an SVG file of that size; text stays text.
std::string write_svg(const Page&);
/// All pages in one SVG file, one below the other.
std::string write_svg(const std::vector<Page>&);

}  // namespace anjuan::diagram
