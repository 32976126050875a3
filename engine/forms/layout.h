#pragma once
// Where each cell of a checklist stands. Writing and reading use the same layout, so what is printed,
// filled and compared are the same cells. Private to this module.

#include <cstdint>
#include <map>
#include <string>
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
  total,        ///< counts of the answers: a formula
  mark,         ///< 表签: which case, form and version
  symbol,       ///< room for the QR code
};

struct PlacedCell {
  sheets::Cell cell;  ///< with the text, where the form alone decides it
  CellRole role = CellRole::printed;
  const HeaderField* field = nullptr;
  const Item* item = nullptr;
  const Column* column = nullptr;
  const FooterRow* total = nullptr;
  double least_height = 0;  ///< of its row, in points
};

inline constexpr double symbol_height = 68;  ///< of the QR code, in points: 24 mm, read by any phone

struct Layout {
  std::uint32_t first_footer = 0;  ///< row below the last item
  std::vector<PlacedCell> cells;   ///< in order of rows
  std::uint32_t header_row = 0;    ///< of the table: frozen, printed on each page
  std::uint32_t first_item = 0, last_item = 0;
  std::uint32_t symbol_rows = 0;  ///< rows that the QR code's cell spans
  std::vector<double> widths;     ///< of the columns, filling the page

  /// Width of a cell, of all its columns when merged.
  double width_of(const sheets::Cell&) const;
  /// What each row needs for the texts it holds now.
  std::map<std::uint32_t, double> heights() const;
  /// The names of the columns to fill (their cells of all items) and of the fields to fill → the range as a
  /// spreadsheet writes it. Named after column ids and inputs.
  struct Named {
    std::string name;
    sheets::Address from, to;
    const Column* column;
  };
  std::vector<Named> named_ranges() const;
};

/// "'检查表'!$H$14:$H$38"
std::string range_in(const std::string& sheet, sheets::Address from, sheets::Address to);

/// The form outlives the layout.
Layout lay_out(const Form&);

}  // namespace anjuan::forms
