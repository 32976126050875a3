#pragma once
// Rows of a register as one text, for the store and for its digest: a line of field names, then a line
// for each row, cells parted by bars. Compact and quick to read, because a register of a province has a
// million rows; what a bureau added itself stands behind the fields that the engine knows.

#include <string>
#include <string_view>
#include <vector>

#include "registers/rows.h"

namespace anjuan::registers {

template <class Row>
std::string rows_text(const std::vector<Row>&);

/// The rows that `rows_text` wrote. A field that the row no longer has goes to `others`; one that is not
/// there keeps its default.
template <class Row>
std::vector<Row> rows_of_text(std::string_view text);

}  // namespace anjuan::registers
