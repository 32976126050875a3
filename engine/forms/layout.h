#pragma once
// Where each cell of a checklist stands. Writing and reading use the same layout, so what is printed,
// filled and compared are the same cells. Private to this module.

#include <cstdint>
#include <vector>

#include "forms/form.h"
#include "sheets/workbook.h"

namespace anjuan::forms {

/// What a cell of the visible sheet is.
enum class CellRole {
  printed,      ///< text of the form: must come back unchanged
  fact,         ///< text from the facts of the case: kept a second time on the hidden sheet
  field_input,  ///< of the header or footer, to fill
  item_input,   ///< of an item, to fill
  mark,         ///< 表签: which case, form and version
  symbol,       ///< room for the QR code
};

struct PlacedCell {
  sheets::Cell cell;  ///< with the text, where the form alone decides it
  CellRole role = CellRole::printed;
  const HeaderField* field = nullptr;
  const Item* item = nullptr;
  const Column* column = nullptr;
  double least_height = 0;  ///< of its row, in points
};

struct Layout {
  std::vector<PlacedCell> cells;  ///< in order of rows
  std::uint32_t header_row = 0;   ///< of the table: frozen, printed on each page
  std::uint32_t first_item = 0, last_item = 0;
  std::uint32_t symbol_rows = 0;  ///< rows that the QR code's cell spans
  std::vector<double> widths;
};

/// The form outlives the layout.
Layout lay_out(const Form&);

}  // namespace anjuan::forms
