#pragma once
// Two people at one case. The acts of an office come one after another, so one of them is always second: he
// is told who was faster, when and with what, and nothing of his is saved.

#include "handling/act.h"
#include "handling/office.h"

namespace anjuan::handling {

/// Refused when the case is no longer the one that the person looked at (`act.seen`).
Outcome refuse_if_moved(cases::Transaction&, const CaseId&, const Act&);

/// To a refusal for the step that the case now stands at: which act has brought it there.
void tell_what_moved_it(cases::CaseStore&, const CaseId&, Diagnostics& refusal);

}  // namespace anjuan::handling
