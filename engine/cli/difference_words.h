#pragma once
// What two versions of a register have differently, for people.

#include "cli/terminal.h"
#include "registers/register.h"

namespace anjuan::cli {

/// One line for each field that changed and each row that is new; the first twenty of each kind unless
/// `all`.
void print_differences(Terminal&, const registers::Differences&, bool all);

/// The diagnostics, but of each kind the first twenty only, then how many more there are.
void remark_some(Terminal&, const Diagnostics&);

}  // namespace anjuan::cli
