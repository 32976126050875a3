#pragma once
// Versions of a register: which one stood on a day, who decided on each and why, what changed between two,
// and when the yearly refresh (年度更新公开) is due.

#include <optional>
#include <string>
#include <vector>

#include "cases/case_store.h"
#include "handling/act.h"
#include "handling/due.h"
#include "handling/office.h"
#include "registers/mapping.h"
#include "registers/register.h"

namespace anjuan::handling {

/// The register's label as the office's definition has it; the kind where it is not defined.
std::string name_in_words(const registers::Mapping&, registers::RegisterKind);

/// The kind that a person names: "targets", "检查对象" or the label. Refused: none of them.
Result<registers::RegisterKind> register_kind(const registers::Mapping&, const std::string& word);

/// The version that stood at the end of a day: the latest dated on it or before; nothing before the first.
Result<std::optional<cases::RegisterRow>> register_on(cases::Reading&, const std::string& name, Day on);

/// One version, without its rows.
struct RegisterVersion {
  std::int64_t version = 0;
  Day on{};
  std::string reason, approver;  ///< approver: the name
  std::size_t rows = 0, in_base = 0;
  bool frozen = false;           ///< a draw used it
};
/// All versions, the first first.
Result<std::vector<RegisterVersion>> versions_of(const Office&, registers::RegisterKind);

/// What two versions of a register have differently; `to` 0: the latest, `from` 0: the one before it.
struct VersionDifference {
  std::int64_t from = 0, to = 0;
  std::string reason, approver;  ///< of the later one
  registers::Differences differences;
};
Result<VersionDifference> compare_versions(const Office&, registers::RegisterKind, std::int64_t from, std::int64_t to);

/// 经核对无变化: a version with the rows of the one before, as a recorded act. Refused: no version yet, no reason.
Result<RegisterVersion> confirm_unchanged(Office&, registers::RegisterKind, const std::string& reason, const Act&);

/// The registers whose yearly refresh is to be done by `on` or reminded of: the year after the latest version.
Result<std::vector<DueRow>> refreshes_due(cases::Reading&, const registers::Mapping&, const calendar::WorkingCalendar&, Day on);

/// What two versions differ in, as a paper or a workbook through the office's template.
struct DifferenceReport {
  std::string label;             ///< of the register
  VersionDifference difference;
  Day on{};
  Moment printed;
};
Result<std::string> difference_pdf(const Office&, const DifferenceReport&);
Result<std::string> difference_workbook(const Office&, const DifferenceReport&);

}  // namespace anjuan::handling
