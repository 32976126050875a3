#pragma once
// Newer definitions for an office at work.

#include "handling/act.h"
#include "handling/adopt.h"
#include "pages/pages.h"

namespace anjuan::handling {

/// Records the definitions as those of the office, and counts the open limits of all cases again by the new
/// calendar (`recount`): both in one transaction, or neither. The receipt is that of the recount.
Result<Receipt> update_definitions(cases::CaseStore&, const std::vector<SourceFile>&, const Adoption&,
                                   const Act& recount, const pages::Fonts&);

}  // namespace anjuan::handling
