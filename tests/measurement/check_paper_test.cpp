// One fault at a time, put into a paper that is right: each is found, with its clause, and nothing else.

#include <algorithm>

#include "measurement/measured.h"
#include "measurement/messages.h"
#include "pages/deflated.h"
#include "pages/fonts.h"

namespace anjuan::measurement {
namespace {

using Codes = std::vector<std::string>;

bool holds(const Codes& codes, const char* code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

TEST(CheckPaper, FindsNothingInAPaperThatIsRight) {
  const Setting setting = set(notice());
  EXPECT_EQ(setting.pages.size() % 2, 0u);
  EXPECT_EQ(told(found_in(setting)), "");
}

// Organs that issue together, signers, secrecy: 7.2.1–7.2.6, 7.3.5.1.
TEST(CheckPaper, FindsNothingInAJointPaper) {
  Manuscript m = notice();
  Paragraph number = paragraph(Role::number, "示司〔2026〕3号");
  number.signers = {"季临川", "晏知秋", "桑以墨"};
  m.blocks[0] = JointMasthead{{"示例县市场监督管理局", "示例县司法局"}, "文件"};
  m.blocks[1] = number;
  m.blocks[8] = Signature{{"甲县司法局", "乙县司法局", "丙县司法局", "丁县司法局"}, "2026年1月15日", true};
  m.blocks.insert(m.blocks.begin(), {paragraph(Role::copy_number, "000001"),
                                     paragraph(Role::secrecy, "秘密★1年"), paragraph(Role::urgency, "加急")});
  EXPECT_EQ(told(found_in(set(m))), "");
}

// 7.2.4: the names of five organs are hardly larger than the text, and still the mark.
TEST(CheckPaper, FindsNothingInAPaperOfFiveOrgans) {
  const std::vector<std::string> organs{"甲县司法局", "乙县市场监督管理局", "丙县发展和改革委员会", "丁县公安局", "戊县财政局"};
  Manuscript m = notice();
  std::get<Paragraph>(m.blocks[1]).signers = {"季临川", "晏知秋", "桑以墨", "公冶衡", "宓如晦"};
  m.blocks[0] = JointMasthead{organs, "文件"};
  m.blocks[8] = Signature{organs, "2026年1月15日", true};
  EXPECT_EQ(told(found_in(set(m))), "");
}

// 10.2, 10.3
TEST(CheckPaper, FindsNothingInAnOrderAndInMinutes) {
  Signature stamp{{"县长"}, "2026年1月15日", true};
  stamp.stamp = true;
  const Imprint imprint{{"示例市司法局"}, "示例县司法局办公室", "2026年1月15日"};
  const Manuscript order =
      manuscript("order", {paragraph(Role::masthead, "示例县人民政府令"), paragraph(Role::number, "第12号"),
                           body_of(70), stamp, imprint});
  EXPECT_EQ(told(found_in(set(order), "order")), "");
  const Manuscript minutes = manuscript(
      "minutes", {paragraph(Role::masthead, "示例县司法局会议纪要"), paragraph(Role::number, "〔2026〕第3号"),
                  paragraph(Role::title, "随机抽查工作会议纪要"), body_of(200),
                  paragraph(Role::attendance, "出席：晏知秋、桑以墨"),
                  paragraph(Role::attendance, "请假：无"), imprint});
  EXPECT_EQ(told(found_in(set(minutes), "minutes")), "");
}

// 11: a lying annex between body and imprint.
TEST(CheckPaper, FindsNothingInAPaperWithALyingAnnex) {
  Manuscript m = notice();
  Table table;
  table.columns = {1, 4, 4};
  table.rows = {row({"序号", "任务", "时间"}, true), row({"1", "第一次随机抽查", "2026年9月"})};
  m.blocks.insert(m.blocks.end() - 1, {PageBreak{true}, paragraph(Role::annex, "附件"),
                                       paragraph(Role::annex_title, "2026年度抽查工作计划表"), table});
  const Setting setting = set(m);
  EXPECT_EQ(told(found_in(setting)), "");
  EXPECT_EQ(setting.pages.size() % 2, 0u);
}

// 5.2.1: 天头 37±1, 订口 28±1.
TEST(CheckPaper, FindsMarginsThatAreTwoMillimetresOff) {
  const auto left = changed("official", "left=\"28000\" right=\"26000\"", "left=\"30000\" right=\"24000\"");
  const auto narrow = changed("official", "right=\"26000\"", "right=\"28000\"");
  const auto top = changed("official", "top=\"37000\" bottom=\"35000\"", "top=\"39000\" bottom=\"33000\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *left)), "AJ3511"));
  EXPECT_TRUE(holds(codes(set_with(notice(), *narrow)), "AJ3512"));
  EXPECT_TRUE(holds(codes(set_with(notice(), *top)), "AJ3513"));
}

TEST(CheckPaper, SaysWhereAndWhatTheClauseIs) {
  const auto left = changed("official", "left=\"28000\" right=\"26000\"", "left=\"30000\" right=\"24000\"");
  const Diagnostics found = found_in(set_with(notice(), *left));
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(sentence(found[0], Language::chinese), "左白边（订口）为 30.0 毫米，应当是 28.0±1 毫米");
  EXPECT_EQ(sentence(found[0], Language::english), "the left margin is 30.0 mm, it should be 28.0 ± 1 mm");
  EXPECT_EQ(found[0].place.within.zh, "第 1—3 页");
  EXPECT_EQ(found[0].basis->instrument, "GB/T 9704-2012");
}

TEST(CheckPaper, FindsASheetThatIsNotA4) {
  const auto letter = changed("official", "width=\"210000\" height=\"297000\" top=\"37000\" bottom=\"35000\"",
                              "width=\"215900\" height=\"279400\" top=\"37000\" bottom=\"17400\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *letter)), "AJ3510"));
}

// 5.2.2: 22 lines of 3号 type on a page, evenly.
TEST(CheckPaper, FindsTwentyThreeLinesOnAPage) {
  const auto closer = changed("official", "lines=\"22\"", "lines=\"23\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *closer)), "AJ3515"));
}

TEST(CheckPaper, FindsAWiderLinePitch) {
  const auto wider = changed("official", "lines=\"22\"", "lines=\"20\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *wider)), "AJ3516"));
}

TEST(CheckPaper, FindsTheWrongSizeAndFaceOfTheBody) {
  const auto smaller = changed("official", "<role name=\"body\" font=\"fang-song\" size=\"160\"",
                               "<role name=\"body\" font=\"fang-song\" size=\"150\"");
  const auto song =
      changed("official", "<role name=\"body\" font=\"fang-song\"", "<role name=\"body\" font=\"song\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *smaller)), "AJ3517"));
  EXPECT_EQ(codes(set_with(notice(), *song)), Codes{"AJ3518"});
}

TEST(CheckPaper, FindsALineBelowTheTypeArea) {
  Setting setting = set(notice());
  words_with(setting, 2, "各承办").y = 297000 - 32000;
  EXPECT_TRUE(holds(codes(setting), "AJ3514"));
}

TEST(CheckPaper, FindsALineOffTheGrid) {
  Setting setting = set(notice());
  words_with(setting, find_line(setting, "抽查范围").page, "抽查范围").y += 3000;
  EXPECT_EQ(codes(setting), Codes{"AJ3519"});
}

// 7.5: odd numbers right, even ones left, the dash 7 mm below the type area, 4号.
TEST(CheckPaper, FindsPageNumbersInTheWrongPlace) {
  Setting wrong_side = set(notice());
  std::swap(words_with(wrong_side, 1, "— 1").x, words_with(wrong_side, 2, "— 2").x);
  EXPECT_EQ(codes(wrong_side), (Codes{"AJ3521", "AJ3521"}));
  const auto lower = changed("official", "distance=\"7000\"", "distance=\"10000\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *lower)), "AJ3522"));
  const auto at_edge = changed("official", "distance=\"7000\" inset=\"1\"", "distance=\"7000\" inset=\"0\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *at_edge)), "AJ3523"));
  const auto small = changed("official", "inset=\"1\" size=\"140\"", "inset=\"1\" size=\"105\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *small)), "AJ3526"));
}

TEST(CheckPaper, FindsNumbersThatAreMissingOrWrong) {
  Manuscript without = notice();
  without.page_numbers = false;
  EXPECT_TRUE(holds(codes(set(without)), "AJ3520"));
  Setting third = set(notice());
  third.pages.insert(third.pages.begin(), third.pages.begin() + 1, third.pages.begin() + 2);
  EXPECT_TRUE(holds(codes(third), "AJ3525"));
}

// 10.1: no number on the first page of a letter.
TEST(CheckPaper, FindsANumberOnTheFirstPageOfALetter) {
  const auto numbered = changed("letter", "first=\"no\"", "first=\"yes\"");
  Manuscript m = manuscript(
      "letter", {paragraph(Role::masthead, "示例县司法局"), paragraph(Role::number, "示司函〔2026〕3号"),
                 paragraph(Role::title, "关于移送有关问题线索的函"), body_of(120),
                 Signature{{"示例县司法局"}, "2026年1月15日", true}});
  EXPECT_EQ(told(found_in(set(m), "letter")), "");
  EXPECT_EQ(codes(set_with(m, *numbered), "letter"), Codes{"AJ3524"});
  const auto higher = changed("letter", "top=\"275200\"", "top=\"265200\"");
  EXPECT_EQ(codes(set_with(m, *higher), "letter"), Codes{"AJ3534"});
}

// 7.2: the mark 35 mm below the head of the type area, the red line 4 mm below the number, as wide as the
// area.
TEST(CheckPaper, FindsWhatIsWrongWithTheHead) {
  const auto high = changed("official", "page-top=\"72000\"", "page-top=\"52000\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *high)), "AJ3530"));
  const auto none = changed("official", "<rule kind=\"single\"", "<rule kind=\"none\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *none)), "AJ3531"));
  const auto low = changed("official", "distance=\"4000\"", "distance=\"8000\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *low)), "AJ3532"));
  const auto narrow = changed("official", "thickness=\"500\"", "thickness=\"500\" width=\"120000\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *narrow)), "AJ3533"));
  const auto left =
      changed("official", "<role name=\"number\" font=\"fang-song\" size=\"160\" align=\"center\"",
              "<role name=\"number\" font=\"fang-song\" size=\"160\" align=\"right\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *left)), "AJ3535"));
}

// 7.3.1
TEST(CheckPaper, FindsWhatIsWrongWithTheTitle) {
  const auto small = changed("official", "<role name=\"title\" font=\"xiao-biao-song\" size=\"220\"",
                             "<role name=\"title\" font=\"xiao-biao-song\" size=\"180\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *small)), "AJ3540"));
  const auto close =
      changed("official", "balanced=\"yes\" before=\"20454\"", "balanced=\"yes\" before=\"0\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *close)), "AJ3544"));
  Manuscript m = notice();
  std::get<Paragraph>(m.blocks[2]).runs = words("示例县司法局关于开展抽\xe2\x80\xa8查的通知");
  EXPECT_TRUE(holds(codes(set(m)), "AJ3541"));
  std::get<Paragraph>(m.blocks[2]).runs =
      words("关于开展随机抽查\xe2\x80\xa8有关工作的\xe2\x80\xa8补充通知和意见");
  EXPECT_EQ(codes(set(m)), Codes{"AJ3542"});
  Setting aside = set(notice());
  words_with(aside, 1, "关于印发").x += 9000;
  EXPECT_TRUE(holds(codes(aside), "AJ3543"));
}

/// The paper with all levels of headings; `run_on`: the second and the third go on as text.
Manuscript with_levels(FontRole second, FontRole third) {
  Manuscript m = notice();
  const auto opened = [](const char* heading, FontRole face) {
    Paragraph p = paragraph(Role::body, "各承办股室应当于实施前制定工作方案，经分管领导同意后送监督机构备案。");
    p.runs.insert(p.runs.begin(), Run{heading, face, false, 0});
    return p;
  };
  m.blocks.insert(m.blocks.begin() + 7, {paragraph(Role::heading2, "（一）基本要求"), opened("（二）提高认识。", second), paragraph(Role::heading3, "1. 抽查的时间安排"),
                                         opened("2. 抽查的方式：", third), paragraph(Role::heading3, "（1）现场检查"),
                                         paragraph(Role::body, "三、送达方式。检查结果告知书由两名执法人员直接送达，不能直接送达的邮寄送达。"),
                                         // A date keeps the first line short.
                                         paragraph(Role::body, "四、没有按照规定建立利益冲突审查制度的机构，应当于2026年2月11日以前改正，并且报告；")});
  return m;
}

// 7.3.3: 第一层黑体、第二层楷体、第三层和第四层仿宋.
TEST(CheckPaper, FindsHeadingsInTheFaceOfAnotherLevel) {
  EXPECT_EQ(told(found_in(set(with_levels(FontRole::kai, FontRole::fang_song)))), "");
  EXPECT_EQ(told(found_in(set(with_levels(FontRole::fang_song, FontRole::fang_song)))), "") << "text that runs on may be numbered";
  const Diagnostics run_on = found_in(set(with_levels(FontRole::hei, FontRole::hei)));
  ASSERT_EQ(codes_of(run_on), (Codes{"AJ3546", "AJ3546"})) << told(run_on);
  EXPECT_TRUE(sentence(run_on[0], Language::chinese).starts_with("“（二）提高认识。各承办股…”是第二层的标题，用黑体（")) << told(run_on);
  EXPECT_TRUE(sentence(run_on[1], Language::chinese).ends_with("应当用仿宋体")) << told(run_on);
  EXPECT_EQ(run_on[0].basis->article, "第7.3.3条");
  const auto first = changed("official", "<role name=\"heading1\" font=\"hei\"", "<role name=\"heading1\" font=\"fang-song\"");
  const auto second = changed("official", "<role name=\"heading2\" font=\"kai\"", "<role name=\"heading2\" font=\"fang-song\"");
  for (const auto& style : {first, second}) EXPECT_EQ(codes(set_with(with_levels(FontRole::kai, FontRole::fang_song), *style)), Codes{"AJ3546"});
}

// 7.3.3: 公文首页必须显示正文.
TEST(CheckPaper, FindsAFirstPageWithoutBody) {
  Manuscript m = notice();
  m.blocks.insert(m.blocks.begin() + 3, PageBreak{});
  EXPECT_TRUE(holds(codes(set(m)), "AJ3545"));
}

// 7.3.5.1: the date four characters in, the organ over its middle, the seal within a line of the body.
TEST(CheckPaper, FindsASignatureOutOfPlace) {
  const auto further = changed("official", "date-inset=\"4\"", "date-inset=\"7\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *further)), "AJ3550"));
  const auto low = changed("official", "seal above=\"2\"", "seal above=\"5\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *low)), "AJ3552"));
  const auto high = changed("official", "seal above=\"2\"", "seal above=\"0\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *high)), "AJ3553"));
  Setting aside = set(notice());
  for (Page& page : aside.pages) {
    for (Mark& mark : page.marks) {
      Words* found = std::get_if<Words>(&mark);
      if (found != nullptr && found->size == 5644 && text_of(*found) == "示例县司法局") found->x -= 20000;
    }
  }
  EXPECT_EQ(codes(aside), Codes{"AJ3551"});
}

TEST(CheckPaper, FindsASignatureAloneOnItsPage) {
  Manuscript m = notice();
  m.blocks.insert(m.blocks.begin() + 8, PageBreak{});
  EXPECT_TRUE(holds(codes(set(m)), "AJ3554"));
}

// 7.3.5.4
TEST(CheckPaper, FindsADateWithLeadingZeros) {
  Manuscript m = notice();
  std::get<Signature>(m.blocks[8]).date = "2026年01月05日";
  EXPECT_EQ(codes(set(m)), Codes{"AJ3555"});
}

// The picture of a seal, 42 mm wide, is held against organ and date.
TEST(CheckPaper, FindsASealThatStandsAside) {
  const auto seal_at = [](int aside) {
    Setting setting = set(notice());
    const FoundLine date = find_line(setting, "1月15日");
    const auto bytes = png(2, 2, 8, 0, std::string("\0\x10\x20\0\x10\x20", 6));
    Manuscript photo = manuscript("official", {Photo{held(bytes), 42000, ""}});
    Image seal = std::get<Image>(set(photo).pages[0].marks.front());
    seal.width = seal.height = 42000;
    seal.x = (date.line.x + date.right()) / 2 - 21000 + aside;
    seal.y = date.line.y - 10227 / 2 - 21000;
    setting.pages[static_cast<std::size_t>(date.page - 1)].marks.push_back(seal);
    return codes(setting);
  };
  EXPECT_EQ(seal_at(0), Codes{});
  EXPECT_EQ(seal_at(15000), Codes{"AJ3556"});
}

// 7.4
TEST(CheckPaper, FindsAnImprintThatIsMissingOrMisplaced) {
  Manuscript without = notice();
  without.blocks.pop_back();
  EXPECT_TRUE(holds(codes(set(without)), "AJ3560"));
  Manuscript one_page = notice();
  one_page.blocks = {one_page.blocks[2], body_of(60), one_page.blocks[8], one_page.blocks[10]};
  const auto anywhere = changed("official", "even=\"yes\"", "even=\"no\"");
  EXPECT_TRUE(holds(codes(set_with(one_page, *anywhere)), "AJ3561"));
  Setting high = set(notice());
  for (Mark& mark : high.pages.back().marks) move_mark(mark, 0, -6000);
  EXPECT_TRUE(holds(codes(high), "AJ3562"));
  const auto thin =
      changed("official", "outer-rule=\"350\" inner-rule=\"250\"", "outer-rule=\"250\" inner-rule=\"250\"");
  EXPECT_TRUE(holds(codes(set_with(notice(), *thin)), "AJ3563"));
  Manuscript annexed = notice();
  annexed.blocks.push_back(paragraph(Role::annex, "附件"));
  annexed.blocks.push_back(body_of(60));
  EXPECT_TRUE(holds(codes(set(annexed)), "AJ3564"));
}

/// The characters that begin or end a line of the second page are changed.
Codes codes_with(int from_end, char32_t character) {
  Setting setting = set(notice());
  int at = 0;
  for (Mark& mark : setting.pages[1].marks) {
    Words* found = std::get_if<Words>(&mark);
    if (found == nullptr || found->glyphs.size() < 25 || ++at < 2) continue;
    Glyph& glyph = from_end > 0 ? found->glyphs[found->glyphs.size() - static_cast<std::size_t>(from_end)]
                                : found->glyphs.front();
    const auto other = fonts().find(FontRole::fang_song, character);
    glyph.character = character;
    glyph.id = other->glyph;
    break;
  }
  return codes(setting);
}

// 避头尾
TEST(CheckPaper, FindsMarksAtTheWrongEndOfALine) {
  EXPECT_EQ(codes_with(0, U'，'), Codes{"AJ3570"});
  EXPECT_EQ(codes_with(1, U'（'), Codes{"AJ3571"});
}

TEST(CheckPaper, FindsANumberThatIsBroken) {
  Setting setting = set(notice());
  std::vector<Words*> lines;
  for (Mark& mark : setting.pages[1].marks) {
    if (Words* found = std::get_if<Words>(&mark); found != nullptr && found->glyphs.size() > 25)
      lines.push_back(found);
  }
  ASSERT_GE(lines.size(), 3u);
  const auto figure = fonts().find(FontRole::fang_song, U'2');
  for (Glyph* glyph : {&lines[1]->glyphs.back(), &lines[2]->glyphs.front()}) {
    glyph->character = U'2';
    glyph->id = figure->glyph;
  }
  EXPECT_EQ(codes(setting), Codes{"AJ3572"});
}

// ---- papers of other makes ----

/// A PDF with one page of the content given, in Helvetica.
std::string plain_pdf(const std::string& content, const std::string& more = "", const std::string& filter = "") {
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count "
         "1>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]" +
         more +
         "/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</I 6 0 R>>>>>>endobj\n4 0 obj<<" + filter + "/Length " +
         std::to_string(content.size()) + ">>stream\n" + content +
         "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
         "6 0 obj<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent "
         "8/Length 1>>stream\n"
         "0\nendstream endobj\ntrailer<</Root 1 0 R>>\n";
}

TEST(ReadPdf, MeasuresTextRulesAndPicturesOfAnyFile) {
  const FinishedPaper paper =
      measured(plain_pdf("BT /F1 16 Tf 79.37 700 Td (Report) Tj ET 1 0 0 RG 2 w 79.37 600 m 521.57 600 l S q "
                         "100 0 0 50 79.37 400 cm /I Do Q"));
  ASSERT_EQ(paper.pages.size(), 1u);
  const FinishedPage& page = paper.pages[0];
  EXPECT_NEAR(page.width, 210000, 10);
  ASSERT_EQ(page.lines.size(), 1u);
  EXPECT_EQ(to_utf8(page.lines[0].text), "Report");
  EXPECT_NEAR(page.lines[0].x, 28000, 10);
  EXPECT_NEAR(page.lines[0].baseline, 297000 - 700 * 25400 / 72, 30);
  EXPECT_NEAR(page.lines[0].size, 5644, 2);
  ASSERT_EQ(page.rules.size(), 1u);
  EXPECT_NEAR(page.rules[0].width, 156000, 20);
  EXPECT_NEAR(page.rules[0].height, 706, 3);
  EXPECT_EQ(page.rules[0].color.red, 255);
  ASSERT_EQ(page.pictures.size(), 1u);
  EXPECT_NEAR(page.pictures[0].height, 50 * 25400 / 72, 3);
}

TEST(ReadPdf, MeasuresATurnedPageAsItIsShown) {
  const FinishedPaper paper =
      measured(plain_pdf("BT 0 1 -1 0 100 79.37 Tm /F1 16 Tf (Table) Tj ET", "/Rotate 90"));
  EXPECT_NEAR(paper.pages[0].width, 297000, 10);
  ASSERT_EQ(paper.pages[0].lines.size(), 1u);
  EXPECT_NEAR(paper.pages[0].lines[0].x, 28000, 10);
  EXPECT_NEAR(paper.pages[0].lines[0].baseline, 100 * 25400 / 72, 10);
}

TEST(ReadPdf, RefusesContentsThatUnpackWithoutEnd) {
  const std::string few = deflated("q Q "), many = deflated(std::string(std::size_t{33} << 20, ' '), Effort::quick);
  EXPECT_TRUE(read_pdf(plain_pdf(few, "", "/Filter/FlateDecode"), "a.pdf").ok());
  const auto refused = read_pdf(plain_pdf(many, "", "/Filter/FlateDecode"), "a.pdf");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(sentence(refused.diagnostics()[0], Language::chinese),
            "这个 PDF 文件不能测量：有一页的内容展开后超过 32 MiB");
}

TEST(ReadPdf, RefusesWhatIsNoPdf) {
  const auto refused = read_pdf("word document", "通知.docx");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(codes_of(refused.diagnostics()), Codes{"AJ3501"});
  EXPECT_EQ(sentence(refused.diagnostics()[0], Language::chinese),
            "这个 PDF 文件不能测量：文件损坏或者不是 PDF");
}

// Whatever is done to a file, it is read or refused.
TEST(ReadPdf, ReadsOrRefusesDamagedFiles) {
  const std::string whole = pdf_of(set(notice()));
  std::uint32_t state = 20260910;
  const auto next = [&](std::size_t below) {
    state = state * 1664525 + 1013904223;
    return static_cast<std::size_t>(state >> 8) % below;
  };
  int refused = 0;
  for (int i = 0; i < 60; ++i) {
    std::string bytes = whole;
    for (std::size_t n = 1 + next(30); n > 0; --n) bytes[next(bytes.size())] = static_cast<char>(next(256));
    if (i % 3 == 0) bytes.erase(next(bytes.size()), 1 + next(500));
    const auto paper = read_pdf(bytes, "示例.pdf");
    refused += paper.ok() ? 0 : 1;
    const Codes said = paper.ok() ? Codes{"AJ3501"} : codes_of(paper.diagnostics());
    EXPECT_EQ(said, Codes{"AJ3501"});
  }
  EXPECT_LT(refused, 60);
}

TEST(CheckPaper, SaysThatAScanCannotBeMeasured) {
  const FinishedPaper paper = measured(plain_pdf("q 595 0 0 842 0 0 cm /I Do Q"));
  const Diagnostics found = check_paper(paper, *style("official"));
  EXPECT_EQ(codes_of(found), Codes{"AJ3502"});
}

TEST(CheckPaper, SaysWhatIsWrongWithAPaperOfAnotherMake) {
  const Codes found = codes_of(
      check_paper(measured(plain_pdf("BT /F1 12 Tf 60 700 Td (Dear Sir) Tj ET")), *style("official")));
  EXPECT_TRUE(holds(found, "AJ3520"));
}

TEST(StyleFor, TakesTheStyleThatTheFileNames) {
  const std::vector<std::shared_ptr<const Style>> styles{style("enforcement"), style("letter"),
                                                         style("official")};
  EXPECT_EQ(style_for(measured(pdf_of(set(notice()))), styles).id, "official");
  FinishedPaper unnamed = measured(pdf_of(set(notice())));
  unnamed.style.clear();
  EXPECT_EQ(style_for(unnamed, styles).id, "official");
}

}  // namespace
}  // namespace anjuan::measurement
