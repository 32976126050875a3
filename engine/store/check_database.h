#pragma once
// SQLite's own checks of its file, as outcomes.

#include <string>

#include "base/result.h"
#include "store/database.h"

namespace anjuan::store {

/// Pages, rows and column types; stops at the first finding. `path`: for the message.
Outcome check_quickly(const Database&, const std::string& path);
/// The same, and indexes against tables, and references between rows.
Outcome check_thoroughly(const Database&, const std::string& path);

}  // namespace anjuan::store
