// anjuan register check: is everybody with a licence in the register?

#include <ostream>

#include "cli/columns.h"
#include "cli/messages.h"
#include "cli/office_folder.h"
#include "cli/register_options.h"
#include "handling/licence_check.h"
#include "handling/register_versions.h"

namespace anjuan::cli {
namespace {

void print_rows(Terminal& terminal, const std::string& heading, const std::vector<handling::LicenceCheck::Row>& rows) {
  if (rows.empty()) return;
  terminal.out << heading << "\n";
  Rows lines;
  for (const auto& row : rows) {
    const std::string line = row.line == 0 ? "" : terminal.language == Language::chinese ? "第" + std::to_string(row.line) + "行" : "line " + std::to_string(row.line);
    lines.push_back({row.key, row.name, line});
  }
  terminal.out << in_columns(lines, "  ");
}

Result<handling::LicenceCheck> check(Terminal& terminal, const CommandLine& line) {
  ANJUAN_TRY(const auto office, open_office(terminal));
  ANJUAN_TRY(const auto kind, handling::register_kind(*office->library.registers, line.get("as")));
  const std::string file = line.get("against");
  std::string bytes;
  if (!read_whole(file, bytes)) return unreadable(file);
  return handling::check_licences(office->office(), kind, bytes, file);
}

int run_check_licences(Terminal& terminal, const CommandLine& line) {
  const auto found = check(terminal, line);
  if (!found.ok()) return report(terminal, found.diagnostics());
  const bool zh = terminal.language == Language::chinese;
  const auto n = [](std::size_t count) { return std::to_string(count); };
  terminal.out << (zh ? found->label + "第" + std::to_string(found->version) + "版 " + n(found->in_register) + " 行，对照清单 " + n(found->in_list) + " 行，按“" + found->key + "”对照\n"
                      : found->label + " version " + std::to_string(found->version) + ": " + n(found->in_register) + " rows; the list: " + n(found->in_list) + ", compared by “" + found->key + "”\n");
  print_rows(terminal, terminal.say("清单里有、名录里没有，应当编入：", "in the list and not in the register:"), found->not_registered);
  print_rows(terminal, terminal.say("名录里在库、清单里没有，请核实是否注销、迁出：", "in the base of the register and not in the list:"), found->not_listed);
  print_rows(terminal, terminal.say("清单里有、名录里不参加抽取，请核实状态：", "in the list, but out of the draw in the register:"), found->out_of_base);
  if (found->complete()) {
    terminal.out << terminal.say("清单里的都已编入名录。\n", "Everything in the list is in the register.\n");
    return status_done;
  }
  return report(terminal, {diagnose(register_incomplete, Place{}, found->label, n(found->not_registered.size()))});
}

}  // namespace

Command register_check_command() {
  return {{"register check", {"名录是否齐全：与许可清单逐行对照", "is a register complete: held against a list of licences, row by row"}, {},
           {register_option(), {"against", "文件", {"许可清单（CSV 或 XLSX），列的先后不限", "the list of licences (CSV or XLSX), columns in any order"}, true}}}, run_check_licences};
}

}  // namespace anjuan::cli
