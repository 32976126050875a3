#pragma once
// The first screen after a play: what happened in a round, in seven lines with real counts.

#include <string>
#include <vector>

#include "cli/office_folder.h"
#include "cli/terminal.h"

namespace anjuan::cli {

struct PlayNotes {
  std::string title;
  std::vector<std::string> refusals;
  std::vector<Wording> imports;
  std::string folder;
};

int print_summary(Terminal&, const OpenOffice&, const PlayNotes&);

}  // namespace anjuan::cli
