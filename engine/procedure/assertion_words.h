#pragma once
// What must hold in every run, in words.

#include <vector>

#include "base/diagnostic.h"
#include "procedure/definition.h"

namespace anjuan::procedure {

/// What people call it that happens: the state, "办“批准检查”", "制作“通知书”".
Wording happening_in_words(const Definition&, const Happening&);
Wording happenings_in_words(const Definition&, const std::vector<Happening>&);
/// What the assertion asks, as one sentence: "制作“通知书”以前，必先办“批准检查”".
Wording assertion_in_words(const Definition&, const Assertion&);

}  // namespace anjuan::procedure
