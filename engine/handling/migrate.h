#pragma once
// 迁移: running cases moved to the office's current definitions. First a plan for all of them, which
// writes nothing; then an act for each case, recorded whole or not at all, which can be taken back until
// the next act on that case.

#include <optional>
#include <string>
#include <vector>

#include "handling/act.h"
#include "handling/edition.h"
#include "handling/migration_map.h"
#include "handling/office.h"
#include "procedure/migration.h"

namespace anjuan::handling {

/// What becomes of the papers and sheets that a case may still make.
struct PaperMove {
  enum class Kind { added, changed, dropped, lacking };
  Kind kind = Kind::changed;
  std::string slot;
  Wording how = "";   ///< what is other about it; what waits for one that is lacking
};

/// One case of a plan.
struct CasePlan {
  CaseId id, round;
  std::string title, procedure;       ///< what lists call the case; its procedure's label
  int edition_was = 0, edition_is = 0;
  bool same_procedure = false;        ///< only templates, forms or rules differ
  std::optional<procedure::Migration> migration;
  std::vector<PaperMove> papers;
  Diagnostics reasons;                ///< why it cannot move; empty with `migration`
  ProcedureMap map;                   ///< what was applied: for the act
  /// A state that the case is in, or returns to, matched by its label under a new id; it stands in `map`.
  struct MatchedState {
    std::string label, was, is;
  };
  std::vector<MatchedState> matched;
};

/// Every live case that runs on another edition than `to`, or those asked for, in the order of a round
/// before its cases.
struct PlanRequest {
  const Library& to;
  const MigrationMap& map;
  std::vector<CaseId> only;           ///< empty: all
  Day on{};
};
Result<std::vector<CasePlan>> plan_migration(const Office&, cases::Reading&, const PlanRequest&);

/// Moves one case to the office's current edition. `reason`: why, in the person's words. Refused: what the
/// plan of the case says; a signatory who is not of this office; no reason.
struct MigrationOrder {
  ProcedureMap map;
  std::string reason;
};
Result<Receipt> migrate_case(Office&, const CaseId&, const MigrationOrder&, const Act&);

/// Takes a migration back: standing, edition and limits as before. Refused after the next act on the case.
Result<Receipt> undo_migration(Office&, const CaseId&, const std::string& reason, const Act&);

}  // namespace anjuan::handling
