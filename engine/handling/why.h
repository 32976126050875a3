#pragma once
// 为什么: what a case waits for, from whom, by when, on which basis; and what was refused lately. For
// people who ask: nothing is changed.

#include <string>
#include <vector>

#include "cases/case.h"
#include "handling/due.h"
#include "procedure/procedure.h"

namespace anjuan::handling {

/// A case as those see it who ask about it on a day.
struct CaseView {
  cases::Case content;
  std::string title;
  procedure::DefinitionPtr definition;
  Fields facts;
};
/// Refused when there is no such case.
Result<CaseView> view_case(const Office&, cases::Reading&, const CaseId&, Day on);

/// Something that can be done next, and who may.
struct NextAct {
  procedure::Opportunity what;
  std::vector<std::string> people;  ///< names; empty where `outside` or `anybody`, or where nobody may
  bool outside = false;             ///< a person outside the office
  bool anybody = false;             ///< no role is asked for
  std::string basis;                ///< "《…细则》第九条", "" none
};
/// What a person may do next. Left out is what the system raises itself: time limits, messages, the
/// signing and service of papers.
std::vector<NextAct> next_acts(const CaseView&, const Office&, Day on);

/// An attempt that was refused, as the journal has it.
struct RefusedAct {
  std::int64_t n = 0;
  Day on{};
  std::string event, signatory, recorder;
  std::vector<Wording> because;
};
/// The latest `most` refusals of a case, latest first.
std::vector<RefusedAct> refused_lately(const std::vector<journal::Entry>&, const CaseId&, std::size_t most);

/// Papers that still wait to be signed or served.
std::vector<const cases::Paper*> unsigned_papers(const cases::Case&);
std::vector<const cases::Paper*> unserved_papers(const cases::Case&);

}  // namespace anjuan::handling
