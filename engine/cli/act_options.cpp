#include "cli/act_options.h"

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "cases/case_value.h"
#include "cli/messages.h"
#include "cli/visible_files.h"
#include "procedure/procedure.h"
#include "sheets/sheets.h"

namespace anjuan::cli {
namespace {

/// Types of all inputs that transitions for this event ask for, whatever the state.
std::map<std::string, expression::Type> input_types(const procedure::Definition& d, const std::string& event) {
  std::map<std::string, expression::Type> out;
  for (const procedure::Transition& t : d.transitions) {
    if (std::find(t.events.begin(), t.events.end(), event) == t.events.end()) continue;
    for (const procedure::Input& input : t.inputs) {
      const procedure::DataItem* item = input.of_data ? d.data_item(input.name) : nullptr;
      out.emplace(input.name, item ? item->type : input.type);
    }
  }
  return out;
}

/// A table's rows as records by header; the values stay text.
Result<Value> read_table(const std::string& path) {
  std::string bytes;
  if (!read_whole(path, bytes)) return diagnose(cannot_read, Place{}, path);
  Result<sheets::Table> table = diagnose(cannot_read, Place{}, path);
  if (path.ends_with(".xlsx")) {
    ANJUAN_TRY(const sheets::ReadWorkbook book, sheets::read_xlsx(bytes, path));
    table = sheets::table_of(book, path);
  } else {
    table = sheets::read_csv(bytes, path);
  }
  if (!table.ok()) return table.diagnostics();
  List rows;
  for (const auto& row : table->rows) {
    Fields record;
    for (std::size_t i = 0; i < table->header.size(); ++i) record.insert_or_assign(table->header[i], Value(row.cells[i]));
    rows.push_back(std::move(record));
  }
  return Value(std::move(rows));
}

Result<Value> read_one(const std::string& text, const expression::Type* type, const std::string& name) {
  if (text.starts_with("@") && (text.ends_with(".csv") || text.ends_with(".xlsx"))) return read_table(text.substr(1));
  if (text.starts_with("@")) {
    std::string bytes;
    if (!read_whole(text.substr(1), bytes)) return diagnose(cannot_read, Place{}, text.substr(1));
    return Value(std::string(trim(bytes)));
  }
  if (!type) return Value(text);
  return expression::read_value(text, *type, Place{"", 0, 0, name});
}

}  // namespace

std::vector<OptionRule> act_options(bool with_values) {
  std::vector<OptionRule> out = {
      {"on", "日期", {"行为发生的日期，默认今天", "stated date of the act, default today"}},
      {"by", "人员", {"签署人（谁决定的）：编号或姓名", "signatory (who decided): id or name"}, true},
      {"recorder", "人员", {"记录人，默认当前登录用户；只有演练时可以另写", "recorder, default the logged-in user; may be given in an exercise only"}}};
  if (with_values) out.push_back({"set", "名称=内容", {"填写一项，可写多次；@文件 读入文件", "fill in one value, may be repeated; @FILE reads a file"}, false, true});
  return out;
}

Result<Fields> read_values(const OpenOffice& office, const std::string& case_id, const std::string& event, const std::vector<std::string>& pairs) {
  ANJUAN_TRY(const std::unique_ptr<cases::Reading> reading, office.store->read());
  ANJUAN_TRY(const cases::CaseRow row, reading->load_case(CaseId(case_id)));
  ANJUAN_TRY(const auto definition, handling::definition_of(office.office(), *reading, cases::case_from(row.body)));
  const std::map<std::string, expression::Type> types = input_types(*definition, event);
  Fields values;
  Diagnostics wrong;
  for (const std::string& pair : pairs) {
    const auto equals = pair.find('=');
    if (equals == std::string::npos || equals == 0) {
      wrong.push_back(diagnose(bad_setting, Place{}, pair));
      continue;
    }
    const std::string name(trim(pair.substr(0, equals)));
    const auto type = types.find(name);
    auto value = read_one(std::string(trim(pair.substr(equals + 1))), type == types.end() ? nullptr : &type->second, name);
    if (value.ok()) values.insert_or_assign(name, std::move(*value));
    else wrong.insert(wrong.end(), value.diagnostics().begin(), value.diagnostics().end());
  }
  if (!wrong.empty()) return wrong;
  return values;
}

Result<std::string> recorder_name(const Terminal& terminal, const cases::Bureau& bureau) {
  for (const cases::Person& p : bureau.people) {
    if (p.os_user == terminal.user) return p.id.text();
  }
  if (bureau.exercise) return terminal.user;
  return diagnose(no_person_for_user, Place{}, terminal.user);
}

Result<handling::Act> read_act(const Terminal& terminal, const OpenOffice& office, const CommandLine& line) {
  handling::Act act;
  const std::string on = line.get("on");
  const auto day = on.empty() ? std::optional(day_of(terminal.now)) : parse_loose_day(on);
  if (!day) return diagnose(bad_date, Place{}, on);
  act.on = *day;
  act.signatory = line.get("by");
  act.recorded = terminal.now;
  const cases::Bureau& bureau = *office.library.bureau;
  if (line.has("recorder") && bureau.exercise) {
    act.recorder = line.get("recorder");
    return act;
  }
  ANJUAN_TRY(act.recorder, recorder_name(terminal, bureau));
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
  if (!files.ok()) return report(terminal, files.diagnostics());
  for (const std::string& file : *files) terminal.out << (zh ? "  文件：" : "  file: ") << office.folder << "/" << file << "\n";
  return status_done;
}

}  // namespace anjuan::cli
