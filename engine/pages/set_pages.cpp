// A manuscript in parts: each begins on a page of its own, lies or stands, and is set in closer lines where
// that saves a page for nothing but the end of it.

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "pages/fill_pages.h"
#include "pages/margins.h"
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

/// Blocks between two page breaks.
struct Part {
  bool landscape = false;
  std::vector<Block> blocks;
};

bool begins_a_page(const Block& block) {
  const Paragraph* paragraph = std::get_if<Paragraph>(&block);
  return paragraph != nullptr && paragraph->role == Role::annex;
}

/// 7.3.7: an annex begins a page. 7.4: the imprint stands upright.
std::vector<Part> parts_of(const Manuscript& manuscript) {
  std::vector<Part> parts{{manuscript.landscape, {}}};
  const auto begin = [&](bool landscape) {
    if (!parts.back().blocks.empty()) parts.push_back({landscape, {}});
    parts.back().landscape = landscape;
  };
  for (const Block& block : manuscript.blocks) {
    if (const PageBreak* page_break = std::get_if<PageBreak>(&block)) {
      begin(page_break->landscape.value_or(parts.back().landscape));
      continue;
    }
    if (begins_a_page(block)) begin(parts.back().landscape);
    if (std::holds_alternative<Imprint>(block) && parts.back().landscape && !manuscript.landscape)
      begin(false);
    parts.back().blocks.push_back(block);
  }
  return parts;
}

/// A gap of whole lines of the grid is as many lines of the closer grid.
int gap_on_grid(int gap, int line, int closer_line) {
  return gap % line == 0 ? gap / line * closer_line : gap;
}

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

class PartSetter {
 public:
  PartSetter(const Style& style, const Fonts& fonts, Setting& setting, Diagnostics& problems)
      : upright_(style), lying_(style), fonts_(fonts), setting_(setting), problems_(problems) {
    lying_.page = turned(style.page);
  }

  void set(const Part& part) {
    const Style& style = part.landscape ? lying_ : upright_;
    const FilledPages filled = fill_pages(slices_of(part, style), 0, style, setting_);
    if (first_body == 0) first_body = filled.first_body;
    if (filled.begins.size() >= 2 && filled.last_foot < style.area_height() / 2)
      save_a_page(part, style, filled);
  }

  int first_body = 0;  ///< page with the first line of the body; 0: none yet

  void finish(const Manuscript& manuscript) {
    TypeCase types{upright_, fonts_, finder_, problems_, upright_.area_height()};
    draw_margins(manuscript, types, setting_);
  }

 private:
  Slices slices_of(const Part& part, const Style& style) {
    TypeCase types{style, fonts_, finder_, problems_, style.area_height()};
    return set_blocks(part.blocks, {style.area_width(), false, 0, std::nullopt}, types);
  }

  /// 7.3.5.5: the last page goes onto the one before it by closer lines, if it is less than half full. Other
  /// pages keep their grid; closer lines do not end elsewhere, so slices keep their numbers.
  void save_a_page(const Part& part, const Style& style, const FilledPages& filled) {
    const std::size_t kept = setting_.pages.size() - 2, first = filled.begins[filled.begins.size() - 2];
    for (int lines = style.page.lines + 1; lines <= style.page.most_lines; ++lines) {
      Setting closer = setting_;
      closer.pages.resize(kept);
      const auto set_again = [&](const auto& noted) { return noted.page >= static_cast<int>(kept); };
      std::erase_if(closer.headings, set_again);
      std::erase_if(closer.seals, set_again);
      const Style close = squeezed(style, lines);
      if (fill_pages(slices_of(part, close), first, close, closer).begins.size() > 1) continue;
      setting_ = std::move(closer);
      return;
    }
  }

  const Style& upright_;
  Style lying_;
  const Fonts& fonts_;
  BreakFinder finder_;
  Setting& setting_;
  Diagnostics& problems_;
};

/// Of a character without a font: which field of which document it came from.
Diagnostics with_origins(Diagnostics problems, const Manuscript& manuscript) {
  for (Diagnostic& problem : problems) {
    if (problem.row->code != no_glyph.code) continue;
    const Wording character = problem.values[0], code = problem.values[1], words = problem.values[2];
    const auto from = std::find_if(
        manuscript.printed.begin(), manuscript.printed.end(),
        [&](const PrintedValue& value) { return value.text.find(character.zh) != std::string::npos; });
    problem = from == manuscript.printed.end()
                  ? diagnose(no_glyph_in_words, {}, character, code, words, manuscript.title)
                  : diagnose(no_glyph_in_value, from->place, character, code, from->field, manuscript.title);
  }
  return problems;
}

Result<Setting> set(const Manuscript& manuscript, const Style& style, const Fonts& fonts, int& first_body) {
  Setting setting{manuscript.title, manuscript.language, {}, {}, style.id, manuscript.watermark, {}};
  Diagnostics problems;
  if (find_invalid_utf8(manuscript.title)) problems.push_back(diagnose(text_not_utf8, {}));
  PartSetter setter(style, fonts, setting, problems);
  for (const Part& part : parts_of(manuscript)) {
    setter.set(part);
    if (has_error(problems)) return with_origins(std::move(problems), manuscript);
  }
  setter.finish(manuscript);
  if (has_error(problems)) return with_origins(std::move(problems), manuscript);
  first_body = setter.first_body;
  return setting;
}

/// Addressees move into the imprint; nothing if the paper has no head, no addressee or no imprint.
std::optional<Manuscript> with_addressee_in_imprint(const Manuscript& manuscript) {
  Manuscript moved = manuscript;
  Imprint* imprint = nullptr;
  std::string names;
  bool headed = false;
  std::vector<Block> kept;
  for (const Block& block : manuscript.blocks) {
    const Paragraph* paragraph = std::get_if<Paragraph>(&block);
    const Role role = paragraph == nullptr ? Role::body : paragraph->role;
    headed = headed || role == Role::masthead || std::holds_alternative<JointMasthead>(block);
    if (role != Role::addressee || !names.empty()) {
      kept.push_back(block);
      continue;
    }
    for (const Run& run : paragraph->runs) names += run.text;
  }
  for (Block& block : kept) {
    if (Imprint* found = std::get_if<Imprint>(&block)) imprint = found;
  }
  if (imprint == nullptr || !headed || names.empty()) return std::nullopt;
  constexpr std::string_view kColon = "：";
  if (names.ends_with(kColon)) names.resize(names.size() - kColon.size());
  imprint->addressed_to = names;
  moved.blocks = std::move(kept);
  return moved;
}

bool is_joint(const Manuscript& manuscript) {
  return std::any_of(manuscript.blocks.begin(), manuscript.blocks.end(), [](const Block& block) { return std::holds_alternative<JointMasthead>(block); });
}

/// The style with a smaller mark of the organs.
Style with_smaller_mark(const Style& style, int percent) {
  Style smaller = style;
  RoleLook& mark = smaller.roles[static_cast<std::size_t>(Role::masthead)];
  mark.size = mark.size * percent / 100;
  return smaller;
}

/// Ways to bring the body onto the first page (公文首页必须显示正文), the gentlest first: the names of many
/// organs smaller (7.2.4); the addressees in the imprint (7.3.2); both. The first that succeeds, else `as_it_is`.
Result<Setting> with_body_on_first_page(const Manuscript& manuscript, const Style& style, const Fonts& fonts,
                                        Result<Setting> as_it_is) {
  std::vector<int> sizes{100};
  if (is_joint(manuscript)) sizes.push_back(85);  // of five organs still larger than the text
  const auto moved = style.imprint.addressed_to.empty() ? std::nullopt : with_addressee_in_imprint(manuscript);
  for (const Manuscript* way : {&manuscript, moved ? &*moved : nullptr}) {
    for (const int percent : sizes) {
      if (way == nullptr || (way == &manuscript && percent == 100)) continue;
      int first_body = 0;
      auto tried = set(*way, with_smaller_mark(style, percent), fonts, first_body);
      if (!tried.ok() || first_body < 2) return tried;
    }
  }
  return as_it_is;
}

}  // namespace

Result<Setting> set_pages(const Manuscript& manuscript, const Style& style, const Fonts& fonts) {
  int first_body = 0;
  auto setting = set(manuscript, style, fonts, first_body);
  if (!setting.ok() || first_body < 2) return setting;
  return with_body_on_first_page(manuscript, style, fonts, std::move(setting));
}

int page_count(const Setting& setting) { return static_cast<int>(setting.pages.size()); }

}  // namespace anjuan::pages
