#include "documents/sample_values.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "documents/sample_facts.h"
#include "documents/told.h"

namespace anjuan::documents {
namespace {

using testing::fact_names;
using testing::listed;
using testing::load;
using testing::sample_day;
using testing::words_of;

DocumentTemplate made_of(const std::string& body) {
  const auto made = load(body);
  EXPECT_TRUE(made.ok()) << listed(made);
  return *made;
}

std::string sample_words(const std::string& body, const Fields& given = {}) {
  const DocumentTemplate made = made_of(body);
  const auto manuscript = compose(made, documents::sample_fields(made, fact_names(), given, sample_day));
  return manuscript.ok() ? words_of(manuscript->blocks) : listed(manuscript.diagnostics());
}

TEST(SampleFields, TellTheNamesOfWhatIsPrinted) {
  EXPECT_EQ(
      sample_words("<needs><need name=\"地点\" type=\"text\" label=\"检查地点\"/><need name=\"份数\" "
                   "type=\"integer\"/>"
                   "<need name=\"结论\" type=\"choice:甲|乙\"/><need name=\"时间\" type=\"date\"/></needs>"
                   "<p>{地点}，{份数}，{结论}，{时间}</p>"),
      "样例检查地点，2，甲，2026年9月10日\n");
}

// Where nobody says what a name holds, the use of it does.
TEST(SampleFields, FollowTheUseOfWhatNobodyDeclares) {
  EXPECT_EQ(
      sample_words(
          "<p>{文书.检查通知书.文号}，{文书.检查通知书.日期|短日期}，{任务.事项|顿号}</p>"
          "<for each=\"抽取.对象\" as=\"项\" index=\"序\"><p>{序}.{项.名称}{项.人员|取 姓名|顿号}</p></for>"
          "<when test=\"任务.加急\"><p>加急</p></when>"),
      "样例文号，2026-09-10，样例事项一、样例事项二\n1.样例名称样例姓名、样例姓名\n2."
      "样例名称样例姓名、样例姓名\n加急\n");
}

TEST(SampleFields, KeepWhatIsGiven) {
  const std::string body =
      "<needs><need name=\"备注\" type=\"text\"/></needs><p>{机关.名称}{机关.代字}{备注|无}</p>";
  EXPECT_EQ(sample_words(body, {{"机关", Fields{{"名称", "甲局"}}}, {"备注", Value()}}), "甲局样例代字无\n");
}

TEST(SampleFields, HaveAPictureWhereAPhotoIsPrinted) {
  EXPECT_EQ(sample_words(
                "<needs><need name=\"照片\" type=\"text\"/></needs><photo source=\"照片\" caption=\"现场\"/>")
                .find("AJ"),
            std::string::npos);
}

TEST(SampleFields, PrintEveryShippedTemplate) {
  for (const auto& entry : std::filesystem::directory_iterator(ANJUAN_SOURCE_DIR "/templates")) {
    if (entry.path().extension() != ".xml") continue;
    const auto made = load_template(testing::read_file(entry.path()), entry.path().filename().string());
    ASSERT_TRUE(made.ok());
    const auto manuscript = compose(*made, documents::sample_fields(*made, fact_names(), {}, sample_day));
    EXPECT_TRUE(manuscript.ok()) << entry.path()
                                 << listed(manuscript.ok() ? Diagnostics{} : manuscript.diagnostics());
  }
}

Result<Fields> fit(const std::string& body, const Fields& data) {
  return fitted(data, made_of(body), fact_names(), "data.json");
}

const std::string order =
    "<needs><need name=\"期限\" type=\"date\"/><need name=\"问题\" type=\"list\"><need name=\"情况\" "
    "type=\"text\"/>"
    "<need name=\"改正\" type=\"boolean\"/></need></needs><p>{期限}</p>"
    "<for each=\"问题\" as=\"项\"><p>{项.情况}<check test=\"项.改正\">改正</check></p></for>";

TEST(Fitted, MakesDatesOfTexts) {
  const auto fits =
      fit(order, {{"期限", "2026-10-12"}, {"问题", List{Fields{{"情况", "甲"}, {"改正", false}}}}});
  ASSERT_TRUE(fits.ok()) << listed(fits);
  EXPECT_EQ(fits->at("期限"), Value(make_day(2026, 10, 12)));
  EXPECT_EQ(fits->at("问题").list()[0].field("情况"), Value("甲"));
}

// Of fields that nobody declares a type for, what is written like a day is one: papers show 2026年9月10日.
TEST(Fitted, TakesADayForADayWhereNoTypeIsDeclared) {
  const auto fits = fit("<p>{文书.检查报告.日期}</p>", {{"文书", Fields{{"检查报告", Fields{{"日期", "2026-09-10"}}}}}});
  ASSERT_TRUE(fits.ok()) << listed(fits);
  EXPECT_EQ(fits->at("文书").field("检查报告").field("日期"), Value(make_day(2026, 9, 10)));
}

TEST(Fitted, NamesWhatIsWrongByItsPath) {
  const auto fits =
      fit(order, {{"期限", "明天"},
                  {"期现", "2026-10-12"},
                  {"问题", List{Fields{{"情况", "甲"}}, Fields{{"情况", 5}, {"改正", "否"}, {"证句", ""}}}}});
  ASSERT_FALSE(fits.ok());
  EXPECT_EQ(testing::rendered(fits.diagnostics()),
            "data.json: 错误 AJ2441  数据“期现”不是本文书用的\n"
            "   提示  核对名称，最接近的是“期限”。\n"
            "data.json: 错误 AJ2440  数据“期限”应为日期，给的是文字“明天”\n"
            "   提示  在数据文件里改正这一项；数写成 1234.5，不加引号；日期写成 2026-09-10 的样子。\n"
            "data.json: 错误 AJ2440  数据“问题[2].情况”应为文字，给的是数“5”\n"
            "   提示  在数据文件里改正这一项；数写成 1234.5，不加引号；日期写成 2026-09-10 的样子。\n"
            "data.json: 错误 AJ2440  数据“问题[2].改正”应为是或否，给的是文字“否”\n"
            "   提示  在数据文件里改正这一项；数写成 1234.5，不加引号；日期写成 2026-09-10 的样子。\n"
            "data.json: 错误 AJ2441  数据“问题[2].证句”不是本文书用的\n"
            "   提示  核对名称，可以写：情况、改正。\n");
}

}  // namespace
}  // namespace anjuan::documents
