#include "draw/teams.h"

#include <algorithm>
#include <functional>

#include "draw/messages.h"
#include "draw/tickets.h"

namespace anjuan::draw {
namespace {

/// What each inspector may take on when nobody is to have more than `level` in all.
std::vector<std::int64_t> capacity_at(const Roster& roster, std::int64_t level) {
  std::vector<std::int64_t> capacity;
  for (const Inspector& inspector : roster.list().inspectors) {
    const std::int64_t room = std::max<std::int64_t>(0, level - inspector.load);
    capacity.push_back(!inspector.in ? 0 : inspector.cap ? std::min(room, *inspector.cap) : room);
  }
  return capacity;
}

bool is_feasible(const Roster& roster, const std::vector<Seat>& seats, std::int64_t level) {
  std::vector<std::int64_t> capacity = capacity_at(roster, level);
  const auto needed = static_cast<std::int64_t>(seats.size());
  std::int64_t room = 0;
  for (const std::int64_t c : capacity) room += std::min(c, needed);
  return room >= needed && Matching(roster, seats, std::move(capacity)).fill();
}

/// The smallest level at which every seat can be filled, if there is one.
std::optional<std::int64_t> smallest_level(const Roster& roster, const std::vector<Seat>& seats) {
  std::int64_t low = 0, high = static_cast<std::int64_t>(seats.size());
  for (const Inspector& inspector : roster.list().inspectors) {
    high = std::max(high, inspector.load + static_cast<std::int64_t>(seats.size()));
  }
  if (!is_feasible(roster, seats, high)) return std::nullopt;
  while (low < high) {
    const std::int64_t middle = (low + high) / 2;
    if (is_feasible(roster, seats, middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/// Gives the seats away one by one.
class Assigner {
 public:
  Assigner(const Roster& roster, const Seed& seed, const std::vector<Seat>& seats, Teams& teams)
      : roster_(roster),
        seed_(seed),
        seats_(seats),
        teams_(teams),
        capacity_(capacity_at(roster, teams.level + roster.list().slack)),
        matching_(roster, seats, capacity_),
        tickets_(at(roster.inspector_count())) {}

  void run() {
    ANJUAN_CHECK(matching_.fill());
    for (std::size_t seat = 0; seat < seats_.size(); ++seat) assign(static_cast<int>(seat));
  }

 private:
  void assign(int index) {
    const Seat& seat = seats_[at(index)];
    if (seat.number == 0) begin_object(seat.object);
    // A heap: usually the first few are looked at only.
    std::vector<Candidate> heap;
    for (const int inspector : roster_.pool(roster_.pool_of(seat.object, seat.number))) {
      heap.push_back({ticket_of(inspector), inspector});
    }
    std::make_heap(heap.begin(), heap.end(), std::greater<>());
    FilledSeat filled{seat, -1, "-", {}};
    while (filled.inspector < 0) {
      ANJUAN_CHECK(!heap.empty());  // a complete assignment exists, so somebody can sit here
      std::pop_heap(heap.begin(), heap.end(), std::greater<>());
      const int inspector = heap.back().inspector;
      if (const char why = reason_to_pass(index, inspector)) {
        filled.passed.push_back({roster_.inspector(inspector).id, why});
      } else {
        filled.inspector = inspector;
        filled.ticket = heap.back().ticket;
      }
      heap.pop_back();
    }
    ++teams_.assigned[at(filled.inspector)];
    teams_.seats.push_back(std::move(filled));
  }

  void begin_object(int object) {
    const DigestKind hash = roster_.list().hash;
    key_.emplace(hash, key_of(hash, seed_.digest, "team|" + roster_.object(object).id));
    std::fill(tickets_.begin(), tickets_.end(), std::string());
  }

  const std::string& ticket_of(int inspector) {
    std::string& ticket = tickets_[at(inspector)];
    if (ticket.empty()) ticket = key_->ticket(roster_.inspector(inspector).id);
    return ticket;
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
  const Seed& seed_;
  const std::vector<Seat>& seats_;
  Teams& teams_;
  std::vector<std::int64_t> capacity_;
  Matching matching_;
  std::optional<TicketKey> key_;
  std::vector<std::string> tickets_;
};

}  // namespace

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
  if (!level) {
    return diagnose(messages::infeasible, Place{}, std::to_string(order.size()),
                    std::to_string(seats.size()));
  }
  Teams teams;
  teams.level = *level;
  teams.assigned.assign(at(roster.inspector_count()), 0);
  Assigner(roster, seed, seats, teams).run();
  return teams;
}

}  // namespace anjuan::draw
