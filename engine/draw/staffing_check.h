#pragma once
// The check at the time of freezing: can every object be staffed on its own?

#include <string>

#include "draw/roster.h"

namespace anjuan::draw {

/// One diagnostic for each object (not of mode skip) whose seats cannot all be filled by different
/// inspectors who are in, have the tag, no conflict and a cap other than 0.
Diagnostics check_staffing(const Roster&, const std::string& file);

/// What would fail after the ceremony whatever was thrown: of each stratum as many objects as will be drawn, and
/// not enough inspectors for their seats, conflicts aside. Told only where the objects of a stratum are alike in
/// their seats, for then it does not matter which of them are drawn.
Diagnostics check_room(const FrozenList&);

}  // namespace anjuan::draw
