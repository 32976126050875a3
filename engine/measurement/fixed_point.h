#pragma once
// Numbers of a PDF without floating point: billionths, so that every machine measures the same.

#include <cstdint>
#include <string_view>

namespace anjuan::measurement {

using Billionths = std::int64_t;
inline constexpr Billionths kOne = 1'000'000'000;

/// "-12.5" → -12'500'000'000. What is no number reads as 0, what is too large as the largest.
Billionths parse_number(std::string_view text);
/// a × b, both in billionths.
Billionths times(Billionths a, Billionths b);

/// x' = a x + c y + e, y' = b x + d y + f.
struct Matrix {
  Billionths a = kOne, b = 0, c = 0, d = kOne, e = 0, f = 0;
  /// First this, then `next`.
  Matrix then(const Matrix& next) const;
  Billionths x(Billionths px, Billionths py) const { return times(a, px) + times(c, py) + e; }
  Billionths y(Billionths px, Billionths py) const { return times(b, px) + times(d, py) + f; }
  /// How long something of length 1 along the x axis, or the y axis, becomes.
  Billionths along_x() const;
  Billionths along_y() const;
};

/// Points (1/72 inch) in billionths → µm, rounded.
int in_um(Billionths points);

}  // namespace anjuan::measurement
