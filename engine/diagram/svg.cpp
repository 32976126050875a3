// A drawing as SVG 1.1: one unit is a point, two decimals, text as text.

#include <cstdlib>

#include "base/text.h"
#include "diagram/diagram.h"
#include "diagram/outline.h"

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

std::string color_text(Ink ink) {
  const auto color = color_of(ink);
  if (!color) return "none";
  static constexpr char digits[] = "0123456789abcdef";
  std::string text = "#";
  for (int part : {color->red, color->green, color->blue}) {
    text += digits[part / 16];
    text += digits[part % 16];
  }
  return text;
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
    give("stroke", color_text(ink));
    if (ink == Ink::none) return;
    give("stroke-width", thickness);
    if (dashed) give("stroke-dasharray", number(dash_length) + " " + number(dash_gap));
  }
  void close() { out_ += "/>\n"; }

  void write(const Frame& frame) {
    if (frame.square_foot) return paths(frame);
    open("rect");
    give("x", frame.rect.x);
    give("y", frame.rect.y);
    give("width", frame.rect.width);
    give("height", frame.rect.height);
    if (frame.radius > 0) give("rx", frame.radius);
    give("fill", color_text(frame.fill));
    line(frame.line, frame.thickness, frame.dashed);
    close();
  }

  void write(const Disc& disc) {
    open("circle");
    give("cx", disc.center.x);
    give("cy", disc.center.y);
    give("r", disc.radius);
    give("fill", color_text(disc.fill));
    line(disc.line, disc.thickness, false);
    close();
  }

  void write(const Label& label) {
    open("text");
    give("x", label.x);
    give("y", label.y);
    give("font-size", label.size);
    if (label.bold) give("font-weight", std::string("bold"));
    give("fill", color_text(label.ink));
    out_ += ">" + escaped(label.text) + "</text>\n";
  }

  static std::string at(Point p) { return number(p.x) + " " + number(p.y); }

  /// Everything else: the paths of its outline.
  void paths(const Shape& shape) {
    for (const Outline& outline : outlines_of(shape)) {
      std::string d;
      for (const PathStep& step : outline.steps) {
        if (!d.empty()) d += " ";
        switch (step.kind) {
          case PathStep::Kind::move:
            d += "M" + at(step.to);
            break;
          case PathStep::Kind::line:
            d += "L" + at(step.to);
            break;
          case PathStep::Kind::curve:
            d += "C" + at(step.first) + " " + at(step.second) + " " + at(step.to);
            break;
          case PathStep::Kind::close:
            d += "Z";
            break;
        }
      }
      open("path");
      give("d", d);
      give("fill", color_text(outline.fill));
      line(outline.line, outline.thickness, outline.dashed);
      close();
    }
  }
  void write(const Stroke& stroke) { paths(stroke); }
  void write(const Mark& mark) { paths(mark); }
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
