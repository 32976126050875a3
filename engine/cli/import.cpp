// anjuan import: a register from CSV or XLSX, as a new version with its reason.

#include <ostream>

#include "cli/act_options.h"
#include "cli/messages.h"
#include "cli/import_register.h"
#include "handling/handle.h"
#include "registers/import.h"
#include "registers/register.h"

namespace anjuan::cli {
namespace {

struct Summary {
  std::size_t rows = 0, refused = 0, added = 0, changed = 0;
  std::int64_t version = 0;
  Diagnostics remarks;
};

template <class Row>
Result<Summary> import_as(const OpenOffice& office, const std::string& name, const RegisterFile& file, const handling::Act& act) {
  ANJUAN_TRY(auto imported, registers::import_rows<Row>({*office.library.registers, file.bytes, file.path, act.on}));
  Summary summary;
  summary.remarks = imported.warnings;
  summary.refused = imported.refused.size();
  if (file.skip_bad_rows) summary.remarks.insert(summary.remarks.end(), imported.refused.begin(), imported.refused.end());
  ANJUAN_TRY(std::vector<Row> rows, registers::accepted(std::move(imported), file.skip_bad_rows));
  ANJUAN_TRY(const auto reading, office.store->read());
  ANJUAN_TRY(const auto latest, reading->load_register(name));
  registers::Register<Row> before;
  if (latest) before = registers::register_of<Row>(latest->body);
  const auto differences = registers::differences(before.rows, rows);
  summary.added = differences.added.size();
  summary.changed = differences.changed.size();
  ANJUAN_TRY(const registers::Register<Row> after, registers::revise(before, std::move(rows), file.reason, act.on));
  summary.rows = after.rows.size();
  summary.version = after.version;
  const handling::Office edge = office.office();
  handling::Office mine = edge;
  ANJUAN_TRY(auto receipt, handling::change_register(mine, {name, after.version, file.reason, act.on, false, registers::register_to_value(after)}, act));
  static_cast<void>(receipt);
  return summary;
}

struct Kind {
  const char *name, *chinese;
  Result<Summary> (*import)(const OpenOffice&, const std::string&, const RegisterFile&, const handling::Act&);
};
constexpr Kind kinds[] = {{"targets", "检查对象", import_as<registers::InspectionTarget>},
                          {"practitioners", "执业人员", import_as<registers::Practitioner>},
                          {"inspectors", "执法检查人员", import_as<registers::Inspector>},
                          {"items", "抽查事项", import_as<registers::InspectionItem>}};

int run_import(Terminal& terminal, const CommandLine& line) {
  auto office = open_office(terminal);
  if (!office.ok()) return report(terminal, office.diagnostics());
  auto act = read_act(terminal, **office, line);
  if (!act.ok()) return report(terminal, act.diagnostics());
  RegisterFile file{line.get("FILE"), "", line.get("reason"), line.has("skip-bad-rows")};
  if (!read_whole(file.path, file.bytes)) return report(terminal, {diagnose(cannot_read, Place{}, file.path)});
  auto told = import_register(**office, line.get("as"), file, *act);
  if (!told.ok()) return report(terminal, told.diagnostics());
  remark(terminal, told->remarks);
  terminal.out << told->line.in(terminal.language) << "\n";
  return status_done;
}

}  // namespace

Result<ImportTold> import_register(const OpenOffice& office, const std::string& kind, const RegisterFile& file, const handling::Act& act) {
  for (const Kind& k : kinds) {
    if (kind != k.name && kind != k.chinese) continue;
    ANJUAN_TRY(Summary s, k.import(office, k.name, file, act));
    const auto n = [](auto x) { return std::to_string(x); };
    const std::string left_out = s.refused && file.skip_bad_rows ? "，略去有错的行" : "";
    return ImportTold{{std::string(k.chinese) + " " + n(s.rows) + " 行，新增 " + n(s.added) + "，变化 " + n(s.changed) + " 处，第 " + n(s.version) + " 版" + left_out,
                       std::string(k.name) + ": " + n(s.rows) + " rows, " + n(s.added) + " added, " + n(s.changed) + " fields changed, version " + n(s.version)},
                      std::move(s.remarks)};
  }
  return diagnose(unknown_register, Place{}, kind, "targets（检查对象）、practitioners（执业人员）、inspectors（执法检查人员）、items（抽查事项）");
}

Command import_command() {
  std::vector<OptionRule> options = act_options(false);
  options.push_back({"as", "种类", {"targets 检查对象、practitioners 执业人员、inspectors 执法检查人员、items 抽查事项", "targets, practitioners, inspectors or items"}, true});
  options.push_back({"reason", "理由", {"为什么形成新版本，如年度更新、法规变化", "why this version is made"}, true});
  options.push_back({"skip-bad-rows", "", {"略去有错的行，其余照样导入", "leave out bad rows and import the others"}});
  return {{"import", {"导入名录库或抽查事项清单（CSV 或 XLSX）", "import a register from CSV or XLSX"}, {{"FILE", {"表格文件", "the table"}}}, options}, run_import};
}

}  // namespace anjuan::cli
