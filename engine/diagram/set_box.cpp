// The text of one box, set to a width.

#include <algorithm>

#include "diagram/measure.h"
#include "diagram/place.h"

namespace anjuan::diagram {

namespace {

using procedure::State;

constexpr int inset = 500, title_size = 900, text_size = 800, mark_size = 800;
constexpr int line_height = 1120, title_height = 1300;

Ink ink_of(Line::Kind kind) {
  switch (kind) {
    case Line::Kind::condition:
    case Line::Kind::note:
      return Ink::grey;
    case Line::Kind::paper:
    case Line::Kind::form:
      return Ink::paper;
    case Line::Kind::limit:
      return Ink::limit;
    default:
      return Ink::dark;
  }
}

std::optional<Mark::Kind> mark_of(Line::Kind kind) {
  switch (kind) {
    case Line::Kind::paper:
      return Mark::Kind::paper;
    case Line::Kind::form:
      return Mark::Kind::list;
    case Line::Kind::limit:
      return Mark::Kind::clock;
    default:
      return std::nullopt;
  }
}

class Setter {
 public:
  Setter(int width, int left) : width_(width), left_(left) {}

  int y() const { return y_; }
  void skip(int down) { y_ += down; }

  /// One text in as many lines as it needs, at most `most`.
  void add(std::vector<SetLine>& lines, const Line& line, int indent, int most) {
    const auto mark = mark_of(line.kind);
    const int x = left_ + indent + (mark ? mark_size + 250 : 0);
    bool first = true;
    for (std::string& text : broken(line.text, text_size, width_ - x - inset, most)) {
      SetLine set{line.kind, {x, y_ + 860, text_size, false, ink_of(line.kind), std::move(text)}, {}, false};
      set.continued = !first;
      if (mark && first) set.mark = Mark{*mark, left_ + indent, y_ + 150, mark_size};
      lines.push_back(std::move(set));
      first = false;
      y_ += line_height;
    }
  }

  void title(std::vector<SetLine>& lines, const Box& box, int size) {
    for (std::string& text : broken(box.title, size, width_ - left_ - inset, 3, true)) {
      lines.push_back(
          {Line::Kind::act,
           {left_, y_ + 960, size, !box.by_id, box.by_id ? Ink::grey : Ink::dark, std::move(text)},
           {},
           false});
      y_ += title_height;
    }
  }

  /// The role, right on the last line of the label if there is room, else on a line of its own.
  void role(std::vector<SetLine>& lines, const Box& box, bool own_line) {
    if (box.role.empty()) return;
    const int room = width_ - left_ - inset;
    const std::string text = broken(box.role, text_size, room, 1).front();
    const int width = text_width(text, text_size);
    int used = room;
    if (!lines.empty()) used = text_width(lines.back().label.text, lines.back().label.size, true) + 600;
    if (!own_line && used + width <= room) {
      lines.push_back({Line::Kind::act,
                       {width_ - inset - width, y_ - title_height + 960, text_size, false, Ink::role, text},
                       {}});
      return;
    }
    lines.push_back({Line::Kind::act, {left_, y_ + 860, text_size, false, Ink::role, text}, {}, false});
    y_ += line_height;
  }

 private:
  int width_, left_, y_ = 200;
};

std::string full_words(const std::vector<Line>& lines) {
  std::string all;
  for (const Line& line : lines) {
    if (!line.full.empty()) all += (all.empty() ? "" : "\n") + line.full;
  }
  return all;
}

/// A circle and its label beside it, in at most two lines.
SetBox set_circle(const Box& box, int width) {
  SetBox set;
  constexpr int left = 4 * pitch + 300, line = 1000;
  set.height = set.head_bottom = 4 * pitch;
  const auto lines = broken(box.title, text_size, std::max(width, 14000) - left, 2);
  int y = (set.height - static_cast<int>(lines.size()) * line) / 2, widest = 0;
  for (const std::string& text : lines) {
    set.head.push_back({Line::Kind::act, {left, y + 800, text_size, false, Ink::dark, text}, {}, false});
    widest = std::max(widest, text_width(text, text_size));
    y += line;
  }
  set.width = on_lattice(left + widest + 200);
  return set;
}

}  // namespace

SetBox set_box(const State& state, const Box& box, int width, bool overview) {
  if (state.kind == State::Kind::final || state.kind == State::Kind::history) return set_circle(box, width);
  SetBox set;
  set.width = width;
  Setter setter(width, inset);
  setter.title(set.head, box, overview ? title_size - 50 : title_size);
  setter.role(set.head, box, false);
  if (!set.head.empty()) setter.skip(300);
  set.head_bottom = setter.y();
  if (!box.entry.empty() || !box.rows.empty()) setter.skip(200);
  for (const Line& line : box.entry) setter.add(set.head, line, 0, 3);
  if (!box.entry.empty()) setter.skip(250);
  set.full = full_words(box.entry);
  for (const Row& row : box.rows) {
    SetRow placed;
    placed.transition = row.transition;
    placed.top = setter.y();
    placed.full = full_words(row.lines);
    for (const Line& line : row.lines)
      setter.add(placed.lines, line, line.kind == Line::Kind::act ? 0 : 700, 3);
    setter.skip(250);
    placed.bottom = setter.y();
    set.rows.push_back(std::move(placed));
  }
  const bool empty = set.head.empty() && set.rows.empty();
  set.height = empty ? 0 : on_lattice(std::max(setter.y(), 3 * pitch));
  return set;
}

}  // namespace anjuan::diagram
