#include "cli/chart_pages.h"

#include "diagram/outline.h"
#include "pages/fonts.h"
#include "pages/shape.h"

namespace anjuan::cli {
namespace {

/// Hundredths of a point in micrometres: 1 pt = 25400/72 um.
int in_um(int hundredths) { return static_cast<int>(std::int64_t{hundredths} * 254 / 72); }

/// Sheets of paper are whole millimetres.
int whole_mm(int hundredths) { return (in_um(hundredths) + 500) / 1000 * 1000; }

std::optional<pages::Color> page_color(diagram::Ink ink) {
  const auto rgb = diagram::color_of(ink);
  if (!rgb) return std::nullopt;
  return pages::Color{static_cast<std::uint8_t>(rgb->red), static_cast<std::uint8_t>(rgb->green), static_cast<std::uint8_t>(rgb->blue)};
}

class Converter {
 public:
  explicit Converter(const pages::Fonts& fonts) : fonts_(fonts) {}

  pages::Page page(const diagram::Page& drawn) {
    pages::Page page;
    page.width = whole_mm(drawn.width);
    page.height = whole_mm(drawn.height);
    for (const diagram::Group& group : drawn.groups) {
      for (const diagram::Shape& shape : group.shapes) add(shape, page);
    }
    return page;
  }
  Diagnostics take_problems() { return std::move(problems_); }

 private:
  const pages::Fonts& fonts_;
  Diagnostics problems_;

  void add(const diagram::Shape& shape, pages::Page& page) {
    if (const auto* label = std::get_if<diagram::Label>(&shape)) return add_words(*label, page);
    for (const diagram::Outline& outline : diagram::outlines_of(shape)) {
      pages::Figure figure;
      for (const diagram::PathStep& step : outline.steps) figure.steps.push_back(converted(step));
      figure.fill = page_color(outline.fill);
      figure.line = page_color(outline.line);
      figure.thickness = in_um(outline.thickness);
      if (outline.dashed) {
        figure.dash = in_um(diagram::dash_length);
        figure.gap = in_um(diagram::dash_gap);
      }
      page.marks.push_back(std::move(figure));
    }
  }

  static pages::Figure::Step converted(const diagram::PathStep& step) {
    using Kind = diagram::PathStep::Kind;
    pages::Figure::Step out;
    out.kind = static_cast<pages::Figure::Step::Kind>(step.kind);
    const auto point = [&](diagram::Point p) {
      out.at.push_back(in_um(p.x));
      out.at.push_back(in_um(p.y));
    };
    if (step.kind == Kind::curve) {
      point(step.first);
      point(step.second);
    }
    if (step.kind != Kind::close) point(step.to);
    return out;
  }

  /// The letters in runs of one face.
  void add_words(const diagram::Label& label, pages::Page& page) {
    const pages::FontRole role = label.bold ? pages::FontRole::hei : pages::FontRole::song;
    const int size = in_um(label.size);
    int x = in_um(label.x);
    pages::Words words;
    const auto finish = [&] {
      if (!words.glyphs.empty()) page.marks.push_back(words);
      words.glyphs.clear();
    };
    for (const pages::Item& item : pages::shape({{label.text, {}, false, 0}}, {role, size, 0}, fonts_, problems_)) {
      if (words.glyphs.empty() || item.face != words.face) {
        finish();
        words = {x, in_um(label.y), item.face, size, page_color(label.ink).value_or(pages::Color{}), {}};
      }
      words.glyphs.push_back({item.glyph, item.character, item.width});
      x += item.width;
    }
    finish();
  }
};

}  // namespace

Result<std::vector<pages::Page>> chart_pages(const std::vector<diagram::Page>& drawn, const pages::Fonts& fonts) {
  Converter converter(fonts);
  std::vector<pages::Page> out;
  for (const diagram::Page& page : drawn) out.push_back(converter.page(page));
  if (Diagnostics problems = converter.take_problems(); !problems.empty()) return problems;
  return out;
}

}  // namespace anjuan::cli
