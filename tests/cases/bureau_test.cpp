// The office as its file describes it: who works there in which posts on which days, how papers are numbered.

#include "cases/bureau.h"

#include <gtest/gtest.h>

namespace anjuan::cases {
namespace {

/// A bureau with these rows between its number codes and its end.
Result<Bureau> load(const std::string& rows) {
  return load_bureau(
      "<bureau xmlns=\"urn:anjuan:bureau:1\" exercise=\"yes\" mark=\"示例\">\n"
      "<fact name=\"名称\" value=\"某县司法局\"/>\n"
      "<papers draft-mark=\"送审稿\" receipt-template=\"a\" receipt-slot=\"回证\" cover-template=\"b\" contents-template=\"c\" closing-template=\"d\"\n"
      "        ledger-template=\"e\" draw-code=\"抽取\" dossier-code=\"案卷\"/>\n" +
          rows + "</bureau>\n",
      "bureau.xml");
}

std::string code_of(const Diagnostics& found) { return found.empty() ? "" : found.front().row->code; }

TEST(LoadBureau, RefusesAPersonTwice) {
  const auto refused = load("<person id=\"P01\" name=\"甲\"/>\n<person id=\"P01\" name=\"乙\"/>\n<number-code code=\"方案\" label=\"方案\" pattern=\"{号}\"/>\n");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(code_of(refused.diagnostics()), "AJ2703");
  EXPECT_EQ(refused.diagnostics().front().place.line, 6);
}

TEST(LoadBureau, RefusesANumberCodeTwice) {
  const auto refused = load("<person id=\"P01\" name=\"甲\"/>\n<number-code code=\"方案\" label=\"方案\" pattern=\"{号}\"/>\n<number-code code=\"方案\" label=\"方案\" pattern=\"{号}\"/>\n");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(code_of(refused.diagnostics()), "AJ2704");
}

const Bureau& sample_bureau() {
  static const Bureau bureau = [] {
    auto loaded = load(
        "<person id=\"P01\" name=\"甲一\" unit=\"甲股\"><post name=\"负责人\"/></person>\n"
        "<person id=\"P02\" name=\"乙二\"><post name=\"负责人\" unit=\"乙股\" from=\"2026-03-01\" until=\"2026-06-30\" acting=\"yes\"/></person>\n"
        "<person id=\"P03\" name=\"同名\"/>\n<person id=\"P04\" name=\"同名\"/>\n"
        "<number-code code=\"方案\" label=\"方案\" pattern=\"{号}\"/>\n");
    EXPECT_TRUE(loaded.ok());
    return loaded.ok() ? *loaded : Bureau{};
  }();
  return bureau;
}

TEST(FindPerson, ByIdOrByAnUnambiguousName) {
  EXPECT_EQ(find_person(sample_bureau(), "P01")->name, "甲一");
  EXPECT_EQ(find_person(sample_bureau(), "乙二")->id.text(), "P02");
  const auto two = find_person(sample_bureau(), "同名");
  ASSERT_FALSE(two.ok());
}

TEST(FindPerson, OffersTheNearestName) {
  const auto near = find_person(sample_bureau(), "甲二");
  ASSERT_FALSE(near.ok());
  EXPECT_EQ(code_of(near.diagnostics()), "AJ2702");
  const auto far = find_person(sample_bureau(), "完全不同的人名");
  ASSERT_FALSE(far.ok());
  EXPECT_EQ(code_of(far.diagnostics()), "AJ2701");
}

TEST(HoldsPost, FromTheFirstToTheLastDayAndForItsUnitOnly) {
  const Person deputy = *find_person(sample_bureau(), "P02");
  const auto holds = [&](const char* unit, Day on) { return holds_post(deputy, "负责人", unit, on); };
  EXPECT_FALSE(holds("乙股", make_day(2026, 2, 28)));
  EXPECT_TRUE(holds("乙股", make_day(2026, 3, 1)));
  EXPECT_TRUE(holds("乙股", make_day(2026, 6, 30)));
  EXPECT_FALSE(holds("乙股", make_day(2026, 7, 1)));
  EXPECT_FALSE(holds("甲股", make_day(2026, 4, 1)));
  EXPECT_FALSE(holds_post(deputy, "分管领导", "乙股", make_day(2026, 4, 1)));
}

TEST(Holders, AreAllWhoHoldAPostThatDay) {
  EXPECT_EQ(holders(sample_bureau(), "负责人", "乙股", make_day(2026, 4, 1)).size(), 2u) << "a post of the whole office counts for each unit";
  EXPECT_EQ(holders(sample_bureau(), "负责人", "乙股", make_day(2026, 8, 1)).size(), 1u);
}

}  // namespace
}  // namespace anjuan::cases
