#pragma once
// What an act works with. References only, no functions: each effect has its own file.

#include <memory>
#include <string>

#include "calendar/calendar.h"
#include "cases/bureau.h"
#include "cases/case_store.h"
#include "pages/pages.h"

namespace anjuan::handling {

struct Library;
class Shelf;

struct Office {
  cases::CaseStore& store;
  const cases::Bureau& bureau;
  const Library& library;
  const calendar::WorkingCalendar& calendar;
  const pages::Fonts& fonts;
  std::string scratch_folder;   ///< inside the office's folder; for libxlsxwriter, which writes to a path only
  std::shared_ptr<Shelf> shelf;     ///< earlier editions, for cases that still run on them (edition.h)
};

}  // namespace anjuan::handling
