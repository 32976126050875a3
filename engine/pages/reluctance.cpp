// What a line should not cut: dates, sums, numbers with their units, document numbers, articles.

#include <algorithm>
#include <string_view>

#include "pages/break_lines.h"
#include "pages/punctuation.h"

namespace anjuan::pages {
namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

constexpr std::u32string_view kUnits = U"年月日时分秒号条款项次个人家件页份元卷册期批级周天万亿千百角岁℃％";
constexpr std::u32string_view kNumerals = U"〇零一二三四五六七八九十百千";

class Reluctance {
 public:
  explicit Reluctance(const std::vector<Item>& items) : items_(items) {}

  /// Hundredths of a character; more than 100 for what must stay whole where it can.
  int before(std::size_t at) const {
    const char32_t last = items_[at - 1].character, next = items_[at].character;
    if (next == U'〔' || last == U'〕' || within_brackets(at)) return 700;
    if (next == U'号' && ends_document_number(at)) return 700;
    if (is_digit(last) && is_in(next, kUnits)) return 250;
    if (is_in(last, U"万亿千百") && is_in(next, U"元人家件") && at >= 2 && is_digit(items_[at - 2].character))
      return 250;
    if (is_in(last, U"年月日时") && is_digit(next) && at >= 2 && is_digit(items_[at - 2].character))
      return 150;
    if (last == U'第' && (is_digit(next) || is_in(next, kNumerals))) return 200;
    return within_ordinal(at) ? 200 : 0;
  }

 private:
  /// Between 〔 and 〕 of a document number.
  bool within_brackets(std::size_t at) const {
    for (std::size_t i = at; i > 0 && at - i < 6; --i) {
      if (items_[i - 1].character == U'〔') return true;
      if (!is_digit(items_[i - 1].character)) return false;
    }
    return false;
  }

  /// Digits before `at`, and 〕 before them: 〔2026〕12
  bool ends_document_number(std::size_t at) const {
    while (at > 0 && is_digit(items_[at - 1].character)) --at;
    return at > 0 && items_[at - 1].character == U'〕';
  }

  /// 第五十二|条: numerals before, 第 before them, a numeral or a unit behind.
  bool within_ordinal(std::size_t at) const {
    if (!is_in(items_[at].character, kNumerals) && !is_in(items_[at].character, kUnits)) return false;
    std::size_t i = at;
    while (i > 0 && is_in(items_[i - 1].character, kNumerals)) --i;
    return i > 0 && i < at && items_[i - 1].character == U'第';
  }

  const std::vector<Item>& items_;
};

}  // namespace

std::vector<int> reluctance(const std::vector<Item>& items, int width) {
  // From sixteen characters on a line can bear to end early; no shortness outweighs a number cut in two.
  constexpr int kWide = 16, kFirm = 5000;
  std::vector<int> all(items.size() + 1, 0);
  if (items.empty()) return all;
  const bool wide = width >= kWide * items.front().size;
  const Reluctance at(items);
  for (std::size_t i = 1; i < items.size(); ++i) {
    const int own = at.before(i);
    all[i] = own > 100 && wide ? kFirm + own : own;
  }
  return all;
}

}  // namespace anjuan::pages
