#include "draw/teams.h"

#include <algorithm>

#include "base/text.h"
#include "draw/at_once.h"
#include "draw/messages.h"

namespace anjuan::draw {
namespace {

/// The orders of one object: one for each different pool of its seats.
struct ObjectOrders {
  std::vector<int> pools;
  std::vector<TicketOrder> orders;

  TicketOrder& of(int pool) { return orders[static_cast<std::size_t>(std::find(pools.begin(), pools.end(), pool) - pools.begin())]; }
};

ObjectOrders orders_of(const Roster& roster, const TicketPools& pools, const Seed& seed, int object) {
  const std::string key = key_of(roster.head().hash, seed.digest, "team|" + std::string(roster.object(object).id));
  ObjectOrders made;
  for (const int pool : roster.pools_of(object)) {
    if (std::find(made.pools.begin(), made.pools.end(), pool) != made.pools.end()) continue;
    made.pools.push_back(pool);
    made.orders.push_back(pools.order(pool, key));
  }
  return made;
}

/// Gives the seats away one by one.
class Assigner {
 public:
  Assigner(const Roster& roster, const std::vector<Seat>& seats, std::int64_t level)
      : roster_(roster),
        seats_(seats),
        capacity_(capacity_at(roster, level + roster.head().slack)),
        assigned_(at(roster.inspector_count()), 0),
        matching_(roster, seats, capacity_) {
    ANJUAN_CHECK(matching_.fill());
  }

  /// The seats of the object that comes next.
  void assign(ObjectOrders orders, const std::function<void(const FilledSeat&)>& tell) {
    team_.clear();
    const int object = seats_[next_].object;
    for (; next_ < seats_.size() && seats_[next_].object == object; ++next_) {
      filled_.seat = seats_[next_];
      fill(orders.of(roster_.pools_of(object)[at(filled_.seat.number)]));
      tell(filled_);
    }
  }

  const std::vector<std::int64_t>& assigned() const { return assigned_; }

 private:
  /// Somebody is there: a complete assignment exists, so the search ends before the pool does.
  void fill(TicketOrder& order) {
    filled_.passed.clear();
    for (std::size_t place = 0;; ++place) {
      const Candidate& candidate = order[place];
      const char why = reason_to_pass(candidate.inspector);
      if (!why) {
        filled_.inspector = candidate.inspector;
        filled_.ticket = candidate.ticket;
        break;
      }
      filled_.passed.push_back({candidate.inspector, why});
    }
    team_.push_back(filled_.inspector);
    ++assigned_[at(filled_.inspector)];
  }

  /// The letter of the reason, or 0: the seat is his now.
  char reason_to_pass(int inspector) {
    if (roster_.conflict(filled_.seat.object, inspector)) return 'c';
    if (std::find(team_.begin(), team_.end(), inspector) != team_.end()) return 's';
    if (assigned_[at(inspector)] >= capacity_[at(inspector)]) return 'f';
    return matching_.force(static_cast<int>(next_), inspector) ? '\0' : 'b';
  }

  const Roster& roster_;
  const std::vector<Seat>& seats_;
  std::vector<std::int64_t> capacity_, assigned_;
  Matching matching_;
  std::size_t next_ = 0;  // seat
  std::vector<int> team_;  // who sits at the object of that seat
  FilledSeat filled_;
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

/// The objects whose seats they are, in their order.
std::vector<int> objects_of(const std::vector<Seat>& seats) {
  std::vector<int> objects;
  for (const Seat& seat : seats) {
    if (seat.number == 0) objects.push_back(seat.object);
  }
  return objects;
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
Diagnostic infeasible(const Roster& roster, const std::vector<Seat>& seats) {
  Matching matching(roster, seats, capacity_at(roster, highest_level(roster, seats)));
  ANJUAN_CHECK(!matching.fill());
  const Shortage shortage = matching.shortage();
  std::vector<std::string> places, people;
  for (const int seat : shortage.seats) {
    std::string id(roster.object(seats[at(seat)].object).id);
    if (places.empty() || places.back() != id) places.push_back(std::move(id));
  }
  for (const int inspector : shortage.inspectors) people.emplace_back(roster.inspector(inspector).id);
  return diagnose(messages::infeasible, Place{}, std::to_string(objects_of(seats).size()), std::to_string(seats.size()), listed(places),
                  std::to_string(shortage.seats.size()), listed(people));
}

}  // namespace

std::vector<Seat> seats_of(const Roster& roster, const std::vector<int>& objects) {
  std::vector<Seat> seats;
  for (const int object : objects) {
    for (int number = 0; number < roster.seat_count(object); ++number) seats.push_back({object, number});
  }
  return seats;
}

Result<std::int64_t> even_level(const Roster& roster, const std::vector<Seat>& seats) {
  if (const auto level = smallest_level(roster, seats)) return *level;
  return infeasible(roster, seats);
}

std::vector<std::int64_t> fill_seats(const Roster& roster, const Seed& seed, const std::vector<Seat>& seats, std::int64_t level,
                                     const std::function<void(const FilledSeat&)>& tell) {
  const std::vector<int> order = objects_of(seats);
  const TicketPools pools(roster);
  Assigner assigner(roster, seats, level);
  // Tickets need no teams, so those of a batch of objects are made at once.
  for (std::size_t first = 0; first < order.size();) {
    std::vector<std::optional<ObjectOrders>> batch(batch_size(roster, order, first));
    constexpr std::size_t worth_a_thread = 2;
    in_halves(batch.size(), worth_a_thread, [&](std::size_t from, std::size_t to) {
      for (std::size_t i = from; i < to; ++i) batch[i] = orders_of(roster, pools, seed, order[first + i]);
    });
    for (std::optional<ObjectOrders>& orders : batch) assigner.assign(std::move(*orders), tell);
    first += batch.size();
  }
  return assigner.assigned();
}

}  // namespace anjuan::draw
