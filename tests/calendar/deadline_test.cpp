// When time limits end (民法典 §201 to §203), and when the answer is provisional.

#include "calendar/shipped_years.h"

namespace anjuan::calendar {
namespace {

std::string due(const char* from, int length, Unit unit) {
  const Deadline found = shipped_calendar().deadline(day(from), {length, unit, {}});
  return iso(found.due) + (found.provisional ? " provisional " + std::to_string(found.missing_year) : "");
}

TEST(Deadline, IsProvisionalWhereItCrossesIntoAnUncoveredYear) {
  EXPECT_EQ(due("2026-12-28", 5, Unit::working_days), "2027-01-04 provisional 2027");
  EXPECT_EQ(due("2026-12-28", 3, Unit::working_days), "2026-12-31");
  EXPECT_EQ(due("2026-12-28", 10, Unit::calendar_days), "2027-01-07 provisional 2027");
  EXPECT_EQ(due("2026-12-01", 1, Unit::months), "2027-01-01 provisional 2027");
}

TEST(Deadline, IsFirmAgainOnceTheYearArrives) {
  auto years = shipped_years(2025, 2026);
  const TimeLimit limit{5, Unit::working_days, {}};
  const auto without = WorkingCalendar::make({years[0]});
  const auto with = WorkingCalendar::make(years);
  const Day start = day("2025-12-29");
  EXPECT_EQ(without->deadline(start, limit), (Deadline{start, day("2026-01-05"), true, 2026}));
  EXPECT_EQ(with->deadline(start, limit), (Deadline{start, day("2026-01-06"), false, 0}));
}

TEST(Deadline, OfCalendarDaysMovesOffAHoliday) {
  EXPECT_EQ(due("2026-09-25", 10, Unit::calendar_days), "2026-10-08");  // 10-05 is off until 10-07
  EXPECT_EQ(due("2026-09-10", 10, Unit::calendar_days), "2026-09-20");  // a Sunday, but worked
  EXPECT_EQ(due("2026-09-01", 11, Unit::calendar_days), "2026-09-14");  // 09-12 is a Saturday
  EXPECT_EQ(due("2026-09-01", 10, Unit::calendar_days), "2026-09-11");
}

TEST(Deadline, OfMonthsEndsOnTheCorrespondingDayOrTheMonthEnd) {
  EXPECT_EQ(due("2026-03-10", 6, Unit::months), "2026-09-10");
  EXPECT_EQ(due("2026-01-31", 1, Unit::months), "2026-02-28");  // a Saturday, but worked
  EXPECT_EQ(due("2024-01-31", 1, Unit::months), "2024-02-29");
  EXPECT_EQ(due("2025-11-30", 3, Unit::months), "2026-02-28");
  EXPECT_EQ(due("2026-08-03", 2, Unit::months), "2026-10-08");  // 10-03 is off until 10-07
}

TEST(Deadline, OfHoursRunsThroughHolidays) {
  EXPECT_EQ(due("2026-09-30", 24, Unit::hours), "2026-10-01");
  EXPECT_EQ(due("2026-09-30", 48, Unit::hours), "2026-10-02");
  EXPECT_EQ(due("2026-09-30", 25, Unit::hours), "2026-10-02");
}

TEST(Deadline, OfNoLengthIsTheDayItself) {
  for (const Unit unit : {Unit::working_days, Unit::calendar_days, Unit::months, Unit::hours}) {
    EXPECT_EQ(due("2026-10-01", 0, unit), "2026-10-01");
  }
}

TEST(Deadline, MayStartOnAHoliday) { EXPECT_EQ(due("2026-10-03", 1, Unit::working_days), "2026-10-08"); }

TEST(DaysLeft, IsNegativeWhenOverdue) {
  const WorkingCalendar calendar = shipped_calendar();
  EXPECT_EQ(calendar.days_left(day("2026-10-08"), day("2026-10-10")), 2);
  EXPECT_EQ(calendar.days_left(day("2026-10-10"), day("2026-10-10")), 0);
  EXPECT_EQ(calendar.days_left(day("2026-10-12"), day("2026-10-10")), -1);
  EXPECT_EQ(calendar.days_left(day("2026-12-31"), day("2027-01-04")), 2);  // plain weekdays
}

TEST(Unit, HasAWordForXmlAndForPeople) {
  for (const Unit unit : {Unit::working_days, Unit::calendar_days, Unit::months, Unit::hours}) {
    EXPECT_EQ(parse_unit(code_of(unit)), unit);
  }
  EXPECT_EQ(name_of(Unit::working_days).zh, "个工作日");
  EXPECT_FALSE(parse_unit("weeks").has_value());
}

}  // namespace
}  // namespace anjuan::calendar
