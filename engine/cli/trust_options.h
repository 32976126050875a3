#pragma once
// --roots and --revoked: whose certificates are trusted, and which no longer.

#include <vector>

#include "cli/options.h"
#include "signing/signing.h"

namespace anjuan::cli {

std::vector<OptionRule> trust_options();

/// What the two options name. Refused: files that hold no certificate or no list; a list without a root.
Result<signing::Trust> trust_of(const CommandLine&);

}  // namespace anjuan::cli
