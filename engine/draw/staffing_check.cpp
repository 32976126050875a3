#include "draw/staffing_check.h"

#include <algorithm>

#include "draw/messages.h"

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
