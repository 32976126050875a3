#pragma once
// The lines at the top and the foot of each page of a form. Private to this module.

#include <string>

#include "base/diagnostic.h"
#include "forms/form.h"
#include "forms/mark.h"

namespace anjuan::forms {

/// Blanks that are not known, and more sections than a page has.
Diagnostics check_page_line(const std::string& line, const Place&);

/// The line of one sheet, in the codes of OOXML; "" for none.
std::string page_line_of(const std::string& line, const Form&, const SheetInstance&);

}  // namespace anjuan::forms
