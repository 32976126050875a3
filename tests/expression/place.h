#pragma once
// Where the expressions of these tests stand in their file.

#include "base/diagnostic.h"

namespace anjuan::expression {

inline const Place place{"guard.xml", 7, 20, ""};

}  // namespace anjuan::expression
