#pragma once
// The definitions of an office: which files it works with, as a recorded act.

#include <string>
#include <vector>

#include "cases/case_store.h"
#include "handling/library.h"

namespace anjuan::handling {

struct Adoption {
  std::string kind;  ///< "init" or "update"
  std::string recorder;
  Moment recorded;
};
/// Keeps the definition files in the store, makes them those of the office and records that.
Outcome record_definitions(cases::CaseStore&, const std::vector<SourceFile>&, const Adoption&);

}  // namespace anjuan::handling
