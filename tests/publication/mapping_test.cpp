#include "publication/mapping.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "publication/announcement.h"
#include "results.h"

namespace anjuan::publication {
namespace {

Result<Mapping> changed(std::string_view from, std::string_view to) {
  const std::string text = read_shipped("credit-platform.xml");
  EXPECT_NE(text.find(from), std::string::npos);
  return load_mapping(replace_all(text, from, to), "credit-platform.xml");
}

TEST(LoadMapping, NamesWhatIsWrongInTheFile) {
  EXPECT_EQ(codes(changed("codes=\"平台结果\"", "codes=\"平台\"").diagnostics()), Codes{"AJ2604"});
  EXPECT_EQ(codes(changed("from=\"02\"", "from=\"01\"").diagnostics()), Codes{"AJ2605"});
  EXPECT_EQ(codes(changed("name=\"备注\"", "name=\"处理情况\"").diagnostics()), Codes{"AJ2605"});
  EXPECT_EQ(codes(changed("field=\"BZ\"", "field=\"CLQK\"").diagnostics()), Codes{"AJ2605"});
  EXPECT_FALSE(changed("value=\"处理\"", "value=\"处理 +\"").ok());
  EXPECT_FALSE(changed("kind=\"uscc\"", "kind=\"us\"").ok());
  EXPECT_FALSE(changed("max-length=\"2\"", "max-length=\"two\"").ok());
}

TEST(CheckMapping, FindsNamesThatTheRowsDoNotHave) {
  const Mapping mapping = shipped_mapping("credit-platform.xml");
  expression::Names names;
  for (const auto& [name, value] : three_results()[0]) names[name] = {};
  names["结果"] = names["备注"] = {};
  EXPECT_TRUE(check_mapping(mapping, names).empty());
  names.erase("检查机关");
  EXPECT_TRUE(has_error(check_mapping(mapping, names)));
}

TEST(ApplyMapping, GivesARowForEachCaseOfTheCreditPlatform) {
  const Mapping mapping = shipped_mapping("credit-platform.xml");
  const auto rows = result_rows(three_results(), shipped_rules());
  ASSERT_TRUE(rows.ok());
  const auto table = apply_mapping(mapping, *rows);
  ASSERT_TRUE(table.ok());
  const std::string csv = write_csv(mapping, *table);
  EXPECT_EQ(csv.substr(0, 3), "\xEF\xBB\xBF");
  EXPECT_NE(
      csv.find(
          "岚东清渠律师事务所,法人及非法人组织,31990128MD0100017M,岑砚舟,澄阳县司法局,11990128000001001K,"
          "双随机抽查,实地检查,对律师事务所执业和内部管理情况的检查（990128LS01）,2026-09-15,A,"
          "发现问题待后续处理,后续处理中,CY-2026-R1,CY-002,"),
      std::string::npos);
  EXPECT_EQ(csv.find("公安"), std::string::npos);  // a referral is not told
  const std::string json = write_json(mapping, *table);
  EXPECT_NE(json.find("\"JCJG_DM\":\"E\""), std::string::npos);
  EXPECT_NE(json.find("\"JC_RQ\":\"2026-09-15\""), std::string::npos);
  EXPECT_EQ(json.find("\"BZ\""), std::string::npos);  // empty values are left out
}

TEST(ApplyMapping, NamesEveryFaultByRowAndColumn) {
  const Mapping mapping = shipped_mapping("credit-platform.xml");
  std::vector<Fields> rows = *result_rows(three_results(), shipped_rules());
  rows[0]["信用代码"] = "";
  rows[1]["信用代码"] = "31990128MD0100017MX";
  rows[2]["结果代码"] = "09";
  rows[2]["任务"] = Fields{};
  rows[2]["负责人"] = Fields{{"姓名", "岑砚舟"}};
  const auto table = apply_mapping(mapping, rows);
  ASSERT_FALSE(table.ok());
  EXPECT_EQ(codes(table.diagnostics()), (Codes{"AJ2600", "AJ2601", "AJ2606", "AJ2602", "AJ2600"}));
  EXPECT_EQ(sentence(table.diagnostics()[0], Language::chinese),
            "第1行（CY-001）的“统一社会信用代码”是必填项，没有内容");
  EXPECT_EQ(sentence(table.diagnostics()[1], Language::chinese),
            "第2行（CY-002）的“统一社会信用代码”有19个字，最多18个字");
  EXPECT_EQ(sentence(table.diagnostics()[3], Language::chinese),
            "第3行（CY-003）的“检查结果代码”是“09”，代码表“平台结果”中没有");
}

TEST(ApplyMapping, NamesTheRowWhereAnExpressionFails) {
  const auto mapping = load_mapping(
      "<mapping xmlns=\"urn:anjuan:mapping:1\" id=\"m\" title=\"t\" key=\"号\">"
      "<column name=\"甲\" value=\"数 + 1\"/><column name=\"乙\" value=\"数\" required-when=\"数 > "
      "1\"/></mapping>",
      "m.xml");
  ASSERT_TRUE(mapping.ok());
  const auto table = apply_mapping(*mapping, {{{"号", "一"}, {"数", 1}}, {{"号", "二"}, {"数", true}}});
  ASSERT_FALSE(table.ok());
  EXPECT_EQ(table.diagnostics()[0].row->code, std::string("AJ2603"));
  EXPECT_EQ(table.diagnostics()[0].values[1].zh, "二");
}

TEST(ApplyMapping, RequiresAColumnOnlyWhereItsConditionHolds) {
  const auto mapping = load_mapping(
      "<mapping xmlns=\"urn:anjuan:mapping:1\" id=\"m\" title=\"t\" key=\"号\">"
      "<column name=\"文号\" value=\"文号\" required-when=\"代码 等于 '03'\"/></mapping>",
      "m.xml");
  ASSERT_TRUE(mapping.ok());
  EXPECT_TRUE(apply_mapping(*mapping, {{{"号", "一"}, {"代码", "01"}, {"文号", ""}}}).ok());
  EXPECT_EQ(codes(apply_mapping(*mapping, {{{"号", "一"}, {"代码", "03"}, {"文号", "　"}}}).diagnostics()),
            Codes{"AJ2600"});
}

TEST(CellText, WritesDaysForExchange) {
  EXPECT_EQ(cell_text(make_day(2026, 9, 5)), "2026-09-05");
  EXPECT_EQ(cell_text(List{make_day(2026, 9, 5), "实地检查"}), "2026-09-05、实地检查");
  EXPECT_EQ(cell_text(Value()), "");
}

TEST(ShippedMappings, HoldOnlyWhatMayBePublished) {
  for (const char* name : {"credit-platform.xml", "announcement-table.xml"}) {
    for (const MappingColumn& column : shipped_mapping(name).columns)
      EXPECT_TRUE(may_be_published(column.kind));
  }
}

}  // namespace
}  // namespace anjuan::publication
