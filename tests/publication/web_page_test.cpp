#include "publication/web_page.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "documents/load_template.h"
#include "publication/announcement.h"
#include "publication/web_from_manuscript.h"
#include "results.h"
#include "xml/document.h"

namespace anjuan::publication {
namespace {

WebPage page() {
  WebPage page;
  page.title = "关于2026年抽查结果的公示";
  page.number = "澄司公告〔2026〕2号";
  page.blocks.push_back({WebBlock::Kind::heading, "一、抽查情况", {}});
  page.blocks.push_back({WebBlock::Kind::paragraph, "抽查比例38.89%，现予公示。", {}});
  page.blocks.push_back({WebBlock::Kind::table,
                         "抽查结果公示表",
                         {{{"对象名称", ColumnKind::open_text}, {"执业证号", ColumnKind::licence}},
                          {{"岚东砚衡律师事务所", "62220212345678903"}}}});
  page.blocks.push_back({WebBlock::Kind::signature, "澄阳县司法局", {}});
  return page;
}

TEST(WritePage, CarriesItsStylesInItsElements) {
  const std::string html = write_page(page());
  for (const char* unwanted :
       {"<script", "<style", "class=", " id=", "href=", "src=", "onclick", "position:"}) {
    EXPECT_EQ(html.find(unwanted), std::string::npos) << unwanted;
  }
  EXPECT_NE(html.find("<meta charset=\"UTF-8\">"), std::string::npos);
  EXPECT_NE(html.find(write_section(page())), std::string::npos);
  EXPECT_EQ(html, write_page(page()));
}

TEST(WriteSection, IsWellFormedAndSaysEverythingInOrder) {
  const auto section = xml::parse(write_section(page()), "页面");
  ASSERT_TRUE(section.ok());
  EXPECT_EQ(section->name, "section");
  EXPECT_EQ(replace_all(section->text(), "\n", ""),
            "关于2026年抽查结果的公示澄司公告〔2026〕2号一、抽查情况抽查比例38.89%，现予公示。抽查结果公示表"
            "对象名称执业证号岚东砚衡律师事务所62220212345678903澄阳县司法局");
  for (const xml::Node& node : section->content) {
    EXPECT_FALSE(node.is_element() && node.element[0].get("style").empty());
  }
}

TEST(WriteSection, EscapesWhateverTheWordsHold) {
  WebPage hostile;
  hostile.title = "<script>alert(1)</script>";
  hostile.blocks.push_back(
      {WebBlock::Kind::paragraph, "a & b \"c\" 'd' <img src=x onerror=y>\x01\n下一行", {}});
  hostile.blocks.push_back({WebBlock::Kind::table, "", {{{"<b>", ColumnKind::open_text}}, {{"</td><td>"}}}});
  const std::string html = write_section(hostile);
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("<img"), std::string::npos);
  EXPECT_NE(html.find("a &amp; b &quot;c&quot; &#39;d&#39; &lt;img src=x onerror=y&gt;<br>下一行"),
            std::string::npos);
  EXPECT_NE(html.find("&lt;/td&gt;&lt;td&gt;"), std::string::npos);
}

TEST(CheckWebPage, PermitsTheCodesOfItsTablesAndFindsTheRest) {
  WebPage good = page();
  good.blocks.push_back({WebBlock::Kind::flush, "其中62220212345678903号已更正。", {}});
  EXPECT_TRUE(check_publishable(good, {}, "公示.html").empty());
  WebPage bad = page();
  bad.blocks.push_back({WebBlock::Kind::paragraph, "联系人电话138-1234-5678", {}});
  bad.blocks[2].table.rows[0][0] = "990128197803120034";
  const Diagnostics found = check_publishable(bad, {}, "公示.html");
  EXPECT_EQ(codes(found), (Codes{"AJ2620", "AJ2620"}));
  EXPECT_EQ(found[1].values[0].zh, "第5段");
}

TEST(WebPageOf, SaysWhatThePaperSays) {
  pages::Manuscript paper;
  const auto add = [&](pages::Role role, std::string words) {
    paper.blocks.push_back(
        pages::Paragraph{role, {{std::move(words), std::nullopt, false, 0}}, {}, {}, false});
  };
  add(pages::Role::title, "关于抽查结果\u2028的公示");
  add(pages::Role::number, "澄司公告〔2026〕2号");
  add(pages::Role::body, "现予公示。");
  add(pages::Role::heading1, "一、抽查结果");
  const auto cell = [](std::string words) {
    pages::Cell made;
    made.blocks.push_back(pages::Paragraph{
        pages::Role::form_text, {{std::move(words), std::nullopt, false, 0}}, {}, {}, false});
    return made;
  };
  pages::Table table;
  table.rows.push_back({{cell("名称"), cell("结果")}, 0, true});
  pages::Row wide{{cell("无")}, 0, false};
  wide.cells[0].column_span = 2;
  table.rows.push_back(wide);
  paper.blocks.push_back(table);
  paper.blocks.push_back(pages::PageBreak{});
  paper.blocks.push_back(pages::Signature{{"澄阳县司法局"}, "2026年10月9日", true});
  const WebPage made = web_page_of(paper);
  EXPECT_EQ(made.title, "关于抽查结果的公示");
  EXPECT_EQ(made.number, "澄司公告〔2026〕2号");
  ASSERT_EQ(made.blocks.size(), 5u);
  EXPECT_EQ(made.blocks[0].kind, WebBlock::Kind::paragraph);
  EXPECT_EQ(made.blocks[1].kind, WebBlock::Kind::heading);
  EXPECT_EQ(made.blocks[2].table.columns[1].name, "结果");
  EXPECT_EQ(made.blocks[2].table.rows[0], (std::vector<std::string>{"无", ""}));
  EXPECT_EQ(made.blocks[4].text, "2026年10月9日");
  EXPECT_EQ(made.blocks[4].kind, WebBlock::Kind::signature);
}

/// The shipped announcement, composed from the facts of this module.
TEST(WebPageOf, CarriesTheShippedAnnouncement) {
  const PublicationRules rules = shipped_rules();
  const std::vector<Fields> rows = loaded(result_rows(three_results(), rules));
  Fields facts = loaded(announcement_facts(rows, {{"律师事务所", 10, 3, 3}, {"公证机构", 1, 1, 1}}, rules));
  facts["机关"] = Fields{{"名称", "澄阳县司法局"},
                         {"工作细则", "随机抽查工作细则"},
                         {"监督机构", "行政执法监督股"},
                         {"监督电话", "0999-7210001"}};
  facts["任务"] = Fields{{"编号", "CY-2026-R1"}, {"名称", "律师事务所随机抽查"}};
  facts["抽取"] = Fields{{"抽取号", "D2026-01"},
                         {"行业", List{Fields{{"业务类别", "律师事务所"}, {"基数", 10}, {"应抽", 3}, {"抽中", 3}},
                                       Fields{{"业务类别", "公证机构"}, {"基数", 1}, {"应抽", 1}, {"抽中", 1}}}}};
  facts["文号"] = "澄司公告〔2026〕2号";
  facts["检查起"] = make_day(2026, 9, 14);
  facts["检查止"] = make_day(2026, 9, 18);
  facts["检查事项"] = "执业和内部管理情况";
  facts["批次"] = 1;
  facts["抽查比例"] = 30;
  facts["成文日期"] = make_day(2026, 10, 9);
  std::ifstream in(ANJUAN_SOURCE_DIR "/templates/result-announcement.xml", std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  const auto form = loaded(documents::load_template(bytes.str(), "result-announcement.xml"));
  const WebPage made = web_page_of(loaded(documents::compose(form, facts)));
  EXPECT_NE(made.title.find("律师事务所随机抽查"), std::string::npos);
  EXPECT_TRUE(check_publishable(made, {}, "公示.html").empty());
  const std::string html = write_page(made);
  EXPECT_NE(html.find("岚东清渠律师事务所"), std::string::npos);
  EXPECT_NE(html.find("后续处理中"), std::string::npos);
  EXPECT_EQ(html.find("公安"), std::string::npos);
}

}  // namespace
}  // namespace anjuan::publication
