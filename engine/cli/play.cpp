// anjuan play: plays a script of acts in an exercise office, as people would do them one by one, and
// tells what came of it. Each recorded time is made from the script's dates, so that two plays give
// the same bytes.

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <ostream>

#include "base/text.h"
#include "cli/act_options.h"
#include "cli/import_register.h"
#include "cli/messages.h"
#include "cli/play_summary.h"
#include "cli/script.h"
#include "cli/visible_files.h"
#include "forms/fill_sheet.h"
#include "handling/handle.h"
#include "sheets/sheets.h"
#include "store/sqlite_store.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

class Player {
 public:
  Player(Terminal& terminal, std::string script, std::string folder)
      : terminal_(terminal), script_(std::move(script)), base_(fs::path(script_).parent_path()), folder_(std::move(folder)) {}

  int run() {
    std::string text;
    if (!read_whole(script_, text)) return report(terminal_, {diagnose(cannot_read, Place{}, script_)});
    const auto acts = read_script(text, script_);
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
    why.push_back(diagnose(act_failed, Place{script_, act.line}));
    return report(terminal_, why);
  }

  Outcome perform(const ScriptAct& act) {
    if (act.verb == "题目") return title_ = join(act.words, " "), Outcome(Done{});
    if (act.verb == "机构") return bureau_ = path(first(act)), Outcome(Done{});
    if (act.verb == "定义") return make_office(act);
    if (act.verb == "记录人") return recorder_ = first(act), Outcome(Done{});
    if (act.verb == "密封") return secret_ = first(act), Outcome(Done{});
    if (act.verb == "说") return Done{};
    const auto result = record(act);
    if (!act.refused) {
      if (!result.ok()) return result.diagnostics();
      return Done{};
    }
    if (result.ok()) return diagnose(not_refused, Place{script_, act.line});
    refusals_.push_back(act.words.empty() ? act.verb : join(act.words, " ") + "：" + sentence(result.diagnostics().front(), terminal_.language));
    return Done{};
  }

  Outcome make_office(const ScriptAct& act) {
    std::vector<std::string> paths;
    for (const std::string& word : act.words) paths.push_back(path(word));
    paths.push_back(bureau_);
    std::error_code error;
    if (fs::exists(folder_, error) && !fs::is_empty(folder_, error)) return diagnose(folder_in_use, Place{}, folder_);
    fs::create_directories(fs::path(folder_).parent_path(), error);
    terminal_.office_folder = folder_;
    ANJUAN_TRY(auto files, read_definitions(paths));
    const handling::LibraryResult loaded = handling::load_library(files);
    if (has_error(loaded.found)) return loaded.found;
    if (!loaded.library.bureau->exercise) return diagnose(exercise_only, Place{script_, act.line});
    ANJUAN_TRY(auto created, store::create_office_store(folder_, Value(Fields{})));
    static_cast<void>(created);
    {
      ANJUAN_TRY(const auto store, store::open_office_store(folder_));
      for (handling::SourceFile& file : files) file.path = fs::path(file.path).lexically_relative(base_).generic_string();
      ANJUAN_TRY(auto adopted, record_definitions(*store, files, {"init", recorder_, morning_of(first_day_)}));
      static_cast<void>(adopted);
    }
    ANJUAN_TRY(office_, open_office(terminal_));
    return Done{};
  }

  static Moment morning_of(Day day) { return {day.time_since_epoch().count() * 86400 + 3600}; }

  /// The act as handling wants it; recorded times count up from nine o'clock of the stated day.
  handling::Act act_of(const ScriptAct& act) {
    handling::Act out;
    out.on = act.on;
    out.signatory = act.part("由").empty() ? recorder_ : act.part("由");
    out.recorder = recorder_;
    last_ = Moment{std::max(last_.seconds + 60, morning_of(act.on).seconds)};
    out.recorded = last_;
    return out;
  }

  Outcome record(const ScriptAct& act) {
    if (!office_) return diagnose(unknown_act, Place{script_, act.line}, act.verb);
    handling::Office office = office_->office();
    handling::Act request = act_of(act);
    if (act.verb == "导入") return import(act, request);
    const CaseId id(act.words.empty() ? "" : act.words[0]);
    const std::string what = act.words.size() > 1 ? act.words[1] : "";
    if (act.verb == "任务") return keep(handling::open_round(office, id, act.part("流程"), request));
    if (act.verb == "办") return event(office, act, id, what, request);
    if (act.verb == "读") return read_sheet(office, act, id, request);
    if (act.verb == "签") return sign(office, act, id, what, request);
    if (act.verb == "作废") return keep(handling::annul_paper(office, id, what, act.part("理由"), request));
    if (act.verb == "届满") return keep(handling::raise_due(office, request));
    if (act.verb == "送") return serve(office, act, id, what, request);
    return diagnose(unknown_act, Place{script_, act.line}, act.verb);
  }

  Outcome keep(const Result<handling::Receipt>& result) {
    if (!result.ok()) return result.diagnostics();
    return Done{};
  }

  Outcome import(const ScriptAct& act, const handling::Act& request) {
    RegisterFile file{path(act.words.size() > 1 ? act.words[1] : ""), "", act.part("理由"), act.part("略去错行") == "是"};
    if (!read_whole(file.path, file.bytes)) return diagnose(cannot_read, Place{script_, act.line}, file.path);
    ANJUAN_TRY(const ImportTold told, import_register(*office_, first(act), file, request));
    imports_.push_back(told.line);
    return Done{};
  }

  Outcome event(handling::Office& office, const ScriptAct& act, const CaseId& id, const std::string& name, handling::Act& request) {
    request.event = name;
    request.secret = std::exchange(secret_, "");
    std::vector<std::string> pairs;
    for (const auto& [key, value] : act.values) {
      pairs.push_back(key + "=" + (value.starts_with("@") ? "@" + path(value.substr(1)) : value));
    }
    ANJUAN_TRY(request.values, read_values(*office_, id.text(), name, pairs));
    return keep(handling::handle(office, id, request));
  }

  /// All papers of the case that still wait for a signature, or the one that is named.
  Outcome sign(handling::Office& office, const ScriptAct& act, const CaseId& id, const std::string& what, const handling::Act& request) {
    std::string scan;
    if (const std::string file = act.part("扫描"); !file.empty() && !read_whole(path(file), scan)) {
      return diagnose(cannot_read, Place{script_, act.line}, file);
    }
    if (what != "全部") return keep(handling::sign_paper(office, id, what, {request.signatory, scan, act.part("扫描")}, request));
    ANJUAN_TRY(const auto reading, office_->store->read());
    ANJUAN_TRY(const cases::CaseRow row, reading->load_case(id));
    for (const auto& paper : row.body.field("papers").list()) {
      const bool waits = paper.field("sign") == Value(true) && paper.field("signed_on").empty() && paper.field("state").text_or_empty() == "issued";
      if (!waits) continue;
      auto done = keep(handling::sign_paper(office, id, paper.field("id").text(), {request.signatory, "", ""}, act_of(act)));
      if (!done.ok()) return done;
    }
    return Done{};
  }

  Outcome serve(handling::Office& office, const ScriptAct& act, const CaseId& id, const std::string& what, const handling::Act& request) {
    handling::Service service;
    service.way = act.part("方式");
    service.place = act.part("地点");
    service.received_by = act.part("收件人");
    service.relation = act.part("关系");
    service.servers = act.part("送达人");
    service.refusal = act.part("事由");
    service.witness = act.part("见证人");
    return keep(handling::serve_paper(office, id, what, service, request));
  }

  /// Fills the sheet of the case as an inspector would, keeps the file, and reads it back.
  Outcome read_sheet(handling::Office& office, const ScriptAct& act, const CaseId& id, const handling::Act& request) {
    ANJUAN_TRY(handling::BlankSheet blank, handling::blank_sheet(office, id));
    forms::Answers answers;
    for (const auto& [key, value] : act.values) {
      const auto dot = key.find('.');
      if (dot == std::string::npos) answers.fields[key] = value;
      else if (key.substr(0, dot) == "其余") answers.others[key.substr(dot + 1)] = value;
      else answers.items[key.substr(0, dot)][key.substr(dot + 1)] = value;
    }
    if (const auto unknown = forms::fill_sheet(*blank.form, blank.book, answers); !unknown.empty()) {
      return diagnose(cell_unknown, Place{script_, act.line}, unknown.front());
    }
    blank.book.created_seconds = request.recorded.seconds;
    ANJUAN_TRY(const std::string bytes, sheets::write_xlsx(blank.book, office.scratch_folder));
    const std::string name = blank.serial + (act.refused ? "-填错.xlsx" : "-填好.xlsx");
    const fs::path file = fs::path(folder_) / "检查表" / id.text() / name;
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return keep(handling::read_back(office, id, bytes, name, request));
  }

  std::string first(const ScriptAct& act) const { return act.words.empty() ? "" : act.words[0]; }
  std::string path(const std::string& relative) const { return (base_ / relative).lexically_normal().string(); }

  Terminal& terminal_;
  std::string script_;
  fs::path base_;
  std::string folder_, bureau_, recorder_, secret_, title_;
  Day first_day_{};
  Moment last_{};
  std::vector<std::string> refusals_;
  std::vector<Wording> imports_;
  std::unique_ptr<OpenOffice> office_;
};

int run_play(Terminal& terminal, const CommandLine& line) {
  return Player(terminal, line.get("SCRIPT"), line.get("into")).run();
}

}  // namespace

Command play_command() {
  return {{"play", {"按剧本演练一次抽查，从抽取到归档（只在演练的案卷库里）", "play a script of acts, from draw to archive, in an exercise office"},
           {{"SCRIPT", {"剧本", "the script"}}}, {{"into", "文件夹", {"新建的案卷库放在这里", "where the new office is made"}, true}}}, run_play};
}

}  // namespace anjuan::cli
