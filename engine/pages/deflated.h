#pragma once

#include <string>
#include <string_view>

namespace anjuan::pages {

/// How much time is given to making it smaller. Outlines of glyphs hardly gain by more: 5 % of the size for
/// twice the time, and they are most of a paper.
enum class Effort { quick = 1, thorough = 6 };

/// The bytes as /FlateDecode unpacks them (zlib).
std::string deflated(std::string_view bytes, Effort effort = Effort::thorough);

}  // namespace anjuan::pages
