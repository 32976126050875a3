#pragma once
// Which objects are chosen: quotas, tickets and ranks.

#include <vector>

#include "draw/result.h"
#include "draw/roster.h"

namespace anjuan::draw {

struct ObjectLots {
  std::vector<StratumOutcome> strata;
  std::vector<ObjectLot> lots;           ///< one for each object, by index in the list
  std::vector<std::vector<int>> ranked;  ///< for each stratum, the objects that take part, by rank
  std::vector<int> order;                ///< the chosen objects in the order of assignment
};

ObjectLots draw_objects(const Roster&, const Seed&);

}  // namespace anjuan::draw
