#pragma once
// How people are told where a procedure stands.

#include <vector>

#include "procedure/definition.h"

namespace anjuan::procedure {

/// Of each innermost active state the label, the id or the line; two alike with the one around, "甲线 / 待查".
/// A region that is through and has no words of its own is left out.
std::vector<Wording> names_of_standing(const Definition&, const StateSet& active);

}  // namespace anjuan::procedure
