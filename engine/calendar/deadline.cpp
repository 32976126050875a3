// When a time limit ends: working days, calendar days, months and hours.

#include <algorithm>
#include <array>

#include "calendar/calendar.h"

namespace anjuan::calendar {
namespace {

using std::chrono::days;

struct UnitRow {
  Unit unit;
  std::string_view code;
  const char *zh, *en;
};
constexpr std::array unit_rows{
    UnitRow{Unit::working_days, "working-days", "个工作日", "working days"},
    UnitRow{Unit::calendar_days, "calendar-days", "日", "days"},
    UnitRow{Unit::months, "months", "个月", "months"},
    UnitRow{Unit::hours, "hours", "小时", "hours"},
};

const UnitRow& row_of(Unit unit) {
  return *std::find_if(unit_rows.begin(), unit_rows.end(),
                       [&](const UnitRow& row) { return row.unit == unit; });
}

/// The corresponding day, or the last day of a month that has none (民法典 §202).
Day add_months(Day from, int n) {
  const std::chrono::year_month_day start(from);
  const auto month = start.year() / start.month() + std::chrono::months(n);
  const std::chrono::year_month_day same = month / start.day();
  return same.ok() ? Day(same) : Day(month / std::chrono::last);
}

}  // namespace

std::optional<Unit> parse_unit(std::string_view code) {
  for (const UnitRow& row : unit_rows) {
    if (row.code == code) return row.unit;
  }
  return std::nullopt;
}

std::string_view code_of(Unit unit) { return row_of(unit).code; }
Wording name_of(Unit unit) { return {row_of(unit).zh, row_of(unit).en}; }

Deadline WorkingCalendar::deadline(Day from, const TimeLimit& limit) const {
  ANJUAN_CHECK(limit.length >= 0);
  Deadline result{from, from, false, 0};
  // Every day whose kind decides something passes here, so that guesses are marked as such.
  const auto look_at = [&](Day day) {
    if (!knows(day) && !result.provisional) {
      result.provisional = true;
      result.missing_year = year_of(day);
    }
    return works(day);
  };
  const auto to_working_day = [&] {
    while (!look_at(result.due)) result.due += days(1);
  };
  switch (limit.unit) {
    case Unit::working_days:
      for (int counted = 0; counted < limit.length;) {
        result.due += days(1);
        counted += look_at(result.due) ? 1 : 0;
      }
      break;
    case Unit::calendar_days:
      result.due += days(limit.length);
      if (limit.length > 0) to_working_day();
      break;
    case Unit::months:
      result.due = add_months(from, limit.length);
      if (limit.length > 0) to_working_day();
      break;
    case Unit::hours:
      result.due += days(limit.length / 24 + (limit.length % 24 == 0 ? 0 : 1));
      break;
  }
  return result;
}

}  // namespace anjuan::calendar
