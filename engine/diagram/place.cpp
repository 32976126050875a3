// Boxes in boxes, from the inside out.

#include "diagram/place.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <numeric>

#include "procedure/tree.h"

namespace anjuan::diagram {

namespace {

using procedure::Definition;
using procedure::no_index;
using procedure::State;
using procedure::StateIndex;

constexpr std::size_t most_shapes = 10;

/// One way to arrange a box: its size, and of each child the shape taken and its place.
struct Form {
  int width = 0, height = 0;
  std::vector<std::size_t> child_form;
  std::vector<Point> child_at;
};

/// Leaves the forms that no other one beats in both directions, widest last.
void keep_best(std::vector<Form>& forms) {
  std::stable_sort(forms.begin(), forms.end(), [](const Form& a, const Form& b) {
    return a.width != b.width ? a.width < b.width : a.height < b.height;
  });
  std::vector<Form> kept;
  for (Form& form : forms) {
    if (kept.empty() || form.height < kept.back().height) kept.push_back(std::move(form));
  }
  while (kept.size() > most_shapes) {  // the one that saves least height goes
    std::size_t least = 1;
    for (std::size_t i = 1; i + 1 < kept.size(); ++i) {
      if (kept[i - 1].height - kept[i].height < kept[least - 1].height - kept[least].height) least = i;
    }
    kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(least));
  }
  forms = std::move(kept);
}

class Placer {
 public:
  Placer(const Definition& definition, const View& view, const Content& content, const Gaps& gaps, int width)
      : definition_(definition), view_(view), content_(content), gaps_(gaps), room_(width) {
    forms_.resize(definition.states.size());
  }

  std::optional<Placement> best(int height) {
    std::optional<Placement> found;
    if (is_hopeless(height)) return found;
    find_ranks();
    shape(view_.root);
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    const std::vector<Form>& forms = forms_[view_.root];
    for (std::size_t i = 0; i < forms.size(); ++i) {
      if (forms[i].width > room_ || forms[i].height > height) continue;
      Placement placement{forms[i].width, forms[i].height, {}};
      put(view_.root, i, {0, 0}, placement);
      const std::int64_t length = arrow_length(placement) + std::int64_t{1500} * broken_lines(placement);
      if (length >= least) continue;
      least = length;
      found = std::move(placement);
    }
    return found;
  }

 private:
  const Definition& definition_;
  const View& view_;
  const Content& content_;
  Gaps gaps_;
  int room_;
  std::vector<std::vector<Form>> forms_;
  std::map<StateIndex, std::map<StateIndex, int>> ranks_;  ///< of each parent's children

  std::vector<StateIndex> children_of(StateIndex s) const { return shown_children(definition_, view_, s); }
  bool is_open(StateIndex s) const { return !children_of(s).empty(); }
  const State& state(StateIndex s) const { return definition_.states[s]; }

  /// The child of `parent` that holds s.
  StateIndex child_holding(StateIndex parent, StateIndex s) const {
    while (s != no_index && state(s).parent != parent) s = state(s).parent;
    return s;
  }

  /// The innermost state that holds both, neither of them itself.
  StateIndex common_ancestor(StateIndex a, StateIndex b) const {
    StateIndex above = state(a).parent;
    while (above != 0 && !procedure::is_descendant(definition_, b, above)) above = state(above).parent;
    return above;
  }

  /// The step of each child on the way from the first one: arrows that lead on in the order of the
  /// file count, those that lead back do not.
  void find_ranks() {
    struct Lead {
      StateIndex from, to, parent;
    };
    std::vector<Lead> leads;
    for (const Arrow& arrow : content_.arrows) {
      if (arrow.initial) continue;
      const StateIndex parent = common_ancestor(arrow.from, arrow.to);
      const StateIndex from = child_holding(parent, arrow.from), to = child_holding(parent, arrow.to);
      if (from != no_index && to != no_index && from < to) leads.push_back({from, to, parent});
    }
    std::sort(leads.begin(), leads.end(),
              [](const Lead& a, const Lead& b) { return a.from != b.from ? a.from < b.from : a.to < b.to; });
    // In the order of their sources: all that lead to a child are done before those that leave it.
    for (const Lead& lead : leads) {
      std::map<StateIndex, int>& ranks = ranks_[lead.parent];
      ranks[lead.to] = std::max(ranks[lead.to], ranks[lead.from] + 1);
    }
  }

  /// Whether the boxes alone, each at its smallest, would cover more than the room.
  bool is_hopeless(int height) const {
    std::int64_t area = 0;
    for (const auto& [s, box] : content_.boxes) {
      if (is_open(s)) continue;
      const SetBox set = set_box(state(s), box, view_.overview ? 9500 : 25500, view_.overview);
      area += std::int64_t{set.width} * set.height;
    }
    return area > std::int64_t{room_} * height;
  }

  void shape(StateIndex s) {
    std::vector<Form>& forms = forms_[s];
    if (!is_open(s)) {
      for (int width : view_.overview ? std::vector<int>{9500, 12500}
                                      : std::vector<int>{16000, 20000, 22000, 25500, 34000}) {
        const SetBox set = set_box(state(s), content_.boxes.at(s), width, view_.overview);
        forms.push_back({on_lattice(set.width), set.height, {}, {}});
      }
    } else {
      for (StateIndex child : children_of(s)) shape(child);
      arrange(s);
      for (Form& form : forms) frame(s, form);
    }
    keep_best(forms);
  }

  /// Adds the box around the children of a form: its head above them, room at all sides.
  void frame(StateIndex s, Form& form) const {
    if (s == 0) return;
    const Box& box = content_.boxes.at(s);
    int least = 0;
    for (const Row& row : box.rows) least = row.lines.empty() ? least : 16000;
    form.width = std::max(form.width + 2 * gaps_.across, std::max(least, view_.overview ? 6000 : 10000));
    const int head = set_box(state(s), box, form.width, view_.overview).height;
    for (Point& at : form.child_at) at = {at.x + gaps_.across, at.y + head + gaps_.down};
    form.height += head + 2 * gaps_.down;
  }

  bool is_history(StateIndex s) const { return state(s).kind == State::Kind::history; }
  /// What is laid out in columns and steps: the children; of a parallel its lines without the histories.
  std::vector<StateIndex> laid_out(StateIndex s) const {
    std::vector<StateIndex> children = children_of(s);
    const auto lines = std::find_if(children.begin(), children.end(), [&](StateIndex c) { return is_history(c); });
    if (state(s).kind == State::Kind::parallel && lines != children.begin())
      children.erase(lines, children.end());
    return children;
  }

  void arrange(StateIndex s) {
    const auto children = laid_out(s);
    std::vector<int> widths;
    for (StateIndex child : children) {
      for (const Form& form : forms_[child]) widths.push_back(form.width);
    }
    std::sort(widths.begin(), widths.end());
    widths.erase(std::unique(widths.begin(), widths.end()), widths.end());
    if (widths.size() > 14) {  // enough to choose from
      std::vector<int> some;
      for (std::size_t i = 0; i < 14; ++i) some.push_back(widths[i * (widths.size() - 1) / 13]);
      widths = std::move(some);
    }
    for (int width : widths) {
      const auto taken = forms_within(children, width);
      if (!taken) continue;
      const std::size_t most = std::min<std::size_t>(children.size(), 6);
      for (std::size_t columns = 1; columns <= most; ++columns) in_columns(s, children, *taken, columns);
      if (state(s).kind != State::Kind::parallel) {
        for (int across = 1; across <= 6; ++across)
          in_ranks(s, children, *taken, across * width + (across - 1) * gaps_.across);
      }
    }
  }

  /// Of each child the lowest form no wider than that; nothing where a child has none.
  std::optional<std::vector<std::size_t>> forms_within(const std::vector<StateIndex>& children,
                                                       int width) const {
    std::vector<std::size_t> taken;
    for (StateIndex child : children) {
      const std::vector<Form>& forms = forms_[child];
      std::size_t found = no_index;
      for (std::size_t i = 0; i < forms.size() && forms[i].width <= width; ++i) found = i;
      if (found == no_index) return std::nullopt;
      taken.push_back(found);
    }
    return taken;
  }

  const Form& form(StateIndex child, std::size_t i) const { return forms_[child][i]; }

  /// Children below each other in so many columns of nearly equal height, in the order of the file.
  void in_columns(StateIndex s, const std::vector<StateIndex>& children,
                  const std::vector<std::size_t>& taken, std::size_t columns) {
    int least = 0, most = 0;
    for (std::size_t i = 0; i < children.size(); ++i) {
      least = std::max(least, form(children[i], taken[i]).height);
      most += form(children[i], taken[i]).height + gaps_.down;
    }
    const auto columns_at = [&](int height) {
      std::size_t needed = 1;
      for (int i = 0, used = 0; i < static_cast<int>(children.size()); ++i) {
        const auto k = static_cast<std::size_t>(i);
        const int own = form(children[k], taken[k]).height;
        if (used > 0 && used + gaps_.down + own > height) {
          ++needed;
          used = 0;
        }
        used += (used > 0 ? gaps_.down : 0) + own;
      }
      return needed;
    };
    while (least < most) {
      const int middle = (least + most) / 2;
      if (columns_at(middle) <= columns) {
        most = middle;
      } else {
        least = middle + 1;
      }
    }
    Form made{0, 0, taken, {}};
    int x = 0, y = 0, widest = 0;
    for (std::size_t i = 0; i < children.size(); ++i) {
      const Form& own = form(children[i], taken[i]);
      if (y > 0 && y + own.height > least) {
        x += widest + gaps_.across;
        y = widest = 0;
      }
      made.child_at.push_back({x, y});
      y += own.height + gaps_.down;
      widest = std::max(widest, own.width);
      made.width = std::max(made.width, x + widest);
      made.height = std::max(made.height, y - gaps_.down);
    }
    add(s, std::move(made));
  }

  /// Children of one step beside each other, as many as the width allows; steps below each other.
  void in_ranks(StateIndex s, const std::vector<StateIndex>& children, const std::vector<std::size_t>& taken,
                int width) {
    std::map<StateIndex, int>& ranks = ranks_[s];  // of those that nothing leads to: 0
    std::vector<std::size_t> order(children.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return ranks[children[a]] < ranks[children[b]]; });
    Form made{0, 0, taken, std::vector<Point>(children.size())};
    std::vector<std::vector<std::size_t>> rows;
    std::vector<int> row_width;
    int last_rank = -1;
    for (std::size_t i : order) {
      const int own = form(children[i], taken[i]).width, rank = ranks[children[i]];
      if (rows.empty() || rank != last_rank || row_width.back() + gaps_.across + own > width) {
        rows.push_back({});
        row_width.push_back(-gaps_.across);
      }
      rows.back().push_back(i);
      row_width.back() += gaps_.across + own;
      last_rank = rank;
    }
    made.width = *std::max_element(row_width.begin(), row_width.end());
    int y = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      int x = (made.width - row_width[r]) / 2 / pitch * pitch, highest = 0;
      for (std::size_t i : rows[r]) {
        made.child_at[i] = {x, y};
        x += form(children[i], taken[i]).width + gaps_.across;
        highest = std::max(highest, form(children[i], taken[i]).height);
      }
      y += highest + gaps_.down;
    }
    made.height = y - gaps_.down;
    add(s, std::move(made));
  }

  /// Histories of a parallel are no lines of it: they stand side by side above them.
  void put_histories(StateIndex s, Form& form) const {
    const auto children = children_of(s);
    int x = 0, highest = 0;
    std::vector<Point> places;
    for (std::size_t i = form.child_at.size(); i < children.size(); ++i) {
      const Form& own = forms_[children[i]].front();
      places.push_back({x, 0});
      x += own.width + gaps_.across;
      highest = std::max(highest, own.height);
    }
    if (places.empty()) return;
    for (Point& line : form.child_at) line.y += highest + gaps_.down;
    form.child_at.insert(form.child_at.end(), places.begin(), places.end());
    form.child_form.resize(children.size(), 0);
    form.width = std::max(form.width, x - gaps_.across);
    form.height += highest + gaps_.down;
  }

  void add(StateIndex s, Form form) {
    put_histories(s, form);
    if (form.width <= room_) forms_[s].push_back(std::move(form));
  }

  void put(StateIndex s, std::size_t form_index, Point at, Placement& placement) const {
    const Form& own = forms_[s][form_index];
    const auto children = children_of(s);
    if (content_.boxes.count(s) > 0) {
      Placed placed{s, {at.x, at.y, own.width, own.height}, {}, !children.empty(), {}};
      placed.text = set_box(state(s), content_.boxes.at(s), own.width, view_.overview);
      if (!children.empty() && state(s).kind == State::Kind::parallel) separate(laid_out(s), own, placed);
      placement.boxes.push_back(std::move(placed));
    }
    for (std::size_t i = 0; i < children.size(); ++i)
      put(children[i], own.child_form[i], {at.x + own.child_at[i].x, at.y + own.child_at[i].y}, placement);
  }

  /// Dashed lines between regions: down between columns, across between those of one column.
  void separate(const std::vector<StateIndex>& children, const Form& own, Placed& placed) const {
    const int top = placed.rect.y + own.child_at.front().y - gaps_.down, left = placed.rect.x;
    const auto line = [&](Point from, Point to) {
      placed.separators.push_back({{from, to}, Ink::grey, 60, true, false});
    };
    for (std::size_t i = 1; i < children.size(); ++i) {
      const Point before = own.child_at[i - 1], here = own.child_at[i];
      if (here.x != before.x) {
        const int x = left + here.x - gaps_.across / 2;
        line({x, top}, {x, placed.rect.bottom()});
      } else {
        const int y = placed.rect.y + here.y - gaps_.down / 2;
        int end = placed.rect.right();
        for (std::size_t k = i; k < children.size(); ++k) {
          if (own.child_at[k].x > here.x) {
            end = left + own.child_at[k].x - gaps_.across / 2;
            break;
          }
        }
        const bool first = here.x == own.child_at.front().x;
        line({first ? left : left + here.x - gaps_.across / 2, y}, {end, y});
      }
    }
  }

  /// How many texts had to be broken: a page with fewer reads better.
  static int broken_lines(const Placement& placement) {
    int count = 0;
    for (const Placed& placed : placement.boxes) {
      for (const SetRow& row : placed.text.rows) {
        for (const SetLine& line : row.lines) count += line.continued ? 1 : 0;
      }
      for (const SetLine& line : placed.text.head) count += line.continued ? 1 : 0;
    }
    return count;
  }

  std::int64_t arrow_length(const Placement& placement) const {
    std::map<StateIndex, Rect> rects;
    for (const Placed& placed : placement.boxes) rects.emplace(placed.state, placed.rect);
    std::int64_t whole = 0;
    for (const Arrow& arrow : content_.arrows) {
      if (arrow.initial || rects.count(arrow.from) == 0 || rects.count(arrow.to) == 0) continue;
      const Rect &from = rects.at(arrow.from), &to = rects.at(arrow.to);
      const int across = std::max({0, to.x - from.right(), from.x - to.right()});
      const int down = std::max({0, to.y - from.bottom(), from.y - to.bottom()});
      whole += across + down + (to.y < from.y ? 1000 : 0);
    }
    return whole;
  }
};

}  // namespace

std::optional<Placement> place(const Definition& definition, const View& view, const Content& content,
                               const Gaps& gaps, int room_width, int room_height) {
  return Placer(definition, view, content, gaps, room_width).best(room_height);
}

}  // namespace anjuan::diagram
