#pragma once
// 备份: a folder that receives the office again and again. Files are kept by their digests, so that those that
// are there already are not copied again; of the database each backup keeps a copy of its own, named by the
// journal's head. Nothing in the folder is ever overwritten but by what it was.
//   files/ab/cdef…           as in the office
//   copies/000000221-3e23c9fe30a88e58.db   the database as it stood after entry 221

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "journal/journal.h"
#include "store/layout.h"

namespace anjuan::store {

struct BackedUp {
  journal::Head head;
  std::int64_t copied = 0, kept = 0;  ///< files: brought now, there already
  std::int64_t mended = 0;            ///< of those brought: they were there, but no longer what they were
  std::int64_t bytes = 0;             ///< of the files brought now
  Diagnostics missing;                ///< files that the office itself has lost: all else is in the backup
};

/// Files that are in a backup already are known by size; these are also read and held against their digests, and copied
/// anew where the disk has lost them: a sixteenth of all, another one at each backup, or every one.
enum class Reread { some, all };

/// Copies the office in `folder` as it stands at one moment into the backup folder `to` (missing, empty, or a backup
/// of this office). People go on working; an act begun meanwhile waits until the database is copied. Refused: `to`
/// holds something else, or a backup whose journal is not the beginning of this one: somebody changed one of the two.
Result<BackedUp> back_up(const std::string& folder, const std::string& to, Reread = Reread::some);

/// A copy in a backup.
struct Copy {
  std::int64_t n = 0;        ///< journal entry it goes to
  std::string digest_begins; ///< of that entry
  Layout layout;             ///< where `verify_store` reads it
};
/// Oldest first. Refused: the folder is no backup.
Result<std::vector<Copy>> copies_in(const std::string& backup);

/// The copy that goes to entry `n`; 0: the latest.
Result<Copy> find_copy(const std::string& backup, std::int64_t n);

/// Makes an office in `folder` (missing or empty) from a copy, built beside and moved into place. Each file is held
/// against its digest on the way; what is missing in the backup is told, all else is in the office.
Result<BackedUp> restore(const Copy&, const std::string& folder);

}  // namespace anjuan::store
