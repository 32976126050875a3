#include "measurement/check_paper.h"

#include <algorithm>
#include <limits>

#include "measurement/messages.h"
#include "measurement/survey.h"

namespace anjuan::measurement {
namespace {

/// In the order of reading.
constexpr void (*kChecks[])(const Survey&, Findings&) = {check_sheet,    check_type_area, check_head,
                                                         check_title,    check_headings,  check_line_ends,
                                                         check_signature, check_imprint,   check_page_numbers};

bool has_text(const FinishedPaper& paper) {
  return std::any_of(paper.pages.begin(), paper.pages.end(),
                     [](const FinishedPage& p) { return !p.lines.empty(); });
}

/// 1 for a style that begins with a red mark, of which the paper has none.
std::size_t lacks_mark(const FinishedPaper& paper, const pages::Style& style) {
  const bool red = std::any_of(paper.pages.front().lines.begin(), paper.pages.front().lines.end(),
                               [](const Line& line) { return is_red(line.color); });
  return !red && style.look(pages::Role::masthead).page_top > 0 ? 1 : 0;
}

/// A style whose page follows the national standard.
bool is_standard(const pages::Style& style) { return style.page.clause.starts_with("GB/T"); }

}  // namespace

Diagnostics check_paper(const FinishedPaper& paper, const pages::Style& style) {
  Findings findings(paper);
  const Survey surveyed = survey(paper, style);
  if (!has_text(paper)) {
    findings.add(diagnose(page_is_picture, {}), 1, "");
    return findings.take();
  }
  for (const auto& check : kChecks) check(surveyed, findings);
  return findings.take();
}

const pages::Style& style_for(const FinishedPaper& paper,
                              const std::vector<std::shared_ptr<const pages::Style>>& styles) {
  for (const auto& style : styles) {
    if (style->id == paper.style) return *style;
  }
  const pages::Style* best = styles.front().get();
  std::size_t fewest = std::numeric_limits<std::size_t>::max();
  for (const auto& style : styles) {
    if (!is_standard(*style)) continue;
    const std::size_t count = check_paper(paper, *style).size() + lacks_mark(paper, *style);
    if (count > fewest) continue;
    fewest = count;
    best = style.get();
  }
  return *best;
}

}  // namespace anjuan::measurement
