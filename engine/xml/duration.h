#pragma once
// Durations as people write them.

#include <optional>
#include <string>
#include <string_view>

namespace anjuan::xml {

/// "3days" or "3 天" as a duration: "259200s"; nothing where it is not clear what is meant.
std::optional<std::string> duration_meant(std::string_view written);

}  // namespace anjuan::xml
