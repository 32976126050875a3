#pragma once
// The rows of the registers (名录库): the four public lists and the ledger of checks. `others` holds the columns that a bureau adds by its
// mapping alone; `drawable` says whether a row stands in the base of a draw, else `why_not`.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/value.h"

namespace anjuan::registers {

enum class RegisterKind { targets, practitioners, inspectors, items, plan, checks };

/// 检查对象（机构）.
struct InspectionTarget {
  static constexpr RegisterKind kind = RegisterKind::targets;
  std::string id, trade, name;
  std::string uscc;  ///< unified social credit code, GB 32100-2015
  std::string licence_number, organisation_form, head, address, phone, section, status, risk_grade;
  bool enterprise = false;  ///< inspected under the rules for inspections of enterprises
  std::int64_t complaints = 0, penalties = 0, inspected_this_year = 0, practitioners = 0;
  std::optional<Day> founded, last_inspected, joined, left;
  std::string left_reason, remark;
  bool drawable = true;
  std::string why_not;
  Fields others;
  bool operator==(const InspectionTarget&) const = default;
};

/// 检查对象（执业人员）.
struct Practitioner {
  static constexpr RegisterKind kind = RegisterKind::practitioners;
  std::string id, trade, name, category, licence_number, target, target_name, status;
  std::string identity_number, phone;
  std::int64_t complaints = 0, penalties = 0;
  std::optional<Day> first_licensed, joined, left;
  std::string left_reason, remark;
  bool drawable = true;
  std::string why_not;
  Fields others;
  bool operator==(const Practitioner&) const = default;
};

/// 执法检查人员.
struct Inspector {
  static constexpr RegisterKind kind = RegisterKind::inspectors;
  std::string id, name, organisation, section, post;
  std::string certificate_number, qualification, issuer, certificate_status, status;
  std::optional<Day> certificate_from, certificate_until, joined;
  std::vector<std::string> interests;  ///< ids of the targets that he has declared an interest in
  std::string interest_reason, phone, remark;
  bool drawable = true;
  std::string why_not;
  Fields others;
  bool operator==(const Inspector&) const = default;
};

/// 抽查事项.
struct InspectionItem {
  static constexpr RegisterKind kind = RegisterKind::items;
  std::string id, name, trade, applies_to, content, basis, basis_state, authority, section, manner;
  Decimal sampling_rate;
  std::int64_t frequency = 0, yearly_cap = 0;
  std::string weight, level, form, channels, list_version, remark;
  std::optional<Day> effective;
  bool drawable = true;
  std::string why_not;
  Fields others;
  bool operator==(const InspectionItem&) const = default;
};

/// 年度抽查工作计划: one planned round.
struct PlannedRound {
  static constexpr RegisterKind kind = RegisterKind::plan;
  std::string id, name, items, trades, manner, period, section, remark;
  std::int64_t year = 0, planned = 0;
  bool drawable = true;
  std::string why_not;
  Fields others;
  bool operator==(const PlannedRound&) const = default;
};

/// 检查台账: a check of an object outside the draws of this office, whatever its kind.
struct RecordedCheck {
  static constexpr RegisterKind kind = RegisterKind::checks;
  std::string id, target, name, check_kind, manner, authority, round, remark;
  std::optional<Day> on;
  bool counts = true;  ///< towards the yearly cap (频次)
  bool covers = true;  ///< towards coverage
  bool drawable = true;  ///< an entry made by mistake is withdrawn, never deleted
  std::string why_not;
  Fields others;
  bool operator==(const RecordedCheck&) const = default;
};

/// Whether an inspector may be drawn for, and take part in, an inspection on `day`: he stands in the
/// register as serving, and `day` lies within the validity of his certificate, both ends included.
bool is_certificate_valid(const Inspector&, Day day);

}  // namespace anjuan::registers
