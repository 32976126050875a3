#pragma once
// Inside a migration: a case's plan with what it was made from.

#include "cases/case.h"
#include "handling/migrate.h"

namespace anjuan::handling {

struct Planned {
  CasePlan plan;
  procedure::DefinitionPtr from, to;   ///< `to`: null where the procedure is gone
  cases::Case content;
  ProcedureMap map{};
};

/// The plan of one case alone; `map` names things of its procedure only.
Result<Planned> plan_case(const Office&, cases::Reading&, const Library& to, const CaseId&, const ProcedureMap& map, Day on);

/// A migration or its undo is dated like any act: not before the case was opened, nor before its last act
/// or migration.
Outcome not_before_last(cases::Reading&, const cases::Case&, Day on);

}  // namespace anjuan::handling
