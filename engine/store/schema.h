#pragma once
// The tables of an office and their version. Older versions are brought up step by step; a newer one
// is refused, as this software cannot know what it means.

#include "base/digest.h"
#include "base/result.h"
#include "store/database.h"

namespace anjuan::store {

/// The version of the tables this software writes (user_version of the database).
inline constexpr int schema_version = 1;

/// Makes the tables in an empty database. `kind`: the algorithm of the journal, the files and the row
/// digests; it holds for the life of the office.
Outcome create_schema(Database&, DigestKind kind);

/// The office's digest algorithm. Refused when the database is no office's, or a newer software's.
Result<DigestKind> check_schema(const Database&, const std::string& folder);

}  // namespace anjuan::store
