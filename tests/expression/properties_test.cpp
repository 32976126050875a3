// What holds for every expression: it is read one way however it is spelt, what passes the check meets no
// value of a wrong type, and evaluation ends, whatever the source.

#include <gtest/gtest.h>

#include <algorithm>

#include "expression/node.h"
#include "expression/place.h"
#include "expression/random_expressions.h"

namespace anjuan::expression {
namespace {

constexpr unsigned seeds = 1500;

/// The tree as text, places aside.
std::string shape(const Node& node) {
  std::string out = std::to_string(static_cast<int>(node.kind)) + node.name;
  if (node.kind == Node::Kind::binary) out += sign_of(node.op);
  if (node.kind == Node::Kind::literal) out += describe(node.literal).zh;
  for (const std::string& key : node.keys) out += "," + key;
  out += "(";
  for (const NodePtr& child : node.children) out += shape(*child);
  return out + ")";
}

TEST(RandomExpressions, MeanTheSameHoweverTheyAreSpelt) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    const Spelt spelt = RandomExpressions(seed).any(4);
    const auto plain = compile(spelt.plain, place), styled = compile(spelt.styled, place);
    ASSERT_EQ(plain.ok(), styled.ok()) << spelt.plain << "\n" << spelt.styled;
    if (!plain.ok()) continue;
    ASSERT_EQ(shape(plain->root()), shape(styled->root())) << spelt.plain << "\n" << spelt.styled;
  }
}

bool is_known(const Type& type) {
  if (type.kind == Type::Kind::any) return false;
  if (type.kind == Type::Kind::list) return type.item && is_known(*type.item);
  if (type.kind != Type::Kind::record || !type.fields) return type.kind != Type::Kind::record;
  return std::all_of(type.fields->begin(), type.fields->end(),
                     [](const auto& f) { return is_known(f.second); });
}

/// Whether names and rules tell the type of every part.
bool is_known(const NodePtr& node, const Names& names) {
  return is_known(type_of(Expression("", place, node), names)) &&
         std::all_of(node->children.begin(), node->children.end(),
                     [&](const NodePtr& child) { return is_known(child, names); });
}

/// A value of a kind that does not fit; that there is no value at all is another matter.
bool is_type_error(const Diagnostic& d) {
  static const std::vector<std::string> codes{"AJ0341", "AJ0346", "AJ0347", "AJ0350", "AJ0351"};
  if (std::find(codes.begin(), codes.end(), d.row->code) == codes.end()) return false;
  return std::none_of(d.values.begin(), d.values.end(),
                      [](const Wording& w) { return w.zh.find("空值") != std::string::npos; });
}

TEST(RandomExpressions, MeetNoWrongTypeOncePassed) {
  const Names names = RandomExpressions::names();
  int passed = 0, evaluated = 0;
  for (unsigned seed = 0; seed < seeds; ++seed) {
    RandomExpressions random(seed);
    const Spelt spelt = random.any(4);
    const auto expression = compile(spelt.plain, place);
    if (!expression.ok() || !check(*expression, names, {}).empty()) continue;
    if (!is_known(expression->shared_root(), names)) continue;
    ++passed;
    const Type type = type_of(*expression, names);
    for (int i = 0; i < 5; ++i) {
      const Fields fields = random.fields();
      const auto value = evaluate(*expression, {fields});
      if (value.ok()) {
        ++evaluated;
        ASSERT_TRUE(fits(*value, type))
            << spelt.plain << " is " << describe(*value).zh << ", not " << name_of(type).zh;
      } else {
        ASSERT_FALSE(is_type_error(value.diagnostics()[0]))
            << spelt.plain << "\n"
            << render(value.diagnostics()[0], Language::chinese);
      }
    }
  }
  EXPECT_GT(passed, 250);
  EXPECT_GT(evaluated, 500);
}

TEST(RandomExpressions, GiveTheSameByNumberAndByName) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    RandomExpressions random(seed);
    const auto expression = compile(random.any(4).plain, place);
    if (!expression.ok()) continue;
    const Fields fields = random.fields(), none;
    NameTable table;
    const Expression by_number = numbered(*expression, table);
    std::vector<const Value*> values;
    for (int i = 0; i < table.size(); ++i) values.push_back(&fields.at(table.name(i)));
    Surroundings around{none};
    around.values = values;
    const auto one = evaluate(*expression, {fields}), other = evaluate(by_number, around);
    ASSERT_EQ(one.ok(), other.ok()) << expression->source();
    if (one.ok()) {
      ASSERT_EQ(*one, *other) << expression->source();
    } else {
      ASSERT_EQ(sentence(one.diagnostics()[0], Language::english),
                sentence(other.diagnostics()[0], Language::english));
    }
  }
}

/// Pieces of source thrown together; most of it means nothing.
std::string scraps(RandomExpressions& random) {
  static const std::vector<std::string> pieces{
      "(",        ")",     "[",        "]",          "{",
      "}",        ",",     ".",        ";",          "\n",
      "=",        "==",    "===",      "+=",         "++",
      "--",       "!",     "?",        ":",          "&&",
      "|",        "并且",  "不是",     "属于",       "不属于",
      "，",       "（",    "）",       "“",          "'",
      "\"",       "'甲'",  "1",        "0.5",        "0x1F",
      "1e9",      "9e99",  "问题数",   "备注",       "对象",
      "数列",     "x",     "this",     "f",          "长度",
      "最大",     "In",    "Math.max", "JSON.parse", "String",
      "var",      "if",    "else",     "return",     "function f(a) {",
      "function", "new",   "typeof",   "in",         "instanceof",
      "Array",    ".push", ".length",  ".slice",     "/* ",
      " */",      "// ",   "\\u4e2d",  "真",         "空",
      "for",      "while", "delete",   "日期"};
  std::string source;
  for (std::size_t n = 1 + random.below(25); n > 0; --n)
    source += random.pick(pieces) + (random.below(3) == 0 ? " " : "");
  return source;
}

TEST(RandomScraps, AreReadOrRefusedAndAlwaysEnd) {
  int read = 0;
  for (unsigned seed = 0; seed < 4 * seeds; ++seed) {
    RandomExpressions random(seed);
    const Fields fields = random.fields();
    const std::string source = scraps(random);
    for (const Dialect dialect : {Dialect::anjuan, Dialect::ecmascript}) {
      Fields changed;
      if (const auto expression = compile(source, place, dialect); expression.ok()) {
        ++read;
        (void)check(*expression, RandomExpressions::names(), {});
        (void)evaluate(*expression, {fields}, &changed);
      }
      (void)compile_location(source, place, dialect);
      if (const auto script = compile_script(source, place, dialect); script.ok()) {
        (void)run(*script, {fields}, changed);
      }
    }
  }
  EXPECT_GT(read, 100);
}

TEST(RandomExpressions, RunInTheOtherDialectToo) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    RandomExpressions random(seed);
    const auto expression = compile(random.any(4).styled, place, Dialect::ecmascript);
    if (expression.ok()) (void)evaluate(*expression, {random.fields()});
  }
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (; times > 0; --times) out += piece;
  return out;
}

std::string code_of(std::string_view source, Dialect dialect) {
  const auto script = compile_script(source, place, dialect);
  const auto expression = compile(source, place, dialect);
  if (expression.ok()) return "none";
  if (dialect == Dialect::ecmascript && std::string_view(expression.diagnostics()[0].row->code) == "AJ0310")
    return script.ok() ? "none" : script.diagnostics()[0].row->code;
  return expression.diagnostics()[0].row->code;
}

TEST(HugeSources, AreRefusedByANamedLimit) {
  for (const Dialect dialect : {Dialect::anjuan, Dialect::ecmascript}) {
    for (const char* piece :
         {"(", "[", "{a:", "!", "- ", "a.", "a[", "长度(", "a ? ", "a ? a : ", "1 + ", "a && "}) {
      EXPECT_EQ(code_of(repeated(piece, 100000), dialect), "AJ0315") << piece;
      const std::string code = code_of(repeated(piece, 8000) + "a", dialect);
      EXPECT_TRUE(code == "AJ0306" || code == "AJ0307") << piece << " " << code;
    }
    EXPECT_EQ(code_of("'" + std::string(1 << 20, 'a') + "'", dialect), "AJ0315");
    EXPECT_EQ(code_of("'" + std::string(50000, 'a') + "'", dialect), "none");
  }
  for (const char* piece :
       {"typeof ", "++", "a = ", "(function() { return ", "f(", "a.f(", "new F(", "a, "}) {
    const std::string code = code_of(repeated(piece, 2500) + "a", Dialect::ecmascript);
    EXPECT_TRUE(code == "AJ0306" || code == "AJ0307") << piece << " " << code;
  }
  for (const char* piece : {"if (a) ", "if (a) {} else ", "{", "function f() {"}) {
    const auto script = compile_script(repeated(piece, 4000) + "a", place, Dialect::ecmascript);
    EXPECT_STREQ(script.diagnostics()[0].row->code, "AJ0306") << piece;
  }
  const auto script = compile_script(repeated("a = 1;", 10000), place, Dialect::ecmascript);
  EXPECT_STREQ(script.diagnostics()[0].row->code, "AJ0307");
}

TEST(GreatLengths, StayWithinTheLimits) {
  std::string chain = "a";
  for (int i = 0; i < 490; ++i) chain += " + a";
  const Fields fields{{"a", 1}};
  EXPECT_EQ(*evaluate(*compile(chain, place), {fields}), Value(491));
  EXPECT_EQ(*evaluate(*compile(repeated("(", 60) + "a" + repeated(")", 60), place), {fields}), Value(1));
}

TEST(WorkOfOneEvaluation, IsBounded) {
  const std::string needle = std::string(40000, 'a') + "b";
  Fields fields{{"长文", std::string(1 << 19, 'a')}, {"针", needle}};
  // Linear in both, not their product.
  EXPECT_EQ(*evaluate(*compile("含字(长文, 针)", place), {fields}), Value(false));
  EXPECT_STREQ(evaluate(*compile("替换(长文, 'a', 长文)", place), {fields}).diagnostics()[0].row->code,
               "AJ0352");
  std::string often = "长文 == 长文 + 'b'";
  for (int i = 0; i < 150; ++i) often += " || 长文 == 长文 + 'b'";
  EXPECT_STREQ(evaluate(*compile(often, place), {fields}).diagnostics()[0].row->code, "AJ0345");
  Value doubled("x");
  for (int i = 0; i < 60; ++i) doubled = List{doubled, doubled};
  Value again("x");
  for (int i = 0; i < 60; ++i) again = List{again, again};
  fields = {{"甲", doubled}, {"乙", again}};
  EXPECT_STREQ(evaluate(*compile("甲 == 乙", place), {fields}).diagnostics()[0].row->code, "AJ0345");
  EXPECT_STREQ(evaluate(*compile("文本(甲)", place), {fields}).diagnostics()[0].row->code, "AJ0345");
  EXPECT_STREQ(evaluate(*compile("[甲, 乙]", place), {fields}).diagnostics()[0].row->code, "AJ0353");
}

}  // namespace
}  // namespace anjuan::expression
