#pragma once
// 递补: what later events change in the teams. No seat moves that the event does not touch.

#include "draw/object_lots.h"
#include "draw/teams.h"

namespace anjuan::draw {

/// Applies the events in turn; E_EVENT or E_RESERVE names the first that cannot be.
Outcome substitute(const Roster&, const Seed&, const Events&, ObjectLots&, Teams&);

}  // namespace anjuan::draw
