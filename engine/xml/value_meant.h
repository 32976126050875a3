#pragma once
// Whether an attribute's value is of its kind, and what was meant by one that is not.

#include <optional>
#include <string>
#include <string_view>

#include "xml/outline.h"

namespace anjuan::xml {

bool fits(const AttributeRule&, std::string_view value);

/// The value as it should stand: "2024-01-01" for “2024年1月1日”, "yes" for “是”, "甲 乙" for “甲、乙”, the nearest
/// choice; nothing where it is not clear what was meant.
std::optional<std::string> value_meant(const AttributeRule&, std::string_view written);

std::string lower_case(std::string);  ///< of Latin letters

}  // namespace anjuan::xml
