// anjuan check: definition files are looked through, one by one and against each other. Nothing is
// written, and no office is needed.

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

#include "cli/command.h"
#include "cli/companions.h"
#include "cli/messages.h"
#include "cli/office_folder.h"

namespace anjuan::cli {
namespace {

/// The definition files of all paths; paths that cannot be read are all named at once.
Result<std::vector<handling::SourceFile>> files_to_check(const std::vector<std::string>& paths) {
  std::vector<handling::SourceFile> files;
  Diagnostics wrong;
  for (const std::string& path : paths) {
    auto read = read_definitions({path});
    if (!read.ok()) {
      wrong.insert(wrong.end(), read.diagnostics().begin(), read.diagnostics().end());
    } else if (read->empty()) {
      wrong.push_back(diagnose(nothing_to_check, Place{}, path));
    } else {
      std::move(read->begin(), read->end(), std::back_inserter(files));
    }
  }
  if (!wrong.empty()) return wrong;
  return files;
}

int run_check(Terminal& terminal, const CommandLine& line) {
  const auto files = files_to_check(line.all("FILE"));
  if (!files.ok()) return report(terminal, files.diagnostics());
  return report_check(terminal, handling::check_files(*files, companions_of(*files)), files->size());
}

}  // namespace

Command check_command() {
  return {{"check", {"检查定义文件：流程、表格、模板、版式、日历、机构……", "check definition files: procedures, forms, templates, styles, calendars, offices"},
           {{"FILE", {"文件，或者放有定义文件的文件夹", "a file, or a folder of definition files"}, true, true}}, {}}, run_check};
}

}  // namespace anjuan::cli
