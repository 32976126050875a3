#pragma once
// An office opened from its folder: store, definitions, calendar and fonts together.

#include <memory>
#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "cases/case_store.h"
#include "cli/terminal.h"
#include "handling/edition.h"
#include "handling/library.h"
#include "handling/office.h"
#include "handling/staff.h"

namespace anjuan::cli {

struct OpenOffice {
  std::string folder;
  std::unique_ptr<cases::CaseStore> store;
  handling::Library library;
  std::unique_ptr<calendar::WorkingCalendar> calendar;
  std::shared_ptr<const pages::Fonts> fonts;
  std::shared_ptr<handling::Shelf> shelf = std::make_shared<handling::Shelf>();

  handling::Office office() const {
    return {*store, *library.bureau, library, *calendar, *fonts, folder + "/files/tmp", shelf};
  }
};

/// The office in terminal.office_folder, with the definitions it has adopted.
Result<std::unique_ptr<OpenOffice>> open_office(const Terminal&);

/// The people and registers of the office, where one is named or its folder is one; else nobody is known.
/// Refused: the folder named is no office.
Result<handling::Staff> staff_known(const Terminal&);

/// Definition files below the folders, and single files, in order of their paths.
Result<std::vector<handling::SourceFile>> read_definitions(const std::vector<std::string>& paths);

}  // namespace anjuan::cli
