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

class Matching {
 public:
  /// `seats`: the seats of an object stand together. `capacity`: for each inspector of the roster.
  Matching(const Roster&, const std::vector<Seat>& seats, std::vector<std::int64_t> capacity);

  /// Fills every seat; false if that is impossible.
  bool fill();
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

  int seat_holding(int object, int inspector) const;
  bool is_full(int inspector) const;
  void put(int seat, int inspector);
  void take(int seat);
  void settle(int seat, int inspector);
  void unsettle(int seat);
  bool augment(int seat);
  bool scan(int seat);
  bool visit(int seat, Step step);
  void walk_back(int seat, int inspector);

  const Roster& roster_;
  const std::vector<Seat>& seats_;
  std::vector<std::int64_t> capacity_;      // of each inspector, less what is given for good
  std::vector<int> first_seat_;             // of each object, -1 if it has none here
  std::vector<int> holder_;                 // of each seat, -1 if empty
  std::vector<char> fixed_;                 // given for good
  std::vector<std::vector<int>> seats_of_;  // of each inspector, without those given for good
  // One search: who was reached from where, and whose seats were all reached.
  std::vector<Step> reached_from_;
  std::vector<int> reached_in_, expanded_in_, pool_read_in_;
  std::vector<std::vector<int>> left_in_pool_;
  std::vector<Wish> queue_;
  int search_ = 0;
};

}  // namespace anjuan::draw
