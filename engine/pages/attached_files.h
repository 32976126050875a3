#pragma once
// Files that a PDF carries whole (ISO 32000-1, 7.11.4): a bound volume has its electronically signed papers
// so.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace anjuan::pages {

struct AttachedFile {
  std::string name, description, bytes;
};
/// In the order of the file's table of names. Refused: a file that is no PDF. `file` is for messages.
Result<std::vector<AttachedFile>> attached_files(std::string_view pdf, const std::string& file);

}  // namespace anjuan::pages
