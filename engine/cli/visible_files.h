#pragma once
// Copies that people open: papers, sheets, dossiers and published files lie in folders with Chinese
// names beside the store. The store has the originals; a copy can be made again at any time.

#include "cli/office_folder.h"
#include "handling/act.h"

namespace anjuan::cli {

/// What the folder in which the journal is played again stands beside: nothing is ever there, and what a killed program left
/// goes with the next act.
std::string replay_place(const OpenOffice&);

/// Writes what an act has brought about; the paths written, relative to the office.
Result<std::vector<std::string>> write_visible(const OpenOffice&, const handling::Receipt&);

/// Writes everything that the office holds of a case, or of all cases.
Result<std::vector<std::string>> write_all_visible(const OpenOffice&, const std::string& case_id);

/// Writes each paper of a case, or of all cases, once more as PDF/A-3b with the data it was made of.
Result<std::vector<std::string>> write_papers_with_data(const OpenOffice&, const std::string& case_id);

/// Adds to `found` the copies that do not have the bytes that the office holds. One that is missing is no loss.
Outcome find_changed_copies(const OpenOffice&, cases::Reading&, Diagnostics& found);

}  // namespace anjuan::cli
