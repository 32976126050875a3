#pragma once
// The tables of an office and their version. Older versions are brought up step by step; a newer one
// is refused, as this software cannot know what it means.

#include "base/digest.h"
#include "base/result.h"
#include "store/database.h"

namespace anjuan::store {

/// The version of the tables this software writes (user_version of the database).
inline constexpr int schema_version = 3;
/// From this version on journal entries carry the seals of the rows that they write.
inline constexpr int first_with_recorded_rows = 3;

/// Makes the tables in an empty database. `kind`: the algorithm of the journal, the files and the row
/// digests; it holds for the life of the office.
Outcome create_schema(Database&, DigestKind kind);

/// What an office's database says of itself.
struct Schema {
  int version = 0;  ///< 1 to schema_version
  DigestKind kind = DigestKind::sha256;
};
/// Refused when the database is no office's, or a newer software's.
Result<Schema> check_schema(const Database&, const std::string& folder);

/// Brings the tables up to this software's version, in one transaction: wholly or not at all. To be called under
/// the write lock, with a connection for writing. There is no way back: older software refuses the office.
Outcome upgrade_schema(Database&, const std::string& folder);

/// Whether tables, indexes and triggers are declared as this software makes them: a trigger that was taken away
/// would let entries be deleted.
Outcome compare_schema(const Database&, const std::string& folder);

}  // namespace anjuan::store
