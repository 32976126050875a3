#pragma once
// What a procedure asks of a draw before any case exists: the values of its freezing of the list that rest
// on its parameters alone.

#include "base/value.h"
#include "procedure/definition.h"

namespace anjuan::handling {

/// The values by name, those left out that rest on the data of a case. Empty: the procedure draws nobody.
Fields freeze_values(const procedure::Definition&);

}  // namespace anjuan::handling
