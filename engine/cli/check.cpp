// anjuan check: definition files are looked through, one by one and against each other. Nothing is
// written, and no office is needed.

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

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

/// File after file as they were given, each from the top; what is about no file comes last.
Diagnostics in_reading_order(Diagnostics found, const std::vector<handling::SourceFile>& files) {
  std::map<std::string, std::size_t> order;
  for (const handling::SourceFile& file : files) order.emplace(file.path, order.size());
  const auto key = [&](const Diagnostic& d) {
    const auto at = order.find(d.place.file);
    return std::tuple(at == order.end() ? order.size() : at->second, d.place.line, d.place.column);
  };
  std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  return found;
}

int run_check(Terminal& terminal, const CommandLine& line) {
  const auto files = files_to_check(line.all("FILE"));
  if (!files.ok()) return report(terminal, files.diagnostics());
  Diagnostics found = in_reading_order(handling::check_files(*files, companions_of(*files)), *files);
  return report_check(terminal, found, files->size());
}

}  // namespace

Command check_command() {
  return {{"check", {"检查定义文件：流程、表格、模板、版式、日历、机构……", "check definition files: procedures, forms, templates, styles, calendars, offices"},
           {{"FILE", {"文件，或者放有定义文件的文件夹", "a file, or a folder of definition files"}, true, true}}, {}}, run_check};
}

}  // namespace anjuan::cli
