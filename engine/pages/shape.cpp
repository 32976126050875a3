#include "pages/shape.h"

#include <algorithm>
#include <cstdint>

#include "base/text.h"
#include "pages/messages.h"
#include "pages/punctuation.h"

namespace anjuan::pages {
namespace {

/// Font units at a size in µm, rounded half up.
int scaled(int units, int units_per_em, int size) {
  return static_cast<int>((std::int64_t{units} * size * 2 + units_per_em) / (std::int64_t{units_per_em} * 2));
}

std::string code_point(char32_t character) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string text = "U+";
  for (int shift = character > 0xffff ? 20 : 12; shift >= 0; shift -= 4)
    text += kDigits[character >> shift & 0xf];
  return text;
}

/// The words around a place, to find it by.
std::string excerpt(std::u32string_view text, std::size_t at) {
  const std::size_t from = at > 6 ? at - 6 : 0;
  return to_utf8(text.substr(from, 13));
}

void report(char32_t character, std::u32string_view text, std::size_t at, Diagnostics& problems) {
  const std::string code = code_point(character);
  const bool known = std::any_of(problems.begin(), problems.end(), [&](const Diagnostic& problem) {
    return problem.row->code == no_glyph.code && problem.values[1].zh == code;
  });
  if (!known) problems.push_back(diagnose(no_glyph, {}, to_utf8(character), code, excerpt(text, at)));
}

/// Characters that shape nothing: joiners, byte order marks, variation selectors, controls.
bool is_invisible(char32_t c) {
  return c < 0x20 || c == 0x7f || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff || c == 0xad ||
         (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
}

class Shaper {
 public:
  Shaper(const Type& type, const Fonts& fonts, Diagnostics& problems)
      : type_(type), fonts_(fonts), problems_(problems) {}

  void add(const Run& run) {
    if (run.blank_width_um > 0) {
      items_.push_back({0, 0, 0, type_.size, run.blank_width_um, true, false});
      return;
    }
    const std::u32string text = to_u32(run.text);
    for (std::size_t i = 0; i < text.size(); ++i) add(run, text, i);
  }

  std::vector<Item> take() { return std::move(items_); }

 private:
  void add(const Run& run, std::u32string_view text, std::size_t at) {
    char32_t character = text[at];
    if (character == U'\n' || character == kLineEnd) {
      items_.push_back({kLineEnd, 0, 0, type_.size, 0, false, false});
      return;
    }
    if (character == U'\t') character = 0x3000;
    if (character == 0xa0) character = U' ';
    if (is_invisible(character)) return;
    const auto found = fonts_.find(run.font.value_or(type_.font), character);
    if (!found) {
      report(character, text, at, problems_);
      return;
    }
    const Face& face = fonts_.face(found->face);
    const int width = scaled(face.advance(found->glyph), face.units_per_em(), type_.size);
    items_.push_back(
        {character, found->glyph, found->face, type_.size, width + type_.extra, run.underline, false});
  }

  const Type& type_;
  const Fonts& fonts_;
  Diagnostics& problems_;
  std::vector<Item> items_;
};

}  // namespace

std::vector<Item> shape(const Runs& runs, const Type& type, const Fonts& fonts, Diagnostics& problems) {
  Shaper shaper(type, fonts, problems);
  for (const Run& run : runs) {
    if (find_invalid_utf8(run.text)) {
      problems.push_back(diagnose(text_not_utf8, {}));
      continue;
    }
    shaper.add(run);
  }
  std::vector<Item> items = shaper.take();
  space_items(items);
  return items;
}

}  // namespace anjuan::pages
