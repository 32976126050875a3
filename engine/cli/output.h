#pragma once
// Files that a command writes where its user asks for them.

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace anjuan::cli {

/// Writes beside the file first and moves it into place, so that there is never half a file; into a device or a
/// pipe directly.
Outcome write_output(const std::string& path, const std::string& bytes);
/// The same of a file that is made piece by piece; what `make` refuses leaves no file.
Outcome write_output(const std::string& path, const std::function<Outcome(const std::function<Outcome(std::string_view)>&)>& make);

/// Whether -o names a folder: it is one, or ends in a slash.
bool names_folder(const std::string& path);

/// The text as part of a file name: without what file systems do not take.
std::string file_name_of(const std::string& text);

}  // namespace anjuan::cli
