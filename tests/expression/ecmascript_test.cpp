// The dialect ecmascript: charts that were written for that language, as far as it goes here.

#include <gtest/gtest.h>

#include "expression/expression.h"

namespace anjuan::expression::ecmascript {
namespace {

const Place place{"chart.scxml", 3, 9, ""};

Fields fields() {
  return {{"x", 5},
          {"none", Value()},
          {"text", "abc"},
          {"yes", true},
          {"half", Value(Decimal{5, 1})},
          {"list", List{1, 2, 3}},
          {"rec", Fields{{"a", 1}, {"b", Fields{{"c", "d"}}}}},
          {"_event", Fields{{"name", "e"}, {"data", Fields{{"aParam", 1}}}}}};
}

Result<Value> run_expression(std::string_view source, Fields* changed = nullptr) {
  const Fields data = fields();
  ANJUAN_TRY(const Expression compiled, compile(source, place, Dialect::ecmascript));
  const Surroundings around{data, [](std::string_view id) { return id == "s1"; }};
  return evaluate(compiled, around, changed);
}

Value value(std::string_view source) {
  const auto result = run_expression(source);
  if (!result.ok()) ADD_FAILURE() << source << ": " << render(result.diagnostics()[0], Language::english);
  return result.ok() ? *result : Value("!");
}

std::string code(std::string_view source) {
  const auto result = run_expression(source);
  return result.ok() ? "none" : result.diagnostics()[0].row->code;
}

Fields after(std::string_view source) {
  const Fields data = fields();
  Fields changed;
  const auto script = compile_script(source, place, Dialect::ecmascript);
  if (!script.ok()) {
    ADD_FAILURE() << source << ": " << render(script.diagnostics()[0], Language::english);
    return {};
  }
  const auto done = run(*script, {data}, changed);
  if (!done.ok()) ADD_FAILURE() << source << ": " << render(done.diagnostics()[0], Language::english);
  return changed;
}

/// Each line: an expression and the truth of it.
TEST(Ecmascript, HasItsTruth) {
  for (const char* yes : {"!none", "!''", "!0", "!!'0'", "!![]", "!!{}", "!!yes", "!NaN", "!!half"}) {
    EXPECT_EQ(value(yes), Value(true)) << yes;
  }
  const Fields data = fields();
  EXPECT_TRUE(*holds(*compile("'foo'", place, Dialect::ecmascript), {data}));
  EXPECT_FALSE(*holds(*compile("none", place, Dialect::ecmascript), {data}));
  EXPECT_EQ(value("none || 'other'"), Value("other"));
  EXPECT_EQ(value("x && text"), Value("abc"));
  EXPECT_EQ(value("0 && missing"), Value(0));
  EXPECT_EQ(value("x ? 1 : 2"), Value(1));
}

TEST(Ecmascript, HasLooseAndStrictEquality) {
  for (const char* yes :
       {"1 == '1'",       "1 !== '1'",         "0 == ''",          "0 == false",    "true == 1",
        "true !== 1",     "null == undefined", "none != 0",        "'1.0' == 1",    "[1] == 1",
        "[1,2] == '1,2'", "x === 5",           "'a' < 'b'",        "'10' < '9'",    "10 > '9'",
        "!(none < 1)",    "!(none >= 1)",      "0.1 + 0.2 == 0.3", "'abc' == text", "'x' != 5"}) {
    EXPECT_EQ(value(yes), Value(true)) << yes;
  }
}

TEST(Ecmascript, Calculates) {
  EXPECT_EQ(value("1 + 2"), Value(3));
  EXPECT_EQ(value("1 + '2'"), Value("12"));
  EXPECT_EQ(value("'3' * '4'"), Value(12));
  EXPECT_EQ(value("'a' + none + true + [1,[2,3]] + {}"), Value("aundefinedtrue1,2,3[object Object]"));
  EXPECT_EQ(value("true + 1"), Value(2));
  EXPECT_EQ(value("none + 1"), Value());
  EXPECT_EQ(value("-'3'"), Value(-3));
  EXPECT_EQ(value("+'0x1f'"), Value(31));
  EXPECT_EQ(value("0x10 + 1e2 + 1.5e-1"), Value(Decimal{11615, 2}));
  EXPECT_EQ(value("7 % 4 - -1"), Value(4));
  EXPECT_EQ(value("5 | 2"), Value(7));
  EXPECT_EQ(value("0 == 0 | 3 != 2"), Value(1));
  EXPECT_EQ(value("6 & 3 ^ 1"), Value(3));
  EXPECT_EQ(value("~5"), Value(-6));
  EXPECT_EQ(value("1 << 4 >> 2"), Value(4));
  EXPECT_EQ(value("-1 >>> 28"), Value(15));
  EXPECT_EQ(value("(1, 2, 3)"), Value(3));
}

TEST(Ecmascript, NamesTypes) {
  EXPECT_EQ(value("typeof missing"), Value("undefined"));
  EXPECT_EQ(value("typeof none === 'undefined'"), Value(true));
  EXPECT_EQ(value("typeof x + typeof text + typeof yes + typeof list + typeof rec"),
            Value("numberstringbooleanobjectobject"));
  EXPECT_EQ(value("typeof function() {}"), Value("function"));
  EXPECT_EQ(value("list instanceof Array && list instanceof Object && !(rec instanceof Array)"), Value(true));
  EXPECT_EQ(value("void x"), Value());
}

TEST(Ecmascript, ReachesMembersAndItems) {
  EXPECT_EQ(value("_event.data.aParam == 1"), Value(true));
  EXPECT_EQ(value("_event.data['aParam']"), Value(1));
  EXPECT_EQ(value("rec.b.c + rec['b']['c']"), Value("dd"));
  EXPECT_EQ(value("list.length + text.length + '中文'.length"), Value(8));
  EXPECT_EQ(value("list[1] + list['2']"), Value(5));
  EXPECT_EQ(value("list[7]"), Value());
  EXPECT_EQ(value("text[1]"), Value("b"));
  EXPECT_EQ(value("rec.missing"), Value());
  EXPECT_EQ(value("'a' in rec && !('z' in rec) && 0 in list"), Value(true));
  EXPECT_EQ(value("{'p': [1, {q: 2}],}.p[1].q"), Value(2));
  EXPECT_EQ(value("In('s1') && !In('s2')"), Value(true));
}

TEST(Ecmascript, HasTheUsualMethods) {
  EXPECT_EQ(value("[].concat(list, [4], 5)"), Value(List{1, 2, 3, 4, 5}));
  EXPECT_EQ(value("list.indexOf(3) + list.join('-')"), Value("21-2-3"));
  EXPECT_EQ(value("list.slice(-2)"), Value(List{2, 3}));
  EXPECT_EQ(value("'a,b,c'.split(',')"), Value(List{"a", "b", "c"}));
  EXPECT_EQ(value("'abcdef'.substr(2, 3) + 'abcdef'.substring(4, 1) + 'abcdef'.slice(-2)"),
            Value("cdebcdef"));
  EXPECT_EQ(value("text.charAt(2) + text.indexOf('c') + 'abca'.lastIndexOf('a')"), Value("c23"));
  EXPECT_EQ(value("text.toUpperCase().toLowerCase().trim()"), Value("abc"));
  EXPECT_EQ(value("(12).toString() + (1.25).toFixed(1)"), Value("121.3"));
  EXPECT_EQ(value("'a-b-c'.replace('-', '+')"), Value("a+b-c"));
  EXPECT_EQ(value("rec.hasOwnProperty('a')"), Value(true));
}

TEST(Ecmascript, HasTheUsualFunctions) {
  EXPECT_EQ(value("Math.max(1, '7', 3) + Math.min(4, 2)"), Value(9));
  EXPECT_EQ(value("Math.floor(-1.5) + Math.ceil(1.2) + Math.round(2.5) + Math.abs(-3)"), Value(6));
  EXPECT_EQ(value("Math.round(-2.5)"), Value(-2));
  EXPECT_EQ(value("Math.pow(2, 10) + Math.pow(2, -1) + Math.sqrt(16)"), Value(Decimal{10285, 1}));
  EXPECT_EQ(value("parseInt('42px') + parseInt('ff', 16) + parseInt('0x10') + parseFloat('1.5em')"),
            Value(Decimal{3145, 1}));
  EXPECT_EQ(value("isNaN('a') && isNaN(none) && !isNaN('1')"), Value(true));
  EXPECT_EQ(value("Number('12') + Number(true) + Number('')"), Value(13));
  EXPECT_EQ(value("String(1.50) + String(true) + Boolean('')"), Value("1.5truefalse"));
  EXPECT_EQ(value("JSON.stringify({b: [1, 'x\"\\n', null, true], a: {}})"),
            Value("{\"a\":{},\"b\":[1,\"x\\\"\\n\",null,true]}"));
  EXPECT_EQ(value("JSON.parse('{\"a\": [1, -2.5, null, {\"b\": \"\\u4e2d\"}]}').a[3].b"), Value("中"));
  EXPECT_EQ(value("Object.keys(rec)"), Value(List{"a", "b"}));
  EXPECT_EQ(value("Array.isArray(list) && !Array.isArray(text)"), Value(true));
}

TEST(Ecmascript, TakesFunctions) {
  EXPECT_EQ(value("(function(a, b) { if (a > b) return a; return b; })(3, x)"), Value(5));
  EXPECT_EQ(
      value("(function(str, starts){if (starts === '') return true;if (str == null || starts == null) "
            "return false;str = String(str); starts = String(starts);return str.length >= starts.length "
            "&& str.slice(0, starts.length) === starts;})('s0.id', 's0.')"),
      Value(true));
  EXPECT_EQ(value("(function() { var a = 1, b; b = a + 1; { a += b; } return a; }())"), Value(3));
  EXPECT_EQ(value("(function() {})()"), Value());
  const Fields made = after(
      "function twice(n) { return n * 2; } var four = twice(2); "
      "function Point(a) { this.a = a; this.twice = twice; } var p = new Point(3); "
      "var six = p.twice(p.a);");
  EXPECT_EQ(made.at("four"), Value(4));
  EXPECT_EQ(made.at("p").field("a"), Value(3));
  EXPECT_EQ(made.at("six"), Value(6));
  EXPECT_EQ(after("late(); function late() { x = 7; }").at("x"), Value(7));
}

TEST(Ecmascript, KeepsFunctionsAsData) {
  const Fields data{{"f", value("function(invar) {return invar + 1;}")}};
  EXPECT_EQ(*evaluate(*compile("f(2) == 3", place, Dialect::ecmascript), {data}), Value(true));
}

TEST(Ecmascript, LetsFunctionsReadNumberedNames) {
  NameTable names;
  const Expression call = numbered(*compile("f()", place, Dialect::ecmascript), names);
  const Value function = value("function() { return x + 1; }"), five(5);
  names.number("x");
  const Value* values[] = {&function, &five};
  const Fields none;
  Surroundings around{none};
  around.values = values;
  around.names = &names;
  EXPECT_EQ(*evaluate(call, around), Value(6));
}

TEST(Ecmascript, RunsScripts) {
  EXPECT_EQ(after("x = 100"), (Fields{{"x", 100}}));
  EXPECT_EQ(after("x *= 2; x -= 1\nx++; --x; text += 1"), (Fields{{"x", 9}, {"text", "abc1"}}));
  EXPECT_EQ(after("var n = 1, m, x;"), (Fields{{"n", 1}, {"m", Value()}}));
  EXPECT_EQ(after("rec.b.c = 'e'; rec['n'] = list[0]"),
            (Fields{{"rec", Fields{{"a", 1}, {"b", Fields{{"c", "e"}}}, {"n", 1}}}}));
  EXPECT_EQ(after("list[4] = 5; list.push(6, 7); list.shift()"),
            (Fields{{"list", List{2, 3, Value(), 5, 6, 7}}}));
  EXPECT_EQ(after("if (x > 3) { text = 'big' } else text = 'small'"), (Fields{{"text", "big"}}));
  EXPECT_EQ(after("// nothing\n/* at\n all */;"), Fields{});
  EXPECT_EQ(after("x = x++ + x"), (Fields{{"x", 11}}));
  EXPECT_EQ(after("x = 1, text = 'b'"), (Fields{{"text", "b"}, {"x", 1}}));
  const auto script =
      compile_script("var a = 1; if (a) { var b }\nfunction f() { var inner; }", place, Dialect::ecmascript);
  EXPECT_EQ(script->declares, (std::vector<std::string>{"a", "b", "f"}));
}

TEST(Ecmascript, TellsWhatAGuardSets) {
  Fields changed;
  EXPECT_EQ(*run_expression("++x == 6", &changed), Value(true));
  EXPECT_EQ(changed, (Fields{{"x", 6}}));
  EXPECT_EQ(code("++x == 6"), "AJ0358");
}

TEST(Ecmascript, RefusesAsThatLanguageDoes) {
  EXPECT_EQ(code("missing"), "AJ0340");
  EXPECT_EQ(code("missing()"), "AJ0340");
  EXPECT_EQ(code("none.a"), "AJ0355");
  EXPECT_EQ(code("none[0]"), "AJ0355");
  EXPECT_EQ(code("rec.missing.more"), "AJ0355");
  EXPECT_EQ(code("none.push(1)"), "AJ0355");
  EXPECT_EQ(code("x()"), "AJ0356");
  EXPECT_EQ(code("rec.a()"), "AJ0356");
  EXPECT_EQ(code("return"), "AJ0310");
  EXPECT_EQ(code("1 +"), "AJ0302");
  EXPECT_EQ(code("a b"), "AJ0304");
  EXPECT_EQ(code("1 = 2"), "AJ0370");
  EXPECT_EQ(code("'x' in 'xyz'"), "AJ0341");
  EXPECT_EQ(code("1 / 0"), "AJ0343");
}

TEST(Ecmascript, NamesTheConstructThatItLacks) {
  const auto named = [](std::string_view source) {
    const auto refused = run_expression(source);
    if (refused.ok() || std::string_view(refused.diagnostics()[0].row->code) != "AJ0316")
      return std::string("not refused: ") + std::string(source);
    return refused.diagnostics()[0].values[0].en;
  };
  EXPECT_EQ(named("new Date()"), "new Date");
  EXPECT_EQ(named("Date.now()"), "the clock Date");
  EXPECT_EQ(named("Math.random()"), "Math.random()");
  EXPECT_EQ(named("/a+/.test(text)"), "a regular expression /…/");
  EXPECT_EQ(named("x => 1"), "an arrow function =>");
  EXPECT_EQ(named("text.getElementsByTagName('book')[1]"), "getElementsByTagName()");
  EXPECT_EQ(named("list.map(function(i) { return i; })"), "map()");
  EXPECT_EQ(named("x instanceof Thing"), "instanceof Thing");
  EXPECT_EQ(named("delete rec.a"), "the operator delete");
  EXPECT_EQ(named("Math.PI"), "Math.PI");
  for (const char* loop : {"for (;;) {}", "while (true) {}", "do {} while (1)"}) {
    EXPECT_STREQ(compile_script(loop, place, Dialect::ecmascript).diagnostics()[0].row->code, "AJ0316")
        << loop;
  }
}

TEST(Ecmascript, IsCheckedForItsNames) {
  const Names names{{"Var1", {}}, {"rec", {}}};
  const auto unknown = [&](std::string_view source) {
    const auto script = compile_script(source, place, Dialect::ecmascript);
    std::string found;
    for (const Diagnostic& d : check(*script->statements, names, {})) found += d.values[0].en + " ";
    return found;
  };
  EXPECT_EQ(unknown("Var1 === rec.a[0].b && typeof Missing"), "");
  EXPECT_EQ(unknown("Var2 == 1 || rec.f(Var3)"), "Var2 Var3 ");
  EXPECT_EQ(unknown("var a = Var4; a.b = 1; fresh = 2; fresh++; old += 1"), "Var4 old ");
  EXPECT_EQ(unknown("function f(p) { var q = p; return q + r; } f(s)"), "r s ");
  EXPECT_EQ(names_used(*compile("(function(p) { return p + Var1; })(rec)", place, Dialect::ecmascript)),
            (std::set<std::string>{"Var1", "rec"}));
}

TEST(Ecmascript, KeepsTheValueOfANameThatIsDeclaredAgain) {
  NameTable names;
  const auto script = compile_script("var a = 4, b; var c;", place, Dialect::ecmascript);
  const Script own = numbered(*script, names);
  const Value three(3);
  std::vector<const Value*> values(static_cast<std::size_t>(names.size()));
  values[static_cast<std::size_t>(*names.find("b"))] = &three;
  const Fields none;
  Fields changed;
  ASSERT_TRUE(run(own, {none, {}, {}, values}, changed).ok());
  EXPECT_EQ(changed, (Fields{{"a", 4}, {"c", Value()}}));
}

TEST(Ecmascript, ReadsTheNumberThatATextBeginsWithAtOnce) {
  EXPECT_EQ(value("parseFloat('-1.5em')"), Value(Decimal{-15, 1}));
  EXPECT_EQ(value("parseFloat('1.2.3')"), Value(Decimal{12, 1}));
  EXPECT_EQ(value("parseFloat('7.')"), Value(7));
  EXPECT_EQ(value("parseFloat('-')"), Value());
  EXPECT_EQ(value("parseFloat('x1')"), Value());
  EXPECT_EQ(value("parseFloat('" + std::string(60'000, '-') + "')"), Value());
}

TEST(Ecmascript, EndsAlways) {
  Fields changed;
  const auto endless = [&](std::string_view source) {
    const Fields none;
    const auto script = compile_script(source, place, Dialect::ecmascript);
    return std::string(run(*script, {none}, changed).diagnostics()[0].row->code);
  };
  EXPECT_EQ(endless("function f() { return f(); } f()"), "AJ0357");
  EXPECT_EQ(endless("function f(n) { f(n + 1); f(n + 1); } f(0)"), "AJ0357");
  EXPECT_EQ(endless("function f(n) { return n == 0 ? 0 : f(n - 1) + f(n - 1); } f(30)"), "AJ0345");
  EXPECT_EQ(endless("function f(v, n) { return n == 0 ? v : f([v], n - 1); } f(1, 150)"), "AJ0354");
  EXPECT_EQ(endless("function f(v, n) { return n == 0 ? v : f([v, v], n - 1); } f('text', 40)"), "AJ0353");
}

TEST(Ecmascript, IsNotTheTypedLanguage) {
  const Fields data = fields();
  EXPECT_STREQ(evaluate(*compile("1 + none", place), {data}).diagnostics()[0].row->code, "AJ0342");
  EXPECT_EQ(*evaluate(*compile("1 == '1'", place), {data}), Value(false));
  EXPECT_STREQ(compile("typeof x", place).diagnostics()[0].row->code, "AJ0310");
  EXPECT_STREQ(compile("parseInt('1')", place).diagnostics()[0].row->code, "AJ0311");
}

}  // namespace
}  // namespace anjuan::expression::ecmascript
