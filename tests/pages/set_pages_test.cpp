#include <algorithm>

#include "pages/shape.h"
#include "paper.h"

namespace anjuan::pages {
namespace {

Manuscript long_paper(const std::string& id, int paragraphs) {
  Manuscript m = manuscript(id, {});
  for (int i = 0; i < paragraphs; ++i)
    m.blocks.push_back(paragraph(Role::body, repeat("本机关依法对你单位实施行政检查。", 6)));
  return m;
}

// GB/T 9704-2012, 5.2.2: 22 lines on a page, 28 characters on a line.
TEST(SetPages, FillsTwentyTwoLinesOfTwentyEightCharacters) {
  const Setting setting = set(manuscript("official", {paragraph(Role::body, repeat("字", 28 * 50))}));
  const auto lines = lines_of(setting.pages.front());
  ASSERT_EQ(lines.size(), 23u) << "22 lines and the page number";
  EXPECT_EQ(lines[1].glyphs.size(), 28u);
  EXPECT_EQ(lines[1].x, 28000);
  EXPECT_NEAR(lines[21].y - lines[0].y, 21 * 10227, 21);
  EXPECT_LE(lines[21].y, 297000 - 35000);
}

TEST(SetPages, IndentsAParagraphByTwoCharacters) {
  const Setting setting = set(manuscript("official", {paragraph(Role::body, repeat("字", 60))}));
  const auto lines = lines_of(setting.pages.front());
  EXPECT_EQ(lines[0].x, 28000 + 2 * 5571);
  EXPECT_EQ(lines[1].x, 28000);
}

// 7.2.4: the mark's upper edge is 35 mm below the type area's; 7.2.7: red line as wide as the type area.
TEST(SetPages, PutsMastheadAndRedLineWhereTheStandardSays) {
  const Setting setting = set(manuscript(
      "official", {paragraph(Role::masthead, "示例县司法局文件"), paragraph(Role::number, "示司〔2026〕3号"),
                   Rule{500, true}, paragraph(Role::body, "正文")}));
  const Words mast = find_line(setting, "司法局文件").line;
  EXPECT_NEAR(mast.y - mast.size * 88 / 100, 72000, 50);
  std::vector<Bar> red;
  for (const Mark& mark : setting.pages[0].marks) {
    if (const Bar* bar = std::get_if<Bar>(&mark)) red.push_back(*bar);
  }
  ASSERT_EQ(red.size(), 1u) << "one red line, though the template asks for it as well";
  EXPECT_EQ(red[0].width, 156000);
  EXPECT_GT(red[0].color.red, 200);
  const Words number = find_line(setting, "示司").line;
  EXPECT_NEAR(red[0].y - (number.y + number.size * 12 / 100), 4000, 50);
}

TEST(SetPages, MakesALongMastheadSmallerUntilItFits) {
  const Setting setting = set(manuscript(
      "official", {paragraph(Role::masthead, "示例县司法局示例县公安局示例县市场监督管理局文件")}));
  ASSERT_EQ(setting.pages.size(), 1u);
  const FoundLine mast = find_line(setting, "文件");
  EXPECT_GE(mast.line.x, 28000);
  EXPECT_LE(mast.right(), 184100);
}

// 7.3.5.1: the date ends four characters in from the right, the organ stands over its middle.
TEST(SetPages, CentresTheOrganOverTheDate) {
  const Setting setting = set(manuscript(
      "enforcement", {paragraph(Role::body, "正文。"), Signature{{"示例县司法局"}, "2026年9月3日", true}}));
  const FoundLine organ = find_line(setting, "示例县司法局"), date = find_line(setting, "9月3日"),
                  body = find_line(setting, "正文");
  EXPECT_NEAR(184000 - date.right(), 4 * 5644, 60);
  EXPECT_NEAR(organ.line.x + organ.right(), date.line.x + date.right(), 4);
  EXPECT_NEAR(organ.line.y - body.line.y, 3 * 10227, 30) << "two lines are left for the seal";
}

// 7.3.5.2: without a seal the organ ends two characters in; the date begins two characters after it.
TEST(SetPages, SetsAnUnsealedSignatureBelowTheBody) {
  const Setting setting = set(
      manuscript("enforcement", {paragraph(Role::body, "正文。"),
                                 Signature{{"示例县随机抽查工作领导小组办公室"}, "2026年9月3日", false}}));
  const FoundLine organ = find_line(setting, "领导小组"), date = find_line(setting, "9月3日"),
                  body = find_line(setting, "正文");
  EXPECT_NEAR(184000 - organ.right(), 2 * 5644, 60);
  EXPECT_NEAR(date.line.x - organ.line.x, 2 * 5644, 4);
  EXPECT_NEAR(organ.line.y - body.line.y, 2 * 10227, 30);
}

TEST(SetPages, SetsThreeOrgansSideBySideAtMost) {
  const Setting setting = set(manuscript(
      "official",
      {paragraph(Role::body, "正文。"),
       Signature{{"甲县司法局", "乙县司法局", "丙县司法局", "丁县司法局"}, "2026年9月3日", true}}));
  const Words first = find_line(setting, "甲县").line, fourth = find_line(setting, "丁县").line;
  EXPECT_EQ(find_line(setting, "丙县").line.y, first.y);
  EXPECT_GT(fourth.y - first.y, 4 * 10000) << "each seal has its room";
  const auto middle = [&](const std::string& name) {
    for (const Mark& mark : setting.pages[0].marks) {
      const Words* found = std::get_if<Words>(&mark);
      if (found != nullptr && text_of(*found).find(name) != std::string::npos)
        return (found->x + FoundLine{1, *found}.right()) / 2;
    }
    return 0;
  };
  EXPECT_GT(middle("乙县") - middle("甲县"), 42000) << "seals of 42 mm do not touch";
  EXPECT_GE(middle("甲县"), 28000 + 21000 - 100) << "nor reach beyond the type area";
  EXPECT_EQ(middle("丙县"), middle("丁县"));
  EXPECT_NEAR(184000 - find_line(setting, "9月3日").right(), 4 * 5644, 60);
}

// 7.3.5.5: never a page with a signature only.
TEST(SetPages, NeverLeavesASignatureAlone) {
  for (int length = 28 * 14; length < 28 * 24; length += 14) {
    Manuscript m = manuscript("enforcement", {paragraph(Role::body, repeat("字", length)),
                                              Signature{{"示例县司法局"}, "2026年9月3日", true}});
    const Setting setting = set(m);
    const FoundLine date = find_line(setting, "9月3日");
    const auto lines = lines_of(setting.pages[static_cast<std::size_t>(date.page) - 1]);
    const auto body = std::count_if(lines.begin(), lines.end(), [](const Words& w) {
      return text_of(w).find("字") != std::string::npos;
    });
    EXPECT_GE(body, 2) << length;
  }
}

TEST(SetPages, SavesAnAllButEmptyLastPageByCloserLines) {
  EXPECT_EQ(set(manuscript("official", {paragraph(Role::body, repeat("字", 28 * 23 - 4))})).pages.size(), 1u);
  EXPECT_EQ(set(manuscript("official", {paragraph(Role::body, repeat("字", 28 * 30))})).pages.size(), 2u);
}

// The blank line below a title becomes a closer line too: title, blank line and 22 lines are 24.
TEST(SetPages, ClosesBlankLinesUpWithTheOthers) {
  Manuscript page = manuscript("enforcement", {paragraph(Role::title, "行政检查通知书")});
  for (int i = 0; i < 22; ++i) page.blocks.push_back(paragraph(Role::body, "本机关决定实施检查。"));
  EXPECT_EQ(set(page).pages.size(), 1u);
}

TEST(SetPages, LeavesNoSingleLineOfAParagraphOnAPage) {
  const Setting setting = set(long_paper("enforcement", 30));
  for (std::size_t i = 0; i + 1 < setting.pages.size(); ++i) {
    const auto lines = lines_of(setting.pages[i]);
    const bool begins_alone = lines[0].x == 28000 && lines[1].x > 28000;
    const bool ends_alone = lines[lines.size() - 2].x > 28000;
    EXPECT_FALSE(begins_alone || ends_alone) << "page " << i + 1;
  }
}

TEST(SetPages, KeepsAHeadingWithWhatFollows) {
  for (int length = 28 * 18; length < 28 * 22; length += 14) {
    const Setting setting = set(manuscript(
        "official", {paragraph(Role::body, repeat("前", length)), paragraph(Role::heading1, "一、抽查范围"),
                     paragraph(Role::body, repeat("后", 60))}));
    EXPECT_EQ(find_line(setting, "抽查范围").page, find_line(setting, "后后").page);
  }
}

// 7.3.4: 附件 begins two characters in; its further lines stand under the first character of the name.
TEST(SetPages, AlignsAttachmentsUnderTheirNames) {
  const Setting setting =
      set(manuscript("official", {paragraph(Role::attachment, "附件：1." + repeat("工作计划表", 8)),
                                  paragraph(Role::attachment, "2.事项清单")}));
  const auto lines = lines_of(setting.pages[0]);
  const int name =
      lines[0].x + lines[0].glyphs[0].advance + lines[0].glyphs[1].advance + lines[0].glyphs[2].advance;
  EXPECT_NEAR(lines[1].x, name + lines[0].glyphs[3].advance + lines[0].glyphs[4].advance, 400);
  EXPECT_NEAR(find_line(setting, "2.").line.x, name, 400);
}

// 7.3.4: one blank line between the body and the list of attachments, none within it.
TEST(SetPages, LeavesABlankLineAboveAttachments) {
  const Setting setting = set(
      manuscript("official", {paragraph(Role::body, "正文。"), paragraph(Role::attachment, "附件：1.甲表"),
                              paragraph(Role::attachment, "2.乙表")}));
  const int body = find_line(setting, "正文").line.y, one = find_line(setting, "甲表").line.y;
  EXPECT_NEAR(one - body, 2 * 10227, 30);
  EXPECT_NEAR(find_line(setting, "乙表").line.y - one, 10227, 30);
}

TEST(SetPages, ShortensABlankAtTheEndOfAParagraph) {
  const Setting setting = set(manuscript(
      "letter", {{Paragraph{Role::body,
                            {{"不属于我单位职责范围，不予受理。理由：", {}, false, 0}, blank(60000)},
                            {},
                            {},
                            false}}}));
  EXPECT_EQ(lines_of(setting.pages[0]).size(), 1u);
  const auto& marks = setting.pages[0].marks;
  const auto bar =
      std::find_if(marks.begin(), marks.end(), [](const Mark& m) { return std::holds_alternative<Bar>(m); });
  ASSERT_NE(bar, marks.end());
  EXPECT_GT(std::get<Bar>(*bar).x, 100000) << "it stands behind the words";
}

// 7.5: — 1 — on the right of odd pages, on the left of even ones, 7 mm below the type area.
TEST(SetPages, NumbersPagesAtTheOuterSide) {
  const Setting setting = set(long_paper("official", 20));
  const FoundLine one = find_line(setting, "— 1 —"), two = find_line(setting, "— 2 —");
  EXPECT_NEAR(184000 - one.right(), 4939, 10);
  EXPECT_NEAR(two.line.x - 28000, 4939, 10);
  EXPECT_GT(one.line.y, 297000 - 35000 + 7000);
}

// Words at the foot and the page number beside them would be read as one.
TEST(SetPages, KeepsTheFooterApartFromThePageNumber) {
  for (const char* id : {"internal-form", "record", "manual", "enforcement", "official", "announcement"}) {
    Manuscript m = manuscript(id, {paragraph(Role::body, "正文")});
    m.footer = "页脚页脚页脚页脚";
    const Page page = set(m).pages[0];
    int footer = 0, number = 0;
    for (const Words& line : lines_of(page)) {
      if (text_of(line).find("页脚") != std::string::npos) footer = line.y;
      if (text_of(line).find('1') != std::string::npos) number = line.y;
    }
    ASSERT_GT(number, 0) << id;
    EXPECT_GT(std::abs(footer - number), 4500) << id;
    EXPECT_LT(footer, 297000 - 6000) << id << ": printers leave an edge";
  }
}

TEST(SetPages, PrintsNoNumberOnTheFirstPageOfALetter) {
  const Setting setting = set(long_paper("letter", 20));
  for (const Words& line : lines_of(setting.pages[0]))
    EXPECT_EQ(text_of(line).find("— 1 —"), std::string::npos);
  EXPECT_EQ(find_line(setting, "— 2 —").page, 2);
}

TEST(SetPages, RepeatsHeaderRowsAndSplitsNoRow) {
  Table table;
  table.columns = {1, 4};
  table.rows.push_back(row({"序号", "机构名称"}, true));
  for (int i = 1; i <= 60; ++i)
    table.rows.push_back(
        row({std::to_string(i),
             "示例县第" + std::to_string(i) +
                 "律师事务所，住所地在示例县解放路的办公楼里面，电话保密，负责人姓名从略，另有说明在后"}));
  const Setting setting = set(manuscript("official", {table}));
  ASSERT_GT(setting.pages.size(), 2u);
  for (const Page& page : setting.pages) {
    const auto lines = lines_of(page);
    EXPECT_EQ(text_of(lines.front()), "序号机构名称");
    EXPECT_NE(text_of(lines[lines.size() - 2]).find("后"), std::string::npos)
        << "a row ends where the page ends";
  }
}

TEST(SetPages, SplitsARowTallerThanAPageBetweenLines) {
  Table table;
  table.columns = {1, 4};
  table.rows.push_back(row({"方案要点", repeat("抽查工作方案的要点和说明。", 200)}));
  table.rows.push_back(row({"备注", "无"}));
  const Setting setting = set(manuscript("internal-form", {table}));
  ASSERT_GT(setting.pages.size(), 1u);
  EXPECT_EQ(set_words(setting).find("无") != std::string::npos, true);
  for (const Page& page : setting.pages) {
    for (const Words& line : lines_of(page)) {
      if (line.glyphs.size() > 2) {
        EXPECT_LE(line.y, 297000 - 22000);
      }
    }
    EXPECT_GT(std::count_if(page.marks.begin(), page.marks.end(),
                            [](const Mark& m) {
                              const Bar* b = std::get_if<Bar>(&m);
                              return b && b->width > 150000;
                            }),
              1)
        << "the table is closed at the foot and opened at the head of each page";
  }
}

TEST(SetPages, JoinsCellsOverRowsAndColumns) {
  Table table;
  table.columns = {1, 1, 2};
  Row first, second;
  first.cells = {cell("检查对象", Role::form_label, 1, 2), cell("名称"), cell("示例所")};
  second.cells = {cell("跨两列的内容", Role::form_text, 2)};
  table.rows = {first, second};
  const Setting setting = set(manuscript("internal-form", {table}));
  const Words label = find_line(setting, "检查对象").line, upper = find_line(setting, "名称").line,
              lower = find_line(setting, "跨两列").line;
  EXPECT_GT(label.y, upper.y);
  EXPECT_LT(label.y, lower.y);
  EXPECT_EQ(lower.x, upper.x);
}

TEST(SetPages, LeavesALineInACellWithoutWords) {
  Table table;
  table.columns = {1, 1};
  table.rows = {row({"甲", "乙"}), Row{}};
  table.rows[1].cells.resize(2);
  const Setting setting = set(manuscript("internal-form", {table, paragraph(Role::body, "后文")}));
  Table filled = table;
  filled.rows[1] = row({"丙", "丁"});
  const Setting with_words = set(manuscript("internal-form", {filled, paragraph(Role::body, "后文")}));
  EXPECT_NEAR(find_line(setting, "后文").line.y, find_line(with_words, "后文").line.y, 2);
}

TEST(SetPages, PutsThePlaceToSignAtTheFootOfItsCell) {
  Table table;
  table.columns = {1, 4};
  Cell opinion;
  opinion.blocks = {paragraph(Role::form_text, "同意。"),
                    SignLine{{{"签名：", {}, false, 0}, blank(30000)}, Align::right}};
  Row only;
  only.cells = {cell("审批意见", Role::form_label), opinion};
  only.min_height_um = 60000;
  table.rows = {only};
  const Setting setting = set(manuscript("internal-form", {table}));
  EXPECT_GT(find_line(setting, "签名").line.y - find_line(setting, "同意").line.y, 35000);
}

TEST(SetPages, ShortensBlanksUntilALineToSignFits) {
  const Setting setting = set(manuscript("record", {SignLine{{{"检查人员签名：", {}, false, 0},
                                                              blank(60000),
                                                              {"、", {}, false, 0},
                                                              blank(60000),
                                                              {"　日期：", {}, false, 0},
                                                              blank(50000)},
                                                             Align::left}}));
  EXPECT_EQ(find_line(setting, "日期").line.y, find_line(setting, "检查人员").line.y);
}

Imprint imprint() { return {{"县政府办公室", "市司法局"}, "示例县司法局办公室", "2026年1月15日"}; }

/// The lowest edge of a rule.
int lowest(const Page& page) {
  int y = 0;
  for (const Mark& mark : page.marks) {
    if (const Bar* bar = std::get_if<Bar>(&mark)) y = std::max(y, bar->y + bar->height);
  }
  return y;
}

// 7.4: its last line is the foot of the type area, on an even page; 7.5: a page with nothing else bears no
// number.
TEST(SetPages, PutsTheImprintAtTheFootOfAnEvenPage) {
  const Setting setting = set(manuscript("official", {paragraph(Role::body, "正文。"), imprint()}));
  ASSERT_EQ(setting.pages.size(), 2u);
  EXPECT_EQ(lowest(setting.pages[1]), 297000 - 35000);
  EXPECT_EQ(text_of(find_line(setting, "抄送").line), "抄送：县政府办公室，市司法局。");
  EXPECT_EQ(find_line(setting, "2026年1月15日印发").page, 2);
  EXPECT_EQ(lines_of(setting.pages[1]).size(), 2u) << "no page number";
}

TEST(SetPages, EndsTheCopiedToListOnce) {
  Imprint typed = imprint();
  typed.copied_to.back() += "。";
  const Setting setting = set(manuscript("official", {paragraph(Role::body, "正文。"), typed}));
  EXPECT_EQ(text_of(find_line(setting, "抄送").line), "抄送：县政府办公室，市司法局。");
}

TEST(SetPages, PutsTheImprintBelowTheTextOfAnEvenPage) {
  Manuscript m = long_paper("official", 6);
  m.blocks.push_back(imprint());
  const Setting setting = set(m);
  ASSERT_EQ(setting.pages.size(), 2u);
  EXPECT_EQ(lowest(setting.pages[1]), 297000 - 35000);
  find_line(setting, "— 2 —");
}

// The text fills the second page: the third stays blank, the fourth has the imprint.
TEST(SetPages, LeavesABlankPageBeforeAnImprintThatFindsNoRoom) {
  const Setting setting =
      set(manuscript("official", {paragraph(Role::body, repeat("字", 28 * 44 - 4)), imprint()}));
  ASSERT_EQ(setting.pages.size(), 4u);
  EXPECT_TRUE(setting.pages[2].marks.empty());
  EXPECT_EQ(find_line(setting, "抄送").page, 4);
}

// 7.3.2: the first page shows body text; addressees that leave no room for it stand in the imprint.
TEST(SetPages, MovesTooManyAddresseesToTheImprint) {
  std::string names;
  for (int i = 0; i < 40; ++i) names += "示例县第一人民路基层法律服务所，";
  const auto paper = [&](const std::string& addressee) {
    return set(manuscript(
        "official",
        {paragraph(Role::masthead, "示例县司法局文件"), paragraph(Role::number, "示司〔2026〕3号"),
         paragraph(Role::title, "关于开展随机抽查的通知"), paragraph(Role::addressee, addressee + "："),
         paragraph(Role::body, "正文在此。"), imprint()}));
  };
  const Setting setting = paper(names + "各司法所");
  EXPECT_EQ(find_line(setting, "正文在此").page, 1);
  EXPECT_EQ(find_line(setting, "主送：").page, 2);
  EXPECT_NE(set_words(setting).find("各司法所。抄送："), std::string::npos);
  EXPECT_EQ(set_words(paper("各司法所")).find("主送："), std::string::npos);
}

// 7.2.6: the number moves left, the signers stand right, the last beside the number.
TEST(SetPages, SetsSignersBesideTheNumber) {
  Paragraph number = paragraph(Role::number, "示司〔2026〕3号");
  number.signers = {"季临川", "晏知秋", "桑以墨"};
  const Setting setting = set(manuscript(
      "official", {paragraph(Role::masthead, "示例县司法局文件"), number, paragraph(Role::body, "正文。")}));
  const FoundLine first = find_line(setting, "签发人："), last = find_line(setting, "桑以墨");
  EXPECT_NEAR(last.line.y - first.line.y, 10227, 5);
  EXPECT_EQ(find_line(setting, "示司").line.y, last.line.y);
  EXPECT_NEAR(find_line(setting, "示司").line.x, 28000 + 5571, 20);
}

// 7.2.4: names as wide as the widest, the word that ends them beside the middle.
TEST(SetPages, SetsTheMarkOfOrgansThatIssueTogether) {
  const Setting setting =
      set(manuscript("official", {JointMasthead{{"示例县市场监督管理局", "示例县司法局"}, "文件"},
                                  paragraph(Role::body, "正文。")}));
  const FoundLine wide = find_line(setting, "市场监督"), narrow = find_line(setting, "示例县司法局"),
                  words = find_line(setting, "文件");
  EXPECT_EQ(wide.line.x, narrow.line.x);
  EXPECT_GT(words.line.y, wide.line.y);
  EXPECT_LT(words.line.y, narrow.line.y);
  EXPECT_NEAR(wide.line.y - wide.line.size * 88 / 100, 72000, 60);
}

// 7.2.1–7.2.3: 份号, 密级, 紧急程度 on the first lines, the mark in its place all the same.
TEST(SetPages, KeepsTheMarkInItsPlaceBelowClassMarks) {
  const Setting setting = set(
      manuscript("official", {paragraph(Role::copy_number, "000001"), paragraph(Role::secrecy, "秘密★1年"),
                              paragraph(Role::urgency, "加急"), paragraph(Role::masthead, "示例县司法局文件"),
                              paragraph(Role::number, "示司〔2026〕3号"), paragraph(Role::body, "正文。")}));
  const Words mast = find_line(setting, "司法局文件").line, urgency = find_line(setting, "加急").line;
  EXPECT_NEAR(mast.y - mast.size * 88 / 100, 72000, 50);
  EXPECT_NEAR(urgency.y - find_line(setting, "000001").line.y, 2 * 10227, 5);
  EXPECT_EQ(urgency.x, 28000);
}

// 7.3.5.3: the stamp's place two lines below, four characters in; the office two characters left of it.
TEST(SetPages, LeavesRoomForASignatorysStamp) {
  Signature signature{{"县长"}, "2026年9月3日", true};
  signature.stamp = true;
  const Setting setting = set(
      manuscript("order", {paragraph(Role::masthead, "示例县人民政府令"), paragraph(Role::number, "第12号"),
                           paragraph(Role::body, "现予公布，自公布之日起施行。"), signature}));
  const FoundLine office = find_line(setting, "县长"), date = find_line(setting, "9月3日");
  EXPECT_NEAR(184000 - office.right(), 4 * 5644 + 25000 + 2 * 5644, 60);
  EXPECT_NEAR(184000 - date.right(), 4 * 5644, 60);
  const Words mast = find_line(setting, "人民政府令").line;
  EXPECT_NEAR(mast.y - mast.size * 88 / 100, 57000, 50) << "10.2: 20 mm below the type area's edge";
}

// 10.3: labels in 黑体, further lines under the first name.
TEST(SetPages, HangsAttendanceUnderTheFirstName) {
  std::string names = "晏知秋";
  for (int i = 0; i < 12; ++i) names += "、桑以墨";
  Paragraph attendance{
      Role::attendance, {{"出席：", FontRole::hei, false, 0}, {names, {}, false, 0}}, {}, {}, false};
  const Setting setting = set(manuscript("minutes", {paragraph(Role::body, "议定事项。"), attendance}));
  const auto lines = lines_of(setting.pages[0]);
  const FoundLine first = find_line(setting, "出席");
  const auto second =
      std::find_if(lines.begin(), lines.end(), [&](const Words& w) { return w.y > first.line.y; });
  ASSERT_NE(second, lines.end());
  EXPECT_NEAR(second->x, first.line.x + 3 * 5571, 30);
}

// 11: a lying page's number stands where the upright sheet has it, and reads with the sheet.
TEST(SetPages, NumbersALyingPageAsTheOthers) {
  Manuscript m = long_paper("official", 1);
  m.blocks.push_back(PageBreak{true});
  m.blocks.push_back(paragraph(Role::annex, "附件"));
  m.blocks.push_back(paragraph(Role::annex_title, "抽查工作计划表"));
  const Setting setting = set(m);
  ASSERT_EQ(setting.pages.size(), 2u);
  EXPECT_EQ(setting.pages[0].width, 210000);
  EXPECT_EQ(setting.pages[1].width, 297000);
  const Words number = find_line(setting, "— 2 —").line;
  EXPECT_TRUE(number.turned);
  EXPECT_NEAR(number.y, 28000 + 4939, 20) << "an even number: left, one character in";
  EXPECT_LT(number.x, 35000) << "below the type area of the upright sheet";
}

// 10.1: a letter's imprint stands on its last page, without rules.
TEST(SetPages, PutsALettersImprintOnItsLastPage) {
  const Setting setting =
      set(manuscript("letter", {paragraph(Role::body, "正文。"), Imprint{{"市司法局"}, "", ""}}));
  EXPECT_EQ(setting.pages.size(), 1u);
}

TEST(SetPages, LaysAWideTableDown) {
  Manuscript m = manuscript("internal-form", {paragraph(Role::title, "抽查结果公示表")});
  m.landscape = true;
  const Setting setting = set(m);
  EXPECT_EQ(setting.pages[0].width, 297000);
  EXPECT_EQ(setting.pages[0].height, 210000);
}

TEST(SetPages, NamesACharacterThatNoFontHas) {
  const auto refused = set_pages(manuscript("official", {paragraph(Role::body, "当事人王\U000F0001某到场")}),
                                 *style("official"), fonts());
  ASSERT_FALSE(refused.ok());
  ASSERT_EQ(codes_of(refused.diagnostics()), std::vector<std::string>{"AJ0713"});
  EXPECT_EQ(sentence(refused.diagnostics()[0], Language::chinese),
            "文书“示例文书”的文字“当事人王\U000F0001某到场”里，字符“\U000F0001”（编码 U+0F0001）没有字体能显示，文书没有生成。");
}

// A name from a register: the message says which field it stands in, and where the template prints it.
TEST(SetPages, NamesTheFieldThatACharacterWithoutFontCameFrom) {
  Manuscript m = manuscript("official", {paragraph(Role::body, "当事人王\U000F0001某到场")});
  m.printed = {{"到场", "情况", {"notice.xml", 7, 3}}, {"王\U000F0001某", "对象.负责人", {"notice.xml", 8, 12}}};
  const auto refused = set_pages(m, *style("official"), fonts());
  ASSERT_FALSE(refused.ok());
  ASSERT_EQ(codes_of(refused.diagnostics()), std::vector<std::string>{"AJ0712"});
  EXPECT_EQ(refused.diagnostics()[0].place.line, 8);
  EXPECT_EQ(sentence(refused.diagnostics()[0], Language::chinese),
            "文书“示例文书”印“对象.负责人”，其中的字符“\U000F0001”（编码 U+0F0001）没有字体能显示，文书没有生成。");
}

TEST(Shape, NamesACharacterThatNoFontHas) {
  Diagnostics problems;
  shape(words("环节\U000F0001"), {FontRole::hei, 4000, 0}, fonts(), problems);
  EXPECT_EQ(codes_of(problems), std::vector<std::string>{"AJ0701"});
}

TEST(SetPages, RefusesTextThatIsNotUtf8) {
  const auto refused = set_pages(manuscript("official", {paragraph(Role::body, "\xb5\xb1\xca\xc2")}),
                                 *style("official"), fonts());
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(codes_of(refused.diagnostics()), std::vector<std::string>{"AJ0709"});
}

TEST(SetPages, RefusesAColumnTooNarrowForACharacter) {
  Table table;
  table.columns = {1, 200};
  table.rows = {row({"序号", "名称"}), row({"1", "甲"})};
  const auto refused = set_pages(manuscript("internal-form", {table}), *style("internal-form"), fonts());
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(codes_of(refused.diagnostics()), std::vector<std::string>{"AJ0703"});
}

TEST(SetPages, RefusesARowWithMoreCellsThanColumns) {
  Table table;
  table.columns = {1, 1};
  table.rows = {row({"一", "二"}), row({"一", "二", "三"})};
  const auto refused = set_pages(manuscript("internal-form", {table}), *style("internal-form"), fonts());
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(codes_of(refused.diagnostics()), std::vector<std::string>{"AJ0704"});
}

TEST(SetPages, KeepsAPhotoOnThePageWithItsCaption) {
  Photo photo{held(png(2, 4, 8, 0, std::string("\0\x10\x20\0\x10\x20\0\x10\x20\0\x10\x20", 12))), 60000,
              "照片1：档案柜"};
  const Setting setting = set(manuscript("record", {paragraph(Role::body, "说明"), photo}));
  const auto& marks = setting.pages[0].marks;
  const auto image = std::find_if(marks.begin(), marks.end(),
                                  [](const Mark& m) { return std::holds_alternative<Image>(m); });
  ASSERT_NE(image, marks.end());
  EXPECT_EQ(std::get<Image>(*image).width, 60000);
  EXPECT_EQ(std::get<Image>(*image).height, 120000);
  EXPECT_EQ(find_line(setting, "照片1").page, 1);
}

}  // namespace
}  // namespace anjuan::pages
