// Conditions and values as sentences, in Chinese and English.

#include "expression/words.h"

#include <gtest/gtest.h>

#include "expression/phrases.h"

namespace anjuan::expression {
namespace {

Names declared() {
  return {{"问题数", *parse_type("integer")},    {"严重程度", *parse_type("choice:一般|严重")},
          {"紧急", *parse_type("boolean")},      {"改正期限", *parse_type("date")},
          {"问题", *parse_type("list of text")}, {"说明", *parse_type("text")}};
}

struct Said {
  std::string zh, en;
  bool operator==(const Said&) const = default;
};
std::ostream& operator<<(std::ostream& out, const Said& said) { return out << said.zh << " | " << said.en; }

template <class Tell>
Said told(std::string_view source, const Tell& tell) {
  const Names names = declared();
  const Vocabulary vocabulary{[](std::string_view path) -> std::optional<Wording> {
                                if (path == "limit") return Wording("上限（2 次）", "the maximum (2)");
                                if (path == "_event.data") return Wording("来件", "the message");
                                return std::nullopt;
                              },
                              [](std::string_view id) -> std::optional<Wording> {
                                return id == "approved" ? std::optional<Wording>("已批准") : std::nullopt;
                              },
                              &names};
  const auto expression = compile(source, {"words.xml", 1, 1, ""});
  if (!expression.ok()) {
    ADD_FAILURE() << render(expression.diagnostics()[0], Language::chinese);
    return {};
  }
  const Wording words = tell(*expression, vocabulary);
  return {words.zh, words.en};
}
Said condition(std::string_view source) { return told(source, condition_in_words); }
Said opposite(std::string_view source) { return told(source, opposite_in_words); }
Said value_said(std::string_view source) { return told(source, value_in_words); }

TEST(ConditionInWords, ReadsAsASentence) {
  EXPECT_EQ(condition("问题数 > 0 && 严重程度 == '严重'"),
            (Said{"问题数大于 0，并且严重程度是“严重”", "问题数 is greater than 0, and 严重程度 is “严重”"}));
  EXPECT_EQ(condition("问题数 大于 0 并且 严重程度 等于 '严重'"),
            condition("问题数 > 0 && 严重程度 == '严重'"));
}

TEST(ConditionInWords, BracketsWhatIsJoinedOtherwise) {
  EXPECT_EQ(condition("紧急 && (问题数 > 1 || 严重程度 != '一般')").zh,
            "紧急为“是”，并且（问题数大于 1，或者严重程度不是“一般”）");
  EXPECT_EQ(condition("紧急 || 问题数 > 1 || 问题数 < 0").zh,
            "紧急为“是”，或者问题数大于 1，或者问题数小于 0");
}

TEST(ConditionInWords, PutsAlternativesOfOneThingTogether) {
  EXPECT_EQ(condition("严重程度 == '一般' 或者 严重程度 == '严重' 或者 问题数 > 0"),
            (Said{"严重程度是“一般”或者“严重”，或者问题数大于 0",
                  "严重程度 is “一般” or “严重”, or 问题数 is greater than 0"}));
  EXPECT_EQ(condition("严重程度 != '一般' && 严重程度 != '严重'"),
            (Said{"严重程度不是“一般”，也不是“严重”", "严重程度 is neither “一般” nor “严重”"}));
  EXPECT_EQ(condition("问题数 == 1 || 问题数 == 2").zh, "问题数等于 1 或者 2");
  EXPECT_EQ(condition("问题数 == 1 || 严重程度 == '一般'").zh, "问题数等于 1，或者严重程度是“一般”");
}

TEST(ConditionInWords, CallsDatesEarlierAndLater) {
  EXPECT_EQ(condition("改正期限 > 日期('2026-09-10')"),
            (Said{"改正期限晚于 2026年9月10日", "改正期限 is after 2026-09-10"}));
  EXPECT_EQ(condition("改正期限 <= 收到日期").zh, "改正期限不晚于收到日期");
  EXPECT_EQ(condition("改正期限 >= 收到日期").en, "改正期限 is not before 收到日期");
  EXPECT_EQ(condition("日期加(收到日期, 3) < 改正期限").zh, "收到日期加 3 日早于改正期限");
}

TEST(ConditionInWords, CountsItemsAndCharacters) {
  EXPECT_EQ(condition("长度(问题) > 0"), (Said{"问题至少有一项", "问题 has items"}));
  EXPECT_EQ(condition("长度(问题) == 0"), (Said{"问题一项也没有", "问题 has no items"}));
  EXPECT_EQ(condition("2 <= 长度(问题)"), (Said{"问题不少于 2 项", "问题 has at least 2 items"}));
  EXPECT_EQ(condition("长度(问题) != 3").zh, "问题不是 3 项");
  EXPECT_EQ(condition("长度(说明) < 20").zh, "说明少于 20 字");
  EXPECT_EQ(condition("长度(人员) >= limit"),
            (Said{"人员的数量不小于上限（2 次）", "the number of 人员 is at least the maximum (2)"}));
}

TEST(ConditionInWords, AsksForStatesByTheirLabels) {
  EXPECT_EQ(condition("In('approved')"), (Said{"正处在“已批准”", "“已批准” is where it stands"}));
  EXPECT_EQ(condition("!In('draft')"), (Said{"不在“draft”", "“draft” is not where it stands"}));
}

TEST(ConditionInWords, SaysWhetherThereIsAValue) {
  EXPECT_EQ(condition("改正期限 == 空"), (Said{"改正期限没有值", "改正期限 has no value"}));
  EXPECT_EQ(condition("文书['通知书'] != 空"), (Said{"有文书“通知书”", "there is 文书 “通知书”"}));
  EXPECT_EQ(condition("!为空(说明)"), (Said{"说明不为空", "说明 is not empty"}));
}

TEST(ConditionInWords, AsksWhatAListHolds) {
  EXPECT_EQ(condition("包含(方式, '书面')"), (Said{"方式里有“书面”", "方式 includes “书面”"}));
  EXPECT_EQ(condition("'书面' 属于 方式"), condition("包含(方式, '书面')"));
  EXPECT_EQ(condition("!包含(字段(声明, '编号'), 签署人.编号)"),
            (Said{"声明的编号里没有签署人的编号", "the 编号 of 声明 does not include the 编号 of 签署人"}));
  EXPECT_EQ(condition("严重程度 in ['一般', '严重']").zh, "严重程度是“一般”、“严重”之一");
  EXPECT_EQ(condition("含字(依据, '待核实')").zh, "依据里有“待核实”字样");
}

TEST(ConditionInWords, TakesABooleanAsYesOrNo) {
  EXPECT_EQ(condition("紧急"), (Said{"紧急为“是”", "紧急 is yes"}));
  EXPECT_EQ(condition("紧急 == false"), condition("!紧急"));
  EXPECT_EQ(condition("true"), (Said{"总是成立", "always"}));
  EXPECT_EQ(condition("!true"), (Said{"从不成立", "never"}));
  EXPECT_EQ(condition("未申报的一项").zh, "未申报的一项为“是”");
}

TEST(OppositeInWords, DeniesEachClauseOnce) {
  EXPECT_EQ(
      opposite("问题数 > 0 && 严重程度 == '严重'"),
      (Said{"问题数不大于 0，或者严重程度不是“严重”", "问题数 is at most 0, or 严重程度 is not “严重”"}));
  EXPECT_EQ(opposite("!(紧急 || 问题数 == 0)"), condition("紧急 || 问题数 == 0"));
  EXPECT_EQ(opposite("长度(问题) > 0"), condition("长度(问题) == 0"));
  EXPECT_EQ(opposite("改正期限 == 空").zh, "改正期限有值");
  EXPECT_EQ(opposite("包含(方式, '书面')").zh, "方式里没有“书面”");
}

TEST(ValueInWords, TellsSumsAndTexts) {
  EXPECT_EQ(value_said("退回次数 + 1"), (Said{"退回次数加 1", "退回次数 plus 1"}));
  EXPECT_EQ(value_said("(甲 + 乙) * 2"), (Said{"（甲加乙）乘以 2", "(甲 plus 乙) times 2"}));
  EXPECT_EQ(value_said("甲 - 1 + 乙").zh, "甲减 1 加乙");
  EXPECT_EQ(value_said("甲 - (乙 + 1)").zh, "甲减（乙加 1）");
  EXPECT_EQ(value_said("'第' + 文本(批次) + '批'"), (Said{"“第〔批次〕批”", "“第[批次]批”"}));
  EXPECT_EQ(value_said("问题数 == 0 ? '无' : '有'"),
            (Said{"问题数等于 0 的，为“无”；否则为“有”", "“无” if 问题数 is 0, otherwise “有”"}));
  EXPECT_EQ(value_said("问题数 > 0"), (Said{"是否问题数大于 0", "whether 问题数 is greater than 0"}));
}

TEST(ValueInWords, TellsWhereAValueComesFrom) {
  EXPECT_EQ(value_said("对象.名称"), (Said{"对象的名称", "the 名称 of 对象"}));
  EXPECT_EQ(value_said("表[对象.类别]"), (Said{"对象的类别对应的表", "the 表 for the 类别 of 对象"}));
  EXPECT_EQ(
      value_said("筛选(人员, '编号', 某编号)[0]"),
      (Said{"人员里编号等于某编号的项中的第 1 项", "item 1 of the items of 人员 whose 编号 is 某编号"}));
  EXPECT_EQ(value_said("_event.data['批次']"), (Said{"来件“批次”", "the message “批次”"}));
  EXPECT_EQ(value_said("最小(字段(人员, '有效期'))").zh, "人员的有效期中最小（最早）的");
  EXPECT_EQ(value_said("[]").zh, "空列表");
  EXPECT_EQ(value_said("{'甲': 1, '乙': [2, 3]}"), (Said{"（甲：1，乙：2、3）", "(甲: 1, 乙: 2, 3)"}));
}

/// Every built-in function of the language has a phrase: called with as many names as it needs, it is
/// told without its brackets.
TEST(ValueInWords, HasAPhraseForEachBuiltinFunction) {
  for (const BuiltinEntry& builtin : builtins()) {
    std::string source = builtin.name + "(";
    for (int i = 0; i < builtin.least; ++i) source += (i > 0 ? ", 值" : "值") + std::to_string(i);
    source += ")";
    const Said words = value_said(source);
    EXPECT_EQ(words.zh.find(builtin.name + "("), std::string::npos) << source << " " << words;
  }
}

TEST(Say, SetsASpaceBetweenChineseAndDigits) {
  EXPECT_EQ(say({"第{0}项", "item {0}"}, {"3"}), Wording("第 3 项", "item 3"));
  EXPECT_EQ(say({"{0}大于{1}", "{0}>{1}"}, {"“a”", "b"}), Wording("“a”大于 b", "“a”>b"));
}

}  // namespace
}  // namespace anjuan::expression
