// Organ, date, seal and imprint (GB/T 9704-2012, 7.3.5 and 7.4).

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "measurement/messages.h"
#include "measurement/survey.h"

namespace anjuan::measurement {
namespace {

using pages::Role;

bool is_level(const Rule& rule) { return rule.width > rule.height; }

class SignaturePlace {
 public:
  SignaturePlace(const Survey& survey, Findings& findings)
      : s_(survey),
        look_(survey.style.seal),
        findings_(findings),
        page_(survey.pages[static_cast<std::size_t>(survey.date_page - 1)]),
        date_(*survey.date),
        em_(survey.body_size) {}

  void check() {
    check_form();
    find_organs();
    if (organs_.empty()) return;
    check_alone();
    const int inset = s_.right() - date_.right;
    if (is_unsealed()) return;
    // A long name moves the date to the left; both then keep their common middle.
    const Line& organ = *organs_.back();
    const bool long_organ = organ.length > date_.length + 2 * em_ || organs_.size() > 1;
    const bool beyond = long_organ ? inset < (look_.date_inset - 1) * em_
                                   : std::abs(inset - look_.date_inset * em_) > tolerance();
    if (beyond)
      add(diagnose(date_place, {}, mm(inset), mm(look_.date_inset * em_), std::to_string(look_.date_inset)));
    const int off = organ.middle() - date_.middle();
    if (std::abs(off) > tolerance() / 2) add(diagnose(organ_place, {}, words(organ, 20), mm(std::abs(off))));
    check_seal_room();
    check_seal_picture();
  }

 private:
  int tolerance() const { return em_ * 3 / 4; }
  void add(Diagnostic diagnostic) { findings_.add(std::move(diagnostic), page_.number, look_.clause); }

  /// 7.3.5.4: Arabic figures, no leading zeros.
  void check_form() {
    bool good = true;
    for (std::size_t i = 0; i < date_.text.size(); ++i) {
      const char32_t c = date_.text[i];
      const bool figure = c >= U'0' && c <= U'9', unit = c == U'年' || c == U'月' || c == U'日';
      const bool leads = c == U'0' && (i == 0 || date_.text[i - 1] == U'年' || date_.text[i - 1] == U'月');
      good = good && (figure || unit) && !leads;
    }
    if (!good) add(diagnose(date_form, {}, words(date_, 20)));
  }

  void find_organs() {
    int nearest = 0;
    for (const Line* line : page_.body) {
      if (line->baseline < date_.baseline - 1000) nearest = std::max(nearest, line->baseline);
    }
    if (date_.baseline - nearest > s_.pitch() * 3 / 2) return;
    for (const Line* line : page_.body) {
      const bool beside = std::abs(line->baseline - nearest) < 500;
      if (beside && line->x > s_.left() + 2 * em_) organs_.push_back(line);
    }
    if (organs_.size() == 1 && organs_.front()->right < s_.left() + s_.style.area_width() / 2)
      organs_.clear();
  }

  /// 7.3.5.5: text stands above on the same page.
  void check_alone() {
    const bool text = std::any_of(page_.page->lines.begin(), page_.page->lines.end(), [&](const Line& line) {
      return line.baseline < organs_.front()->baseline - 1000 &&
             line.text.find(U"此页无正文") == std::u32string::npos;
    });
    if (!text) add(diagnose(signature_alone, {}));
  }

  /// 7.3.5.2: the organ two characters in, the date two characters after its beginning; a longer date two
  /// characters in.
  bool is_unsealed() const {
    const Line& organ = *organs_.back();
    const int inset = look_.organ_inset * em_;
    const bool organ_in = std::abs(s_.right() - organ.right - inset) <= tolerance();
    const bool date_after = std::abs(date_.x - organ.x - 2 * em_) <= tolerance();
    const bool date_in = std::abs(s_.right() - date_.right - inset) <= tolerance();
    return date_after && (organ_in || date_in);
  }

  /// The lowest of what stands above the organ.
  int body_foot(bool& text) const {
    int foot = 0;
    const int limit = organs_.front()->top() - 500;
    for (const Line& line : page_.page->lines) {
      if (line.foot() < limit && line.foot() > foot) {
        foot = line.foot();
        text = has_size(line, s_.style.look(Role::body).size);
      }
    }
    const auto other = [&](int below) {
      if (below >= limit || below <= foot) return;
      foot = below;
      text = false;
    };
    for (const Rule& rule : page_.page->rules) other(rule.y + rule.height);
    for (const Picture& picture : page_.page->pictures) other(picture.y + picture.height);
    return foot;
  }

  /// Several lines beside one another above: organs that issue together, in rows.
  bool below_organs() const {
    int nearest = 0, count = 0;
    for (const Line* line : page_.body) {
      if (line->baseline < organs_.front()->baseline - 1000) nearest = std::max(nearest, line->baseline);
    }
    for (const Line* line : page_.body) count += std::abs(line->baseline - nearest) < 500 ? 1 : 0;
    return count > 1;
  }

  /// A seal whose middle is between organ and date begins within a line of the body, and not on it.
  void check_seal_room() {
    bool text = false;
    const int foot = body_foot(text);
    if (foot == 0) return;
    const int middle = (organs_.front()->top() + date_.foot()) / 2;
    const int free = middle - look_.diameter / 2 - foot;
    // Below a table or a picture the grid may take up to a line more.
    const int most = s_.pitch() * (text ? 3 : 5) / 2;
    if (organs_.size() == 1 && !below_organs() && free > most)
      add(diagnose(seal_far, {}, mm(free), mm(s_.pitch())));
    if (free < -s_.pitch() / 2) add(diagnose(seal_on_body, {}, mm(-free)));
  }

  /// A picture as large as a seal over organ and date.
  void check_seal_picture() {
    for (const Picture& seal : page_.page->pictures) {
      const bool sized =
          std::abs(seal.width - seal.height) < 3000 && seal.width > 35000 && seal.width < 50000;
      const bool near = seal.y < date_.foot() && seal.y + seal.height > organs_.front()->top();
      if (!sized || !near) continue;
      const int aside = std::abs(seal.x + seal.width / 2 - date_.middle());
      const int down = std::abs(seal.y + seal.height / 2 - (organs_.front()->top() + date_.foot()) / 2);
      if (organs_.size() == 1 && (aside > 3000 || down > s_.pitch()))
        add(diagnose(seal_place, {}, mm(std::max(aside, down))));
    }
  }

  const Survey& s_;
  const pages::SealLook& look_;
  Findings& findings_;
  const SurveyedPage& page_;
  const Line& date_;
  int em_;
  std::vector<const Line*> organs_;
};

class ImprintPlace {
 public:
  ImprintPlace(const Survey& survey, Findings& findings)
      : s_(survey), look_(survey.style.imprint), findings_(findings) {}

  void check() {
    const auto found = std::find_if(s_.pages.begin(), s_.pages.end(),
                                    [](const SurveyedPage& p) { return !p.imprint.empty(); });
    if (found == s_.pages.end()) {
      if (look_.even && !s_.mark.empty()) findings_.add(diagnose(imprint_missing, {}), 0, look_.clause);
      return;
    }
    if (look_.even && found->number % 2 == 1)
      add(diagnose(imprint_on_odd_page, {}, std::to_string(found->number)), *found);
    const bool last =
        std::all_of(found + 1, s_.pages.end(), [](const SurveyedPage& p) { return p.page->lines.empty(); });
    if (look_.even && !last) add(diagnose(imprint_not_last, {}), *found);
    if (look_.outer_rule > 0) check_rules(*found);
  }

 private:
  void add(Diagnostic diagnostic, const SurveyedPage& page) {
    findings_.add(std::move(diagnostic), page.number, look_.clause);
  }

  void check_rules(const SurveyedPage& page) {
    const int top = page.imprint.front()->top() - look_.line;
    std::vector<Rule> rules;
    for (const Rule& rule : page.page->rules) {
      if (is_level(rule) && rule.y > top && rule.width > s_.style.area_width() * 9 / 10 &&
          rule.y < s_.foot() + 10000)
        rules.push_back(rule);
    }
    std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.y < b.y; });
    const int lowest = rules.empty() ? page.imprint.back()->foot() : rules.back().y + rules.back().height;
    if (std::abs(lowest - s_.foot()) > 1000)
      add(diagnose(imprint_not_at_foot, {}, mm(std::abs(lowest - s_.foot()))), page);
    for (std::size_t i = 0; i < rules.size(); ++i) {
      const bool outer = i == 0 || i + 1 == rules.size();
      const int wanted = outer ? look_.outer_rule : look_.inner_rule;
      if (std::abs(rules[i].height - wanted) <= 60) continue;
      const auto in_hundredths = [](int um) {
        return "0." + std::string(um < 95 ? "0" : "") + std::to_string((um + 5) / 10);
      };
      add(diagnose(imprint_rule, {}, in_hundredths(rules[i].height), in_hundredths(wanted)), page);
    }
  }

  const Survey& s_;
  const pages::ImprintLook& look_;
  Findings& findings_;
};

}  // namespace

void check_signature(const Survey& s, Findings& findings) {
  if (s.date != nullptr) SignaturePlace(s, findings).check();
}

void check_imprint(const Survey& s, Findings& findings) { ImprintPlace(s, findings).check(); }

}  // namespace anjuan::measurement
