#pragma once
// A paper cut into slices: pieces that never split (a line, a table row, a picture). Setting a block
// makes slices; filling pages stacks them.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "pages/break_lines.h"
#include "pages/fonts.h"
#include "pages/manuscript.h"
#include "pages/setting.h"
#include "pages/style.h"

namespace anjuan::pages {

struct Slice {
  int height = 0;
  int before = 0;            ///< space above, dropped at the head of a page
  int after = 0;             ///< space below, dropped at the foot of a page
  std::optional<int> place;  ///< its top from the head of the type area, unless others reach below it
  bool keep_with_next = false;
  bool snap = false;       ///< stands on the grid
  bool at_foot = false;    ///< 版记: its foot is the foot of the type area
  bool body = false;       ///< text of the body or a heading of it
  bool no_body = false;    ///< space, or a list of attachments: not text that a signature may follow alone
  bool even_page = false;  ///< stands on a page with an even number only (7.4)
  std::string heading;     ///< for the bookmarks
  int level = 0;
  std::vector<Mark> marks;       ///< from the slice's upper left corner
  std::vector<SealPlace> seals;  ///< from the same corner
  std::vector<Mark> if_first;    ///< added where a page begins with this slice (split rows)
  std::vector<Mark> if_last;     ///< added where a page ends with it
  std::shared_ptr<const std::vector<Slice>> head_rows;  ///< repeated where a page begins with this slice
};
using Slices = std::vector<Slice>;

/// What setting a block needs: the type case (字盘) of one paper.
struct TypeCase {
  const Style& style;
  const Fonts& fonts;
  BreakFinder& finder;
  Diagnostics& problems;
  int page_height = 0;  ///< of the type area
};

/// Where blocks stand: the column they fill, and the size of type forced by a table.
struct Column {
  int width = 0;
  bool in_table = false;
  int size = 0;  ///< tenths of a point; 0: the role's own
  std::optional<Align> align;
};

Slices set_paragraph(const Paragraph&, const Column&, TypeCase&);
Slices set_sign_line(const SignLine&, const Column&, TypeCase&);
Slices set_table(const Table&, const Column&, TypeCase&);
Slices set_signature(const Signature&, const Column&, TypeCase&);
Slices set_imprint(const Imprint&, const Column&, TypeCase&);
Slices set_joint_masthead(const JointMasthead&, const Column&, TypeCase&);
Slices set_photo(const Photo&, const Column&, TypeCase&);
Slices set_code(const QrCode&, const Column&);
/// All blocks of a paper or a cell, with the rules that join them.
Slices set_blocks(const std::vector<Block>&, const Column&, TypeCase&);

/// Height of slices stacked, with the spaces between them.
int height_of(const Slices&);
/// One line of text without breaking it, its left end at `x`, baseline at `y`; returns its width.
int set_line(const std::string& text, const Type&, Color, int x, int y, TypeCase&, std::vector<Mark>& into);
int width_of(const std::string& text, const Type&, TypeCase&);
/// The baseline within a line of height `line`: the character's square stands in the middle, 88
/// hundredths of it above the baseline.
int baseline_in(int line, int size);
/// A rule as bars, its upper edge at `y`; returns its whole height.
int draw_rule(const RuleLook&, int x, int y, int width, std::vector<Mark>& into);

}  // namespace anjuan::pages
