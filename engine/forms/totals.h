#pragma once
// 汇总: the row that counts the answers, as a formula, as its value, and as blanks for the pen. Private to
// this module.

#include <cstdint>
#include <string>
#include <vector>

#include "forms/form.h"

namespace anjuan::forms {

/// The column that a total counts: the one of results if it takes the total's options, else the first that
/// does; null where none takes one option only, since several in a cell are not counted by a formula.
const Column* counted_column(const Form&, const FooterRow& total);

/// The row with blanks, as printed for the pen: "符合＿＿项　不符合＿＿项".
std::string blank_total(const Form&, const FooterRow& total);

/// The row for these answers (the texts of the counted column); with blanks when all are empty, or when the
/// row's pattern has no blank to put a number in.
std::string counted_total(const Form&, const FooterRow& total, const std::vector<std::string>& answers);

/// The formula whose value is `counted_total` of the cells of the range `cells` (a defined name).
std::string total_formula(const Form&, const FooterRow& total, const std::string& cells);

}  // namespace anjuan::forms
