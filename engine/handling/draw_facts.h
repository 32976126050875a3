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
Result<DrawPeople> read_people(Work&);

/// The result of a record's files, computed anew: the stored result is never trusted.
Result<draw::DrawResult> recompute(const cases::DrawRecord&);

/// 抽取 as documents use it; `reasons`: reason code → words.
Value draw_fact(const cases::DrawRecord&, const CaseId& round, const DrawPeople&, const Fields& reasons, const Fields& freeze_facts);

/// Opens a case or a round: enters its procedure's first states.
Outcome start_case(Work&, cases::Case);

}  // namespace anjuan::handling
