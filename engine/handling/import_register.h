#pragma once
// A register file becomes a new version of the register, as a recorded act.

#include <cstdint>
#include <string>

#include "handling/act.h"
#include "handling/office.h"

namespace anjuan::handling {

struct RegisterFile {
  std::string path, bytes, reason;  ///< path: for messages; reason: why this version is made
  bool skip_bad_rows = false;
};

/// The version that came of it.
struct ImportedRegister {
  std::string name;    ///< "targets"
  Wording label = "";  ///< 检查对象 / targets
  std::size_t rows = 0, added = 0, changed_fields = 0, left_out = 0;
  std::int64_t version = 0;
  Diagnostics remarks;  ///< rows that are out of the draw, rows left out
};

/// `kind`: targets, practitioners, inspectors, items, or their Chinese names. Refused: another kind; a
/// file that cannot be used; bad rows that are not to be left out.
Result<ImportedRegister> import_register(Office&, const std::string& kind, const RegisterFile&, const Act&);

}  // namespace anjuan::handling
