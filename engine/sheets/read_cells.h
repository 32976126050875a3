#pragma once
// The cells of one worksheet part and the table of shared texts. Private to this module.

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sheets/workbook.h"

namespace anjuan::sheets {

inline constexpr std::uint32_t max_rows = 1048576, max_columns = 16384;  // ECMA-376 as Excel applies it
inline constexpr std::size_t max_cells = 1000000;
inline constexpr std::size_t max_cell_text = 32767;
/// Of all cells together, in bytes: one shared text may stand in many cells.
inline constexpr std::size_t max_text = std::size_t{64} << 20;

/// What was read of the file so far.
struct Counted {
  std::size_t cells = 0, text = 0;
};

/// What the cells refer to.
struct CellSurroundings {
  const std::vector<std::string>& shared;
  const std::set<std::size_t>& date_styles;
  bool epoch_1904 = false;
};

/// The texts of the shared strings part, runs joined, phonetic guides left out.
Result<std::vector<std::string>> read_shared(std::string_view xml, const std::string& part,
                                             const std::string& file);

/// Fills the sheet; `counted` runs over all sheets of the file.
Outcome read_cells(std::string_view xml, const std::string& part, const std::string& file,
                   const CellSurroundings&, Counted& counted, ReadSheet& sheet);

}  // namespace anjuan::sheets
