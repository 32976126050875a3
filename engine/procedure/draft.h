#pragma once
// A procedure that may still have faults: what can be read of it, so that what refers to it and what it refers to
// can be looked at all the same.

#include "procedure/definition.h"

namespace anjuan::procedure {

struct Draft {
  DefinitionPtr definition;  ///< null: no procedure at all
  Diagnostics found;         ///< by reading it, not in order
};

Draft read_draft(std::string_view xml, const std::string& file, const Accompanying& = {});
/// Everything that can be found, by reading and by checking, in the order of the lines. `facts`: the read-only
/// names the surroundings provide.
Diagnostics inspect(Draft, const expression::Names& facts);

}  // namespace anjuan::procedure
