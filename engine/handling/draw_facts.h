#pragma once
// Between registers and draw: who is who, what a draw's files say as facts for papers, and the
// files computed anew.

#include <string>
#include <vector>

#include "draw/draw.h"
#include "handling/work.h"
#include "registers/register.h"

namespace anjuan::handling {

/// The registers as the draw and its cases need them.
struct DrawPeople {
  registers::Register<registers::InspectionTarget> targets;
  registers::Register<registers::Inspector> inspectors;

  Result<Value> target(const std::string& id) const;                        ///< 对象
  Result<Value> team(const std::vector<std::string>& inspector_ids) const;  ///< 检查人员
  const std::string& name_of_target(const std::string& id) const;
  const std::string& name_of_inspector(const std::string& id) const;
};
using PeopleRead = std::shared_ptr<const DrawPeople>;
/// Read once in an act, however many papers it makes. Refused: a register that was never imported.
Result<PeopleRead> read_people(Work&);
/// The same; null where a register was never imported.
Result<PeopleRead> people_if_any(Work&);

/// What was drawn by hand, as a result without tickets; the lots were held against the list before.
draw::DrawResult result_of_lots(const draw::FrozenList&, const std::string& lots);

/// The result of a record's files, computed anew: the stored result is never trusted.
Result<draw::DrawResult> recompute(const cases::DrawRecord&);

/// The result as it was opened, before any event: its digest stands in the next list and on the witness's page.
Result<std::string> first_result(const cases::DrawRecord&);

/// 抽取 as documents use it; `reasons`: reason code → words.
Value draw_fact(const cases::DrawRecord&, const CaseId& round, const DrawPeople&, const Fields& reasons, const Fields& freeze_facts);

/// "2026-1-03": the number of the case whose target stands at this place in the order of assignment.
std::string case_number(const CaseId& round, std::size_t place);

/// Opens a case or a round: enters its procedure's first states.
Outcome start_case(Work&, cases::Case);

}  // namespace anjuan::handling
