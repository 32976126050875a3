#pragma once
// The definitions of an office: which files it works with, as a recorded act.

#include <string>
#include <vector>

#include "cases/case_store.h"
#include "handling/library.h"

namespace anjuan::handling {

struct Adoption {
  std::string kind;      ///< "init" or "update"
  std::string recorder;  ///< id or name of the person at the keyboard, as of every act; else as the system knows him
  Moment recorded;
};
/// Keeps the definition files in the store, makes them those of the office and records that. The recorder is looked up in
/// the bureau in force; an office that has none yet goes by the one among the files, as nothing else tells who a user is.
Outcome record_definitions(cases::CaseStore&, const std::vector<SourceFile>&, const Adoption&);

}  // namespace anjuan::handling
