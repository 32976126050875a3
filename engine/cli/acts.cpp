// The acts of the day: open a round, an event, a filled sheet read back, time that passes.

#include <ostream>

#include "base/text.h"
#include "cli/act_options.h"
#include "cli/envelopes.h"
#include "cli/messages.h"
#include "handling/handle.h"
#include "handling/typed_values.h"
#include "sheets/bounds.h"
#include "store/disk.h"

namespace anjuan::cli {
namespace {

int with_office(Terminal& terminal, const CommandLine& line,
                const std::function<Result<handling::Receipt>(OpenOffice&, handling::Office&, handling::Act&)>& act_on) {
  auto office = open_office(terminal);
  if (!office.ok()) return report(terminal, office.diagnostics());
  auto act = read_act(terminal, **office, line);
  if (!act.ok()) return report(terminal, act.diagnostics());
  handling::Office mine = (*office)->office();
  return tell(terminal, **office, act_on(**office, mine, *act));
}

/// The one procedure of a round that the office has; where there are several, the clerk must say which.
Result<std::string> only_round(const OpenOffice& office) {
  std::vector<std::string> names;
  for (const auto& [name, loaded] : office.library.procedures) {
    if (loaded.content->kind == "round") names.push_back(name);
  }
  if (names.size() == 1) return names.front();
  return diagnose(missing_option, Place{}, "--procedure", enumerated(names));
}

int run_round(Terminal& terminal, const CommandLine& line) {
  return with_office(terminal, line, [&](OpenOffice& folder, handling::Office& office, handling::Act& act) -> Result<handling::Receipt> {
    act.event = line.get("procedure");
    if (act.event.empty()) {
      ANJUAN_TRY(act.event, only_round(folder));
    }
    return handling::open_round(office, CaseId(line.get("ROUND")), act.event, act);
  });
}

/// What the clerk does with the pages, once. After a fault they may belong to a list that is frozen all the same.
void tell_envelopes(Terminal& terminal, const std::vector<std::string>& pages, bool recorded) {
  if (pages.empty()) return;
  for (const std::string& page : pages) terminal.out << terminal.say("  信封页：", "  envelope page: ") << page << "\n";
  if (!recorded) {
    terminal.out << terminal.say("请先用 anjuan show 看名单冻结了没有：已经冻结的，照下面的办；没有冻结的，删除这些文件后重新办理。\n",
                                 "See by anjuan show whether the list is frozen: if so, do as follows; if not, delete the files and do it again.\n");
  }
  terminal.out << terminal.say("请立即各打印一份，当场装入信封密封，交页上写明的保管人，然后删除这些文件（shred -u）。机关随机数没有存入案卷库，"
                               "信封都遗失的只能作废重来；抽取时先掷骰、后拆封。\n",
                               "Print each once now, seal it in its envelope for the keeper named on it, then delete the files (shred -u). The office "
                               "keeps nothing of the number: if all envelopes are lost, the draw is voided. Dice first, envelopes after.\n");
}

Result<handling::Receipt> record_event(OpenOffice& folder, handling::Office& office, handling::Act& act, const CommandLine& line,
                                       std::optional<Envelopes>& envelopes) {
  act.event = line.get("EVENT");
  if (line.has("envelopes")) {
    ANJUAN_TRY(envelopes, Envelopes::into(line.get("envelopes"), folder.folder));
    act.secret = random_secret();
    act.take_out = [&envelopes](const handling::EnvelopePage& page) { return envelopes->write(page); };
  }
  ANJUAN_TRY(const handling::Typed typed, handling::typed_pairs(line.all("set")));
  ANJUAN_TRY(act.values, handling::typed_values(office, CaseId(line.get("CASE")), act.event, typed, read_whole));
  return handling::handle(office, CaseId(line.get("CASE")), act);
}

int run_event(Terminal& terminal, const CommandLine& line) {
  std::optional<Envelopes> envelopes;
  const int status = with_office(terminal, line, [&](OpenOffice& folder, handling::Office& office, handling::Act& act) {
    Result<handling::Receipt> receipt = record_event(folder, office, act, line, envelopes);
    if (!receipt.ok() && envelopes && !has_fault(receipt.diagnostics())) envelopes->take_back();
    return receipt;
  });
  if (envelopes) tell_envelopes(terminal, envelopes->written(), status == status_done);
  return status;
}

int run_sheet(Terminal& terminal, const CommandLine& line) {
  return with_office(terminal, line, [&](OpenOffice&, handling::Office& office, handling::Act& act) -> Result<handling::Receipt> {
    std::string bytes;
    const std::string path = line.get("FILE");
    if (!read_at_most(sheets::max_workbook_bytes, path, bytes)) return unreadable(path);
    return handling::read_back(office, CaseId(line.get("CASE")), bytes, path, act);
  });
}

int run_tick(Terminal& terminal, const CommandLine& line) {
  return with_office(terminal, line, [&](OpenOffice&, handling::Office& office, handling::Act& act) { return handling::raise_due(office, act); });
}

}  // namespace

Command round_command() {
  std::vector<OptionRule> options = act_options(false);
  options.push_back({"procedure", "流程", {"任务流程的名称；只有一个时可以不写", "name of the round's procedure; may be left out where there is one only"}});
  return {{"round open", {"开一个抽查任务", "open a round"}, {{"ROUND", {"任务编号，如 2026-1", "id of the round, e.g. 2026-1"}}}, options}, run_round};
}

Command event_command() {
  std::vector<OptionRule> options = act_options(true);
  options.push_back({"envelopes", "文件夹", {"冻结名单时：产生机关随机数，把各保管人的信封页写入案卷库以外的这个文件夹，打印后删除", "when a list is frozen: make the office's secret number and write a page for each keeper's envelope into this folder outside the office; print and delete them"}});
  return {{"event", {"办一件事：提交、批准、通知、检查、报告、归档……（anjuan show 列出可办的事）", "record an act (anjuan show lists what may be done)"},
           {{"CASE", {"案件或任务编号", "id of the case or round"}}, {"EVENT", {"事件，如 批准检查", "the event"}}}, options}, run_event};
}

Command sheet_read_command() {
  return {{"sheet read", {"读回填好的检查表", "read a filled checklist back"},
           {{"CASE", {"案件编号", "id of the case"}}, {"FILE", {"填好的表格", "the filled sheet"}}}, act_options(false)}, run_sheet};
}

Command tick_command() {
  return {{"tick", {"到某日为止的期限逐一届满（异议期满、逾期标记等）", "let time limits up to a date fall due"}, {}, act_options(false)}, run_tick};
}

}  // namespace anjuan::cli
