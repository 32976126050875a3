#pragma once
// Working days and time limits. Days are civil days in China; a working day is a Monday to Friday
// that is no holiday, or a make-up day (调休上班). The start day is not counted (民法典 §201).
//
// A year's file holds what that year's notice orders, so a day may stand in the file of another
// year: 2022-12-31 was ordered by the notice of 2023. Days of the December before and the January
// after are therefore accepted, and count as known even where their own year has no file.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "xml/outline.h"

namespace anjuan::calendar {

/// One year as its notice arranges it. The XML file cites the notice.
struct YearArrangement {
  int year = 0;
  std::string notice;      ///< the instrument that orders it
  std::set<Day> days_off;  ///< holidays, weekends inside included
  std::set<Day> days_on;   ///< weekend days worked
  std::string file;        ///< where it was read, for messages; may be empty
};

enum class Unit { working_days, calendar_days, months, hours };
std::optional<Unit> parse_unit(std::string_view);  ///< "working-days", "calendar-days", "months", "hours"
std::string_view code_of(Unit);                    ///< the word that parse_unit reads
Wording name_of(Unit);                             ///< 个工作日 / working days

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
  int missing_year = 0;  ///< the first year without a calendar that was touched; 0 if none
  bool operator==(const Deadline&) const = default;
};

class WorkingCalendar {
 public:
  /// Refused: a year twice, a day outside its year (year-end days excepted, see above), a day both
  /// on and off in one file or in two, a day_on that is a weekday.
  static Result<WorkingCalendar> make(std::vector<YearArrangement>);

  bool covers(int year) const;
  /// A year that is not covered is a diagnostic, never a guess.
  Result<bool> is_working_day(Day) const;
  /// The n-th working day after `from`; n ≥ 0; 0 gives `from`.
  Result<Day> add_working_days(Day from, int n) const;
  /// Working days in (from, to]; negative when `to` is before `from`: then those in (to, from].
  Result<std::int64_t> working_days_between(Day from, Day to) const;

  /// The deadline of a limit that starts on `from` (not counted). Calendar days and months that end
  /// on a day off move to the next working day (民法典 §202, §203); hours run through holidays and
  /// end on a day, a part of 24 hours counting as a whole day.
  Deadline deadline(Day from, const TimeLimit&) const;
  /// Working days left until `due` seen from `today`, provisional years counted as weekdays.
  std::int64_t days_left(Day today, Day due) const;

  /// The notices of the years covered, in order of the years (what a deadline rests on).
  std::vector<std::string> notices() const;

 private:
  bool knows(Day) const;
  bool works(Day) const;  ///< plain weekdays where nothing is known
  std::map<int, YearArrangement> years_;
  std::set<Day> off_, on_;
};

/// workflows/calendar/2026.xml
Result<YearArrangement> load_year(std::string_view xml, const std::string& file);
const xml::Outline& outline();  ///< the elements of such a file

/// What is wrong with one year's arrangement; `place_of` says where a day was written.
Diagnostics check_arrangement(const YearArrangement&, const std::function<Place(Day)>& place_of);

}  // namespace anjuan::calendar
