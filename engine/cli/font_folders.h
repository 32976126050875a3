#pragma once
// Where fonts are looked for before those of the system.

#include <string>
#include <vector>

#include "base/text.h"
#include "cli/terminal.h"

namespace anjuan::cli {

/// The bureau's folders first, then the program's own.
inline std::vector<std::string> font_folders(const Terminal& terminal) {
  std::vector<std::string> folders = split(terminal.font_folder, ':');
  folders.push_back("/usr/local/share/fonts/anjuan");
  return folders;
}

}  // namespace anjuan::cli
