#include "cli/act_options.h"

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "cli/messages.h"
#include "cli/visible_files.h"
#include "handling/recording.h"

namespace anjuan::cli {

std::vector<OptionRule> act_options(bool with_values) {
  std::vector<OptionRule> out = {
      {"on", "日期", {"行为发生的日期，默认今天", "stated date of the act, default today"}},
      {"by", "人员", {"签署人（谁决定的）：编号或姓名", "signatory (who decided): id or name"}, true},
      {"late-reason", "理由", {"补录的理由：行为日期早于今天、超过本单位规定天数时必填", "why it is recorded late: needed beyond the days that the office allows"}},
      {"recorder", "人员", {"记录人，默认当前登录用户；只有演练时可以另写", "recorder, default the logged-in user; may be given in an exercise only"}}};
  if (with_values) out.push_back({"set", "名称=内容", {"填写一项，可写多次；@文件 读入文件", "fill in one value, may be repeated; @FILE reads a file"}, false, true});
  return out;
}

Result<std::string> recorder_name(const Terminal& terminal, const cases::Bureau& bureau) {
  for (const cases::Person& p : bureau.people) {
    if (p.os_user == terminal.user) return p.id.text();
  }
  if (bureau.exercise) return terminal.user;
  return diagnose(no_person_for_user, Place{}, terminal.user);
}

std::string recorded_as(const Terminal& terminal, const cases::Bureau& bureau) {
  const auto recorder = recorder_name(terminal, bureau);
  return recorder.ok() ? *recorder : "os-user=" + terminal.user;
}

namespace {

/// The case as it stands while the command reads it: an act that comes in between is not overlooked. 0 where
/// there is no case yet, or none is named.
Result<std::int64_t> version_seen(const OpenOffice& office, const CommandLine& line) {
  const std::string id = line.all("CASE").size() == 1 ? line.get("CASE") : "";
  if (id.empty()) return 0;
  ANJUAN_TRY(const auto reading, office.store->read());
  const auto row = reading->load_case(CaseId(id));
  if (!row.ok() && has_fault(row.diagnostics())) return row.diagnostics();
  return row.ok() ? row->version : 0;
}

}  // namespace

Result<handling::Act> read_act(const Terminal& terminal, const OpenOffice& office, const CommandLine& line) {
  handling::Act act;
  const std::string on = line.get("on");
  const auto day = on.empty() ? std::optional(day_of(terminal.now)) : parse_loose_day(on);
  if (!day) return diagnose(bad_date, Place{}, on);
  act.on = *day;
  act.signatory = line.get("by");
  act.recorded = terminal.now;
  act.late_reason = line.get("late-reason");
  ANJUAN_TRY(act.seen, version_seen(office, line));
  const cases::Bureau& bureau = *office.library.bureau;
  if (line.has("recorder") && bureau.exercise) {
    act.recorder = line.get("recorder");
    return act;
  }
  auto recorder = recorder_name(terminal, bureau);
  // Nobody of the office sat there: that somebody tried is recorded, under the system's name for him.
  act.recorder = recorded_as(terminal, bureau);
  if (recorder.ok() && line.has("recorder")) recorder = diagnose(recorder_is_the_user, Place{}, line.get("recorder"));
  if (!recorder.ok()) {
    act.event = line.get("EVENT");
    handling::Office mine = office.office();
    handling::record_refusal(mine, "event", CaseId(line.all("CASE").size() == 1 ? line.get("CASE") : ""), act, recorder.diagnostics());
    return recorder.diagnostics();
  }
  return act;
}

namespace {

/// A refusal of an act without the line of the definition that asks for it: a clerk does not write
/// definitions. Other files (a sheet, a table) keep their places.
Diagnostics for_clerks(Diagnostics all, const handling::Library& library) {
  for (Diagnostic& d : all) {
    const auto is_procedure = [&](const auto& known) { return known.second.file == d.place.file; };
    if (std::any_of(library.procedures.begin(), library.procedures.end(), is_procedure)) d.place = {};
  }
  return all;
}

}  // namespace

int tell(Terminal& terminal, const OpenOffice& office, const Result<handling::Receipt>& result) {
  if (!result.ok()) return report(terminal, for_clerks(result.diagnostics(), office.library));
  const auto files = write_visible(office, *result);
  const bool zh = terminal.language == Language::chinese;
  terminal.out << (zh ? "已记录（第" : "recorded (entry ") << result->journal_n << (zh ? "条）" : ")");
  if (!result->labels.empty()) terminal.out << (zh ? "，现在：" : ", now: ") << join(result->labels, "；");
  terminal.out << "\n";
  for (const std::string& note : result->notes) terminal.out << "  " << note << "\n";
  for (const handling::ToldLimit& limit : result->limits) {
    terminal.out << (zh ? "  期限：" : "  due: ") << limit.label << " " << iso(limit.due) << (!limit.provisional ? "" : zh ? "（暂定，待该年度放假安排公布后重算）" : " (provisional)") << "\n";
  }
  for (const CaseId& id : result->opened) terminal.out << (zh ? "  立案：" : "  opened: ") << id.text() << "\n";
  if (!files.ok()) {
    Diagnostics all = files.diagnostics();
    all.push_back(diagnose(recorded_without_copies, Place{}));
    return remark(terminal, all), status_fault;
  }
  remark(terminal, result->remarks);
  for (const std::string& file : *files) terminal.out << (zh ? "  文件：" : "  file: ") << office.folder << "/" << file << "\n";
  return status_done;
}

}  // namespace anjuan::cli
