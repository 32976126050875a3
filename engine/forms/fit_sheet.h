#pragma once
// What of a sheet follows from the texts in its cells: the totals, the heights of the rows, the page break
// before the foot. Private to this module.

#include "forms/layout.h"

namespace anjuan::forms {

/// Gives the totals their formula and, as its value, the counts of the answers that the layout holds.
void count_totals(const Form&, Layout&);

/// Rows as high as their texts need; the foot of the table (totals, opinions, signatures) on one page, with
/// the last item before it.
void fit_rows(const Layout&, sheets::Sheet&);

}  // namespace anjuan::forms
