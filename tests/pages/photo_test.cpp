#include "pages/photo.h"

#include "paper.h"

namespace anjuan::pages {
namespace {

std::string refusal(const std::string& bytes) {
  const auto read = read_picture(bytes, "扫描.png");
  if (read.ok()) return "";
  return read.diagnostics().front().row->code + (" " + read.diagnostics().front().values[1].en);
}

TEST(ReadPicture, UnpacksGreyAndColour) {
  const auto grey = read_picture(png(2, 2, 8, 0, std::string("\0\x10\x20\0\x30\x40", 6)), "a");
  ASSERT_TRUE(grey.ok());
  EXPECT_EQ(grey->components, 1);
  EXPECT_EQ(grey->bytes, std::string("\x10\x20\x30\x40"));
  const auto color = read_picture(png(1, 1, 8, 2, std::string("\0\x01\x02\x03", 4)), "a");
  ASSERT_TRUE(color.ok());
  EXPECT_EQ(color->components, 3);
  EXPECT_EQ(color->bytes, std::string("\x01\x02\x03"));
}

TEST(ReadPicture, UndoesEveryRowFilter) {
  // Sub, Up, Average and Paeth over rows of one grey sample and then two.
  const std::string rows = std::string("\x01\x0a\x05", 3) + std::string("\x02\x01\x01", 3) +
                           std::string("\x03\x02\x02", 3) + std::string("\x04\x01\x01", 3);
  const auto read = read_picture(png(2, 4, 8, 0, rows), "a");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->bytes, std::string("\x0a\x0f\x0b\x10\x07\x0d\x08\x0e"));
}

TEST(ReadPicture, LaysTransparencyOnWhite) {
  const auto read = read_picture(png(2, 1, 8, 6, std::string("\0\x10\x20\x30\0\x10\x20\x30\xff", 9)), "a");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->bytes, std::string("\xff\xff\xff\x10\x20\x30"));
}

TEST(ReadPicture, ReadsPalettesAndFewBits) {
  const std::string palette = png_chunk("PLTE", std::string("\xff\0\0\0\xff\0", 6));
  const auto read = read_picture(png(2, 1, 1, 3, std::string("\0\x40", 2), palette), "a");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->bytes, std::string("\xff\0\0\0\xff\0", 6));
  const auto scan = read_picture(png(4, 1, 1, 0, std::string("\0\x50", 2)), "a");
  ASSERT_TRUE(scan.ok());
  EXPECT_EQ(scan->bytes, std::string("\0\xff\0\xff", 4));
}

TEST(ReadPicture, KeepsAJpegAsItIsAndReadsItsTurn) {
  const std::string bytes = jpeg(300, 200, 3, 6);
  const auto read = read_picture(bytes, "a");
  ASSERT_TRUE(read.ok());
  EXPECT_TRUE(read->jpeg);
  EXPECT_EQ(read->bytes, bytes);
  EXPECT_EQ(read->width, 300);
  EXPECT_EQ(read->turn, 1);
  EXPECT_EQ(read->shown_width(), 200);
}

TEST(ReadPicture, SaysWhatItCannotUse) {
  EXPECT_EQ(refusal("GIF89a"), "AJ0705 it is neither JPEG nor PNG");
  EXPECT_EQ(refusal(png(1, 1, 16, 0, std::string(3, '\0'))),
            "AJ0705 it has more than 8 bits for each colour");
  EXPECT_EQ(refusal(png(1, 1, 8, 0, std::string(2, '\0'), "", true)), "AJ0705 it is interlaced");
  EXPECT_EQ(refusal(png(90000, 90000, 8, 2, "")), "AJ0705 it is too large");
  EXPECT_EQ(refusal(png(4, 4, 8, 0, "short")), "AJ0705 it is incomplete or damaged");
  EXPECT_EQ(refusal(jpeg(10, 10, 4)), "AJ0705 it is a four-colour printing picture");
  EXPECT_EQ(refusal(jpeg(10, 10, 3).substr(0, 12)), "AJ0705 it is incomplete or damaged");
}

TEST(ReadPicture, SurvivesEveryCutOfAFile) {
  const std::string bytes = png(2, 2, 8, 0, std::string("\0\x10\x20\0\x30\x40", 6));
  for (std::size_t size = 0; size + 12 < bytes.size(); ++size)
    EXPECT_FALSE(read_picture(bytes.substr(0, size), "a").ok());
  const std::string picture = jpeg(8, 8, 3, 8);
  for (std::size_t size = 0; size < picture.size(); ++size)
    (void)read_picture(picture.substr(0, size), "a").ok();
}

}  // namespace
}  // namespace anjuan::pages
