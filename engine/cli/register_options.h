#pragma once
// The option that names a register, alike in every command.

#include "cli/command.h"

namespace anjuan::cli {

/// --as KIND
OptionRule register_option();

}  // namespace anjuan::cli
