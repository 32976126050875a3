#pragma once
// The option that names a register, alike in every command.

#include "cli/command.h"

namespace anjuan::cli {

/// --as KIND
OptionRule register_option();

/// The number of a version, 0 where none is written.
Result<std::int64_t> version_number(const CommandLine&, const std::string& option);

}  // namespace anjuan::cli
