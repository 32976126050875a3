#include "handling/due.h"

#include <algorithm>
#include <tuple>

#include "cases/case_value.h"
#include "handling/printed_list.h"

namespace anjuan::handling {
namespace {

void in_order(std::vector<DueRow>& rows) {
  std::sort(rows.begin(), rows.end(), [](const DueRow& a, const DueRow& b) { return std::tie(a.due, a.id, a.label) < std::tie(b.due, b.id, b.label); });
}

Value ledger_rows(const std::vector<DueRow>& rows) {
  List out;
  for (const DueRow& r : rows) {
    out.push_back(Fields{{"编号", r.id.text()}, {"名称", r.title}, {"事项", r.label}, {"承办", r.unit}, {"起算日", r.from},
                         {"到期日", r.due}, {"剩余", left_of(r).zh}, {"依据", r.basis}, {"暂定", r.provisional}});
  }
  return out;
}

PrintedList ledger(const Office& office, const LedgerRequest& request) {
  return {office.bureau.papers.ledger_template,
          Fields{{"统计日期", request.on}, {"统计股室", request.unit}, {"期限", ledger_rows(request.rows)}}, request.on, request.printed};
}

}  // namespace

std::vector<DueRow> due_of(const cases::Case& c, const std::string& title, const calendar::WorkingCalendar& calendar, Day on) {
  std::vector<DueRow> rows;
  for (const auto& [id, limit] : c.standing.limits) {
    const calendar::Deadline deadline = calendar.deadline(limit.from, limit.limit);
    rows.push_back({c.id, title, limit.label.empty() ? id : limit.label, c.unit, limit.limit.basis.instrument + limit.limit.basis.article,
                    deadline.started, deadline.due, deadline.provisional, calendar.days_left(on, deadline.due), deadline.due < on});
  }
  in_order(rows);
  return rows;
}

Result<std::vector<DueRow>> list_due(cases::Reading& reading, const calendar::WorkingCalendar& calendar, Day on, const std::string& unit) {
  ANJUAN_TRY(const auto running, reading.select_cases({.unfinished = true}));
  std::vector<DueRow> rows;
  for (const cases::CaseRow& row : running) {
    for (DueRow& due : due_of(cases::case_from(row.body), row.title, calendar, on)) {
      if (unit.empty() || due.unit == unit) rows.push_back(std::move(due));
    }
  }
  in_order(rows);
  return rows;
}

Wording left_of(const DueRow& r) {
  const std::string n = std::to_string(r.days_left < 0 ? -r.days_left : r.days_left);
  if (r.overdue && r.days_left == 0) return {"已逾期", "overdue"};
  const std::string days = n + (n == "1" ? " working day" : " working days");
  if (r.overdue) return {"已逾期" + n + "个工作日", days + " overdue"};
  if (r.days_left == 0) return {"今日到期", "due today"};
  return {"还剩" + n + "个工作日", days + " left"};
}

Result<std::string> ledger_pdf(const Office& office, const LedgerRequest& request) { return list_pdf(office, ledger(office, request)); }

Result<std::string> ledger_workbook(const Office& office, const LedgerRequest& request) { return list_workbook(office, ledger(office, request)); }

}  // namespace anjuan::handling
