#pragma once
// Working days and time limits. Days are civil days in China; a working day is a Monday to Friday
// that is no holiday, or a make-up day (调休上班). The start day is not counted (民法典 §201).

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace anjuan::calendar {

/// One year as its notice arranges it. The XML file cites the notice.
struct YearArrangement {
  int year = 0;
  std::string notice;         ///< the instrument that orders it
  std::set<Day> days_off;     ///< holidays, weekends inside included
  std::set<Day> days_on;      ///< weekend days worked
};

enum class Unit { working_days, calendar_days, months, hours };
std::optional<Unit> parse_unit(std::string_view);  ///< "working-days", "calendar-days", "months", "hours"
Wording name_of(Unit);

struct TimeLimit {
  int length = 0;
  Unit unit = Unit::working_days;
  LegalBasis basis;
};

/// When a limit ends. `due` is the last day still in time. `provisional`: it crosses into a year
/// without a calendar, whose days were counted as plain weekdays (暂定).
struct Deadline {
  Day started, due;
  bool provisional = false;
  int missing_year = 0;
  bool operator==(const Deadline&) const = default;
};

class WorkingCalendar {
 public:
  /// Refused: a year twice, a day outside its year (the notice's own year-end days excepted), a
  /// day both on and off, a day_on that is a weekday, …
  static Result<WorkingCalendar> make(std::vector<YearArrangement>);

  bool covers(int year) const;
  /// A year that is not covered is a diagnostic, never a guess.
  Result<bool> is_working_day(Day) const;
  /// The n-th working day after `from`; n ≥ 0; 0 gives `from`.
  Result<Day> add_working_days(Day from, int n) const;
  /// Working days in (from, to]; negative when `to` is before `from`.
  Result<std::int64_t> working_days_between(Day from, Day to) const;

  /// The deadline of a limit that starts on `from` (not counted). Calendar days and months that end
  /// on a day off move to the next working day (民法典 §202, §203); hours run through holidays and
  /// end on a day.
  Deadline deadline(Day from, const TimeLimit&) const;
  /// Working days left until `due` seen from `today`, provisional years counted as weekdays.
  std::int64_t days_left(Day today, Day due) const;

 private:
  std::map<int, YearArrangement> years_;
  bool works(Day, bool* provisional) const;
};

/// workflows/calendar/2026.xml
Result<YearArrangement> load_year(std::string_view xml, const std::string& file);

}  // namespace anjuan::calendar
