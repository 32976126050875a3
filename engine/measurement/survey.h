#pragma once
// A finished paper seen with the eyes of a style: which lines are body, number, title, imprint.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "measurement/finished_paper.h"

namespace anjuan::measurement {

struct SurveyedPage {
  const FinishedPage* page = nullptr;
  int number = 0;  ///< from 1
  bool lies = false;
  std::vector<const Line*> body;  ///< lines in the size of the body, outside tables, within the type area
  const Line* page_number = nullptr;
  std::string digits;  ///< of the page number
  std::vector<const Line*> imprint;
  bool is_bare() const { return page->lines.empty() || (body.empty() && !imprint.empty()); }
};

struct Survey {
  const FinishedPaper& paper;
  const pages::Style& style;
  int body_size = 0;  ///< as found, µm
  std::vector<SurveyedPage> pages;
  std::vector<const Line*> mark;   ///< red letters at the head of the first page
  std::vector<const Line*> head;   ///< other lines of the head, in the size of the body: number, signers, …
  std::vector<const Line*> title;  ///< lines of the first title, on one page
  int title_page = 0;              ///< from 1; 0: no title
  const Line* date = nullptr;      ///< of the signature
  int date_page = 0;

  int pitch() const { return style.grid_line(); }
  int left() const { return style.page.left; }
  int right() const { return style.page.width - style.page.right; }
  int foot() const { return style.page.height - style.page.bottom; }
  /// The middle of the type area of page `number`, from 1.
  int middle(int number) const;
};

Survey survey(const FinishedPaper& paper, const pages::Style& style);

/// Collects what is found, each with its pages and its clause; the same on several pages is told once.
class Findings {
 public:
  explicit Findings(const FinishedPaper& paper) : paper_(paper) {}
  /// `page` from 1, 0: the paper as a whole; `clause` as styles write it: "GB/T 9704-2012 7.2.4".
  void add(Diagnostic diagnostic, int page, const std::string& clause);
  Diagnostics take();

 private:
  const FinishedPaper& paper_;
  Diagnostics found_;
  std::vector<std::vector<int>> pages_;  ///< of each
};

// One function for each part of a paper.
void check_sheet(const Survey&, Findings&);
void check_type_area(const Survey&, Findings&);
void check_headings(const Survey&, Findings&);
void check_line_ends(const Survey&, Findings&);
void check_page_numbers(const Survey&, Findings&);
void check_head(const Survey&, Findings&);
void check_title(const Survey&, Findings&);
void check_signature(const Survey&, Findings&);
void check_imprint(const Survey&, Findings&);

bool is_red(Color color);
/// Whether a line is in a size that a style gives in tenths of a point.
bool has_size(const Line& line, int tenths_of_point);
/// Millimetres with one decimal.
std::string mm(int um);
/// Points of a size, with a decimal where there is one.
std::string points(int um);
std::string words(const Line& line, std::size_t most = 12);

}  // namespace anjuan::measurement
