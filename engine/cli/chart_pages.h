#pragma once
// Pages of a chart as pages of a PDF, drawn as lines and letters.

#include <vector>

#include "base/result.h"
#include "diagram/drawing.h"
#include "pages/setting.h"

namespace anjuan::pages {
class Fonts;
}

namespace anjuan::cli {

/// Refused: a character that no font has.
Result<std::vector<pages::Page>> chart_pages(const std::vector<diagram::Page>&, const pages::Fonts&);

}  // namespace anjuan::cli
