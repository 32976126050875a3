#pragma once
// What a year has seen so far: checks of each object by every kind of check, and what each inspector
// has carried. Three sources that never overlap: the draws of this office, the checks entered in its
// register of checks, and the number that the register of targets brought along from elsewhere.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "cases/case_store.h"
#include "registers/mapping.h"
#include "registers/register.h"

namespace anjuan::handling {

/// The checks of one object within a year.
struct ObjectYear {
  std::int64_t visits = 0;   ///< that count towards the yearly cap (频次)
  bool checked = false;      ///< drawn or checked, whatever the manner (覆盖)
  bool open = false;         ///< a case of this year is not finished
  std::optional<Day> last;   ///< the latest check of any year that is known
};

struct YearSoFar {
  std::map<std::string, ObjectYear, std::less<>> objects;
  std::map<std::string, std::int64_t, std::less<>> loads;  ///< inspections by inspector, from the draws

  /// Visits of one object, with those that its row brought along in this year.
  std::int64_t visits(const registers::InspectionTarget&) const;
  std::int64_t checks = 0;         ///< of this office and its register of checks, whatever their kind
  std::int64_t random = 0;         ///< of these, drawn at random (双随机): no directed ones
  std::int64_t brought_in_year = 0;  ///< the year that 已检查次数 of the register's version speaks of
  int year = 0;
};

/// Counts the year from the store. `targets`: the register whose own numbers are counted along; `until`:
/// later draws and checks are left out.
Result<YearSoFar> count_year(cases::Reading&, const registers::Register<registers::InspectionTarget>& targets, const registers::YearRules&, int year, Day until);

}  // namespace anjuan::handling
