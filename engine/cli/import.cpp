// anjuan import: a register from CSV or XLSX, as a new version with its reason; what it changes is told
// first.

#include <ostream>

#include "cli/act_options.h"
#include "cli/difference_words.h"
#include "cli/import_words.h"
#include "cli/messages.h"
#include "cli/register_options.h"
#include "registers/mapping.h"
#include "sheets/bounds.h"

namespace anjuan::cli {
namespace {

Result<handling::RegisterFile> read_file(const CommandLine& line) {
  handling::RegisterFile file{line.get("FILE"), "", line.get("reason"), line.has("skip-bad-rows"), line.has("dry-run")};
  if (!read_at_most(file.path.ends_with(".xlsx") ? sheets::max_workbook_bytes : sheets::max_table_bytes, file.path, file.bytes)) return unreadable(file.path);
  if (!line.has("mapping")) return file;
  std::string bytes;
  const std::string path = line.get("mapping");
  if (!read_whole(path, bytes)) return unreadable(path);
  ANJUAN_TRY(registers::Mapping mapping, registers::load_mapping(bytes, path));
  file.columns = std::make_shared<const registers::Mapping>(std::move(mapping));
  return file;
}

int run_import(Terminal& terminal, const CommandLine& line) {
  auto office = open_office(terminal);
  if (!office.ok()) return report(terminal, office.diagnostics());
  auto act = read_act(terminal, **office, line);
  if (!act.ok()) return report(terminal, act.diagnostics());
  const auto file = read_file(line);
  if (!file.ok()) return report(terminal, file.diagnostics());
  handling::Office mine = (*office)->office();
  const auto imported = handling::import_register(mine, line.get("as"), *file, *act);
  if (!imported.ok()) return report(terminal, imported.diagnostics());
  remark_some(terminal, imported->remarks);
  terminal.out << told(*imported).in(terminal.language) << "\n";
  if (!imported->first) print_differences(terminal, imported->differences, false);
  if (!imported->applied) terminal.out << terminal.say("只是试算，没有写入。\n", "A dry run: nothing was written.\n");
  return status_done;
}

}  // namespace

Wording told(const handling::ImportedRegister& r) {
  const auto n = [](auto x) { return std::to_string(x); };
  const std::string left_out = r.left_out ? "，略去有错的行" : "";
  const std::size_t added = r.differences.added.size(), changed = r.differences.changed.size();
  return {r.label.zh + " " + n(r.rows) + " 行，新增 " + n(added) + "，变化 " + n(changed) + " 处，第 " + n(r.version) + " 版" + left_out,
          r.label.en + ": " + n(r.rows) + " rows, " + n(added) + " added, " + n(changed) + " fields changed, version " + n(r.version)};
}

Command import_command() {
  std::vector<OptionRule> options = act_options(false);
  options.push_back(register_option());
  options.push_back({"reason", "理由", {"为什么形成新版本，如年度更新、法规变化", "why this version is made"}, true});
  options.push_back({"skip-bad-rows", "", {"略去有错的行，其余照样导入", "leave out bad rows and import the others"}});
  options.push_back({"dry-run", "", {"只列出与现行版本的差异，不写入", "only show what differs from the version in force"}});
  options.push_back({"mapping", "文件", {"这张表的列名与本单位的不同时，另用一份名录格式定义", "another register definition for this file alone, where its headers differ"}});
  return {{"import", {"导入名录库、抽查事项清单、年度计划或检查台账（CSV 或 XLSX）", "import a register from CSV or XLSX"}, {{"FILE", {"表格文件", "the table"}}}, options}, run_import};
}

}  // namespace anjuan::cli
