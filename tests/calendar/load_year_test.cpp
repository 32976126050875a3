// The XML files of the working days: those shipped, and those with a mistake in them.

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "calendar/calendar.h"

namespace anjuan::calendar {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::string with_days(const std::string& days) {
  return "<calendar year=\"2026\" notice=\"通知\">\n" + days + "\n</calendar>\n";
}

/// The codes and lines of what is refused, e.g. "AJ0504@2".
std::string refusal(const std::string& xml) {
  const auto year = load_year(xml, "2026.xml");
  if (year.ok()) return "";
  std::string out;
  for (const Diagnostic& found : year.diagnostics()) {
    out += (out.empty() ? "" : " ") + std::string(found.row->code) + "@" + std::to_string(found.place.line);
  }
  return out;
}

TEST(LoadYear, ReadsTheShippedYears) {
  for (int year = 2021; year <= 2026; ++year) {
    const std::string path = ANJUAN_SOURCE_DIR "/workflows/calendar/" + std::to_string(year) + ".xml";
    const auto loaded = load_year(read_file(path), path);
    ASSERT_TRUE(loaded.ok()) << render(loaded.diagnostics()[0], Language::chinese);
    EXPECT_EQ(loaded->year, year);
    EXPECT_NE(loaded->notice.find("国办发明电〔" + std::to_string(year - 1) + "〕"), std::string::npos);
  }
}

TEST(LoadYear, ReadsTheExampleOfTheGuide) {
  const std::string guide = read_file(ANJUAN_SOURCE_DIR "/workflows/calendar/README.md");
  const std::size_t start = guide.find("<calendar"), end = guide.find("</calendar>") + 11;
  ASSERT_NE(start, std::string::npos);
  const auto year = load_year(guide.substr(start, end - start), "README.md");
  ASSERT_TRUE(year.ok()) << render(year.diagnostics()[0], Language::chinese);
  EXPECT_EQ(year->days_on.size(), 1u);
}

TEST(LoadYear, KeepsWhatTheNoticeSays) {
  const auto year = load_year(with_days("<off from='2026-01-01' to='2026-01-03' label='元旦'/>"
                                        "<on day='2026-01-04' label='元旦调休上班'/>"),
                              "2026.xml");
  ASSERT_TRUE(year.ok());
  EXPECT_EQ(year->notice, "通知");
  EXPECT_EQ(year->days_off,
            (std::set<Day>{make_day(2026, 1, 1), make_day(2026, 1, 2), make_day(2026, 1, 3)}));
  EXPECT_EQ(year->days_on, std::set<Day>{make_day(2026, 1, 4)});
}

TEST(LoadYear, AcceptsTheTurnOfTheYearButNoOtherYear) {
  EXPECT_EQ(refusal(with_days("<off from='2025-12-31' to='2026-01-02' label='元旦'/>")), "");
  EXPECT_EQ(refusal(with_days("<off from='2026-12-31' to='2027-01-02' label='元旦'/>")), "");
  EXPECT_EQ(refusal(with_days("<off from='2025-10-01' to='2025-10-01' label='国庆'/>")), "AJ0503@2");
}

TEST(LoadYear, RefusesDaysThatContradictEachOther) {
  EXPECT_EQ(refusal(with_days("<off from='2026-01-01' to='2026-01-04' label='元旦'/>\n"
                              "<on day='2026-01-04' label='元旦调休上班'/>")),
            "AJ0504@3");
  EXPECT_EQ(refusal(with_days("<off from='2026-01-01' to='2026-01-03' label='元旦'/>\n"
                              "<off from='2026-01-03' to='2026-01-03' label='元旦'/>")),
            "AJ0508@3");
}

TEST(LoadYear, RefusesAMakeUpDayThatIsAWeekday) {
  const auto year = load_year(with_days("<on day='2026-01-05' label='上班'/>"), "2026.xml");
  ASSERT_FALSE(year.ok());
  EXPECT_EQ(sentence(year.diagnostics()[0], Language::chinese),
            "2026-01-05 是星期一，本来就上班，不能写作调休上班");
  EXPECT_EQ(sentence(year.diagnostics()[0], Language::english),
            "2026-01-05 is a Monday and worked anyway; it cannot be a make-up day");
}

TEST(LoadYear, RefusesSlipsInDates) {
  EXPECT_EQ(refusal(with_days("<off from='2026-01-03' to='2026-01-01' label='元旦'/>")), "AJ0506@2");
  EXPECT_EQ(refusal(with_days("<off from='2026-01-03' to='2026-10-01' label='元旦'/>")), "AJ0507@2");
  EXPECT_NE(refusal(with_days("<off from='2026-02-29' to='2026-03-01' label='春节'/>")), "");
}

TEST(LoadYear, RefusesAYearOutOfReason) {
  EXPECT_EQ(refusal("<calendar year='20026' notice='通知'/>"), "AJ0509@1");
}

TEST(LoadYear, RefusesUnknownElementsAndMissingCitation) {
  EXPECT_NE(refusal("<calendar year='2026'/>"), "");
  EXPECT_NE(refusal(with_days("<of from='2026-01-01' to='2026-01-03' label='元旦'/>")), "");
}

}  // namespace
}  // namespace anjuan::calendar
