#pragma once
// The kinds of register by the type of their rows, so that what is done to one is written once for all.

#include <array>
#include <type_traits>

#include "base/check.h"
#include "registers/rows.h"

namespace anjuan::handling {

struct RegisterName {
  registers::RegisterKind kind;
  const char *id, *chinese;
};
/// In the order people list them.
inline const std::array<RegisterName, 6>& register_names() {
  using Kind = registers::RegisterKind;
  static const std::array<RegisterName, 6> names{{{Kind::targets, "targets", "检查对象"},
                                                  {Kind::practitioners, "practitioners", "执业人员"},
                                                  {Kind::inspectors, "inspectors", "执法检查人员"},
                                                  {Kind::items, "items", "抽查事项"},
                                                  {Kind::plan, "plan", "年度计划"},
                                                  {Kind::checks, "checks", "检查台账"}}};
  return names;
}

/// Calls `act` with std::type_identity of the row type of the kind.
template <class Act>
auto with_row(registers::RegisterKind kind, Act act) {
  using Kind = registers::RegisterKind;
  switch (kind) {
    case Kind::targets:
      return act(std::type_identity<registers::InspectionTarget>());
    case Kind::practitioners:
      return act(std::type_identity<registers::Practitioner>());
    case Kind::inspectors:
      return act(std::type_identity<registers::Inspector>());
    case Kind::items:
      return act(std::type_identity<registers::InspectionItem>());
    case Kind::plan:
      return act(std::type_identity<registers::PlannedRound>());
    case Kind::checks:
      break;
  }
  return act(std::type_identity<registers::RecordedCheck>());
}

}  // namespace anjuan::handling
