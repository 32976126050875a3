#pragma once
// The parts of a zip archive, unpacked under bounds: what an attacker could send must not fill the
// memory. Private to this module.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace anjuan::sheets {

inline constexpr std::size_t max_unpacked = std::size_t{64} << 20;
inline constexpr std::uint64_t max_ratio = 100;
inline constexpr std::int64_t max_entries = 1000;

/// The parts of a package by `part_key` of their names.
using Parts = std::map<std::string, std::string>;

/// Names of parts are compared without regard to case, and may be percent-encoded (ISO/IEC 29500-2, 6.2.2).
std::string part_key(std::string_view name);

/// All parts. Refuses what is no zip, what breaks a bound, and entry names that lead out of the archive.
Result<Parts> unpack(std::string_view bytes, const std::string& file);

}  // namespace anjuan::sheets
