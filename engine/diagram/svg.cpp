// A drawing as SVG 1.1: one unit is a point, two decimals, text as text.

#include <array>
#include <cstdlib>

#include "base/text.h"
#include "diagram/diagram.h"

namespace anjuan::diagram {

namespace {

constexpr const char* fonts =
    "'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','Microsoft YaHei','PingFang "
    "SC','SimHei',sans-serif";

std::string number(int hundredths) {
  const int whole = std::abs(hundredths) / 100, rest = std::abs(hundredths) % 100;
  std::string text = (hundredths < 0 ? "-" : "") + std::to_string(whole);
  if (rest != 0) {
    text += "." + std::string(rest < 10 ? "0" : "") + std::to_string(rest);
    if (text.back() == '0') text.pop_back();
  }
  return text;
}

const char* color_of(Ink ink) {
  static constexpr std::array<const char*, 10> colors{"none",    "#ffffff", "#f6f8fa", "#e8eef4", "#c9d1d9",
                                                      "#57606a", "#1f2328", "#7a4b00", "#0b5394", "#a61b1b"};
  return colors[static_cast<std::size_t>(ink)];
}

/// Text for XML 1.0: markup escaped, characters that it does not allow left out.
std::string escaped(const std::string& text) {
  std::string out;
  for (char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') {
      out += c;
    }
  }
  return out;
}

class Writer {
 public:
  explicit Writer(std::string indent) : indent_(std::move(indent)) {}

  void page(const Page& page) {
    out_ += indent_ + "<title>" + escaped(page.title) + "</title>\n";
    out_ += indent_ + "<rect width=\"" + number(page.width) + "\" height=\"" + number(page.height) +
            "\" fill=\"#ffffff\"/>\n";
    for (const Group& group : page.groups) this->group(group);
  }
  std::string take() { return std::move(out_); }

 private:
  std::string indent_, out_;

  void group(const Group& group) {
    out_ += indent_ + "<g class=\"" + group.kind + "\"";
    for (const auto& [name, value] : group.data) out_ += " data-" + name + "=\"" + escaped(value) + "\"";
    out_ += ">\n";
    if (!group.title.empty()) out_ += indent_ + "  <title>" + escaped(group.title) + "</title>\n";
    for (const Shape& shape : group.shapes) {
      std::visit([this](const auto& what) { write(what); }, shape);
    }
    out_ += indent_ + "</g>\n";
  }

  void open(const std::string& element) { out_ += indent_ + "  <" + element; }
  void give(const char* name, const std::string& value) {
    out_ += std::string(" ") + name + "=\"" + value + "\"";
  }
  void give(const char* name, int value) { give(name, number(value)); }
  void line(Ink ink, int thickness, bool dashed) {
    give("stroke", color_of(ink));
    if (ink == Ink::none) return;
    give("stroke-width", thickness);
    if (dashed) give("stroke-dasharray", std::string("3.2 2.2"));
  }
  void close() { out_ += "/>\n"; }

  /// A rectangle with round corners above and square ones below.
  void write_tab(const Frame& frame) {
    const Rect& r = frame.rect;
    const int k = frame.radius;
    open("path");
    give("d", "M" + at({r.x, r.bottom()}) + " L" + at({r.x, r.y + k}) + " Q" + at({r.x, r.y}) + " " +
                  at({r.x + k, r.y}) + " L" + at({r.right() - k, r.y}) + " Q" + at({r.right(), r.y}) + " " +
                  at({r.right(), r.y + k}) + " L" + at({r.right(), r.bottom()}) + " Z");
    give("fill", color_of(frame.fill));
    line(frame.line, frame.thickness, frame.dashed);
    close();
  }

  void write(const Frame& frame) {
    if (frame.square_foot) return write_tab(frame);
    open("rect");
    give("x", frame.rect.x);
    give("y", frame.rect.y);
    give("width", frame.rect.width);
    give("height", frame.rect.height);
    if (frame.radius > 0) give("rx", frame.radius);
    give("fill", color_of(frame.fill));
    line(frame.line, frame.thickness, frame.dashed);
    close();
  }

  void write(const Disc& disc) {
    open("circle");
    give("cx", disc.center.x);
    give("cy", disc.center.y);
    give("r", disc.radius);
    give("fill", color_of(disc.fill));
    line(disc.line, disc.thickness, false);
    close();
  }

  void write(const Label& label) {
    open("text");
    give("x", label.x);
    give("y", label.y);
    give("font-size", label.size);
    if (label.bold) give("font-weight", std::string("bold"));
    give("fill", color_of(label.ink));
    out_ += ">" + escaped(label.text) + "</text>\n";
  }

  static int sign(int n) { return n > 0 ? 1 : n < 0 ? -1 : 0; }
  static std::string at(Point p) { return number(p.x) + " " + number(p.y); }

  void write(const Stroke& stroke) {
    constexpr int head = 420, radius = 250;
    std::vector<Point> points = stroke.points;
    if (points.size() < 2) return;
    const Point tip = points.back(), before = points[points.size() - 2];
    const int dx = sign(tip.x - before.x), dy = sign(tip.y - before.y);
    if (stroke.arrow) points.back() = {tip.x - dx * head / 2, tip.y - dy * head / 2};
    std::string path = "M" + at(points[0]);
    for (std::size_t i = 1; i < points.size(); ++i) {
      if (i + 1 == points.size()) {
        path += " L" + at(points[i]);
        break;
      }
      const Point &a = points[i - 1], &b = points[i], &c = points[i + 1];
      const Point in{b.x - sign(b.x - a.x) * radius, b.y - sign(b.y - a.y) * radius};
      const Point out{b.x + sign(c.x - b.x) * radius, b.y + sign(c.y - b.y) * radius};
      path += " L" + at(in) + " Q" + at(b) + " " + at(out);
    }
    open("path");
    give("d", path);
    give("fill", std::string("none"));
    line(stroke.line, stroke.thickness, stroke.dashed);
    close();
    if (!stroke.arrow) return;
    const Point left{tip.x - dx * head - dy * head / 2, tip.y - dy * head - dx * head / 2};
    const Point right{tip.x - dx * head + dy * head / 2, tip.y - dy * head + dx * head / 2};
    open("path");
    give("d", "M" + at(tip) + " L" + at(left) + " L" + at(right) + " Z");
    give("fill", color_of(stroke.line));
    close();
  }

  void write(const Mark& mark) {
    const int s = mark.size, x = mark.x, y = mark.y;
    if (mark.kind == Mark::Kind::clock) {
      const Point center{x + s / 2, y + s / 2};
      write(Disc{center, s / 2 - 40, Ink::white, Ink::limit, 70});
      write(
          Stroke{{{center.x, y + s / 5}, center, {x + s * 7 / 10, center.y}}, Ink::limit, 70, false, false});
      return;
    }
    const int left = x + s / 8, right = x + s * 7 / 8, fold = s * 3 / 10;
    open("path");
    give("d", "M" + at({left, y}) + " L" + at({right - fold, y}) + " L" + at({right, y + fold}) + " L" +
                  at({right, y + s}) + " L" + at({left, y + s}) + " Z M" + at({right - fold, y}) + " L" +
                  at({right - fold, y + fold}) + " L" + at({right, y + fold}));
    give("fill", color_of(Ink::white));
    line(Ink::paper, 60, false);
    close();
    const bool list = mark.kind == Mark::Kind::list;
    for (int i = 0; i < (list ? 3 : 2); ++i) {
      const int row = y + s * 45 / 100 + i * s / 5;
      write(Stroke{{{left + s / 8, row}, {right - s / 8, row}}, Ink::paper, list ? 90 : 50, list, false});
    }
  }
};

std::string head(int width, int height, bool outer) {
  std::string text = "<svg";
  if (outer) text += " xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"";
  return text + " width=\"" + number(width) + (outer ? "pt" : "") + "\" height=\"" + number(height) +
         (outer ? "pt" : "") + "\" viewBox=\"0 0 " + number(width) + " " + number(height) +
         "\" font-family=\"" + fonts + "\"";
}

}  // namespace

std::string write_svg(const Page& page) {
  Writer writer("  ");
  writer.page(page);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + head(page.width, page.height, true) + ">\n" +
         writer.take() + "</svg>\n";
}

std::string write_svg(const std::vector<Page>& pages) {
  if (pages.size() == 1) return write_svg(pages.front());
  int width = 0, height = 0;
  std::string inner;
  constexpr int between = 1500;
  for (const Page& page : pages) {
    Writer writer("    ");
    writer.page(page);
    inner += "  " + head(page.width, page.height, false) + " x=\"0\" y=\"" + number(height) + "\">\n" +
             writer.take() + "  </svg>\n";
    width = std::max(width, page.width);
    height += page.height + between;
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + head(width, height - between, true) + ">\n" +
         inner + "</svg>\n";
}

}  // namespace anjuan::diagram
