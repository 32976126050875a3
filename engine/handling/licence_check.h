#pragma once
// Completeness of a register (名录库): held against a list of licences from elsewhere, row by row, by the
// codes that never repeat.

#include <string>
#include <vector>

#include "handling/office.h"
#include "registers/mapping.h"

namespace anjuan::handling {

struct LicenceCheck {
  std::string label;           ///< of the register
  std::int64_t version = 0;
  std::string key;             ///< header of the column that both were compared by
  std::size_t in_list = 0, in_register = 0;
  struct Row {
    std::string key, name;
    int line = 0;              ///< in the list; 0: of the register
  };
  std::vector<Row> not_registered;  ///< in the list, not in the register
  std::vector<Row> not_listed;      ///< in the base of the register, not in the list
  std::vector<Row> out_of_base;     ///< in the list, in the register as out of the draw
  bool complete() const { return not_registered.empty(); }
};

/// `bytes`: CSV or XLSX with any columns of the register in any order, among them one that never repeats
/// (统一社会信用代码, 许可证号, …; not the bureau's own ids). Refused: none of them is there; no register.
Result<LicenceCheck> check_licences(const Office&, registers::RegisterKind, const std::string& bytes, const std::string& file);

}  // namespace anjuan::handling
