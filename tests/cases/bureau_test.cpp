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

constexpr const char* one_person_and_code = "<person id=\"P01\" name=\"甲\"/>\n<number-code code=\"方案\" label=\"方案\" pattern=\"{号}\"/>\n";
const std::string fingerprint = "AB:" + std::string(62, '1');

TEST(LoadBureau, ReadsItsSealsAndTheServerOfTimestamps) {
  const auto loaded = load(one_person_and_code + std::string("<seal name=\"练习章\" organ=\"某县司法局\" sample=\"yes\" keeper=\"印章保管人\" width-mm=\"40\"/>\n") +
                           "<seal name=\"局印\" organ=\"某县司法局\" picture=\"印章/局印.png\" certificate=\"印章/局印.p12\" fingerprint=\"" + fingerprint +
                           "\" keeper=\"印章保管人\" approver=\"局长\" from=\"2026-01-01\" until=\"2028-12-31\"/>\n<timestamp url=\"https://tsa.example.org/\"/>\n");
  ASSERT_TRUE(loaded.ok()) << render(loaded.diagnostics().front(), Language::chinese);
  ASSERT_EQ(loaded->seals.size(), 2u);
  EXPECT_TRUE(find_seal(*loaded, "练习章")->sample);
  EXPECT_EQ(find_seal(*loaded, "练习章")->width, 40'000);
  EXPECT_EQ(find_seal(*loaded, "局印")->fingerprint, "ab" + std::string(62, '1'));  // as openssl prints it, or without colons
  EXPECT_EQ(find_seal(*loaded, "局印")->until, make_day(2028, 12, 31));
  EXPECT_EQ(find_seal(*loaded, "公章"), nullptr);
  EXPECT_EQ(loaded->timestamp_server, "https://tsa.example.org/");
}

TEST(LoadBureau, RefusesASealThatIsNotRegisteredWhole) {
  const auto code = [](const std::string& attributes) {
    const auto loaded = load(one_person_and_code + ("<seal name=\"局印\" organ=\"某县司法局\" keeper=\"印章保管人\" " + attributes + "/>\n"));
    return loaded.ok() ? "" : code_of(loaded.diagnostics());
  };
  EXPECT_EQ(code("picture=\"a.png\" certificate=\"a.p12\""), "AJ3711");
  EXPECT_EQ(code("sample=\"yes\" picture=\"a.png\""), "AJ3711");
  EXPECT_EQ(code("picture=\"a.png\" certificate=\"a.p12\" fingerprint=\"12\""), "AJ3712");
  const std::string twice = "<seal name=\"局印\" organ=\"某县司法局\" keeper=\"印章保管人\" sample=\"yes\"/>\n";
  EXPECT_EQ(code_of(load(one_person_and_code + twice + twice).diagnostics()), "AJ3710");
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
