// Paragraphs, lines to sign on, and single lines of text.

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "pages/slices.h"

namespace anjuan::pages {
namespace {

/// Blanks of a line to sign on are made shorter, down to 15 mm, until the line fits.
void shorten_blanks(std::vector<Item>& items, int width) {
  constexpr int kShortest = 15000;
  int over = -width, spare = 0;
  for (const Item& item : items) {
    over += item.width;
    if (item.character == 0) spare += std::max(0, item.width - kShortest);
  }
  if (over <= 0 || spare < over) return;
  for (Item& item : items) {
    if (item.character != 0) continue;
    const int own = std::max(0, item.width - kShortest);
    const int less = static_cast<int>((std::int64_t{over} * own + spare - 1) / spare);
    item.width -= less;
  }
}

/// A look with the column's wishes applied.
struct Dressed {
  RoleLook look;
  Type type;
  int line = 0;
  int character = 0;  ///< width of one character with the grid's share
};

/// Body text within a table is table text: the grid of the page does not reach into cells.
const RoleLook& look_in(const Column& column, Role role, const Style& style) {
  const bool plain = role == Role::body || role == Role::addressee || role == Role::heading1 ||
                     role == Role::heading2 || role == Role::heading3;
  return style.look(column.in_table && plain ? Role::form_text : role);
}

Dressed dress(const Column& column, Role role, const Style& style) {
  Dressed dressed{look_in(column, role, style), {}, 0, 0};
  RoleLook& look = dressed.look;
  const bool table_text = column.in_table && (look.size == style.look(Role::form_text).size);
  if (table_text && column.size > 0) {
    look.line = look.line * column.size / look.size;
    look.size = column.size;
  }
  const int size = size_in_um(look.size);
  const bool on_grid = !column.in_table && look.size == style.look(Role::body).size && look.line == 0;
  const int extra = on_grid ? std::clamp(style.grid_character() - size, -size / 20, size / 10) : 0;
  dressed.type = {look.font, size, extra};
  dressed.line = look.line > 0     ? look.line
                 : column.in_table ? size * style.table.line_percent / 100
                                   : std::max(style.grid_line(), size * 5 / 4);
  dressed.character = size + extra;
  return dressed;
}

/// Marks of one line, its left end at x.
class LineDrawer {
 public:
  LineDrawer(const std::vector<Item>& items, const LineOfItems& line, Color color, int blank_rule)
      : items_(items), line_(line), color_(color), blank_rule_(blank_rule) {}

  void draw(int x, int y, std::vector<Mark>& into) {
    int left_over = line_.stretch, gaps = soft_gaps(items_, line_);
    for (std::size_t i = line_.begin; i < line_.end; ++i) {
      const Item& item = items_[i];
      int advance = item.width;
      if (gaps > 0 && i + 1 < line_.end && !item.rigid) {
        const int share = left_over / gaps;
        advance += share;
        left_over -= share;
        --gaps;
      }
      place(item, x, y, advance, into);
      x += advance;
    }
    flush(into);
  }

 private:
  void place(const Item& item, int x, int y, int advance, std::vector<Mark>& into) {
    if (item.underline) underline(item, x, y, advance);
    if (item.character == 0) {
      flush_words(into);
      return;
    }
    if (words_.glyphs.empty() || words_.face != item.face || words_.size != item.size) {
      flush_words(into);
      words_ = {x, y, item.face, item.size, color_, {}};
    }
    words_.glyphs.push_back({item.glyph, item.character, advance});
  }

  void underline(const Item& item, int x, int y, int advance) {
    const int top = y + item.size * 14 / 100;
    if (!rules_.empty() && rules_.back().x + rules_.back().width == x && rules_.back().y == top)
      rules_.back().width += advance;
    else
      rules_.push_back({x, top, advance, blank_rule_, color_});
  }

  void flush_words(std::vector<Mark>& into) {
    if (!words_.glyphs.empty()) into.push_back(std::move(words_));
    words_ = {};
  }

  void flush(std::vector<Mark>& into) {
    flush_words(into);
    for (const Bar& rule : rules_) into.push_back(rule);
    rules_.clear();
  }

  const std::vector<Item>& items_;
  const LineOfItems& line_;
  Color color_;
  int blank_rule_;
  Words words_;
  std::vector<Bar> rules_;
};

/// Length of a label such as "附件：", "1." or "附件：1." at the head, in items.
std::size_t label_length(const std::vector<Item>& items) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < items.size() && i < 8; ++i) {
    const char32_t c = items[i].character;
    if (c == U'：' || c == U'.' || c == U'．' || c == U'、') end = i + 1;
    if (end > 0 && i >= end && !(c >= U'0' && c <= U'9')) break;
  }
  while (end > 0 && end < items.size() && items[end].character == U' ') ++end;
  return end;
}

int width_of_items(const std::vector<Item>& items, std::size_t end) {
  int width = 0;
  for (std::size_t i = 0; i < end; ++i) width += items[i].width;
  return width;
}

/// Left ends of the first and the other lines.
struct Indents {
  int first = 0, rest = 0;
};

Indents indents_of(const Paragraph& paragraph, const Dressed& dressed, const std::vector<Item>& items,
                   const Column& column) {
  const int left = dressed.look.left * dressed.character;
  int chars = paragraph.indent_chars.value_or(dressed.look.indent);
  if (!dressed.look.hang) return {left + chars * dressed.character, left};
  // 7.3.4: "附件：" begins two characters in; numbers of further lines stand under the first one.
  const std::size_t label = label_length(items);
  const bool has_head = std::any_of(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(label),
                                    [](const Item& item) { return item.character == U'：'; });
  const bool continued = label > 0 && !has_head && !paragraph.indent_chars && dressed.look.hang;
  if (continued) chars += 3;
  const int first = left + chars * dressed.character;
  const int hanging = first + width_of_items(items, label);
  return {first, hanging < column.width / 2 ? hanging : left};
}

/// Smaller type until the line fits.
void fit_line(const Paragraph& paragraph, Dressed& dressed, int width, std::vector<Item>& items,
              TypeCase& types) {
  const int natural = width_of_items(items, items.size());
  if (natural <= width || natural == 0) return;
  dressed.type.size = static_cast<int>(std::int64_t{dressed.type.size} * width / natural);
  Diagnostics already;
  items = shape(paragraph.runs, dressed.type, types.fonts, already);
}

/// A paragraph in a cell that is underlined to its end is a filled-in blank: its rule reaches the side.
void extend_underline(const std::vector<Item>& items, const Column& column, Align align, Slices& slices) {
  if (!column.in_table || items.empty() || !items.back().underline || items.back().character == 0) return;
  if (align == Align::center || align == Align::right) return;
  for (Slice& slice : slices) {
    Bar* rule = slice.marks.empty() ? nullptr : std::get_if<Bar>(&slice.marks.back());
    if (rule != nullptr) rule->width = std::max(rule->width, column.width - rule->x);
  }
}

Align align_of(const Paragraph& paragraph, const RoleLook& look, const Column& column) {
  if (paragraph.align) return *paragraph.align;
  if (column.align) return *column.align;
  return look.align;
}

int left_end(Align align, int indent, int room, const LineOfItems& line) {
  const int free = std::max(0, room - line.width);
  if (align == Align::center) return indent + free / 2;
  if (align == Align::right) return indent + free;
  return indent;
}

std::string heading_text(const Paragraph& paragraph) {
  std::string text;
  for (const Run& run : paragraph.runs) text += run.text;
  if (find_invalid_utf8(text)) return {};
  std::u32string all = to_u32(text);
  std::erase(all, kLineEnd);
  std::u32string head = all.substr(0, std::min<std::size_t>(all.find(U'。'), 40));
  if (head.size() == 40) head += U"…";
  return to_utf8(head);
}

bool is_heading(Role role) { return role == Role::heading1 || role == Role::heading2 || role == Role::heading3; }

/// First and last two lines of a paragraph stay together; a title stays whole; some stay with what follows.
void tie_lines(Slices& slices, bool whole, bool with_next) {
  const std::size_t n = slices.size();
  for (std::size_t i = 0; whole && i + 1 < n; ++i) slices[i].keep_with_next = true;
  if (n >= 2) {
    slices[0].keep_with_next = true;
    slices[n - 2].keep_with_next = true;
  }
  if (n > 0 && with_next) slices[n - 1].keep_with_next = true;
}

Slices draw_lines(const std::vector<Item>& items, const std::vector<LineOfItems>& lines,
                  const Indents& indents, Align align, int right, const Dressed& dressed,
                  const Column& column, TypeCase& types) {
  Slices slices;
  for (const LineOfItems& line : lines) {
    Slice slice;
    slice.height = dressed.line;
    const int indent = slices.empty() ? indents.first : indents.rest;
    const int x = left_end(align, indent, column.width - indent - right, line);
    LineDrawer(items, line, dressed.look.color, types.style.sign.blank_rule)
        .draw(x, baseline_in(dressed.line, dressed.type.size), slice.marks);
    slices.push_back(std::move(slice));
  }
  return slices;
}

void add_rule_below(const Dressed& dressed, const Column& column, const Style& style, Slices& slices) {
  const RuleLook& rule = dressed.look.rule_below;
  if (rule.kind == RuleLook::Kind::none || slices.empty()) return;
  Slice& last = slices.back();
  const int foot = baseline_in(dressed.line, dressed.type.size) + dressed.type.size * 12 / 100;
  const int top = foot + rule.distance;
  // A rule of its own length stands in the middle of the page, others fill the column.
  const int width = rule.width > 0 ? rule.width : column.width;
  const int x = rule.width > 0 ? (style.page.width - width) / 2 - style.page.left : 0;
  const int height = draw_rule(rule, x, top, width, last.marks);
  last.height = std::max(last.height, top + height);
}

/// A paragraph whose place is given from the edge of the page (7.2.4, 10.1).
void place_from_top(const Dressed& dressed, const Style& style, Slices& slices) {
  if (dressed.look.page_top == 0 || slices.empty()) return;
  const int wanted = dressed.look.page_top - style.page.top;
  const int now = baseline_in(dressed.line, dressed.type.size) - dressed.type.size * 88 / 100;
  slices.front().place = wanted - now;
}

/// 7.2.6: names of the signers in rows, the last of them beside the number; `slices` holds the number's line.
void add_signers(const std::vector<std::string>& signers, const Dressed& dressed, const Column& column,
                 TypeCase& types, Slices& slices) {
  const SignerLook& look = types.style.signer;
  const Type names{look.font, dressed.type.size, dressed.type.extra};
  const int em = dressed.character, per_row = std::min<int>(look.per_row, static_cast<int>(signers.size()));
  int widest = 0;
  for (const std::string& name : signers) widest = std::max(widest, width_of(name, names, types));
  const int pitch = widest + em, label = width_of(look.label, dressed.type, types);
  const int left = column.width - look.inset * em - per_row * pitch + em;
  const auto rows = (signers.size() + per_row - 1) / per_row;
  Slices above(rows - 1);
  for (Slice& slice : above) {
    slice.height = dressed.line;
    slice.keep_with_next = true;
  }
  slices.insert(slices.begin(), above.begin(), above.end());
  const int y = baseline_in(dressed.line, dressed.type.size);
  set_line(look.label, dressed.type, {}, left - label, y, types, slices.front().marks);
  for (std::size_t i = 0; i < signers.size(); ++i) {
    const int x = left + static_cast<int>(i % per_row) * pitch;
    set_line(signers[i], names, {}, x, y, types, slices[i / per_row].marks);
  }
}

}  // namespace

int baseline_in(int line, int size) { return (line - size) / 2 + size * 88 / 100; }

int draw_rule(const RuleLook& rule, int x, int y, int width, std::vector<Mark>& into) {
  const int thick = rule.thickness, thin = std::max(150, thick / 3), gap = thick;
  if (rule.kind == RuleLook::Kind::single) {
    into.push_back(Bar{x, y, width, thick, rule.color});
    return thick;
  }
  const bool thick_first = rule.kind == RuleLook::Kind::thick_thin;
  const int upper = thick_first ? thick : thin, lower = thick_first ? thin : thick;
  into.push_back(Bar{x, y, width, upper, rule.color});
  into.push_back(Bar{x, y + upper + gap, width, lower, rule.color});
  return upper + gap + lower;
}

int width_of(const std::string& text, const Type& type, TypeCase& types) {
  const auto items = shape({{text, std::nullopt, false, 0}}, type, types.fonts, types.problems);
  return width_of_items(items, items.size());
}

int set_line(const std::string& text, const Type& type, Color color, int x, int y, TypeCase& types,
             std::vector<Mark>& into) {
  const auto items = shape({{text, std::nullopt, false, 0}}, type, types.fonts, types.problems);
  const LineOfItems line{0, items.size(), width_of_items(items, items.size()), 0};
  LineDrawer(items, line, color, types.style.sign.blank_rule).draw(x, y, into);
  return line.width;
}

Slices set_paragraph(const Paragraph& paragraph, const Column& column, TypeCase& types) {
  Dressed dressed = dress(column, paragraph.role, types.style);
  std::vector<Item> items = shape(paragraph.runs, dressed.type, types.fonts, types.problems);
  const int right = dressed.look.right * dressed.character;
  if (dressed.look.fit) fit_line(paragraph, dressed, column.width - right, items, types);
  const bool signed_for = !paragraph.signers.empty();  // 7.2.6: the number moves to the left
  const Align align = signed_for ? Align::left : align_of(paragraph, dressed.look, column);
  const bool ragged = align == Align::center || align == Align::right;
  Indents indents = indents_of(paragraph, dressed, items, column);
  if (signed_for)
    indents.first = indents.rest = types.style.signer.inset * dressed.character;
  else if (ragged && !paragraph.indent_chars)
    indents.first = indents.rest = dressed.look.left * dressed.character;
  const Measure measure{column.width - indents.first - right, column.width - indents.rest - right,
                        align == Align::justify};
  shorten_blanks(items, measure.first);
  const LineShape shape = column.in_table ? LineShape::even : LineShape::tapered;
  const auto lines = dressed.look.balanced ? balance_lines(items, measure.first, shape, types.finder)
                                           : break_lines(items, measure, types.finder);
  Slices slices = draw_lines(items, lines, indents, align, right, dressed, column, types);
  if (signed_for) add_signers(paragraph.signers, dressed, column, types, slices);
  extend_underline(items, column, align, slices);
  for (Slice& slice : slices)
    slice.snap = !column.in_table && dressed.look.snap && dressed.line == types.style.grid_line();
  // A numbered paragraph of three lines is text, whatever it is called.
  const bool runs_on = is_heading(paragraph.role) && slices.size() > 2;
  tie_lines(slices, dressed.look.balanced, !runs_on && (dressed.look.keep_with_next || paragraph.keep_with_next));
  add_rule_below(dressed, column, types.style, slices);
  if (!column.in_table) place_from_top(dressed, types.style, slices);
  slices.front().before = dressed.look.before;
  slices.back().after = dressed.look.after;
  if (paragraph.role == Role::heading1 && !column.in_table) {
    slices.front().heading = heading_text(paragraph);
    slices.front().level = 1;
  }
  return slices;
}

Slices set_sign_line(const SignLine& sign, const Column& column, TypeCase& types) {
  Dressed dressed = dress(column, column.in_table ? Role::form_text : Role::body, types.style);
  const bool on_grid = !column.in_table && types.style.page.snap;
  if (!on_grid) dressed.line = std::max(dressed.line, types.style.sign.line);
  auto items = shape(sign.runs, dressed.type, types.fonts, types.problems);
  shorten_blanks(items, column.width);
  const Measure measure{column.width, column.width, false};
  const auto lines = break_lines(items, measure, types.finder);
  Slices slices = draw_lines(items, lines, {}, sign.align, 0, dressed, column, types);
  for (std::size_t i = 0; i + 1 < slices.size(); ++i) slices[i].keep_with_next = true;
  for (Slice& slice : slices) {
    slice.at_foot = column.in_table;
    slice.snap = on_grid;
  }
  return slices;
}

}  // namespace anjuan::pages
