// Lines of a title: 词意完整，排列对称，长短适宜，梯形或者菱形 (GB/T 9704-2012, 7.3.1); labels of a form:
// even.

#include <algorithm>
#include <cstdint>
#include <limits>

#include "pages/break_lines.h"
#include "pages/punctuation.h"

namespace anjuan::pages {
namespace {

bool is_gap(char32_t c) { return c == U' ' || c == U'\u3000'; }

/// For each item, how many quotation marks, title marks and brackets stand open before it.
std::vector<int> open_pairs(const std::vector<Item>& items) {
  std::vector<int> open;
  int depth = 0;
  for (const Item& item : items) {
    open.push_back(depth);
    if (is_opening_mark(item.character)) ++depth;
    const bool pair =
        is_closing_mark(item.character) &&
        std::u32string_view(U"，。、；：！？").find(item.character) == std::u32string_view::npos;
    if (pair && depth > 0) --depth;
  }
  return open;
}

/// Organs that issue together stand in a title with spaces between them: up to where no name may be cut, the
/// first characters of the last one included.
std::size_t end_of_names(const std::vector<Item>& items) {
  constexpr std::size_t kNameBegins = 7;
  std::size_t end = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (is_gap(items[i].character)) end = i;
  }
  return end == 0 ? 0 : std::min(items.size(), end + kNameBegins);
}

/// Cheapest way to cut items into lines, looked for among all of them: titles are short.
class Balancer {
 public:
  Balancer(const std::vector<Item>& items, int width, LineShape shape, BreakFinder& finder)
      : items_(items),
        width_(width),
        size_(std::max(1, items.front().size)),
        shape_(shape),
        allowed_(finder.line_ends(items)),
        words_(finder.word_begins(items)),
        open_(open_pairs(items)),
        dislikes_(reluctance(items, width)),
        names_end_(end_of_names(items)) {
    sums_.push_back(0);
    for (const Item& item : items) sums_.push_back(sums_.back() + item.width);
  }

  /// The best cut into `count` lines becomes the best of all if it beats what was found before by more
  /// than one line is worth.
  void try_count(int count) {
    count_ = count;
    mean_ = sums_.back() / count;
    const std::int64_t handicap = best_.empty() ? 0 : square(9 * size_);
    ends_.clear();
    search(0, handicap);
  }
  std::vector<LineOfItems> best() const {
    std::vector<LineOfItems> lines;
    std::size_t begin = 0;
    for (const std::size_t end : best_) {
      lines.push_back({begin, end, static_cast<int>(sums_[end] - sums_[begin]), 0});
      begin = end;
    }
    return lines;
  }

 private:
  static std::int64_t square(std::int64_t value) { return value * value; }

  void search(std::size_t begin, std::int64_t cost) {
    const std::size_t n = items_.size();
    const bool last = static_cast<int>(ends_.size()) + 1 == count_;
    for (std::size_t end = last ? n : begin + 1; end <= n; ++end) {
      if (sums_[end] - sums_[begin] > width_) break;
      if (end < n && !allowed_[end]) continue;
      if (end == n && !last) break;
      const std::int64_t total = cost + cost_of(begin, end);
      const auto lines_left = static_cast<std::int64_t>(count_) - static_cast<std::int64_t>(ends_.size()) - 1;
      if (total >= best_cost_ || sums_[n] - sums_[end] > lines_left * width_) continue;
      ends_.push_back(end);
      if (!last)
        search(end, total);
      else if (const std::int64_t whole = total + cost_of_shape(); whole < best_cost_) {
        best_cost_ = whole;
        best_ = ends_;
      }
      ends_.pop_back();
    }
  }

  std::int64_t cost_of(std::size_t begin, std::size_t end) const {
    const bool tapered = shape_ == LineShape::tapered;
    std::int64_t cost = square(sums_[end] - sums_[begin] - mean_) / (tapered ? 4 : 1);
    if (end < items_.size()) {
      if (!words_[end]) cost += square((tapered ? 60 : 4) * size_);
      if (open_[end] > 0) cost += square((tapered ? 20 : 7) * size_);  // what is quoted stays together
      const bool lone =
          is_han(items_[end].character) && words_[end] && (end + 1 >= items_.size() || words_[end + 1]);
      if (lone) cost += square((tapered ? 5 : 2) * size_);  // a word such as 的 or 和 heads no line
      if (tapered && end <= names_end_ && !is_gap(items_[end - 1].character)) cost += square(25 * size_);  // no name is cut
      cost += square(std::int64_t{dislikes_[end]} * size_ / 100);
    }
    if (end - begin < 3) cost += square(20 * size_);
    return cost;
  }

  std::int64_t width_at(std::size_t line) const {
    return sums_[ends_[line]] - sums_[line == 0 ? 0 : ends_[line - 1]];
  }

  /// Lines that grow, that shrink, or that grow and then shrink, by half a character at least.
  std::int64_t cost_of_shape() const {
    if (shape_ == LineShape::even || count_ < 2) return 0;
    int turns = 0, direction = 0;
    bool rhombus = true;
    for (std::size_t line = 1; line < ends_.size(); ++line) {
      const std::int64_t step = width_at(line) - width_at(line - 1);
      if (step * 2 < size_ && -step * 2 < size_) return square(10 * size_);
      const int now = step > 0 ? 1 : -1;
      if (direction != 0 && now != direction) ++turns;
      if (direction < 0 && now > 0) rhombus = false;
      direction = now;
    }
    return turns == 0 || (turns == 1 && rhombus) ? 0 : square(12 * size_);
  }

  const std::vector<Item>& items_;
  std::int64_t width_, size_;
  LineShape shape_;
  std::vector<bool> allowed_, words_;
  std::vector<int> open_, dislikes_;
  std::size_t names_end_;
  std::vector<std::int64_t> sums_;
  int count_ = 0;
  std::int64_t mean_ = 0, best_cost_ = std::numeric_limits<std::int64_t>::max();
  std::vector<std::size_t> ends_, best_;
};

/// Text without line ends of its own.
std::vector<LineOfItems> balance_part(const std::vector<Item>& items, int width, LineShape shape,
                                      BreakFinder& finder) {
  constexpr std::size_t kMostItems = 160;
  constexpr int kMostLines = 6;
  const std::vector<LineOfItems> filled = break_lines(items, {width, width, false}, finder);
  const int fewest = static_cast<int>(filled.size());
  if (fewest < 2 || fewest > kMostLines || items.size() > kMostItems) return filled;
  Balancer balancer(items, width, shape, finder);
  balancer.try_count(fewest);
  balancer.try_count(fewest + 1);
  std::vector<LineOfItems> lines = balancer.best();
  return lines.empty() ? filled : lines;
}

}  // namespace

std::vector<LineOfItems> balance_lines(const std::vector<Item>& items, int width, LineShape shape,
                                       BreakFinder& finder) {
  std::vector<LineOfItems> lines;
  for (auto from = items.begin();;) {
    const auto to = std::find_if(from, items.end(), [](const Item& i) { return i.character == kLineEnd; });
    const auto offset = static_cast<std::size_t>(from - items.begin());
    for (LineOfItems line : balance_part({from, to}, width, shape, finder)) {
      line.begin += offset;
      line.end += offset;
      lines.push_back(line);
    }
    if (to == items.end()) return lines;
    from = to + 1;
  }
}

}  // namespace anjuan::pages
