#pragma once
// What procedures send each other: a round opens cases, cases tell it what came of them, it tells them
// what it did. Proofs of one procedure rest on the messages of the other, so these must fit.

#include <vector>

#include "base/diagnostic.h"
#include "procedure/definition.h"

namespace anjuan::analysis {

/// Of each procedure that opens cases by another one among those given: messages that nothing listens to,
/// messages waited for that nothing sends, values used that are not sent along.
Diagnostics check_messages(const std::vector<const procedure::Definition*>&);

}  // namespace anjuan::analysis
