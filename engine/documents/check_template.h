#pragma once
// Holds a template to the names and types that will be there when the document is made.

#include "documents/document_template.h"
#include "expression/expression.h"

namespace anjuan::documents {

/// Names of `known` and those the template declares in <needs>.
expression::Names with_needs(const DocumentTemplate&, expression::Names known);

/// Needs, and fields of needs, that `available` does not have (unless optional) or has in another type.
Diagnostics check_needs(const DocumentTemplate&, const expression::Names& available);

/// Everything found: what check_needs finds; unknown names and wrong types in expressions (with line, column
/// and the nearest name); formats that are not for what they print; needs never used (warning). For a
/// template by itself: check(t, with_needs(t, facts)).
Diagnostics check(const DocumentTemplate&, const expression::Names& available);

}  // namespace anjuan::documents
