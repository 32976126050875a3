#pragma once
// XML of a checklist form → Form, checked.

#include <string>
#include <string_view>

#include "base/result.h"
#include "expression/expression.h"
#include "forms/form.h"
#include "xml/outline.h"

namespace anjuan::forms {

inline constexpr std::string_view form_namespace = "urn:anjuan:form:1";

/// Loads a form; all faults of the file are found at once, with line and column.
Result<Form> load_form(std::string_view xml, const std::string& file);

/// Checks the expressions of header and footer against the facts that a case has. Names that the
/// form itself gives (its number and version fields) are known.
Diagnostics check(const Form&, const expression::Names&);

/// Elements and attributes of a form file.
const xml::Outline& form_outline();

}  // namespace anjuan::forms
