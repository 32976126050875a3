#include "documents/check_template.h"

#include <gtest/gtest.h>

#include "documents/sample_facts.h"
#include "documents/told.h"

namespace anjuan::documents {
namespace {

using testing::fact_names;
using testing::listed;
using testing::load;

std::string found(const std::string& body, const expression::Names& names) {
  const auto made = load(body);
  return made.ok() ? listed(check(*made, names)) : listed(made);
}

expression::Names with(const char* name, const char* type) {
  expression::Names names = fact_names();
  names[name] = *expression::parse_type(type);
  return names;
}

TEST(CheckTemplate, FindsNothingInAGoodTemplate) {
  EXPECT_EQ(found("<p>{机关.名称}<join each=\"检查人员\" as=\"人\">{人.姓名}</join></p>", fact_names()), "");
}

TEST(CheckTemplate, NamesTheUnknownNameWithItsPlaceAndTheNearest) {
  const auto made = load("<p>甲</p>\n<p>于{成文日朝}</p>");
  const auto problems = check(*made, fact_names());
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].place.line, 3);
  EXPECT_EQ(problems[0].place.column, 6);
  EXPECT_NE(render(problems[0], Language::chinese).find("成文日期"), std::string::npos);
}

TEST(CheckTemplate, KnowsTheFieldsOfTheItemsOfAList) {
  EXPECT_NE(found("<for each=\"检查人员\" as=\"人\"><p>{人.性命}</p></for>", fact_names()), "");
  EXPECT_EQ(found("<for each=\"检查人员\" as=\"人\" index=\"序\"><p>{序}{人.姓名}</p></for>", fact_names()),
            "");
}

TEST(CheckTemplate, WantsConditionsToBeTrueOrFalse) {
  EXPECT_NE(found("<when test=\"机关.名称\"><p>甲</p></when>", fact_names()), "");
}

TEST(CheckTemplate, HoldsNeedsToWhatTheProcedureHas) {
  const std::string body = "<needs><need name=\"改正期限\" type=\"date\"/></needs><p>{改正期限}</p>";
  EXPECT_EQ(found(body, fact_names()),
            "2:20 AJ2412 文书“示范文书”要用的数据项“改正期限”（日期），流程里没有\n");
  EXPECT_EQ(found(body, with("改正期限", "text")),
            "2:20 AJ2413 文书“示范文书”要用的数据项“改正期限”应当是日期，流程里是文字\n");
  EXPECT_EQ(found(body, with("改正期限", "date")), "");
}

TEST(CheckTemplate, LetsAProcedureDoWithoutOptionalNeeds) {
  const std::string body =
      "<needs><need name=\"备注\" optional=\"yes\" type=\"text\"/></needs><p>{备注|无}</p>";
  EXPECT_EQ(found(body, fact_names()), "");
  EXPECT_NE(found(body, with("备注", "date")), "");
}

TEST(CheckTemplate, TakesAChoiceForAText) {
  EXPECT_EQ(
      found("<needs><need name=\"结论\" type=\"text\"/></needs><p>{结论}</p>", with("结论", "choice:甲|乙")),
      "");
}

TEST(CheckTemplate, RemarksOnNeedsThatAreNotUsed) {
  const auto made = load("<needs><need name=\"备注\" type=\"text\"/></needs><p>甲</p>");
  const auto problems = check(*made, with_needs(*made, fact_names()));
  EXPECT_EQ(listed(problems), "2:20 AJ2414 申明了数据项“备注”，文书里没有用到\n");
  EXPECT_FALSE(has_error(problems));
}

}  // namespace
}  // namespace anjuan::documents
