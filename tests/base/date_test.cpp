// Civil days and moments, and the ways official papers write them.

#include "base/date.h"

#include <gtest/gtest.h>

namespace anjuan {
namespace {

TEST(ParseDay, TakesTheIsoFormOfADayThatExists) {
  EXPECT_EQ(parse_day("2026-09-10"), make_day(2026, 9, 10));
  EXPECT_EQ(parse_day("2024-02-29"), make_day(2024, 2, 29));
}

TEST(ParseDay, RefusesDaysThatDoNotExistAndOtherForms) {
  for (const char* bad :
       {"2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-9-10", "2026/09/10", "20260910",
        " 2026-09-10", "2026-09-10 ", "-026-09-10", "2026--1-10", "0000-01-01", "", "二〇二六年九月十日"}) {
    EXPECT_EQ(parse_day(bad), std::nullopt) << bad;
  }
}

TEST(ParseLooseDay, ReadsTheFormsThatRegistersUse) {
  for (const char* text : {"2026-09-10", "2026-9-10", "2026/9/10", "2026.9.10", "2026年9月10日",
                           "2026年09月10日", "20260910", " 2026-09-10\u3000"}) {
    EXPECT_EQ(parse_loose_day(text), make_day(2026, 9, 10)) << text;
  }
}

TEST(ParseLooseDay, RefusesWhatOnlyLooksLikeADate) {
  for (const char* bad : {"26-9-10", "2026-9", "2026-9/10", "2026年9月10", "年2026月9日10", "2026年月9日10",
                          "2026-9-10-1", "2026-2-30", "-2026-9-10", "-2026091", "2026 9 10", "", "长期"}) {
    EXPECT_EQ(parse_loose_day(bad), std::nullopt) << bad;
  }
}

// GB/T 9704-2012, 7.3.5.4: Arabic numerals, the year in full, months and days without a leading zero.
TEST(Official, WritesNoLeadingZeros) {
  EXPECT_EQ(official(make_day(2026, 9, 1)), "2026年9月1日");
  EXPECT_EQ(official(make_day(2026, 12, 31)), "2026年12月31日");
}

TEST(InCharacters, WritesTheYearDigitByDigitAndTheDayAsANumber) {
  EXPECT_EQ(in_characters(make_day(2026, 9, 10)), "二〇二六年九月十日");
  EXPECT_EQ(in_characters(make_day(2030, 10, 21)), "二〇三〇年十月二十一日");
}

TEST(WeekdayName, KnowsThatChildrensDay2026IsAMonday) {
  EXPECT_EQ(weekday_name(make_day(2026, 6, 1)), "星期一");
  EXPECT_EQ(weekday_name(make_day(2026, 6, 7)), "星期日");
}

TEST(Iso, PadsWithZeros) {
  EXPECT_EQ(iso(make_day(2026, 1, 2)), "2026-01-02");
  EXPECT_EQ(year_of(make_day(2026, 1, 2)), 2026);
}

TEST(Moment, IsPrintedInChinasCivilTime) {
  EXPECT_EQ(iso(Moment{0}), "1970-01-01T08:00:00+08:00");
  EXPECT_EQ(official(Moment{0}), "1970年1月1日8时0分");
  EXPECT_EQ(day_of(Moment{16 * 3600}), make_day(1970, 1, 2));      // midnight in China
  EXPECT_EQ(day_of(Moment{16 * 3600 - 1}), make_day(1970, 1, 1));  // one second before
  EXPECT_EQ(iso(Moment{-8 * 3600 - 1}), "1969-12-31T23:59:59+08:00");
}

TEST(ParseMoment, ComesBackUnchanged) {
  for (const char* text :
       {"2026-09-10T09:30:00+08:00", "1969-12-31T23:59:59+08:00", "2026-09-10T00:00:00+08:00"}) {
    const auto moment = parse_moment(text);
    ASSERT_TRUE(moment.has_value()) << text;
    EXPECT_EQ(iso(*moment), text);
  }
}

TEST(ParseMoment, RefusesOtherZonesAndTimesThatDoNotExist) {
  for (const char* bad : {"2026-09-10T09:30:00Z", "2026-09-10T24:00:00+08:00", "2026-09-10T09:60:00+08:00",
                          "2026-09-10T-1:30:00+08:00", "2026-09-10T-0:30:00+08:00",
                          "2026-09-10 09:30:00+08:00", "2026-02-30T09:30:00+08:00", "2026-09-10"}) {
    EXPECT_EQ(parse_moment(bad), std::nullopt) << bad;
  }
}

}  // namespace
}  // namespace anjuan
