#pragma once
// Which bytes JSON text wants a backslash for.

#include <cstddef>
#include <string_view>

namespace anjuan::json {

/// The first byte from `at` on that cannot stand in quotation marks as it is: a control character, '"' or '\\'; the
/// size of the text if there is none. `at`: 0 to the size.
std::size_t find_escape(std::string_view text, std::size_t at);

}  // namespace anjuan::json
