#pragma once
// 迁移对照: what a new version of a procedure calls otherwise, and the values it needs. Written by legal
// staff in a file, or given on the command line.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/value.h"
#include "xml/outline.h"

namespace anjuan::handling {

/// Of one procedure. Values are texts as people write them; they are read by the type of their item.
struct ProcedureMap {
  std::string to;   ///< the procedure's new name; "" the same
  std::map<std::string, std::vector<std::string>> states;
  std::map<std::string, std::string> data, limits, papers, values;   ///< a limit to "": it ends
};

struct MigrationMap {
  ProcedureMap any;                          ///< of whichever procedure has these names
  std::map<std::string, ProcedureMap> of;    ///< by the procedure's name
};

/// What concerns one procedure: its own, then of `any` what its old and new definition know.
ProcedureMap map_of(const MigrationMap&, const std::string& procedure);

const xml::Outline& migration_outline();
Result<MigrationMap> load_migration_map(std::string_view xml, const std::string& file);
/// "旧=新" or "旧=新一+新二", of states, a time limit or a paper, into `any`. Refused: no =, nothing behind it, twice.
Outcome add_state(MigrationMap&, const std::string& pair);
/// "名称=内容" into the values of `any`.
Outcome add_value(MigrationMap&, const std::string& pair);

/// The form for the journal, and back.
Value to_value(const ProcedureMap&);
ProcedureMap procedure_map_from(const Value&);

}  // namespace anjuan::handling
