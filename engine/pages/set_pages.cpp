// Slices stacked into pages, then what stands in the margins: page numbers, header, footer, watermark.

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/text.h"
#include "pages/messages.h"
#include "pages/pages.h"
#include "pages/slices.h"

namespace anjuan::pages {

void move_mark(Mark& mark, int dx, int dy) {
  std::visit(
      [dx, dy](auto& shape) {
        shape.x += dx;
        shape.y += dy;
      },
      mark);
}

namespace {

/// The page as it lies: a landscape one is the upright one turned, so that its head is at the binding
/// side (GB/T 9704-2012, 11).
PageLook turned(const PageLook& look) {
  PageLook page = look;
  std::swap(page.width, page.height);
  page.top = look.left;
  page.right = look.top;
  page.bottom = look.right;
  page.left = look.bottom;
  page.lines =
      look.lines * (page.height - page.top - page.bottom) / std::max(1, look.height - look.top - look.bottom);
  page.characters = look.characters * (page.width - page.left - page.right) /
                    std::max(1, look.width - look.left - look.right);
  page.lines = std::max(1, page.lines);
  page.characters = std::max(1, page.characters);
  return page;
}

class PageFiller {
 public:
  PageFiller(const Slices& slices, const Style& style, Setting& setting)
      : slices_(slices), style_(style), setting_(setting), room_(style.area_height()) {}

  /// Foot of the last slice of the last page, from the head of the type area.
  int last_foot() const { return last_foot_; }

  void fill() {
    std::size_t next = 0;
    while (next < slices_.size()) next = fill_page(next);
    if (setting_.pages.empty()) add_page();
  }

 private:
  static constexpr int kTolerance = 600;  ///< µm: rounding of the grid and of sizes

  /// Top of a slice that follows others at `y`.
  int top_of(const Slice& slice, int y, int after, bool first) const {
    int top = first ? y : y + after + slice.before;
    if (slice.snap && style_.page.snap) {
      const int pitch = style_.grid_line();
      top = (std::max(0, top - kTolerance) + pitch - 1) / pitch * pitch;
    }
    return top;
  }

  int head_height(std::size_t first) const {
    const auto& head = slices_[first].head_rows;
    return head ? height_of(*head) : 0;
  }

  /// One past the last slice of a page that begins with `first`.
  std::size_t choose_end(std::size_t first) const {
    int y = head_height(first), after = 0;
    std::size_t allowed = first;
    for (std::size_t i = first; i < slices_.size(); ++i) {
      const Slice& slice = slices_[i];
      const int bottom = top_of(slice, y, after, i == first) + slice.height;
      if (bottom > room_ + kTolerance && i > first) return allowed > first ? allowed : i;
      if (slice.page_end) return i + 1;
      if (!slice.keep_with_next) allowed = i + 1;
      y = bottom;
      after = slice.after;
    }
    return slices_.size();
  }

  Page& add_page() {
    setting_.pages.push_back({style_.page.width, style_.page.height, {}});
    return setting_.pages.back();
  }

  void draw(const std::vector<Mark>& marks, int y, Page& page) const {
    for (Mark mark : marks) {
      move_mark(mark, style_.page.left, style_.page.top + y);
      page.marks.push_back(std::move(mark));
    }
  }

  int draw_head(std::size_t first, Page& page) const {
    int y = 0;
    if (!slices_[first].head_rows) return y;
    for (const Slice& row : *slices_[first].head_rows) {
      draw(row.marks, y, page);
      y += row.height;
    }
    return y;
  }

  std::size_t fill_page(std::size_t first) {
    const std::size_t end = choose_end(first);
    Page& page = add_page();
    int y = draw_head(first, page), after = 0;
    for (std::size_t i = first; i < end; ++i) {
      const Slice& slice = slices_[i];
      int top = top_of(slice, y, after, i == first);
      if (slice.at_foot) top = std::max(top, room_ - slice.height);
      draw(slice.marks, top, page);
      if (i == first) draw(slice.if_first, top, page);
      if (i + 1 == end && end < slices_.size()) draw(slice.if_last, top, page);
      if (!slice.heading.empty())
        setting_.headings.push_back(
            {slice.heading, static_cast<int>(setting_.pages.size()) - 1, slice.level});
      y = top + slice.height;
      after = slice.after;
    }
    last_foot_ = y;
    return end;
  }

  const Slices& slices_;
  const Style& style_;
  Setting& setting_;
  int room_;
  int last_foot_ = 0;
};

/// What stands in the margins of every page.
class Margins {
 public:
  Margins(const Manuscript& manuscript, TypeCase& types)
      : manuscript_(manuscript), types_(types), style_(types.style) {}

  void draw(Setting& setting) {
    for (std::size_t i = 0; i < setting.pages.size(); ++i) {
      Page& page = setting.pages[i];
      draw_small(manuscript_.header, style_.margin.header_top, page);
      draw_small(manuscript_.footer, page.height - style_.margin.footer_bottom, page);
      if (manuscript_.page_numbers) draw_number(static_cast<int>(i) + 1, page);
      if (i == 0) draw_first_rule(page);
      if (!manuscript_.watermark.empty()) page.marks.insert(page.marks.begin(), ghost(page));
    }
  }

 private:
  void draw_small(const std::string& text, int y, Page& page) {
    if (text.empty()) return;
    const Type type{FontRole::song, size_in_um(style_.margin.size), 0};
    const int free = std::max(0, style_.area_width() - width_of(text, type, types_));
    const int x = style_.margin.align == Align::center  ? free / 2
                  : style_.margin.align == Align::right ? free
                                                        : 0;
    set_line(text, type, {}, style_.page.left + x, y + type.size * 88 / 100, types_, page.marks);
  }

  void draw_number(int number, Page& page) {
    const NumberLook& look = style_.number;
    if (look.place == NumberLook::Place::none || (number == 1 && !look.first)) return;
    const Type type{look.font, size_in_um(look.size), 0};
    const std::string digits = std::to_string(number);
    const std::string text = look.dashes ? "— " + digits + " —" : digits;
    const int width = width_of(text, type, types_), inset = look.inset * type.size;
    int x = (style_.area_width() - width) / 2;
    if (look.place == NumberLook::Place::outer)
      x = number % 2 == 1 ? style_.area_width() - width - inset : inset;
    // 7.5: the dash, near the middle of the square, is `distance` below the type area.
    const int y = style_.page.top + style_.area_height() + look.distance + type.size * 36 / 100;
    set_line(text, type, {}, style_.page.left + x, y, types_, page.marks);
  }

  void draw_first_rule(Page& page) {
    const RuleLook& rule = style_.first_page_rule;
    if (rule.kind == RuleLook::Kind::none) return;
    const int width = rule.width > 0 ? rule.width : style_.area_width();
    draw_rule(rule, (page.width - width) / 2, rule.distance, width, page.marks);
  }

  Mark ghost(const Page& page) {
    const std::int64_t count =
        std::max<std::int64_t>(1, width_of(manuscript_.watermark, {FontRole::hei, 1000, 0}, types_));
    // As large as the style says, but no longer than four fifths of the shorter side's diagonal.
    const std::int64_t longest = std::int64_t{std::min(page.width, page.height)} * 11 / 10;
    const int size = static_cast<int>(
        std::min<std::int64_t>(size_in_um(style_.margin.watermark_size), longest * 1000 / count));
    const Type type{FontRole::hei, size, 0};
    std::vector<Mark> marks;
    const int width = width_of(manuscript_.watermark, type, types_);
    set_line(manuscript_.watermark, type, style_.margin.watermark_color, -width / 2, size * 38 / 100, types_,
             marks);
    Ghost made{page.width / 2, page.height / 2, size, style_.margin.watermark_color, {}};
    for (Mark& mark : marks) made.words.push_back(std::move(std::get<Words>(mark)));
    return made;
  }

  const Manuscript& manuscript_;
  TypeCase& types_;
  const Style& style_;
};

/// A setting, and how much of its last page is in use.
struct Attempt {
  Setting setting;
  Diagnostics problems;
  int last_foot = 0;
};

Attempt attempt(const Manuscript& manuscript, const Style& style, const Fonts& fonts, BreakFinder& finder) {
  Attempt made{{manuscript.title, manuscript.language, {}, {}}, {}, 0};
  if (find_invalid_utf8(manuscript.title)) made.problems.push_back(diagnose(text_not_utf8, {}));
  TypeCase types{style, fonts, finder, made.problems, style.area_height()};
  const Slices slices = set_blocks(manuscript.blocks, {style.area_width(), false, 0, std::nullopt}, types);
  PageFiller filler(slices, style, made.setting);
  filler.fill();
  made.last_foot = filler.last_foot();
  Margins(manuscript, types).draw(made.setting);
  return made;
}

/// A gap of whole lines of the grid is as many lines of the closer grid.
int gap_on_grid(int gap, int line, int closer_line) { return gap % line == 0 ? gap / line * closer_line : gap; }

/// The style with its lines closer together.
Style squeezed(const Style& style, int lines) {
  Style closer = style;
  closer.page.lines = lines;
  for (RoleLook& role : closer.roles) {
    role.before = gap_on_grid(role.before, style.grid_line(), closer.grid_line());
    role.after = gap_on_grid(role.after, style.grid_line(), closer.grid_line());
  }
  return closer;
}

/// 7.3.5.5: a last page less than half full is saved by closer lines, if that is enough.
Result<Setting> set(const Manuscript& manuscript, const Style& style, const Fonts& fonts) {
  BreakFinder finder;
  Attempt made = attempt(manuscript, style, fonts, finder);
  if (has_error(made.problems)) return made.problems;
  const std::size_t pages = made.setting.pages.size();
  if (pages < 2 || made.last_foot >= style.area_height() / 2) return std::move(made.setting);
  for (int lines = style.page.lines + 1; lines <= style.page.most_lines; ++lines) {
    Attempt closer = attempt(manuscript, squeezed(style, lines), fonts, finder);
    if (closer.setting.pages.size() < pages) return std::move(closer.setting);
  }
  return std::move(made.setting);
}

}  // namespace

Result<Setting> set_pages(const Manuscript& manuscript, const Style& style, const Fonts& fonts) {
  if (!manuscript.landscape) return set(manuscript, style, fonts);
  Style lying = style;
  lying.page = turned(style.page);
  lying.page.most_lines = 0;
  return set(manuscript, lying, fonts);
}

int page_count(const Setting& setting) { return static_cast<int>(setting.pages.size()); }

}  // namespace anjuan::pages
