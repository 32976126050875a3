// 发文机关标志 of several organs (GB/T 9704-2012, 7.2.4): names below one another, all as wide as the widest,
// the word that ends them (文件) to their right, in the middle of their height.

#include <algorithm>

#include "base/text.h"
#include "pages/slices.h"

namespace anjuan::pages {
namespace {

/// A name spread to `width`.
void draw_spread(const std::string& name, Type type, int width, int x, int y, Color color, TypeCase& types,
                 std::vector<Mark>& into) {
  const int count = static_cast<int>(count_characters(name));
  const int natural = width_of(name, type, types);
  if (count > 1) type.extra += std::max(0, width - natural) / (count - 1);
  set_line(name, type, color, count > 1 ? x : x + (width - natural) / 2, y, types, into);
}

}  // namespace

Slices set_joint_masthead(const JointMasthead& masthead, const Column& column, TypeCase& types) {
  const RoleLook& look = types.style.look(Role::masthead);
  Type type{look.font, size_in_um(look.size), 0};
  const auto widest = [&] {
    int width = 0;
    for (const std::string& name : masthead.organs) width = std::max(width, width_of(name, type, types));
    return width;
  };
  const auto all = [&] { return widest() + type.size / 2 + width_of(masthead.words, type, types); };
  // As many names as there are, the mark is no higher than two lines of its full size (7.2.4: 醒目、美观).
  const int count = std::max<int>(1, static_cast<int>(masthead.organs.size()));
  const std::int64_t highest = std::int64_t{type.size} * 5 / 2;
  type.size = static_cast<int>(std::min<std::int64_t>(type.size, highest * 4 / (count * 5)));
  if (const int natural = all(); natural > column.width)
    type.size = static_cast<int>(std::int64_t{type.size} * column.width / natural);
  const int width = widest(), left = (column.width - all()) / 2, line = type.size * 5 / 4;
  const int foot = type.size * 88 / 100;
  Slice slice;
  slice.height = line * (count - 1) + type.size;
  for (int i = 0; i < static_cast<int>(masthead.organs.size()); ++i)
    draw_spread(masthead.organs[i], type, width, left, i * line + foot, look.color, types, slice.marks);
  set_line(masthead.words, type, look.color, left + width + type.size / 2,
           (slice.height - type.size) / 2 + foot, types, slice.marks);
  if (look.page_top > 0) slice.place = look.page_top - types.style.page.top;
  slice.keep_with_next = true;
  slice.before = look.before;
  slice.after = look.after;
  return {slice};
}

}  // namespace anjuan::pages
