// anjuan check: definition files are looked through, one by one, against each other and, with register
// files or an office, against who there is to act. Nothing is written, and no office is needed.

#include <algorithm>
#include <cctype>
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

bool is_table(const std::string& path) {
  std::string extension = std::filesystem::path(path).extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), [](unsigned char c) { return std::tolower(c); });
  return extension == ".csv" || extension == ".xlsx";
}

struct ToCheck {
  std::vector<handling::SourceFile> files, tables;
};

/// The definition files and tables of all paths; paths that cannot be read are all named at once.
Result<ToCheck> files_to_check(const std::vector<std::string>& paths) {
  ToCheck out;
  Diagnostics wrong;
  for (const std::string& path : paths) {
    auto read = read_definitions({path});
    if (!read.ok()) {
      wrong.insert(wrong.end(), read.diagnostics().begin(), read.diagnostics().end());
    } else if (read->empty()) {
      wrong.push_back(diagnose(nothing_to_check, Place{}, path));
    } else {
      std::error_code error;
      const bool table = is_table(path) && !std::filesystem::is_directory(path, error);
      std::move(read->begin(), read->end(), std::back_inserter(table ? out.tables : out.files));
    }
  }
  if (!wrong.empty()) return wrong;
  return out;
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

/// --most, or the default.
Result<analysis::Limits> limits_of(const CommandLine& line) {
  analysis::Limits limits;
  if (!line.has("most")) return limits;
  const std::string most = line.get("most");
  const auto [end, error] = std::from_chars(most.data(), most.data() + most.size(), limits.most_scenes);
  if (error != std::errc() || end != most.data() + most.size() || limits.most_scenes == 0)
    return diagnose(most_is_no_number, Place{}, most);
  return limits;
}

int run_check(Terminal& terminal, const CommandLine& line) {
  auto given = files_to_check(line.all("FILE"));
  if (!given.ok()) return report(terminal, given.diagnostics());
  const auto limits = limits_of(line);
  if (!limits.ok()) {
    report(terminal, limits.diagnostics());
    return status_usage;
  }
  auto staff = staff_known(terminal);
  if (!staff.ok()) return report(terminal, staff.diagnostics());
  std::vector<handling::SourceFile> all = given->files;
  all.insert(all.end(), given->tables.begin(), given->tables.end());
  const auto companions = companions_of(all);
  staff->tables = std::move(given->tables);
  Diagnostics found = handling::check_files(given->files, companions);
  const handling::Proofs proofs = handling::prove_files(given->files, companions, *limits, std::move(*staff));
  for (const Diagnostics* more : {&proofs.found, &proofs.teams}) found.insert(found.end(), more->begin(), more->end());
  const int status = report_check(terminal, in_reading_order(std::move(found), all), all.size());
  tell_proofs(terminal, proofs, line.has("proofs"));
  return status;
}

}  // namespace

Command check_command() {
  return {{"check", {"检查定义文件：流程、表格、模板、版式、日历、机构……", "check definition files: procedures, forms, templates, styles, calendars, offices"},
           {{"FILE", {"定义文件、名录库表格（CSV、XLSX），或者放有定义文件的文件夹", "definition files, register tables (CSV, XLSX), or folders of definition files"}, true, true}},
           {{"proofs", "", {"逐条列出已经证明的要求", "list each assertion that is proved"}},
            {"most", "个数", {"推演的情形最多多少种，默认 300000", "standings explored at most; default 300000"}}}}, run_check};
}

}  // namespace anjuan::cli
