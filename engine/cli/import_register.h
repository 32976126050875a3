#pragma once
// A register file becomes a new version of the register, as a recorded act.

#include <string>

#include "cli/office_folder.h"
#include "handling/act.h"

namespace anjuan::cli {

struct RegisterFile {
  std::string path, bytes, reason;
  bool skip_bad_rows = false;
};
/// What to tell: one line, and the remarks (rows that are out, rows left out).
struct ImportTold {
  Wording line;
  Diagnostics remarks;
};
/// `kind`: targets, practitioners, inspectors, items, or their Chinese names.
Result<ImportTold> import_register(const OpenOffice&, const std::string& kind, const RegisterFile&, const handling::Act&);

}  // namespace anjuan::cli
