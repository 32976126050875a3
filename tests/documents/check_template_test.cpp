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

// A list that both have, but whose items lack a field in the procedure.
TEST(CheckTemplate, HoldsTheFieldsOfNeedsToWhatTheProcedureHas) {
  using expression::Type;
  expression::Names names = fact_names();
  const Type item{Type::Kind::record,
                  {},
                  nullptr,
                  std::make_shared<const std::map<std::string, Type>>(
                      std::map<std::string, Type>{{"情况", *expression::parse_type("date")}})};
  names["问题"] = Type{Type::Kind::list, {}, std::make_shared<const Type>(item), nullptr};
  EXPECT_EQ(found("<needs><need name=\"问题\" type=\"list\"><need name=\"情况\" type=\"text\"/><need "
                  "name=\"依据\" type=\"text\"/></need></needs>"
                  "<for each=\"问题\" as=\"项\"><p>{项.情况}{项.依据}</p></for>",
                  names),
            "2:20 AJ2412 文书“示范文书”要用的数据项“问题.依据”（文字），流程里没有\n"
            "2:20 AJ2413 文书“示范文书”要用的数据项“问题.情况”应当是文字，流程里是日期\n");
}

// What would only be found when the paper is made is found when the template is loaded.
TEST(CheckTemplate, HoldsFormatsToTheTypesOfWhatTheyPrint) {
  EXPECT_EQ(found("<p>于{机关.名称|中文日期}</p>", fact_names()),
            "2:12 AJ2416 “机关.名称”是文字，格式“中文日期”只用于日期\n");
  EXPECT_EQ(found("<p>{对象.投诉件数|汉字}、{成文日期|短日期|前 4}</p>", fact_names()), "");
  EXPECT_EQ(found("<p>{检查人员|顿号}</p>", fact_names()),
            "2:10 AJ2416 “检查人员”是列表，格式“顿号”只用于列表\n");
}

TEST(CheckTemplate, WantsAFieldOfARecord) {
  EXPECT_EQ(found("<p>{机关}</p>", fact_names()), "2:5 AJ2417 “机关”是记录，不能整个印出来\n");
  EXPECT_EQ(found("<p>{检查人员|取 姓名|顿号}</p>", fact_names()), "");
  EXPECT_EQ(found("<p>{检查人员|取 性命|顿号}</p>", fact_names()),
            "2:10 AJ2418 “检查人员”里没有“性命”这一项\n");
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
