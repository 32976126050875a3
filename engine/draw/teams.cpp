#include "draw/teams.h"

#include <algorithm>

#include "base/text.h"
#include "draw/at_once.h"
#include "draw/messages.h"

namespace anjuan::draw {
namespace {

/// A pool in order of its tickets, put in order as far as it is looked at: usually the first few.
class TicketOrder {
 public:
  explicit TicketOrder(std::vector<Candidate> candidates) : candidates_(std::move(candidates)) { sort_more(); }

  /// Somebody is there: a complete assignment exists, so the search ends before the pool does.
  const Candidate& operator[](std::size_t place) {
    ANJUAN_CHECK(place < candidates_.size());
    if (place >= sorted_) sort_more();
    return candidates_[place];
  }

 private:
  void sort_more() {
    const auto from = candidates_.begin() + static_cast<std::ptrdiff_t>(sorted_);
    sorted_ = std::min(candidates_.size(), std::max<std::size_t>(16, 4 * sorted_));
    const auto to = candidates_.begin() + static_cast<std::ptrdiff_t>(sorted_);
    if (to != candidates_.end()) std::nth_element(from, to, candidates_.end());
    std::sort(from, to);
  }

  std::vector<Candidate> candidates_;
  std::size_t sorted_ = 0;
};

/// The orders of one object: one for each different pool of its seats.
struct ObjectOrders {
  std::vector<int> pools;
  std::vector<TicketOrder> orders;

  TicketOrder& of(int pool) { return orders[static_cast<std::size_t>(std::find(pools.begin(), pools.end(), pool) - pools.begin())]; }
};

ObjectOrders orders_of(const Roster& roster, const Seed& seed, int object) {
  const DigestKind hash = roster.head().hash;
  TicketMaker maker(hash, key_of(hash, seed.digest, "team|" + std::string(roster.object(object).id)));
  ObjectOrders made;
  for (const int pool : roster.pools_of(object)) {
    if (std::find(made.pools.begin(), made.pools.end(), pool) != made.pools.end()) continue;
    made.pools.push_back(pool);
    made.orders.emplace_back(candidates_of(roster, pool, maker));
  }
  return made;
}

/// Gives the seats away one by one.
class Assigner {
 public:
  Assigner(const Roster& roster, const std::vector<Seat>& seats, Teams& teams)
      : roster_(roster),
        seats_(seats),
        teams_(teams),
        capacity_(capacity_at(roster, teams.level + roster.head().slack)),
        matching_(roster, seats, capacity_) {
    teams_.seats.reserve(seats.size());
    ANJUAN_CHECK(matching_.fill());
  }

  /// The seats of the object that comes next.
  void assign(ObjectOrders orders) {
    const std::size_t first = teams_.seats.size();
    for (std::size_t seat = first; seat < seats_.size() && seats_[seat].object == seats_[first].object; ++seat) {
      const int pool = roster_.pools_of(seats_[seat].object)[at(seats_[seat].number)];
      assign(static_cast<int>(seat), orders.of(pool));
    }
  }

 private:
  void assign(int index, TicketOrder& order) {
    FilledSeat filled{seats_[at(index)], -1, {}, teams_.passed.size(), 0};
    for (std::size_t place = 0; filled.inspector < 0; ++place) {
      const Candidate& candidate = order[place];
      if (const char why = reason_to_pass(index, candidate.inspector)) {
        teams_.passed.push_back({candidate.inspector, why});
      } else {
        filled.inspector = candidate.inspector;
        filled.ticket = candidate.ticket;
      }
    }
    filled.passed_to = teams_.passed.size();
    ++teams_.assigned[at(filled.inspector)];
    teams_.seats.push_back(filled);
  }

  /// The letter of the reason, or 0: the seat is his now.
  char reason_to_pass(int index, int inspector) {
    const Seat& seat = seats_[at(index)];
    if (roster_.conflict(seat.object, inspector)) return 'c';
    for (int earlier = index - seat.number; earlier < index; ++earlier) {
      if (teams_.seats[at(earlier)].inspector == inspector) return 's';
    }
    if (teams_.assigned[at(inspector)] >= capacity_[at(inspector)]) return 'f';
    return matching_.force(index, inspector) ? '\0' : 'b';
  }

  const Roster& roster_;
  const std::vector<Seat>& seats_;
  Teams& teams_;
  std::vector<std::int64_t> capacity_;
  Matching matching_;
};

/// How many of the objects from `first` on have some hundred thousand candidates together.
std::size_t batch_size(const Roster& roster, const std::vector<int>& order, std::size_t first) {
  constexpr std::size_t candidates_at_once = 1 << 17;
  std::size_t candidates = 0, next = first;
  while (next < order.size() && candidates < candidates_at_once) {
    for (const int pool : roster.pools_of(order[next])) candidates += roster.pool(pool).size();
    ++next;
  }
  return next - first;
}

/// The first few of the ids, for a message.
Wording listed(const std::vector<std::string>& ids) {
  constexpr std::size_t few = 6;
  const std::vector<std::string> first(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(std::min(few, ids.size())));
  const std::string more = std::to_string(ids.size());
  if (ids.size() <= few) return {join(first, "、"), join(first, ", ")};
  return {join(first, "、") + " 等 " + more + " 个", join(first, ", ") + " and others, " + more + " in all"};
}

/// Refuses, and names seats that cannot be filled whatever the level, with those who could sit there.
Diagnostic infeasible(const Roster& roster, const std::vector<Seat>& seats, std::size_t objects) {
  Matching matching(roster, seats, capacity_at(roster, highest_level(roster, seats)));
  ANJUAN_CHECK(!matching.fill());
  const Shortage shortage = matching.shortage();
  std::vector<std::string> places, people;
  for (const int seat : shortage.seats) {
    std::string id(roster.object(seats[at(seat)].object).id);
    if (places.empty() || places.back() != id) places.push_back(std::move(id));
  }
  for (const int inspector : shortage.inspectors) people.emplace_back(roster.inspector(inspector).id);
  return diagnose(messages::infeasible, Place{}, std::to_string(objects), std::to_string(seats.size()), listed(places),
                  std::to_string(shortage.seats.size()), listed(people));
}

}  // namespace

std::vector<Candidate> candidates_of(const Roster& roster, int pool, TicketMaker& maker) {
  std::vector<Candidate> candidates;
  candidates.reserve(roster.pool(pool).size());  // they stay where their tickets go
  for (const int inspector : roster.pool(pool)) {
    maker.ask(roster.inspector(inspector).id, 1, candidates.emplace_back(Candidate{{}, inspector}).ticket);
  }
  maker.finish();
  return candidates;
}

std::vector<Seat> seats_of(const Roster& roster, const std::vector<int>& objects) {
  std::vector<Seat> seats;
  for (const int object : objects) {
    for (int number = 0; number < roster.seat_count(object); ++number) seats.push_back({object, number});
  }
  return seats;
}

Result<Teams> assign_teams(const Roster& roster, const Seed& seed, const std::vector<int>& order) {
  const std::vector<Seat> seats = seats_of(roster, order);
  const auto level = smallest_level(roster, seats);
  if (!level) return infeasible(roster, seats, order.size());
  Teams teams;
  teams.level = *level;
  teams.assigned.assign(at(roster.inspector_count()), 0);
  Assigner assigner(roster, seats, teams);
  // Tickets need no teams, so those of a batch of objects are made at once.
  for (std::size_t first = 0; first < order.size();) {
    std::vector<std::optional<ObjectOrders>> batch(batch_size(roster, order, first));
    constexpr std::size_t worth_a_thread = 2;
    in_halves(batch.size(), worth_a_thread, [&](std::size_t from, std::size_t to) {
      for (std::size_t i = from; i < to; ++i) batch[i] = orders_of(roster, seed, order[first + i]);
    });
    for (std::optional<ObjectOrders>& orders : batch) assigner.assign(std::move(*orders));
    first += batch.size();
  }
  return teams;
}

}  // namespace anjuan::draw
