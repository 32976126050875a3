#pragma once
// What a paper says, before it is set: blocks in reading order, each with its role. Knows no case,
// no inspector and no number; the style (pages/style.h) decides how each role looks.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "pages/bytes.h"

namespace anjuan::pages {

/// Roles of type, resolved to files by pages/fonts.h.
enum class FontRole { fang_song, xiao_biao_song, kai, hei, song };

/// A run of text in one look. `font` unset: the block's own.
struct Run {
  std::string text;  ///< UTF-8; U+2028 forces a line end
  std::optional<FontRole> font;
  bool underline = false;
  int blank_width_um = 0;  ///< > 0: a ruled blank for handwriting of this width (µm) instead of text
};
using Runs = std::vector<Run>;

enum class Align { justify, left, center, right };

/// The roles a paragraph can have; each style says font, size, indent, alignment and spacing of it.
enum class Role {
  title,  // 标题
  subtitle,
  number,         // 发文字号
  addressee,      // 主送机关
  body,           // 正文
  heading1,       // 一、
  heading2,       // （一）
  heading3,       // 1.
  attachment,     // 附件说明
  note,           // 附注
  footnote_line,  // 一式两份… at the foot of an enforcement document
  form_label,     // text in tables
  form_text,
  small,
  masthead,     // 发文机关标志 (red)
  copy_number,  // 份号
  secrecy,      // 密级和保密期限
  urgency,      // 紧急程度
  annex,        // 附件 and its number, at the head of a page of its own
  annex_title,  // title of an annex
  attendance,   // 出席、请假、列席 of a 纪要
};

struct Paragraph {
  Role role = Role::body;
  Runs runs;
  std::optional<Align> align;
  std::optional<int> indent_chars;  ///< first line, in characters of the block; unset: the style's
  bool keep_with_next = false;
  std::vector<std::string> signers{};  ///< 签发人, beside the number of a paper to a higher organ
};

/// 发文机关标志 of organs that issue together: their names below one another, `words` (文件) beside them.
struct JointMasthead {
  std::vector<std::string> organs;
  std::string words;
};

struct QrCode {
  int size = 0;            ///< modules per side
  std::vector<bool> dark;  ///< row by row
  int width_um = 25000;
  Align align = Align::right;
  bool beside = false;  ///< beside the lines that follow, which must leave it room
};

/// A picture, PNG or JPEG (a photo, a screenshot). It is read when it is set and again when it is written.
struct Photo {
  ReadBytes read;
  int width_um = 0;  ///< 0: the width of the type area
  std::string caption;
};

struct Cell;
struct Row {
  std::vector<Cell> cells;
  int min_height_um = 0;
  bool header = false;  ///< repeated on each page
};
/// Ruled table. Column widths are shares: {1, 3} gives a quarter and three quarters.
struct Table {
  std::vector<int> columns;
  std::vector<Row> rows;
  bool ruled = true;
  int font_size_tenths = 0;  ///< tenths of a point; 0: the style's table size
};

/// 落款: name of the organ over the date, room for the seal (GB/T 9704-2012, 7.3.5).
struct Signature {
  std::vector<std::string> organs;  ///< with `stamp`: the office of each signatory (签发人职务)
  std::string date;
  bool seal = true;    ///< 7.3.5.1 with seal, else 7.3.5.2
  bool stamp = false;  ///< 7.3.5.3: the signatory's own stamp in place of the organ's seal
};

/// A line of places to sign: "检查人员签名：____、____    日期：____".
struct SignLine {
  Runs runs;
  Align align = Align::left;
};

/// A new page; from there on the pages lie or stand as `landscape` says, or as before.
struct PageBreak {
  std::optional<bool> landscape{};
};
struct Space {
  int height_um = 0;
};
/// A rule across the type area.
struct Rule {
  int thickness_um = 350;
  bool red = false;
};

/// 版记
struct Imprint {
  std::vector<std::string> copied_to;  ///< 抄送
  std::string printed_by, printed_on;  ///< 印发机关, 印发日期
  std::string addressed_to{};          ///< 主送, where it leaves no room for the body on the first page
};

using Block = std::variant<Paragraph, Table, Signature, SignLine, QrCode, Photo, PageBreak, Space, Rule,
                           Imprint, JointMasthead>;

struct Cell {
  std::vector<Block> blocks;
  int column_span = 1, row_span = 1;
  std::optional<Align> align;
  bool middle = true;  ///< vertical: centred, else top
};

/// A value as it was printed and the field it came from: to say where a character comes from that no font has.
struct PrintedValue {
  std::string text, field;
  Place place;  ///< of the field in its template
};

/// A whole paper.
struct Manuscript {
  std::string style;  ///< id of a style file: "official-letter", "enforcement", "internal-form", …
  bool landscape = false;
  std::string title;  ///< for document properties and bookmarks
  std::string language = "zh-CN";
  std::vector<Block> blocks;
  std::string watermark;       ///< "送审稿", "示例", … ; "" none
  std::string header, footer;  ///< small text in the margin: "journal head …" on internal tables; "" none
  bool page_numbers = true;
  std::vector<PrintedValue> printed{};
};

}  // namespace anjuan::pages
