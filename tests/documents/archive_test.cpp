// Every shipped template with made-up values as an archive takes it: judged by PDFBox (PDF/A-1b), qpdf and
// poppler.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "base/text.h"
#include "documents/compose.h"
#include "documents/load_template.h"
#include "documents/sample_facts.h"
#include "documents/told.h"
#include "pages/pages.h"
#include "pages/setting.h"
#include "support/preflight.h"

namespace anjuan::documents {
namespace {

namespace fs = std::filesystem;
using testing::output_of;
using testing::without_space;

const fs::path archive_folder = ANJUAN_BINARY_DIR "/documents-archive";

Result<std::string> archived_pdf(const fs::path& file, const pages::Fonts& fonts, pages::Archive archive,
                                 std::string& words) {
  ANJUAN_TRY(const DocumentTemplate made, load_template(testing::read_file(file), file.filename().string()));
  ANJUAN_TRY(pages::Manuscript manuscript, compose(made, testing::sample_fields(made)));
  manuscript.watermark = "样张";
  const std::string style_file = "templates/styles/" + made.style + ".xml";
  ANJUAN_TRY(const auto style,
             pages::load_style(testing::read_file(ANJUAN_SOURCE_DIR "/" + style_file), style_file));
  ANJUAN_TRY(const pages::Setting setting, pages::set_pages(manuscript, *style, fonts));
  for (const pages::Page& page : setting.pages)
    for (const pages::Mark& mark : page.marks)
      if (const auto* line = std::get_if<pages::Words>(&mark))
        for (const pages::Glyph& glyph : line->glyphs) words += without_space(to_utf8(glyph.character));
  pages::PdfStamp stamp{made.id, manuscript.title, "澄阳县司法局", made.label, {1788998400}};
  stamp.archive = archive;
  return pages::write_pdf(setting, fonts, stamp);
}

class Archived : public ::testing::Test {
 protected:
  void SetUp() override {
    static const auto loaded =
        pages::load_fonts({ANJUAN_BINARY_DIR "/fonts", ANJUAN_SOURCE_DIR "/build/fonts"});
    if (!loaded.ok()) {
      std::puts("skipped: no fonts for Chinese here");
      GTEST_SKIP() << "no fonts for Chinese here";
    }
    fonts_ = loaded->get();
    for (const auto& entry : fs::directory_iterator(ANJUAN_SOURCE_DIR "/templates"))
      if (entry.path().extension() == ".xml") files_.push_back(entry.path());
    std::sort(files_.begin(), files_.end());
  }

  /// Writes the samples of one level into a folder of their own.
  fs::path write_all(pages::Archive archive, const char* folder) {
    fs::remove_all(archive_folder / folder);
    fs::create_directories(archive_folder / folder);
    for (const fs::path& file : files_) {
      std::string& words = words_[file.stem().string()];
      words.clear();
      const auto pdf = archived_pdf(file, *fonts_, archive, words);
      EXPECT_TRUE(pdf.ok()) << file << testing::rendered(pdf.ok() ? Diagnostics{} : pdf.diagnostics());
      if (pdf.ok())
        std::ofstream(archive_folder / folder / (file.stem().string() + ".pdf"), std::ios::binary) << *pdf;
    }
    return archive_folder / folder;
  }

  const pages::Fonts* fonts_ = nullptr;
  std::vector<fs::path> files_;
  std::map<std::string, std::string> words_;
};

TEST_F(Archived, TemplatesAreValidForPdfBox) {
  if (!anjuan::testing::preflight_is_here()) GTEST_SKIP() << anjuan::testing::kNoPreflight;
  const fs::path folder = write_all(pages::Archive::b1, "1b");
  const std::string judged = output_of(anjuan::testing::preflight_command("batch " + folder.string()));
  for (const fs::path& file : files_)
    EXPECT_NE(judged.find("The file " + file.stem().string() + ".pdf is a valid PDF/A-1b file"),
              std::string::npos)
        << judged;
}

TEST_F(Archived, TemplatesAreSoundAndGiveTheirWordsBack) {
  const fs::path folder = write_all(pages::Archive::u2, "2u");
  for (const fs::path& file : files_) {
    const std::string name = file.stem().string(), path = (folder / (name + ".pdf")).string();
    const std::string checked = output_of("qpdf --check " + path);
    EXPECT_NE(checked.find("No syntax or stream encoding errors"), std::string::npos) << name << checked;
    EXPECT_EQ(without_space(output_of("pdftotext -raw -enc UTF-8 " + path + " -")), words_[name]) << name;
    // Every font: embedded, a subset, with a map to Unicode.
    const std::string fonts = output_of("pdffonts " + path);
    std::size_t embedded = 0, all = 0;
    for (std::size_t at = fonts.find("Identity-H"); at != std::string::npos;
         at = fonts.find("Identity-H", at + 1)) {
      ++all;
      const std::string rest = fonts.substr(at, fonts.find('\n', at) - at);
      embedded += rest.find("yes yes yes") != std::string::npos ? 1 : 0;
    }
    EXPECT_GT(all, 0u) << name << fonts;
    EXPECT_EQ(embedded, all) << name << fonts;
    const std::string structure = testing::read_file(path);
    for (const char* part :
         {"<pdfaid:part>2<", "<pdfaid:conformance>U<", "/GTS_PDFA1", "/Lang (zh-CN)", "/Outlines", "/ID ["})
      EXPECT_NE(structure.find(part), std::string::npos) << name << " " << part;
    for (const char* part : {"/CIDSet", "/SMask", "/JavaScript", "/Launch", "/Encrypt"})
      EXPECT_EQ(structure.find(part), std::string::npos) << name << " " << part;
  }
}

TEST_F(Archived, TemplatesAreTheSameBytesTwice) {
  for (const fs::path& file : files_) {
    std::string words;
    const auto one = archived_pdf(file, *fonts_, pages::Archive::u2, words),
               two = archived_pdf(file, *fonts_, pages::Archive::u2, words);
    ASSERT_TRUE(one.ok() && two.ok()) << file;
    EXPECT_TRUE(*one == *two) << file;
  }
}

}  // namespace
}  // namespace anjuan::documents
