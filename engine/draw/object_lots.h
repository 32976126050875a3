#pragma once
// Which objects are chosen: quotas, tickets and ranks.

#include <cstdint>
#include <vector>

#include "draw/result.h"
#include "draw/roster.h"
#include "draw/tickets.h"

namespace anjuan::draw {

/// The smallest ticket of an object that takes part, and which of its lots that was.
struct Lot {
  Ticket ticket;
  std::int32_t object = 0;
  std::int16_t generation = 0;
};

struct StratumLots {
  StratumOutcome outcome;
  std::vector<Lot> ranked;  ///< the first ranks, as many as were asked for
};

struct ObjectLots {
  std::vector<StratumLots> strata;
  std::vector<ObjectStatus> status;  ///< of each object
  std::vector<int> order;            ///< the chosen objects in the order of assignment
};

/// k = max(ceil(N·numerator/denominator), min), at most max.
std::int64_t quota_of(const Stratum&, std::int64_t base);
/// How many are drawn of the `pool` that takes part, beside those to be inspected in any case.
std::int64_t draws_of(const Stratum&, std::int64_t base, std::int64_t must, std::int64_t pool);

/// `ranks_beyond`: how many ranks behind the last one drawn are told too, in each stratum. Without it
/// ten million lots would be sorted for the few that are drawn.
ObjectLots draw_objects(const Roster&, const Seed&, std::size_t ranks_beyond);

}  // namespace anjuan::draw
