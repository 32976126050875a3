// What is kept in the journal, the store and the files for outsiders must read back equal.

#include "json/json.h"

#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "base/text.h"

namespace anjuan::json {
namespace {

Value read_well(std::string_view text) {
  auto read_back = read(text, {.file = "a.json"});
  if (!read_back.ok()) {
    ADD_FAILURE() << render(read_back.diagnostics()[0], Language::chinese);
    return {};
  }
  return *read_back;
}

std::string refusal(std::string_view text) {
  const auto read_back = read(text, {.file = "a.json"});
  return read_back.ok() ? "" : render(read_back.diagnostics()[0], Language::english);
}

Value sample() {
  return Fields{{"名称", "岚东\"律师\"事务所\\\n\t\x01"},  {"人数", 12},         {"比例", make_decimal(3, 1)},
                {"日期", make_day(2026, 9, 10)},           {"空", Value()},      {"公开", true},
                {"问题", List{1, "二", Fields{}, List{}}}, {"$date", "不是日期"}};
}

TEST(JsonWrite, IsOneLineWithNamesInByteOrder) {
  EXPECT_EQ(write(Fields{{"b", 1}, {"a", List{true, Value(), "文"}}}), R"({"a":[true,null,"文"],"b":1})");
}

TEST(JsonWrite, MarksDatesAndDecimals) {
  EXPECT_EQ(write(make_day(2026, 9, 10)), R"({"$date":"2026-09-10"})");
  EXPECT_EQ(write(make_decimal(-1205, 2)), R"({"$decimal":"-12.05"})");
}

TEST(JsonWrite, EscapesOnlyWhatJsonAsks) {
  EXPECT_EQ(write("a\"b\\c\b\f\n\r\t\x1f/é文"), "\"a\\\"b\\\\c\\b\\f\\n\\r\\t\\u001f/é文\"");
}

// Texts are taken over in runs, eight bytes at a time: a byte that wants an escape is found wherever it stands.
TEST(JsonWrite, EscapesAByteWhereverItStands) {
  for (int c = 0; c < 0x80; ++c) {
    const std::string byte(1, static_cast<char>(c)), alone = json::quoted(byte), escaped = alone.substr(1, alone.size() - 2);
    EXPECT_EQ(escaped.size() > 1, c < 0x20 || c == '"' || c == '\\') << c;
    for (std::size_t before = 0; before < 18; ++before) {
      const std::string left(before, '!'), right = std::string(before % 5, '#') + "司[]\x7f";
      EXPECT_EQ(json::quoted(left + byte + right + byte), '"' + left + escaped + right + escaped + '"') << c << " after " << before;
    }
  }
}

TEST(JsonWrite, ReplacesBytesThatAreNotUtf8) {
  EXPECT_EQ(write(std::string("a\xff"
                              "b")),
            "\"a\xEF\xBF\xBD"
            "b\"");
}

TEST(JsonWritePretty, IndentsByTwo) {
  EXPECT_EQ(write_pretty(Fields{{"a", List{1, 2}}, {"b", Fields{}}}),
            "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}\n");
}

TEST(JsonWritePlain, GivesOutsidersBareDatesAndNumbers) {
  EXPECT_EQ(write_plain(Fields{{"率", make_decimal(3, 1)}, {"日", make_day(2026, 9, 10)}}),
            R"({"日":"2026-09-10","率":0.3})");
}

TEST(JsonRead, ReadsBackWhatWasWritten) {
  EXPECT_EQ(read_well(write(sample())), sample());
  EXPECT_EQ(read_well(write_pretty(sample())), sample());
}

TEST(JsonRead, ReadsBackRandomValues) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    std::function<Value(int)> make = [&](int depth) -> Value {
      switch (random() % (depth > 3 ? 6 : 8)) {
        case 0:
          return Value();
        case 1:
          return random() % 2 == 0;
        case 2:
          return static_cast<std::int64_t>((std::uint64_t{random()} << 32) | random());
        case 3:
          return make_decimal(static_cast<std::int32_t>(random()), static_cast<int>(random() % 10));
        case 4:
          return Value(Day(std::chrono::days(random() % 40000)));
        case 5:
          return to_utf8(static_cast<char32_t>(random() % 0xD7FF + 1)) + std::string(random() % 3, '$');
        case 6: {
          List list;
          for (unsigned i = random() % 4; i > 0; --i) list.push_back(make(depth + 1));
          return list;
        }
        default: {
          Fields fields;
          for (unsigned i = random() % 4; i > 0; --i) {
            fields[std::string(random() % 3, '$') + (random() % 2 == 0 ? "date" : "decimal")] =
                make(depth + 1);
          }
          return fields;
        }
      }
    };
    const Value value = make(0);
    ASSERT_EQ(read_well(write(value)), value) << "seed " << seed;
    ASSERT_EQ(write(read_well(write(value))), write(value)) << "seed " << seed;
  }
}

TEST(JsonRead, TakesFractionsAsExactDecimals) {
  EXPECT_EQ(read_well("0.30"), Value(make_decimal(3, 1)));
  EXPECT_EQ(read_well("-12.5e-2"), Value(make_decimal(-125, 3)));
  EXPECT_EQ(read_well("1.5E+3"), Value(make_decimal(1500, 0)));
  EXPECT_EQ(read_well("9223372036854775807"), Value(INT64_MAX));
}

TEST(JsonRead, RefusesNumbersItCannotHoldExactly) {
  for (const char* text : {"9223372036854775808", "0.1234567891", "1e40", "123456789012345678901234567890"}) {
    EXPECT_NE(refusal(text).find("AJ0203"), std::string::npos) << text;
  }
}

TEST(JsonRead, NamesLineAndColumnOfABadPlace) {
  const std::string text = refusal("{\n  \"名\": 1,\n  \"a\" 2\n}");
  EXPECT_EQ(text.substr(0, text.find(' ')), "a.json:3:7:") << text;
  EXPECT_NE(text.find("AJ0201"), std::string::npos);
}

TEST(JsonRead, RefusesWhatIsCutShortOrFollowedByMore) {
  for (const char* text : {"", "{", "[1,", "\"a", "1 2", "{\"a\":1}x", "\"\xff\"", "{'a':1}", "NaN"}) {
    EXPECT_NE(refusal(text).find("AJ0201"), std::string::npos) << text;
  }
}

TEST(JsonRead, RefusesTheSameNameTwice) {
  EXPECT_NE(refusal(R"({"案号":1,"案号":2})").find("AJ0202"), std::string::npos);
}

TEST(JsonRead, RefusesDaysAndDecimalsThatAreNone) {
  EXPECT_NE(refusal(R"({"$date":"2026-02-30"})").find("AJ0204"), std::string::npos);
  EXPECT_NE(refusal(R"({"$decimal":"1e3"})").find("AJ0205"), std::string::npos);
}

TEST(JsonRead, BoundsTheDepthOfForeignData) {
  EXPECT_EQ(refusal(std::string(200, '[') + std::string(200, ']')), "");
  EXPECT_NE(refusal(std::string(201, '[') + std::string(201, ']')).find("AJ0206"), std::string::npos);
  EXPECT_NE(refusal(std::string(1000000, '[')).find("AJ0206"), std::string::npos);
}

}  // namespace
}  // namespace anjuan::json
