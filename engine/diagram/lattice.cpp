// A search for the cheapest way (A*) over (knot, way); small whole costs, ties broken by the order of
// discovery.

#include "diagram/lattice.h"

#include <algorithm>
#include <limits>
#include <queue>
#include <tuple>

namespace anjuan::diagram {

namespace {

constexpr int step_cost = 10, turn_cost = 45, cross_cost = 50, border_cost = 120, shared_cost = 600;

bool is_across(Way way) { return way == Way::east || way == Way::west; }
Way opposite(Way way) { return static_cast<Way>((static_cast<int>(way) + 2) % 4); }

}  // namespace

Knot next(Knot k, Way way) {
  switch (way) {
    case Way::east:
      return {k.column + 1, k.row};
    case Way::south:
      return {k.column, k.row + 1};
    case Way::west:
      return {k.column - 1, k.row};
    default:
      return {k.column, k.row - 1};
  }
}

Lattice::Lattice(int columns, int rows)
    : columns_(columns),
      rows_(rows),
      cells_(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows)) {}

bool Lattice::holds(Knot k) const {
  return k.column >= 0 && k.row >= 0 && k.column < columns_ && k.row < rows_;
}

void Lattice::block(Knot from, Knot to) {
  for (int row = from.row; row <= to.row; ++row) {
    for (int column = from.column; column <= to.column; ++column) {
      if (holds({column, row})) cells_[at({column, row})].blocked = true;
    }
  }
}

void Lattice::mark_border(Knot from, Knot to) {
  for (int row = from.row; row <= to.row; ++row) {
    for (int column = from.column; column <= to.column; ++column) {
      if (holds({column, row})) cells_[at({column, row})].border = true;
    }
  }
}

std::optional<int> Lattice::cost_of(Knot k, Way way, int group) const {
  if (!holds(k)) return std::nullopt;
  const Cell& cell = cells_[at(k)];
  if (cell.blocked) return std::nullopt;
  const int along = is_across(way) ? cell.across : cell.down,
            other = is_across(way) ? cell.down : cell.across;
  int cost = step_cost;
  if (along >= 0 && along != group) cost += shared_cost;
  if (other >= 0 && other != group) cost += cross_cost;
  if (cell.border) cost += border_cost;
  return cost;
}

bool Lattice::may_turn(Knot k, int group) const {
  const Cell& cell = cells_[at(k)];
  return !cell.border && (cell.across < 0 || cell.across == group) && (cell.down < 0 || cell.down == group);
}

bool Lattice::passes(Knot k, int group) const {
  return holds(k) && (cells_[at(k)].across == group || cells_[at(k)].down == group);
}

bool Lattice::is_free(const std::vector<Knot>& knots, int group) const {
  for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
    const bool across = knots[i].row == knots[i + 1].row;
    const auto taken = [&](Knot k) { return across ? cells_[at(k)].across : cells_[at(k)].down; };
    const int before = taken(knots[i]), after = taken(knots[i + 1]);
    if (before >= 0 && before != group && before == after) return false;
  }
  return true;
}

void Lattice::occupy(const std::vector<Knot>& knots, int group) {
  groups_.insert(group);
  for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
    const bool across = knots[i].row == knots[i + 1].row;
    for (const Knot& k : {knots[i], knots[i + 1]})
      (across ? cells_[at(k)].across : cells_[at(k)].down) = group;
  }
}

/// One search: what has been reached at which cost, and what is still open.
class Lattice::Search {
 public:
  Search(const Lattice& lattice, const Goal& goal, int group)
      : lattice_(lattice),
        goal_(goal),
        group_(group),
        joinable_(lattice.groups_.count(group) > 0),
        cost_(lattice.cells_.size() * 4, far),
        before_(lattice.cells_.size() * 4, nowhere) {}

  std::optional<std::vector<Knot>> run(const std::vector<Gate>& gates) {
    for (const Gate& gate : gates) {
      if (lattice_.holds(gate.knot)) reach(number(gate.knot, gate.way), gate.cost, nowhere);
    }
    while (!open_.empty()) {
      const auto [expected, order, n] = open_.top();
      open_.pop();
      if (expected >= best_cost_) break;
      if (expected > cost_[n] + rest_from(knot_of(n))) continue;
      if (arrive(n)) expand(n);
    }
    if (best_ == nowhere) return std::nullopt;
    std::vector<Knot> knots;
    for (std::size_t n = best_; n != nowhere; n = before_[n]) knots.push_back(knot_of(n));
    std::reverse(knots.begin(), knots.end());
    return knots;
  }

 private:
  static constexpr int far = std::numeric_limits<int>::max();
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
  using Entry = std::tuple<int, std::size_t, std::size_t>;  // expected cost, order of discovery, place

  const Lattice& lattice_;
  const Goal& goal_;
  int group_;
  bool joinable_;
  std::vector<int> cost_;
  std::vector<std::size_t> before_;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open_;
  std::size_t discovered_ = 0, best_ = nowhere;
  int best_cost_ = far;

  std::size_t number(Knot k, Way way) const { return lattice_.at(k) * 4 + static_cast<std::size_t>(way); }
  Knot knot_of(std::size_t n) const {
    const auto columns = static_cast<std::size_t>(lattice_.columns_);
    return {static_cast<int>(n / 4 % columns), static_cast<int>(n / 4 / columns)};
  }

  /// The least that is still to pay: the steps to the goal; nothing where another arrow may be joined.
  int rest_from(Knot k) const {
    if (joinable_) return 0;
    const int across = std::max({0, goal_.low.column - k.column, k.column - goal_.high.column});
    const int down = std::max({0, goal_.low.row - k.row, k.row - goal_.high.row});
    return (across + down) * step_cost;
  }

  void reach(std::size_t n, int cost, std::size_t from) {
    if (cost >= cost_[n]) return;
    cost_[n] = cost;
    before_[n] = from;
    open_.emplace(cost + rest_from(knot_of(n)), discovered_++, n);
  }

  /// Notes an end if this is one; whether the way may go on from here.
  bool arrive(std::size_t n) {
    if (before_[n] == nowhere) return true;
    const Knot here = knot_of(n);
    const auto arrival =
        lattice_.passes(here, group_) ? std::optional<int>(0) : goal_.cost(here, static_cast<Way>(n % 4));
    if (arrival && cost_[n] + *arrival < best_cost_) {
      best_cost_ = cost_[n] + *arrival;
      best_ = n;
    }
    return !lattice_.cells_[lattice_.at(here)].blocked;
  }

  void expand(std::size_t n) {
    const Knot here = knot_of(n);
    const Way way = static_cast<Way>(n % 4);
    const bool may_turn = before_[n] != nowhere && lattice_.may_turn(here, group_);
    for (int turn = 0; turn < 4; ++turn) {
      const Way onward = static_cast<Way>(turn);
      if (onward == opposite(way) || (onward != way && !may_turn)) continue;
      const Knot there = next(here, onward);
      if (!lattice_.holds(there)) continue;
      auto step = lattice_.cost_of(there, onward, group_);
      if (!step && goal_.cost(there, onward)) step = step_cost;  // the border of the target
      if (step) reach(number(there, onward), cost_[n] + *step + (onward == way ? 0 : turn_cost), n);
    }
  }
};

std::optional<std::vector<Knot>> Lattice::find(const std::vector<Gate>& gates, const Goal& goal,
                                               int group) const {
  return Search(*this, goal, group).run(gates);
}

}  // namespace anjuan::diagram
