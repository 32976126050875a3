// The acts of the day: open a round, an event, a filled sheet read back, time that passes.

#include <filesystem>
#include <ostream>
#include <random>

#include "base/text.h"
#include "cli/act_options.h"
#include "cli/messages.h"
#include "handling/handle.h"
#include "handling/typed_values.h"
#include "store/disk.h"

namespace anjuan::cli {
namespace {

/// 256 bits from the system, for the office's secret of a draw.
std::string random_secret() {
  std::random_device source;
  std::string bytes;
  for (int i = 0; i < 32; ++i) bytes += static_cast<char>(source() & 0xff);
  return hex(bytes);
}

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
  return diagnose(missing_option, Place{}, "--procedure", join(names, "、"));
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

/// The sealed secret, once, into a file of its own: it is printed, sealed in envelopes, and deleted. It is on the
/// disk before the act that commits to it: a list frozen on a number that nobody knows could never be drawn from.
Outcome keep_secret(const std::string& path, const std::string& secret) {
  if (store::disk::exists(path)) return diagnose(secret_file_exists, Place{}, path);
  ANJUAN_TRY([[maybe_unused]] const Done written, store::disk::write_new_file(path, secret + "\n"));
  const auto folder = std::filesystem::path(path).parent_path();
  return store::disk::sync_folder(folder.empty() ? "." : folder.string());
}

/// What to do with it. After a fault it may belong to a list that is frozen all the same.
void tell_secret(Terminal& terminal, const std::string& path, bool recorded) {
  terminal.out << terminal.say("机关随机数已写入：", "the office's secret number is in: ") << path;
  if (recorded) {
    terminal.out << terminal.say("。请打印两份，分别装入信封密封，交两人保管，然后删除该文件；抽取时当众拆封照录。\n",
                                 ". Print it twice, seal both copies with two keepers, delete the file; it is opened in public at the draw.\n");
  } else {
    terminal.out << terminal.say("。请先用 anjuan show 看名单冻结了没有：已经冻结的，打印密封；没有冻结的，删除该文件后重新办理。\n",
                                 ". See by anjuan show whether the list is frozen: if so, print and seal it; if not, delete the file and do it again.\n");
  }
}

int run_event(Terminal& terminal, const CommandLine& line) {
  const std::string secret_file = line.get("secret-file");
  std::string secret;
  if (!secret_file.empty()) {
    secret = random_secret();
    if (const Outcome kept = keep_secret(secret_file, secret); !kept.ok()) return report(terminal, kept.diagnostics());
  }
  const int status = with_office(terminal, line, [&](OpenOffice&, handling::Office& office, handling::Act& act) -> Result<handling::Receipt> {
    act.event = line.get("EVENT");
    act.secret = secret;
    ANJUAN_TRY(const handling::Typed typed, handling::typed_pairs(line.all("set")));
    ANJUAN_TRY(act.values, handling::typed_values(office, CaseId(line.get("CASE")), act.event, typed, read_whole));
    return handling::handle(office, CaseId(line.get("CASE")), act);
  });
  if (secret.empty()) return status;
  if (status == status_refused) store::disk::remove(secret_file);
  else tell_secret(terminal, secret_file, status == status_done);
  return status;
}

int run_sheet(Terminal& terminal, const CommandLine& line) {
  return with_office(terminal, line, [&](OpenOffice&, handling::Office& office, handling::Act& act) -> Result<handling::Receipt> {
    std::string bytes;
    const std::string path = line.get("FILE");
    if (!read_whole(path, bytes)) return diagnose(cannot_read, Place{}, path);
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
  options.push_back({"secret-file", "文件", {"冻结名单时：产生机关随机数，写入这个文件供密封", "when a list is frozen: make the office's secret number and write it here"}});
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
