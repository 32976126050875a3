// anjuan play: plays a script of acts in an exercise office, as people would do them one by one, and
// tells what came of it. Each recorded time is made from the script's dates, so that two plays give
// the same bytes.

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "base/text.h"
#include "cli/command.h"
#include "cli/import_words.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/play_summary.h"
#include "cli/visible_files.h"
#include "handling/update.h"
#include "store/sqlite_store.h"
#include "stories/messages.h"
#include "stories/player.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;
using stories::ScriptAct;

class Play {
 public:
  Play(Terminal& terminal, std::string script, std::string folder)
      : terminal_(terminal), script_(std::move(script)), base_(fs::path(script_).parent_path()), folder_(std::move(folder)) {}

  int run() {
    std::string text;
    if (!read_whole(script_, text)) return report(terminal_, {unreadable(script_)});
    const auto acts = stories::read_script(text, script_);
    if (!acts.ok()) return report(terminal_, acts.diagnostics());
    const auto dated = std::find_if(acts->begin(), acts->end(), [](const ScriptAct& act) { return act.on != Day{}; });
    if (dated != acts->end()) first_day_ = dated->on;
    for (const ScriptAct& act : *acts) {
      if (terminal_.watched) terminal_.err << "\r" << act.line << "  " << iso(act.on) << "\x1b[K" << std::flush;
      const auto done = perform(act);
      if (!done.ok()) return fail(act, done.diagnostics());
    }
    if (terminal_.watched) terminal_.err << "\r\x1b[K" << std::flush;
    if (!office_) return status_done;
    if (const auto files = write_all_visible(*office_, ""); !files.ok()) return report(terminal_, files.diagnostics());
    return print_summary(terminal_, *office_, {title_, refusals_, imports_, folder_});
  }

 private:
  int fail(const ScriptAct& act, Diagnostics why) {
    if (terminal_.watched) terminal_.err << "\r\x1b[K";
    why.push_back(diagnose(stories::act_failed, Place{script_, act.line}));
    return report(terminal_, why);
  }

  Outcome perform(const ScriptAct& act) {
    if (act.verb == "题目") return title_ = join(act.words, " "), Outcome(Done{});
    if (act.verb == "机构") return bureau_ = path(act.word(0)), Outcome(Done{});
    if (act.verb == "定义") return make_office(act);
    if (!office_) return keep_for_later(act);
    if (act.verb == "采用") return adopt(act);
    stories::Player player(office_->office(), desk_, base_.string(), read_whole);
    const auto done = player.perform(act);
    ANJUAN_DO(keep_sheet(player.filled()));
    if (act.refused) return refused(act, done);
    if (!done.ok()) return done.diagnostics();
    if (done->imported) imports_.push_back(told(*done->imported));
    return Done{};
  }

  Outcome refused(const ScriptAct& act, const Result<stories::Performed>& done) {
    if (done.ok()) return diagnose(stories::not_refused, Place{script_, act.line});
    refusals_.push_back(act.words.empty() ? act.verb : join(act.words, " ") + "：" + sentence(done.diagnostics().front(), terminal_.language));
    return Done{};
  }

  /// Before there is an office, only the desk can be laid.
  Outcome keep_for_later(const ScriptAct& act) {
    if (act.verb == "记录人") return desk_.recorder = act.word(0), Outcome(Done{});
    if (act.verb == "说") return Done{};
    return diagnose(stories::unknown_act, Place{script_, act.line}, act.verb);
  }

  /// The sheet that an inspector filled lies beside the blank one.
  Outcome keep_sheet(const std::optional<stories::FilledSheet>& sheet) {
    if (!sheet) return Done{};
    const fs::path file = fs::path(folder_) / "检查表" / sheet->of.text() / sheet->name;
    return write_output(file.string(), sheet->bytes);
  }

  /// The definitions that a line names, with the office's own file; their paths count from the script.
  Result<std::vector<handling::SourceFile>> definitions_of(const ScriptAct& act) {
    std::vector<std::string> paths;
    for (const std::string& word : act.words) paths.push_back(path(word));
    paths.push_back(bureau_);
    ANJUAN_TRY(auto files, read_definitions(paths));
    const handling::LibraryResult loaded = handling::load_library(files);
    if (has_error(loaded.found)) return loaded.found;
    if (!loaded.library.bureau->exercise) return diagnose(exercise_only, Place{script_, act.line});
    for (handling::SourceFile& file : files) file.path = fs::path(file.path).lexically_relative(base_).generic_string();
    return files;
  }

  /// 采用: newer definitions; cases stay on theirs.
  Outcome adopt(const ScriptAct& act) {
    ANJUAN_TRY(const auto files, definitions_of(act));
    handling::Act recount;
    recount.on = act.on;
    recount.recorded = stories::next_moment(desk_, act.on);
    recount.signatory = recount.recorder = desk_.recorder;
    ANJUAN_TRY([[maybe_unused]] const handling::Receipt counted,
               handling::update_definitions(*office_->store, files, {"update", desk_.recorder, recount.recorded}, recount, *office_->fonts));
    office_.reset();
    ANJUAN_TRY(office_, open_office(terminal_));
    return Done{};
  }

  Outcome make_office(const ScriptAct& act) {
    std::error_code error;
    if (fs::exists(folder_, error) && !fs::is_empty(folder_, error)) return diagnose(folder_in_use, Place{}, folder_);
    fs::create_directories(fs::path(folder_).parent_path(), error);
    terminal_.office_folder = folder_;
    ANJUAN_TRY(const auto files, definitions_of(act));
    ANJUAN_DO(store::create_office_store(folder_, Value(Fields{})));
    {
      ANJUAN_TRY(const auto store, store::open_office_store(folder_));
      ANJUAN_DO(handling::record_definitions(*store, files, {"init", desk_.recorder, stories::morning_of(first_day_)}));
    }
    ANJUAN_TRY(office_, open_office(terminal_));
    return Done{};
  }

  std::string path(const std::string& relative) const { return (base_ / relative).lexically_normal().string(); }

  Terminal& terminal_;
  std::string script_;
  fs::path base_;
  std::string folder_, bureau_, title_;
  stories::Desk desk_;
  Day first_day_{};
  std::vector<std::string> refusals_;
  std::vector<Wording> imports_;
  std::unique_ptr<OpenOffice> office_;
};

int run_play(Terminal& terminal, const CommandLine& line) {
  return Play(terminal, line.get("SCRIPT"), line.get("into")).run();
}

}  // namespace

Command play_command() {
  return {{"play", {"按剧本演练一次抽查，从抽取到归档（只在演练的案卷库里）", "play a script of acts, from draw to archive, in an exercise office"},
           {{"SCRIPT", {"剧本", "the script"}}}, {{"into", "文件夹", {"新建的案卷库放在这里", "where the new office is made"}, true}}}, run_play};
}

}  // namespace anjuan::cli
