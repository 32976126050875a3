#pragma once
// What the table of elements cannot say about a form: names that must exist, lengths that a
// spreadsheet can hold, the parts that a checklist must have. Private to this module.

#include "base/diagnostic.h"
#include "forms/form.h"

namespace anjuan::forms {

/// All faults; `root` is the place for faults of the form as a whole.
Diagnostics check_form(const Form&, const Place& root);

}  // namespace anjuan::forms
