#pragma once
// Who inspects: the even level, then each seat in turn by its object's own tickets.

#include <cstdint>
#include <functional>
#include <vector>

#include "draw/matching.h"
#include "draw/roster.h"
#include "draw/ticket_order.h"

namespace anjuan::draw {

struct Passed {
  int inspector = 0;
  char why = 'c';
};

struct FilledSeat {
  Seat seat;
  int inspector = -1;  ///< -1: nobody
  Ticket ticket;
  std::vector<Passed> passed;
};

struct Teams {
  std::int64_t level = 0;
  std::vector<FilledSeat> seats;       ///< in order of assignment
  std::vector<std::int64_t> assigned;  ///< to each inspector
};

/// The seats of the objects, in order.
std::vector<Seat> seats_of(const Roster&, const std::vector<int>& objects);

/// The smallest load in all at which every seat can be filled, if there is one.
std::optional<std::int64_t> smallest_level(const Roster&, const std::vector<Seat>&);

/// With which nobody is kept back by the level: everybody could take every seat on top of his load.
std::int64_t highest_level(const Roster&, const std::vector<Seat>&);

/// What each inspector may take on when nobody is to have more than `level` in all.
std::vector<std::int64_t> capacity_at(const Roster&, std::int64_t level);

/// The smallest level; E_INFEASIBLE, with an example, if the caps do not allow any.
Result<std::int64_t> even_level(const Roster&, const std::vector<Seat>&);

/// Gives each seat to somebody, in their order, and tells it: a nation's seats are not kept. `level`: the
/// smallest. Returns how many each inspector got.
std::vector<std::int64_t> fill_seats(const Roster&, const Seed&, const std::vector<Seat>&, std::int64_t level,
                                     const std::function<void(const FilledSeat&)>& tell);

}  // namespace anjuan::draw
