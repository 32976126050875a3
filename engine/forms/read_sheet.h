#pragma once
// A filled checklist → the values of an event. Everything wrong is found at once, each by its cell.

#include <string>

#include "base/result.h"
#include "base/value.h"
#include "forms/form.h"
#include "forms/mark.h"
#include "sheets/workbook.h"

namespace anjuan::forms {

/// The values of `form.event`: number and version of the sheet, the items as records by column ids,
/// the counts of the results, the items that are problems, and the filled fields of header and footer.
/// Refused, by cell: another case, form or version; printed text changed; a formula; an item not
/// filled; an option unknown or not lawful for the item; a rule of filling in broken.
Result<Fields> read_sheet(const Form&, const sheets::ReadWorkbook&, const SheetInstance& expected,
                          const std::string& file);

}  // namespace anjuan::forms
