#pragma once
// Who inspects: the even level, then each seat in turn by its object's own tickets.

#include <cstdint>
#include <span>
#include <vector>

#include "draw/matching.h"
#include "draw/result.h"
#include "draw/roster.h"
#include "draw/tickets.h"

namespace anjuan::draw {

struct Passed {
  int inspector = 0;
  char why = 'c';
};

struct FilledSeat {
  Seat seat;
  int inspector = -1;  ///< -1: nobody
  Ticket ticket;
  std::size_t passed_from = 0, passed_to = 0;  ///< in Teams::passed
};

struct Teams {
  std::int64_t level = 0;
  std::vector<FilledSeat> seats;       ///< in order of assignment
  std::vector<Passed> passed;          ///< of all seats
  std::vector<std::int64_t> assigned;  ///< to each inspector

  std::span<const Passed> passed_at(const FilledSeat& seat) const {
    return std::span(passed).subspan(seat.passed_from, seat.passed_to - seat.passed_from);
  }
};

/// The seats of the objects, in order.
std::vector<Seat> seats_of(const Roster&, const std::vector<int>& objects);

/// The smallest load in all at which every seat can be filled, if there is one.
std::optional<std::int64_t> smallest_level(const Roster&, const std::vector<Seat>&);

/// With which nobody is kept back by the level: everybody could take every seat on top of his load.
std::int64_t highest_level(const Roster&, const std::vector<Seat>&);

/// What each inspector may take on when nobody is to have more than `level` in all.
std::vector<std::int64_t> capacity_at(const Roster&, std::int64_t level);

/// Fills the seats of the chosen objects (in their order). E_INFEASIBLE if the caps do not allow it.
Result<Teams> assign_teams(const Roster&, const Seed&, const std::vector<int>& order);

/// An inspector's ticket for an object, with his number; smaller tickets come first.
struct Candidate {
  Ticket ticket;
  int inspector = 0;
  auto operator<=>(const Candidate&) const = default;
};

/// The inspectors of a pool, ascending, with their tickets.
std::vector<Candidate> candidates_of(const Roster&, int pool, TicketMaker&);

}  // namespace anjuan::draw
