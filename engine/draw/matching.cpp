#include "draw/matching.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace anjuan::draw {

Matching::Matching(const Roster& roster, const std::vector<Seat>& seats, std::vector<std::int64_t> capacity)
    : roster_(roster),
      seats_(seats),
      capacity_(std::move(capacity)),
      holder_(seats.size(), -1),
      place_(seats.size(), -1),
      fixed_(seats.size(), 0),
      seats_of_(at(roster.inspector_count())),
      pools_of_(at(roster.inspector_count())),
      free_(at(roster.pool_count())),
      is_listed_(at(roster.pool_count()), std::vector<char>(at(roster.inspector_count()), 0)),
      reached_from_(seats.size()),
      reached_in_(seats.size(), 0),
      expanded_in_(at(roster.inspector_count()), 0),
      pool_read_in_(at(roster.pool_count()), 0),
      left_in_pool_(at(roster.pool_count())),
      group_(at(roster.inspector_count()) + seats.size()),
      is_needed_(at(roster.inspector_count()), 0) {
  std::iota(group_.begin(), group_.end(), 0);
  for (int pool = 0; pool < roster.pool_count(); ++pool) {
    for (const int inspector : roster.pool(pool)) pools_of_[at(inspector)].push_back(pool);
  }
  for (int inspector = 0; inspector < roster.inspector_count(); ++inspector) {
    if (!is_full(inspector)) offer(inspector);
  }
}

/// The seat of the same object that the inspector sits on, or -1.
int Matching::seat_holding(int seat, int inspector) const {
  const int first = seat - seats_[at(seat)].number;
  const int end = first + roster_.seat_count(seats_[at(seat)].object);
  for (int other = first; other < end; ++other) {
    if (holder_[at(other)] == inspector) return other;
  }
  return -1;
}

bool Matching::is_full(int inspector) const {
  return static_cast<std::int64_t>(seats_of_[at(inspector)].size()) >= capacity_[at(inspector)];
}

/// Lists an inspector who has room in his pools.
void Matching::offer(int inspector) {
  for (const int pool : pools_of_[at(inspector)]) {
    char& listed = is_listed_[at(pool)][at(inspector)];
    if (!listed) free_[at(pool)].push_back(inspector);
    listed = 1;
  }
}

/// An inspector with room who may take the seat, or -1.
int Matching::somebody_free(int seat) {
  const int pool = pool_of(seat);
  std::vector<int>& free = free_[at(pool)];
  for (std::size_t i = free.size(); i > 0; --i) {
    const int inspector = free[i - 1];
    if (is_full(inspector)) {
      is_listed_[at(pool)][at(inspector)] = 0;
      free[i - 1] = free.back();
      free.pop_back();
    } else if (seat_holding(seat, inspector) < 0 && !roster_.conflict(seats_[at(seat)].object, inspector)) {
      return inspector;
    }
  }
  return -1;
}

void Matching::put(int seat, int inspector) {
  holder_[at(seat)] = inspector;
  place_[at(seat)] = static_cast<int>(seats_of_[at(inspector)].size());
  seats_of_[at(inspector)].push_back(seat);
}

void Matching::take(int seat) {
  const int inspector = holder_[at(seat)];
  std::vector<int>& held = seats_of_[at(inspector)];
  const int last = held.back();
  held[at(place_[at(seat)])] = last;
  place_[at(last)] = place_[at(seat)];
  held.pop_back();
  holder_[at(seat)] = -1;
  if (!is_full(inspector)) offer(inspector);
}

/// A seat given for good leaves the search: it uses up one of the inspector's places.
void Matching::settle(int seat, int inspector) {
  holder_[at(seat)] = inspector;
  fixed_[at(seat)] = 1;
  --capacity_[at(inspector)];
}

void Matching::unsettle(int seat) {
  const int inspector = holder_[at(seat)];
  ++capacity_[at(inspector)];
  fixed_[at(seat)] = 0;
  holder_[at(seat)] = -1;
  if (!is_full(inspector)) offer(inspector);
}

/// Reaches a seat whose holder another seat wants, and looks on from there.
bool Matching::visit(int seat, Step step) {
  if (fixed_[at(seat)] || reached_in_[at(seat)] == search_) return false;
  reached_in_[at(seat)] = search_;
  reached_from_[at(seat)] = step;
  reached_.push_back(seat);
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
  if (const int inspector = somebody_free(seat); inspector >= 0) {
    walk_back(seat, inspector);
    return true;
  }
  const int object = seats_[at(seat)].object;
  const int pool = pool_of(seat);
  std::vector<int>& left = left_in_pool_[at(pool)];
  if (pool_read_in_[at(pool)] != search_) {
    pool_read_in_[at(pool)] = search_;
    left = roster_.pool(pool);
  }
  std::size_t kept = 0;
  for (const int inspector : left) {
    if (expanded_in_[at(inspector)] == search_) continue;
    if (roster_.conflict(object, inspector)) {
      left[kept++] = inspector;
      continue;
    }
    if (const int holding = seat_holding(seat, inspector); holding >= 0) {
      if (holding != seat) queue_.push_back({{seat, inspector}, holding});
      left[kept++] = inspector;
      continue;
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
  reached_.clear();
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

Shortage Matching::shortage() const {
  std::set<int> seats(reached_.begin(), reached_.end()), inspectors;
  for (const Wish& wish : queue_) inspectors.insert(wish.step.inspector);
  return {{seats.begin(), seats.end()}, {inspectors.begin(), inspectors.end()}};
}

int Matching::group_of(int member) {
  while (group_[at(member)] != member) {
    group_[at(member)] = group_[at(group_[at(member)])];
    member = group_[at(member)];
  }
  return member;
}

/// Whether all places of the inspector are needed by seats that this one is not among.
bool Matching::is_needed_elsewhere(int seat, int inspector) {
  return is_needed_[at(inspector)] && group_of(inspector) != group_of(roster_.inspector_count() + seat);
}

/// The seats that a failed search reached can sit nowhere but with the inspectors it expanded, or on
/// the places of one another at their own objects, and there are just as many places as seats. That
/// holds for ever after, for what is given away later is given to the same seats.
void Matching::remember_failure() {
  const int group = group_of(roster_.inspector_count() + reached_.front());
  for (const int seat : reached_) group_[at(group_of(roster_.inspector_count() + seat))] = group;
  for (const Wish& wish : queue_) {
    if (wish.seat >= 0) continue;
    is_needed_[at(wish.step.inspector)] = 1;
    group_[at(group_of(wish.step.inspector))] = group;
  }
}

bool Matching::force(int seat, int inspector) {
  const int before = holder_[at(seat)];
  if (before != inspector && is_needed_elsewhere(seat, inspector)) return false;
  take(seat);
  if (before == inspector) {
    settle(seat, inspector);
    return true;
  }
  // Somebody must make room: a later seat of this object that has him, or, if he is full, any seat
  // not given away. Which one does not matter: the search may bring it back and move another.
  int displaced = seat_holding(seat, inspector);
  ANJUAN_CHECK(displaced < 0 || !fixed_[at(displaced)]);
  if (displaced < 0 && is_full(inspector)) {
    ANJUAN_CHECK(!seats_of_[at(inspector)].empty());
    displaced = seats_of_[at(inspector)].back();
  }
  if (displaced >= 0) take(displaced);
  settle(seat, inspector);
  if (displaced < 0 || augment(displaced)) return true;
  remember_failure();
  unsettle(seat);
  put(displaced, inspector);
  put(seat, before);
  return false;
}

}  // namespace anjuan::draw
