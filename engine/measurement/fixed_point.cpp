#include "measurement/fixed_point.h"

#include <algorithm>
#include <limits>

namespace anjuan::measurement {
namespace {

__extension__ using Wide = __int128;

constexpr Billionths kMost = std::numeric_limits<Billionths>::max() / 4;

Billionths clamped(Wide value) { return static_cast<Billionths>(std::clamp<Wide>(value, -kMost, kMost)); }

/// The length of (a, b), rounded down.
Billionths length(Billionths a, Billionths b) {
  const Wide square = Wide{a} * a + Wide{b} * b;
  Wide low = 0, high = Wide{1} << 62;
  while (high - low > 1) {
    const Wide middle = (low + high) / 2;
    (middle * middle <= square ? low : high) = middle;
  }
  return clamped(low);
}

}  // namespace

Billionths parse_number(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  Wide value = 0;
  Billionths place = 0;  // of the next decimal; 0 before the point
  for (const char c : text) {
    if (c == '.' && place == 0) {
      place = kOne / 10;
    } else if (c >= '0' && c <= '9' && place == 0 && value < Wide{kMost}) {
      value = value * 10 + Wide{c - '0'} * kOne;
    } else if (c >= '0' && c <= '9') {
      value += Wide{c - '0'} * place;
      place = place > 1 ? place / 10 : 0;
      if (place == 0) break;
    } else {
      break;
    }
  }
  return clamped(negative ? -value : value);
}

Billionths times(Billionths a, Billionths b) { return clamped(Wide{a} * b / kOne); }

Matrix Matrix::then(const Matrix& next) const {
  return {times(a, next.a) + times(b, next.c),          times(a, next.b) + times(b, next.d),
          times(c, next.a) + times(d, next.c),          times(c, next.b) + times(d, next.d),
          times(e, next.a) + times(f, next.c) + next.e, times(e, next.b) + times(f, next.d) + next.f};
}

Billionths Matrix::along_x() const { return length(a, b); }
Billionths Matrix::along_y() const { return length(c, d); }

int in_um(Billionths points) {
  const Wide um = Wide{points} * 25400 / 72;
  constexpr Wide kFurthest = 100'000'000;  // 100 m: no page is larger
  return static_cast<int>(
      std::clamp<Wide>((um + (um < 0 ? -kOne / 2 : kOne / 2)) / kOne, -kFurthest, kFurthest));
}

}  // namespace anjuan::measurement
