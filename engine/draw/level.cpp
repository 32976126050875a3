// The even level L: the smallest load in all at which every seat can be filled.

#include <algorithm>
#include <numeric>

#include "draw/teams.h"

namespace anjuan::draw {
namespace {

/// What must hold whoever sits where: the seats of each pool, and all seats, have as many places.
class Demand {
 public:
  Demand(const Roster& roster, const std::vector<Seat>& seats) : roster_(roster), of_pool_(at(roster.pool_count()), 0) {
    for (const Seat& seat : seats) {
      ++of_pool_[at(roster.pools_of(seat.object)[at(seat.number)])];
      objects_ += seat.number == 0 ? 1 : 0;
    }
    all_ = static_cast<std::int64_t>(seats.size());
  }

  bool can_be_met(const std::vector<std::int64_t>& capacity) const {
    const auto places = [&](std::int64_t sum, std::int64_t of_one) { return sum + std::min(of_one, objects_); };
    if (std::accumulate(capacity.begin(), capacity.end(), std::int64_t{0}, places) < all_) return false;
    for (int pool = 0; pool < roster_.pool_count(); ++pool) {
      std::int64_t room = 0;
      for (const int inspector : roster_.pool(pool)) room = places(room, capacity[at(inspector)]);
      if (room < of_pool_[at(pool)]) return false;
    }
    return true;
  }

 private:
  const Roster& roster_;
  std::vector<std::int64_t> of_pool_;
  std::int64_t objects_ = 0, all_ = 0;
};

/// The smallest number of low … high that is enough; `high` is.
template <class IsEnough>
std::int64_t smallest(std::int64_t low, std::int64_t high, const IsEnough& is_enough) {
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    if (is_enough(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

}  // namespace

std::vector<std::int64_t> capacity_at(const Roster& roster, std::int64_t level) {
  std::vector<std::int64_t> capacity;
  for (const InspectorRow& inspector : roster.rows().inspectors) {
    const std::int64_t room = std::max<std::int64_t>(0, level - inspector.load);
    capacity.push_back(!inspector.in ? 0 : inspector.cap ? std::min(room, *inspector.cap) : room);
  }
  return capacity;
}

std::int64_t highest_level(const Roster& roster, const std::vector<Seat>& seats) {
  std::int64_t most = 0;
  for (const InspectorRow& inspector : roster.rows().inspectors) most = std::max(most, inspector.load);
  return most + static_cast<std::int64_t>(seats.size());
}

std::optional<std::int64_t> smallest_level(const Roster& roster, const std::vector<Seat>& seats) {
  const Demand demand(roster, seats);
  const auto may_do = [&](std::int64_t level) { return demand.can_be_met(capacity_at(roster, level)); };
  const auto will_do = [&](std::int64_t level) { return Matching(roster, seats, capacity_at(roster, level)).fill(); };
  const std::int64_t high = highest_level(roster, seats);
  if (!may_do(high)) return std::nullopt;
  // The sums are right but where conflicts or tags cross, so the level is at the sums or near.
  std::int64_t low = smallest(0, high, may_do);
  std::int64_t tried = low;
  for (std::int64_t step = 1; !will_do(tried); step *= 2) {
    if (tried == high) return std::nullopt;
    low = tried + 1;
    tried = std::min(high, tried + step);
  }
  return smallest(low, tried, will_do);
}

}  // namespace anjuan::draw
