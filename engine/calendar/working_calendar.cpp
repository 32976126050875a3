// Which days are worked, and counting them.

#include <algorithm>

#include "calendar/calendar.h"
#include "calendar/messages.h"

namespace anjuan::calendar {
namespace {

using std::chrono::days;

bool is_weekend(Day day) {
  const std::chrono::weekday weekday(day);
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

/// The English names, which base/date.h has no use for.
Wording weekday_in_words(Day day) {
  constexpr std::string_view english[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                          "Thursday", "Friday", "Saturday"};
  return {weekday_name(day), std::string(english[std::chrono::weekday(day).c_encoding()])};
}

/// The year itself, the December before and the January after.
bool belongs_to(Day day, int year) {
  return day >= make_day(year - 1, 12, 1) && day <= make_day(year + 1, 1, 31);
}

Place in_file(const YearArrangement& arrangement) {
  Place place;
  place.file = arrangement.file;
  return place;
}

}  // namespace

Diagnostics check_arrangement(const YearArrangement& arrangement, const std::function<Place(Day)>& place_of) {
  Diagnostics found;
  for (const std::set<Day>* listed : {&arrangement.days_off, &arrangement.days_on}) {
    for (const Day day : *listed) {
      if (belongs_to(day, arrangement.year)) continue;
      found.push_back(
          diagnose(messages::day_of_another_year, place_of(day), iso(day), std::to_string(arrangement.year)));
    }
  }
  for (const Day day : arrangement.days_on) {
    if (!is_weekend(day)) {
      found.push_back(diagnose(messages::weekday_on, place_of(day), iso(day), weekday_in_words(day)));
    }
    if (arrangement.days_off.contains(day)) {
      found.push_back(diagnose(messages::on_and_off, place_of(day), iso(day)));
    }
  }
  return found;
}

Result<WorkingCalendar> WorkingCalendar::make(std::vector<YearArrangement> arrangements) {
  WorkingCalendar calendar;
  Diagnostics found;
  for (YearArrangement& arrangement : arrangements) {
    const Place place = in_file(arrangement);
    for (Diagnostic& fault : check_arrangement(arrangement, [&](Day) { return place; })) {
      found.push_back(std::move(fault));
    }
    for (const Day day : arrangement.days_off) {
      if (calendar.on_.contains(day)) found.push_back(diagnose(messages::on_and_off, place, iso(day)));
    }
    for (const Day day : arrangement.days_on) {
      if (calendar.off_.contains(day)) found.push_back(diagnose(messages::on_and_off, place, iso(day)));
    }
    calendar.off_.insert(arrangement.days_off.begin(), arrangement.days_off.end());
    calendar.on_.insert(arrangement.days_on.begin(), arrangement.days_on.end());
    const int year = arrangement.year;
    if (!calendar.years_.emplace(year, std::move(arrangement)).second) {
      found.push_back(diagnose(messages::year_twice, place, std::to_string(year)));
    }
  }
  if (!found.empty()) return found;
  return calendar;
}

bool WorkingCalendar::covers(int year) const { return years_.contains(year); }

bool WorkingCalendar::knows(Day day) const {
  return covers(year_of(day)) || off_.contains(day) || on_.contains(day);
}

bool WorkingCalendar::works(Day day) const {
  return on_.contains(day) || (!is_weekend(day) && !off_.contains(day));
}

Result<bool> WorkingCalendar::is_working_day(Day day) const {
  if (!knows(day)) {
    return diagnose(messages::year_missing, Place{}, std::to_string(year_of(day)), iso(day));
  }
  return works(day);
}

Result<Day> WorkingCalendar::add_working_days(Day from, int n) const {
  ANJUAN_CHECK(n >= 0);
  Day day = from;
  while (n > 0) {
    day += days(1);
    ANJUAN_TRY(const bool working, is_working_day(day));
    n -= working ? 1 : 0;
  }
  return day;
}

Result<std::int64_t> WorkingCalendar::working_days_between(Day from, Day to) const {
  std::int64_t count = 0;
  for (Day day = std::min(from, to) + days(1); day <= std::max(from, to); day += days(1)) {
    ANJUAN_TRY(const bool working, is_working_day(day));
    count += working ? 1 : 0;
  }
  return from <= to ? count : -count;
}

std::int64_t WorkingCalendar::days_left(Day today, Day due) const {
  std::int64_t count = 0;
  for (Day day = std::min(today, due) + days(1); day <= std::max(today, due); day += days(1)) {
    count += works(day) ? 1 : 0;
  }
  return today <= due ? count : -count;
}

std::vector<std::string> WorkingCalendar::notices() const {
  std::vector<std::string> out;
  for (const auto& [year, arrangement] : years_) out.push_back(arrangement.notice);
  return out;
}

}  // namespace anjuan::calendar
