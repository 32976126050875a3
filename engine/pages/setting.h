#pragma once
// Pages with positioned marks: what set_pages makes and write_pdf, write_text and bind read. Lengths
// are whole micrometres; x runs right and y runs down from the upper left corner of the page.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pages/style.h"

namespace anjuan::pages {

struct PlacedPicture;  // pages/photo.h

/// One glyph of a face and the character that it stands for; `advance` in µm to the next glyph.
struct Glyph {
  std::uint32_t id = 0;
  char32_t character = 0;
  int advance = 0;
};

/// Glyphs of one face and size on one line; (x, y) is the left end of the baseline.
struct Words {
  int x = 0, y = 0;
  int face = 0;  ///< index into Fonts
  int size = 0;  ///< µm
  Color color;
  std::vector<Glyph> glyphs;
  bool turned = false;  ///< reads downward: upright where a lying page is held as the others
};

/// A filled rectangle: a rule, a ruled blank, an underline.
struct Bar {
  int x = 0, y = 0, width = 0, height = 0;
  Color color;
};

/// A matrix code, row by row, drawn as squares.
struct CodeSquares {
  int x = 0, y = 0, width = 0;
  int modules = 0;
  std::vector<bool> dark;
};

struct Image {
  int x = 0, y = 0, width = 0, height = 0;
  std::shared_ptr<const PlacedPicture> picture;
};

/// Watermark: large pale letters behind the text, turned by 45 degrees around (x, y), drawn as
/// outlines so that the words of the page stay alone in the text of the file.
struct Ghost {
  int x = 0, y = 0;
  int size = 0;
  Color color;
  std::vector<Words> words;  ///< before turning: their x and y are from the middle of the watermark
};

/// A path, filled and drawn along: charts. Its points are counted from (x, y).
struct Figure {
  struct Step {
    enum class Kind { move, line, curve, close };
    Kind kind = Kind::move;
    std::vector<int> at;  ///< x, y; of a curve the two control points before them
  };
  int x = 0, y = 0;
  std::vector<Step> steps;
  std::optional<Color> fill, line;
  int thickness = 0;
  int dash = 0, gap = 0;  ///< of a dashed line
};

using Mark = std::variant<Words, Bar, CodeSquares, Image, Ghost, Figure>;

struct Page {
  int width = 210000, height = 297000;
  std::vector<Mark> marks;
  bool bare = false;  ///< without a number: blank, or with nothing but the 版记
};

/// A place in the paper for the reader's list of bookmarks; page from 0.
struct Heading {
  std::string title;
  int page = 0;
  int level = 0;
};

/// Where a seal belongs, and whose (7.3.5.1): its middle from the upper left corner of the page; page from 0.
struct SealPlace {
  int page = 0;
  int middle_x = 0, middle_y = 0;
  std::string organ{};
};

struct Setting {
  std::string title;
  std::string language = "zh-CN";
  std::vector<Page> pages;
  std::vector<Heading> headings;
  std::string style{};  ///< id of the style it was set in
  std::string watermark{};
  std::vector<SealPlace> seals{};
};

/// Moves a mark by (dx, dy).
void move_mark(Mark& mark, int dx, int dy);

}  // namespace anjuan::pages
