#pragma once
// The read-only names that expressions and templates may use besides a procedure's own data: the
// office, the target, the team, the draw, the papers, who signs and who records.

#include <optional>

#include "base/value.h"
#include "cases/bureau.h"
#include "cases/case.h"
#include "expression/expression.h"
#include "journal/journal.h"

namespace anjuan::cases {

/// Everything facts are made from. `round` is the round of a case, null for a round itself.
struct Surroundings {
  const Bureau& bureau;
  const Case* round = nullptr;
  std::optional<Day> on;
  Value signatory, recorder;   ///< {编号, 姓名, 职务, 单位}
  Value registers;             ///< 名录 (register_facts.h); empty where nothing is imported
};

/// Names and types, for the check of definitions and templates. `kind`: "round" or "case".
expression::Names fact_names(const Bureau&, std::string_view kind);

/// The facts of this moment.
Fields facts_of(const Case&, const Surroundings&);

/// 记录: {序号, 链首} of the last entry before the act that makes a paper; the act's own entry holds the
/// digest of the paper and so comes after it.
Value journal_fact(const journal::Head&);
/// Names and types that only papers have: 文号, 成文日期, 受文者, 记录.
expression::Names names_of_papers_only();

/// 文书.<slot>
Value paper_fact(const Paper&);

}  // namespace anjuan::cases
