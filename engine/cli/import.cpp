// anjuan import: a register from CSV or XLSX, as a new version with its reason.

#include <ostream>

#include "cli/act_options.h"
#include "cli/import_words.h"
#include "cli/messages.h"

namespace anjuan::cli {
namespace {

int run_import(Terminal& terminal, const CommandLine& line) {
  auto office = open_office(terminal);
  if (!office.ok()) return report(terminal, office.diagnostics());
  auto act = read_act(terminal, **office, line);
  if (!act.ok()) return report(terminal, act.diagnostics());
  handling::RegisterFile file{line.get("FILE"), "", line.get("reason"), line.has("skip-bad-rows")};
  if (!read_whole(file.path, file.bytes)) return report(terminal, {diagnose(cannot_read, Place{}, file.path)});
  handling::Office mine = (*office)->office();
  const auto imported = handling::import_register(mine, line.get("as"), file, *act);
  if (!imported.ok()) return report(terminal, imported.diagnostics());
  remark(terminal, imported->remarks);
  terminal.out << told(*imported).in(terminal.language) << "\n";
  return status_done;
}

}  // namespace

Wording told(const handling::ImportedRegister& r) {
  const auto n = [](auto x) { return std::to_string(x); };
  const std::string left_out = r.left_out ? "，略去有错的行" : "";
  return {r.label.zh + " " + n(r.rows) + " 行，新增 " + n(r.added) + "，变化 " + n(r.changed_fields) + " 处，第 " + n(r.version) + " 版" + left_out,
          r.label.en + ": " + n(r.rows) + " rows, " + n(r.added) + " added, " + n(r.changed_fields) + " fields changed, version " + n(r.version)};
}

Command import_command() {
  std::vector<OptionRule> options = act_options(false);
  options.push_back({"as", "种类", {"targets 检查对象、practitioners 执业人员、inspectors 执法检查人员、items 抽查事项", "targets, practitioners, inspectors or items"}, true});
  options.push_back({"reason", "理由", {"为什么形成新版本，如年度更新、法规变化", "why this version is made"}, true});
  options.push_back({"skip-bad-rows", "", {"略去有错的行，其余照样导入", "leave out bad rows and import the others"}});
  return {{"import", {"导入名录库或抽查事项清单（CSV 或 XLSX）", "import a register from CSV or XLSX"}, {{"FILE", {"表格文件", "the table"}}}, options}, run_import};
}

}  // namespace anjuan::cli
