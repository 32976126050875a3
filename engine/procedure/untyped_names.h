#pragma once
// Names in expressions of charts that are not typed (datamodel="ecmascript" or "null"): what they read and
// set must be declared, though nothing is said of its type.

#include "expression/expression.h"

namespace anjuan::procedure {

struct KnownNames {
  expression::Names readable;         ///< data, names of loops and scripts, system variables
  std::vector<std::string> settable;  ///< those of them that can be set
};

/// Names that nothing declares, each with its place. The operand of typeof, parameters and variables of a
/// function are left alone.
Diagnostics check_untyped_names(const expression::Expression&, const KnownNames&);

/// A condition that sets something by a single =, where == was meant.
Diagnostics check_untyped_condition(const expression::Expression&);

}  // namespace anjuan::procedure
