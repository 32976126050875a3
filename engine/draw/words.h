#pragma once
// The words that the files of a draw use for choices, in the order of their enumerators.

#include <array>
#include <string_view>

namespace anjuan::draw {

inline constexpr std::array<std::string_view, 2> hash_words{"sha256", "sm3"};
inline constexpr std::array<std::string_view, 3> mode_words{"draw", "must", "skip"};
inline constexpr std::array<std::string_view, 2> status_words{"in", "out"};
inline constexpr std::array<std::string_view, 5> source_words{"secret", "beacon", "d6", "d10", "lottery"};
inline constexpr std::array<std::string_view, 2> event_words{"withdraw", "drop-object"};
inline constexpr std::array<std::string_view, 5> section_words{"stratum", "object", "inspector", "conflict",
                                                               "contributor"};

}  // namespace anjuan::draw
