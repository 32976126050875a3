#pragma once
// 档号 (DA/T 22-2015, for volumes DA/T 13-2022): composed from the pattern of the rules.

#include <cstdint>
#include <string>

#include "base/result.h"
#include "dossier/dossier_rules.h"

namespace anjuan::dossier {

/// The parts of an archival code. The names under which a pattern may use them are those in the
/// comments; a pattern may leave some out.
struct ArchivalParts {
  std::string fonds;        ///< 全宗号
  int year = 0;             ///< 年度
  Period period;            ///< 保管期限 (its code)
  std::string unit;         ///< 机构: code of the organ or business
  std::int64_t serial = 0;  ///< under the name the rules give (案卷号, 件号)
};

/// Within a series the serials run from 1 without gaps: the pattern filled as far as the serial.
/// Names the number book from which the caller takes the serial. `parts.serial` is not used.
Result<std::string> archival_series(const DossierRules&, const ArchivalParts&);

/// The whole code, e.g. 0045-ZY·2026-D30-JDG-0012. Refused: a part that the pattern asks for and is
/// not given; a serial with more digits than the pattern has.
Result<std::string> archival_code(const DossierRules&, const ArchivalParts&);

}  // namespace anjuan::dossier
