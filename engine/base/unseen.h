#pragma once
// Characters that nobody sees and no record should hold.

#include <optional>
#include <string>
#include <string_view>

namespace anjuan {

/// The first of them, as "U+202E": controls but tab and line ends, marks that turn the direction of writing, marks
/// without width that make two names look the same. The text is valid UTF-8.
std::optional<std::string> unseen_character(std::string_view utf8);

}  // namespace anjuan
