#include "pages/margins.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace anjuan::pages {
namespace {

class Margins {
 public:
  Margins(const Manuscript& manuscript, TypeCase& types)
      : manuscript_(manuscript),
        types_(types),
        style_(types.style),
        upright_(types.style.page),
        lying_(turned(types.style.page)) {}

  void draw(Setting& setting) {
    for (std::size_t i = 0; i < setting.pages.size(); ++i) {
      Page& page = setting.pages[i];
      const PageLook& look = page.width > page.height ? lying_ : upright_;
      draw_small(manuscript_.header, style_.margin.header_top, look, page);
      draw_small(manuscript_.footer, page.height - style_.margin.footer_bottom, look, page);
      if (manuscript_.page_numbers && !page.bare) draw_number(static_cast<int>(i) + 1, page);
      if (i == 0) draw_first_rule(page);
      if (!manuscript_.watermark.empty()) page.marks.insert(page.marks.begin(), ghost(page));
    }
  }

 private:
  static int area_width(const PageLook& look) { return look.width - look.left - look.right; }

  void draw_small(const std::string& text, int y, const PageLook& look, Page& page) {
    if (text.empty()) return;
    const Type type{FontRole::song, size_in_um(style_.margin.size), 0};
    const int free = std::max(0, area_width(look) - width_of(text, type, types_));
    const int x = style_.margin.align == Align::center  ? free / 2
                  : style_.margin.align == Align::right ? free
                                                        : 0;
    set_line(text, type, {}, look.left + x, y + type.size * 88 / 100, types_, page.marks);
  }

  void draw_number(int number, Page& page) {
    const NumberLook& look = style_.number;
    if (look.place == NumberLook::Place::none || (number == 1 && !look.first)) return;
    const Type type{look.font, size_in_um(look.size), 0};
    const std::string digits = std::to_string(number);
    const std::string text = look.dashes ? "— " + digits + " —" : digits;
    const int width = width_of(text, type, types_), inset = look.inset * type.size;
    const bool outer = look.place == NumberLook::Place::outer, lies = page.width > page.height;
    const PageLook& area = lies && !outer ? lying_ : upright_;
    const int free = area_width(area) - width;
    const int x = area.left + (!outer ? free / 2 : number % 2 == 1 ? free - inset : inset);
    // 7.5: the dash, near the middle of the square, is `distance` below the type area.
    const int y = area.height - area.bottom + look.distance + type.size * 36 / 100;
    if (lies && outer)
      draw_turned(text, type, x, y, page);
    else
      set_line(text, type, {}, x, y, types_, page.marks);
  }

  /// 11: the number of a lying page stands where the upright sheet has it; (x, y) on that sheet.
  void draw_turned(const std::string& text, const Type& type, int x, int y, Page& page) {
    std::vector<Mark> marks;
    set_line(text, type, {}, 0, 0, types_, marks);
    for (Mark& mark : marks) {
      Words* words = std::get_if<Words>(&mark);
      if (words == nullptr) continue;
      words->turned = true;
      words->y = x + words->x;
      words->x = upright_.height - y;
      page.marks.push_back(std::move(mark));
    }
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
  PageLook upright_, lying_;
};

}  // namespace

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
  page.most_lines = 0;
  return page;
}

void draw_margins(const Manuscript& manuscript, TypeCase& types, Setting& setting) {
  Margins(manuscript, types).draw(setting);
}

}  // namespace anjuan::pages
