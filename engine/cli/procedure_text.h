#pragma once
// A procedure in words, as plain text.

#include <string>

#include "base/diagnostic.h"
#include "procedure/definition.h"

namespace anjuan::cli {

/// Provisions, roles, parameters, time limits, documents, then the steps one by one, in the language of
/// the reader.
std::string procedure_text(const procedure::Definition&, Language);

}  // namespace anjuan::cli
