#pragma once
// The planted mistakes: what a store with that mistake would do, brought about between it and its libraries.

#include <string>

namespace anjuan::faults {

/// Whether a sync of this path is a pretence.
bool sync_is_skipped(const std::string& path);
/// Whether this rename is put off until after the COMMIT.
bool put_off(const std::string& from, const std::string& to);

}  // namespace anjuan::faults
