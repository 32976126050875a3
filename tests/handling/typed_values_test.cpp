// What a person types, or hands in as a file, for one data item.

#include "handling/typed_values.h"

#include "handling/small_charts.h"

namespace anjuan::handling {
namespace {

/// The value of 点数 for "@file" with these bytes.
Result<Fields> from_file(const std::string& bytes) {
  const auto definition = well(procedure::load(case_chart, "small.scxml"));
  return typed_values(*definition, "退出", {{"点数", "@情况.txt"}}, [&](const std::string&, std::string& out) {
    out = bytes;
    return true;
  });
}

TEST(TypedValues, TakeAFileOfWordsInEitherEncoding) {
  EXPECT_EQ(well(from_file("现场情况：一切正常。\n")).at("点数").text(), "现场情况：一切正常。");
  EXPECT_EQ(well(from_file("\xEF\xBB\xBF现场情况")).at("点数").text(), "现场情况") << "as editors of Windows write UTF-8";
  EXPECT_EQ(well(from_file(to_gb18030("现场情况"))).at("点数").text(), "现场情况");
}

// Bytes that are no words would stand in the journal for ever, unreadable.
TEST(TypedValues, RefuseWhatIsNoText) {
  EXPECT_EQ(code_of(from_file("\xff\xd8\xff\xe0\x00\x10JFIF")), "AJ3882");
  EXPECT_EQ(code_of(from_file(std::string("a\0b", 3))), "AJ3882");
  const auto definition = well(procedure::load(case_chart, "small.scxml"));
  EXPECT_EQ(code_of(typed_values(*definition, "退出", {{"点数", "\xff"}}, {})), "AJ3882");
  EXPECT_EQ(code_of(typed_values(*definition, "退出", {{"点数", "甲\x01"}}, {})), "AJ3882");
}

}  // namespace
}  // namespace anjuan::handling
