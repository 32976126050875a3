// Arrows between placed boxes.

#include "diagram/route.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>

#include "diagram/lattice.h"
#include "procedure/tree.h"

namespace anjuan::diagram {

namespace {

using procedure::Definition;
using procedure::no_index;
using procedure::State;
using procedure::StateIndex;

class Router {
 public:
  Router(const Definition& definition, const Placement& placement, const Content& content, const Rect& room,
         int tolerated)
      : tolerated_(tolerated),
        definition_(definition),
        placement_(placement),
        content_(content),
        room_(room),
        lattice_(room.width / pitch + 1, room.height / pitch + 1) {
    for (const Placed& placed : placement.boxes) boxes_.emplace(placed.state, &placed);
  }

  Routing run() {
    for (const Placed& placed : placement_.boxes) obstruct(placed);
    put_dots();
    for (std::size_t i : in_order()) {
      if (routing_.missed > tolerated_) break;
      connect(i);
    }
    return std::move(routing_);
  }

 private:
  int tolerated_;
  const Definition& definition_;
  const Placement& placement_;
  const Content& content_;
  Rect room_;
  Lattice lattice_;
  std::map<StateIndex, const Placed*> boxes_;
  std::map<StateIndex, Point> dots_;
  Routing routing_;

  Knot knot_at(int x, int y) const { return {(x - room_.x) / pitch, (y - room_.y) / pitch}; }
  Point point_at(Knot k) const { return {room_.x + k.column * pitch, room_.y + k.row * pitch}; }
  bool is_circle(StateIndex s) const {
    const State::Kind kind = definition_.states[s].kind;
    return kind == State::Kind::final || kind == State::Kind::history;
  }

  void obstruct(const Placed& placed) {
    const Rect& r = placed.rect;
    const Knot low = knot_at(r.x, r.y), high = knot_at(r.right(), r.bottom());
    if (!placed.compound) return lattice_.block(low, high);
    lattice_.block(low, knot_at(r.right(), r.y + placed.text.height));
    if (placed.text.height == 0) lattice_.mark_border(low, {high.column, low.row});
    lattice_.mark_border({low.column, high.row}, high);
    lattice_.mark_border(low, {low.column, high.row});
    lattice_.mark_border({high.column, low.row}, high);
    for (const Stroke& line : placed.separators) {
      lattice_.mark_border(knot_at(line.points[0].x, line.points[0].y),
                           knot_at(line.points[1].x, line.points[1].y));
    }
  }

  /// The dot of a compound state stands above its first state; inside at the upper left where that is
  /// not a child of its own.
  void put_dots() {
    for (const Arrow& arrow : content_.arrows) {
      if (!arrow.initial || dots_.count(arrow.from) > 0) continue;
      const Rect& first = boxes_.at(arrow.to)->rect;
      Point at{first.x + 2 * pitch, first.y - 2 * pitch};
      const auto owner = boxes_.find(arrow.from);
      if (definition_.states[arrow.to].parent != arrow.from && owner != boxes_.end()) {
        const Rect& around = owner->second->rect;
        at = {around.x + 2 * pitch, around.y + owner->second->text.height + pitch};
      }
      at.y = std::max(at.y, room_.y);
      dots_.emplace(arrow.from, at);
      routing_.dots.push_back({arrow.from, at});
      lattice_.block(knot_at(at.x, at.y), knot_at(at.x, at.y));
    }
  }

  /// Short arrows first: they have least choice.
  std::vector<std::size_t> in_order() const {
    std::vector<std::pair<int, std::size_t>> lengths;
    for (std::size_t i = 0; i < content_.arrows.size(); ++i) {
      const Arrow& arrow = content_.arrows[i];
      if (boxes_.count(arrow.to) == 0 || (!arrow.initial && boxes_.count(arrow.from) == 0)) continue;
      const Rect& to = boxes_.at(arrow.to)->rect;
      const Rect from = arrow.initial ? Rect{dots_.at(arrow.from).x, dots_.at(arrow.from).y, 0, 0}
                                      : boxes_.at(arrow.from)->rect;
      const int across = std::max({0, to.x - from.right(), from.x - to.right()});
      const int down = std::max({0, to.y - from.bottom(), from.y - to.bottom()});
      lengths.emplace_back(arrow.initial ? -1 : across + down, i);
    }
    std::sort(lengths.begin(), lengths.end());
    std::vector<std::size_t> order;
    for (const auto& [length, i] : lengths) order.push_back(i);
    return order;
  }

  void connect(std::size_t index) {
    const Arrow& arrow = content_.arrows[index];
    const int group = static_cast<int>(arrow.to) * 2 + (arrow.automatic ? 1 : 0);
    const Rect& target = boxes_.at(arrow.to)->rect;
    const Lattice::Goal goal{[&](Knot k, Way way) { return end_cost(arrow, k, way); },
                             knot_at(target.x, target.y), knot_at(target.right(), target.bottom())};
    const auto knots = lattice_.find(gates_of(arrow), goal, group);
    if (!knots || !lattice_.is_free(*knots, group)) ++routing_.missed;
    if (!knots) return;
    const bool joins = lattice_.passes(knots->back(), group);
    lattice_.occupy(*knots, group);
    std::vector<Point> points;
    for (std::size_t i = 0; i < knots->size(); ++i) {
      const bool straight =
          i > 0 && i + 1 < knots->size() &&
          ((*knots)[i - 1].row == (*knots)[i + 1].row || (*knots)[i - 1].column == (*knots)[i + 1].column);
      if (!straight) points.push_back(point_at((*knots)[i]));
    }
    routing_.routes.push_back({index, std::move(points), !joins});
  }

  std::vector<Gate> gates_of(const Arrow& arrow) const {
    if (arrow.initial) {
      const Knot dot = knot_at(dots_.at(arrow.from).x, dots_.at(arrow.from).y);
      return {{dot, Way::south, 0}, {dot, Way::east, 20}, {dot, Way::west, 40}};
    }
    const Placed& placed = *boxes_.at(arrow.from);
    const Rect& r = placed.rect;
    if (is_circle(arrow.from)) {
      return {{knot_at(r.x + 2 * pitch, r.bottom()), Way::south, 0},
              {knot_at(r.x, r.y + 2 * pitch), Way::west, 0}};
    }
    if (arrow.row != no_index) {
      const SetRow& row = placed.text.rows[arrow.row];
      const int y = (r.y + row.top + 560 + pitch / 2) / pitch * pitch;
      return {{knot_at(r.right(), y), Way::east, 0}, {knot_at(r.x, y), Way::west, 5}};
    }
    std::vector<Gate> gates;
    const Knot low = knot_at(r.x, r.y), high = knot_at(r.right(), r.bottom());
    const int middle = (low.column + high.column) / 2;
    for (int column = low.column + 1; column < high.column; ++column)
      gates.push_back({{column, high.row}, Way::south, std::abs(column - middle) * 4});
    for (int row = low.row + 1; row < high.row; ++row) {
      gates.push_back({{high.column, row}, Way::east, 20});
      gates.push_back({{low.column, row}, Way::west, 25});
    }
    return gates;
  }

  /// What it costs to end on the border of the target, come to that way; nothing anywhere else.
  std::optional<int> end_cost(const Arrow& arrow, Knot k, Way way) const {
    const Rect& r = boxes_.at(arrow.to)->rect;
    const Knot low = knot_at(r.x, r.y), high = knot_at(r.right(), r.bottom());
    if (k.column < low.column || k.column > high.column || k.row < low.row || k.row > high.row)
      return std::nullopt;
    const bool inside = !arrow.initial && procedure::is_descendant(definition_, arrow.from, arrow.to);
    if (is_circle(arrow.to)) return circle_cost(r, k, way);
    const bool corner =
        (k.column == low.column || k.column == high.column) && (k.row == low.row || k.row == high.row);
    if (corner) return std::nullopt;
    if (k.row == low.row && way == (inside ? Way::north : Way::south))
      return std::abs(k.column - (low.column + high.column) / 2) * 2;
    if (k.row == high.row && way == (inside ? Way::south : Way::north)) return 60;
    const int from_top = (k.row - low.row) * 2;
    if (k.column == low.column && way == (inside ? Way::west : Way::east)) return 15 + from_top;
    if (k.column == high.column && way == (inside ? Way::east : Way::west)) return 15 + from_top;
    return std::nullopt;
  }

  std::optional<int> circle_cost(const Rect& r, Knot k, Way way) const {
    const Knot middle = knot_at(r.x + 2 * pitch, r.y + 2 * pitch);
    if (k == knot_at(r.x + 2 * pitch, r.y) && way == Way::south) return 0;
    if (k == knot_at(r.x + 2 * pitch, r.bottom()) && way == Way::north) return 10;
    if (k == Knot{knot_at(r.x, r.y).column, middle.row} && way == Way::east) return 5;
    return std::nullopt;
  }
};

}  // namespace

Routing route(const Definition& definition, const Placement& placement, const Content& content,
              const Rect& room) {
  return Router(definition, placement, content, room, std::numeric_limits<int>::max()).run();
}

bool is_routable(const Definition& definition, const Placement& placement, const Content& content,
                 const Rect& room) {
  constexpr std::size_t most_arrows = 120;  // more cannot be followed with the eye
  if (content.arrows.size() > most_arrows) return false;
  return Router(definition, placement, content, room, 0).run().missed == 0;
}

}  // namespace anjuan::diagram
