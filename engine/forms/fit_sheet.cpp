#include "forms/fit_sheet.h"

#include "forms/totals.h"
#include "sheets/style.h"

namespace anjuan::forms {

void count_totals(const Form& form, Layout& layout) {
  const std::vector<Layout::Named> ranges = layout.named_ranges();
  for (PlacedCell& placed : layout.cells) {
    if (placed.role != CellRole::total) continue;
    const Column* column = counted_column(form, *placed.total);
    std::vector<std::string> answers;
    for (const PlacedCell& other : layout.cells) {
      if (other.role == CellRole::item_input && other.column == column) answers.push_back(other.cell.text);
    }
    placed.cell.text = counted_total(form, *placed.total, answers);
    for (const Layout::Named& range : ranges) {
      if (range.column == column) placed.cell.formula = total_formula(form, *placed.total, range.name);
    }
  }
}

void fit_rows(const Layout& layout, sheets::Sheet& sheet) {
  sheet.row_heights = layout.heights();
  const auto repeated = sheet.row_heights.find(layout.header_row);
  sheet.page_breaks = sheets::keep_together(sheet.row_heights, layout.first_footer,
                                            repeated == sheet.row_heights.end() ? 0 : repeated->second,
                                            sheets::page_height(sheet.landscape));
}

}  // namespace anjuan::forms
