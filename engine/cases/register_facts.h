#pragma once
// Register rows as facts: what a case knows of its target and its team, under the names that
// procedures and templates use. Taken when the case is opened, so that a later register version does
// not change an old case.

#include "registers/register.h"

namespace anjuan::cases {

Value target_fact(const registers::InspectionTarget&);
Value inspector_fact(const registers::Inspector&);

/// 名录: pool figures before any draw: {机构数, 人员数, 人员: [{编号, 姓名}] whose certificates are valid, 行业: [{业务类别, 在库, 基数}]}. Base: drawable on the day.
Value register_fact(const std::vector<registers::InspectionTarget>&, const std::vector<registers::Inspector>&, Day on);

}  // namespace anjuan::cases
