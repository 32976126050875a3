#pragma once
// A strict look at the bytes of an XML file before any parser sees them: encoding, well-formedness
// (XML 1.0, 5th edition), limits. tinyxml2 accepts two roots, raw '&', full-width brackets and
// declared GBK, and knows no columns; this scanner does, and notes where each thing stands.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace anjuan::xml {

inline constexpr std::size_t max_bytes = 4 * 1024 * 1024;
inline constexpr int max_depth = 96;  // tinyxml2 stops at 98
inline constexpr int max_attributes = 1000;
inline constexpr int max_elements = 10000;

struct Position {
  int line = 1, column = 1;
};
struct TagPosition {
  Position tag;
  std::vector<Position> names, values;  ///< of the attributes, in order
};
/// Of all start tags and of all text runs that are not only white space, in document order.
struct Positions {
  std::vector<TagPosition> tags;
  std::vector<Position> texts;
};

/// `bytes` without a byte order mark.
Result<Positions> preflight(std::string_view bytes, const std::string& file);

/// Encoding only: nothing found when the bytes are UTF-8 and say so.
Diagnostics check_encoding(std::string_view bytes, const std::string& file);

}  // namespace anjuan::xml
