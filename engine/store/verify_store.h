#pragma once
// 核验: is everything in the office folder still as it was saved?

#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace anjuan::store {

/// Empty when all is well. Otherwise what was found, each with the entry, paper, case or number it is
/// about: the database's own check, the journal's chain (`head`: a digest noted outside, which the
/// chain must contain), every file on record or named under "files" in the journal, number books
/// without gaps, every row against its seal, every case's version against the record of its acts.
/// Works on a live office; nothing is changed.
Diagnostics verify_store(const std::string& folder, std::string_view head = {});

}  // namespace anjuan::store
