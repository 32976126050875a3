#include "pages/punctuation.h"

#include "paper.h"

namespace anjuan::pages {
namespace {

int width_of(const std::string& text) {
  Diagnostics problems;
  int width = 0;
  for (const Item& item : shape(words(text), {FontRole::fang_song, kSize, 0}, fonts(), problems))
    width += item.width;
  return width;
}

// Two marks that meet take a character and a half, three take two.
TEST(SpaceItems, ClosesUpMarksThatMeet) {
  EXPECT_NEAR(width_of("法》、《办"), 4 * kSize, 60) << "each of the two pairs gives half a square";
  EXPECT_NEAR(width_of("法》（办"), 4 * kSize - kSize / 2, 60);
  EXPECT_NEAR(width_of("（《办法》）。"), 7 * kSize - 3 * kSize / 2, 60);
  EXPECT_NEAR(width_of("法，办"), 3 * kSize, 60) << "a mark between characters keeps its square";
}

TEST(SpaceItems, SetsAGapBetweenChineseAndFigures) {
  const int alone = width_of("第") + width_of("12") + width_of("号");
  EXPECT_NEAR(width_of("第12号") - alone, 2 * kSize * 8 / 100, 10);
  EXPECT_EQ(width_of("12") * 2, width_of("1212")) << "none between figures";
}

// Figures are not spread when a line is justified: 2 0 2 6 would be read as four numbers.
TEST(SpaceItems, NeverSpreadsFigures) {
  const Setting setting = set(manuscript(
      "official",
      {paragraph(Role::body, repeat("本机关决定于2026年9月10日实施检查，案件号为CY-2026-01-002。", 8))}));
  int figure = 0;
  for (const Words& line : lines_of(setting.pages[0])) {
    for (std::size_t i = 0; i + 1 < line.glyphs.size(); ++i) {
      const bool both = is_western(line.glyphs[i].character) && is_western(line.glyphs[i + 1].character);
      const bool digits = both && line.glyphs[i].character < U'A' && line.size == 5644;
      if (!digits) continue;
      if (figure == 0) figure = line.glyphs[i].advance;
      EXPECT_EQ(line.glyphs[i].advance, figure);
    }
  }
  EXPECT_GT(figure, 0);
}

}  // namespace
}  // namespace anjuan::pages
