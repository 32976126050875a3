#pragma once
// Reads charts back from their SVG and judges what is drawn: boxes, texts, arrows, all from the file.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.h"
#include "diagram/diagram.h"
#include "diagram/measure.h"
#include "procedure/definition.h"
#include "procedure/procedure.h"
#include "xml/document.h"

namespace anjuan::diagram {

inline std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

inline procedure::DefinitionPtr definition_of(const std::string& xml,
                                              const std::string& file = "chart.scxml") {
  const auto loaded = procedure::load(xml, file);
  return loaded.ok() ? *loaded : nullptr;
}

/// Lengths in points, as the file has them.
struct Area {
  double left = 0, top = 0, right = 0, bottom = 0;
  bool holds(const Area& inner) const {
    return inner.left >= left - 0.01 && inner.top >= top - 0.01 && inner.right <= right + 0.01 &&
           inner.bottom <= bottom + 0.01;
  }
  bool meets(const Area& other) const {
    return left < other.right - 0.01 && other.left < right - 0.01 && top < other.bottom - 0.01 &&
           other.top < bottom - 0.01;
  }
};

struct DrawnText {
  std::string group, state, text;
  Area area;
  double size = 0;
};
struct DrawnArrow {
  std::string from, to;
  std::vector<std::pair<double, double>> points;
};
struct DrawnPage {
  double width = 0, height = 0;
  std::map<std::string, Area> boxes;                     ///< by id of the state
  std::map<std::string, std::string> words;              ///< texts of a state's own box, run together
  std::map<std::string, std::vector<std::string>> rows;  ///< texts of each transition, by its number
  std::vector<DrawnText> texts;
  std::vector<DrawnArrow> arrows;
};

inline double number_in(const xml::Element& element, std::string_view name) {
  return std::strtod(std::string(element.get(name, "0")).c_str(), nullptr);
}
inline std::string without_spaces(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

class SvgReader {
 public:
  DrawnPage read(const std::string& svg) {
    const auto root = xml::parse(svg, "chart.svg");
    if (!root.ok()) {
      ADD_FAILURE() << render(root.diagnostics()[0], Language::english);
      return page_;
    }
    page_.width = number_in(*root, "width");
    page_.height = number_in(*root, "height");
    EXPECT_EQ(root->get("viewBox"), "0 0 " + number_text(*root, "width") + " " + number_text(*root, "height"))
        << "a unit is a point";
    for (const xml::Element* child : root->children()) {
      if (child->name == "g") group(*child);
    }
    return std::move(page_);
  }

 private:
  DrawnPage page_;

  static std::string number_text(const xml::Element& element, std::string_view name) {
    std::string text(element.get(name));
    return text.substr(0, text.find("pt"));
  }

  void group(const xml::Element& g) {
    const std::string kind(g.get("class")), state(g.get("data-state"));
    std::string words;
    bool boxed = false;
    DrawnArrow arrow{std::string(g.get("data-from")), std::string(g.get("data-to")), {}};
    for (const xml::Element* shape : g.children()) {
      if (shape->name == "text") {
        text(*shape, kind, state);
        words += shape->text();
      }
      if (kind == "state" && !boxed && (shape->name == "rect" || shape->name == "circle")) {
        page_.boxes[state] = box(*shape);
        boxed = true;
      }
      if (kind == "arrow" && shape->name == "path" && shape->get("fill") == "none")
        arrow.points = points(std::string(shape->get("d")));
    }
    if (kind == "state") page_.words[state] = without_spaces(words);
    if (kind == "transition")
      page_.rows[std::string(g.get("data-transition"))].push_back(without_spaces(words));
    if (kind == "arrow") page_.arrows.push_back(std::move(arrow));
  }

  static Area box(const xml::Element& shape) {
    if (shape.name == "circle") {
      const double x = number_in(shape, "cx"), y = number_in(shape, "cy"), r = number_in(shape, "r");
      return {x - r, y - r, x + r, y + r};
    }
    const double x = number_in(shape, "x"), y = number_in(shape, "y");
    return {x, y, x + number_in(shape, "width"), y + number_in(shape, "height")};
  }

  void text(const xml::Element& shape, const std::string& kind, const std::string& state) {
    const double x = number_in(shape, "x"), y = number_in(shape, "y"), size = number_in(shape, "font-size");
    const bool bold = shape.get("font-weight") == "bold";
    const double width = text_width(shape.text(), static_cast<int>(std::lround(size * 100)), bold) / 100.0;
    page_.texts.push_back(
        {kind, state, shape.text(), {x, y - 0.82 * size, x + width, y + 0.18 * size}, size});
  }

  /// The ends of the pieces of a path; of a curve its end.
  static std::vector<std::pair<double, double>> points(const std::string& d) {
    std::vector<std::pair<double, double>> found;
    std::istringstream in(d);
    std::string word;
    const auto pair = [&](const std::string& first) {
      double y = 0;
      in >> y;
      return std::pair<double, double>{std::strtod(first.c_str(), nullptr), y};
    };
    while (in >> word) {
      if (word[0] == 'C') {
        pair(word.substr(1));
        std::string next;
        in >> next;
        pair(next);
        in >> next;
        found.push_back(pair(next));
      } else if (word[0] == 'M' || word[0] == 'L') {
        found.push_back(pair(word.substr(1)));
      }
    }
    return found;
  }
};

/// All texts stand on the page and in the box they belong to, and are large enough to read.
inline void expect_texts_inside(const DrawnPage& page, const procedure::Definition& definition) {
  const Area sheet{0, 0, page.width, page.height};
  for (const DrawnText& text : page.texts) {
    EXPECT_GE(text.size, 7) << text.text;
    EXPECT_TRUE(sheet.holds(text.area)) << text.text << " leaves the page";
    const auto state = definition.find(text.state);
    if (!state) continue;
    const procedure::State::Kind kind = definition.states[*state].kind;
    if (kind == procedure::State::Kind::final || kind == procedure::State::Kind::history) continue;
    EXPECT_TRUE(page.boxes.at(text.state).holds(text.area)) << text.text << " leaves the box " << text.state;
  }
  for (std::size_t i = 0; i < page.texts.size(); ++i) {
    for (std::size_t k = i + 1; k < page.texts.size(); ++k)
      EXPECT_FALSE(page.texts[i].area.meets(page.texts[k].area))
          << page.texts[i].text << " | " << page.texts[k].text;
  }
}

/// Children stand in their parents, brothers and sisters apart.
inline void expect_boxes_nested(const DrawnPage& page, const procedure::Definition& definition) {
  const Area sheet{0, 0, page.width, page.height};
  for (const auto& [id, area] : page.boxes) {
    EXPECT_TRUE(sheet.holds(area)) << id;
    const procedure::State& state = definition.states[*definition.find(id)];
    const std::string& parent = definition.states[state.parent].id;
    if (state.parent != 0 && page.boxes.count(parent) > 0) {
      EXPECT_TRUE(page.boxes.at(parent).holds(area)) << id << " in " << parent;
    }
    for (const auto& [other, place] : page.boxes) {
      if (other <= id || definition.states[*definition.find(other)].parent != state.parent) continue;
      EXPECT_FALSE(area.meets(place)) << id << " " << other;
    }
  }
}

/// No arrow runs through a text, and each ends at the border of its target or on another arrow.
inline void expect_arrows_clear(const DrawnPage& page) {
  for (const DrawnArrow& arrow : page.arrows) {
    ASSERT_GE(arrow.points.size(), 2U) << arrow.from << " " << arrow.to;
    for (std::size_t i = 1; i < arrow.points.size(); ++i) {
      const auto [x1, y1] = arrow.points[i - 1];
      const auto [x2, y2] = arrow.points[i];
      const Area piece{std::min(x1, x2) - 0.2, std::min(y1, y2) - 0.2, std::max(x1, x2) + 0.2,
                       std::max(y1, y2) + 0.2};
      for (const DrawnText& text : page.texts)
        EXPECT_FALSE(piece.meets(text.area)) << arrow.from << " -> " << arrow.to << " strikes " << text.text;
    }
  }
}

/// Every state and transition of the definition is on a page with its whole words.
inline void expect_complete(const std::vector<DrawnPage>& pages, const procedure::Definition& definition) {
  for (std::size_t s = 1; s < definition.states.size(); ++s) {
    const procedure::State& state = definition.states[s];
    if (state.label.empty() && !definition.label.empty()) continue;  // nothing to be called by
    const std::string name = state.label.empty() ? state.id : state.label;
    const std::string wanted = without_spaces(shortened(name, 120));
    const bool found = std::any_of(pages.begin(), pages.end(), [&](const DrawnPage& page) {
      const auto words = page.words.find(state.id);
      return words != page.words.end() && words->second.find(wanted) != std::string::npos;
    });
    EXPECT_TRUE(found) << state.id;
  }
}

/// On a chart of one page each target of each transition has its arrow.
inline void expect_arrows_complete(const DrawnPage& page, const procedure::Definition& definition) {
  std::set<std::pair<std::string, std::string>> drawn;
  for (const DrawnArrow& arrow : page.arrows) drawn.emplace(arrow.from, arrow.to);
  for (const procedure::Transition& transition : definition.transitions) {
    for (procedure::StateIndex target : transition.targets) {
      const std::string &from = definition.states[transition.source].id, &to = definition.states[target].id;
      EXPECT_EQ(drawn.count({from, to}), 1U) << from << " -> " << to;
    }
  }
}

/// The pages as they read from their files.
inline std::vector<DrawnPage> read_back(const std::vector<Page>& pages) {
  std::vector<DrawnPage> out;
  for (const Page& page : pages) out.push_back(SvgReader().read(write_svg(page)));
  return out;
}

inline void expect_well_drawn(const procedure::Definition& definition) {
  SCOPED_TRACE(definition.file);
  const auto pages = draw(definition, Language::chinese);
  ASSERT_TRUE(pages.ok());
  const std::vector<DrawnPage> drawn = read_back(*pages);
  for (const DrawnPage& page : drawn) {
    expect_texts_inside(page, definition);
    expect_boxes_nested(page, definition);
    expect_arrows_clear(page);
    EXPECT_FALSE(page.boxes.empty());
  }
  if (drawn.size() == 1) expect_arrows_complete(drawn[0], definition);
  expect_complete(drawn, definition);
}

}  // namespace anjuan::diagram
