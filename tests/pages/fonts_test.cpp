#include "pages/fonts.h"

#include <cstdlib>
#include <set>

#include "pages/font_survey.h"
#include "pages/standard_characters.h"
#include "paper.h"
#include "support/preflight.h"

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

// fsType 0x0100: whole or not at all. A paper takes the glyphs in use.
TEST(LoadFonts, RefusesAFontThatForbidsSubsets) {
  const std::string folder = changed_fandol("whole-only", "OS/2", 8, std::string("\x01\0", 2));
  if (folder.empty()) GTEST_SKIP() << "skipped: FandolFang is not here; run sh .ci/fonts.sh build";
  const auto loaded = load_fonts({folder});
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(codes_of(loaded.diagnostics()), std::vector<std::string>{"AJ0702"});
}

/// Where Debian puts 文鼎楷体: a TrueType face, so that it can serve as a face of the bureau's own.
constexpr const char* kArphic = "/usr/share/fonts/truetype/arphic-gkai00mp/gkai00mp.ttf";

// A bureau's own face of any name: fontconfig's rules say which role it is for, and it goes before all
// others.
TEST(LoadFonts, TakesTheFaceThatTheRulesOfTheMachineName) {
  std::filesystem::create_directories(scratch("own"));
  write_file("own/fonts.conf",
             "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM "
             "\"fonts.dtd\"><fontconfig><alias><family>AnjuanFangSong</family>"
             "<prefer><family>AR PL KaitiM GB</family></prefer></alias></fontconfig>");
  const auto loaded = load_fonts({scratch("own")});
  ASSERT_TRUE(loaded.ok());
  const auto found = (*loaded)->find(FontRole::fang_song, U'县');
  ASSERT_TRUE(found);
  EXPECT_EQ((*loaded)->face(found->face).path(), kArphic);
  // What it lacks still comes, and other roles are as before.
  EXPECT_TRUE((*loaded)->find(FontRole::fang_song, U'䶮'));
  EXPECT_NE((*loaded)->face((*loaded)->find(FontRole::hei, U'县')->face).path(), kArphic);
  const FontSurvey survey = survey_fonts({scratch("own")});
  EXPECT_EQ(survey.roles[0].fitness, Fitness::chosen);
  EXPECT_EQ(survey.roles[0].family, "AR PL KaitiM GB");
}

std::string number4(std::size_t n) { return {char(n >> 24), char(n >> 16), char(n >> 8), char(n)}; }

/// The font twice in a collection, with its tables at their new places.
std::string collection_of(std::string font) {
  const std::size_t head = 12 + 2 * 4,
                    tables = static_cast<unsigned char>(font[4]) * 256u + static_cast<unsigned char>(font[5]);
  for (std::size_t i = 0; i < tables; ++i) {
    std::size_t at = 0;
    for (std::size_t k = 0; k < 4; ++k) at = at << 8 | static_cast<unsigned char>(font[12 + 16 * i + 8 + k]);
    font.replace(12 + 16 * i + 8, 4, number4(at + head));
  }
  return "ttcf" + number4(0x10000) + number4(2) + number4(head) + number4(head) + font;
}

// glyf faces, also in collections; CFF ones are those of Fandol and Noto.
TEST(Face, OfATrueTypeCollectionIsSubset) {
  const std::string bytes = read_bytes(kArphic);
  if (bytes.empty()) {
    std::puts("skipped: AR PL KaitiM GB is not here; install fonts-arphic-gkai00mp");
    GTEST_SKIP() << "AR PL KaitiM GB is not here";
  }
  const auto face = Face::open(write_file("kai.ttc", collection_of(bytes)), 1);
  ASSERT_TRUE(face);
  const Fonts only({face}, {{{0}, {0}, {0}, {0}, {0}}}, -1, fonts().color_profile());
  const auto setting = set_pages(manuscript("enforcement", {paragraph(Role::body, "县司法局行政检查")}),
                                 *style("enforcement"), only);
  ASSERT_TRUE(setting.ok());
  const auto pdf = write_pdf(*setting, only, stamp());
  ASSERT_TRUE(pdf.ok());
  EXPECT_EQ(pdf_words("collection.pdf", *pdf), set_words(*setting));
  EXPECT_NE(run("pdffonts " + scratch("collection.pdf")).output.find("CID TrueType"), std::string::npos);
}

// CFF fonts whose glyphs go by names and not by CIDs, as many fonts on sale do: code and glyph are the same then.
TEST(Face, OfANameKeyedCffFontIsSubset) {
  const auto face = Face::open("/usr/share/fonts/opentype/urw-base35/NimbusRoman-Regular.otf", 0);
  if (!face) {
    std::puts("skipped: no name-keyed CFF font is here; install fonts-urw-base35");
    GTEST_SKIP() << "no name-keyed CFF font is here";
  }
  const Fonts only({face}, {{{0}, {0}, {0}, {0}, {0}}}, -1, fonts().color_profile());
  const auto setting = set_pages(manuscript("enforcement", {paragraph(Role::body, "Zebra Quilt fjord 1234567890")}),
                                 *style("enforcement"), only);
  ASSERT_TRUE(setting.ok());
  PdfStamp named = stamp();
  named.archive = Archive::b1;
  const auto pdf = write_pdf(*setting, only, named);
  ASSERT_TRUE(pdf.ok());
  EXPECT_EQ(pdf_words("name-keyed.pdf", *pdf), set_words(*setting));
  EXPECT_NE(run("pdffonts " + scratch("name-keyed.pdf")).output.find("CID Type 0C"), std::string::npos);
  if (!testing::preflight_is_here()) return;
  const Ran judged = run(testing::preflight_command(scratch("name-keyed.pdf")));
  EXPECT_NE(judged.output.find("is a valid PDF/A-1b file"), std::string::npos) << judged.output;
}

// 通用规范汉字表 and names beyond it, in every role: each character comes out, and comes back exactly.
TEST(WritePdf, PrintsEveryStandardCharacterInEveryRole) {
  std::vector<Block> blocks;
  for (const FontRole role :
       {FontRole::fang_song, FontRole::xiao_biao_song, FontRole::kai, FontRole::hei, FontRole::song}) {
    for (int level = 1; level <= kLevels; ++level)
      blocks.push_back(
          Paragraph{Role::body, {{to_utf8(standard_characters(level)), role, false, 0}}, {}, {}, false});
    blocks.push_back(Paragraph{Role::body, {{"䶮䂖𬭎㛃", role, false, 0}}, {}, {}, false});
  }
  std::string wanted;
  for (const Block& block : blocks) wanted += std::get<Paragraph>(block).runs[0].text;
  const Setting setting = set(manuscript("announcement", blocks));
  const std::string got = pdf_words("standard.pdf", pdf_of(setting));
  EXPECT_NE(got.find("䶮䂖𬭎㛃"), std::string::npos);
  std::u32string letters;
  for (const char32_t c : to_u32(got)) {
    if (c > 0x2e80) letters += c;  // without page numbers
  }
  EXPECT_EQ(to_utf8(letters), wanted);
}

TEST(StandardCharacters, AreAsManyAsTheListsSay) {
  EXPECT_EQ(standard_characters(1).size(), 3500u);
  EXPECT_EQ(standard_characters(2).size(), 3000u);
  EXPECT_EQ(standard_characters(3).size(), 1605u);
  const std::u32string old = gb2312_characters();
  EXPECT_EQ(old.size(), 6763u);
  EXPECT_EQ(old.front(), U'啊');
  EXPECT_EQ(old.back(), U'齄');
}

// The same facts from elsewhere: Unicode's property kTGH, as Debian's package has it.
TEST(StandardCharacters, AgreeWithUnicode) {
  const std::string file = "/usr/share/unicode/Unihan_OtherMappings.txt.bz2";
  if (!std::filesystem::exists(file)) {
    std::puts("skipped: the data of Unicode are not here; install unicode-data");
    GTEST_SKIP() << "unicode-data is not here";
  }
  std::set<char32_t> listed, known;
  for (const std::string& line :
       split(run("bzcat /usr/share/unicode/Unihan_*.txt.bz2 | grep kTGH").output, '\n')) {
    if (line.starts_with("U+")) listed.insert(static_cast<char32_t>(std::stoul(line.substr(2), nullptr, 16)));
  }
  for (int level = 1; level <= kLevels; ++level)
    known.insert(standard_characters(level).begin(), standard_characters(level).end());
  EXPECT_EQ(known.size(), 8105u);
  EXPECT_TRUE(known == listed);
}

TEST(SurveyFonts, TellsWhatTheMachineHas) {
  const FontSurvey survey = survey_fonts(font_folders());
  ASSERT_EQ(survey.roles.size(), 5u);
  for (const RoleSurvey& role : survey.roles) {
    EXPECT_TRUE(role.found) << role.name.en;
    EXPECT_GE(role.of_level[0], 3498) << role.name.en;
    EXPECT_FALSE(role.licence.zh.empty()) << role.name.en;
    EXPECT_TRUE(std::filesystem::exists(role.file)) << role.file;
  }
  EXPECT_EQ(survey.missing, U"");
}

TEST(SurveyFonts, SaysWhatIsMissing) {
  const std::string empty =
      write_file("empty-fonts.conf", "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
  const Environment environment("FONTCONFIG_FILE", empty);
  const FontSurvey survey = survey_fonts({});
  EXPECT_EQ(survey.missing.size(), 8105u);
  EXPECT_FALSE(survey.roles[0].found);
  EXPECT_NE(survey.roles[2].install.zh.find("fonts-arphic-gkai00mp"), std::string::npos);
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
