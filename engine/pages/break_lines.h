#pragma once
// Where lines end: ICU's rules for Chinese (strict: 避头尾), then our own: numbers, dates and document
// numbers stay whole where that is possible, a closing mark may reach into the margin, no paragraph
// ends on a line of one character.

#include <memory>
#include <string>
#include <vector>

#include "pages/shape.h"

namespace anjuan::pages {

/// Possible line ends and word ends of a text; costly to make, so one for each paper.
class BreakFinder {
 public:
  BreakFinder();
  ~BreakFinder();
  /// For each item, whether a line may end before it.
  std::vector<bool> line_ends(const std::vector<Item>& items);
  /// For each item, whether a word begins there (Chinese words by dictionary).
  std::vector<bool> word_begins(const std::vector<Item>& items);

 private:
  struct Iterators;
  std::unique_ptr<Iterators> iterators_;
};

/// Items [begin, end) on one line; spaces at its end are left out. `stretch` (µm, also negative) is
/// to be spread over the gaps of a justified line; 0 for lines that stay ragged.
struct LineOfItems {
  std::size_t begin = 0, end = 0;
  int width = 0;  ///< natural
  int stretch = 0;
};

struct Measure {
  int first = 0;  ///< µm, width of the first line
  int rest = 0;   ///< µm, width of the others
  bool justify = false;
};

/// How unwelcome a line end before each item is, in hundredths of a character of shortness that one would
/// rather bear: 0 free. Dates, sums, numbers with their units and document numbers stay whole on lines of
/// `width` µm that are long enough for it; on the short lines of a table that is a wish.
std::vector<int> reluctance(const std::vector<Item>& items, int width);

/// Gaps of a line that may be stretched.
int soft_gaps(const std::vector<Item>& items, const LineOfItems& line);

/// Lines filled one after the other.
std::vector<LineOfItems> break_lines(const std::vector<Item>& items, const Measure& measure,
                                     BreakFinder& finder);

enum class LineShape {
  even,    ///< labels
  tapered  ///< titles: 梯形 or 菱形
};
/// As few lines as fit the width, or one more, of the wanted shape, words kept whole (GB/T 9704-2012, 7.3.1).
std::vector<LineOfItems> balance_lines(const std::vector<Item>& items, int width, LineShape shape,
                                       BreakFinder& finder);

}  // namespace anjuan::pages
