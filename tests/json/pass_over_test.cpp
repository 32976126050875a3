// Canonical JSON looked at without reading it.

#include "json/pass_over.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/text.h"
#include "json/json.h"

namespace anjuan::json {
namespace {

bool any(std::string_view, std::string_view) { return true; }

Value one_case() {
  return Fields{{"acts", List{Fields{{"event", "批准\"检查\"\\\n"}, {"n", -42}, {"on", make_day(2026, 9, 14)}}, Fields{}}},
                {"draws", List{}},
                {"none", Value()},
                {"papers", List{Fields{{"files", List{"a", ""}}, {"scan", ""}}, List{List{}, true, false}}},
                {"题", List{0, 7, "", std::int64_t{123456789012345678}}}};
}

TEST(PassOver, PassesWhatWriteGives) {
  EXPECT_TRUE(pass_over(write(one_case()), any));
  for (const char* text : {"{}", "[]", "null", "true", "0", "-1", "\"\"", R"({"$date":"2026-09-14"})"}) EXPECT_TRUE(pass_over(text, any)) << text;
}

TEST(PassOver, TellsEachFieldWithWhatFollowsIt) {
  std::vector<std::string> seen;
  EXPECT_TRUE(pass_over(R"({"a":[{"b":1},{"b":"x"}],"c":{}})", [&](std::string_view name, std::string_view value) {
    seen.push_back(std::string(name) + " " + std::string(value.substr(0, 3)));
    return true;
  }));
  EXPECT_EQ(seen, (std::vector<std::string>{"a [{\"", "b 1},", "b \"x\"", "c {}}"}));
  EXPECT_FALSE(pass_over(R"({"a":1,"b":2})", [](std::string_view name, std::string_view) { return name != "b"; }));
}

TEST(PassOver, GivesUpWhereItIsNotSure) {
  for (const char* text : {"", " {}", "{} ", "{\"a\" :1}", "{\"b\":1,\"a\":1}", "{\"a\":1,\"a\":1}", "[1,]", "[,1]", "{\"a\":1,}", "01", "-0", "-", "1.5", "1e3", "+1",
                           "1234567890123456789", "tru", "nulll", "\"\\u0041\"", "\"\\/\"", "\"\n\"", "\"\\", "\"", "{\"\\u0064raws\":[]}", "{\"a\\n\":1}", "{\"$date\":\"2026-02-30\"}",
                           "{\"$date\":\"2026-09-14\",\"b\":1}", "{\"$decimal\":\"0.3\"}", "{\"$$a\":1}", "\"\xff\"", "[1", "{\"a\":", "{\"a\"", "{", "[\"a\"\"b\"]"})
    EXPECT_FALSE(pass_over(text, any)) << text;
  EXPECT_TRUE(pass_over(std::string(64, '[') + std::string(64, ']'), any));
  EXPECT_FALSE(pass_over(std::string(65, '[') + std::string(65, ']'), any));
}

// What it stands for: a text that passes is read, and written again the same. Each byte is changed, left out and doubled.
TEST(PassOver, PassesNothingThatReadRefusesOrWriteGivesOtherwise) {
  const std::string whole = write(one_case());
  const auto hold = [](const std::string& text) {
    if (!pass_over(text, any)) return false;
    const auto value = read(text, Place{});
    EXPECT_TRUE(value.ok() && write(*value) == text) << text;
    return true;
  };
  int passed = 0;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (const char c : std::string_view("\"\\{}[]:,-019.e$nutrsa /\x01\x7f\x80\xe5")) passed += hold(std::string(whole).replace(i, 1, 1, c));
    passed += hold(std::string(whole).erase(i, 1));
    passed += hold(std::string(whole).insert(i, 1, whole[i]));
  }
  EXPECT_GT(passed, 100);
}

}  // namespace
}  // namespace anjuan::json
