#include "measurement/survey.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/text.h"
#include "pages/margins.h"
#include "pages/punctuation.h"

namespace anjuan::measurement {
namespace {

using pages::Role;
using pages::size_in_um;

/// 0.4 pt: between 16 and 15.75 pt nobody sees a difference, between 16 and 15 pt one does.
constexpr int kSizeTolerance = 141;

bool is_near(int a, int b, int tolerance) { return std::abs(a - b) <= tolerance; }

/// An upright rule beside the line: it stands in a table.
bool in_table(const Line& line, const FinishedPage& page) {
  return std::any_of(page.rules.begin(), page.rules.end(), [&](const Rule& rule) {
    return rule.height > rule.width && rule.y <= line.top() + 1500 &&
           rule.y + rule.height >= line.foot() - 1500;
  });
}

int han_count(const Line& line) {
  return static_cast<int>(std::count_if(line.text.begin(), line.text.end(), pages::is_han));
}

/// The digits of a page number: figures with nothing but dashes around them.
std::string digits_of(const Line& line) {
  std::string digits;
  for (const char32_t c : line.text) {
    if (c >= U'0' && c <= U'9')
      digits += static_cast<char>(c);
    else if (std::u32string_view(U"—–-－─·").find(c) == std::u32string_view::npos)
      return {};
  }
  return digits.size() <= 4 ? digits : std::string();
}

class Surveyor {
 public:
  Surveyor(const FinishedPaper& paper, const pages::Style& style)
      : made_{paper, style, 0, {}, {}, {}, {}, 0, nullptr, 0} {}

  Survey survey() {
    made_.body_size = body_size();
    int number = 0;
    for (const FinishedPage& page : made_.paper.pages) survey_page(page, ++number);
    find_mark();
    find_title();
    part_head();
    find_date();
    return std::move(made_);
  }

 private:
  /// The size that most Chinese characters outside tables have, if it is not the style's own.
  int body_size() const {
    const int own = size_in_um(made_.style.look(Role::body).size);
    constexpr int kLeast = 60;               // fewer characters say nothing
    if (!made_.style.page.snap) return own;  // forms have more small print than body
    std::map<int, int> counts;
    for (const FinishedPage& page : made_.paper.pages) {
      for (const Line& line : page.lines) {
        if (!in_table(line, page))
          counts[is_near(line.size, own, kSizeTolerance) ? own : line.size] += han_count(line);
      }
    }
    int best = own;
    for (const auto& [size, count] : counts) {
      if (count >= kLeast && count > counts[best]) best = size;
    }
    return best;
  }

  bool is_number(const Line& line, bool lies) const {
    if (digits_of(line).empty()) return false;
    if (line.downward) return lies && line.x <= made_.style.page.bottom;
    const int foot = (lies ? made_.style.page.width - made_.style.page.right : made_.foot());
    return line.baseline > foot + 500;
  }

  bool is_imprint(const Line& line) const {
    const pages::ImprintLook& look = made_.style.imprint;
    if (look.size == 0 || !has_size(line, look.size)) return false;
    const std::string text = to_utf8(line.text);
    const auto begins = [&](const std::string& label) { return !label.empty() && text.starts_with(label); };
    return begins(look.copied_to) || begins(look.addressed_to) ||
           (!look.printed.empty() && text.ends_with(look.printed));
  }

  void survey_page(const FinishedPage& page, int number) {
    SurveyedPage made;
    made.page = &page;
    made.number = number;
    made.lies = page.width > page.height;
    for (const Line& line : page.lines) {
      if (is_number(line, made.lies)) {
        made.page_number = &line;
        made.digits = digits_of(line);
      } else if (is_imprint(line)) {
        made.imprint.push_back(&line);
      } else if (!line.downward && is_near(line.size, made_.body_size, kSizeTolerance) &&
                 !is_red(line.color) && !in_table(line, page)) {
        made.body.push_back(&line);
      }
    }
    made_.pages.push_back(std::move(made));
  }

  void find_mark() {
    constexpr int kLeast = 5000;  // 14 pt: the names of many organs
    for (const Line& line : made_.paper.pages.front().lines) {
      if (is_red(line.color) && line.size >= kLeast) made_.mark.push_back(&line);
    }
  }

  void find_title() {
    const int size = size_in_um(made_.style.look(Role::title).size);
    for (const SurveyedPage& page : made_.pages) {
      for (const Line& line : page.page->lines) {
        if (is_red(line.color) || line.downward || in_table(line, *page.page)) continue;
        const bool goes_on = !made_.title.empty() &&
                             is_near(line.size, made_.title.back()->size, kSizeTolerance) &&
                             line.baseline - made_.title.back()->baseline < made_.pitch() * 3 / 2;
        const bool begins = made_.title.empty() && line.size > made_.body_size + kSizeTolerance * 2 &&
                            is_near(line.size, size, size / 4);
        if (!goes_on && !made_.title.empty()) return;
        if (begins || goes_on) made_.title.push_back(&line);
        if (begins) made_.title_page = page.number;
      }
      if (!made_.title.empty() || !page.body.empty()) return;
    }
  }

  /// What stands between the mark and the title, or the first line below a mark without title, is no body.
  void part_head() {
    std::vector<const Line*>& body = made_.pages.front().body;
    if (made_.mark.empty() || body.empty()) return;
    const bool titled = made_.title_page == 1;
    const int end = titled ? made_.title.front()->baseline : body.front()->baseline + 1000;
    const auto first =
        std::stable_partition(body.begin(), body.end(), [&](const Line* l) { return l->baseline < end; });
    made_.head.assign(body.begin(), first);
    body.erase(body.begin(), first);
  }

  static bool is_date(const Line& line) {
    const std::u32string& text = line.text;
    const auto year = text.find(U'年'), month = text.find(U'月'), day = text.find(U'日');
    if (text.size() > 12 || day != text.size() - 1 || year == std::u32string::npos ||
        month == std::u32string::npos)
      return false;
    return year == 4 && year < month && month < day && month - year <= 4 && day - month <= 4 &&
           month - year > 1 && day - month > 1;
  }

  /// The last line that is nothing but a date, in the right half.
  void find_date() {
    for (const SurveyedPage& page : made_.pages) {
      if (page.lies) continue;
      for (const Line* line : page.body) {
        if (!is_date(*line) || line->middle() < page.page->width / 2) continue;
        made_.date = line;
        made_.date_page = page.number;
      }
    }
  }

  Survey made_;
};

/// 第 1、3—5 页
Wording told(const std::vector<int>& pages) {
  std::string zh, en;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    std::size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
    const std::string from = std::to_string(pages[i]), to = std::to_string(pages[last]);
    zh += (i == 0 ? "" : "、") + from + (last > i ? "—" + to : "");
    en += (i == 0 ? "" : ", ") + from + (last > i ? "–" + to : "");
    i = last;
  }
  return {"第 " + zh + " 页", (pages.size() > 1 ? "pages " : "page ") + en};
}

}  // namespace

Survey survey(const FinishedPaper& paper, const pages::Style& style) {
  return Surveyor(paper, style).survey();
}

int Survey::middle(int number) const {
  const bool lies = pages[static_cast<std::size_t>(number - 1)].lies;
  const pages::PageLook look = lies ? pages::turned(style.page) : style.page;
  return (look.left + look.width - look.right) / 2;
}

void Findings::add(Diagnostic diagnostic, int page, const std::string& clause) {
  const auto known = std::find_if(found_.begin(), found_.end(), [&](const Diagnostic& d) {
    return d.row == diagnostic.row && d.values == diagnostic.values;
  });
  if (known != found_.end()) {
    std::vector<int>& pages = pages_[static_cast<std::size_t>(known - found_.begin())];
    if (pages.back() != page) pages.push_back(page);
    return;
  }
  diagnostic.place.file = paper_.file;
  const std::size_t space = clause.rfind(' ');
  if (space != std::string::npos)
    diagnostic.basis = LegalBasis{clause.substr(0, space), "第" + clause.substr(space + 1) + "条"};
  else if (!clause.empty())
    diagnostic.basis = LegalBasis{clause, ""};
  found_.push_back(std::move(diagnostic));
  pages_.push_back({page});
}

Diagnostics Findings::take() {
  for (std::size_t i = 0; i < found_.size(); ++i) {
    if (pages_[i].front() > 0) found_[i].place.within = told(pages_[i]);
  }
  return std::move(found_);
}

bool is_red(Color color) { return color.red > 140 && color.green < 110 && color.blue < 110; }

bool has_size(const Line& line, int tenths_of_point) {
  return is_near(line.size, size_in_um(tenths_of_point), kSizeTolerance);
}

std::string mm(int um) {
  const int tenths = (std::abs(um) + 50) / 100;
  return (um < 0 && tenths > 0 ? "-" : "") + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string points(int um) {
  const int tenths = static_cast<int>((std::int64_t{um} * 720 + 12700) / 25400);
  const std::string whole = std::to_string(tenths / 10);
  return tenths % 10 == 0 ? whole : whole + "." + std::to_string(tenths % 10);
}

std::string words(const Line& line, std::size_t most) {
  return to_utf8(line.text.substr(0, most)) + (line.text.size() > most ? "…" : "");
}

}  // namespace anjuan::measurement
