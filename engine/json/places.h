#pragma once
// Where in a JSON text a value stands, for messages about what it says.

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace anjuan::json {

/// Line and column, from those of `whole`, of the name (in a record) or of the value (in a list) at the end
/// of the path: names of records, numbers of list members from "0". The text is one that `read` accepts;
/// where the path leads nowhere, the place of the last step that it has.
Place place_of(std::string_view text, const std::vector<std::string>& path, const Place& whole);

}  // namespace anjuan::json
