#pragma once
// Where each box of a page stands: boxes in boxes, laid out from the inside out. Each box has several
// possible shapes (narrow and high, wide and low); the page takes the arrangement whose arrows are
// shortest among those that fit.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diagram/content.h"
#include "diagram/drawing.h"

namespace anjuan::diagram {

inline constexpr int pitch = 500;  ///< arrows run on a lattice of 5 pt; boxes stand on it
/// The length, not negative, or the next longer one that ends on the lattice.
inline int on_lattice(int length) { return (length + pitch - 1) / pitch * pitch; }

/// A line of text at its place, from the upper left corner of the box.
struct SetLine {
  Line::Kind kind = Line::Kind::act;
  Label label;
  std::optional<Mark> mark;
  bool continued = false;  ///< a further line of the text before it
};
struct SetRow {
  procedure::TransitionIndex transition = procedure::no_index;
  int top = 0, bottom = 0;  ///< of the row
  std::string full;         ///< the words left out of shortened lines
  std::vector<SetLine> lines;
};
/// The text of a box, set to a width.
struct SetBox {
  int width = 0, height = 0;
  std::vector<SetLine> head;
  std::vector<SetRow> rows;
  int head_bottom = 0;  ///< where the label ends and the entry lines and rows begin
  std::string full;
};

struct Placed {
  procedure::StateIndex state = 0;
  Rect rect;
  SetBox text;                     ///< of a compound state: its head
  bool compound = false;           ///< drawn with its children inside
  std::vector<Stroke> separators;  ///< between the regions of a parallel
};

struct Placement {
  int width = 0, height = 0;
  std::vector<Placed> boxes;  ///< outer before inner
};

struct Gaps {
  int across = 0, down = 0;
};

/// Sets the text of a box to the width; the height is what it needs, rounded up to the lattice.
SetBox set_box(const procedure::State&, const Box&, int width, bool overview);

/// The arrangement with the shortest arrows that is no larger than the room; nothing if none fits.
std::optional<Placement> place(const procedure::Definition&, const View&, const Content&, const Gaps&,
                               int room_width, int room_height);

}  // namespace anjuan::diagram
