// The head of a paper and its title (GB/T 9704-2012, 7.2, 7.3.1, 10).

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "measurement/font_roles.h"
#include "measurement/messages.h"
#include "measurement/survey.h"
#include "pages/break_lines.h"

namespace anjuan::measurement {
namespace {

using pages::Role;
using RuleKind = pages::RuleLook::Kind;

constexpr int kNear = 1500;

/// Red rules across the page, from its head; a pair counts as one, from its upper edge to its lower.
std::vector<Rule> red_rules(const FinishedPage& page) {
  std::vector<Rule> all;
  for (const Rule& rule : page.rules) {
    if (is_red(rule.color) && rule.width > page.width / 2) all.push_back(rule);
  }
  std::sort(all.begin(), all.end(), [](const Rule& a, const Rule& b) { return a.y < b.y; });
  std::vector<Rule> joined;
  for (const Rule& rule : all) {
    if (!joined.empty() && rule.y - (joined.back().y + joined.back().height) < 3000)
      joined.back().height = rule.y + rule.height - joined.back().y;
    else
      joined.push_back(rule);
  }
  return joined;
}

class Head {
 public:
  Head(const Survey& survey, Findings& findings)
      : s_(survey), findings_(findings), rules_(red_rules(*survey.pages.front().page)) {}

  void check() {
    if (s_.mark.empty()) return;
    const pages::RoleLook& mark = s_.style.look(Role::masthead);
    if (mark.page_top > 0 && std::abs(s_.mark.front()->top() - mark.page_top) > kNear)
      findings_.add(diagnose(mark_place, {}, mm(s_.mark.front()->top()), mm(mark.page_top)), 1, mark.clause);
    check_rule(mark, lowest_of_mark());
    check_number();
    check_foot_rule();
  }

 private:
  int lowest_of_mark() const {
    int foot = 0;
    for (const Line* line : s_.mark) foot = std::max(foot, line->foot());
    return foot;
  }

  /// The rule that a style draws below a role, whose text ends at `foot`.
  void check_rule(const pages::RoleLook& look, int foot) {
    const pages::RuleLook& rule = look.rule_below;
    if (rule.kind == RuleKind::none) return;
    const auto below =
        std::find_if(rules_.begin(), rules_.end(), [&](const Rule& r) { return r.y > foot - kNear; });
    if (below == rules_.end()) return findings_.add(diagnose(red_rule_missing, {}), 1, look.clause);
    if (std::abs(below->y - foot - rule.distance) > kNear)
      findings_.add(diagnose(red_rule_place, {}, mm(below->y - foot), mm(rule.distance)), 1, look.clause);
    const int width = rule.width > 0 ? rule.width : s_.style.area_width();
    if (std::abs(below->width - width) > kNear)
      findings_.add(diagnose(red_rule_width, {}, mm(below->width), mm(width)), 1, look.clause);
  }

  const Line* document_number() const {
    for (const Line* line : s_.head) {
      if (line->text.find(U'〔') != std::u32string::npos && line->text.find(U'号') != std::u32string::npos &&
          line->text.size() < 24)
        return line;
    }
    return nullptr;
  }

  void check_number() {
    const Line* line = document_number();
    if (line == nullptr) return;
    const pages::RoleLook& look = s_.style.look(Role::number);
    check_rule(look, line->foot());
    const int em = s_.style.grid_character();
    // With a signer beside it the number stands left (7.2.6).
    const bool signer = std::any_of(s_.head.begin(), s_.head.end(), [&](const Line* other) {
      return other != line && std::abs(other->baseline - line->baseline) < 500 && other->x > line->right;
    });
    int off = line->x - (s_.left() + s_.style.signer.inset * em);
    Wording where{"居左空一字", "left, one character in"};
    if (!signer && look.align == pages::Align::center) {
      off = line->middle() - s_.middle(1);
      where = Wording("居中", "in the middle");
    } else if (!signer && look.align == pages::Align::right) {
      off = s_.right() - look.right * em - line->right;
      where = Wording("居右", "right");
    }
    if (std::abs(off) > 2 * kNear)
      findings_.add(diagnose(document_number_place, {}, words(*line, 20), where, mm(std::abs(off))), 1,
                    look.clause);
  }

  void check_foot_rule() {
    const pages::RuleLook& look = s_.style.first_page_rule;
    if (look.kind == RuleKind::none) return;
    const std::string clause = s_.style.look(Role::masthead).clause;
    if (rules_.size() < 2) return findings_.add(diagnose(red_rule_missing, {}), 1, clause);
    if (std::abs(rules_.back().y - look.distance) > kNear)
      findings_.add(diagnose(foot_rule_place, {}, mm(rules_.back().y), mm(look.distance)), 1, clause);
  }

  const Survey& s_;
  Findings& findings_;
  std::vector<Rule> rules_;
};

class Title {
 public:
  Title(const Survey& survey, Findings& findings)
      : s_(survey), look_(survey.style.look(Role::title)), findings_(findings) {}

  void check() {
    if (s_.title.empty()) return;
    const Line& first = *s_.title.front();
    if (!has_size(first, look_.size))
      add(diagnose(title_size, {}, points(first.size), points(pages::size_in_um(look_.size))));
    const std::string& font = s_.paper.fonts[static_cast<std::size_t>(first.font)];
    const auto role = font_role_of(font);
    if (role && *role != look_.font)
      add(diagnose(wrong_font, {}, words(first), name_of(*role), font, name_of(look_.font)));
    for (const Line* line : s_.title) {
      const int off = line->middle() - s_.middle(s_.title_page);
      // The empty half of a mark at the end is left out of a line's width.
      if (std::abs(off) > kNear + line->size / 4)
        add(diagnose(title_not_centred, {}, words(*line), mm(std::abs(off))));
    }
    check_words();
    check_shape();
    check_distance();
  }

 private:
  void add(Diagnostic diagnostic) { findings_.add(std::move(diagnostic), s_.title_page, look_.clause); }

  void check_words() {
    std::vector<pages::Item> items;
    std::vector<std::size_t> begins;
    for (const Line* line : s_.title) {
      begins.push_back(items.size());
      for (const char32_t c : line->text) {
        pages::Item item;
        item.character = c;
        items.push_back(item);
      }
    }
    pages::BreakFinder finder;
    const std::vector<bool> words_begin = finder.word_begins(items);
    for (std::size_t i = 1; i < begins.size(); ++i) {
      if (begins[i] < items.size() && !words_begin[begins[i]])
        add(diagnose(title_splits_word, {}, to_utf8(s_.title[i - 1]->text.back()),
                     to_utf8(s_.title[i]->text.front())));
    }
  }

  /// 7.3.1: lines that grow, shrink, or grow and then shrink.
  void check_shape() {
    int turns = 0, direction = 0;
    bool good = true;
    for (std::size_t i = 1; i < s_.title.size(); ++i) {
      const int step = s_.title[i]->length - s_.title[i - 1]->length;
      const int now = step > 0 ? 1 : -1;
      good = good && std::abs(step) > s_.title[i]->size / 5 && !(direction < 0 && now > 0);
      turns += direction != 0 && now != direction ? 1 : 0;
      direction = now;
    }
    if (!good || turns > 1) add(diagnose(title_shape, {}, std::to_string(s_.title.size())));
  }

  /// Two blank lines below the red rule, or below the last line above it.
  void check_distance() {
    const int wanted = look_.before;
    if (s_.title_page != 1 || wanted < s_.pitch() || s_.mark.empty()) return;
    const int top = s_.title.front()->top() - (s_.pitch() - s_.title.front()->size) / 2;
    int above = 0;
    for (const Rule& rule : red_rules(*s_.pages.front().page)) {
      if (rule.y < top) above = std::max(above, rule.y + rule.height);
    }
    for (const Line& line : s_.pages.front().page->lines) {
      if (line.baseline < top) above = std::max(above, line.foot());
    }
    if (std::abs(top - above - wanted) > s_.pitch() * 3 / 4)
      add(diagnose(title_distance, {}, mm(top - above), mm(wanted)));
  }

  const Survey& s_;
  const pages::RoleLook& look_;
  Findings& findings_;
};

}  // namespace

void check_head(const Survey& s, Findings& findings) {
  Head(s, findings).check();
  if (s.mark.empty() || s.title_page != 1) return;
  const Line& title = *s.title.back();
  const auto& body = s.pages.front().body;
  const bool shown = std::any_of(body.begin(), body.end(),
                                 [&](const Line* line) { return line->baseline > title.baseline; });
  if (!shown) findings.add(diagnose(no_body_on_first_page, {}), 1, s.style.look(Role::body).clause);
}

void check_title(const Survey& s, Findings& findings) { Title(s, findings).check(); }

}  // namespace anjuan::measurement
