#include "pages/style.h"

#include "paper.h"

namespace anjuan::pages {
namespace {

std::string official() { return read_bytes(ANJUAN_SOURCE_DIR "/templates/styles/official.xml"); }

TEST(LoadStyle, ReadsEveryShippedStyle) {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(ANJUAN_SOURCE_DIR "/templates/styles")) {
    if (entry.path().extension() != ".xml") continue;
    const auto loaded = load_style(read_bytes(entry.path().string()), entry.path().filename().string());
    ASSERT_TRUE(loaded.ok()) << render(loaded.diagnostics().front(), Language::english);
    EXPECT_EQ(id_of(**loaded), entry.path().stem().string()) << "a style is found by its file's name";
    ++count;
  }
  EXPECT_GE(count, 7);
}

// GB/T 9704-2012, 5.2: 版心 156 × 225 mm, 22 lines of 28 characters.
TEST(LoadStyle, GivesTheTypeAreaOfTheStandard) {
  for (const char* id : {"official", "letter", "announcement", "enforcement"}) {
    const auto loaded = style(id);
    EXPECT_EQ(loaded->area_width(), 156000) << id;
    EXPECT_EQ(loaded->area_height(), 225000) << id;
    EXPECT_EQ(loaded->page.lines, 22) << id;
    EXPECT_EQ(loaded->page.characters, 28) << id;
  }
}

TEST(LoadStyle, RefusesAFigureThatCannotBe) {
  const auto refused = load_style(replace_all(official(), "lines=\"22\"", "lines=\"0\""), "a.xml");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(codes_of(refused.diagnostics()), std::vector<std::string>{"AJ0707"});
  EXPECT_GT(refused.diagnostics().front().place.line, 0);
}

TEST(LoadStyle, RefusesAColourThatIsNone) {
  const auto refused =
      load_style(replace_all(official(), "watermark-color=\"#E4E4E4\"", "watermark-color=\"grey\""), "a.xml");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(codes_of(refused.diagnostics()), std::vector<std::string>{"AJ0707"});
}

TEST(LoadStyle, NamesARoleThatIsLeftOut) {
  std::string xml = official();
  const std::size_t at = xml.find("  <role name=\"addressee\"");
  xml.erase(at, xml.find('\n', at) - at);
  const auto refused = load_style(xml, "a.xml");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(codes_of(refused.diagnostics()), std::vector<std::string>{"AJ0708"});
  EXPECT_EQ(sentence(refused.diagnostics().front(), Language::english),
            "Style “official” does not say how “addressee” looks.");
}

TEST(LoadStyle, RefusesAnAttributeThatTheOutlineDoesNotKnow) {
  EXPECT_FALSE(load_style(replace_all(official(), "most-lines", "mostlines"), "a.xml").ok());
}

TEST(SizeInUm, RoundsPointsToMicrometres) {
  EXPECT_EQ(size_in_um(160), 5644);
  EXPECT_EQ(size_in_um(220), 7761);
  EXPECT_EQ(size_in_um(105), 3704);
}

}  // namespace
}  // namespace anjuan::pages
