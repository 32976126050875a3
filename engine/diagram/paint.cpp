// Placed boxes and routed arrows as shapes, with title block and legend.

#include <algorithm>
#include <map>

#include "diagram/diagram.h"
#include "diagram/measure.h"
#include "diagram/messages.h"
#include "diagram/plan.h"
#include "diagram/route.h"
#include "expression/phrases.h"
#include "procedure/words.h"

namespace anjuan::diagram {

namespace {

using expression::say;
using procedure::Definition;
using procedure::State;
using procedure::StateIndex;

constexpr int digest_characters = 12;

void move(Label& label, int dx, int dy) {
  label.x += dx;
  label.y += dy;
}

class Painter {
 public:
  Painter(const Definition& definition, const Plan& plan, const Content& content, Language language,
          int number, int count)
      : definition_(definition),
        plan_(plan),
        content_(content),
        language_(language),
        number_(number),
        count_(count) {}

  Page paint() {
    page_.width = width_of(plan_);
    page_.height = height_of(plan_);
    page_.title = title();
    paint_title_block();
    Placement placement = centred(plan_);
    for (Placed& placed : placement.boxes) {  // set anew: now the numbers of pages are known
      const Box& box = content_.boxes.at(placed.state);
      placed.text = set_box(state(placed.state), box, placed.rect.width, plan_.view.overview);
    }
    for (const Placed& placed : placement.boxes) paint_box(placed);
    paint_routes(route(definition_, placement, content_, road_room_of(plan_)));
    paint_legend();
    return std::move(page_);
  }

 private:
  const Definition& definition_;
  const Plan& plan_;
  const Content& content_;
  Language language_;
  int number_, count_;
  Page page_;

  std::string in(const Wording& words) const { return words.in(language_); }
  const State& state(StateIndex s) const { return definition_.states[s]; }

  std::string part_name() const {
    if (count_ == 1) return "";
    if (plan_.view.overview) return in({"总览", "overview"});
    if (plan_.view.root == 0) return in({"主线", "main line"});
    return in(procedure::state_in_words(definition_, plan_.view.root));
  }

  std::string title() const {
    const std::string part = part_name();
    const Wording whole = say({"{0}流程图", "{0}: chart"}, {procedure::title_of(definition_)});
    return part.empty() ? in(whole) : in(whole) + in({"——", " – "}) + part;
  }

  void paint_title_block() {
    const Rect room = room_of(plan_);
    Group group{"title", {}, "", {}};
    const std::string line = broken(title(), 1400, room.width, 1, true).front();
    group.shapes.push_back(Label{room.x, 4500, 1400, true, Ink::dark, line});
    std::vector<Wording> facts;
    if (!definition_.version.empty())
      facts.push_back(say({"版本：{0}", "version: {0}"}, {definition_.version}));
    facts.push_back(say({"定义摘要：{0}", "digest: {0}"}, {definition_.digest.substr(0, digest_characters)}));
    facts.push_back(
        say({"第{0}张，共{1}张", "page {0} of {1}"}, {std::to_string(number_), std::to_string(count_)}));
    const std::string text = in(expression::joined(facts, {"　　", " · "}));
    group.shapes.push_back(
        Label{room.x, 6100, 800, false, Ink::grey, broken(text, 800, room.width, 1).front()});
    group.shapes.push_back(Stroke{{{room.x, 6700}, {room.right(), 6700}}, Ink::dark, 100, false, false});
    page_.groups.push_back(std::move(group));
  }

  static void add_line(const SetLine& line, const Rect& rect, Group& group) {
    if (line.mark) {
      Mark mark = *line.mark;
      mark.x += rect.x;
      mark.y += rect.y;
      group.shapes.push_back(mark);
    }
    Label label = line.label;
    move(label, rect.x, rect.y);
    group.shapes.push_back(std::move(label));
  }

  void paint_box(const Placed& placed) {
    const Box& box = content_.boxes.at(placed.state);
    Group group{"state", {{"state", state(placed.state).id}}, placed.text.full, {}};
    if (is_circle(placed.state)) {
      paint_circle(placed, group);
    } else {
      paint_frame(placed, box, group);
    }
    for (const SetLine& line : placed.text.head) add_line(line, placed.rect, group);
    for (const Stroke& line : placed.separators) group.shapes.push_back(line);
    page_.groups.push_back(std::move(group));
    for (const SetRow& row : placed.text.rows) paint_row(placed, row);
  }

  bool is_circle(StateIndex s) const {
    return state(s).kind == State::Kind::final || state(s).kind == State::Kind::history;
  }

  void paint_frame(const Placed& placed, const Box& box, Group& group) const {
    const Rect& r = placed.rect;
    if (placed.compound) {
      const Ink fill = depth_of(placed.state) % 2 == 0 ? Ink::white : Ink::tint;
      // A region without words of its own is bounded by the separators already.
      const StateIndex parent = state(placed.state).parent;
      const bool region = state(parent).kind == State::Kind::parallel && placed.text.height == 0 &&
                          placed.state != plan_.view.root;
      group.shapes.push_back(Frame{r, 600, fill, region ? Ink::pale : Ink::dark, region ? 60 : 100, false});
    } else {
      const bool plain = !plan_.view.overview && box.entry.empty() && box.rows.empty();
      group.shapes.push_back(
          Frame{r, 400, box.collapsed || plain ? Ink::band : Ink::white, Ink::dark, 80, false});
    }
    const bool tells = !box.entry.empty() || !box.rows.empty();
    if (!placed.compound && !box.collapsed && placed.text.head_bottom > 200 && tells &&
        !plan_.view.overview) {
      const Rect band{r.x, r.y, r.width, std::min(placed.text.head_bottom, r.height)};
      group.shapes.push_back(Frame{band, 400, Ink::band, Ink::dark, 80, false, true});
    }
    if (box.collapsed) {  // a second edge: there is more inside
      const Rect inner{r.x + 150, r.y + 150, r.width - 300, r.height - 300};
      group.shapes.push_back(Frame{inner, 300, Ink::none, Ink::grey, 40, false});
    }
  }

  int depth_of(StateIndex s) const {
    int depth = 0;
    for (StateIndex at = s; at != 0; at = state(at).parent) ++depth;
    return depth;
  }

  void paint_circle(const Placed& placed, Group& group) const {
    const Point center{placed.rect.x + 2 * pitch, placed.rect.y + 2 * pitch};
    group.shapes.push_back(Disc{center, 2 * pitch, Ink::white, Ink::dark, 100});
    if (state(placed.state).kind == State::Kind::final) {
      group.shapes.push_back(Disc{center, 620, Ink::dark, Ink::none, 0});
    } else {
      const std::string letter = state(placed.state).deep ? "H*" : "H";
      const int width = text_width(letter, 800, true);
      group.shapes.push_back(Label{center.x - width / 2, center.y + 290, 800, true, Ink::dark, letter});
    }
  }

  void paint_row(const Placed& placed, const SetRow& row) {
    Group group{"transition",
                {{"transition", std::to_string(row.transition)}, {"state", state(placed.state).id}},
                row.full,
                {}};
    const Rect& r = placed.rect;
    const int y = r.y + row.top - 130;
    group.shapes.push_back(Stroke{{{r.x + 300, y}, {r.right() - 300, y}}, Ink::pale, 40, false, false});
    for (const SetLine& line : row.lines) add_line(line, r, group);
    page_.groups.push_back(std::move(group));
  }

  void paint_routes(const Routing& routing) {
    Group dots{"initial", {}, "", {}};
    for (const Dot& dot : routing.dots) dots.shapes.push_back(Disc{dot.center, 300, Ink::dark, Ink::none, 0});
    for (const Route& found : routing.routes) {
      const Arrow& arrow = content_.arrows[found.arrow];
      Group group{"arrow", {{"from", state(arrow.from).id}, {"to", state(arrow.to).id}}, "", {}};
      group.shapes.push_back(Stroke{found.points, Ink::dark, 80, arrow.automatic, found.head});
      page_.groups.push_back(std::move(group));
    }
    if (!dots.shapes.empty()) page_.groups.push_back(std::move(dots));
  }

  bool shows_history(bool deep) const {
    return std::any_of(content_.boxes.begin(), content_.boxes.end(), [&](const auto& entry) {
      return state(entry.first).kind == State::Kind::history && state(entry.first).deep == deep;
    });
  }

  void paint_legend();
};

/// Samples at the foot of the page, in two rows where one does not hold them.
class Legend {
 public:
  Legend(Group& group, int x, int y, int right) : group_(group), left_(x), x_(x), y_(y), right_(right) {}

  template <class Sample>
  void add(int width, const std::string& words, const Sample& sample) {
    const int whole = width + 300 + text_width(words, 750);
    if (x_ + whole > right_) {
      x_ = left_;
      y_ += row_height;
    }
    sample(x_, y_);
    group_.shapes.push_back(Label{x_ + width + 300, y_ + 270, 750, false, Ink::grey, words});
    x_ += whole + 750;
  }

 private:
  static constexpr int row_height = 1300;
  Group& group_;
  int left_, x_, y_, right_;
};

void Painter::paint_legend() {
  Group group{"legend", {}, "", {}};
  const Rect room = room_of(plan_);
  const int y = page_.height - 4300;
  Legend legend(group, room.x, y, room.right());
  auto& shapes = group.shapes;
  legend.add(1800, in({"环节", "state"}), [&](int x, int at) {
    shapes.push_back(Frame{{x, at - 500, 1800, 1000}, 300, Ink::band, Ink::dark, 80, false});
  });
  legend.add(600, in({"开始", "start"}), [&](int x, int at) {
    shapes.push_back(Disc{{x + 300, at}, 300, Ink::dark, Ink::none, 0});
  });
  legend.add(1000, in({"结束", "end"}), [&](int x, int at) {
    shapes.push_back(Disc{{x + 500, at}, 500, Ink::white, Ink::dark, 80});
    shapes.push_back(Disc{{x + 500, at}, 300, Ink::dark, Ink::none, 0});
  });
  for (const bool deep : {false, true}) {
    if (!shows_history(deep)) continue;
    const Wording words = deep ? Wording("回到原处，直到最里层", "history, to the innermost")
                               : Wording("回到原处，只到这一层", "history, this level");
    const int radius = deep ? 600 : 500, size = 700;
    legend.add(2 * radius, in(words), [&, radius](int x, int at) {
      const std::string letter = deep ? "H*" : "H";
      shapes.push_back(Disc{{x + radius, at}, radius, Ink::white, Ink::dark, 80});
      shapes.push_back(Label{x + radius - text_width(letter, size, true) / 2, at + size * 5 / 14, size, true,
                             Ink::dark, letter});
    });
  }
  legend.add(2000, in({"办理后转到", "by an act"}), [&](int x, int at) {
    shapes.push_back(Stroke{{{x, at}, {x + 2000, at}}, Ink::dark, 80, false, true});
  });
  legend.add(2000, in({"自动转到", "by itself"}), [&](int x, int at) {
    shapes.push_back(Stroke{{{x, at}, {x + 2000, at}}, Ink::dark, 80, true, true});
  });
  legend.add(1600, in({"同时进行", "side by side"}), [&](int x, int at) {
    shapes.push_back(Stroke{{{x + 800, at - 600}, {x + 800, at + 600}}, Ink::grey, 60, true, false});
  });
  if (!plan_.view.overview) {
    legend.add(800, in({"文书", "paper"}), [&](int x, int at) {
      shapes.push_back(Mark{Mark::Kind::paper, x, at - 400, 800});
    });
    legend.add(800, in({"检查表", "sheet"}), [&](int x, int at) {
      shapes.push_back(Mark{Mark::Kind::list, x, at - 400, 800});
    });
    legend.add(800, in({"期限", "time limit"}), [&](int x, int at) {
      shapes.push_back(Mark{Mark::Kind::clock, x, at - 400, 800});
    });
  }
  page_.groups.push_back(std::move(group));
}

}  // namespace

Result<std::vector<Page>> draw(const Definition& definition, Language language) {
  if (definition.states.size() > max_states + 1) {
    return diagnose(too_many_states, Place{definition.file, 0, 0, ""},
                    std::to_string(definition.states.size() - 1), std::to_string(max_states));
  }
  const std::vector<Plan> plans = plan_pages(definition, language);
  const PageNumbers numbers = page_numbers(plans);
  std::vector<Page> pages;
  for (const Plan& plan : plans) {
    const Content content = content_of(definition, plan.view, numbers, language);
    pages.push_back(Painter(definition, plan, content, language, static_cast<int>(pages.size()) + 1,
                            static_cast<int>(plans.size()))
                        .paint());
  }
  return pages;
}

}  // namespace anjuan::diagram
