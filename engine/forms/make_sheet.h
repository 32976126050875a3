#pragma once
// A form and the facts of a case → the workbook that inspectors fill in, on screen or on paper.

#include "base/result.h"
#include "base/value.h"
#include "forms/form.h"
#include "forms/mark.h"
#include "sheets/workbook.h"

namespace anjuan::forms {

/// The sheet of one case. Only cells to fill are unlocked. Fails when a header expression cannot be
/// evaluated over the facts. The caller sets `created_seconds` and `author`.
Result<sheets::Workbook> make_sheet(const Form&, const Fields& facts, const SheetInstance&);

}  // namespace anjuan::forms
