// The pages of every template with sample values, mark by mark, against tests/documents/golden. With
// ANJUAN_ACCEPT=1 in the environment they are written anew: look at the papers in the build folder
// (documents-samples) and read the difference before keeping it.

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

namespace fs = std::filesystem;

Result<std::string> pages_of(const fs::path& file, const pages::Fonts& fonts) {
  ANJUAN_TRY(const DocumentTemplate made, load_template(testing::read_file(file), file.filename().string()));
  ANJUAN_TRY(const pages::Manuscript manuscript, compose(made, testing::sample_fields(made)));
  const std::string style_file = "templates/styles/" + made.style + ".xml";
  ANJUAN_TRY(const auto style, pages::load_style(testing::read_file(ANJUAN_SOURCE_DIR "/" + style_file), style_file));
  ANJUAN_TRY(const pages::Setting setting, pages::set_pages(manuscript, *style, fonts));
  return pages::write_text(setting);
}

/// The first line in which two texts differ, for the eye.
std::string difference(const std::string& got, const std::string& wanted) {
  std::istringstream a(got), b(wanted);
  std::string x, y;
  for (int line = 1;; ++line) {
    const bool more_a = static_cast<bool>(std::getline(a, x)), more_b = static_cast<bool>(std::getline(b, y));
    if (!more_a && !more_b) return "";
    if (more_a != more_b || x != y)
      return "line " + std::to_string(line) + "\n  is     " + (more_a ? x : "(end)") + "\n  wanted " +
             (more_b ? y : "(end)");
  }
}

TEST(Templates, StandOnTheirPagesAsBefore) {
  constexpr std::size_t kLargest = 40 * 1024;
  if (!fs::exists(ANJUAN_BINARY_DIR "/fonts/FandolFang-Regular.otf")) {
    std::puts("skipped: FandolFang is not here; run sh .ci/fonts.sh build");
    GTEST_SKIP() << "FandolFang is not here; run sh .ci/fonts.sh build";
  }
  const auto fonts = pages::load_fonts({ANJUAN_BINARY_DIR "/fonts"});
  ASSERT_TRUE(fonts.ok()) << testing::rendered(fonts.diagnostics());
  const fs::path golden = ANJUAN_SOURCE_DIR "/tests/documents/golden";
  for (const auto& entry : fs::directory_iterator(ANJUAN_SOURCE_DIR "/templates")) {
    if (entry.path().extension() != ".xml") continue;
    const auto text = pages_of(entry.path(), **fonts);
    ASSERT_TRUE(text.ok()) << entry.path() << testing::rendered(text.diagnostics());
    EXPECT_LE(text->size(), kLargest) << entry.path();
    const fs::path file = golden / (entry.path().stem().string() + ".pages");
    if (std::getenv("ANJUAN_ACCEPT") != nullptr) {
      fs::create_directories(golden);
      std::ofstream(file, std::ios::binary) << *text;
    }
    EXPECT_EQ(difference(*text, testing::read_file(file)), "") << file;
  }
}

}  // namespace
}  // namespace anjuan::documents
