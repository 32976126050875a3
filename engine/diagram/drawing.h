#pragma once
// A drawing as values: groups of shapes on pages. Lengths are hundredths of a point (1 pt = 1/72 in)
// from the upper left corner; x runs right and y runs down.

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace anjuan::diagram {

struct Point {
  int x = 0, y = 0;
  bool operator==(const Point&) const = default;
};

struct Rect {
  int x = 0, y = 0, width = 0, height = 0;
  int right() const { return x + width; }
  int bottom() const { return y + height; }
};

/// Colours by what they are for; chosen so that a grey print keeps them apart.
enum class Ink { none, white, tint, band, pale, grey, dark, role, paper, limit };

/// A rectangle, filled and framed.
struct Frame {
  Rect rect;
  int radius = 0;
  Ink fill = Ink::none, line = Ink::none;
  int thickness = 0;
  bool dashed = false;
  bool square_foot = false;  ///< only the upper corners are round
};
/// Straight pieces with rounded corners.
struct Stroke {
  std::vector<Point> points;
  Ink line = Ink::dark;
  int thickness = 80;
  bool dashed = false;
  bool arrow = false;  ///< a head at the last point
};
/// (x, y) is the left end of the baseline.
struct Label {
  int x = 0, y = 0;
  int size = 800;
  bool bold = false;
  Ink ink = Ink::dark;
  std::string text;
};
struct Disc {
  Point center;
  int radius = 0;
  Ink fill = Ink::none, line = Ink::dark;
  int thickness = 80;
};
/// A small mark before a text: a sheet of paper with a folded corner, a clock, a checklist.
struct Mark {
  enum class Kind { paper, clock, list };
  Kind kind = Kind::paper;
  int x = 0, y = 0, size = 0;  ///< upper left corner
};

using Shape = std::variant<Frame, Stroke, Label, Disc, Mark>;

/// What belongs together; `data` says of what it tells: {"state", "approving"}.
struct Group {
  std::string kind;
  std::vector<std::pair<std::string, std::string>> data;
  std::string title;  ///< the full words, where the label had to be shortened
  std::vector<Shape> shapes;
};

struct Page {
  int width = 0, height = 0;
  std::string title;
  std::vector<Group> groups;
};

}  // namespace anjuan::diagram
