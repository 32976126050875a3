#include "draw/staffing_check.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "draw/messages.h"
#include "draw/object_lots.h"
#include "draw/teams.h"

namespace anjuan::draw {
namespace {

/// The candidates of each seat. As many as there are seats are enough: a seat with that many can
/// always find one that the other seats leave over.
std::vector<std::vector<int>> able_for(const Roster& roster, int object) {
  const auto enough = static_cast<std::size_t>(roster.seat_count(object));
  std::vector<std::vector<int>> candidates(enough);
  for (int seat = 0; seat < roster.seat_count(object); ++seat) {
    std::vector<int>& found = candidates[static_cast<std::size_t>(seat)];
    for (const int inspector : roster.pool(roster.pools_of(object)[at(seat)])) {
      if (found.size() == enough) break;
      const auto& cap = roster.inspector(inspector).cap;
      if (!(cap && *cap == 0) && !roster.conflict(object, inspector)) found.push_back(inspector);
    }
  }
  return candidates;
}

/// Kuhn's search for one seat: somebody free, or somebody whose seat can find another.
bool seat_somebody(const std::vector<std::vector<int>>& candidates, std::size_t seat,
                   std::vector<int>& taken_by_seat, std::vector<int>& tried) {
  for (const int inspector : candidates[seat]) {
    if (std::find(tried.begin(), tried.end(), inspector) != tried.end()) continue;
    tried.push_back(inspector);
    const auto holder = std::find(taken_by_seat.begin(), taken_by_seat.end(), inspector);
    if (holder == taken_by_seat.end() ||
        seat_somebody(candidates, static_cast<std::size_t>(holder - taken_by_seat.begin()), taken_by_seat,
                      tried)) {
      taken_by_seat[seat] = inspector;
      return true;
    }
  }
  return false;
}

bool is_staffable(const Roster& roster, int object) {
  const auto candidates = able_for(roster, object);
  std::vector<int> taken_by_seat(candidates.size(), -1);
  for (std::size_t seat = 0; seat < candidates.size(); ++seat) {
    std::vector<int> tried;
    if (!seat_somebody(candidates, seat, taken_by_seat, tried)) return false;
  }
  return true;
}

/// Objects with the same seats and nobody in conflict fare alike: each pattern is looked at once.
class StaffingCheck {
 public:
  explicit StaffingCheck(const Roster& roster) : roster_(roster), answers_(roster.rows().patterns.size()) {}

  bool is_good(int object) {
    if (roster_.has_conflicts(object)) return is_staffable(roster_, object);
    std::optional<bool>& answer = answers_[at(roster_.object(object).seats)];
    if (!answer) answer = is_staffable(roster_, object);
    return *answer;
  }

 private:
  const Roster& roster_;
  std::vector<std::optional<bool>> answers_;
};

}  // namespace

namespace {

/// Objects as many as will be inspected, the first of each stratum; none if it matters which.
std::vector<int> as_many_as_drawn(const Roster& roster) {
  const std::size_t strata = roster.head().strata.size();
  std::vector<std::int64_t> base(strata), must(strata), pool(strata);
  std::vector<std::optional<int>> seats(strata);
  for (const ObjectRow& object : roster.rows().objects) {
    const auto s = at(object.stratum);
    if (seats[s].value_or(object.seats) != object.seats) return {};
    seats[s] = object.seats;
    ++base[s];
    must[s] += object.mode == Mode::must ? 1 : 0;
    pool[s] += object.mode == Mode::draw ? 1 : 0;
  }
  std::vector<std::int64_t> left;
  for (std::size_t s = 0; s < strata; ++s) left.push_back(draws_of(roster.head().strata[s], base[s], must[s], pool[s]));
  std::vector<int> chosen;
  for (int i = 0; i < roster.object_count(); ++i) {
    const ObjectRow& object = roster.object(i);
    if (object.mode == Mode::must || (object.mode == Mode::draw && left[at(object.stratum)]-- > 0)) chosen.push_back(i);
  }
  return chosen;
}

Diagnostic no_room(const Roster& roster, const std::vector<Seat>& seats, const Shortage& shortage) {
  std::set<std::string> strata;
  std::int64_t places = 0;
  std::vector<std::string> people;
  for (const int seat : shortage.seats) strata.insert(roster.head().strata[at(roster.object(seats[at(seat)].object).stratum)].id);
  for (const int inspector : shortage.inspectors) {
    people.emplace_back(roster.inspector(inspector).id);
    places += roster.inspector(inspector).cap.value_or(0);
  }
  const std::vector<std::string> ids(strata.begin(), strata.end());
  return diagnose(messages::room_lacking, Place{}, Wording(join(ids, "、"), join(ids, ", ")), std::to_string(shortage.seats.size()),
                  Wording(join(people, "、"), join(people, ", ")), std::to_string(places));
}

}  // namespace

Diagnostics check_room(const FrozenList& list) {
  FrozenList without_conflicts = list;
  without_conflicts.conflicts.clear();
  const Roster roster(without_conflicts);
  const std::vector<Seat> seats = seats_of(roster, as_many_as_drawn(roster));
  Matching matching(roster, seats, capacity_at(roster, highest_level(roster, seats)));
  if (matching.fill()) return {};
  return {no_room(roster, seats, matching.shortage())};
}

Diagnostics check_staffing(const Roster& roster, const std::string& file) {
  constexpr int lines_before_strata = 7;
  StaffingCheck check(roster);
  Diagnostics found;
  for (int i = 0; i < roster.object_count(); ++i) {
    if (roster.object(i).mode == Mode::skip || check.is_good(i)) continue;
    Place place;
    place.file = file;
    place.line = lines_before_strata + static_cast<int>(roster.head().strata.size()) + i + 1;
    found.push_back(
        diagnose(messages::not_staffable, place, roster.object(i).id, std::to_string(roster.seat_count(i))));
  }
  return found;
}

}  // namespace anjuan::draw
