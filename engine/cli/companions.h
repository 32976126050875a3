#pragma once
// What lies beside definition files by custom.

#include <vector>

#include "handling/library.h"

namespace anjuan::cli {

/// A procedure names templates, forms and mappings of the neighbouring folders, and procedures that may lie
/// in its own. They are looked up, not reported on.
std::vector<handling::SourceFile> companions_of(const std::vector<handling::SourceFile>& files);

}  // namespace anjuan::cli
