#pragma once
// One XML part of a workbook as a stream of events: local names only, whatever the prefix, of the
// transitional and the strict edition of OOXML alike. Private to this module.

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace anjuan::sheets {

/// Attributes by local name; those of the relationship namespace as "r:id".
using PartAttributes = std::map<std::string, std::string, std::less<>>;

struct PartEvents {
  std::function<void(std::string_view name, const PartAttributes&)> open;
  std::function<void(std::string_view name)> close;
  std::function<void(std::string_view text)> text;
  std::function<bool()> stop;  ///< asked after each element; true: read no further
};

/// Reads the part; refuses a DTD, nesting beyond 100 and what is not well-formed.
Outcome read_part(std::string_view xml, const std::string& part, const std::string& file, const PartEvents&);

/// The attribute's value, or "".
std::string_view value_of(const PartAttributes&, std::string_view name);

}  // namespace anjuan::sheets
