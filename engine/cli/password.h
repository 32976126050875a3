#pragma once
// Passwords: from the keyboard without showing them, or from a file descriptor. Never from an argument or
// from the environment, which other programs can read.

#include <string>

#include "base/result.h"
#include "cli/terminal.h"

namespace anjuan::cli {

/// The first line of the file descriptor that `descriptor` names or, where it is "", what a person types after
/// `question`. Refused where there is nobody to ask or nothing to read.
Result<std::string> read_password(const Terminal&, const std::string& descriptor, const char* question);

}  // namespace anjuan::cli
