// Shapes as paths.

#include "diagram/outline.h"

#include <algorithm>
#include <array>

namespace anjuan::diagram {

namespace {

int sign(int n) { return n > 0 ? 1 : n < 0 ? -1 : 0; }

class Path {
 public:
  Path& move(Point to) { return add({PathStep::Kind::move, to, {}, {}}); }
  Path& line(Point to) { return add({PathStep::Kind::line, to, {}, {}}); }
  /// A quarter round a corner, as one cubic curve.
  Path& corner(Point by, Point to) {
    const auto towards = [&](Point from) {
      return Point{from.x + (by.x - from.x) * 55 / 100, from.y + (by.y - from.y) * 55 / 100};
    };
    return add({PathStep::Kind::curve, to, towards(at_), towards(to)});
  }
  Path& close() { return add({PathStep::Kind::close, at_, {}, {}}); }
  std::vector<PathStep> take() { return std::move(steps_); }

 private:
  Path& add(const PathStep& step) {
    steps_.push_back(step);
    at_ = step.to;
    return *this;
  }
  std::vector<PathStep> steps_;
  Point at_;
};

std::vector<PathStep> round_rect(const Rect& r, int k, bool square_foot) {
  Path path;
  path.move({r.x + k, r.y}).line({r.right() - k, r.y});
  if (k > 0) path.corner({r.right(), r.y}, {r.right(), r.y + k});
  const int foot = square_foot ? 0 : k;
  path.line({r.right(), r.bottom() - foot});
  if (foot > 0) path.corner({r.right(), r.bottom()}, {r.right() - foot, r.bottom()});
  path.line({r.x + foot, r.bottom()});
  if (foot > 0) path.corner({r.x, r.bottom()}, {r.x, r.bottom() - foot});
  path.line({r.x, r.y + k});
  if (k > 0) path.corner({r.x, r.y}, {r.x + k, r.y});
  return path.close().take();
}

struct Outliner {
  std::vector<Outline>& out;

  void operator()(const Label&) {}

  void operator()(const Frame& frame) {
    out.push_back({round_rect(frame.rect, frame.radius, frame.square_foot), frame.fill, frame.line,
                   frame.thickness, frame.dashed});
  }

  void operator()(const Disc& disc) {
    const Rect around{disc.center.x - disc.radius, disc.center.y - disc.radius, 2 * disc.radius,
                      2 * disc.radius};
    out.push_back({round_rect(around, disc.radius, false), disc.fill, disc.line, disc.thickness, false});
  }

  void operator()(const Stroke& stroke) {
    constexpr int head = 420, radius = 250;
    std::vector<Point> points = stroke.points;
    if (points.size() < 2) return;
    const Point tip = points.back(), before = points[points.size() - 2];
    const int dx = sign(tip.x - before.x), dy = sign(tip.y - before.y);
    if (stroke.arrow) points.back() = {tip.x - dx * head / 2, tip.y - dy * head / 2};
    Path path;
    path.move(points[0]);
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
      const Point &a = points[i - 1], &b = points[i], &c = points[i + 1];
      path.line({b.x - sign(b.x - a.x) * radius, b.y - sign(b.y - a.y) * radius});
      path.corner(b, {b.x + sign(c.x - b.x) * radius, b.y + sign(c.y - b.y) * radius});
    }
    path.line(points.back());
    out.push_back({path.take(), Ink::none, stroke.line, stroke.thickness, stroke.dashed});
    if (!stroke.arrow) return;
    const Point left{tip.x - dx * head - dy * head / 2, tip.y - dy * head - dx * head / 2};
    const Point right{tip.x - dx * head + dy * head / 2, tip.y - dy * head + dx * head / 2};
    out.push_back({Path().move(tip).line(left).line(right).close().take(), stroke.line, Ink::none, 0, false});
  }

  void operator()(const Mark& mark) {
    const int s = mark.size, x = mark.x, y = mark.y;
    if (mark.kind == Mark::Kind::clock) {
      const Point center{x + s / 2, y + s / 2};
      (*this)(Disc{center, s / 2 - 40, Ink::white, Ink::limit, 70});
      out.push_back({Path().move({center.x, y + s / 5}).line(center).line({x + s * 7 / 10, center.y}).take(),
                     Ink::none, Ink::limit, 70, false});
      return;
    }
    const int left = x + s / 8, right = x + s * 7 / 8, fold = s * 3 / 10;
    const Point corner{right - fold, y};
    Path sheet;
    sheet.move({left, y})
        .line(corner)
        .line({right, y + fold})
        .line({right, y + s})
        .line({left, y + s})
        .close();
    out.push_back({sheet.take(), Ink::white, Ink::paper, 60, false});
    out.push_back({Path().move(corner).line({right - fold, y + fold}).line({right, y + fold}).take(),
                   Ink::none, Ink::paper, 60, false});
    const bool list = mark.kind == Mark::Kind::list;
    for (int i = 0; i < (list ? 3 : 2); ++i) {
      const int row = y + s * 45 / 100 + i * s / 5;
      const int begin = left + s / 8, end = right - s / 8;
      if (list) line(begin, row, begin + s / 12);
      line(list ? begin + s / 5 : begin, row, end);
    }
  }

  void line(int from, int y, int to) {
    out.push_back({Path().move({from, y}).line({to, y}).take(), Ink::none, Ink::paper, 60, false});
  }
};

}  // namespace

std::vector<Outline> outlines_of(const Shape& shape) {
  std::vector<Outline> outlines;
  std::visit(Outliner{outlines}, shape);
  return outlines;
}

std::optional<Rgb> color_of(Ink ink) {
  static constexpr std::array<Rgb, 10> colors{{{0, 0, 0},
                                               {255, 255, 255},
                                               {246, 248, 250},
                                               {232, 238, 244},
                                               {201, 209, 217},
                                               {87, 96, 106},
                                               {31, 35, 40},
                                               {122, 75, 0},
                                               {11, 83, 148},
                                               {166, 27, 27}}};
  if (ink == Ink::none) return std::nullopt;
  return colors[static_cast<std::size_t>(ink)];
}

}  // namespace anjuan::diagram
