// What a person reads when something is refused: whole texts, in both languages.

#include "base/diagnostic.h"

#include <gtest/gtest.h>

#include "base/result.h"

namespace anjuan {
namespace {

ANJUAN_MESSAGE(sample_target, "TEST01", error, "流转目标“{0}”不存在", "the target '{0}' does not exist",
               "最接近的状态是“{1}”。", "The nearest state is '{1}'.");
ANJUAN_MESSAGE(sample_remark, "TEST02", warning, "有一处提醒", "there is a remark", "", "");
ANJUAN_MESSAGE(sample_fault, "TEST03", fault, "磁盘已满", "the disk is full", "请清理磁盘。",
               "Free some space.");

constexpr const char* source = "<scxml>\n  <!-- 案 --><transition target=\"inspct\"/>\n</scxml>\n";

Diagnostic sample() { return diagnose(sample_target, Place{"case.xml", 2, 32}, "inspct", "inspect"); }

TEST(Render, TellsPlaceMessageLineHintAndBasisInChinese) {
  EXPECT_EQ(render(with_basis(sample(), {"《示例办法》", "第十二条"}), Language::chinese, source),
            "case.xml:2:32: 错误 TEST01  流转目标“inspct”不存在\n"
            "    2 |   <!-- 案 --><transition target=\"inspct\"/>\n"
            "      |                                 ^\n"
            "   提示  最接近的状态是“inspect”。\n"
            "   依据  《示例办法》第十二条\n");
}

TEST(Render, TellsTheSameInEnglish) {
  EXPECT_EQ(render(sample(), Language::english, source),
            "case.xml:2:32: error TEST01  the target 'inspct' does not exist\n"
            "    2 |   <!-- 案 --><transition target=\"inspct\"/>\n"
            "      |                                 ^\n"
            "   hint   The nearest state is 'inspect'.\n");
}

TEST(Render, QuotesNothingWithoutASource) {
  EXPECT_EQ(render(sample(), Language::english),
            "case.xml:2:32: error TEST01  the target 'inspct' does not exist\n"
            "   hint   The nearest state is 'inspect'.\n");
}

TEST(Render, NamesSeverityAndLeavesOutWhatIsNotThere) {
  EXPECT_EQ(render(diagnose(sample_remark, Place{}), Language::chinese), "提醒 TEST02  有一处提醒\n");
  EXPECT_EQ(render(diagnose(sample_fault, Place{}), Language::chinese),
            "故障 TEST03  磁盘已满\n   提示  请清理磁盘。\n");
  EXPECT_EQ(render(diagnose(sample_remark, Place{}), Language::english),
            "warning TEST02  there is a remark\n");
}

TEST(Render, NamesACellInTheReadersLanguage) {
  const Place place{"表.xlsx", 0, 0, {"工作表“检查表”单元格 D7", "sheet '检查表', cell D7"}};
  EXPECT_EQ(render(diagnose(sample_remark, place), Language::chinese),
            "表.xlsx 工作表“检查表”单元格 D7: 提醒 TEST02  有一处提醒\n");
  EXPECT_EQ(render(diagnose(sample_remark, place), Language::english),
            "表.xlsx sheet '检查表', cell D7: warning TEST02  there is a remark\n");
}

TEST(Render, FillsABlankWithTheWordingOfTheLanguage) {
  const auto d = diagnose(sample_target, Place{}, Wording("整数", "integer"), "甲");
  EXPECT_EQ(sentence(d, Language::chinese), "流转目标“整数”不存在");
  EXPECT_EQ(sentence(d, Language::english), "the target 'integer' does not exist");
  EXPECT_EQ(hint(d, Language::english), "The nearest state is '甲'.");
}

TEST(Render, LeavesBracesOfTheUserAlone) {
  EXPECT_EQ(sentence(diagnose(sample_target, Place{}, "{1}", "乙"), Language::chinese),
            "流转目标“{1}”不存在");
}

TEST(Render, CutsALongLineAroundThePlace) {
  const std::string line = std::string(300, 'a') + "X" + std::string(300, 'b');
  const std::string text = render(diagnose(sample_remark, Place{"f", 1, 301}), Language::english, line);
  const auto caret = text.rfind('^') - text.rfind('\n', text.rfind('^'));
  const auto mark = text.find('X') - text.rfind('\n', text.find('X'));
  EXPECT_EQ(caret, mark);
  EXPECT_LT(text.size(), 300u);
}

TEST(Render, QuotesNoLineThatIsNotText) {
  EXPECT_EQ(render(diagnose(sample_remark, Place{"f", 1}), Language::english, "\xff\xfe\n"),
            "f:1: warning TEST02  there is a remark\n");
  EXPECT_EQ(render(diagnose(sample_remark, Place{"f", 9}), Language::english, "one line"),
            "f:9: warning TEST02  there is a remark\n");
}

TEST(HasError, CountsWarningsNot) {
  const Diagnostics warnings = {diagnose(sample_remark, Place{})};
  EXPECT_FALSE(has_error(warnings));
  EXPECT_FALSE(has_fault(warnings));
  EXPECT_TRUE(has_error({diagnose(sample_remark, Place{}), sample()}));
  EXPECT_TRUE(has_error({diagnose(sample_fault, Place{})}));
  EXPECT_TRUE(has_fault({diagnose(sample_fault, Place{})}));
  EXPECT_FALSE(has_fault({sample()}));
}

Result<int> half(int n) {
  if (n % 2 != 0) return diagnose(sample_remark, Place{});
  return n / 2;
}
Result<int> quarter(int n) {
  ANJUAN_TRY(const int once, half(n));
  return half(once);
}

TEST(Result, IsAValueOrDiagnostics) {
  EXPECT_EQ(*quarter(8), 2);
  EXPECT_FALSE(quarter(6).ok());
  EXPECT_EQ(quarter(6).diagnostics().size(), 1u);
  EXPECT_EQ(half(8).and_then(half).value(), 2);
  EXPECT_STREQ(half(7).and_then(half).diagnostics()[0].row->code, "TEST02");
}

TEST(ResultDeathTest, StopsTheProgramWhereARefusalIsTakenForAValue) {
  EXPECT_DEATH({ (void)half(1).value(); }, "result.h:[0-9]+: internal error: ");
  EXPECT_DEATH({ (void)Result<int>(Diagnostics{}); }, "internal error");
}

}  // namespace
}  // namespace anjuan
