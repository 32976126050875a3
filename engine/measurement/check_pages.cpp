// The sheet, the type area with its grid, and the page numbers (GB/T 9704-2012, 5 and 7.5).

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "measurement/font_roles.h"
#include "measurement/messages.h"
#include "measurement/survey.h"
#include "pages/punctuation.h"

namespace anjuan::measurement {
namespace {

using pages::Role;

constexpr int kMargin = 1000;  ///< ±1 mm (5.2.1)

/// The baseline of a line of the grid.
int grid_baseline(const Survey& s, int size) {
  return s.style.page.top + (s.pitch() - size) / 2 + size * 88 / 100;
}

/// How far a baseline is from the nearest line of the grid, up (negative) or down.
int off_grid_by(const Survey& s, const Line& line, int pitch) {
  const int from = line.baseline - grid_baseline(s, s.body_size) + (s.pitch() - pitch) / 2;
  const int lines = (from + (from < 0 ? -pitch / 2 : pitch / 2)) / pitch;
  return from - lines * pitch;
}

/// How far the left end is from flush left, or from an indent of two characters.
int off_left_by(const Survey& s, const Line& line) {
  const int from = line.x - s.left();
  if (!s.style.page.snap)
    return std::abs(from) < 4000 ? from : 0;  // without a grid an indent may be of any width
  const int indent = 2 * s.style.grid_character();
  const int off = std::abs(from) < std::abs(from - indent) ? from : from - indent;
  return off;
}

/// Lines of the page that stand below one another.
std::vector<int> baselines(const SurveyedPage& page) {
  std::vector<int> all;
  for (const Line* line : page.body) {
    if (all.empty() || line->baseline - all.back() > 1000) all.push_back(line->baseline);
  }
  return all;
}

/// The distance that most lines without a blank line between them have; 0 if there are too few to tell.
int usual_pitch(const std::vector<int>& baselines, int wanted) {
  std::vector<int> steps;
  for (std::size_t i = 1; i < baselines.size(); ++i) {
    const int step = baselines[i] - baselines[i - 1];
    if (step < wanted * 8 / 5) steps.push_back(step);
  }
  if (steps.size() < 3) return 0;
  std::sort(steps.begin(), steps.end());
  return steps[(steps.size() - 1) / 2];
}

class TypeArea {
 public:
  TypeArea(const Survey& survey, Findings& findings) : s_(survey), findings_(findings) {}

  void check() {
    check_body_type();
    for (const SurveyedPage& page : s_.pages) {
      if (page.lies) continue;
      check_left(page);
      check_right(page);
      check_foot(page);
      if (s_.style.page.snap) check_grid(page);
    }
  }

 private:
  const std::string& clause() const { return s_.style.page.clause; }

  /// Size and face, once for the paper.
  void check_body_type() {
    const pages::RoleLook& look = s_.style.look(Role::body);
    const int wanted = pages::size_in_um(look.size);
    if (s_.style.page.snap && s_.body_size != wanted)
      findings_.add(diagnose(wrong_body_size, {}, points(s_.body_size), points(wanted)), 0, look.clause);
    std::vector<int> counts(s_.paper.fonts.size() + 1, 0);
    const Line* sample = nullptr;
    for (const SurveyedPage& page : s_.pages) {
      for (const Line* line : page.body) {
        const int count = ++counts[static_cast<std::size_t>(line->font)];
        if (sample == nullptr || count > counts[static_cast<std::size_t>(sample->font)]) sample = line;
      }
    }
    if (sample == nullptr || !s_.style.page.snap) return;
    const std::string& name = s_.paper.fonts[static_cast<std::size_t>(sample->font)];
    const auto role = font_role_of(name);
    if (role && *role != look.font)
      findings_.add(diagnose(wrong_font, {}, words(*sample), name_of(*role), name, name_of(look.font)), 0,
                    look.clause);
  }

  void check_left(const SurveyedPage& page) {
    // Lines that are not centred or set right tell the margin; the leftmost is the surest.
    const Line* first = nullptr;
    for (const Line* line : page.body) {
      if (first == nullptr || line->x < first->x) first = line;
    }
    if (first == nullptr || first->x > s_.left() + 4 * s_.body_size) return;
    const int off = off_left_by(s_, *first);
    if (std::abs(off) > kMargin && std::abs(off) < 8000)
      findings_.add(diagnose(wrong_left, {}, mm(s_.left() + off), mm(s_.left())), page.number, clause());
  }

  /// A line that goes on below ends near the right side; none may go beyond it.
  void check_right(const SurveyedPage& page) {
    int furthest = 0, full = 0;
    for (std::size_t i = 0; i < page.body.size(); ++i) {
      furthest = std::max(furthest, page.body[i]->right);
      const bool goes_on = i + 1 < page.body.size() &&
                           std::abs(page.body[i + 1]->x - s_.left()) < kMargin * 2 &&
                           page.body[i + 1]->baseline - page.body[i]->baseline < s_.pitch() * 3 / 2;
      full += goes_on ? 1 : 0;
    }
    const int off = furthest - s_.right();
    // Of six lines that go on one at least ends with a whole character.
    const bool short_of = full >= 6 && off < -kMargin - 300;
    if (off > kMargin || short_of)
      findings_.add(diagnose(wrong_right, {}, mm(page.page->width - furthest), mm(s_.style.page.right)),
                    page.number, clause());
  }

  void check_foot(const SurveyedPage& page) {
    for (const Line* line : page.body) {
      if (line->foot() > s_.foot() + kMargin)
        return findings_.add(diagnose(below_area, {}, words(*line), mm(line->foot() - s_.foot())),
                             page.number, clause());
    }
  }

  /// 5.2.2: so many lines on a page, evenly; 7.3.5.5: closer only where organ and date would find no room.
  void check_grid(const SurveyedPage& page) {
    const std::vector<int> lines = baselines(page);
    const int count = static_cast<int>(lines.size()), found = usual_pitch(lines, s_.pitch());
    const bool may_be_closer = page.number == s_.date_page && s_.style.page.most_lines > s_.style.page.lines;
    int pitch = s_.pitch();
    if (may_be_closer && found > 0 && found < pitch)
      pitch = std::max(found, s_.style.area_height() / s_.style.page.most_lines);
    const int most = may_be_closer ? s_.style.page.most_lines : s_.style.page.lines;
    if (count > most)
      return findings_.add(
          diagnose(too_many_lines, {}, std::to_string(count), std::to_string(s_.style.page.lines)),
          page.number, clause());
    if (found > 0 && std::abs(found - pitch) > 200)
      return findings_.add(diagnose(wrong_pitch, {}, mm(found), mm(pitch)), page.number, clause());
    if (page.body.empty()) return;
    std::vector<int> offs;
    for (const Line* line : page.body) offs.push_back(off_grid_by(s_, *line, pitch));
    std::sort(offs.begin(), offs.end());
    const int all = offs[(offs.size() - 1) / 2];
    if (std::abs(all) > kMargin)
      return findings_.add(diagnose(wrong_top, {}, mm(s_.style.page.top + all), mm(s_.style.page.top)),
                           page.number, clause());
    for (const Line* line : page.body) {
      const int off = off_grid_by(s_, *line, pitch);
      if (std::abs(off) > kMargin)
        return findings_.add(diagnose(off_grid, {}, words(*line), mm(off)), page.number, clause());
    }
  }

  const Survey& s_;
  Findings& findings_;
};

class PageNumbers {
 public:
  PageNumbers(const Survey& survey, Findings& findings)
      : s_(survey), look_(survey.style.number), findings_(findings) {}

  void check() {
    const bool numbered = std::any_of(s_.pages.begin(), s_.pages.end(),
                                      [](const SurveyedPage& p) { return p.page_number != nullptr; });
    for (const SurveyedPage& page : s_.pages) {
      const bool wanted = look_.place != pages::NumberLook::Place::none && (page.number > 1 || look_.first) &&
                          !page.is_bare() && (numbered || look_.place == pages::NumberLook::Place::outer);
      if (page.page_number == nullptr && wanted)
        findings_.add(diagnose(number_missing, {}), page.number, look_.clause);
      if (page.page_number == nullptr) continue;
      if (!wanted)
        findings_.add(diagnose(number_unwanted, {}, words(*page.page_number)), page.number, look_.clause);
      else
        check(page);
    }
  }

 private:
  /// The number as it stands on the upright sheet.
  struct Place {
    int x = 0, right = 0, baseline = 0;
  };
  static Place place_of(const SurveyedPage& page) {
    const Line& line = *page.page_number;
    if (!line.downward) return {line.x, line.right, line.baseline};
    return {line.baseline, line.baseline + line.length, page.page->width - line.x};
  }

  void check(const SurveyedPage& page) {
    const Line& line = *page.page_number;
    if (page.digits != std::to_string(page.number))
      findings_.add(diagnose(number_differs, {}, page.digits, std::to_string(page.number)), page.number,
                    look_.clause);
    if (!has_size(line, look_.size))
      findings_.add(diagnose(number_size, {}, points(line.size), points(pages::size_in_um(look_.size))),
                    page.number, look_.clause);
    if (page.lies && !line.downward) return;  // a style that centres numbers puts them below lying pages too
    const Place place = place_of(page);
    const int below = place.baseline - line.size * 36 / 100 - s_.foot();
    if (std::abs(below - look_.distance) > kMargin)
      findings_.add(diagnose(number_height, {}, mm(below), mm(look_.distance)), page.number, look_.clause);
    if (look_.place == pages::NumberLook::Place::outer) check_side(page, place);
  }

  void check_side(const SurveyedPage& page, const Place& place) {
    const Wording left{"左", "left"}, right{"右", "right"};
    const bool odd = page.number % 2 == 1,
               stands_right = (place.x + place.right) / 2 > (s_.left() + s_.right()) / 2;
    if (odd != stands_right)
      return findings_.add(
          diagnose(number_on_wrong_side, {}, page.digits, stands_right ? right : left, odd ? right : left),
          page.number, look_.clause);
    const int inset = odd ? s_.right() - place.right : place.x - s_.left();
    const int wanted = look_.inset * pages::size_in_um(look_.size);
    if (std::abs(inset - wanted) > 2 * kMargin)
      findings_.add(diagnose(number_inset, {}, mm(inset), mm(wanted)), page.number, look_.clause);
  }

  const Survey& s_;
  const pages::NumberLook& look_;
  Findings& findings_;
};

bool is_figure(char32_t c) { return c >= U'0' && c <= U'9'; }

}  // namespace

void check_sheet(const Survey& s, Findings& findings) {
  const pages::PageLook& look = s.style.page;
  for (const SurveyedPage& page : s.pages) {
    const int width = page.lies ? page.page->height : page.page->width;
    const int height = page.lies ? page.page->width : page.page->height;
    if (std::abs(width - look.width) > kMargin || std::abs(height - look.height) > kMargin)
      findings.add(diagnose(wrong_sheet, {}, mm(width), mm(height), mm(look.width), mm(look.height)),
                   page.number, look.clause);
    const bool pictured = std::any_of(
        page.page->pictures.begin(), page.page->pictures.end(),
        [&](const Picture& p) { return p.width > page.page->width / 2 && p.height > page.page->height / 2; });
    if (page.page->lines.empty() && pictured) findings.add(diagnose(page_is_picture, {}), page.number, "");
  }
}

void check_type_area(const Survey& s, Findings& findings) { TypeArea(s, findings).check(); }

void check_page_numbers(const Survey& s, Findings& findings) { PageNumbers(s, findings).check(); }

void check_line_ends(const Survey& s, Findings& findings) {
  const std::string& clause = s.style.look(Role::body).clause;
  for (const SurveyedPage& page : s.pages) {
    const Line* before = nullptr;
    for (const Line* line : page.body) {
      const char32_t head = line->text.front(), foot = line->text.back();
      const bool flush = std::abs(line->x - s.left()) <= 2 * kMargin;
      if (pages::is_closing_mark(head) && flush)
        findings.add(diagnose(mark_at_line_head, {}, to_utf8(head)), page.number, clause);
      const bool full = line->right >= s.right() - 2 * s.body_size;
      if (pages::is_opening_mark(foot) && full)
        findings.add(diagnose(mark_at_line_foot, {}, to_utf8(foot)), page.number, clause);
      const bool goes_on = before != nullptr && flush && before->right >= s.right() - 2 * s.body_size &&
                           line->baseline - before->baseline < s.pitch() * 3 / 2;
      const bool unit = head == U'年' || head == U'月' || head == U'日';
      if (goes_on && is_figure(before->text.back()) && (is_figure(head) || unit))
        findings.add(diagnose(number_split, {}, to_utf8(before->text.back()), to_utf8(head)), page.number,
                     clause);
      before = line;
    }
  }
}

}  // namespace anjuan::measurement
