// 版记: addressees that found no room on the first page, copies, printing (GB/T 9704-2012, 7.4).

#include <utility>

#include "base/text.h"
#include "pages/slices.h"

namespace anjuan::pages {
namespace {

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

/// With its end mark, once.
std::string ended(const std::string& text, const std::string& end) { return text.ends_with(end) ? text : text + end; }

}  // namespace

Slices set_imprint(const Imprint& imprint, const Column& column, TypeCase& types) {
  const ImprintLook& look = types.style.imprint;
  const Type type{FontRole::fang_song, size_in_um(look.size), 0};
  Slice slice;
  slice.at_foot = true;
  slice.even_page = look.even;
  slice.before = look.line;
  const auto rule = [&](int thickness) {
    if (thickness > 0) slice.marks.push_back(Bar{0, slice.height, column.width, thickness, {}});
  };
  rule(look.outer_rule);
  slice.height = look.outer_rule;
  const bool printed = !imprint.printed_by.empty() || !imprint.printed_on.empty();
  const bool copied = !imprint.copied_to.empty();
  if (!imprint.addressed_to.empty()) {
    imprint_lines(look.addressed_to, ended(imprint.addressed_to, look.end), type, column, types, slice);
    if (printed && !copied) rule(look.inner_rule);
  }
  if (copied) {
    imprint_lines(look.copied_to, ended(join(imprint.copied_to, look.between), look.end), type, column, types,
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
