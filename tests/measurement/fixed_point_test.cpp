#include "measurement/fixed_point.h"

#include <gtest/gtest.h>

namespace anjuan::measurement {
namespace {

TEST(ParseNumber, ReadsNumbersOfPdfs) {
  EXPECT_EQ(parse_number("12"), 12 * kOne);
  EXPECT_EQ(parse_number("-.5"), -kOne / 2);
  EXPECT_EQ(parse_number("0.0028346457"), 2834645);
  EXPECT_EQ(parse_number("abc"), 0);
  EXPECT_GT(parse_number("99999999999999999999"), 0);
}

TEST(Matrix, TurnsAndScales) {
  const Matrix quarter{0, kOne, -kOne, 0, 0, 0}, twice{2 * kOne, 0, 0, 2 * kOne, kOne, 0};
  const Matrix both = quarter.then(twice);
  EXPECT_EQ(both.x(kOne, 0), kOne);
  EXPECT_EQ(both.y(kOne, 0), 2 * kOne);
  EXPECT_EQ(both.along_x(), 2 * kOne);
}

TEST(InUm, RoundsPoints) {
  EXPECT_EQ(in_um(72 * kOne), 25400);
  EXPECT_EQ(in_um(-72 * kOne), -25400);
}

}  // namespace
}  // namespace anjuan::measurement
