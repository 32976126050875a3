// Names and types held against what is declared, before anything runs.

#include <gtest/gtest.h>

#include "expression/expression.h"
#include "expression/place.h"

namespace anjuan::expression {
namespace {

Type type(std::string_view text) { return parse_type(text).value(); }

Names names() {
  Type object = type("record");
  object.fields = std::make_shared<const std::map<std::string, Type>>(
      std::map<std::string, Type>{{"名称", type("text")}, {"风险等级", type("choice:A|B")}});
  Type problems = type("list");
  problems.item = std::make_shared<const Type>(object);
  return {{"问题数", type("integer")},
          {"比例", type("decimal")},
          {"严重程度", type("choice:一般|严重")},
          {"备注", type("text")},
          {"已签署", type("boolean")},
          {"收到日期", type("date")},
          {"对象", object},
          {"各对象", problems},
          {"任意", type("any")}};
}

std::vector<std::string> codes(std::string_view source, const Type& wanted = {}) {
  const auto expression = compile(source, place);
  if (!expression.ok()) return {expression.diagnostics()[0].row->code};
  std::vector<std::string> found;
  for (const Diagnostic& d : check(*expression, names(), wanted)) found.emplace_back(d.row->code);
  return found;
}
using Codes = std::vector<std::string>;

TEST(Check, AcceptsWhatFits) {
  const Type boolean = type("boolean");
  for (const char* good :
       {"问题数 > 0 && 严重程度 == '严重'", "备注 == '任何文字'", "收到日期 == 日期('2026-09-10')",
        "任意 > 1 || 任意.甲 == 空", "对象.风险等级 属于 ['A', 'B']", "未有 == 1 || true"}) {
    const bool unknown = std::string(good).starts_with("未有");
    EXPECT_EQ(codes(good, boolean), unknown ? Codes{"AJ0320"} : Codes{}) << good;
  }
  EXPECT_EQ(codes("已签署 ? '一般' : '严重'", type("choice:一般|严重")), Codes{});
  EXPECT_EQ(codes("取整上(问题数 * 比例)", type("integer")), Codes{});
  EXPECT_EQ(codes("筛选(各对象, '名称', '甲')[0].名称", type("text")), Codes{});
  EXPECT_EQ(codes("字段(各对象, '名称')", type("list of text")), Codes{});
}

std::string told(std::string_view source) {
  std::string out;
  for (const Diagnostic& d : check(*compile(source, place), names(), type("boolean")))
    out += std::string(d.row->code) + " " + sentence(d, Language::chinese) + "|" + hint(d, Language::chinese) + "\n";
  return out;
}

TEST(Check, SeesANegationThatStopsTooEarly) {
  const std::string expected = "AJ0318 “不是”只否定了紧跟着的“问题数”，没有否定整个比较|请加上括号：不是 (问题数 > 0)。\n";
  EXPECT_EQ(told("不是 问题数 > 0"), expected);
  EXPECT_EQ(told("!问题数 > 0"), expected);
  EXPECT_EQ(codes("不是 备注 == '甲'"), Codes{"AJ0318"});
  EXPECT_EQ(codes("不是 已签署 == true"), Codes{});
  EXPECT_EQ(codes("不是 (问题数 > 0)"), Codes{});
  EXPECT_EQ(codes("不是 问题树 > 0"), (Codes{"AJ0318", "AJ0321"}));
  EXPECT_EQ(codes("不是 已签署 > 1"), Codes{"AJ0324"});
}

TEST(Check, SeesComparisonsInARow) {
  EXPECT_EQ(told("1 < 问题数 <= 5"),
            "AJ0317 几个比较不能连着写：“1 小于 问题数 不大于 5”|请写成两个比较：1 小于 问题数 并且 问题数 不大于 5。\n");
  EXPECT_EQ(codes("问题数 == 1 == 2"), Codes{"AJ0317"});
  EXPECT_EQ(codes("问题数 > 1 == true"), Codes{});
  EXPECT_EQ(codes("1 < 问题数 < 问题树"), (Codes{"AJ0317", "AJ0321"}));
}

TEST(Check, SeesDivisorsThatAreZeroAndValuesThatAreNone) {
  EXPECT_EQ(codes("问题数 / 0 > 1"), Codes{"AJ0343"});
  EXPECT_EQ(codes("问题数 % 0 == 1"), Codes{"AJ0343"});
  EXPECT_EQ(codes("问题数 % 2 == 1"), Codes{});
  EXPECT_EQ(codes("空 > 问题数"), Codes{"AJ0338"});
  EXPECT_EQ(codes("问题数 + 空"), Codes{"AJ0338"});
  EXPECT_EQ(codes("任意 == 空"), Codes{});
}

TEST(Check, SuggestsTheNearestName) {
  const auto found = check(*compile("问题树 > 0", place), names(), {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_STREQ(found[0].row->code, "AJ0321");
  EXPECT_EQ(sentence(found[0], Language::chinese), "没有名为“问题树”的数据项");
  EXPECT_EQ(hint(found[0], Language::chinese), "最接近的名称是“问题数”，请照它改正，或者先声明“问题树”。");
  EXPECT_EQ(found[0].place.column, 20);
}

TEST(Check, SeesWordsRunTogether) { EXPECT_EQ(codes("问题数大于0"), Codes{"AJ0322"}); }

TEST(Check, FindsWhatCannotBe) {
  EXPECT_EQ(codes("对象.名子"), Codes{"AJ0330"});
  EXPECT_EQ(codes("对象['名子']"), Codes{"AJ0330"});
  EXPECT_EQ(codes("对象.完全没有的字段名称"), Codes{"AJ0323"});
  EXPECT_EQ(codes("问题数 && true"), Codes{"AJ0324"});
  EXPECT_EQ(codes("!备注"), Codes{"AJ0324"});
  EXPECT_EQ(codes("备注 * 2"), Codes{"AJ0324"});
  EXPECT_EQ(codes("收到日期 + 1"), Codes{"AJ0363"});
  EXPECT_EQ(codes("已签署 > 1"), Codes{"AJ0324"});
  EXPECT_EQ(codes("1 in 问题数"), Codes{"AJ0324"});
  EXPECT_EQ(codes("问题数", type("boolean")), Codes{"AJ0325"});
  EXPECT_EQ(codes("问题数 / 2", type("integer")), Codes{"AJ0331"});
  EXPECT_EQ(codes("问题数 == '3'"), Codes{"AJ0334"});
  EXPECT_EQ(codes("收到日期 == '2026-09-10'"), Codes{"AJ0333"});
  EXPECT_EQ(codes("严重程度 == '非常严重'"), Codes{"AJ0327"});
  EXPECT_EQ(codes("严重程度 in ['严重', '较重']"), Codes{"AJ0327"});
  EXPECT_EQ(codes("'较重'", type("choice:一般|严重")), Codes{"AJ0327"});
  EXPECT_EQ(codes("长度(问题数)"), Codes{"AJ0328"});
  EXPECT_EQ(codes("备注.长"), Codes{"AJ0329"});
  EXPECT_EQ(codes("各对象[比例]"), Codes{"AJ0324"});
  EXPECT_EQ(codes("对象[问题数]"), Codes{"AJ0324"});
  EXPECT_EQ(codes("问题数 in 对象"), Codes{"AJ0324"});
  EXPECT_EQ(codes("日期加(收到日期, 问题数 / 2)"), Codes{"AJ0328"});
  EXPECT_EQ(codes("最大(问题数, 备注)"), Codes{"AJ0328"});
  EXPECT_EQ(codes("最大([已签署])"), Codes{"AJ0328"});
  EXPECT_EQ(codes("最小(字段(各对象, '名称')) == 备注"), Codes{});
}

TEST(Check, FindsEverythingInOneRun) {
  EXPECT_EQ(codes("问题树 > 0 && 严重程度 == '大' && 备注"), (Codes{"AJ0321", "AJ0327", "AJ0324"}));
}

TEST(Check, IsQuickOnLongChains) {
  std::string chain = "问题数";
  for (int i = 0; i < 400; ++i) chain += " * 问题数";
  EXPECT_EQ(codes(chain), Codes{});
}

TEST(ParseType, KnowsItsWords) {
  for (const std::string& word : type_words()) {
    EXPECT_TRUE(parse_type(word == "choice" ? "choice:甲|乙" : word)) << word;
  }
  EXPECT_FALSE(parse_type("string"));
  EXPECT_FALSE(parse_type("choice:"));
  EXPECT_EQ(name_of(type("list of integer")).zh, "列表");
}

TEST(Fits, HoldsValuesToTheirType) {
  EXPECT_TRUE(fits(Value(), type("integer")));
  EXPECT_TRUE(fits(Value(2), type("decimal")));
  EXPECT_FALSE(fits(Value(Decimal{15, 1}), type("integer")));
  EXPECT_TRUE(fits(Value("一般"), type("choice:一般|严重")));
  EXPECT_FALSE(fits(Value("大"), type("choice:一般|严重")));
  EXPECT_FALSE(fits(Value(List{1, "a"}), type("list of integer")));
}

TEST(Types, IncludeOthersAllOfWhoseValuesFitThem) {
  const auto includes_type = [](std::string_view one, std::string_view other) {
    return includes(type(one), type(other));
  };
  EXPECT_TRUE(includes_type("decimal", "integer"));
  EXPECT_FALSE(includes_type("integer", "decimal"));
  EXPECT_TRUE(includes_type("text", "choice:甲|乙"));
  EXPECT_TRUE(includes_type("choice:乙|甲|丙", "choice:甲|乙"));
  EXPECT_FALSE(includes_type("choice:甲|乙", "choice:甲|乙|丙"));
  EXPECT_FALSE(includes_type("choice:甲|乙", "text"));
  EXPECT_TRUE(includes_type("list", "list of text"));
  EXPECT_FALSE(includes_type("list of text", "list"));
  EXPECT_TRUE(includes_type("list of text", "list of choice:甲|乙"));
  EXPECT_TRUE(includes_type("record", "record"));
  EXPECT_FALSE(includes_type("date", "text"));
}

TEST(ReadValue, ReadsWhatAPersonTyped) {
  const auto read = [](std::string_view typed, std::string_view as) {
    return read_value(typed, type(as), place);
  };
  EXPECT_EQ(*read(" 是 ", "boolean"), Value(true));
  EXPECT_EQ(*read("12", "integer"), Value(12));
  EXPECT_EQ(*read("-0.50", "decimal"), Value(Decimal{-5, 1}));
  EXPECT_EQ(*read("2026年9月10日", "date"), Value(make_day(2026, 9, 10)));
  EXPECT_EQ(*read("甲、乙，丙", "list"), Value(List{"甲", "乙", "丙"}));
  EXPECT_EQ(*read("1,2", "list of integer"), Value(List{1, 2}));
  EXPECT_EQ(*read("", "integer"), Value());
  EXPECT_EQ(*read("严重", "choice:一般|严重"), Value("严重"));
  EXPECT_STREQ(read("十二", "integer").diagnostics()[0].row->code, "AJ0360");
  EXPECT_STREQ(read("1.5", "integer").diagnostics()[0].row->code, "AJ0360");
  EXPECT_STREQ(read("也许", "boolean").diagnostics()[0].row->code, "AJ0360");
  EXPECT_STREQ(read("2026-02-30", "date").diagnostics()[0].row->code, "AJ0360");
  EXPECT_STREQ(read("x", "record").diagnostics()[0].row->code, "AJ0360");
  EXPECT_STREQ(read("较重", "choice:一般|严重").diagnostics()[0].row->code, "AJ0361");
  EXPECT_EQ(hint(read("较重", "choice:一般|严重").diagnostics()[0], Language::chinese),
            "从这些值里选一个：一般、严重。");
  EXPECT_EQ(read("a,1,b", "list of integer").diagnostics().size(), 2U);
}

}  // namespace
}  // namespace anjuan::expression
