// anjuan due: what is due, overdue first; on the terminal, and as a ledger for the wall.

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "cli/case_words.h"
#include "cli/columns.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "handling/due.h"
#include "handling/list_publication.h"
#include "handling/register_versions.h"

namespace anjuan::cli {
namespace {

void print(Terminal& terminal, const std::vector<handling::DueRow>& rows, Day on) {
  const bool zh = terminal.language == Language::chinese;
  const auto overdue = std::count_if(rows.begin(), rows.end(), [](const auto& r) { return r.overdue; });
  if (rows.empty()) {
    terminal.out << terminal.say("没有未了的期限。\n", "No time limit is open.\n");
    return;
  }
  std::vector<std::vector<std::string>> lines{{zh ? "剩余" : "left", zh ? "到期日" : "due", zh ? "待办事项" : "what", zh ? "编号" : "id", zh ? "案件或任务" : "case",
                                               zh ? "承办" : "unit", zh ? "依据" : "basis"}};
  for (const handling::DueRow& r : rows) {
    const std::string mark = r.provisional ? (zh ? "（暂定）" : " (provisional)") : "";
    lines.push_back({handling::left_of(r).in(terminal.language), (zh ? official(r.due) : iso(r.due)) + mark, r.label, r.id.text(), r.title, r.unit, r.basis});
  }
  terminal.out << in_columns(lines);
  if (zh) terminal.out << "截至" << official(on) << "，未了期限 " << rows.size() << " 项，其中逾期 " << overdue << " 项。\n";
  else terminal.out << "as of " << iso(on) << ": " << rows.size() << " open, " << overdue << " overdue.\n";
}

/// The units that have limits, for the message when none has this name.
Outcome check_unit(cases::Reading& reading, const calendar::WorkingCalendar& calendar, Day on, const std::string& unit) {
  ANJUAN_TRY(const auto all, handling::list_due(reading, calendar, on, ""));
  std::vector<std::string> units;
  for (const handling::DueRow& r : all) {
    if (r.unit == unit) return Done{};
    if (!r.unit.empty() && std::find(units.begin(), units.end(), r.unit) == units.end()) units.push_back(r.unit);
  }
  return diagnose(unknown_unit, Place{}, unit, units.empty() ? Wording("—") : enumerated(units));
}

Outcome due(Terminal& terminal, const CommandLine& line) {
  ANJUAN_TRY(const Day on, asked_day(terminal, line.get("on")));
  ANJUAN_TRY(const auto office, open_office(terminal));
  ANJUAN_TRY(const auto reading, office->store->read());
  const std::string unit = line.get("unit");
  ANJUAN_TRY(auto rows, handling::list_due(*reading, *office->calendar, on, unit));
  if (unit.empty() && office->library.registers != nullptr) {  // the registers are the whole office's, once it has adopted its definitions
    ANJUAN_TRY(const auto refreshes, handling::refreshes_due(*reading, *office->library.registers, *office->calendar, on));
    ANJUAN_TRY(const auto lists, handling::lists_to_publish(*reading, *office->library.registers, *office->calendar, on));
    rows.insert(rows.end(), refreshes.begin(), refreshes.end());
    rows.insert(rows.end(), lists.begin(), lists.end());
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.due < b.due; });
  }
  if (rows.empty() && !unit.empty()) {
    ANJUAN_DO(check_unit(*reading, *office->calendar, on, unit));
  }
  const handling::LedgerRequest request{rows, on, unit, terminal.now};
  if (line.has("pdf")) {
    ANJUAN_TRY(const std::string ledger, handling::ledger_pdf(office->office(), request));
    ANJUAN_DO(write_output(line.get("pdf"), ledger));
  }
  if (line.has("xlsx")) {
    ANJUAN_TRY(const std::string ledger, handling::ledger_workbook(office->office(), request));
    ANJUAN_DO(write_output(line.get("xlsx"), ledger));
  }
  print(terminal, rows, on);
  for (const char* kind : {"pdf", "xlsx"}) {
    if (line.has(kind)) terminal.out << terminal.say("台账：", "ledger: ") << line.get(kind) << "\n";
  }
  return Done{};
}

int run_due(Terminal& terminal, const CommandLine& line) {
  const Outcome done = due(terminal, line);
  return done.ok() ? status_done : report(terminal, done.diagnostics());
}

}  // namespace

Command due_command() {
  return {{"due", {"期限台账：逾期的在前，还剩几个工作日", "what is due: overdue first, by working days left"}, {},
           {{"on", "日期", {"按哪一天计算，默认今天", "counted as of this date, default today"}},
            {"unit", "股室", {"只列一个股室的", "only those of one unit"}},
            {"pdf", "文件", {"同时写成张贴用的台账（横向一页纸宽）", "also write the ledger for the wall as PDF"}},
            {"xlsx", "文件", {"同时写成电子表格", "also write it as a workbook"}}}}, run_due};
}

}  // namespace anjuan::cli
