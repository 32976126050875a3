#include "pages/break_lines.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include "pages/punctuation.h"

namespace anjuan::pages {
namespace {

bool is_space(const Item& item) { return item.character == U' ' || item.character == 0x3000; }

/// Never at the head of a line (also where ICU would allow it).
constexpr std::u32string_view kNeverFirst = U"，。、；：？！）〕】」』》〉”’·～—…％%℃";
/// Never at the foot of a line.
constexpr std::u32string_view kNeverLast = U"（〔【「『《〈“‘～";

bool forbidden(char32_t before, char32_t after) {
  if (is_in(after, kNeverFirst)) return before != U' ';
  return is_in(before, kNeverLast);
}

/// Half a character for a closing mark, which may stand in the margin.
int overhang(const Item& item) {
  const bool whole = item.width * 10 > item.size * 7;  // not yet taken by a mark that follows
  return is_closing_mark(item.character) && whole ? item.size / 2 : 0;
}

/// Sum of widths before each item.
std::vector<std::int64_t> running_widths(const std::vector<Item>& items) {
  std::vector<std::int64_t> sums{0};
  for (const Item& item : items) sums.push_back(sums.back() + item.width);
  return sums;
}

class LineFiller {
 public:
  LineFiller(const std::vector<Item>& items, const Measure& measure, BreakFinder& finder)
      : items_(items),
        measure_(measure),
        allowed_(finder.line_ends(items)),
        dislikes_(reluctance(items, std::min(measure.first, measure.rest))),
        sums_(running_widths(items)) {}

  std::vector<LineOfItems> fill() {
    std::size_t begin = 0;
    while (begin < items_.size()) {
      const int width = lines_.empty() ? measure_.first : measure_.rest;
      const std::size_t end = choose_end(begin, width);
      add_line(begin, end, width);
      begin = end;
      if (begin < items_.size() && items_[begin].character == kLineEnd) ++begin;
    }
    if (lines_.empty()) lines_.push_back({});
    mend_last_line();
    return std::move(lines_);
  }

 private:
  /// Natural width of [begin, end) without spaces at its end.
  int width_of(std::size_t begin, std::size_t end) const {
    while (end > begin && is_space(items_[end - 1])) --end;
    return static_cast<int>(sums_[end] - sums_[begin]);
  }

  bool fits(std::size_t begin, std::size_t end, int width) const {
    std::size_t last = end;
    while (last > begin && is_space(items_[last - 1])) --last;
    if (last == begin) return true;
    const Item& item = items_[last - 1];
    // A closing mark reaches into the margin by its empty half; the other half is taken from the
    // gaps of a line long enough that nobody sees it.
    const int slack = is_closing_mark(item.character) && width > item.size * 16 ? item.size / 2 + 200 : 0;
    return width_of(begin, end) - overhang(item) - slack <= width;
  }

  std::size_t choose_end(std::size_t begin, int width) const {
    std::size_t best = 0;
    std::int64_t best_cost = std::numeric_limits<std::int64_t>::max();
    std::size_t end = begin;
    while (end < items_.size()) {
      if (items_[end].character == kLineEnd) return end;
      ++end;
      if (!fits(begin, end, width)) break;
      if (end == items_.size() || items_[end].character == kLineEnd) return end;
      if (!allowed_[end]) continue;
      const std::int64_t shortness = std::max(0, width - width_of(begin, end));
      const std::int64_t dislike = std::int64_t{dislikes_[end]} * items_[begin].size / 100;
      const std::int64_t cost = shortness * shortness + dislike * dislike;
      if (cost <= best_cost) {
        best = end;
        best_cost = cost;
      }
    }
    if (best > begin) return best;
    return std::max(begin + 1, end - 1);  // nothing allowed fits: cut where the line is full
  }

  void add_line(std::size_t begin, std::size_t end, int width) {
    LineOfItems line{begin, end, 0, 0};
    while (line.end > line.begin && is_space(items_[line.end - 1])) --line.end;
    line.width = width_of(line.begin, line.end);
    const bool last = end >= items_.size() || items_[end].character == kLineEnd;
    line.stretch = stretch_of(line, width, last);
    lines_.push_back(line);
  }

  int stretch_of(const LineOfItems& line, int width, bool last) const {
    if (line.end <= line.begin) return 0;
    const Item& item = items_[line.end - 1];
    const int wanted = width + (line.width > width ? overhang(item) : 0);
    const int missing = wanted - line.width;
    if (missing < 0) return missing;
    if (last || !measure_.justify) return 0;
    // Wider gaps than a twelfth of a character look like spaces, and are read as such.
    const int gaps = soft_gaps(items_, line);
    return gaps > 0 && missing <= gaps * item.size / 12 ? missing : 0;
  }

  /// A last line of one character (and its full stop) takes another from the line above.
  void mend_last_line() {
    if (lines_.size() < 2) return;
    const LineOfItems last = lines_.back();
    const LineOfItems above = lines_[lines_.size() - 2];
    const auto letters = std::count_if(items_.begin() + last.begin, items_.begin() + last.end,
                                       [](const Item& item) { return !is_closing_mark(item.character); });
    if (above.end != last.begin || letters != 1 || last.width > 3 * items_[last.begin].size) return;
    std::size_t cut = last.begin - 1;
    while (cut > above.begin + 4 && (!allowed_[cut] || dislikes_[cut] > 0)) --cut;
    if (cut <= above.begin + 4 || last.begin - cut > 6) return;
    const std::size_t end = items_.size();
    lines_.resize(lines_.size() - 2);
    add_line(above.begin, cut, lines_.empty() ? measure_.first : measure_.rest);
    add_line(cut, end, measure_.rest);
  }

  const std::vector<Item>& items_;
  const Measure& measure_;
  std::vector<bool> allowed_;
  std::vector<int> dislikes_;
  std::vector<std::int64_t> sums_;
  std::vector<LineOfItems> lines_;
};

icu::UnicodeString to_icu(const std::vector<Item>& items, std::vector<int>& offsets) {
  icu::UnicodeString text;
  for (const Item& item : items) {
    offsets.push_back(text.length());
    text.append(static_cast<UChar32>(item.character == 0 ? U'口' : item.character));
  }
  return text;
}

std::vector<bool> boundaries(icu::BreakIterator* iterator, const std::vector<Item>& items) {
  std::vector<int> offsets;
  const icu::UnicodeString text = to_icu(items, offsets);
  std::vector<bool> at(items.size(), iterator == nullptr);
  if (iterator == nullptr) return at;
  iterator->setText(text);
  std::size_t item = 0;
  for (int position = iterator->first(); position != icu::BreakIterator::DONE; position = iterator->next()) {
    while (item < offsets.size() && offsets[item] < position) ++item;
    if (item < offsets.size() && offsets[item] == position) at[item] = true;
  }
  return at;
}

}  // namespace

struct BreakFinder::Iterators {
  std::unique_ptr<icu::BreakIterator> lines, words;
};

BreakFinder::BreakFinder() : iterators_(std::make_unique<Iterators>()) {}
BreakFinder::~BreakFinder() = default;

std::vector<bool> BreakFinder::line_ends(const std::vector<Item>& items) {
  if (!iterators_->lines) {
    UErrorCode status = U_ZERO_ERROR;
    iterators_->lines.reset(icu::BreakIterator::createLineInstance(icu::Locale("zh@lb=strict"), status));
    if (U_FAILURE(status)) iterators_->lines.reset();
  }
  std::vector<bool> ends = boundaries(iterators_->lines.get(), items);
  for (std::size_t i = 1; i < ends.size(); ++i) {
    if (ends[i] && forbidden(items[i - 1].character, items[i].character)) ends[i] = false;
  }
  return ends;
}

std::vector<bool> BreakFinder::word_begins(const std::vector<Item>& items) {
  if (!iterators_->words) {
    UErrorCode status = U_ZERO_ERROR;
    iterators_->words.reset(icu::BreakIterator::createWordInstance(icu::Locale("zh"), status));
    if (U_FAILURE(status)) iterators_->words.reset();
  }
  return boundaries(iterators_->words.get(), items);
}

int soft_gaps(const std::vector<Item>& items, const LineOfItems& line) {
  int gaps = 0;
  for (std::size_t i = line.begin; i + 1 < line.end; ++i) gaps += items[i].rigid ? 0 : 1;
  return gaps;
}

std::vector<LineOfItems> break_lines(const std::vector<Item>& items, const Measure& measure,
                                     BreakFinder& finder) {
  return LineFiller(items, measure, finder).fill();
}

}  // namespace anjuan::pages
