#pragma once
// A strict look at the bytes of an XML file before any parser sees them: encoding, well-formedness
// (XML 1.0, 5th edition), limits. tinyxml2 accepts two roots, raw '&', full-width brackets and
// declared GBK, and knows no columns; this scanner does, and notes where each thing stands.

#include <compare>
#include <optional>
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

/// What can be read as it was meant: a full-width mark where markup needs the narrow one, an end tag whose name
/// is not quite that of its start tag.
struct Slip {
  Diagnostic told;
  std::size_t at = 0;           ///< byte offset
  std::string meant, written;   ///< what is put there, in place of what
};
/// What a full-width '<' in running text is taken for, where a name follows it.
enum class WideBracket { begins_tag, is_text };

/// One look at the bytes: it ends at the first slip, or at what makes the rest unreadable.
struct Scan {
  Positions found;
  Diagnostics diagnostics;   ///< without the slip
  std::optional<Slip> slip;  ///< where the scan ended
};
Scan scan(std::string_view bytes, const std::string& file, WideBracket bracket);

/// Bytes read as they were meant, with what was meant for each slip. Places hold: a mark is one character wide
/// either way, and after an end tag little stands on its line.
struct Reading {
  std::string mended;  ///< empty where nothing had to be replaced
  Positions found;
  Diagnostics slips;
};
/// `bytes` without a byte order mark. Refused where they are not well-formed even as they were meant.
Result<Reading> preflight(std::string_view bytes, const std::string& file);

/// Encoding only: nothing found when the bytes are UTF-8 and say so.
Diagnostics check_encoding(std::string_view bytes, const std::string& file);

}  // namespace anjuan::xml
