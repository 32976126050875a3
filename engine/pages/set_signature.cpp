// 落款 and 版记: organ, date and the room for the seal (GB/T 9704-2012, 7.3.5), copies and printing
// (7.4). The seal itself is left to ink.

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "pages/slices.h"

namespace anjuan::pages {
namespace {

Type body_type(const Column& column, const Style& style) {
  const RoleLook& look = style.look(column.in_table ? Role::form_text : Role::body);
  const int tenths = column.in_table && column.size > 0 ? column.size : look.size;
  return {look.font, size_in_um(tenths), 0};
}

int line_of(const Column& column, const Type& type, const Style& style) {
  if (column.in_table) return type.size * style.table.line_percent / 100;
  const int own = style.look(Role::body).line;
  return own > 0 ? own : style.grid_line();
}

/// One line with a text whose middle is at `middle`, kept within the column.
struct Signing {
  const Column& column;
  Type type;
  int line = 0;
  TypeCase& types;

  /// Left end of a text centred on `middle` and kept `inset` off the right side.
  int left_for(int width, int middle, int inset) const {
    const int left = std::min(middle - width / 2, column.width - inset - width);
    return std::max(0, left);
  }
  Slice text_line(const std::string& text, int x) const {
    Slice slice;
    slice.height = line;
    slice.snap = !column.in_table;
    set_line(text, type, {}, x, baseline_in(line, type.size), types, slice.marks);
    return slice;
  }
  Slice blank(int lines) const {
    Slice slice;
    slice.height = line * lines;
    slice.keep_with_next = true;
    slice.snap = !column.in_table;
    return slice;
  }
};

/// 7.3.5.1: date four characters in from the right, organ centred above it. A long organ name moves
/// both to the left until it ends two characters before the date's right side would.
Slices sealed_one(const Signature& signature, const Signing& signing) {
  const SealLook& look = signing.types.style.seal;
  const int em = signing.type.size;
  const std::string& organ = signature.organs.front();
  const int date_width = width_of(signature.date, signing.type, signing.types);
  const int organ_width = width_of(organ, signing.type, signing.types);
  int middle = signing.column.width - look.date_inset * em - date_width / 2;
  middle = std::min(middle, signing.column.width - 2 * em - organ_width / 2);
  middle = std::max(middle, organ_width / 2);
  Slices slices{signing.blank(look.above), signing.text_line(organ, signing.left_for(organ_width, middle, 0)),
                signing.text_line(signature.date, signing.left_for(date_width, middle, 0))};
  slices[1].keep_with_next = true;
  return slices;
}

/// 7.3.5.1, several organs: side by side in rows, each with room for its seal; the date under the last.
Slices sealed_many(const Signature& signature, const Signing& signing) {
  const SealLook& look = signing.types.style.seal;
  const int count = static_cast<int>(signature.organs.size());
  const int per_row = std::min(look.per_row, count);
  const int share = signing.column.width / per_row;
  Slices slices;
  int middle = 0;
  for (int first = 0; first < count; first += per_row) {
    slices.push_back(signing.blank(first == 0 ? look.above : look.above + 1));
    Slice row;
    row.height = signing.line;
    row.snap = !signing.column.in_table;
    row.keep_with_next = true;
    const int last = std::min(count, first + per_row);
    for (int i = first; i < last; ++i) {
      const int width = width_of(signature.organs[i], signing.type, signing.types);
      const int shift = (per_row - (last - first)) * share;  // an unfilled row stands to the right
      middle = shift + (i - first) * share + share / 2;
      set_line(signature.organs[i], signing.type, {}, signing.left_for(width, middle, 0),
               baseline_in(signing.line, signing.type.size), signing.types, row.marks);
    }
    slices.push_back(std::move(row));
  }
  const int width = width_of(signature.date, signing.type, signing.types);
  slices.push_back(signing.text_line(signature.date, signing.left_for(width, middle, 0)));
  return slices;
}

/// 7.3.5.2: organ two characters in from the right, date below it beginning two characters further
/// right; a longer date stands two characters in and the organ moves left.
Slices unsealed(const Signature& signature, const Signing& signing) {
  const SealLook& look = signing.types.style.seal;
  const int em = signing.type.size, right = signing.column.width - look.organ_inset * em;
  const int date_width = width_of(signature.date, signing.type, signing.types);
  Slices slices{signing.blank(look.above_unsealed)};
  int widest = 0;
  for (const std::string& organ : signature.organs)
    widest = std::max(widest, width_of(organ, signing.type, signing.types));
  const bool date_fits = right - widest + 2 * em + date_width <= right;
  const int left = date_fits ? right - widest : right - date_width - 2 * em;
  for (const std::string& organ : signature.organs) {
    slices.push_back(signing.text_line(organ, std::max(0, left)));
    slices.back().keep_with_next = true;
  }
  const int date_left = signature.organs.empty() ? right - date_width : left + 2 * em;
  slices.push_back(signing.text_line(signature.date, std::max(0, date_left)));
  return slices;
}

/// Lines of the 版记: text one character in from both sides, further lines after the label.
void imprint_lines(const std::string& label, const std::string& text, const Type& type, const Column& column,
                   TypeCase& types, Slice& into) {
  const int line = types.style.imprint.line;
  const int head = width_of(label, type, types);
  set_line(label, type, {}, type.size, into.height + baseline_in(line, type.size), types, into.marks);
  const auto items = shape({{text, std::nullopt, false, 0}}, type, types.fonts, types.problems);
  const int room = column.width - 2 * type.size - head;
  for (const LineOfItems& cut : break_lines(items, {room, room, false}, types.finder)) {
    std::u32string words;
    for (std::size_t i = cut.begin; i < cut.end; ++i) words += items[i].character;
    set_line(to_utf8(words), type, {}, type.size + head, into.height + baseline_in(line, type.size), types,
             into.marks);
    into.height += line;
  }
}

}  // namespace

Slices set_signature(const Signature& signature, const Column& column, TypeCase& types) {
  const Type type = body_type(column, types.style);
  const Signing signing{column, type, line_of(column, type, types.style), types};
  Slices slices;
  if (!signature.seal || signature.organs.empty())
    slices = unsealed(signature, signing);
  else if (signature.organs.size() == 1)
    slices = sealed_one(signature, signing);
  else
    slices = sealed_many(signature, signing);
  // The seal reaches about a line below the date: nothing is printed there.
  if (signature.seal && !column.in_table) slices.back().after = signing.line;
  return slices;
}

Slices set_imprint(const Imprint& imprint, const Column& column, TypeCase& types) {
  const ImprintLook& look = types.style.imprint;
  const Type type{FontRole::fang_song, size_in_um(look.size), 0};
  Slice slice;
  slice.at_foot = true;
  slice.before = look.line;
  const auto rule = [&](int thickness) {
    if (thickness > 0) slice.marks.push_back(Bar{0, slice.height, column.width, thickness, {}});
  };
  rule(look.outer_rule);
  slice.height = look.outer_rule;
  const bool printed = !imprint.printed_by.empty() || !imprint.printed_on.empty();
  if (!imprint.copied_to.empty()) {
    imprint_lines(look.copied_to, join(imprint.copied_to, look.between) + look.end, type, column, types,
                  slice);
    if (printed) rule(look.inner_rule);
  }
  if (printed) {
    const int y = slice.height + baseline_in(look.line, type.size);
    set_line(imprint.printed_by, type, {}, type.size, y, types, slice.marks);
    const std::string on = imprint.printed_on + look.printed;
    set_line(on, type, {}, column.width - type.size - width_of(on, type, types), y, types, slice.marks);
    slice.height += look.line;
  }
  rule(look.outer_rule);
  slice.height += look.outer_rule;
  return {slice};
}

}  // namespace anjuan::pages
