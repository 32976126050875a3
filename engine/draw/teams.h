#pragma once
// Who inspects: the even level, then each seat in turn by its object's own tickets.

#include <cstdint>
#include <string>
#include <vector>

#include "draw/matching.h"
#include "draw/result.h"
#include "draw/roster.h"

namespace anjuan::draw {

struct FilledSeat {
  Seat seat;
  int inspector = -1;  ///< -1: nobody
  std::string ticket = "-";
  std::vector<PassedOver> passed;
};

struct Teams {
  std::int64_t level = 0;
  std::vector<FilledSeat> seats;       ///< in order of assignment
  std::vector<std::int64_t> assigned;  ///< to each inspector
};

/// The seats of the objects, in order.
std::vector<Seat> seats_of(const Roster&, const std::vector<int>& objects);

/// Fills the seats of the chosen objects (in their order). E_INFEASIBLE if the caps do not allow it.
Result<Teams> assign_teams(const Roster&, const Seed&, const std::vector<int>& order);

/// An inspector's ticket for an object, with his number; smaller tickets come first.
struct Candidate {
  std::string ticket;
  int inspector = 0;
  auto operator<=>(const Candidate&) const = default;
};

}  // namespace anjuan::draw
