#pragma once
// Does the acts of a script (engine/cli/script.h) in a fake office, one by one, and gives back what came
// of each: the receipt, or the refusal.

#include <string>
#include <utility>
#include <vector>

#include "cli/act_options.h"
#include "cli/script.h"
#include "forms/fill_sheet.h"
#include "sheets/sheets.h"
#include "support/fake_office.h"

namespace anjuan::support {

/// What an act needs besides its own line.
struct Desk {
  std::string recorder = "陆明舟";  ///< the person at the keyboard
  std::string secret;               ///< sealed for the next freeze
};

class ScriptPlayer {
 public:
  /// `desk` outlives the player.
  ScriptPlayer(FakeOffice& office, Desk& desk) : office_(office), desk_(desk) {}

  /// A refusal of one of several acts (签 … 全部) is that of the first.
  Result<handling::Receipt> perform(const cli::ScriptAct& act) {
    const CaseId id(word(act, 0));
    const std::string what = word(act, 1);
    handling::Office office = office_.office();
    if (act.verb == "记录人") return desk_.recorder = word(act, 0), handling::Receipt();
    if (act.verb == "密封") return desk_.secret = word(act, 0), handling::Receipt();
    handling::Act request = office_.act(act.on, act.part("由").empty() ? desk_.recorder : act.part("由"), desk_.recorder);
    if (act.verb == "导入") return import(act, request);
    if (act.verb == "任务") return handling::open_round(office, id, act.part("流程"), request);
    if (act.verb == "办") return event(act, id, what, request);
    if (act.verb == "读") return read_sheet(act, id, request);
    if (act.verb == "签") return sign(act, id, what, request);
    if (act.verb == "作废") return handling::annul_paper(office, id, what, act.part("理由"), request);
    if (act.verb == "届满") return handling::raise_due(office, request);
    if (act.verb == "送") return serve(act, id, what, request);
    ADD_FAILURE() << "no story can do “" << act.verb << "”";
    return handling::Receipt();
  }

 private:
  static std::string word(const cli::ScriptAct& act, std::size_t n) { return n < act.words.size() ? act.words[n] : ""; }
  static std::string path(const std::string& relative) { return (source_folder / "examples" / relative).string(); }

  Result<handling::Receipt> import(const cli::ScriptAct& act, const handling::Act& request) {
    const std::string file = path(word(act, 1));
    const cli::RegisterFile register_file{file, read_bytes(file), act.part("理由"), act.part("略去错行") == "是"};
    ANJUAN_TRY(const cli::ImportTold told, cli::import_register(office_.opened(), word(act, 0), register_file, request));
    handling::Receipt receipt;
    receipt.notes.push_back(told.line.zh);
    return receipt;
  }

  Result<handling::Receipt> event(const cli::ScriptAct& act, const CaseId& id, const std::string& name, handling::Act& request) {
    request.event = name;
    request.secret = std::exchange(desk_.secret, "");
    std::vector<std::string> pairs;
    for (const auto& [key, value] : act.values) pairs.push_back(key + "=" + (value.starts_with("@") ? "@" + path(value.substr(1)) : value));
    ANJUAN_TRY(request.values, cli::read_values(office_.opened(), id.text(), name, pairs));
    handling::Office office = office_.office();
    return handling::handle(office, id, request);
  }

  Result<handling::Receipt> sign(const cli::ScriptAct& act, const CaseId& id, const std::string& what, const handling::Act& request) {
    handling::Office office = office_.office();
    const std::string scan_file = act.part("扫描");
    const std::string scan = scan_file.empty() ? "" : read_bytes(path(scan_file));
    if (what != "全部") return handling::sign_paper(office, id, what, {request.signatory, scan, scan_file}, request);
    handling::Receipt last;
    const cases::Case before = office_.case_of(id.text());
    for (const cases::Paper& paper : before.papers) {
      if (!paper.sign || paper.signed_on || paper.state != cases::Paper::State::issued) continue;
      ANJUAN_TRY(last, handling::sign_paper(office, id, paper.id, {request.signatory, "", ""}, office_.act(act.on, request.signatory, desk_.recorder)));
    }
    return last;
  }

  Result<handling::Receipt> serve(const cli::ScriptAct& act, const CaseId& id, const std::string& what, const handling::Act& request) {
    handling::Service service;
    service.way = act.part("方式");
    service.place = act.part("地点");
    service.received_by = act.part("收件人");
    service.relation = act.part("关系");
    service.servers = act.part("送达人");
    handling::Office office = office_.office();
    return handling::serve_paper(office, id, what, service, request);
  }

  Result<handling::Receipt> read_sheet(const cli::ScriptAct& act, const CaseId& id, const handling::Act& request) {
    handling::Office office = office_.office();
    ANJUAN_TRY(handling::BlankSheet blank, handling::blank_sheet(office, id));
    forms::Answers answers;
    for (const auto& [key, value] : act.values) {
      const auto dot = key.find('.');
      if (dot == std::string::npos) answers.fields[key] = value;
      else if (key.substr(0, dot) == "其余") answers.others[key.substr(dot + 1)] = value;
      else answers.items[key.substr(0, dot)][key.substr(dot + 1)] = value;
    }
    const auto unknown = forms::fill_sheet(*blank.form, blank.book, answers);
    EXPECT_TRUE(unknown.empty()) << "the checklist has no " << join(unknown, "、");
    blank.book.created_seconds = request.recorded.seconds;
    ANJUAN_TRY(const std::string bytes, sheets::write_xlsx(blank.book, office.scratch_folder));
    return handling::read_back(office, id, bytes, blank.serial + ".xlsx", request);
  }

  FakeOffice& office_;
  Desk& desk_;
};

/// The acts of a script that must be readable.
inline std::vector<cli::ScriptAct> acts_of(const std::string& text, const std::string& file = "script") {
  return well(cli::read_script(text, file));
}

}  // namespace anjuan::support
