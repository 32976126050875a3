#pragma once
// A template file (urn:anjuan:template:1) as a DocumentTemplate. The outline table says which
// elements there are; it drives the check, the reference page of templates/README.md and the schema.

#include <string>
#include <string_view>

#include "base/result.h"
#include "documents/document_template.h"
#include "expression/expression.h"
#include "xml/outline.h"

namespace anjuan::documents {

/// The elements of templates, with a Chinese sentence on each.
const xml::Outline& template_outline();

/// Reads a template; all problems of the file at once. Names are checked by `check`.
Result<DocumentTemplate> load_template(std::string_view xml, const std::string& file);

}  // namespace anjuan::documents
