// anjuan check: definition files are looked through, one by one and against each other. Nothing is
// written, and no office is needed.

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "cli/command.h"
#include "cli/companions.h"
#include "cli/messages.h"
#include "cli/office_folder.h"
#include "handling/prove.h"

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

void tell_proofs(Terminal& terminal, const handling::Proofs& proofs, bool each) {
  if (proofs.assertions == 0) return;
  if (each) {
    for (const auto& [file, label] : proofs.proved) terminal.out << terminal.say("证明  ", "proved  ") << label << terminal.say("（", " (") << file << terminal.say("）", ")") << "\n";
  }
  if (terminal.language == Language::chinese) {
    terminal.out << "要求 " << proofs.assertions << " 条：证明 " << proofs.proved.size();
    if (proofs.refuted > 0) terminal.out << "，不成立 " << proofs.refuted;
    if (proofs.unproved > 0) terminal.out << "，未证明 " << proofs.unproved;
    if (proofs.undecided > 0) terminal.out << "，未得结论 " << proofs.undecided;
    terminal.out << "；推演了 " << proofs.scenes << " 种情形。\n";
  } else {
    terminal.out << proofs.assertions << " assertions: " << proofs.proved.size() << " proved";
    if (proofs.refuted > 0) terminal.out << ", " << proofs.refuted << " refuted";
    if (proofs.unproved > 0) terminal.out << ", " << proofs.unproved << " not proved";
    if (proofs.undecided > 0) terminal.out << ", " << proofs.undecided << " undecided";
    terminal.out << "; " << proofs.scenes << " standings explored.\n";
  }
}

int run_check(Terminal& terminal, const CommandLine& line) {
  const auto files = files_to_check(line.all("FILE"));
  if (!files.ok()) return report(terminal, files.diagnostics());
  analysis::Limits limits;
  if (line.has("most")) {
    const std::string most = line.get("most");
    const auto [end, error] = std::from_chars(most.data(), most.data() + most.size(), limits.most_scenes);
    if (error != std::errc() || end != most.data() + most.size() || limits.most_scenes == 0) {
      report(terminal, {diagnose(most_is_no_number, Place{}, most)});
      return status_usage;
    }
  }
  const auto companions = companions_of(*files);
  Diagnostics found = handling::check_files(*files, companions);
  const handling::Proofs proofs = handling::prove_files(*files, companions, limits);
  found.insert(found.end(), proofs.found.begin(), proofs.found.end());
  const int status = report_check(terminal, in_reading_order(std::move(found), *files), files->size());
  tell_proofs(terminal, proofs, line.has("proofs"));
  return status;
}

}  // namespace

Command check_command() {
  return {{"check", {"检查定义文件：流程、表格、模板、版式、日历、机构……", "check definition files: procedures, forms, templates, styles, calendars, offices"},
           {{"FILE", {"文件，或者放有定义文件的文件夹", "a file, or a folder of definition files"}, true, true}},
           {{"proofs", "", {"逐条列出已经证明的要求", "list each assertion that is proved"}},
            {"most", "个数", {"推演的情形最多多少种，默认 1000000", "standings explored at most; default 1000000"}}}}, run_check};
}

}  // namespace anjuan::cli
