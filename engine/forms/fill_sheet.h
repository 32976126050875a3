#pragma once
// Fills a sheet as an inspector would on screen: for exercises, demonstrations and tests.

#include <map>
#include <string>

#include "forms/form.h"
#include "sheets/workbook.h"

namespace anjuan::forms {

struct Answers {
  std::map<std::string, std::string> fields;                        ///< input of header or footer → text
  std::map<std::string, std::map<std::string, std::string>> items;  ///< item code → column id → text
  std::map<std::string, std::string> others;  ///< column id → text for all other items
};

/// Writes the answers into the cells to fill; an option may be given by its code ("D1"). What the
/// answers do not name stays empty. Returns names of fields, items and columns that the form lacks.
std::vector<std::string> fill_sheet(const Form&, sheets::Workbook&, const Answers&);

}  // namespace anjuan::forms
