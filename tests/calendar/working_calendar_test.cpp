// Which days are worked and how they are counted, 2021 to 2026.

#include <random>

#include "calendar/shipped_years.h"

namespace anjuan::calendar {
namespace {

YearArrangement plain_year(int year) { return {year, "通知", {}, {}, std::to_string(year) + ".xml"}; }

std::string refusal(std::vector<YearArrangement> years) {
  const auto calendar = WorkingCalendar::make(std::move(years));
  return calendar.ok() ? "" : calendar.diagnostics()[0].row->code;
}

TEST(IsWorkingDay, FollowsTheNotices) {
  const WorkingCalendar calendar = shipped_calendar();
  EXPECT_TRUE(*calendar.is_working_day(day("2026-01-04")));   // Sunday, worked for New Year
  EXPECT_FALSE(*calendar.is_working_day(day("2026-01-02")));  // Friday, off
  EXPECT_FALSE(*calendar.is_working_day(day("2026-09-12")));  // an ordinary Saturday
  EXPECT_TRUE(*calendar.is_working_day(day("2026-09-10")));
  EXPECT_FALSE(*calendar.is_working_day(day("2022-12-31")));  // ordered by the notice of 2023
}

TEST(IsWorkingDay, NeverGuessesAnUncoveredYear) {
  const auto answer = shipped_calendar().is_working_day(day("2027-02-08"));
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(sentence(answer.diagnostics()[0], Language::chinese),
            "没有 2027 年的工作日历，算不出 2027-02-08 是不是工作日");
  EXPECT_STREQ(answer.diagnostics()[0].row->code, "AJ0501");
}

TEST(IsWorkingDay, KnowsAYearEndDayThatTheNextNoticeNames) {
  const auto calendar = WorkingCalendar::make(shipped_years(2023, 2023));
  ASSERT_TRUE(calendar.ok());
  EXPECT_FALSE(*calendar->is_working_day(day("2022-12-31")));
  EXPECT_FALSE(calendar->is_working_day(day("2022-12-30")).ok());
}

TEST(WorkingDaysBetween, CountsTheWholeYears) {
  const WorkingCalendar calendar = shipped_calendar();
  const int expected[] = {250, 249, 249, 251, 248, 248};
  for (int year = 2021; year <= 2026; ++year) {
    const Day before = make_day(year, 1, 1);  // always off
    const Day last = make_day(year, 12, 31);
    EXPECT_EQ(*calendar.working_days_between(before, last), expected[year - 2021]) << year;
    EXPECT_EQ(*calendar.working_days_between(last, before), -expected[year - 2021]) << year;
  }
}

TEST(AddWorkingDays, CountsFromTheNextDay) {
  struct Case {
    const char* from;
    int n;
    const char* due;
  };
  // Holidays and make-up days of six years, as the notices have them.
  const Case cases[] = {
      {"2021-06-14", 5, "2021-06-21"},  {"2021-06-14", 20, "2021-07-12"}, {"2021-09-15", 5, "2021-09-23"},
      {"2021-09-24", 5, "2021-09-30"},  {"2021-09-24", 20, "2021-10-27"}, {"2022-01-28", 5, "2022-02-09"},
      {"2023-09-22", 20, "2023-10-26"}, {"2024-02-09", 5, "2024-02-22"},  {"2024-09-30", 20, "2024-11-01"},
      {"2025-01-24", 5, "2025-02-07"},  {"2025-09-26", 5, "2025-10-10"},  {"2025-09-26", 20, "2025-10-30"},
      {"2026-02-13", 5, "2026-02-27"},  {"2026-02-13", 20, "2026-03-19"}, {"2026-04-30", 5, "2026-05-11"},
      {"2026-09-18", 5, "2026-09-24"},  {"2026-09-18", 20, "2026-10-22"}, {"2026-09-30", 5, "2026-10-13"},
  };
  const WorkingCalendar calendar = shipped_calendar();
  for (const Case& c : cases) {
    EXPECT_EQ(iso(*calendar.add_working_days(day(c.from), c.n)), c.due) << c.from << " + " << c.n;
    EXPECT_EQ(calendar.deadline(day(c.from), {c.n, Unit::working_days, {}}),
              (Deadline{day(c.from), day(c.due), false, 0}));
  }
}

TEST(AddWorkingDays, RefusesToCrossIntoAnUncoveredYear) {
  const WorkingCalendar calendar = shipped_calendar();
  EXPECT_FALSE(calendar.add_working_days(day("2026-12-28"), 5).ok());
  EXPECT_TRUE(calendar.add_working_days(day("2026-12-28"), 3).ok());
  EXPECT_EQ(*calendar.add_working_days(day("2027-01-05"), 0), day("2027-01-05"));
}

TEST(AddWorkingDays, IsMonotoneAndAgreesWithDayByDayCounting) {
  const WorkingCalendar calendar = shipped_calendar();
  std::mt19937 random(20210101);
  for (int i = 0; i < 2000; ++i) {
    const Day from = day("2021-01-01") + std::chrono::days(random() % 2000);
    const int n = 1 + static_cast<int>(random() % 60);
    const Day due = *calendar.add_working_days(from, n);
    ASSERT_TRUE(*calendar.is_working_day(due));
    ASSERT_EQ(*calendar.working_days_between(from, due), n) << iso(from) << " + " << n;
    ASSERT_EQ(calendar.days_left(from, due), n);
    ASSERT_EQ(calendar.days_left(due, from), *calendar.working_days_between(due, from));
    ASSERT_LT(due, *calendar.add_working_days(from, n + 1));
    ASSERT_LE(due, *calendar.add_working_days(from + std::chrono::days(1), n));
  }
}

TEST(MakeCalendar, RefusesContradictions) {
  YearArrangement off = plain_year(2022), on = plain_year(2023);
  off.days_off = {day("2022-12-31")};
  on.days_on = {day("2022-12-31")};
  EXPECT_EQ(refusal({off, on}), "AJ0504");
  EXPECT_EQ(refusal({on, off}), "AJ0504");
  EXPECT_EQ(refusal({plain_year(2022), plain_year(2022)}), "AJ0502");
  YearArrangement weekday = plain_year(2026);
  weekday.days_on = {day("2026-09-10")};
  EXPECT_EQ(refusal({weekday}), "AJ0505");
  YearArrangement stray = plain_year(2026);
  stray.days_off = {day("2024-10-01")};
  EXPECT_EQ(refusal({stray}), "AJ0503");
}

TEST(MakeCalendar, TakesADayThatTwoNoticesNameAlike) {
  YearArrangement first = plain_year(2022), second = plain_year(2023);
  first.days_off = second.days_off = {day("2022-12-31")};
  EXPECT_EQ(refusal({first, second}), "");
}

TEST(MakeCalendar, CitesItsNotices) {
  EXPECT_EQ(shipped_calendar().notices().size(), 6u);
  EXPECT_TRUE(shipped_calendar().covers(2026));
  EXPECT_FALSE(shipped_calendar().covers(2027));
}

TEST(ShippedYears, AgreeWithTheTableOfDaysOffAndOn) {
  std::ifstream in(ANJUAN_SOURCE_DIR "/../shared/county/工作日历_2021-2026.csv");
  if (!in) {
    std::puts("skipped: ../shared is not here");
    GTEST_SKIP() << "../shared is not here";
  }
  const WorkingCalendar calendar = shipped_calendar();
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("20")) continue;
    ++rows;
    const bool off = line.find(",休,") != std::string::npos;
    EXPECT_EQ(*calendar.is_working_day(day(line.substr(0, 10).c_str())), !off) << line;
  }
  EXPECT_EQ(rows, 218);
}

}  // namespace
}  // namespace anjuan::calendar
