// Dijkstra's search over (knot, way); small whole costs, ties broken by the order of discovery.

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

void Lattice::occupy(const std::vector<Knot>& knots, int group) {
  for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
    const bool across = knots[i].row == knots[i + 1].row;
    for (const Knot& k : {knots[i], knots[i + 1]})
      (across ? cells_[at(k)].across : cells_[at(k)].down) = group;
  }
}

std::optional<std::vector<Knot>> Lattice::find(const std::vector<Gate>& gates, const End& end,
                                               int group) const {
  constexpr int far = std::numeric_limits<int>::max();
  const std::size_t count = cells_.size() * 4;
  std::vector<int> cost(count, far);
  std::vector<std::int64_t> before(count, -1);
  const auto number = [&](Knot k, Way way) { return at(k) * 4 + static_cast<std::size_t>(way); };
  const auto knot_of = [&](std::size_t n) {
    return Knot{static_cast<int>(n / 4 % static_cast<std::size_t>(columns_)),
                static_cast<int>(n / 4 / static_cast<std::size_t>(columns_))};
  };
  using Entry = std::tuple<int, std::size_t, std::size_t>;  // cost, order of discovery, place
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
  std::size_t discovered = 0;
  const auto reach = [&](std::size_t n, int new_cost, std::int64_t from) {
    if (new_cost >= cost[n]) return;
    cost[n] = new_cost;
    before[n] = from;
    open.emplace(new_cost, discovered++, n);
  };
  for (const Gate& gate : gates) {
    if (holds(gate.knot)) reach(number(gate.knot, gate.way), gate.cost, -1);
  }
  constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
  std::size_t best = nowhere;
  int best_cost = far;
  while (!open.empty()) {
    const auto [so_far, order, n] = open.top();
    open.pop();
    if (so_far >= best_cost) break;
    if (so_far > cost[n]) continue;
    const Knot here = knot_of(n);
    const Way way = static_cast<Way>(n % 4);
    const bool start = before[n] == -1;
    if (!start) {
      const std::optional<int> arrival = passes(here, group) ? std::optional<int>(0) : end(here, way);
      if (arrival && so_far + *arrival < best_cost) {
        best_cost = so_far + *arrival;
        best = n;
      }
      if (cells_[at(here)].blocked) continue;
    }
    for (int turn = 0; turn < 4; ++turn) {
      const Way onward = static_cast<Way>(turn);
      if (onward == opposite(way) || (onward != way && (start || !may_turn(here, group)))) continue;
      const Knot there = next(here, onward);
      if (!holds(there)) continue;
      auto step = cost_of(there, onward, group);
      if (!step && end(there, onward)) step = step_cost;  // the border of the target
      if (!step) continue;
      reach(number(there, onward), so_far + *step + (onward == way ? 0 : turn_cost),
            static_cast<std::int64_t>(n));
    }
  }
  if (best == nowhere) return std::nullopt;
  std::vector<Knot> knots;
  for (std::int64_t n = static_cast<std::int64_t>(best); n >= 0; n = before[static_cast<std::size_t>(n)])
    knots.push_back(knot_of(static_cast<std::size_t>(n)));
  std::reverse(knots.begin(), knots.end());
  return knots;
}

}  // namespace anjuan::diagram
