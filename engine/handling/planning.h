#pragma once
// Inside a migration: a case's plan with what it was made from.

#include "cases/case.h"
#include "handling/migrate.h"
#include "handling/why.h"

namespace anjuan::handling {

struct Planned {
  CasePlan plan;
  procedure::DefinitionPtr from, to;   ///< `to`: null where the procedure is gone
  cases::Case content;
  ProcedureMap map{};
  std::map<std::string, std::string> papers{};   ///< names under which the case's papers go on, where they are other
};

/// Names of papers that are other in the new version: as ordered, and those that keep their template unmistakably.
std::map<std::string, std::string> papers_renamed(const std::map<std::string, std::string>& ordered, const procedure::Definition& from,
                                                  const procedure::Definition& to);

/// view_case (why.h) with the case's papers under the names that `papers` gives them.
Result<CaseView> view_case_renamed(const Office&, cases::Reading&, const CaseId&, Day on, const std::map<std::string, std::string>& papers);

/// The plan of one case alone; `map` names things of its procedure only.
Result<Planned> plan_case(const Office&, cases::Reading&, const Library& to, const CaseId&, const ProcedureMap& map, Day on);

/// A migration or its undo is dated like any act: not before the case was opened, nor before its last act
/// or migration.
Outcome not_before_last(cases::Reading&, const cases::Case&, Day on);

}  // namespace anjuan::handling
