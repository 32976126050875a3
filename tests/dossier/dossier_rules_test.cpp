#include "dossier/dossier_rules.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "dossier/archival_code.h"
#include "dossier/blanks.h"
#include "papers.h"

namespace anjuan::dossier {
namespace {

using Codes = std::vector<std::string>;

/// The shipped rules with one piece of text changed.
Result<DossierRules> changed(std::string_view from, std::string_view to) {
  const std::string text = read_file(std::string(ANJUAN_SOURCE_DIR) + "/workflows/dossier.xml");
  EXPECT_NE(text.find(from), std::string::npos);
  return load_dossier_rules(replace_all(text, from, to), "dossier.xml");
}

TEST(LoadDossierRules, ReadsTheShippedFile) {
  const DossierRules rules = shipped_rules();
  ASSERT_NE(rules.kind("case"), nullptr);
  EXPECT_EQ(rules.kind("case")->groups.front().place, "正1");
  EXPECT_TRUE(rules.kind("case")->groups.back().second_part);
  EXPECT_EQ(rules.kind("case")->max_pages, 200);
  EXPECT_EQ(rules.kind("none"), nullptr);
}

TEST(LoadDossierRules, NamesPatternsThatCannotBeRead) {
  EXPECT_EQ(codes(changed("{全宗号}-", "{全宗号-").diagnostics()), Codes{"AJ2520"});
  EXPECT_EQ(codes(changed("{全宗号}-", "全宗号}-").diagnostics()), Codes{"AJ2520"});
  EXPECT_EQ(codes(changed("{全宗号}-", "{}-").diagnostics()), Codes{"AJ2520"});
  EXPECT_EQ(codes(changed("{案卷号:4}", "{案卷号:x}").diagnostics()), Codes{"AJ2520"});
  EXPECT_EQ(codes(changed("{对象.名称}", "{对象.名称").diagnostics()), Codes{"AJ2520"});
}

TEST(LoadDossierRules, NamesDoubles) {
  EXPECT_EQ(codes(changed("place=\"正2\"", "place=\"正1\"").diagnostics()), Codes{"AJ2525"});
  EXPECT_EQ(codes(changed("code=\"D10\"", "code=\"D30\"").diagnostics()), Codes{"AJ2525"});
  EXPECT_EQ(codes(changed("id=\"round\"", "id=\"case\"").diagnostics()), Codes{"AJ2525"});
}

TEST(LoadDossierRules, NamesElementsTheLanguageDoesNotHave) {
  EXPECT_FALSE(changed("<group place=\"正9\"", "<gruop place=\"正9\"").ok());
  EXPECT_FALSE(changed("max-pages=\"200\"", "max-pages=\"many\"").ok());
}

TEST(FindPeriod, TakesTheNameOrTheCode) {
  const DossierRules rules = shipped_rules();
  EXPECT_EQ(find_period(rules, "30年")->code, "D30");
  EXPECT_EQ(find_period(rules, "Y")->name, "永久");
  const auto unknown = find_period(rules, "50年");
  EXPECT_EQ(codes(unknown.diagnostics()), Codes{"AJ2524"});
  EXPECT_EQ(hint(unknown.diagnostics()[0], Language::chinese), "已定义的期限：永久、30年、10年。");
}

TEST(ArchivalCode, FollowsThePatternOfTheRules) {
  const DossierRules rules = shipped_rules();
  const ArchivalParts parts{"0045", 2026, *rules.period("D30"), "JDG", 12};
  EXPECT_EQ(archival_code(rules, parts).value(), "0045-ZY·2026-D30-JDG-0012");
  EXPECT_EQ(archival_series(rules, parts).value(), "0045-ZY·2026-D30-JDG-");
}

TEST(ArchivalCode, NamesAllPartsThatAreMissing) {
  const DossierRules rules = shipped_rules();
  const auto code = archival_code(rules, {"", 2026, *rules.period("D30"), "", 12});
  ASSERT_FALSE(code.ok());
  EXPECT_EQ(codes(code.diagnostics()), (Codes{"AJ2521", "AJ2521"}));
  EXPECT_EQ(code.diagnostics()[1].values[1].zh, "机构");
}

TEST(ArchivalCode, RefusesASerialWiderThanThePattern) {
  const DossierRules rules = shipped_rules();
  EXPECT_EQ(codes(archival_code(rules, {"0045", 2026, *rules.period("Y"), "JDG", 10000}).diagnostics()),
            Codes{"AJ2523"});
}

TEST(FillPattern, ReadsDottedNamesAndPadsWholeNumbers) {
  const Fields facts{{"对象", Fields{{"名称", "岚东砚衡律师事务所"}}}, {"年度", 2026}, {"号", "x"}};
  EXPECT_EQ(fill_pattern("{对象.名称}{年度}年卷", facts, {}).value(), "岚东砚衡律师事务所2026年卷");
  EXPECT_EQ(fill_pattern("{年度:6}", facts, {}).value(), "002026");
  EXPECT_EQ(codes(fill_pattern("{号:4}", facts, {}).diagnostics()), Codes{"AJ2522"});
  EXPECT_EQ(codes(fill_pattern("{对象.住所}", facts, {}).diagnostics()), Codes{"AJ2521"});
  EXPECT_EQ(codes(fill_pattern("{年度.月}", facts, {}).diagnostics()), Codes{"AJ2521"});
  EXPECT_EQ(fill_pattern("", facts, {}).value(), "");
}

}  // namespace
}  // namespace anjuan::dossier
