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

/// Name of each .xml and .rels part → its bytes. Refuses what is no zip, what breaks a bound, and
/// entry names that lead out of the archive.
Result<std::map<std::string, std::string>> unpack(std::string_view bytes, const std::string& file);

}  // namespace anjuan::sheets
