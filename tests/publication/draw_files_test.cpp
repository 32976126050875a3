#include "publication/draw_files.h"

#include <gtest/gtest.h>

#include "results.h"

namespace anjuan::publication {
namespace {

const DrawWords words{{"频次", "证件", "申报"}, {"陶圃法律服务所", "柏塘法律服务所", "孙平涛", "张艳军"}};

std::string list(std::string_view object_note, std::string_view inspector_note,
                 std::string_view conflict_reason) {
  const std::string zeros(64, '0');
  return "anjuan-list\t1\nhash\tsha256\ndraw\tD2026-01\ndate\t2026-09-10\nprev\t" + zeros +
         "\nslack\t0\nreserve\t0\t-\nstratum\tjc\t30\t100\t0\t-\t0\n"
         "object\t33990128MD0F64XAG2\tjc\tdraw\t1\t-,-\t陶圃法律服务所\t-\n"
         "object\t33990128MD4E2XQ988\tjc\tskip\t1\t-,-\t柏塘法律服务所\t" +
         std::string(object_note) +
         "\n"
         "inspector\tCY001\tin\t0\t-\t-\t孙平涛\t-\n"
         "inspector\tCY002\tout\t0\t-\t-\t张艳军\t" +
         std::string(inspector_note) +
         "\n"
         "conflict\t33990128MD0F64XAG2\tCY001\t" +
         std::string(conflict_reason) +
         "\n"
         "contributor\t1\tsfj\tsecret\t" +
         zeros + "\ncontributor\t2\trenda\td6\t-\nend\n";
}

TEST(CheckDrawTime, WaitsForTheLastInspection) {
  const PublicationRules rules = shipped_rules();
  EXPECT_TRUE(check_draw_time({{"CY-001", true}, {"CY-002", true}}, rules).empty());
  const Diagnostics found = check_draw_time({{"CY-001", true}, {"CY-002", false}, {"CY-003", false}}, rules);
  ASSERT_EQ(codes(found), (Codes{"AJ2640", "AJ2640"}));
  EXPECT_EQ(found[0].values[0].zh, "CY-002");
  EXPECT_TRUE(found[0].basis.has_value());
  EXPECT_EQ(codes(check_draw_time({}, rules)), Codes{"AJ2644"});
}

TEST(CheckDrawFile, AcceptsAListOfCodes) {
  EXPECT_TRUE(check_draw_file(list("频次", "证件", "申报"), words, "list.txt").empty());
  EXPECT_TRUE(check_draw_file(list("频次", "证件", "-"), words, "list.txt").empty());
}

TEST(CheckDrawFile, NamesTheLineWithFreeText) {
  const Diagnostics found = check_draw_file(list("频次", "因病住院", "配偶系该所律师"), words, "list.txt");
  ASSERT_EQ(codes(found), (Codes{"AJ2641", "AJ2641"}));
  EXPECT_EQ(found[0].place.line, 12);
  EXPECT_EQ(found[1].place.line, 13);
  // The reason itself is not repeated.
  EXPECT_EQ(sentence(found[1], Language::chinese),
            "第13行的事由“配某”不是规定的事由代码，可能含有个人情况，不能公开");
}

TEST(CheckDrawFile, NamesTheLineWithANameThatIsNotTheRegisters) {
  DrawWords other = words;
  other.names.erase("张艳军");
  const Diagnostics found = check_draw_file(list("频次", "证件", "申报"), other, "list.txt");
  ASSERT_EQ(codes(found), Codes{"AJ2642"});
  EXPECT_EQ(found[0].place.line, 12);
  other.names.clear();  // not compared
  EXPECT_TRUE(check_draw_file(list("频次", "证件", "申报"), other, "list.txt").empty());
}

TEST(CheckDrawFile, FindsPersonalNumbersInAnyField) {
  std::string text = list("频次", "证件", "申报");
  text.replace(text.find("CY001"), 5, "990128197803120034");
  const Diagnostics found = check_draw_file(text, words, "list.txt");
  EXPECT_EQ(codes(found), Codes{"AJ2620"});
  EXPECT_EQ(found[0].values[0].zh, "第11行");
}

TEST(CheckDrawFile, SearchesEventsSeedsAndResults) {
  const std::string head = std::string(64, 'a');
  const std::string events = "anjuan-events\t1\nlist\t" + head + "\nseed\t" + head +
                             "\nevent\t1\twithdraw\t*\tCY001\td6:11111111111111111111\t家中有事\nend\n";
  EXPECT_EQ(codes(check_draw_file(events, words, "events.txt")), Codes{"AJ2641"});
  // Dice are digits by nature, whatever they look like.
  const std::string seed =
      "anjuan-seed\t1\nlist\t" + head + "\nvalue\t1\trenda\tlottery\t13812345678./9.\nend\n";
  EXPECT_TRUE(check_draw_file(seed, words, "seed.txt").empty());
  EXPECT_TRUE(check_draw_file("anjuan-result\t1\nlist\t" + head + "\nend\n", words, "result.txt").empty());
  EXPECT_EQ(codes(check_draw_file("something else\n", words, "x.txt")), Codes{"AJ2643"});
  EXPECT_EQ(codes(check_draw_file("", words, "x.txt")), Codes{"AJ2643"});
}

}  // namespace
}  // namespace anjuan::publication
