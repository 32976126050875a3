// anjuan init and anjuan update: an office is made with its definitions, and given newer ones.

#include <filesystem>
#include <ostream>
#include <set>

#include "cli/command.h"
#include "cli/messages.h"
#include "handling/update.h"
#include "cli/act_options.h"
#include "cli/office_folder.h"
#include "cli/plan_words.h"
#include "handling/handle.h"
#include "handling/prove.h"
#include "handling/recording.h"
#include "store/sqlite_store.h"

namespace anjuan::cli {
namespace {

struct Definitions {
  std::vector<handling::SourceFile> files;
  handling::Library library;
};

Result<std::vector<handling::SourceFile>> files_named(const CommandLine& line) {
  std::vector<std::string> paths = line.all("definitions");
  if (paths.empty()) paths = {"workflows", "forms", "templates"};
  if (line.has("bureau")) paths.push_back(line.get("bureau"));
  return read_definitions(paths);
}

/// The files checked as a whole and against the people and registers known. What an office works by already is not
/// proved again.
Result<Definitions> checked_definitions(Terminal& terminal, std::vector<handling::SourceFile> files, handling::Staff staff,
                                        const handling::Library& in_force) {
  handling::LibraryResult loaded = handling::load_library(files);
  if (has_error(loaded.found)) return loaded.found;
  // What is adopted holds to what it asserts.
  const std::set<std::string> anew = handling::taken_up_anew(loaded.library, in_force);
  handling::Proofs proofs = handling::prove_files(files, {}, {}, std::move(staff), &anew);
  if (has_error(proofs.found)) return std::move(proofs.found);  // remarks are for who writes the files
  remark(terminal, loaded.found);
  remark(terminal, proofs.teams);
  return Definitions{std::move(files), std::move(loaded.library)};
}

/// The setting that holds for the life of the office.
Result<Value> chosen_algorithm(const CommandLine& line) {
  const std::string name = line.get("digest", "sha256");
  const auto kind = parse_digest_kind(name);
  if (!kind) return diagnose(unknown_hash, Place{}, name);
  return *kind == DigestKind::sha256 ? Value(Fields{}) : Value(Fields{{"digest", name}});
}

int run_init(Terminal& terminal, const CommandLine& line) {
  const std::string folder = line.get("FOLDER");
  std::error_code error;
  if (std::filesystem::exists(folder, error) && !std::filesystem::is_empty(folder, error)) {
    return report(terminal, {diagnose(folder_in_use, Place{}, folder)});
  }
  const auto settings = chosen_algorithm(line);
  if (!settings.ok()) return report(terminal, settings.diagnostics());
  handling::Staff nobody_yet;
  nobody_yet.on = day_of(terminal.now);
  auto files = files_named(line);
  if (!files.ok()) return report(terminal, files.diagnostics());
  const auto checked = checked_definitions(terminal, std::move(*files), std::move(nobody_yet), {});
  if (!checked.ok()) return report(terminal, checked.diagnostics());
  // No bureau is in force yet to say who the user is, so anybody may make an office: he is named by the bureau that it
  // begins with, and by the operating system where that does not know him.
  const std::string recorder = recorded_as(terminal, *checked->library.bureau);
  const Outcome made = store::create_office_store(folder, *settings, [&](cases::CaseStore& store) {
    return record_definitions(store, checked->files, {"init", recorder, terminal.now});
  });
  if (!made.ok()) return report(terminal, made.diagnostics());
  terminal.out << terminal.say("已建立案卷库：", "office made: ") << folder << terminal.say("，定义文件 ", ", definition files: ") << checked->files.size() << "\n";
  return status_done;
}

/// What was looked at and refused is in the journal, as of any act.
Diagnostics refused(const OpenOffice& open, const handling::Act& act, Diagnostics why) {
  handling::Office office = open.office();
  if (!has_fault(why)) handling::record_refusal(office, "update", CaseId(), act, why);
  return why;
}

/// The files become those of the office, and open limits are counted again by the new calendar: one act.
Result<handling::Receipt> update(Terminal& terminal, const CommandLine& line, handling::Staff staff) {
  ANJUAN_TRY(const auto office, open_office(terminal));
  handling::Act recount;
  recount.on = day_of(terminal.now);
  recount.recorded = terminal.now;
  recount.signatory = recount.recorder = recorded_as(terminal, *office->library.bureau);
  if (const auto recorder = recorder_name(terminal, *office->library.bureau); !recorder.ok()) return refused(*office, recount, recorder.diagnostics());
  ANJUAN_TRY(auto files, files_named(line));
  const auto checked = checked_definitions(terminal, std::move(files), std::move(staff), office->library);
  if (!checked.ok()) return refused(*office, recount, checked.diagnostics());
  return handling::update_definitions(*office->store, checked->files, {"update", recount.recorder, terminal.now}, recount, *office->fonts);
}

void print_moves(Terminal& terminal, const std::vector<handling::ToldLimit>& limits) {
  for (const handling::ToldLimit& moved : limits) {
    terminal.out << terminal.say("期限重算：", "time limit recomputed: ") << moved.of.text() << " " << moved_words(moved, terminal.language) << "\n";
  }
}

/// What adopting the files would do to what runs; nothing is written.
int try_update(Terminal& terminal, const CommandLine& line, handling::Staff staff) {
  const auto tried = [&]() -> Outcome {
    ANJUAN_TRY(const auto office, open_office(terminal));
    ANJUAN_TRY(auto files, files_named(line));
    ANJUAN_TRY(const Definitions checked, checked_definitions(terminal, std::move(files), std::move(staff), office->library));
    ANJUAN_TRY(const auto reading, office->store->read());
    ANJUAN_TRY(const auto calendar, calendar::WorkingCalendar::make(checked.library.years));
    ANJUAN_TRY(const auto moves, handling::limits_that_move(*reading, calendar));
    print_moves(terminal, moves);
    if (moves.empty()) terminal.out << terminal.say("没有期限因此改变。\n", "no time limit would move.\n");
    return Done{};
  }();
  if (!tried.ok()) return report(terminal, tried.diagnostics());
  terminal.out << terminal.say("以上是试算，没有写入任何内容；去掉 --dry-run 就采用。流程有什么不同，用 anjuan diff 看。\n",
                               "Tried out only, nothing was written; without --dry-run the files are adopted. anjuan diff tells what differs.\n");
  return status_done;
}

int run_update(Terminal& terminal, const CommandLine& line) {
  auto staff = staff_known(terminal);
  if (!staff.ok()) return report(terminal, staff.diagnostics());
  if (line.has("dry-run")) return try_update(terminal, line, std::move(*staff));
  const auto done = update(terminal, line, std::move(*staff));
  if (!done.ok()) return report(terminal, done.diagnostics());
  print_moves(terminal, done->limits);
  terminal.out << terminal.say("已更新定义文件；正在办理的案件仍按原来的流程办理。要改按新流程办理的，用 anjuan migrate 试算。\n",
                               "definitions updated; running cases stay on the procedure they began with; anjuan migrate tries out moving them.\n");
  return status_done;
}

std::vector<OptionRule> definition_options(bool bureau_required) {
  return {{"bureau", "文件", {"机构文件 bureau.xml", "the office's file, bureau.xml"}, bureau_required},
          {"definitions", "文件夹", {"流程、表格、模板所在的文件夹，可写多次（默认 workflows forms templates）", "folders of definitions, may be repeated (default: workflows forms templates)"}, false, true}};
}

}  // namespace

Command init_command() {
  std::vector<OptionRule> options = definition_options(true);
  options.push_back({"digest", "算法", {"记录和文件用的摘要算法：sha256（默认）或者 sm3，建立以后不能改", "digest algorithm of journal and files: sha256 (default) or sm3, for the life of the office"}});
  return {{"init", {"建立案卷库：一个文件夹，装下全部案件、文书和记录", "make an office: a folder that holds all cases, papers and records"},
           {{"FOLDER", {"新文件夹", "the new folder"}}}, options}, run_init};
}

Command update_command() {
  std::vector<OptionRule> options = definition_options(true);
  options.push_back({"dry-run", "", {"只试算哪些期限会改变，不采用", "only tell which time limits would move"}});
  return {{"update", {"采用新的流程、表格、模板；在办案件不受影响", "adopt newer definitions; running cases are not affected"}, {}, options}, run_update};
}

}  // namespace anjuan::cli
