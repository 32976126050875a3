#pragma once
// Times in the journal that want an eye: a clock that was set back, an act recorded long after its date. Neither is a
// fault; they are told in the order in which they were recorded.

#include <vector>

#include "base/diagnostic.h"
#include "journal/journal.h"

namespace anjuan::cli {

/// Adds what is to be told of an entry: nothing, one line or two.
void tell_times(const journal::Entry&, std::vector<Wording>& out);

}  // namespace anjuan::cli
