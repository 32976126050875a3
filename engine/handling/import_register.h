#pragma once
// A register file becomes a new version of the register, as a recorded act; or only what it would change
// is told.

#include <cstdint>
#include <memory>
#include <string>

#include "handling/act.h"
#include "handling/office.h"
#include "registers/mapping.h"
#include "registers/register.h"

namespace anjuan::handling {

struct RegisterFile {
  std::string path, bytes, reason;  ///< path: for messages; reason: why this version is made
  bool skip_bad_rows = false;
  bool only_show = false;           ///< tells the differences, changes nothing
  std::shared_ptr<const registers::Mapping> columns{};  ///< for this file alone; null: the office's own
};

/// The version that came of it, or would.
struct ImportedRegister {
  std::string name;    ///< "targets"
  Wording label = "";  ///< 检查对象 / targets
  std::size_t rows = 0, left_out = 0;
  std::int64_t version = 0;
  bool first = false;      ///< there was no version before
  bool applied = false;
  registers::Differences differences;  ///< from the version before
  Diagnostics remarks;  ///< rows that are out of the draw, rows left out
};

/// `kind`: targets, practitioners, inspectors, items, plan, checks, or their Chinese names. Refused: another
/// kind; a file that cannot be used; bad rows that are not to be left out; a row of the version before that
/// is not there; no reason.
Result<ImportedRegister> import_register(Office&, const std::string& kind, const RegisterFile&, const Act&);

}  // namespace anjuan::handling
