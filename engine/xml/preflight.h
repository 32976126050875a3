#pragma once
// A strict look at the bytes of an XML file before any parser sees them: encoding, well-formedness
// (XML 1.0, 5th edition), limits. tinyxml2 accepts two roots, raw '&', full-width brackets and
// declared GBK, and knows no columns; this scanner does, and notes where each thing stands.

#include <compare>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace anjuan::xml {

struct Position {
  int line = 1, column = 1;
  auto operator<=>(const Position&) const = default;
};

// The named limits: what goes beyond is refused by a message of its own.
inline constexpr std::size_t max_bytes = 2 * 1024 * 1024;
inline constexpr int max_depth = 96;              // tinyxml2 stops at 98
inline constexpr int max_attributes = 1000;       ///< of one element
inline constexpr int max_all_attributes = 50000;  ///< of the file
inline constexpr int max_elements = 10000;
inline constexpr std::size_t max_value = 65536;  ///< bytes of one attribute's value

/// A value or a text in which references such as &lt; stand: there the file is wider than what is read.
struct WrittenText {
  struct Reference {
    Position at;
    int width = 0;  ///< in characters, as written
  };
  Position start, end;
  std::vector<Reference> references;
};
struct TagPosition {
  Position tag;
  std::vector<Position> names, values;  ///< of the attributes, in order
};
/// Of all start tags and of all text runs that are not only white space, in document order; and where
/// processing instructions stand (offset and length in bytes), which the reader is spared.
struct Positions {
  std::vector<TagPosition> tags;
  std::vector<Position> texts;
  std::vector<std::pair<std::size_t, std::size_t>> instructions;
  std::vector<WrittenText> written;
};

/// `bytes` without a byte order mark.
Result<Positions> preflight(std::string_view bytes, const std::string& file);

/// Encoding only: nothing found when the bytes are UTF-8 and say so.
Diagnostics check_encoding(std::string_view bytes, const std::string& file);

}  // namespace anjuan::xml
