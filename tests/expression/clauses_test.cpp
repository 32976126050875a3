// Conditions that turned out one way or the other, told together.

#include "expression/clauses.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "expression/node.h"

namespace anjuan::expression {
namespace {

const Names& declared_choices() {
  static const Names names{{"结论", *parse_type("choice:没有问题|整改|移送")},
                           {"问题数", *parse_type("integer")},
                           {"检查方式", *parse_type("list of text")}};
  return names;
}

/// Each source with how it turned out.
std::string together(const std::vector<std::pair<std::string, bool>>& sources,
                     Language language = Language::chinese, const std::set<std::string>& filled = {}) {
  std::vector<Expression> kept;
  for (const auto& [source, holds] : sources) {
    auto expression = compile(source, {"clauses.xml", 1, 1, ""});
    if (!expression.ok()) {
      ADD_FAILURE() << render(expression.diagnostics()[0], Language::chinese);
      return "";
    }
    kept.push_back(std::move(*expression));
  }
  std::vector<Clause> clauses;
  for (std::size_t i = 0; i < kept.size(); ++i) clauses.push_back({&kept[i].root(), sources[i].second});
  const Vocabulary vocabulary{{}, {}, &declared_choices()};
  std::vector<std::string> words;
  for (const Wording& one : clauses_in_words(clauses, vocabulary, filled)) words.push_back(one.in(language));
  return join(words, "；");
}

TEST(ClausesInWords, DenyTwoChoicesInOnePhrase) {
  EXPECT_EQ(together({{"结论 == '整改'", false}, {"结论 == '移送'", false}}), "结论既不是“整改”也不是“移送”");
  EXPECT_EQ(together({{"结论 == '整改'", false}, {"'移送' != 结论", true}}, Language::english),
            "结论 is neither “整改” nor “移送”");
  EXPECT_EQ(together({{"结论 == '整改'", false}, {"结论 属于 ['移送', '没有问题']", false}}),
            "结论不是“整改”、“移送”、“没有问题”中的任何一个");
  EXPECT_EQ(together({{"结论 == '整改'", false}}), "结论不是“整改”");
}

/// The law cares for the difference: what was never filled in is none of the choices.
TEST(ClausesInWords, TellTheChoiceThatIsLeftOnlyOfWhatIsFilledIn) {
  const std::vector<std::pair<std::string, bool>> both{{"结论 == '整改'", false}, {"结论 == '移送'", false}};
  EXPECT_EQ(together(both, Language::chinese, {"结论"}), "结论是“没有问题”");
  EXPECT_EQ(together({both[0]}, Language::chinese, {"结论"}), "结论不是“整改”");
}

TEST(ClausesInWords, AffirmationsOutweighDenialsOfTheSame) {
  EXPECT_EQ(together({{"结论 == '整改'", false}, {"结论 == '移送'", true}}), "结论是“移送”");
  EXPECT_EQ(together({{"结论 属于 ['整改', '移送', '没有问题']", true}, {"结论 == '整改'", false}}),
            "结论是“移送”或者“没有问题”");
  EXPECT_EQ(together({{"结论 == '整改'", true}, {"结论 == '移送'", true}}), "结论是“整改”或者“移送”")
      << "it changed in between";
}

TEST(ClausesInWords, GatherWhatAListIncludes) {
  EXPECT_EQ(together({{"包含(检查方式, '实地')", true},
                      {"包含(检查方式, '书面')", false},
                      {"包含(检查方式, '网络')", true}}),
            "检查方式里有“实地”、“网络”；检查方式里没有“书面”");
}

TEST(ClausesInWords, TellOtherConditionsOneByOne) {
  EXPECT_EQ(together({{"问题数 > 3", false}, {"结论 == '整改'", false}, {"问题数 > 0", true}}),
            "问题数不大于 3；结论不是“整改”；问题数大于 0");
}

}  // namespace
}  // namespace anjuan::expression
