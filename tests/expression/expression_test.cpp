// Expressions as authors write them: values, exactness, and what is said when they are wrong.

#include "expression/expression.h"
#include "expression/place.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace anjuan::expression {
namespace {

Fields fields() {
  const auto person = [](const char* name, const char* unit, int year) {
    return Value(Fields{{"姓名", name}, {"单位", unit}, {"年度", year}});
  };
  return {{"问题数", 3},
          {"严重程度", "严重"},
          {"已签署", true},
          {"比例", Value(Decimal{3, 1})},
          {"未填", Value()},
          {"收到日期", make_day(2026, 9, 10)},
          {"人员",
           List{person("张三", "甲所", 2024), person("李四", "乙所", 2025), person("王五", "甲所", 2026)}},
          {"对象", Fields{{"名称", "澄阳律师事务所"}, {"业务类别", "律师"}}},
          {"表", Fields{{"律师", "law-firm"}, {"公证", "notary"}}}};
}

Result<Value> run(std::string_view source) {
  const Fields data = fields();
  const Surroundings around{data, [](std::string_view id) { return id == "检查中"; },
                            [](Day from, Day to) -> Result<std::int64_t> { return (to - from).count(); }};
  ANJUAN_TRY(const Expression expression, compile(source, place));
  return evaluate(expression, around);
}

Value value(std::string_view source) {
  const auto result = run(source);
  if (!result.ok()) ADD_FAILURE() << source << ": " << render(result.diagnostics()[0], Language::chinese);
  return result.ok() ? *result : Value("!");
}

std::string code(std::string_view source) {
  const auto result = run(source);
  return result.ok() ? "none" : result.diagnostics()[0].row->code;
}

TEST(Evaluate, KnowsTheUsualPrecedence) {
  EXPECT_EQ(value("1 + 2 * 3"), Value(7));
  EXPECT_EQ(value("(1 + 2) * 3"), Value(9));
  EXPECT_EQ(value("1 < 2 && 2 < 3 || false"), Value(true));
  EXPECT_EQ(value("true || false && false"), Value(true));
  EXPECT_EQ(value("-2 + 5 % 3"), Value(0));
  EXPECT_EQ(value("false ? 1 : true ? 2 : 3"), Value(2));
  EXPECT_EQ(value("!false == true"), Value(true));
}

TEST(Evaluate, ReadsChineseWordsAsOperators) {
  EXPECT_EQ(value("问题数 大于 0 并且 严重程度 等于 '严重'"), Value(true));
  EXPECT_EQ(value("不是 已签署 或者 问题数 不小于 3"), Value(true));
  EXPECT_EQ(value("问题数 不大于 2"), Value(false));
  EXPECT_EQ(value("严重程度 不等于 '严重'"), Value(false));
  EXPECT_EQ(value("严重程度 不是 '一般'"), Value(true));
  EXPECT_EQ(value("严重程度 属于 ['严重', '较重']"), Value(true));
  EXPECT_EQ(value("真 并且 不是 假"), Value(true));
  EXPECT_EQ(value("未填 == 空"), Value(true));
}

TEST(Evaluate, ReadsFullWidthPunctuationAsHalfWidth) {
  EXPECT_EQ(value("最大（1，2）"), Value(2));
  EXPECT_EQ(value("（问题数＞0）？“有”：“无”"), Value("有"));
  EXPECT_EQ(value("严重程度 == ‘严重’"), Value(true));
  EXPECT_EQ(value("问题数 ≥ 3"), Value(true));
  EXPECT_EQ(value("'原文“引号”（照旧）'"), Value("原文“引号”（照旧）"));
}

TEST(Evaluate, ComputesDecimalsExactly) {
  EXPECT_EQ(value("0.1 + 0.2 == 0.3"), Value(true));
  EXPECT_EQ(value("20 * 比例"), Value(6));
  EXPECT_EQ(value("取整上(11 * 0.3)"), Value(4));
  EXPECT_EQ(value("取整上(10 * 0.3)"), Value(3));
  EXPECT_EQ(value("取整下(-3.5)"), Value(-4));
  EXPECT_EQ(value("1 / 3"), Value(Decimal{333333333, 9}));
  EXPECT_EQ(value("-2 / 3"), Value(Decimal{-666666667, 9}));
  EXPECT_EQ(value("9 / 3"), Value(3));
  EXPECT_EQ(value("7 % 4"), Value(3));
  EXPECT_EQ(value(".5 + .5"), Value(1));
  EXPECT_EQ(value("0.000000001 * 0.5"), Value(Decimal{1, 9}));
}

TEST(Evaluate, JoinsTextsWithPlus) {
  EXPECT_EQ(value("'共' + 问题数 + '项'"), Value("共3项"));
  EXPECT_EQ(value("'于' + 收到日期 + 未填"), Value("于2026年9月10日"));
}

TEST(Evaluate, TreatsAMissingKeyAsEmpty) {
  EXPECT_EQ(value("对象.没有"), Value());
  EXPECT_EQ(value("对象.没有.更没有"), Value());
  EXPECT_EQ(value("表[对象.业务类别]"), Value("law-firm"));
  EXPECT_EQ(value("表['基层']"), Value());
  EXPECT_EQ(value("人员[9]"), Value());
  EXPECT_EQ(value("人员[1].姓名"), Value("李四"));
  EXPECT_EQ(value("{甲: 1, '乙': 2}.乙"), Value(2));
  EXPECT_EQ(value("[1, [2]][1][0]"), Value(2));
}

TEST(Evaluate, KnowsDates) {
  EXPECT_EQ(value("收到日期 == 日期('2026-09-10')"), Value(true));
  EXPECT_EQ(value("日期加(收到日期, 30)"), Value(make_day(2026, 10, 10)));
  EXPECT_EQ(value("收到日期 < 日期('2026年9月11日')"), Value(true));
  EXPECT_EQ(value("年(收到日期) * 10000 + 月(收到日期) * 100 + 日(收到日期)"), Value(20260910));
  EXPECT_EQ(value("工作日差(收到日期, 日期('2026-09-14'))"), Value(4));
}

TEST(Evaluate, WorksOnLists) {
  EXPECT_EQ(value("长度(筛选(人员, '单位', '甲所'))"), Value(2));
  EXPECT_EQ(value("计数(人员, '单位', '乙所')"), Value(1));
  EXPECT_EQ(value("连接(字段(人员, '姓名'), '、')"), Value("张三、李四、王五"));
  EXPECT_EQ(value("最后(人员).姓名"), Value("王五"));
  EXPECT_EQ(value("去重(字段(人员, '单位'))"), Value(List{"甲所", "乙所"}));
  EXPECT_EQ(value("并入([1], 2)"), Value(List{1, 2}));
  EXPECT_EQ(value("并入([1], [2, 3])"), Value(List{1, 2, 3}));
  EXPECT_EQ(value("最大(字段(人员, '年度'))"), Value(2026));
  EXPECT_EQ(value("最小(3, 1.5, 2)"), Value(Decimal{15, 1}));
  EXPECT_EQ(value("包含(['a', 'b'], 'b')"), Value(true));
  EXPECT_EQ(value("包含('甲乙丙', '乙')"), Value(true));
  EXPECT_EQ(value("含字('甲乙丙', '丁')"), Value(false));
  EXPECT_EQ(value("2 in [1, 2]"), Value(true));
  EXPECT_EQ(value("长度('四个汉字')"), Value(4));
  EXPECT_EQ(value("长度(未填)"), Value(0));
  EXPECT_EQ(value("为空(未填) && 为空([]) && !为空('甲')"), Value(true));
  EXPECT_EQ(value("文本(1.50) + 文本(true)"), Value("1.5是"));
  EXPECT_EQ(value("In('检查中') && !In('结束')"), Value(true));
}

TEST(Evaluate, DoesNotLookAtTheOtherSideWithoutNeed) {
  EXPECT_EQ(value("false && 未填 > 1"), Value(false));
  EXPECT_EQ(value("true || 未填 > 1"), Value(true));
  EXPECT_EQ(value("true ? 1 : 没有这个"), Value(1));
}

TEST(Evaluate, RefusesWhatHasNoMeaning) {
  EXPECT_EQ(code("没有这个"), "AJ0340");
  EXPECT_EQ(code("收到日期 > 1"), "AJ0341");
  EXPECT_EQ(code("未填 < 3"), "AJ0342");
  EXPECT_EQ(code("未填 + 3"), "AJ0342");
  EXPECT_EQ(code("1 / (问题数 - 3)"), "AJ0343");
  EXPECT_EQ(code("9223372036854775807 + 1"), "AJ0344");
  EXPECT_EQ(code("9223372036854775807 / 0.000000001"), "AJ0344");
  EXPECT_EQ(code("!问题数"), "AJ0346");
  EXPECT_EQ(code("未填 && true"), "AJ0346");
  EXPECT_EQ(code("长度(问题数)"), "AJ0347");
  EXPECT_EQ(code("日期('2026-02-30')"), "AJ0348");
  EXPECT_EQ(code("问题数.甲"), "AJ0350");
  EXPECT_EQ(code("人员['甲']"), "AJ0351");
}

TEST(Evaluate, SaysWhatIsNotAvailable) {
  const Fields none;
  const Surroundings bare{none, {}, {}};
  EXPECT_STREQ(evaluate(*compile("In('a')", place), bare).diagnostics()[0].row->code, "AJ0349");
  EXPECT_STREQ(evaluate(*compile("工作日差(日期('2026-01-05'), 日期('2026-01-06'))", place), bare)
                   .diagnostics()[0]
                   .row->code,
               "AJ0349");
}

TEST(Evaluate, IsBounded) {
  List many;
  for (int i = 0; i < 2000; ++i) many.push_back(i);
  std::string big(max_text_bytes, 'a');
  const Fields data{{"很多", many}, {"长文", big}};
  const Surroundings around{data, {}, {}};
  const auto refused = evaluate(*compile("去重(很多)", place), around);
  ASSERT_FALSE(refused.ok());
  EXPECT_STREQ(refused.diagnostics()[0].row->code, "AJ0345");
  EXPECT_STREQ(evaluate(*compile("长文 + 长文", place), around).diagnostics()[0].row->code, "AJ0352");
}

TEST(Evaluate, RequiresABooleanOfAGuard) {
  const Fields data = fields();
  const auto result = holds(*compile("问题数", place), {data, {}, {}});
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(sentence(result.diagnostics()[0], Language::chinese),
            "这里要的是“是”或“否”，得到的却是“问题数”的数“3”");
}

TEST(Compile, NamesLineAndColumn) {
  const auto refused = compile("问题数 > 0 并且 (a ==)", place);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.diagnostics()[0].place.line, 7);
  EXPECT_EQ(refused.diagnostics()[0].place.column, 20 + 16);
  const auto second_line = compile("true &&\n  &", place);
  EXPECT_EQ(second_line.diagnostics()[0].place.line, 8);
  EXPECT_EQ(second_line.diagnostics()[0].place.column, 3);
}

TEST(Compile, SaysWhatIsWrong) {
  const auto code_of = [](const std::string& source) {
    const auto result = compile(source, place);
    return result.ok() ? std::string("none") : std::string(result.diagnostics()[0].row->code);
  };
  EXPECT_EQ(code_of("a @ b"), "AJ0300");
  EXPECT_EQ(code_of("'没有结束"), "AJ0301");
  EXPECT_EQ(code_of("(1 + 2"), "AJ0302");
  EXPECT_EQ(code_of("  "), "AJ0303");
  EXPECT_EQ(code_of("a b"), "AJ0304");
  EXPECT_EQ(code_of("99999999999999999999"), "AJ0305");
  EXPECT_EQ(code_of("0.1234567891"), "AJ0305");
  EXPECT_EQ(code_of(std::string(100, '(') + "1" + std::string(100, ')')), "AJ0306");
  EXPECT_EQ(code_of(std::string(100, '!') + "true"), "AJ0306");
  std::string longer = "1";
  for (int i = 0; i < 600; ++i) longer += "+1";
  EXPECT_EQ(code_of(longer), "AJ0307");
  EXPECT_EQ(code_of("a = 1"), "AJ0308");
  EXPECT_EQ(code_of("a & b"), "AJ0309");
  EXPECT_EQ(code_of("return"), "AJ0310");
  EXPECT_EQ(code_of("++a"), "AJ0310");
  EXPECT_EQ(code_of("完全不存在的函数名(1)"), "AJ0311");
  EXPECT_EQ(code_of("工作日查(a, b)"), "AJ0312");
  EXPECT_EQ(code_of("长度()"), "AJ0313");
  EXPECT_EQ(code_of("{a: 1, a: 2}"), "AJ0314");
  EXPECT_EQ(code_of("a \xff b"), "AJ0300");
}

TEST(Compile, ListsNamesAndStatesUsed) {
  const auto expression = compile("甲 > 1 && 乙.丙 == 丁[戊] || In('完成')", place);
  EXPECT_EQ(names_used(*expression), (std::set<std::string>{"甲", "乙", "丁", "戊"}));
  const auto states = states_asked(*expression);
  ASSERT_EQ(states.size(), 1U);
  EXPECT_EQ(states[0].first, "完成");
}

TEST(Readings, AreFieldsWhereTheyAreNamedAndElseTheWhole) {
  Readings readings;
  for (const char* source : {"甲.一 + 甲['二']", "乙.三.四 == '五'", "长度(丙)", "丁[戊]", "己.六", "己 == 空"}) add_readings(*compile(source, place), readings);
  EXPECT_EQ(readings.at("甲").fields, (std::set<std::string, std::less<>>{"一", "二"}));
  EXPECT_FALSE(readings.at("甲").all);
  EXPECT_EQ(readings.at("乙").fields, (std::set<std::string, std::less<>>{"三"}));
  for (const char* whole : {"丙", "丁", "戊", "己"}) EXPECT_TRUE(readings.at(whole).all) << whole;
}

TEST(Builtins, AreDocumentedInBothLanguages) {
  EXPECT_GE(builtins().size(), 20U);
  for (const BuiltinEntry& entry : builtins()) {
    EXPECT_TRUE(entry.written.starts_with(entry.name + "(")) << entry.name;
    EXPECT_FALSE(entry.says.zh.empty()) << entry.name;
    EXPECT_NE(entry.says.zh, entry.says.en) << entry.name;
  }
  EXPECT_EQ(operator_words().front(), (std::pair<std::string, std::string>("&&", "并且")));
}

}  // namespace
}  // namespace anjuan::expression
