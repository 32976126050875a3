#pragma once
// The few calls to the file system that must be durable, each with an outcome. An fsync that failed
// is never tried again: the system may have dropped the unwritten pages and would then report success.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/result.h"

namespace anjuan::store::disk {

/// Takes a piece of a file; what it refuses ends the writing.
using Sink = std::function<Outcome(std::string_view)>;
/// Hands a file over piece by piece.
using PieceWriter = std::function<Outcome(const Sink&)>;

/// A fault: what was being done, on which path, and the system's reason (errno) in both languages; a link in the place of
/// a file or folder is told as such.
Diagnostic fault(Wording doing, const std::string& path, int error);

/// A fault where there is a link. What is missing, or is something else, is left to whoever opens it.
Outcome check_not_link(const std::string& path);
/// A fault where there is something else than a file. What is missing is left to whoever opens it.
Outcome check_plain_file(const std::string& path);
/// Makes a folder only its owner can enter. An existing one is accepted; a fault where a link or a file is in its place.
Outcome make_folder(const std::string& path);
/// Makes names in a folder (new, renamed, removed) durable.
Outcome sync_folder(const std::string& path);
/// Writes a new file only its owner can read, durable but for its name. Refused if it exists.
Outcome write_new_file(const std::string& path, std::string_view bytes);
/// The same for a file that `write` hands over piece by piece.
Outcome write_new_file(const std::string& path, const PieceWriter& write);
/// Makes the content of a file durable that somebody else wrote.
Outcome sync_file(const std::string& path);
/// A new file with the same bytes, piece by piece; as `write_new_file`.
Outcome copy_file(const std::string& from, const std::string& to);
/// Of a regular file; -1 where there is none.
std::int64_t size_of(const std::string& path);
Outcome rename(const std::string& from, const std::string& to);
void remove(const std::string& path);  ///< a file, as far as that is possible
/// The whole content of a regular file; links are not followed.
Result<std::string> read_file(const std::string& path);

bool exists(const std::string& path);
bool is_empty_folder(const std::string& path);  ///< a link to one is none
/// Removes the files (not folders) in a folder, as far as that is possible; a link to a folder is not followed.
void sweep(const std::string& folder);

}  // namespace anjuan::store::disk
