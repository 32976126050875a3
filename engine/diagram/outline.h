#pragma once
// Shapes as paths: what every way of writing a drawing has in common.

#include <optional>
#include <vector>

#include "diagram/drawing.h"

namespace anjuan::diagram {

struct PathStep {
  enum class Kind { move, line, curve, close };
  Kind kind = Kind::move;
  Point to;
  Point first, second;  ///< of a curve: the control points (cubic)
};

struct Outline {
  std::vector<PathStep> steps;
  Ink fill = Ink::none, line = Ink::none;
  int thickness = 0;
  bool dashed = false;
};

/// The paths of a shape in the order they are painted; none of a label.
std::vector<Outline> outlines_of(const Shape&);

/// Dashes and gaps of dashed lines, in hundredths of a point.
inline constexpr int dash_length = 320, dash_gap = 220;

struct Rgb {
  int red = 0, green = 0, blue = 0;
};
/// The colour of an ink; nothing for none.
std::optional<Rgb> color_of(Ink);

}  // namespace anjuan::diagram
