// A code printed on a checklist must be readable by people's telephones and by scanners.

#include "qrcode/qrcode.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace anjuan::qrcode {
namespace {

Symbol encoded(std::string_view text) {
  auto symbol = encode(text);
  if (!symbol.ok()) {
    ADD_FAILURE() << render(symbol.diagnostics()[0], Language::english);
    return {};
  }
  return *symbol;
}

std::uint32_t number_at(const std::string& bytes, std::size_t at, int size) {
  std::uint32_t number = 0;
  for (int i = size - 1; i >= 0; --i) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

/// The finder pattern: a dark ring, a light ring, a dark core.
bool has_finder(const Symbol& symbol, int row, int column) {
  for (int r = 0; r < 7; ++r) {
    for (int c = 0; c < 7; ++c) {
      const int ring = std::min({r, c, 6 - r, 6 - c});
      if (symbol.at(row + r, column + c) != (ring != 1)) return false;
    }
  }
  return true;
}

TEST(Encode, DrawsTheThreeFindersAndNotAFourth) {
  const Symbol symbol = encoded("AJ2026-JC-0001");
  EXPECT_EQ(symbol.size % 4, 1);
  EXPECT_TRUE(has_finder(symbol, 0, 0));
  EXPECT_TRUE(has_finder(symbol, 0, symbol.size - 7));
  EXPECT_TRUE(has_finder(symbol, symbol.size - 7, 0));
  EXPECT_FALSE(has_finder(symbol, symbol.size - 7, symbol.size - 7));
}

TEST(Encode, GivesTheSameSymbolForTheSameText) {
  EXPECT_EQ(encoded("案卷 1").dark, encoded("案卷 1").dark);
  EXPECT_NE(encoded("案卷 1").dark, encoded("案卷 2").dark);
}

TEST(Encode, RefusesNothingAndTooMuch) {
  EXPECT_STREQ(encode("").diagnostics()[0].row->code, "AJ0801");
  EXPECT_TRUE(encode(std::string(500, 'x')).ok());
  const auto refused = encode(std::string(501, 'x'));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(sentence(refused.diagnostics()[0], Language::chinese), "二维码的内容有 501 字节，超过 500 字节");
  EXPECT_STREQ(refused.diagnostics()[0].row->code, "AJ0802");
}

TEST(Bitmap, IsASquareWithAQuietZone) {
  const Symbol symbol = encoded("AJ2026-JC-0001");
  const std::string picture = bitmap(symbol, 3);
  const auto side = static_cast<std::uint32_t>((symbol.size + 8) * 3);
  EXPECT_EQ(picture.substr(0, 2), "BM");
  EXPECT_EQ(number_at(picture, 2, 4), picture.size());
  EXPECT_EQ(number_at(picture, 18, 4), side);
  EXPECT_EQ(number_at(picture, 22, 4), side);
  const std::size_t stride = (side + 31) / 32 * 4;
  EXPECT_EQ(picture.size(), 62 + stride * side);
  // The bottom rows are all white.
  for (std::uint32_t x = 0; x < side; ++x) {
    EXPECT_TRUE(static_cast<unsigned char>(picture[62 + 11 * stride + x / 8]) & (0x80 >> x % 8)) << x;
  }
}

TEST(Bitmap, IsReadByAScanner) {
  if (std::system("zbarimg --version >/dev/null 2>&1") != 0) {
    std::puts("skipped: zbarimg is not here");
    GTEST_SKIP() << "zbarimg is not here";
  }
  const std::filesystem::path folder = std::filesystem::path(ANJUAN_BINARY_DIR) / "qrcode-scanned";
  std::filesystem::create_directories(folder);
  const std::string text = "AJ1|case=AJ2026-JC-0001|form=law-firm@3|sha=" + std::string(64, 'a');
  std::ofstream(folder / "code.bmp", std::ios::binary) << bitmap(encoded(text), 4);
  const std::string command = "zbarimg --quiet --raw '" + (folder / "code.bmp").string() + "' > '" +
                              (folder / "code.txt").string() + "' 2>/dev/null";
  ASSERT_EQ(std::system(command.c_str()), 0);
  std::ifstream in(folder / "code.txt", std::ios::binary);
  std::ostringstream read;
  read << in.rdbuf();
  EXPECT_EQ(read.str(), text + "\n");
}

}  // namespace
}  // namespace anjuan::qrcode
