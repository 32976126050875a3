#pragma once
// Whether a workbook that was just written is whole. Private to this module.

#include <string_view>

#include "base/result.h"
#include "sheets/workbook.h"

namespace anjuan::sheets {

/// libxlsxwriter builds each part in a temporary file and does not look whether its writing succeeded: on a
/// full or failing disk, or without memory, it would hand out a workbook with pieces missing. So every part
/// is read again, and every cell compared with what was to be written.
Outcome check_written(std::string_view bytes, const Workbook&);

}  // namespace anjuan::sheets
