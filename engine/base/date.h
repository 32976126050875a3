#pragma once
// Civil days in China and the ways official papers write them. No clock is read here.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anjuan {

using Day = std::chrono::sys_days;

Day make_day(int year, unsigned month, unsigned day);  ///< the caller knows that the date exists
int year_of(Day);
std::optional<Day> parse_day(std::string_view iso);  ///< "2026-09-10" only, a day that exists
/// As registers write it: "2026-09-10", "2026/9/10", "2026.9.10", "2026年9月10日", "20260910".
std::optional<Day> parse_loose_day(std::string_view text);

std::string iso(Day);               ///< 2026-09-10
std::string official(Day);          ///< 2026年9月10日 (GB/T 9704-2012, 7.3.5.4: no leading zeros)
std::string in_characters(Day);     ///< 二〇二六年九月十日
std::string weekday_name(Day);      ///< 星期四

/// A moment in seconds since 1970-01-01 UTC; printed in China's civil time (UTC+8, no summer time).
struct Moment {
  std::int64_t seconds = 0;
  auto operator<=>(const Moment&) const = default;
};
std::string iso(Moment);       ///< 2026-09-10T09:30:00+08:00
std::string official(Moment);  ///< 2026年9月10日9时30分
std::optional<Moment> parse_moment(std::string_view iso);
Day day_of(Moment);            ///< the civil day in China

}  // namespace anjuan
