#pragma once
// A workbook told as plain values, so that another library can make the same one.

#include "base/value.h"
#include "sheets/workbook.h"

namespace anjuan::sheets_benchmark {

/// Lengths in hundredths; styles as the properties that XlsxWriter takes.
Value description_of(const sheets::Workbook&);

}  // namespace anjuan::sheets_benchmark
