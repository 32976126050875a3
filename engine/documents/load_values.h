#pragma once
// Values for a document from an XML file (urn:anjuan:values:1): to try a template without a case.

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/value.h"
#include "xml/outline.h"

namespace anjuan::documents {

const xml::Outline& values_outline();

/// Reads <values> of <value name type>, <record name> and <list name>; all problems at once.
Result<Fields> load_values(std::string_view xml, const std::string& file);

}  // namespace anjuan::documents
