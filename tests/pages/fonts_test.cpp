#include "pages/fonts.h"

#include <cstdlib>

#include "paper.h"

namespace anjuan::pages {
namespace {

/// Sets an environment variable while it lives.
class Environment {
 public:
  Environment(const char* name, const std::string& value) : name_(name) { setenv(name, value.c_str(), 1); }
  ~Environment() { unsetenv(name_); }

 private:
  const char* name_;
};

/// Fandol's file with some bytes changed, in a folder of its own; "" if the face is not there.
std::string changed_fandol(const std::string& folder, const std::string& table, std::size_t at,
                           const std::string& with) {
  std::string bytes;
  for (const std::string& from : font_folders()) {
    if (bytes.empty()) bytes = read_bytes(from + "/FandolFang-Regular.otf");
  }
  if (bytes.empty()) return "";
  const std::size_t entry = bytes.find(table, 12);
  std::size_t offset = 0;
  for (int i = 0; i < 4; ++i) offset = offset << 8 | static_cast<unsigned char>(bytes[entry + 8 + i]);
  bytes.replace(offset + at, with.size(), with);
  std::filesystem::remove_all(scratch(folder));
  std::filesystem::create_directories(scratch(folder));
  write_file(folder + "/FandolFang-Regular.otf", bytes);
  return scratch(folder);
}

TEST(LoadFonts, FindsAFaceForEachRole) {
  for (const FontRole role :
       {FontRole::fang_song, FontRole::xiao_biao_song, FontRole::kai, FontRole::hei, FontRole::song})
    EXPECT_TRUE(fonts().find(role, U'县')) << static_cast<int>(role);
}

TEST(LoadFonts, WorksWithoutTheFolderOfTheBuild) {
  const auto loaded = load_fonts({"/nonexistent"});
  ASSERT_TRUE(loaded.ok());
  EXPECT_TRUE((*loaded)->find(FontRole::fang_song, U'司'));
}

TEST(LoadFonts, TakesTheFangsongFaceOfTheCallersFolder) {
  const auto found = fonts().find(FontRole::fang_song, U'县');
  ASSERT_TRUE(found);
  if (read_bytes(ANJUAN_BINARY_DIR "/fonts/FandolFang-Regular.otf").empty() &&
      read_bytes(ANJUAN_SOURCE_DIR "/build/fonts/FandolFang-Regular.otf").empty()) {
    std::puts("skipped: FandolFang is not here; run sh .ci/fonts.sh build");
    GTEST_SKIP() << "FandolFang is not here; run sh .ci/fonts.sh build";
  }
  const std::string& name = fonts().face(found->face).name();
  EXPECT_EQ(name.find("Noto"), std::string::npos) << name;
}

// Names of people have characters that 仿宋 faces lack; each falls back by itself.
TEST(Find, FallsBackForASingleRareCharacter) {
  for (const char32_t rare : {U'䶮', U'䂖', U'喆', U'堃', U'𬭊', U'㎡', U'〇'})
    EXPECT_TRUE(fonts().find(FontRole::fang_song, rare)) << to_utf8(rare);
}

TEST(Find, TakesAllBallotBoxesFromOneFace) {
  const auto empty = fonts().find(FontRole::fang_song, U'☐');
  const auto ticked = fonts().find(FontRole::fang_song, U'☑');
  const auto crossed = fonts().find(FontRole::hei, U'☒');
  ASSERT_TRUE(empty && ticked && crossed);
  EXPECT_EQ(empty->face, ticked->face);
  EXPECT_EQ(empty->face, crossed->face);
}

TEST(LoadFonts, RefusesAFontOfTheCallerThatForbidsEmbedding) {
  const std::string folder = changed_fandol("restricted", "OS/2", 8, std::string("\0\x02", 2));
  if (folder.empty()) GTEST_SKIP() << "FandolFang is not here; run sh .ci/fonts.sh build";
  const auto loaded = load_fonts({folder});
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(codes_of(loaded.diagnostics()), std::vector<std::string>{"AJ0702"});
}

TEST(LoadFonts, NamesTheRolesThatNoFontOfTheMachineCanServe) {
  const std::string empty =
      write_file("empty-fonts.conf", "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
  const Environment environment("FONTCONFIG_FILE", empty);
  const auto loaded = load_fonts({});
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(codes_of(loaded.diagnostics()), std::vector<std::string>(5, "AJ9701"));
  EXPECT_EQ(sentence(loaded.diagnostics().front(), Language::chinese), "本机没有可用于“仿宋体”的字体。");
}

TEST(WritePdf, SaysWhichFontFileIsBroken) {
  const std::string folder = changed_fandol("broken", "CFF ", 0, std::string(64, '\xff'));
  if (folder.empty()) GTEST_SKIP() << "FandolFang is not here; run sh .ci/fonts.sh build";
  const auto face = Face::open(folder + "/FandolFang-Regular.otf", 0);
  ASSERT_TRUE(face);
  const Fonts broken({face}, {{{0}, {0}, {0}, {0}, {0}}}, -1, fonts().color_profile());
  const auto setting =
      set_pages(manuscript("enforcement", {paragraph(Role::body, "正文")}), *style("enforcement"), broken);
  ASSERT_TRUE(setting.ok());
  const auto pdf = write_pdf(*setting, broken, stamp());
  ASSERT_FALSE(pdf.ok());
  EXPECT_EQ(codes_of(pdf.diagnostics()), std::vector<std::string>{"AJ9702"});
}

}  // namespace
}  // namespace anjuan::pages
