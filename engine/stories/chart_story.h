#pragma once
// A story of one procedure alone: 流程 FILE at its head. It is walked in memory, without an office, so that
// any chart can have stories; what would be issued is noted and can be expected.

#include "stories/teller.h"

namespace anjuan::stories {

/// Walks the story and adds its mistakes; `coverage` notes what was walked. A mistake of line 0: the
/// procedure cannot be loaded.
void walk(Told&, const Workshop&, Coverage&);

/// The names of what an effect would bring about: a paper's slot, a sheet's, a message's event, ….
std::vector<std::string> names_of(const procedure::Effect&);

}  // namespace anjuan::stories
