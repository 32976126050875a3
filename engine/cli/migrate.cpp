// anjuan migrate: running cases go over to the office's current definitions. Without --apply it is tried
// out and told, and nothing is written.

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "cli/act_options.h"
#include "cli/case_words.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "cli/plan_words.h"
#include "handling/migrate.h"

namespace anjuan::cli {
namespace {

Result<handling::MigrationMap> read_map(const CommandLine& line) {
  handling::MigrationMap map;
  if (line.has("mapping")) {
    const std::string path = line.get("mapping");
    std::string bytes;
    if (!read_whole(path, bytes)) return unreadable(path);
    ANJUAN_TRY(map, handling::load_migration_map(bytes, path));
  }
  for (const std::string& pair : line.all("map")) {
    ANJUAN_DO(handling::add_state(map, pair));
  }
  for (const std::string& limit : line.all("end-limit")) map.any.limits[limit] = "";
  for (const std::string& pair : line.all("set")) {
    ANJUAN_DO(handling::add_value(map, pair));
  }
  return map;
}

Result<std::vector<handling::CasePlan>> plan(const OpenOffice& office, const CommandLine& line, Day on) {
  ANJUAN_TRY(const handling::MigrationMap map, read_map(line));
  ANJUAN_TRY(const auto reading, office.store->read());
  std::vector<CaseId> only;
  for (const std::string& id : line.all("CASE")) only.emplace_back(id);
  return handling::plan_migration(office.office(), *reading, {office.library, map, only, on});
}

void print_heading(Terminal& terminal, const OpenOffice& office) {
  const std::string current = edition_words(office.library.edition).in(terminal.language);
  if (terminal.language == Language::chinese) terminal.out << "现行的是" << current << "。下面这些任务和案件还按旧版办理，试算如下，没有写入任何内容。\n\n";
  else terminal.out << "The current definitions are " << current << ". These rounds and cases run on an older one; tried out, nothing was written.\n\n";
}

int print_trial(Terminal& terminal, const OpenOffice& office, const std::vector<handling::CasePlan>& plans) {
  print_heading(terminal, office);
  for (const handling::CasePlan& one : plans) {
    print_plan(terminal, one);
    terminal.out << "\n";
  }
  const auto can = std::count_if(plans.begin(), plans.end(), [](const auto& p) { return p.migration.has_value(); });
  const auto cannot = static_cast<std::ptrdiff_t>(plans.size()) - can;
  if (terminal.language == Language::chinese) {
    terminal.out << "可以迁移 " << can << " 个，不能迁移 " << cannot << " 个。";
    if (can > 0) terminal.out << "确认以后，原样再写一遍命令，加上 --apply --by 签署人 --reason 理由。";
  } else {
    terminal.out << "Can move: " << can << "; cannot: " << cannot << ".";
    if (can > 0) terminal.out << " To do it: the same command with --apply --by PERSON --reason WHY.";
  }
  terminal.out << "\n";
  return cannot == 0 ? status_done : status_refused;
}

/// The act of one case; what it tells, on a few lines. Whether the case was moved; a fault ends the command.
Result<bool> apply_one(Terminal& terminal, handling::Office& office, const handling::CasePlan& one, const std::string& reason, const handling::Act& act) {
  const auto done = handling::migrate_case(office, one.id, {one.map, reason}, act);
  if (!done.ok() && has_fault(done.diagnostics())) return done.diagnostics();
  if (!done.ok()) {
    handling::CasePlan refused = one;
    refused.migration.reset();
    refused.reasons = done.diagnostics();
    print_plan(terminal, refused);
    return false;
  }
  const bool zh = terminal.language == Language::chinese;
  terminal.out << one.id.text() << "　" << one.title << (zh ? "　已迁移到" : "  moved to ") << edition_words(one.edition_is).in(terminal.language) << (zh ? "（第" : " (entry ")
               << done->journal_n << (zh ? "条记录）\n" : ")\n");
  for (const handling::ToldLimit& limit : done->limits) terminal.out << terminal.say("  期限　", "  limit  ") << moved_words(limit, terminal.language) << "\n";
  print_values(terminal, *one.migration);
  return true;
}

int apply(Terminal& terminal, const OpenOffice& folder, const CommandLine& line, const std::vector<handling::CasePlan>& plans) {
  const auto act = read_act(terminal, folder, line);
  if (!act.ok()) return report(terminal, act.diagnostics());
  for (const char* needed : {"by", "reason"}) {
    if (!line.has(needed)) return report(terminal, {diagnose(migrate_needs, Place{}, std::string("--") + needed)}), status_usage;
  }
  handling::Office office = folder.office();
  if (const auto signatory = cases::find_person(office.bureau, act->signatory); !signatory.ok()) {
    handling::record_refusal(office, "migrate", CaseId(), *act, signatory.diagnostics());
    return report(terminal, signatory.diagnostics());
  }
  std::size_t moved = 0;
  Diagnostics faults;
  for (const handling::CasePlan& one : plans) {
    if (!one.migration) {
      handling::record_refusal(office, "migrate", one.id, *act, one.reasons);
      print_plan(terminal, one);
      continue;
    }
    const auto done = apply_one(terminal, office, one, line.get("reason"), *act);
    if (!done.ok()) faults = done.diagnostics();
    if (!faults.empty()) break;
    moved += *done ? 1 : 0;
  }
  const std::size_t stay = plans.size() - moved;
  if (terminal.language == Language::chinese) {
    terminal.out << "已迁移 " << moved << " 个，仍按旧版办理 " << stay << " 个。";
    if (moved > 0) terminal.out << "在案件再办别的事以前可以撤销：anjuan migrate --undo 编号 --by 签署人 --reason 理由。";
  } else {
    terminal.out << "Moved: " << moved << "; staying on the older version: " << stay << ".";
    if (moved > 0) terminal.out << " Until the next act of a case: anjuan migrate --undo CASE --by PERSON --reason WHY.";
  }
  terminal.out << "\n";
  if (!faults.empty()) return moved > 0 ? (remark(terminal, faults), status_fault) : report(terminal, faults);
  return stay == 0 ? status_done : status_refused;
}

int undo(Terminal& terminal, const OpenOffice& folder, const CommandLine& line) {
  for (const char* needed : {"by", "reason"}) {
    if (!line.has(needed)) return report(terminal, {diagnose(migrate_needs, Place{}, std::string("--") + needed)}), status_usage;
  }
  const auto act = read_act(terminal, folder, line);
  if (!act.ok()) return report(terminal, act.diagnostics());
  handling::Office office = folder.office();
  const CaseId id(line.get("undo"));
  const auto done = handling::undo_migration(office, id, line.get("reason"), *act);
  if (!done.ok()) return report(terminal, done.diagnostics());
  terminal.out << id.text() << terminal.say("　已撤销迁移，恢复到迁移以前（第", "  is back where it was before the migration (entry ") << done->journal_n << terminal.say("条记录），现在：", "), now: ")
               << join(done->labels, "；") << "\n";
  for (const handling::ToldLimit& limit : done->limits) terminal.out << terminal.say("  期限　", "  limit  ") << moved_words(limit, terminal.language) << "\n";
  return status_done;
}

int run_migrate(Terminal& terminal, const CommandLine& line) {
  const auto day = asked_day(terminal, line.get("on"));
  if (!day.ok()) return report(terminal, day.diagnostics());
  const auto office = open_office(terminal);
  if (!office.ok()) return report(terminal, office.diagnostics());
  if (line.has("undo")) return undo(terminal, **office, line);
  const auto plans = plan(**office, line, *day);
  if (!plans.ok()) return report(terminal, plans.diagnostics());
  if (plans->empty()) {
    terminal.out << terminal.say("没有要迁移的：在办的任务和案件都按现行版本办理。\n", "Nothing to migrate: all live rounds and cases run on the current version.\n");
    return status_done;
  }
  return line.has("apply") ? apply(terminal, **office, line, *plans) : print_trial(terminal, **office, *plans);
}

}  // namespace

Command migrate_command() {
  return {{"migrate", {"在办案件改按现行流程办理：先试算，确认以后写入，可以撤销", "move running cases to the current definitions: tried out first, then recorded, reversible"},
           {{"CASE", {"案件或任务编号，不写就是全部", "ids of cases or rounds; none: all"}, false, true}},
           {{"map", "旧=新", {"环节或期限改了编号的：旧编号=新编号；几条并行的线用 + 连接；可写多次", "the new id of a state or limit: OLD=NEW, several with +; may be repeated"}, false, true},
            {"end-limit", "期限", {"新流程里不再计算的期限就此结束，可写多次", "ends a time limit that does not go on, may be repeated"}, false, true},
            {"set", "名称=内容", {"给新流程的数据项填上内容，可写多次", "a value for a data item, may be repeated"}, false, true},
            {"mapping", "文件", {"迁移对照文件", "a mapping file"}},
            {"apply", "", {"写入；不写这一项只是试算", "record it; without this it is only tried out"}},
            {"undo", "编号", {"撤销这个案件的迁移（再办别的事以前）", "take the migration of a case back (before its next act)"}},
            {"on", "日期", {"迁移的日期，默认今天", "date of the migration, default today"}},
            {"by", "人员", {"签署人（谁决定的）：写入和撤销时必填", "signatory (who decided): needed to record or undo"}},
            {"reason", "理由", {"为什么迁移：写入和撤销时必填", "why: needed to record or undo"}},
            {"recorder", "人员", {"记录人，默认当前登录用户；只有演练时可以另写", "recorder, default the logged-in user; may be given in an exercise only"}}}}, run_migrate};
}

}  // namespace anjuan::cli
