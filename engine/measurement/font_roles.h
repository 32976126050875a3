#pragma once
// The role of type that a font's name tells.

#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "pages/manuscript.h"

namespace anjuan::measurement {

/// Nothing for a name that is not known.
std::optional<pages::FontRole> font_role_of(std::string_view font_name);
/// 仿宋体, …
Wording name_of(pages::FontRole);

}  // namespace anjuan::measurement
