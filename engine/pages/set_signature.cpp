// 落款: organ, date and the room for the seal (GB/T 9704-2012, 7.3.5). The seal itself is left to ink.

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
    draw(text, type, x, slice);
    return slice;
  }
  void draw(const std::string& text, const Type& in, int x, Slice& slice) const {
    set_line(text, in, {}, x, baseline_in(line, in.size), types, slice.marks);
  }
  /// The type in which a name is no wider than `room`: closer first, then smaller.
  Type fitted(const std::string& text, int room) const {
    const int natural = width_of(text, type, types);
    if (natural <= room || natural == 0) return type;
    const int count = static_cast<int>(count_characters(text));
    Type close = type;
    close.extra = -std::min(type.size / 12, (natural - room + count - 1) / count);
    const std::int64_t width = width_of(text, close, types);
    if (width > room) {
      close.size = static_cast<int>(close.size * std::int64_t{room} / width);
      close.extra = static_cast<int>(close.extra * std::int64_t{room} / width);
    }
    return close;
  }
  /// Blank lines above.
  Slice below(int lines, Slice slice) const {
    slice.before = line * lines;
    return slice;
  }
};

/// The middle of a seal over a name in a line `height` high: the name and the date below it lie a little
/// under the middle, and the top is within a line of the text (7.3.5.1).
SealPlace seal_over(const std::string& organ, int middle, int height) {
  return {0, middle, height - height / 3, organ};
}

/// 7.3.5.1: date four characters in from the right, organ centred above it. A long organ name moves
/// both to the left until it ends two characters before the date's right side would.
Slices sealed_one(const Signature& signature, const Signing& signing) {
  const SealLook& look = signing.types.style.seal;
  const int em = signing.type.size;
  const std::string& organ = signature.organs.front();
  const int date_width = width_of(signature.date, signing.type, signing.types);
  const Type fitted = signing.fitted(organ, signing.column.width - 2 * em);
  const int organ_width = width_of(organ, fitted, signing.types);
  int middle = signing.column.width - look.date_inset * em - date_width / 2;
  middle = std::min(middle, signing.column.width - 2 * em - organ_width / 2);
  middle = std::max(middle, organ_width / 2);
  Slice name = signing.text_line("", 0);
  signing.draw(organ, fitted, signing.left_for(organ_width, middle, 0), name);
  name.seals.push_back(seal_over(organ, middle, signing.line));
  name.keep_with_next = true;
  return {signing.below(look.above, name),
          signing.text_line(signature.date, signing.left_for(date_width, middle, 0))};
}

/// Where the organs of one row stand: the middle of the last, and how far apart their middles are, so that
/// seals neither touch nor reach beyond the type area; `per_row` at most.
struct Seats {
  int last = 0, apart = 0;
  int room = 0;  ///< for a name
  int per_row = 1;
};
Seats seats_of(const Signature& signature, const Signing& signing, int per_row) {
  const SealLook& look = signing.types.style.seal;
  const int em = signing.type.size;
  const int last =
      signing.column.width - look.date_inset * em - width_of(signature.date, signing.type, signing.types) / 2;
  int name = 0;
  for (const std::string& organ : signature.organs) name = std::max(name, width_of(organ, signing.type, signing.types));
  // A long name at the end of a row moves it to the left.
  const int within = std::max(look.diameter / 2, std::min(last, signing.column.width - name / 2));
  if (per_row < 2) return {within, 0, signing.column.width};
  const int apart = std::min(std::max(look.diameter + 4000, name + em), (within - look.diameter / 2) / (per_row - 1));
  // Names that would have to be smaller than the text stand in fewer columns.
  if (name > apart - em / 2) return seats_of(signature, signing, per_row - 1);
  return {within, apart, apart, per_row};
}

/// 7.3.5.1, several organs: side by side in rows, each with room for its seal; the date under the last.
Slices sealed_many(const Signature& signature, const Signing& signing) {
  const SealLook& look = signing.types.style.seal;
  const int count = static_cast<int>(signature.organs.size());
  const Seats seats = seats_of(signature, signing, std::min(look.per_row, count));
  const int per_row = seats.per_row;
  Slices slices;
  for (int first = 0; first < count; first += per_row) {
    // Seals of two rows must not touch: from name to name a diameter and a margin.
    const int apart = (look.diameter + signing.line / 4 + signing.line - 1) / signing.line - 1;
    Slice row = signing.below(first == 0 ? look.above : apart, signing.text_line("", 0));
    row.keep_with_next = true;
    const int end = std::min(count, first + per_row);  // an unfilled row stands to the right
    for (int i = first; i < end; ++i) {
      const Type fitted = signing.fitted(signature.organs[i], seats.room - signing.type.size / 2);
      const int middle = seats.last - (end - 1 - i) * seats.apart;
      const int width = width_of(signature.organs[i], fitted, signing.types);
      signing.draw(signature.organs[i], fitted, std::max(0, middle - width / 2), row);
      row.seals.push_back(seal_over(signature.organs[i], middle, signing.line));
    }
    slices.push_back(std::move(row));
  }
  const int width = width_of(signature.date, signing.type, signing.types);
  slices.push_back(signing.text_line(signature.date, seats.last - width / 2));
  return slices;
}

/// 7.3.5.2: organ two characters in from the right, date below it beginning two characters further
/// right; a longer date stands two characters in and the organ moves left.
Slices unsealed(const Signature& signature, const Signing& signing) {
  const SealLook& look = signing.types.style.seal;
  const int em = signing.type.size, right = signing.column.width - look.organ_inset * em;
  const int date_width = width_of(signature.date, signing.type, signing.types);
  Slices slices;
  int widest = 0;
  const auto fitted = [&](const std::string& organ) { return signing.fitted(organ, right); };
  for (const std::string& organ : signature.organs)
    widest = std::max(widest, width_of(organ, fitted(organ), signing.types));
  const bool date_fits = right - widest + 2 * em + date_width <= right;
  const int left = date_fits ? right - widest : right - date_width - 2 * em;
  for (const std::string& organ : signature.organs) {
    slices.push_back(signing.text_line("", 0));
    signing.draw(organ, fitted(organ), std::max(0, left), slices.back());
    slices.back().keep_with_next = true;
  }
  const int date_left = signature.organs.empty() ? right - date_width : left + 2 * em;
  slices.push_back(signing.text_line(signature.date, std::max(0, date_left)));
  slices.front() = signing.below(look.above_unsealed, slices.front());
  return slices;
}

/// 7.3.5.3: two lines below the text the place of the signatory's stamp, four characters in; his office
/// left of it, two characters apart; one line below the date, four characters in.
Slices stamped(const Signature& signature, const Signing& signing) {
  const SealLook& look = signing.types.style.seal;
  const int em = signing.type.size, right = signing.column.width - look.date_inset * em;
  Slices slices;
  for (const std::string& office : signature.organs) {
    const int room = (look.stamp_height + signing.line - 1) / signing.line;
    const int width = width_of(office, signing.type, signing.types);
    const int left = std::max(0, right - look.stamp_width - 2 * em - width);
    slices.push_back(
        signing.below(slices.empty() ? look.stamp_above : room - 1, signing.text_line(office, left)));
    slices.back().keep_with_next = true;
  }
  const int width = width_of(signature.date, signing.type, signing.types);
  slices.push_back(signing.below(1, signing.text_line(signature.date, right - width)));
  return slices;
}

}  // namespace

Slices set_signature(const Signature& signature, const Column& column, TypeCase& types) {
  const Type type = body_type(column, types.style);
  const Signing signing{column, type, line_of(column, type, types.style), types};
  Slices slices;
  if (signature.stamp)
    slices = stamped(signature, signing);
  else if (!signature.seal || signature.organs.empty())
    slices = unsealed(signature, signing);
  else if (signature.organs.size() == 1)
    slices = sealed_one(signature, signing);
  else
    slices = sealed_many(signature, signing);
  // The seal reaches about a line below the date: nothing is printed there.
  if (signature.seal && !signature.stamp && !column.in_table) slices.back().after = signing.line;
  return slices;
}

}  // namespace anjuan::pages
