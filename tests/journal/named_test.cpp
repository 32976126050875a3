// What an entry names, found without reading it as a value.

#include "journal/named.h"

#include <gtest/gtest.h>

#include "base/digest.h"
#include "json/json.h"

namespace anjuan::journal {
namespace {

const std::string one = sha256("甲"), two = sha256("乙"), three = sha256("丙");

Named named(const Value& act, std::string& text) { return named_in(text = json::write(act)); }

TEST(NamedIn, FindsTheCaseOfTheEntryAndNoOther) {
  std::string text;
  EXPECT_EQ(named(Fields{{"case", "2026-1-01"}, {"effects", List{Fields{{"case", "2026-1-02"}}}}, {"z", Fields{{"case", "3"}}}}, text).case_id, "2026-1-01");
  EXPECT_EQ(named(Fields{{"a", Fields{{"case", "3"}}}}, text).case_id, "");
  EXPECT_EQ(named(Fields{{"a", "case"}, {"b", "x"}}, text).case_id, "");
  EXPECT_EQ(named(Fields{{"case", "号\"\\"}}, text).case_id, "号\"\\");
}

TEST(NamedIn, FindsDigestsUnderFilesAtAnyDepthAndNoOthers) {
  std::string text;
  const Value act = Fields{{"definition", three},
                           {"effects", List{Fields{{"files", Fields{{"a", List{one}}, {"b", two}}}, {"g", three}}, three}},
                           {"definitions", List{Fields{{"digest", three}, {"path", "a.xml"}}}},
                           {"files", List{one, "不是摘要"}},
                           {"note", "\"files\":[\"" + three + "\"]"},
                           {"z", three}};
  const Named found = named(act, text);
  EXPECT_EQ((std::vector<std::string>(found.files.begin(), found.files.end())), (std::vector<std::string>{three, one, two, one}));
}

TEST(NamedIn, FindsTheRowsOfTheEntryWithTheirSeals) {
  std::string text;
  const Value act = Fields{{"case", "2026-1"}, {"effects", List{Fields{{"rows", Fields{{"cases/no", three}}}}}},
                           {"rows", Fields{{"cases/2026-1", one}, {"settings/甲\"乙", ""}}}, {"values", Fields{{"rows", two}}}};
  const Named found = named(act, text);
  ASSERT_EQ(found.rows.size(), 2u);
  EXPECT_EQ(found.rows[0], (std::pair<std::string_view, std::string_view>("cases/2026-1", one)));
  EXPECT_EQ(found.rows[1], (std::pair<std::string_view, std::string_view>("settings/甲\"乙", "")));
  EXPECT_EQ(found.case_id, "2026-1");
}

TEST(NamedIn, AnswersToAnyText) {
  for (const char* text : {"", "\"", "{\"case\":\"", "{\"case\":\"\\", "}]}", "{\"files\":[\"", "\\\"", "{\"case\":\"\\u12\"}"}) named_in(text);
}

}  // namespace
}  // namespace anjuan::journal
