#pragma once
// Signs → lines.

#include "measurement/finished_paper.h"

namespace anjuan::measurement {

/// Joins signs that stand on one baseline and follow one another; blanks are left out at both ends.
std::vector<Line> join_signs(std::vector<Sign> signs);

}  // namespace anjuan::measurement
