#include "documents/compose.h"

#include <gtest/gtest.h>

#include "documents/told.h"

namespace anjuan::documents {
namespace {

using testing::load;
using testing::told;

const Fields people = {
    {"检查人员", List{Fields{{"姓名", "甲某"}, {"证号", "01"}}, Fields{{"姓名", "乙某"}, {"证号", "02"}}}}};

TEST(Compose, PutsValuesIntoTheWords) {
  EXPECT_EQ(told("<p>于{日期}检查{对象.名称}。</p>",
                 {{"日期", make_day(2026, 9, 1)}, {"对象", Fields{{"名称", "甲所"}}}}),
            "于2026年9月1日检查甲所。\n");
}

TEST(Compose, DropsTheLineEndsOfTheFileAndKeepsFullWidthSpaces) {
  EXPECT_EQ(told("<p>\n  甲\n  乙　丙 A  B\n</p>"), "甲乙　丙 A B\n");
}

TEST(Compose, PrintsBracesWrittenTwice) { EXPECT_EQ(told("<p>{{甲}}</p>"), "{甲}\n"); }

TEST(Compose, RefusesABlankValueUnlessTheTemplateSaysWhatToPrint) {
  EXPECT_EQ(told("<p>于{地点}检查</p>", {{"地点", ""}}),
            "2:6 AJ2420 文书“示范文书”要印“地点”，这一项还没有内容\n");
  EXPECT_EQ(told("<p>甲：{地点|无}</p><p>乙：{地点|缺 未定}</p><p>丙：{地点|留白 6}</p><p>丁：{地点|空}</p>",
                 {{"地点", Value()}}),
            "甲：无\n乙：未定\n丙：＿\n丁：\n");
}

// What lies beside a paper and is handed over with it: nothing of other cases, all that the paper says.
TEST(Compose, KeepsTheDataThatTheWordsReadAndNoOther) {
  const DocumentTemplate model = *load("<p>{对象.名称}、{任务['名称']}</p><when test=\"数 大于 5\"><p>{备注}</p></when><p>{人员|取 姓名|顿号}</p>");
  const Fields all = {{"对象", Fields{{"名称", "甲所"}, {"电话", "0999"}}}, {"任务", Fields{{"名称", "抽查"}, {"结果一览", List{"乙所", "丙所"}}}},
                      {"数", 3}, {"备注", "未印"}, {"人员", List{Fields{{"姓名", "丁某"}}}}, {"抽取", Fields{{"席位", List{1, 2}}}}};
  const Composed composed = *compose_with_data(model, all);
  EXPECT_EQ(composed.data, (Fields{{"对象", Fields{{"名称", "甲所"}}}, {"任务", Fields{{"名称", "抽查"}}}, {"数", 3}, {"人员", all.at("人员")}}));
  EXPECT_EQ(testing::words_of(composed.manuscript.blocks), "甲所、抽查\n丁某\n");
  EXPECT_EQ(testing::words_of(compose(model, composed.data)->blocks), testing::words_of(composed.manuscript.blocks));
}

TEST(Compose, TakesNeedsWithoutValueAsBlank) {
  EXPECT_EQ(told("<needs><need name=\"备注\" type=\"text\"/></needs><p>{备注|无}</p>"), "无\n");
}

TEST(Compose, LeavesOutParagraphsThatTurnOutBlank) {
  EXPECT_EQ(told("<item>甲</item><item>{备注|空}</item><item>丙</item>", {{"备注", ""}}), "一、甲\n二、丙\n");
}

TEST(Compose, NumbersHeadingsAndItems) {
  EXPECT_EQ(told("<h1>甲</h1><h2>乙</h2><h2>丙</h2><h3>丁</h3><h1>戊</h1><h2>己</h2><item "
                 "level=\"3\">庚</item><item level=\"4\">辛</item>"),
            "一、甲\n（一）乙\n（二）丙\n1.丁\n二、戊\n（一）己\n1.庚\n（1）辛\n");
}

TEST(Compose, TakesTheFirstBranchThatHolds) {
  const std::string body =
      "<when test=\"数 大于 5\"><p>多</p></when><otherwise test=\"数 大于 "
      "0\"><p>少</p></otherwise><otherwise><p>无</p></otherwise>"
      "<p>共<if test=\"数 大于 0\">{数}项</if><else>零</else>。</p>";
  EXPECT_EQ(told(body, {{"数", 6}}), "多\n共6项。\n");
  EXPECT_EQ(told(body, {{"数", 1}}), "少\n共1项。\n");
  EXPECT_EQ(told(body, {{"数", 0}}), "无\n共零。\n");
}

TEST(Compose, RepeatsBlocksAndWordsForEachItem) {
  EXPECT_EQ(told("<for each=\"检查人员\" as=\"人\" index=\"序\"><p>{序}.{人.姓名}</p></for>"
                 "<p><join each=\"检查人员\" as=\"人\" between=\"、\">{人.姓名}（{人.证号}）</join></p>",
                 people),
            "1.甲某\n2.乙某\n甲某（01）、乙某（02）\n");
}

TEST(Compose, ForgetsTheItemsNameBehindTheLoop) {
  EXPECT_EQ(told("<for each=\"检查人员\" as=\"姓名\"><p>{姓名.证号}</p></for><p>{姓名}</p>",
                 {{"检查人员", people.at("检查人员")}, {"姓名", "丙某"}}),
            "01\n02\n丙某\n");
}

TEST(Compose, MakesAParagraphOfEachLineOfAValue) {
  EXPECT_EQ(told("<p>情况：{情况}</p>", {{"情况", "第一段。\r\n\n第二段。"}}), "情况：第一段。\n第二段。\n");
}

TEST(Compose, PrintsOneStopWhereValueAndTemplateBothHaveOne) {
  EXPECT_EQ(told("<p>{要求}。证据：{要求}（附后）</p>", {{"要求", "已改正。"}}),
            "已改正。证据：已改正（附后）\n");
}

TEST(Compose, TicksBoxesByTheirCondition) {
  EXPECT_EQ(
      told(
          "<p><check test=\"逾期\">逾期</check><check test=\"不是 逾期\">按期</check><check>其他</check></p>",
          {{"逾期", true}}),
      "☑逾期☐按期☐其他\n");
}

TEST(Compose, RepeatsRowsAndFillsUp) {
  const std::string table =
      "<table columns=\"1 1\"><header><label>姓名</label><label>证号</label></header>"
      "<rows each=\"检查人员\" as=\"人\" none=\"无\" ending=\"以下空白\" at-least=\"4\">"
      "<row><cell>{人.姓名}</cell><cell>{人.证号}</cell></row></rows></table>";
  EXPECT_EQ(told(table, people), "[姓名\n][证号\n]\n[甲某\n][01\n]\n[乙某\n][02\n]\n[以下空白\n]\n[][]\n");
  EXPECT_EQ(told(table, {{"检查人员", List{}}}), "[姓名\n][证号\n]\n[无\n]\n[以下空白\n]\n[][]\n[][]\n");
}

// Rows that nobody has filled look like those of the list: as high, and joined alike.
TEST(Compose, FillsUpWithRowsOfTheSameShape) {
  const auto made = compose(*load("<table columns=\"1 1 1\"><rows each=\"检查人员\" as=\"人\" at-least=\"6\">"
                                   "<row height=\"12\"><cell rows=\"2\">{人.姓名}</cell><cell span=\"2\">{人.证号}</cell></row><row><cell>一</cell><cell>二</cell></row></rows></table>"),
                            people);
  ASSERT_TRUE(made.ok());
  const auto& rows = std::get<pages::Table>(made->blocks.front()).rows;
  ASSERT_EQ(rows.size(), 6u);
  EXPECT_EQ(rows[4].min_height_um, 12000);
  ASSERT_EQ(rows[4].cells.size(), 2u);
  EXPECT_EQ(rows[4].cells[0].row_span, 2);
  EXPECT_EQ(rows[4].cells[1].column_span, 2);
  EXPECT_TRUE(rows[4].cells[0].blocks.empty());
  EXPECT_EQ(rows[5].cells.size(), 2u);
}

TEST(Compose, PrintsRowsOnlyIfTheirConditionHolds) {
  const std::string table =
      "<table columns=\"1 1\"><rows test=\"有\"><field label=\"甲\">1</field></rows><field "
      "label=\"{名}栏\">2</field></table>";
  EXPECT_EQ(told(table, {{"有", false}, {"名", "乙"}}), "[乙栏\n][2\n]\n");
  EXPECT_EQ(told(table, {{"有", true}, {"名", "乙"}}), "[甲\n][1\n]\n[乙栏\n][2\n]\n");
}

TEST(Compose, LeavesOutOrgansWithoutName) {
  EXPECT_EQ(told("<signature date=\"{日期}\"><organ>甲局</organ><organ>{合办|空}</organ></signature>",
                 {{"日期", make_day(2026, 9, 10)}, {"合办", ""}}),
            "甲局\n2026年9月10日\n");
}

TEST(Compose, SetsTitleMarginsAndLook) {
  const auto made = load_template(
      "<template xmlns=\"urn:anjuan:template:1\" id=\"a\" label=\"甲表\" style=\"record\" landscape=\"yes\" "
      "title=\"{名}甲表\" header=\"页眉{名}\" footer=\"页脚\" page-numbers=\"no\">"
      "<p align=\"center\" indent=\"0\"><span font=\"hei\" underline=\"yes\">{名}</span></p></template>",
      "甲.xml");
  const auto manuscript = compose(*made, {{"名", "乙"}});
  ASSERT_TRUE(manuscript.ok());
  EXPECT_EQ(manuscript->title, "乙甲表");
  EXPECT_EQ(manuscript->header, "页眉乙");
  EXPECT_EQ(manuscript->footer, "页脚");
  EXPECT_TRUE(manuscript->landscape);
  EXPECT_FALSE(manuscript->page_numbers);
  const auto& paragraph = std::get<pages::Paragraph>(manuscript->blocks[0]);
  EXPECT_EQ(paragraph.runs[0].font, pages::FontRole::hei);
  EXPECT_TRUE(paragraph.runs[0].underline);
  EXPECT_EQ(paragraph.align, pages::Align::center);
  EXPECT_EQ(paragraph.indent_chars, 0);
}

TEST(Compose, MakesQrCodesImprintsAndEndings) {
  const auto made = load(
      "<qr width=\"20\">{码}</qr><qr>{空码|空}</qr><imprint printed-by=\"甲局\" "
      "printed-on=\"{日}\"><copied-to>{码}</copied-to></imprint>"
      "<page-break/><space height=\"5\"/><rule red=\"yes\"/>");
  const auto manuscript = compose(*made, {{"码", "A-1"}, {"空码", ""}, {"日", make_day(2026, 1, 2)}});
  ASSERT_TRUE(manuscript.ok());
  ASSERT_EQ(manuscript->blocks.size(), 5u);
  EXPECT_EQ(std::get<pages::QrCode>(manuscript->blocks[0]).width_um, 20000);
  EXPECT_EQ(std::get<pages::Imprint>(manuscript->blocks[1]).printed_on, "2026年1月2日");
  EXPECT_EQ(std::get<pages::Space>(manuscript->blocks[3]).height_um, 5000);
  EXPECT_TRUE(std::get<pages::Rule>(manuscript->blocks[4]).red);
}

TEST(Compose, TakesOnlyPicturesForPhotos) {
  const std::string body = "<photo source=\"图\" width=\"100\" caption=\"{名}\"/>";
  const Fields good = {{"图", std::string("\xFF\xD8\xFF\xE0", 4)}, {"名", "现场"}};
  const auto manuscript = compose(*load(body), good);
  ASSERT_TRUE(manuscript.ok());
  EXPECT_EQ(std::get<pages::Photo>(manuscript->blocks[0]).caption, "现场");
  EXPECT_EQ(told(body, {{"图", "GIF89a"}, {"名", "现场"}}),
            "2:16 AJ2426 “图”不是照片：只接受两种图片格式（PNG、JPEG）\n");
}

TEST(Compose, RefusesCharactersThatCannotBePrinted) {
  EXPECT_EQ(told("<p>{名}</p>", {{"名", std::string("甲\x01乙")}}),
            "2:5 AJ2421 “名”的内容里有不能印的字符（U+0001，第2个字）\n");
  EXPECT_EQ(told("<p>{名}</p>", {{"名", "甲\xE2\x80\xAE乙"}}),
            "2:5 AJ2421 “名”的内容里有不能印的字符（U+202E，第2个字）\n");
  EXPECT_EQ(told("<p>{名}</p>", {{"名", std::string("甲\xFF")}}),
            "2:5 AJ2422 “名”的内容不是有效的文字编码\n");
}

TEST(Compose, RefusesFormatsForOtherKindsOfValues) {
  EXPECT_EQ(told("<p>{数|中文日期}</p>", {{"数", 3}}),
            "2:5 AJ2423 “数”的内容是整数，格式“中文日期”只用于日期\n");
}

TEST(Compose, RefusesToPrintARecordAsAWhole) {
  EXPECT_EQ(told("<p>{检查人员}</p>", people), "2:5 AJ2424 “检查人员”是一组数据，不能整个印出来\n");
}

TEST(Compose, RepeatsOnlyOverLists) {
  EXPECT_EQ(told("<for each=\"数\" as=\"项\"><p>{项}</p></for>", {{"数", 3}}),
            "2:12 AJ2425 “数”应当是列表，实际是整数\n");
  EXPECT_EQ(told("<for each=\"数\" as=\"项\"><p>{项}</p></for>", {{"数", Value()}}), "");
}

TEST(Compose, StopsWhereNestedListsGrowTooLong) {
  const List many(1000, Value("项"));
  EXPECT_EQ(
      told("<for each=\"表\" as=\"甲\"><for each=\"表\" as=\"乙\"><p>{乙}</p></for></for>", {{"表", many}}),
      "0:0 AJ2427 文书“示范文书”的内容超过200000项，不再生成\n");
}

TEST(Compose, TellsEveryProblemInOneRun) {
  EXPECT_EQ(told("<p>{甲}{乙}</p>", {{"甲", ""}, {"乙", ""}}),
            "2:5 AJ2420 文书“示范文书”要印“甲”，这一项还没有内容\n2:8 AJ2420 "
            "文书“示范文书”要印“乙”，这一项还没有内容\n");
}

}  // namespace
}  // namespace anjuan::documents
