#pragma once
// The form of a case for the store: one canonical value, and the row that lists and searches need.

#include "cases/case.h"

namespace anjuan::cases {

Value to_value(const Case&);
/// `value` came from `to_value`; a field that is not there keeps its default.
Case case_from(const Value&);

/// True only where `body`, the text of a value of `to_value`, has no draw and no paper with a scan; found without reading
/// it. Where it is not sure of that, and of other text, false.
bool is_without_draws_and_scans(std::string_view body);

/// The whole row. `title` and `label` are what lists show.
CaseRow to_row(const Case&, std::string title, std::string label);

}  // namespace anjuan::cases
