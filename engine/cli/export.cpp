// anjuan export: writes the copies that people open anew, of one case or of the whole office.

#include <ostream>

#include "cli/command.h"
#include "cli/office_folder.h"
#include "cli/visible_files.h"

namespace anjuan::cli {
namespace {

Result<std::vector<std::string>> export_files(const OpenOffice& office, const std::string& case_id, bool with_data) {
  ANJUAN_TRY(auto files, write_all_visible(office, case_id));
  if (!with_data) return files;
  ANJUAN_TRY(const auto more, write_papers_with_data(office, case_id));
  files.insert(files.end(), more.begin(), more.end());
  return files;
}

int run_export(Terminal& terminal, const CommandLine& line) {
  const auto office = open_office(terminal);
  if (!office.ok()) return report(terminal, office.diagnostics());
  const auto files = export_files(**office, line.get("CASE"), line.has("attach-data"));
  if (!files.ok()) return report(terminal, files.diagnostics());
  if (files->empty()) {
    terminal.out << terminal.say("还没有文书、检查表或案卷可以导出。\n", "There is no paper, sheet or dossier to export yet.\n");
    return status_done;
  }
  for (const std::string& file : *files) terminal.out << (*office)->folder << "/" << file << "\n";
  if (terminal.language == Language::chinese) terminal.out << "导出 " << files->size() << " 个文件。\n";
  else terminal.out << files->size() << " files exported.\n";
  return status_done;
}

}  // namespace

Command export_command() {
  return {{"export", {"重新导出文书、检查表、案卷、公示文件，供打开和打印", "write papers, sheets, dossiers and published files anew"},
           {{"CASE", {"只导出一个案件或任务的", "only those of one case or round"}, false}},
           {{"attach-data", "", {"文书另存一份，附上制作时所用的数据（PDF/A-3b），供归档", "papers once more with the data they were made of (PDF/A-3b)"}}}},
          run_export};
}

}  // namespace anjuan::cli
