#include "draw/matching.h"

#include <algorithm>

namespace anjuan::draw {
namespace {

}  // namespace

Matching::Matching(const Roster& roster, const std::vector<Seat>& seats, std::vector<std::int64_t> capacity)
    : roster_(roster),
      seats_(seats),
      capacity_(std::move(capacity)),
      first_seat_(at(roster.object_count()), -1),
      holder_(seats.size(), -1),
      fixed_(seats.size(), 0),
      seats_of_(at(roster.inspector_count())),
      reached_from_(seats.size()),
      reached_in_(seats.size(), 0),
      expanded_in_(at(roster.inspector_count()), 0),
      pool_read_in_(at(roster.pool_count()), 0),
      left_in_pool_(at(roster.pool_count())) {
  for (std::size_t i = 0; i < seats.size(); ++i) {
    if (seats[i].number == 0) first_seat_[at(seats[i].object)] = static_cast<int>(i);
  }
}

int Matching::seat_holding(int object, int inspector) const {
  const int first = first_seat_[at(object)];
  for (int seat = first; seat < first + roster_.seat_count(object); ++seat) {
    if (holder_[at(seat)] == inspector) return seat;
  }
  return -1;
}

bool Matching::is_full(int inspector) const {
  return static_cast<std::int64_t>(seats_of_[at(inspector)].size()) >= capacity_[at(inspector)];
}

void Matching::put(int seat, int inspector) {
  holder_[at(seat)] = inspector;
  seats_of_[at(inspector)].push_back(seat);
}

void Matching::take(int seat) {
  std::vector<int>& held = seats_of_[at(holder_[at(seat)])];
  held.erase(std::find(held.begin(), held.end(), seat));
  holder_[at(seat)] = -1;
}

/// A seat given for good leaves the search: it uses up one of the inspector's places.
void Matching::settle(int seat, int inspector) {
  holder_[at(seat)] = inspector;
  fixed_[at(seat)] = 1;
  --capacity_[at(inspector)];
}

void Matching::unsettle(int seat) {
  ++capacity_[at(holder_[at(seat)])];
  fixed_[at(seat)] = 0;
  holder_[at(seat)] = -1;
}

/// Reaches a seat whose holder another seat wants, and looks on from there.
bool Matching::visit(int seat, Step step) {
  if (fixed_[at(seat)] || reached_in_[at(seat)] == search_) return false;
  reached_in_[at(seat)] = search_;
  reached_from_[at(seat)] = step;
  return scan(seat);
}

/// The seat takes the inspector, who is free; the seats before it on the path move up.
void Matching::walk_back(int seat, int inspector) {
  std::vector<std::pair<int, int>> moves;
  for (Step step{seat, inspector}; step.from >= 0; step = reached_from_[at(step.from)]) {
    moves.emplace_back(step.from, step.inspector);
  }
  for (const auto& [moved, to] : moves) {
    if (holder_[at(moved)] >= 0) take(moved);
  }
  for (const auto& [moved, to] : moves) put(moved, to);
}

/// Looks at everybody who may sit on the seat. True: somebody is free, and the path is done. Nobody
/// is asked twice in one search: who was expanded leaves the pool's rest.
bool Matching::scan(int seat) {
  const int object = seats_[at(seat)].object;
  const int pool = roster_.pool_of(object, seats_[at(seat)].number);
  std::vector<int>& left = left_in_pool_[at(pool)];
  if (pool_read_in_[at(pool)] != search_) {
    pool_read_in_[at(pool)] = search_;
    left = roster_.pool(pool);
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    const int inspector = left[i];
    if (expanded_in_[at(inspector)] == search_) continue;
    if (roster_.conflict(object, inspector)) {
      left[kept++] = inspector;
      continue;
    }
    if (const int holding = seat_holding(object, inspector); holding >= 0) {
      if (holding != seat) queue_.push_back({{seat, inspector}, holding});
      left[kept++] = inspector;
      continue;
    }
    if (!is_full(inspector)) {
      walk_back(seat, inspector);
      return true;
    }
    expanded_in_[at(inspector)] = search_;
    queue_.push_back({{seat, inspector}, -1});
  }
  left.resize(kept);
  return false;
}

bool Matching::augment(int seat) {
  ++search_;
  queue_.clear();
  if (visit(seat, {})) return true;
  for (std::size_t next = 0; next < queue_.size(); ++next) {
    const Wish wish = queue_[next];
    if (wish.seat >= 0) {
      if (visit(wish.seat, wish.step)) return true;
      continue;
    }
    for (const int held : seats_of_[at(wish.step.inspector)]) {
      if (visit(held, wish.step)) return true;
    }
  }
  return false;
}

bool Matching::fill() {
  for (std::size_t seat = 0; seat < seats_.size(); ++seat) {
    if (holder_[seat] < 0 && !augment(static_cast<int>(seat))) return false;
  }
  return true;
}

bool Matching::force(int seat, int inspector) {
  const int before = holder_[at(seat)];
  take(seat);
  if (before == inspector) {
    settle(seat, inspector);
    return true;
  }
  // Somebody must make room: a later seat of this object that has him, or, if he is full, any seat
  // not given away. Which one does not matter: the search may bring it back and move another.
  int displaced = seat_holding(seats_[at(seat)].object, inspector);
  ANJUAN_CHECK(displaced < 0 || !fixed_[at(displaced)]);
  if (displaced < 0 && is_full(inspector)) {
    ANJUAN_CHECK(!seats_of_[at(inspector)].empty());
    displaced = seats_of_[at(inspector)].back();
  }
  if (displaced >= 0) take(displaced);
  settle(seat, inspector);
  if (displaced < 0 || augment(displaced)) return true;
  unsettle(seat);
  put(displaced, inspector);
  put(seat, before);
  return false;
}

}  // namespace anjuan::draw
