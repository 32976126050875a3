#pragma once
// The lattice that arrows run on, and the search for the cheapest way over it.

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <vector>

#include "diagram/drawing.h"

namespace anjuan::diagram {

enum class Way { east, south, west, north };

/// Counted in points of the lattice, not in lengths.
struct Knot {
  int column = 0, row = 0;
  bool operator==(const Knot&) const = default;
};
Knot next(Knot, Way);

/// A place to begin: the knot on a border and the way out of it.
struct Gate {
  Knot knot;
  Way way = Way::south;
  int cost = 0;
};

class Lattice {
 public:
  Lattice(int columns, int rows);

  bool holds(Knot) const;
  /// No arrow may pass here (but may begin or end).
  void block(Knot from, Knot to);
  /// Arrows had better not run along here.
  void mark_border(Knot from, Knot to);

  /// Where a way may end: the knots from `low` to `high` for which arriving that way has a cost.
  struct Goal {
    std::function<std::optional<int>(Knot, Way)> cost;
    Knot low, high;
  };
  /// The cheapest way for an arrow of `group` from one of the gates to the goal, or to an arrow of the
  /// same group. Nothing if all is blocked.
  std::optional<std::vector<Knot>> find(const std::vector<Gate>&, const Goal&, int group) const;
  /// Whether an arrow of the group passes the knot.
  bool passes(Knot, int group) const;
  /// Whether no arrow of another group runs along the same way (crossing is no matter).
  bool is_free(const std::vector<Knot>&, int group) const;
  /// Takes the way for the group.
  void occupy(const std::vector<Knot>&, int group);

 private:
  class Search;
  struct Cell {
    bool blocked = false, border = false;
    int across = -1, down = -1;  ///< the groups that run through
  };
  std::size_t at(Knot k) const {
    return static_cast<std::size_t>(k.row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(k.column);
  }
  /// The cost of standing on a knot having come that way; nothing if it may not be passed.
  std::optional<int> cost_of(Knot, Way, int group) const;
  bool may_turn(Knot, int group) const;

  int columns_, rows_;
  std::vector<Cell> cells_;
  std::set<int> groups_;  ///< that run somewhere
};

}  // namespace anjuan::diagram
