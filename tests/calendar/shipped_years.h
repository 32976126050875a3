#pragma once
// The calendar of the shipped years, for the tests of counting.

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "calendar/calendar.h"

namespace anjuan::calendar {

inline std::vector<YearArrangement> shipped_years(int first = 2021, int last = 2026) {
  std::vector<YearArrangement> years;
  for (int year = first; year <= last; ++year) {
    const std::string path = ANJUAN_SOURCE_DIR "/workflows/calendar/" + std::to_string(year) + ".xml";
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    auto loaded = load_year(bytes.str(), path);
    if (!loaded.ok()) {
      ADD_FAILURE() << render(loaded.diagnostics()[0], Language::chinese);
      continue;
    }
    years.push_back(std::move(loaded).value());
  }
  return years;
}

inline WorkingCalendar shipped_calendar() {
  auto calendar = WorkingCalendar::make(shipped_years());
  EXPECT_TRUE(calendar.ok());
  return std::move(calendar).value();
}

inline Day day(const char* text) { return *parse_day(text); }

}  // namespace anjuan::calendar
