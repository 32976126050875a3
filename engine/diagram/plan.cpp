// Which page shows what: as few parts as fit on a page each.

#include "diagram/plan.h"

#include <algorithm>
#include <array>

#include "diagram/route.h"
#include "procedure/tree.h"

namespace anjuan::diagram {

namespace {

using procedure::Definition;
using procedure::no_index;
using procedure::StateIndex;

constexpr int short_side = 59528, long_side = 84189;  // A4: 210 mm by 297 mm
constexpr int margin = 3000, head_room = 5000, foot_room = 2500;

class Planner {
 public:
  Planner(const Definition& definition, Language language) : definition_(definition), language_(language) {}

  std::vector<Plan> plan() {
    View whole;
    if (auto page = fit(whole)) return {std::move(*page)};
    add_overview();
    add_parts(0);
    return std::move(pages_);
  }

 private:
  const Definition& definition_;
  Language language_;
  std::vector<Plan> pages_;
  std::map<StateIndex, bool> fits_alone_;

  /// The view on one page, if it fits.
  std::optional<Plan> fit(const View& view, int extra_height = 0) const {
    const Content content = content_of(definition_, view, {}, language_);
    static constexpr std::array<Gaps, 3> wide{{{3000, 2500}, {2000, 2000}, {1500, 1500}}};
    static constexpr std::array<Gaps, 3> narrow{{{2000, 2000}, {1500, 1500}, {1000, 1500}}};
    // Upright rather than lying, and with wide gaps rather than narrow ones.
    static constexpr std::array<std::pair<bool, std::size_t>, 6> order{
        {{false, 0}, {false, 1}, {true, 0}, {true, 1}, {false, 2}, {true, 2}}};
    for (const auto& [landscape, gap] : order) {
      Plan plan{view, landscape, extra_height, {}};
      const Rect room = room_of(plan);
      auto placement =
          place(definition_, view, content, (view.overview ? narrow : wide)[gap], room.width, room.height);
      if (!placement) continue;
      plan.placement = std::move(*placement);
      // Several boxes whose arrows find no way of their own are better shown on several pages.
      if (is_readable(plan, content) || view.last == view.first + 1) return plan;
    }
    return std::nullopt;
  }

  bool is_readable(const Plan& plan, const Content& content) const {
    return is_routable(definition_, centred(plan), content, road_room_of(plan));
  }

  std::vector<StateIndex> open_compounds(const View& view) const {
    std::vector<StateIndex> found, todo = shown_children(definition_, view, view.root);
    while (!todo.empty()) {
      const StateIndex s = todo.back();
      todo.pop_back();
      const auto children = shown_children(definition_, view, s);
      if (!children.empty()) found.push_back(s);
      todo.insert(todo.end(), children.begin(), children.end());
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  std::size_t size_of(StateIndex s) const {
    std::size_t size = 1;
    for (StateIndex child : definition_.states[s].children) size += size_of(child);
    return size;
  }
  int depth_of(StateIndex s) const {
    int depth = 0;
    for (StateIndex at = s; at != 0; at = definition_.states[at].parent) ++depth;
    return depth;
  }

  /// Labels and arrows of all states; where that is too much, the innermost parts are left out.
  void add_overview() {
    View view;
    view.overview = true;
    auto page = fit(view);
    while (!page) {
      const auto open = open_compounds(view);
      if (open.empty()) break;
      const auto order = [&](StateIndex x, StateIndex y) {
        return depth_of(x) != depth_of(y) ? depth_of(x) < depth_of(y) : size_of(x) < size_of(y);
      };
      view.collapsed.insert(*std::max_element(open.begin(), open.end(), order));
      page = fit(view);
    }
    if (page) {
      pages_.push_back(std::move(*page));
    } else {
      add_slices(view);
    }
  }

  bool fits_alone(StateIndex s) {
    const auto known = fits_alone_.find(s);
    if (known != fits_alone_.end()) return known->second;
    View view;
    view.root = s;
    return fits_alone_[s] = size_of(s) <= 150 && fit(view).has_value();
  }

  /// The part to take out of a page that is too full: the largest that fills a page of its own, else
  /// the smallest of those that need several.
  StateIndex part_to_take_out(const View& view) {
    StateIndex fitting = no_index, smallest = no_index;
    for (StateIndex s : open_compounds(view)) {
      if (fits_alone(s)) {
        if (fitting == no_index || size_of(s) > size_of(fitting)) fitting = s;
      } else if (smallest == no_index || size_of(s) < size_of(smallest)) {
        smallest = s;
      }
    }
    return fitting != no_index ? fitting : smallest;
  }

  /// Parts that were taken out early may have room again once others are out; small ones first.
  Plan put_back(Plan page) const {
    std::vector<StateIndex> parts(page.view.collapsed.begin(), page.view.collapsed.end());
    std::stable_sort(parts.begin(), parts.end(),
                     [&](StateIndex a, StateIndex b) { return size_of(a) < size_of(b); });
    for (StateIndex part : parts) {
      View view = page.view;
      view.collapsed.erase(part);
      if (auto fuller = fit(view)) page = std::move(*fuller);
    }
    return page;
  }

  void add_parts(StateIndex root) {
    View view;
    view.root = root;
    auto page = fit(view);
    while (!page) {
      const StateIndex part = part_to_take_out(view);
      if (part == no_index) break;
      view.collapsed.insert(part);
      page = fit(view);
    }
    if (page) {
      pages_.push_back(put_back(std::move(*page)));
    } else {
      add_slices(view);
    }
    const std::set<StateIndex> parts = pages_.back().view.collapsed;
    for (StateIndex part : parts) {
      const bool within = std::any_of(parts.begin(), parts.end(), [&](StateIndex other) {
        return procedure::is_descendant(definition_, part, other);
      });
      if (!within) add_parts(part);
    }
  }

  /// The longest run of `count` things from `first` that fits on a page; `show` puts it into the view.
  template <class Show>
  std::optional<Plan> longest(View view, std::size_t first, std::size_t count, const Show& show) const {
    std::optional<Plan> page;
    std::size_t least = first + 1, most = std::min(count, first + 60);
    while (least <= most) {
      const std::size_t middle = (least + most) / 2;
      show(view, middle);
      if (auto fitting = fit(view)) {
        page = std::move(fitting);
        least = middle + 1;
      } else {
        most = middle - 1;
      }
    }
    return page;
  }

  /// One box that is higher than a page: its transitions on several pages; what is still too high gets a
  /// longer page.
  void add_single(View view) {
    const StateIndex only = shown_children(definition_, view, view.root).front();
    const std::size_t count = std::max<std::size_t>(definition_.states[only].transitions.size(), 1);
    for (view.first_row = 0; view.first_row < count;) {
      auto page =
          longest(view, view.first_row, count, [](View& shown, std::size_t last) { shown.last_row = last; });
      if (!page) {
        view.last_row = view.first_row + 1;
        for (int extra = long_side; !page; extra *= 2) page = fit(view, extra);
      }
      view.first_row = page->view.last_row == no_index ? count : page->view.last_row;
      pages_.push_back(std::move(*page));
    }
  }

  /// The children of the root in runs, each as long as fits.
  void add_slices(View view) {
    const std::size_t count = shown_children(definition_, view, view.root).size();
    for (std::size_t first = 0; first < count;) {
      view.first = first;
      auto page = longest(view, first, count, [](View& shown, std::size_t last) { shown.last = last; });
      if (!page) {
        view.last = first + 1;
        add_single(view);
        first = view.last;
        continue;
      }
      first = page->view.last;
      pages_.push_back(std::move(*page));
    }
  }
};

}  // namespace

int width_of(const Plan& plan) { return plan.landscape ? long_side : short_side; }
int height_of(const Plan& plan) { return (plan.landscape ? short_side : long_side) + plan.extra_height; }

Rect room_of(const Plan& plan) {
  return {margin, margin + head_room, width_of(plan) - 2 * margin,
          height_of(plan) - 2 * margin - head_room - foot_room};
}

Placement centred(const Plan& plan) {
  Placement placement = plan.placement;
  const Rect room = room_of(plan);
  const int dx = room.x + (room.width - placement.width) / 2 / pitch * pitch;
  const int free = room.height - placement.height;
  const int dy = room.y + std::min(free / 2 / pitch * pitch, 4 * pitch);
  for (Placed& placed : placement.boxes) {
    placed.rect.x += dx;
    placed.rect.y += dy;
    for (Stroke& line : placed.separators) {
      for (Point& point : line.points) point = {point.x + dx, point.y + dy};
    }
  }
  return placement;
}

Rect road_room_of(const Plan& plan) {
  const Rect room = room_of(plan);
  return {room.x - 4 * pitch, room.y - pitch, room.width + 8 * pitch, room.height + 2 * pitch};
}

std::vector<Plan> plan_pages(const Definition& definition, Language language) {
  return Planner(definition, language).plan();
}

PageNumbers page_numbers(const std::vector<Plan>& plans) {
  PageNumbers numbers;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    if (plans[i].view.overview) continue;
    for (const Placed& placed : plans[i].placement.boxes) {
      if (plans[i].view.collapsed.count(placed.state) > 0) continue;
      numbers.emplace(placed.state, static_cast<int>(i) + 1);
    }
  }
  return numbers;
}

}  // namespace anjuan::diagram
