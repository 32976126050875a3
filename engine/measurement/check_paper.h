#pragma once
// A finished paper held against a style: every figure in which it differs, with page and clause.

#include <memory>
#include <vector>

#include "measurement/finished_paper.h"

namespace anjuan::measurement {

/// In reading order of the parts of a paper; nothing: it keeps to the style. A paper without any text that
/// could be measured says only that.
Diagnostics check_paper(const FinishedPaper& paper, const pages::Style& style);

/// The style that the paper names or, where it names none of these, the last one among those made after
/// the standard that it differs least from. `styles` is not empty.
const pages::Style& style_for(const FinishedPaper& paper,
                              const std::vector<std::shared_ptr<const pages::Style>>& styles);

}  // namespace anjuan::measurement
