// Every template with sample values is set in its style and becomes a PDF; the files stay in the
// build folder (documents-samples) for the eye.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "documents/compose.h"
#include "documents/load_template.h"
#include "documents/sample_facts.h"
#include "documents/told.h"
#include "pages/pages.h"
#include "pages/setting.h"

namespace anjuan::documents {
namespace {

std::vector<std::string> font_folders() {
  const char* named = std::getenv("ANJUAN_FONTS");
  std::vector<std::string> folders = {ANJUAN_BINARY_DIR "/fonts", ANJUAN_SOURCE_DIR "/build/fonts"};
  if (named) folders.insert(folders.begin(), named);
  std::erase_if(folders, [](const std::string& folder) { return !std::filesystem::exists(folder); });
  return folders;
}

Result<std::string> printed(const std::string& file, const pages::Fonts& fonts, int& page_count) {
  ANJUAN_TRY(const DocumentTemplate made, load_template(testing::read_file(ANJUAN_SOURCE_DIR "/templates/" + file), file));
  ANJUAN_TRY(const pages::Manuscript manuscript, compose(made, testing::sample_fields(made)));
  const std::string style_file = "templates/styles/" + made.style + ".xml";
  ANJUAN_TRY(const auto style, pages::load_style(testing::read_file(ANJUAN_SOURCE_DIR "/" + style_file), style_file));
  ANJUAN_TRY(const pages::Setting setting, pages::set_pages(manuscript, *style, fonts));
  page_count = pages::page_count(setting);
  return pages::write_pdf(setting, fonts,
                          {made.id, manuscript.title, "澄阳县司法局", made.label, {1788998400}});
}

TEST(Templates, BecomePdfFiles) {
  auto fonts = pages::load_fonts(font_folders());
  if (!fonts.ok()) {
    const std::string why = "skipped: no fonts for Chinese here\n" + testing::rendered(fonts.diagnostics());
    std::puts(why.c_str());
    GTEST_SKIP() << why;
  }
  const std::filesystem::path out = ANJUAN_BINARY_DIR "/documents-samples";
  std::filesystem::create_directories(out);
  for (const auto& entry : std::filesystem::directory_iterator(ANJUAN_SOURCE_DIR "/templates")) {
    if (entry.path().extension() != ".xml") continue;
    int count = 0;
    const auto pdf = printed(entry.path().filename().string(), **fonts, count);
    EXPECT_TRUE(pdf.ok()) << entry.path() << testing::rendered(pdf.ok() ? Diagnostics{} : pdf.diagnostics());
    if (!pdf.ok()) continue;
    EXPECT_GE(count, 1);
    EXPECT_LE(count, 4) << entry.path();
    std::ofstream(out / (entry.path().stem().string() + ".pdf"), std::ios::binary) << *pdf;
  }
}

}  // namespace
}  // namespace anjuan::documents
