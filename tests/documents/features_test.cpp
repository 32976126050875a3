// What a template can hold, one by one, from its text to the finished page: the words as poppler gives them
// back, pictures, codes, rules and places as they stand on the page.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "base/text.h"
#include "documents/check_template.h"
#include "documents/sample_facts.h"
#include "documents/sample_values.h"
#include "documents/told.h"
#include "pages/pages.h"
#include "pages/setting.h"

namespace anjuan::documents {
namespace {

using testing::fact_names;
using testing::output_of;

const pages::Fonts* machine_fonts() {
  static const auto loaded =
      pages::load_fonts({ANJUAN_BINARY_DIR "/fonts", ANJUAN_SOURCE_DIR "/build/fonts"});
  return loaded.ok() ? loaded->get() : nullptr;
}

struct Printed {
  pages::Setting setting;
  std::string pdf, path;

  template <class Kind>
  std::vector<Kind> marks() const {
    std::vector<Kind> out;
    for (const pages::Page& page : setting.pages)
      for (const pages::Mark& mark : page.marks)
        if (const Kind* found = std::get_if<Kind>(&mark)) out.push_back(*found);
    return out;
  }
};

/// Loads, checks, fills and prints; `head`: more attributes of <template>.
Printed printed_page(const std::string& body, const std::string& head = "") {
  const std::string xml =
      "<template xmlns=\"urn:anjuan:template:1\" id=\"sample\" label=\"示范文书\" style=\"record\" " + head +
      ">" + body + "</template>";
  Printed out;
  const auto made = load_template(xml, "示范.xml");
  EXPECT_TRUE(made.ok()) << testing::listed(made);
  if (!made.ok()) return out;
  EXPECT_EQ(testing::listed(check(*made, with_needs(*made, fact_names()))), "");
  Fields given = testing::sample_facts();
  given["说明"] = Value();
  const auto manuscript =
      compose(*made, documents::sample_fields(*made, fact_names(), given, testing::sample_day));
  EXPECT_TRUE(manuscript.ok()) << testing::listed(manuscript);
  const auto style =
      pages::load_style(testing::read_file(ANJUAN_SOURCE_DIR "/templates/styles/record.xml"), "record.xml");
  if (!manuscript.ok() || !style.ok()) return out;
  auto setting = pages::set_pages(*manuscript, **style, *machine_fonts());
  EXPECT_TRUE(setting.ok()) << testing::listed(setting);
  if (!setting.ok()) return out;
  out.setting = *setting;
  auto pdf = pages::write_pdf(out.setting, *machine_fonts(), {"sample", "示范文书", "", "", {1788998400}});
  EXPECT_TRUE(pdf.ok()) << testing::listed(pdf);
  if (pdf.ok()) out.pdf = *pdf;
  out.path = ANJUAN_BINARY_DIR "/documents-feature.pdf";
  std::ofstream(out.path, std::ios::binary) << out.pdf;
  return out;
}

std::string page_words(const Printed& printed) {
  return testing::without_space(output_of("pdftotext -raw -enc UTF-8 " + printed.path + " -"));
}

class Feature : public ::testing::Test {
 protected:
  void SetUp() override {
    if (machine_fonts() != nullptr) return;
    std::puts("skipped: no fonts for Chinese here");
    GTEST_SKIP() << "no fonts for Chinese here";
  }
};

TEST_F(Feature, ParagraphsAndInlineStyles) {
  const Printed p = printed_page(
      "<title>标题</title><p>甲<span font=\"hei\">黑</span><span font=\"kai\" "
      "underline=\"yes\">楷</span>乙</p>");
  EXPECT_NE(page_words(p).find("标题甲黑楷乙"), std::string::npos);
  std::set<int> faces;
  for (const auto& line : p.marks<pages::Words>()) faces.insert(line.face);
  EXPECT_GE(faces.size(), 3u);
  EXPECT_EQ(p.marks<pages::Bar>().size(), 1u);  // the underline
}

TEST_F(Feature, FieldsConditionsAndRepeats) {
  const Printed p = printed_page(
      "<p>{机关.名称}{成文日期|中文日期}</p><when test=\"对象.投诉件数 大于 "
      "0\"><p>有投诉</p></when><otherwise><p>无投诉</p></otherwise>"
      "<for each=\"检查人员\" as=\"人\" index=\"序\"><p>{序}.{人.姓名}</p></for><p><join each=\"检查人员\" "
      "as=\"人\" between=\"、\">{人.执法证号}</join></p>");
  EXPECT_NE(
      page_words(p).find("澄阳县司法局二〇二六年九月十日有投诉1.晏知秋2.桑以墨99012811001、99012811002"),
      std::string::npos)
      << page_words(p);
}

TEST_F(Feature, TablesWithSpansAndRuledForms) {
  const Printed p = printed_page(
      "<table columns=\"1 1 1 1\"><header><label "
      "span=\"2\">甲</label><label>乙</label><label>丙</label></header>"
      "<row><cell rows=\"2\">丁</cell><cell>戊</cell><cell "
      "span=\"2\">己</cell></row><row><cell>庚</cell><cell>辛</cell><cell>壬</cell></row>"
      "<field label=\"备注\" wide=\"yes\" height=\"30\">无</field><band>签署</band></table>");
  EXPECT_NE(page_words(p).find("甲乙丙丁戊己"), std::string::npos) << page_words(p);
  EXPECT_GE(p.marks<pages::Bar>().size(), 12u);  // ruled cells
}

TEST_F(Feature, CheckboxesAndBlankLines) {
  const Printed p = printed_page(
      "<needs><need name=\"说明\" type=\"text\" optional=\"yes\"/></needs><p><check test=\"对象.投诉件数 "
      "大于 0\">有投诉</check>　<check test=\"对象.处罚次数 大于 0\">有处罚</check>　<check>其他</check></p>"
      "<sign-line>检查人员：<blank chars=\"6\"/></sign-line><p>说明：{说明|留白 10}</p>");
  EXPECT_NE(page_words(p).find("☑有投诉☐有处罚☐其他"), std::string::npos) << page_words(p);
  EXPECT_EQ(p.marks<pages::Bar>().size(), 2u);
}

TEST_F(Feature, Photos) {
  const Printed p = printed_page(
      "<needs><need name=\"照片\" type=\"text\"/></needs><photo source=\"照片\" width=\"60\" "
      "caption=\"现场照片\"/>");
  ASSERT_EQ(p.marks<pages::Image>().size(), 1u);
  EXPECT_EQ(p.marks<pages::Image>()[0].width, 60000);
  EXPECT_NE(output_of("pdfimages -list " + p.path).find("48    36"), std::string::npos);
  EXPECT_NE(page_words(p).find("现场照片"), std::string::npos);
}

// A reader of codes reads it off the printed page.
TEST_F(Feature, QrCodes) {
  const Printed p = printed_page("<qr width=\"30\">{文号}</qr>");
  ASSERT_EQ(p.marks<pages::CodeSquares>().size(), 1u);
  if (output_of("zbarimg --version").find('.') == std::string::npos) {
    std::puts("skipped: zbarimg is not here; install zbar-tools");
    GTEST_SKIP() << "zbarimg is not here";
  }
  output_of("pdftoppm -r 150 -png -singlefile " + p.path + " " + p.path);
  EXPECT_NE(output_of("zbarimg -q --raw " + p.path + ".png").find("澄司检通〔2026〕2号"), std::string::npos);
}

TEST_F(Feature, PlacesForSignaturesAndSeals) {
  const Printed p =
      printed_page("<p>正文</p><signature date=\"{成文日期}\"><organ>{机关.名称}</organ></signature>");
  ASSERT_EQ(p.setting.seals.size(), 1u);
  EXPECT_EQ(p.setting.seals[0].organ, "澄阳县司法局");
  EXPECT_NE(page_words(p).find("澄阳县司法局2026年9月10日"), std::string::npos);
  EXPECT_TRUE(
      printed_page(
          "<p>正文</p><signature date=\"{成文日期}\" seal=\"no\"><organ>{机关.名称}</organ></signature>")
          .setting.seals.empty());
}

TEST_F(Feature, HeadersAndFooters) {
  const Printed p = printed_page("<p>正文</p>", "header=\"记录 {案件.编号}\" footer=\"{机关.名称}制\"");
  EXPECT_NE(page_words(p).find("记录CY-2026-01-002"), std::string::npos) << page_words(p);
  EXPECT_NE(page_words(p).find("澄阳县司法局制"), std::string::npos) << page_words(p);
}

}  // namespace
}  // namespace anjuan::documents
