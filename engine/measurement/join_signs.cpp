#include "measurement/join_signs.h"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>

#include "pages/punctuation.h"

namespace anjuan::measurement {
namespace {

bool is_blank(char32_t c) {
  return c == 0x20 || c == 0xa0 || c == 0x3000 || c == 0x09 || c == 0x2002 || c == 0x2003;
}

/// The value that most characters have.
template <class Signs, class Get>
int most(const Signs& signs, Get get) {
  std::map<int, int> counts;
  for (const Sign& sign : signs) counts[get(sign)] += pages::is_han(sign.character) ? 3 : 1;
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

/// What a heading in a line that runs on may take: "（一）提高认识。".
std::span<const Sign> opening_of(const std::vector<Sign>& signs) {
  const auto stop = std::find_if(signs.begin(), signs.end(), [](const Sign& s) { return s.character == U'。' || s.character == U'：'; });
  return {signs.begin(), stop == signs.begin() ? signs.end() : stop};
}

Line line_of(const std::vector<Sign>& signs) {
  Line line;
  line.downward = signs.front().downward;
  line.x = signs.front().x;
  line.baseline = signs.front().baseline;
  line.size = most(signs, [](const Sign& s) { return s.size; });
  line.font = most(signs, [](const Sign& s) { return s.font; });
  line.opening_font = most(opening_of(signs), [](const Sign& s) { return s.font; });
  line.color = signs.front().color;
  for (const Sign& sign : signs) line.text += sign.character == 0 ? U'□' : sign.character;
  const Sign& last = signs.back();
  const bool half = pages::is_closing_mark(last.character) && last.width * 10 > last.size * 8;
  const int end = (line.downward ? last.baseline : last.x) + last.width - (half ? last.width / 2 : 0);
  line.length = end - (line.downward ? line.baseline : line.x);
  line.right = line.downward ? line.x : end;
  return line;
}

/// Along the line and across it, so that lines that read downward are joined alike.
int along(const Sign& sign) { return sign.downward ? sign.baseline : sign.x; }
int across(const Sign& sign) { return sign.downward ? sign.x : sign.baseline; }

class Joiner {
 public:
  explicit Joiner(std::vector<Line>& lines) : lines_(lines) {}

  void add(const Sign& sign) {
    constexpr int kSameLine = 350;
    if (!run_.empty()) {
      const Sign& last = run_.back();
      const int gap = along(sign) - along(last) - last.width;
      const bool follows = last.downward == sign.downward &&
                           std::abs(across(last) - across(sign)) <= kSameLine &&
                           gap < std::max(last.size, sign.size) * 6 / 5 && gap > -last.size * 4 / 5;
      if (!follows) end();
    }
    run_.push_back(sign);
  }
  void end() {
    if (!run_.empty()) lines_.push_back(line_of(run_));
    run_.clear();
  }

 private:
  std::vector<Line>& lines_;
  std::vector<Sign> run_;
};

}  // namespace

std::vector<Line> join_signs(std::vector<Sign> signs) {
  std::erase_if(signs, [](const Sign& s) {
    return is_blank(s.character) || !(s.upright || s.downward) || s.size < 500;
  });
  // Baselines that differ by less than a third of a millimetre are one.
  std::stable_sort(signs.begin(), signs.end(), [](const Sign& a, const Sign& b) {
    return std::tuple(a.downward, across(a), along(a)) < std::tuple(b.downward, across(b), along(b));
  });
  for (auto from = signs.begin(); from != signs.end();) {
    const auto to = std::find_if(from, signs.end(), [&](const Sign& s) {
      return s.downward != from->downward || across(s) - across(*from) > 350;
    });
    std::stable_sort(from, to, [](const Sign& a, const Sign& b) { return along(a) < along(b); });
    from = to;
  }
  std::vector<Line> lines;
  Joiner joiner(lines);
  for (const Sign& sign : signs) joiner.add(sign);
  joiner.end();
  return lines;
}

}  // namespace anjuan::measurement
