#pragma once
// 年度计划执行: which planned rounds of a year were begun, and how many objects they drew.

#include <string>
#include <vector>

#include "cases/case_store.h"
#include "registers/mapping.h"

namespace anjuan::handling {

struct PlannedProgress {
  std::string id, task, trades;     ///< as the plan has them
  std::int64_t planned = 0;         ///< 拟抽数
  std::vector<std::string> rounds;  ///< that carry it out; none: not begun
  std::int64_t drawn = 0;           ///< objects of their draws that hold
};

/// The rows of the year's plan as of `on`. A round says in a datum of its own (plan-data in the register
/// definition) which row it carries out. Empty where there is no plan, or no such datum is named.
Result<std::vector<PlannedProgress>> plan_progress(cases::Reading&, const registers::Mapping&, int year, Day on);

}  // namespace anjuan::handling
