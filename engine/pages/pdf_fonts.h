#pragma once
// The fonts of one PDF: which glyphs are used, their subsets, and the code of each glyph. A glyph that
// stands for two characters (二 and ⼆) gets one code in each of two fonts, so that the text of the file
// is exact.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "pages/fonts.h"
#include "pages/setting.h"

namespace anjuan::pages {

/// One subset: a face, its glyphs with their characters, and after `make` all that is written of it.
struct UsedFont {
  int face = 0;
  std::unordered_map<std::uint32_t, char32_t> characters;  ///< glyph → character
  std::unordered_map<std::uint32_t, std::uint32_t> codes;  ///< glyph → code
  std::vector<std::uint32_t> glyphs;                       ///< ascending
  FontSubset subset;
  // As they stand in the file, made once however many files share them.
  std::string tag, packed_file, packed_unicode, widths;
};

class FontUses {
 public:
  explicit FontUses(const Fonts& fonts) : fonts_(fonts) {}

  void note(const Page& page);
  void note(const Words& words);
  /// Makes the subsets; no note() after it.
  Diagnostics make();

  struct Coded {
    int font = 0;  ///< index into fonts()
    std::uint32_t code = 0;
  };
  Coded coded(int face, const Glyph& glyph) const;
  /// Width as the PDF says it, thousandths of the size.
  int width(int font, std::uint32_t glyph) const;
  const std::vector<UsedFont>& used() const { return used_; }
  const Fonts& fonts() const { return fonts_; }

 private:
  std::size_t font_for(int face, const Glyph& glyph);

  const Fonts& fonts_;
  std::vector<UsedFont> used_;
  std::map<int, std::vector<std::size_t>> of_face_;  ///< face → its subsets, in order of making
};

/// Name of a font in the resources of pages.
std::string font_name(std::size_t index);

}  // namespace anjuan::pages
