#pragma once
// How each role of a manuscript looks and where it stands, read from templates/styles/*.xml. Each
// figure there names the clause it comes from; none stands here.

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "pages/manuscript.h"
#include "xml/outline.h"

namespace anjuan::pages {

struct Color {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Color&) const = default;
};

/// One size of type: tenths of a point → micrometres (1 pt = 25400/72 µm), rounded half up.
constexpr int size_in_um(int tenths_of_point) { return (tenths_of_point * 3175 * 2 + 90) / (90 * 2); }

/// The sheet and its type area (版心), upright.
struct PageLook {
  int width = 0, height = 0;
  int top = 0, bottom = 0, left = 0, right = 0;
  int lines = 0, characters = 0;  ///< the grid of the type area
  int most_lines = 0;             ///< lines it may be squeezed to, to save a last page less than half full
  bool snap = false;              ///< lines stand on the grid also after tables and pictures
  std::string clause;
};

/// One rule or a pair of them below a paragraph (red line, 7.2.7; pair of the letter form, 10.1).
struct RuleLook {
  enum class Kind { none, single, thick_thin, thin_thick };
  Kind kind = Kind::none;
  int distance = 0;   ///< from the foot of the type above, or from the top of the page
  int thickness = 0;  ///< of the (thick) rule
  int width = 0;      ///< 0: the type area's
  Color color;
};

struct RoleLook {
  FontRole font = FontRole::fang_song;
  int size = 160;  ///< tenths of a point
  Align align = Align::justify;
  int indent = 0;             ///< first line, characters
  int left = 0, right = 0;    ///< all lines, characters
  int line = 0;               ///< µm from baseline to baseline; 0: the grid's
  int before = 0, after = 0;  ///< µm
  bool keep_with_next = false;
  bool hang = false;      ///< lines after the first align with the name after a label or number (7.3.4)
  bool balanced = false;  ///< several lines are made even, words are not split (7.3.1)
  bool snap = true;       ///< on the grid, where the page has one
  bool fit = false;       ///< one line: made smaller until it fits (7.2.4)
  int page_top = 0;       ///< > 0: as first block, its top stands there, from the edge of the page
  Color color;
  RuleLook rule_below;
  std::string clause;
};

struct TableLook {
  int size = 120;  ///< tenths of a point
  int line_percent = 150;
  int pad_across = 0, pad_down = 0;
  int inner_rule = 0, outer_rule = 0;
  std::string clause;
};

struct NumberLook {
  enum class Place { none, outer, center };
  Place place = Place::none;
  bool dashes = false;  ///< — 1 —
  bool first = true;    ///< also on the first page
  int distance = 0;     ///< from the foot of the type area to the top of the dash
  int inset = 0;        ///< characters from the side of the type area
  int size = 140;
  FontRole font = FontRole::song;
  std::string clause;
};

struct SealLook {
  int above = 0;           ///< blank lines between body and organ, room for the seal (7.3.5.1)
  int above_unsealed = 0;  ///< (7.3.5.2)
  int date_inset = 0;      ///< characters between date and right side, with seal
  int organ_inset = 0;     ///< characters between organ and right side, without seal
  int per_row = 3;         ///< organs side by side
  int diameter = 42000;    ///< of a seal, µm
  int stamp_width = 25000, stamp_height = 14000;  ///< of a signatory's stamp, µm (7.3.5.3)
  int stamp_above = 2;                            ///< blank lines between body and stamp
  std::string clause;
};

/// Small text in the margins and the watermark.
struct MarginLook {
  int size = 90;
  int header_top = 0, footer_bottom = 0;  ///< µm from the edges of the page
  Align align = Align::left;
  int watermark_size = 1000;
  Color watermark_color{225, 225, 225};
};

/// 版记 (7.4): its rules and the words around what the manuscript says.
struct ImprintLook {
  int size = 140;  ///< tenths of a point
  int line = 0;    ///< µm
  int outer_rule = 0, inner_rule = 0;
  std::string addressed_to, copied_to, between, end, printed;  ///< 主送：, 抄送：, ，, 。, 印发
  bool even = false;                                           ///< on a page with an even number only
  std::string clause;
};

/// 签发人 beside the number (7.2.6).
struct SignerLook {
  std::string label;  ///< 签发人：
  FontRole font = FontRole::kai;
  int inset = 0;    ///< characters from both sides of the type area
  int per_row = 2;  ///< names side by side
  std::string clause;
};

struct SignLook {
  int line = 0;        ///< µm: room to write a name
  int blank_rule = 0;  ///< thickness of a ruled blank
};

constexpr int kRoleCount = 21;
constexpr int kRequiredRoles = 15;  ///< the first ones; others look like one of these if left out

struct Style {
  std::string id;
  PageLook page;
  std::array<RoleLook, kRoleCount> roles;
  TableLook table;
  NumberLook number;
  SealLook seal;
  MarginLook margin;
  SignLook sign;
  ImprintLook imprint;
  SignerLook signer;
  RuleLook first_page_rule;  ///< stands on the first page, from its top (10.1)

  const RoleLook& look(Role role) const { return roles[static_cast<std::size_t>(role)]; }
  int area_width() const { return page.width - page.left - page.right; }
  int area_height() const { return page.height - page.top - page.bottom; }
  int grid_line() const { return area_height() / page.lines; }
  int grid_character() const { return area_width() / page.characters; }
};

/// The elements and attributes of a style file (for its reference page and schema).
const xml::Outline& style_outline();

}  // namespace anjuan::pages
