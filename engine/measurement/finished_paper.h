#pragma once
// A finished paper as it lies before us: what stands where on each page, read from the file itself. Lengths
// are whole micrometres; x runs right and y runs down from the upper left corner of the page as shown.

#include <string>
#include <vector>

#include "pages/style.h"

namespace anjuan::measurement {

using pages::Color;

/// One character as it is printed.
struct Sign {
  int x = 0, baseline = 0;
  int width = 0;  ///< its own, without spacing
  int size = 0;   ///< of the type
  char32_t character = 0;
  Color color;
  int font = 0;           ///< index into FinishedPaper::fonts
  bool upright = true;    ///< reads to the right
  bool downward = false;  ///< reads downward, as the number of a lying page
};

/// Signs on one baseline without a gap that looks like another column.
struct Line {
  int x = 0, right = 0;  ///< of what is printed; the empty half of a mark at the end is left out
  int baseline = 0;
  int size = 0;  ///< of most signs
  Color color;
  int font = 0;          ///< of most Chinese signs
  int opening_font = 0;  ///< of most Chinese signs up to the first full stop or colon
  std::u32string text;
  int length = 0;
  bool downward = false;  ///< then x is where the baseline is and `baseline` where the line begins

  int middle() const { return (x + right) / 2; }
  /// The upper edge of the characters' square, which has 88 hundredths above the baseline.
  int top() const { return baseline - size * 88 / 100; }
  int foot() const { return baseline + size * 12 / 100; }
};

/// A filled or drawn bar, level or upright.
struct Rule {
  int x = 0, y = 0, width = 0, height = 0;
  Color color;
};

struct Picture {
  int x = 0, y = 0, width = 0, height = 0;
};

struct FinishedPage {
  int width = 0, height = 0;
  std::vector<Line> lines;  ///< from the head of the page, left to right
  std::vector<Rule> rules;
  std::vector<Picture> pictures;
};

struct FinishedPaper {
  std::string file;
  std::string style;  ///< that the file names; "" if it names none
  std::vector<std::string> fonts;
  std::vector<FinishedPage> pages;
};

}  // namespace anjuan::measurement
