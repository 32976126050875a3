#pragma once
// Files that a command writes where its user asks for them.

#include <string>

#include "base/result.h"

namespace anjuan::cli {

/// Writes beside the file first and moves it into place, so that there is never half a file.
Outcome write_output(const std::string& path, const std::string& bytes);

/// Whether -o names a folder: it is one, or ends in a slash.
bool names_folder(const std::string& path);

/// The text as part of a file name: without what file systems do not take.
std::string file_name_of(const std::string& text);

}  // namespace anjuan::cli
