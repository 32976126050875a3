// Clocks that are wrong. Stated dates are the papers', recorded times the machine's; order and chain go by the
// numbers of the journal alone.

#include "faults/runs.h"
#include "json/json.h"

namespace anjuan::faults {
namespace {

constexpr long year = 365 * 86400L;

/// An office, and its commands at times of day that the plan gives.
class Clocks : public ::testing::Test {
 protected:
  Clocks() {
    fs::create_directories(desk_);
    copy_office(Offices::all().folder(kind_named("serve")), office_);
  }
  ~Clocks() override { fs::remove_all(desk_); }

  Ended at(long now, std::vector<std::string> words, long jump = 0) {
    words.insert(words.end(), {"--office", office_});
    return Running(words, {.office = office_, .now = now, .jump = jump}, desk_).wait();
  }
  Ended interest(long now, const std::string& by, const std::vector<std::string>& more = {}, long jump = 0) {
    std::vector<std::string> words = {"event", "2026-1-02", "声明利害关系", "--by", by, "--on", "2026-09-11", "--set", "有利害关系=否"};
    words.insert(words.end(), more.begin(), more.end());
    return at(now, words, jump);
  }
  std::vector<Value> journal() const {
    const auto store = support::well(store::open_office_store(office_));
    std::vector<Value> out;
    for (const journal::Entry& entry : support::well(support::well(store->read())->read_journal())) out.push_back(support::well(json::read(entry.text, Place{})));
    return out;
  }
  static std::string recorded(const Value& entry) { return entry.field("recorded").text_or_empty(); }

  const std::string desk_ = (Offices::all().root() / "clock").string();
  const std::string office_ = desk_ + "/office";
};

TEST_F(Clocks, BackAYearAndForwardTenChangeNoOrder) {
  const std::size_t before = journal().size();
  ASSERT_EQ(interest(january + 10 * year, "褚怀瑾").status, 0);
  ASSERT_EQ(interest(january - year, "晏知秋").status, 0);
  ASSERT_EQ(at(january, {"document", "serve", "2026-1-01", "行政检查通知书", "--way", "直接送达", "--received-by", "闻人和", "--by", "宓如晦、桑以墨", "--on", "2026-09-14"}).status, 0);
  const auto entries = journal();
  ASSERT_EQ(entries.size(), before + 3);
  EXPECT_EQ(recorded(entries[before]), "2037-01-01T09:00:00+08:00");
  EXPECT_EQ(recorded(entries[before + 1]), "2026-01-04T09:00:00+08:00");
  EXPECT_EQ(recorded(entries[before + 2]), "2027-01-04T09:00:00+08:00");
  EXPECT_TRUE(entries[before].field("clock_set_back_from").empty());
  EXPECT_EQ(entries[before + 1].field("clock_set_back_from").text(), "2037-01-01T09:00:00+08:00");
  EXPECT_TRUE(entries[before + 2].field("clock_set_back_from").empty());
  const Ended verified = at(january, {"verify"});
  EXPECT_EQ(verified.status, 0) << verified.err;
  EXPECT_NE(verified.out.find("第 " + std::to_string(before + 2) + " 条的记录时间 2026-01-04T09:00:00+08:00 早于上一条的 2037-01-01T09:00:00+08:00"), std::string::npos) << verified.out;
}

TEST_F(Clocks, AJumpWithinAnActLeavesItWhole) {
  const std::size_t before = journal().size();
  ASSERT_EQ(interest(january, "褚怀瑾", {}, 7200).status, 0);
  ASSERT_EQ(interest(january, "晏知秋", {}, -7200).status, 0);
  const auto entries = journal();
  ASSERT_EQ(entries.size(), before + 2);
  for (std::size_t i = before; i < entries.size(); ++i) EXPECT_EQ(recorded(entries[i]), "2027-01-04T09:00:00+08:00");
  Head head;
  EXPECT_EQ(look(office_, head), "");
}

TEST_F(Clocks, WhatIsRecordedLateNeedsAReasonAndIsListed) {
  std::vector<handling::SourceFile> files = support::shipped().files;
  for (handling::SourceFile& file : files) file.bytes = replace_all(file.bytes, "exercise=\"yes\"", "exercise=\"yes\" grace-days=\"7\"");
  support::well(handling::record_definitions(*support::well(store::open_office_store(office_)), files, {"update", "陆明舟", Moment{january}}));

  const Ended refused = interest(january, "褚怀瑾");
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.err.find("AJ2865"), std::string::npos) << refused.err;
  EXPECT_NE(refused.err.find("行为日期2026年9月11日比今天2027年1月4日早 115 天，超过本单位规定的 7 天"), std::string::npos) << refused.err;
  const Ended late = interest(january, "褚怀瑾", {"--late-reason", "外出办案，回所后补录"});
  EXPECT_EQ(late.status, 0) << late.err;
  const Ended in_time = interest(january - 110 * 86400L, "晏知秋");
  EXPECT_EQ(in_time.status, 0) << in_time.err;
  const Ended verified = at(january, {"verify"});
  EXPECT_NE(verified.out.find("（2026-1-02）补录：行为日期 2026-09-11，记录时间 2027-01-04T09:00:00+08:00，理由：外出办案，回所后补录"), std::string::npos) << verified.out;
  const Ended listed = at(january, {"journal", "times"});
  EXPECT_NE(listed.out.find("（2026-1-02）补录：行为日期 2026-09-11，记录时间 2027-01-04T09:00:00+08:00，理由：外出办案，回所后补录"), std::string::npos) << listed.out;
  EXPECT_EQ(listed.out.find("（2026-1-01）补录"), std::string::npos) << "recorded in time: " << listed.out;
  EXPECT_NE(listed.out.find("早于上一条"), std::string::npos) << listed.out;
}

}  // namespace
}  // namespace anjuan::faults
