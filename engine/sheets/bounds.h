#pragma once
// How large a file may be that is read as a workbook or a table. Bounds of what is in it: sheets.h.

#include <cstdint>

namespace anjuan::sheets {

/// A larger file need not even be read for a workbook: it would be refused.
inline constexpr std::uintmax_t max_workbook_bytes = std::uintmax_t{64} << 20;
/// The same of a table in CSV that is read row by row.
inline constexpr std::uintmax_t max_table_bytes = std::uintmax_t{768} << 20;

}  // namespace anjuan::sheets
