#pragma once
// Whether all seats can be filled at once, and whether they still can when one is given away. Seats
// take inspectors; an inspector sits once at an object and has a limited number of seats in all.
// Found by augmenting paths, breadth first; any other correct method gives the same answers.

#include <cstdint>
#include <vector>

#include "draw/roster.h"

namespace anjuan::draw {

struct Seat {
  int object = 0;  ///< index in the roster
  int number = 0;  ///< within the object, from 0
};

/// Seats that cannot all be filled, and everybody who could take one of them.
struct Shortage {
  std::vector<int> seats, inspectors;  ///< ascending
};

class Matching {
 public:
  /// `seats`: the seats of an object stand together. `capacity`: for each inspector of the roster.
  Matching(const Roster&, const std::vector<Seat>& seats, std::vector<std::int64_t> capacity);

  /// Fills every seat; false if that is impossible.
  bool fill();
  /// Why `fill` has just failed.
  Shortage shortage() const;
  /// Gives a seat to an inspector for good, moving others where needed. False, and nothing has
  /// changed, if then some other seat would stay empty. All seats are filled; the inspector has
  /// capacity that is not given away, no conflict, and no seat given at this object.
  bool force(int seat, int inspector);

 private:
  struct Step {
    int from = -1;       ///< the seat that wants …
    int inspector = -1;  ///< … this inspector, who must leave this seat
  };

  struct Wish {
    Step step;
    int seat = -1;  ///< the one seat that he must leave, or -1: any of his
  };

  int pool_of(int seat) const { return roster_.pools_of(seats_[at(seat)].object)[at(seats_[at(seat)].number)]; }
  int seat_holding(int seat, int inspector) const;
  bool is_full(int inspector) const;
  int somebody_free(int seat);
  void offer(int inspector);
  void put(int seat, int inspector);
  void take(int seat);
  void settle(int seat, int inspector);
  void unsettle(int seat);
  bool augment(int seat);
  bool scan(int seat);
  bool visit(int seat, Step step);
  void walk_back(int seat, int inspector);
  int group_of(int member);
  bool is_needed_elsewhere(int seat, int inspector);
  void remember_failure();

  const Roster& roster_;
  const std::vector<Seat>& seats_;
  std::vector<std::int64_t> capacity_;      // of each inspector, less what is given for good
  std::vector<int> holder_;                 // of each seat, -1 if empty
  std::vector<int> place_;                  // of each seat among its holder's
  std::vector<char> fixed_;                 // given for good
  std::vector<std::vector<int>> seats_of_;  // of each inspector, without those given for good
  // Who has room, by pool; those who have none any more leave it when they are met.
  std::vector<std::vector<int>> pools_of_;  // of each inspector
  std::vector<std::vector<int>> free_;
  std::vector<std::vector<char>> is_listed_;
  // One search: who was reached from where, and whose seats were all reached.
  std::vector<Step> reached_from_;
  std::vector<int> reached_in_, expanded_in_, pool_read_in_;
  std::vector<std::vector<int>> left_in_pool_;
  std::vector<Wish> queue_;
  std::vector<int> reached_;
  int search_ = 0;
  // What failed searches found: groups of seats that need every place of a group of inspectors, whatever
  // else is given away. `group_` joins inspectors and, behind them, seats.
  std::vector<int> group_;
  std::vector<char> is_needed_;  // the inspectors of such groups
};

}  // namespace anjuan::draw
