#pragma once
// Arrows between placed boxes: the way of least turns and crossings on the lattice, never through a
// text. Arrows to one target run together; others only cross.

#include <vector>

#include "diagram/place.h"

namespace anjuan::diagram {

struct Route {
  std::size_t arrow = 0;      ///< into Content::arrows
  std::vector<Point> points;  ///< from the source to the target, or to where it joins another arrow
  bool head = true;           ///< it ends at its target
};
struct Dot {
  procedure::StateIndex state = 0;  ///< whose first state it leads to
  Point center;
};
struct Routing {
  std::vector<Route> routes;
  std::vector<Dot> dots;  ///< where a compound state begins
  int missed = 0;         ///< arrows that found no way, or only one shared with another
};

/// Routes inside `room`; the boxes stand on the lattice.
Routing route(const procedure::Definition&, const Placement&, const Content&, const Rect& room);
/// Whether every arrow finds a way of its own, and they are not too many for one page.
bool is_routable(const procedure::Definition&, const Placement&, const Content&, const Rect& room);

}  // namespace anjuan::diagram
