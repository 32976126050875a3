#pragma once
// Who works at the office and who may be drawn for what, as far as files or the office tell it: the
// ground on which duties are checked.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/people.h"
#include "cases/case_store.h"
#include "handling/library.h"
#include "registers/rows.h"

namespace anjuan::handling {

/// What is known of the people beside the definitions.
struct Staff {
  Day on{};                                     ///< the day that posts and certificates are looked at
  std::vector<SourceFile> tables;               ///< register files (CSV, XLSX); they go before the office's
  std::shared_ptr<const cases::Bureau> bureau;  ///< of the office; one among the files goes before it
  std::shared_ptr<const registers::Mapping> mapping;  ///< of the office, likewise
  std::optional<std::vector<registers::Inspector>> inspectors;
  std::optional<std::vector<registers::InspectionTarget>> targets;
};

/// Bureau, map and registers of an office.
Result<Staff> staff_of(cases::Reading&, const Library&, Day on);

/// Reads the register files by the map. Found: what an import would say of them; files that are none of
/// the four registers.
Diagnostics read_tables(Staff&, const registers::Mapping*);

std::vector<analysis::Officer> officers_of(const cases::Bureau&);

/// What the teams drawn by these procedures would leave, of the procedures in `library` and `beside`.
Diagnostics check_teams(const Library& library, const Library& beside, const cases::Bureau&, const Staff&);

}  // namespace anjuan::handling
