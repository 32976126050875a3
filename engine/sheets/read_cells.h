#pragma once
// The cells of one worksheet part and the table of shared texts. Private to this module.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sheets/workbook.h"

namespace anjuan::sheets {

inline constexpr std::size_t max_cells = 1000000;
inline constexpr std::size_t max_cell_text = 32767;

/// What the cells refer to.
struct CellSurroundings {
  const std::vector<std::string>& shared;
  const std::set<std::size_t>& date_styles;
  bool epoch_1904 = false;
};

/// The texts of the shared strings part, runs joined, phonetic guides left out.
Result<std::vector<std::string>> read_shared(std::string_view xml, const std::string& part,
                                             const std::string& file);

/// Fills `sheet.cells` and `sheet.formulas`; `counted` is the running number of cells of the file.
Outcome read_cells(std::string_view xml, const std::string& part, const std::string& file,
                   const CellSurroundings&, std::size_t& counted, ReadSheet& sheet);

}  // namespace anjuan::sheets
