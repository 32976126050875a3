#include "documents/load_template.h"

#include <gtest/gtest.h>

#include "documents/load_values.h"
#include "documents/told.h"

namespace anjuan::documents {
namespace {

using testing::listed;
using testing::load;

TEST(LoadTemplate, ReadsTheHeadAndTheNeeds) {
  const auto made =
      load("<needs><need name=\"检查地点\" type=\"text\" label=\"地点\"/></needs><p>{检查地点}</p>");
  ASSERT_TRUE(made.ok()) << listed(made);
  EXPECT_EQ(made->id, "sample");
  EXPECT_EQ(made->label, "示范文书");
  EXPECT_EQ(made->style, "record");
  ASSERT_EQ(made->needs.size(), 1u);
  EXPECT_EQ(made->needs[0].name, "检查地点");
}

TEST(LoadTemplate, SuggestsTheNearestFormat) {
  const auto made = load("<p>于{日期|中文日子}</p>");
  EXPECT_EQ(listed(made), "2:9 AJ2401 “中文日子”不是可用的格式\n");
  EXPECT_EQ(hint(made.diagnostics()[0], Language::chinese), "最接近的格式是“中文日期”，请照它改正。");
  EXPECT_EQ(sentence(made.diagnostics()[0], Language::english), "“中文日子” is not a known format");
}

TEST(LoadTemplate, ListsTheFormatsWhereNoneIsNear) {
  const auto made = load("<p>{日期|abcdefgh}</p>");
  EXPECT_NE(hint(made.diagnostics()[0], Language::chinese).find("中文日期、短日期"), std::string::npos);
}

TEST(LoadTemplate, RefusesFormatArgumentsThatDoNotFit) {
  EXPECT_EQ(listed(load("<p>{名|留白}</p>")),
            "2:7 AJ2402 格式“留白”后面应当写一个1到200的整数，这里写的是“”\n");
  EXPECT_EQ(listed(load("<p>{名|无 什么}</p>")),
            "2:7 AJ2402 格式“无”后面应当写空（不带参数），这里写的是“什么”\n");
  EXPECT_EQ(listed(load("<p>{名|取}</p>")), "2:7 AJ2402 格式“取”后面应当写文字，这里写的是“”\n");
}

TEST(LoadTemplate, FindsEveryProblemInOneRun) {
  EXPECT_EQ(listed(load("<p>甲{名</p>\n<p>乙}丙</p><p>{ }</p>")),
            "2:5 AJ2403 左花括号后面没有找到配对的右花括号\n"
            "3:5 AJ2404 多出一个右花括号\n"
            "3:15 AJ2405 花括号里没有写数据项\n");
}

TEST(LoadTemplate, RefusesAlternativesWithoutCondition) {
  EXPECT_EQ(listed(load("<when test=\"真\"><p>甲</p></when><p>乙</p><otherwise><p>丙</p></otherwise>")),
            "2:39 AJ2406 “otherwise”前面没有紧挨着的“when”\n");
  EXPECT_EQ(listed(load("<p>甲<else>乙</else></p>")), "2:5 AJ2406 “else”前面没有紧挨着的“if”\n");
}

TEST(LoadTemplate, CountsTheColumnsOfEveryRow) {
  EXPECT_EQ(
      listed(load("<table columns=\"1 1\">\n<row><cell>甲</cell></row>\n"
                  "<row><cell rows=\"2\">乙</cell><cell>丙</cell></row><row><cell>丁</cell></row></table>")),
      "3:1 AJ2407 这一行占1列，表格有2列\n");
  EXPECT_EQ(listed(load("<table columns=\"1 宽\"><band>甲</band></table>")),
            "2:17 AJ2408 列宽“1 宽”应当是若干个大于零的整数，中间空一格\n");
}

TEST(LoadTemplate, RefusesLooseWordsBesideParagraphsInACell) {
  EXPECT_EQ(listed(load("<table columns=\"1\"><row><cell>甲<p>乙</p></cell></row></table>")),
            "2:25 AJ2409 单元格里既有零散文字，又有段落\n");
}

TEST(LoadTemplate, RefusesNeedsThatAreDoubledOrOfNoType) {
  EXPECT_EQ(
      listed(
          load("<needs><need name=\"甲\" type=\"text\"/><need name=\"甲\" type=\"字\"/></needs><p>{甲}</p>")),
      "2:48 AJ2410 数据项“甲”申明了两次\n2:57 AJ2411 “字”不是可用的数据类型\n");
}

TEST(LoadTemplate, NamesUnknownElementsWithTheNearest) {
  const auto made = load("<titel>甲</titel>");
  ASSERT_FALSE(made.ok());
  EXPECT_NE(render(made.diagnostics()[0], Language::chinese).find("title"), std::string::npos);
}

TEST(LoadTemplate, LetsFieldsFlowUntilTheRowIsFull) {
  const auto made = load(
      "<table columns=\"1 2 1 2\"><field label=\"甲\">1</field><field label=\"乙\">2</field>"
      "<field label=\"丙\">3</field><field label=\"丁\" wide=\"yes\">4</field></table>");
  ASSERT_TRUE(made.ok()) << listed(made);
  const auto& rows = std::get<TemplateTable>(made->blocks[0].block).groups[0].rows;
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].cells.size(), 4u);
  EXPECT_EQ(rows[1].cells.size(), 4u);
}

TEST(LoadTemplate, StretchesTheLastCellOfAShortRow) {
  const auto made =
      load("<table columns=\"1 2 1 2\"><field label=\"甲\" wide=\"yes\">1</field><band>二</band></table>");
  ASSERT_TRUE(made.ok()) << listed(made);
  const auto& rows = std::get<TemplateTable>(made->blocks[0].block).groups[0].rows;
  EXPECT_EQ(rows[0].cells[1].column_span, 3);
  EXPECT_EQ(rows[1].cells[0].column_span, 4);
}

TEST(LoadValues, ReadsRecordsListsAndTypes) {
  const auto values = load_values(
      "<values xmlns=\"urn:anjuan:values:1\"><record name=\"机关\"><value name=\"名称\">甲局</value></record>"
      "<list name=\"方式\"><value>书面检查</value></list><value name=\"日\" type=\"date\">2026-09-10</value>"
      "<value name=\"空\"/></values>",
      "值.xml");
  ASSERT_TRUE(values.ok()) << listed(values);
  EXPECT_EQ(values->at("机关").field("名称").text(), "甲局");
  EXPECT_EQ(display(values->at("方式")), "书面检查");
  EXPECT_EQ(display(values->at("日")), "2026年9月10日");
  EXPECT_TRUE(values->at("空").empty());
}

TEST(LoadValues, RefusesValuesWithoutNameOrType) {
  const auto values = load_values(
      "<values xmlns=\"urn:anjuan:values:1\"><value>甲</value><value name=\"乙\" "
      "type=\"字\">1</value></values>",
      "值.xml");
  EXPECT_EQ(listed(values), "1:37 AJ2415 “value”没有写名称\n1:75 AJ2411 “字”不是可用的数据类型\n");
}

}  // namespace
}  // namespace anjuan::documents
