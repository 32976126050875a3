#pragma once
// 期限台账: what is due, for whom, by working days left. Limits are counted with the calendar of
// today, so that one that was provisional becomes definite when its year's calendar arrives.

#include <string>
#include <vector>

#include "cases/case.h"
#include "handling/office.h"

namespace anjuan::handling {

/// One running time limit.
struct DueRow {
  CaseId id;                   ///< the case or round
  std::string title;           ///< what lists call it
  std::string label;           ///< what is to be done: 完成检查报告
  std::string unit;            ///< 承办股室, "" of a round
  std::string basis;           ///< "《…细则》第十条", "" none
  Day from{}, due{};           ///< start (not counted), last day still in time
  bool provisional = false;    ///< 暂定
  std::int64_t days_left = 0;  ///< working days in (on, due]; below 0 where `due` has passed
  bool overdue = false;        ///< `due` lies before the day asked about
};

/// The open limits of one case, as seen on `on`; earliest first.
std::vector<DueRow> due_of(const cases::Case&, const std::string& title, const calendar::WorkingCalendar&, Day on);

/// The open limits of all cases that are not finished; overdue first, then by due day. `unit`: only
/// those of one 股室; "" all.
Result<std::vector<DueRow>> list_due(cases::Reading&, const calendar::WorkingCalendar&, Day on, const std::string& unit);

/// 已逾期3个工作日 / 今日到期 / 还剩5个工作日.
Wording left_of(const DueRow&);

/// A ledger to be printed or filed.
struct LedgerRequest {
  std::vector<DueRow> rows;
  Day on{};
  std::string unit;   ///< "" all
  Moment printed;     ///< the only time in the file
};
/// The ledger through the office's own template. Refused: the office names none, or one that is not
/// among the definitions.
Result<std::string> ledger_pdf(const Office&, const LedgerRequest&);
/// The same rows as a workbook.
Result<std::string> ledger_workbook(const Office&, const LedgerRequest&);

}  // namespace anjuan::handling
