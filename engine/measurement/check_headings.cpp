// The faces of headings by their level: 一、（一）1.（1） (GB/T 9704-2012, 7.3.3).

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "measurement/font_roles.h"
#include "measurement/messages.h"
#include "measurement/survey.h"

namespace anjuan::measurement {
namespace {

using pages::Role;

constexpr std::u32string_view kNumerals = U"一二三四五六七八九十百", kFigures = U"0123456789", kStops = U"。；！？：，、",
                              kOpen = U"（(", kClosed = U"）)";

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// The level that the number at the head of a line tells: 1 一、 2（一）3 1. 4（1）; 0: none.
int level_of(std::u32string_view text) {
  const bool bracketed = !text.empty() && is_one_of(text.front(), kOpen);
  if (bracketed) text.remove_prefix(1);
  const bool figures = !text.empty() && is_one_of(text.front(), kFigures);
  const std::size_t end = std::min(text.find_first_not_of(figures ? kFigures : kNumerals), text.size());
  if (end == 0 || end > 4 || end + 1 >= text.size()) return 0;
  const char32_t after = text[end];
  if (bracketed) return !is_one_of(after, kClosed) ? 0 : figures ? 4 : 2;
  if (!figures) return after == U'、' ? 1 : 0;
  return (after == U'.' || after == U'．') && !is_one_of(text[end + 1], kFigures) ? 3 : 0;
}

class Headings {
 public:
  Headings(const Survey& survey, Findings& findings) : s_(survey), findings_(findings) {}

  void check() {
    for (const SurveyedPage& page : s_.pages) {
      if (page.lies) continue;
      for (std::size_t i = 0; i < page.body.size(); ++i) {
        const Line& line = *page.body[i];
        const bool indented = std::abs(line.x - s_.left() - 2 * s_.style.grid_character()) <= s_.body_size / 2;
        if (const int level = indented ? level_of(line.text) : 0; level > 0) check(page, i, level);
      }
    }
  }

 private:
  const pages::RoleLook& look_of(int level) const {
    return s_.style.look(level == 1 ? Role::heading1 : level == 2 ? Role::heading2 : Role::heading3);
  }

  /// A numbered line that is wholly a heading takes the face of its level. One that runs on as text may
  /// stay in the face of the body; if its opening is set apart, then in the face of its level.
  void check(const SurveyedPage& page, std::size_t at, int level) {
    const Line& line = *page.body[at];
    const std::string& name = s_.paper.fonts[static_cast<std::size_t>(line.opening_font)];
    const auto face = font_role_of(name);
    const pages::RoleLook& look = look_of(level);
    if (!face || *face == look.font) return;
    if (*face == s_.style.look(Role::body).font && !stands_alone(page, at)) return;
    static const Wording levels[] = {{"一", "first"}, {"二", "second"}, {"三", "third"}, {"四", "fourth"}};
    findings_.add(diagnose(heading_font, {}, words(line), levels[level - 1], name_of(*face), name, name_of(look.font)), page.number,
                  look.clause.empty() ? s_.style.page.clause : look.clause);
  }

  /// No longer than two lines, without a mark of a sentence in it or at its end.
  bool stands_alone(const SurveyedPage& page, std::size_t at) const {
    std::size_t last = at;
    while (goes_on(page, last)) ++last;
    if (last - at > 1 || is_one_of(page.body[last]->text.back(), kStops)) return false;
    // The last line of a page may go on over the leaf.
    return last + 1 < page.body.size() || page.body[last]->right < s_.right() - 4 * s_.body_size;
  }
  /// A line of the same paragraph follows: it begins flush left.
  bool goes_on(const SurveyedPage& page, std::size_t at) const {
    if (at + 1 >= page.body.size()) return false;
    const Line &line = *page.body[at], &next = *page.body[at + 1];
    return std::abs(next.x - s_.left()) <= s_.body_size / 2 && next.baseline - line.baseline < s_.pitch() * 3 / 2;
  }

  const Survey& s_;
  Findings& findings_;
};

}  // namespace

void check_headings(const Survey& s, Findings& findings) { Headings(s, findings).check(); }

}  // namespace anjuan::measurement
