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

/// Lines filled one after the other.
std::vector<LineOfItems> break_lines(const std::vector<Item>& items, const Measure& measure,
                                     BreakFinder& finder);

/// As few lines as fit the width, of nearly equal length, words kept whole where possible
/// (GB/T 9704-2012, 7.3.1).
std::vector<LineOfItems> balance_lines(const std::vector<Item>& items, int width, BreakFinder& finder);

/// A mark whose right half is empty, such as ，。）》: it may stand in the margin by that half.
bool is_closing_mark(char32_t character);

}  // namespace anjuan::pages
