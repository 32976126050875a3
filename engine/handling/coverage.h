#pragma once
// 年度覆盖: two counts that are never mixed. Coverage: how many distinct objects of a trade were checked
// this year, against the share that the procedure asks for. Burden: how often each object was visited,
// against its yearly cap.

#include <optional>
#include <string>
#include <vector>

#include "handling/office.h"
#include "handling/plan_progress.h"
#include "registers/mapping.h"

namespace anjuan::handling {

/// One trade (行业) in one year.
struct TradeCoverage {
  std::string trade;
  std::int64_t base = 0;       ///< 正常执业 institutions
  std::string percent;         ///< the share asked for, as the procedure writes it
  std::int64_t needed = 0;     ///< ceil(base · share), at least the trade's least number
  std::int64_t checked = 0;    ///< distinct objects of the base, drawn or checked
  std::int64_t open = 0;       ///< of these, with a case that is not finished
  std::int64_t missing() const { return checked < needed ? needed - checked : 0; }

  std::int64_t cap = 0;        ///< 频次上限
  std::int64_t visits = 0;     ///< of all its objects together
  std::int64_t most = 0;       ///< of one object
  std::int64_t at_cap = 0, over_cap = 0;  ///< objects
};

/// An object of the base that was not checked for years.
struct UncheckedObject {
  std::string id, name, trade;
  std::optional<Day> last;
};

/// An object that was visited more often than the cap.
struct OverVisited {
  std::string id, name, trade;
  std::int64_t visits = 0, cap = 0;
};

struct Coverage {
  int year = 0;
  Day on{};
  std::int64_t register_version = 0;
  std::vector<TradeCoverage> trades;        ///< in the order of the register definition
  std::vector<UncheckedObject> unchecked;   ///< the longest ago first
  std::vector<OverVisited> over;
  std::vector<PlannedProgress> planned;     ///< of this year's plan, in its order; empty without a plan
  std::int64_t checks = 0, random = 0;      ///< of all kinds; drawn at random
  std::int64_t random_share = 0;            ///< percent that the random ones should be; 0: not asked
  bool mostly_random() const { return random * 100 >= checks * random_share; }
  std::int64_t unchecked_years = 0;
  Day year_end{}, warn_from{};
  std::int64_t working_days_left = 0;       ///< to the end of the year; below 0 after it
  bool warned() const { return on >= warn_from; }
};

/// The year as it stands on `on`, by the register of targets of that day. Refused: no register of targets
/// by then; a trade for which no procedure says a share.
Result<Coverage> coverage_of(const Office&, int year, Day on);

/// The same as a paper through the office's template, and as a workbook.
struct CoverageRequest {
  Coverage coverage;
  Moment printed;
};
Result<std::string> coverage_pdf(const Office&, const CoverageRequest&);
Result<std::string> coverage_workbook(const Office&, const CoverageRequest&);

}  // namespace anjuan::handling
