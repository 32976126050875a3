// templates/README.md and examples/04-one-document say what the program does. With ANJUAN_ACCEPT=1 in
// the environment the generated sections are written anew.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "base/text.h"
#include "documents/check_template.h"
#include "documents/load_values.h"
#include "documents/told.h"

namespace anjuan::documents {
namespace {

const std::string readme_file = ANJUAN_SOURCE_DIR "/templates/README.md";
const std::string example_folder = ANJUAN_SOURCE_DIR "/examples/04-one-document/";

std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const std::size_t start = text.find(from);
  if (start == std::string::npos) return "";
  const std::size_t end = text.find(to, start + from.size());
  return end == std::string::npos ? "" : text.substr(start + from.size(), end - start - from.size());
}

void expect_section(const std::string& name, const std::string& wanted) {
  const std::string open = "<!-- " + name + " -->\n", close = "\n<!-- " + name + "完 -->";
  const std::string page = testing::read_file(readme_file), found = between(page, open, close);
  if (found == wanted) return;
  if (std::getenv("ANJUAN_ACCEPT")) {
    const std::size_t start = page.find(open) + open.size();
    std::ofstream(readme_file, std::ios::binary)
        << page.substr(0, start) + wanted + page.substr(start + found.size());
    return;
  }
  EXPECT_EQ(found, wanted) << "set ANJUAN_ACCEPT=1 to write the section anew";
}

TEST(TemplatesReadme, ListsTheFormatsAsTheyAre) { expect_section("格式", format_reference()); }

TEST(TemplatesReadme, ListsTheElementsAsTheyAre) {
  expect_section("元素", xml::reference_page(template_outline()));
}

TEST(TemplatesReadme, ShowsTheExampleThatRuns) {
  EXPECT_EQ(between(testing::read_file(readme_file), "```xml\n", "```\n"), testing::read_file(example_folder + "visit-note.xml"));
}

TEST(OneDocument, SaysWhatIsExpected) {
  const auto made = load_template(testing::read_file(example_folder + "visit-note.xml"), "visit-note.xml");
  ASSERT_TRUE(made.ok()) << testing::listed(made);
  const auto values = load_values(testing::read_file(example_folder + "values.xml"), "values.xml");
  ASSERT_TRUE(values.ok()) << testing::listed(values);
  const auto manuscript = compose(*made, *values);
  ASSERT_TRUE(manuscript.ok()) << testing::listed(manuscript);
  EXPECT_EQ(replace_all(testing::words_of(manuscript->blocks), "\n]", "]"),
            testing::read_file(example_folder + "expected.txt"));
}

TEST(OneDocument, IsRefusedWhereAValueIsMissing) {
  const auto made = load_template(testing::read_file(example_folder + "visit-note.xml"), "visit-note.xml");
  auto values = *load_values(testing::read_file(example_folder + "values.xml"), "values.xml");
  values["回访日期"] = Value();
  EXPECT_EQ(testing::listed(compose(*made, values)),
            "14:11 AJ2420 文书“回访记录单”要印“回访日期”，这一项还没有内容\n");
}

}  // namespace
}  // namespace anjuan::documents
