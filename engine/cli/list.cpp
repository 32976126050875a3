// anjuan list: rounds and their cases, where each stands and what is due next.

#include <map>
#include <ostream>

#include "cases/case_value.h"
#include "cli/case_words.h"
#include "cli/columns.h"
#include "cli/command.h"
#include "cli/plan_words.h"

namespace anjuan::cli {
namespace {

/// "2026年9月24日 完成检查报告（还剩3个工作日）", "" when nothing runs.
std::string next_limit(const OpenOffice& office, const cases::CaseRow& row, Day on, Language language) {
  if (row.finished) return "";
  const auto limits = handling::due_of(cases::case_from(row.body), row.title, *office.calendar, on);
  if (limits.empty()) return "";
  const handling::DueRow& first = limits.front();
  const bool zh = language == Language::chinese;
  return (zh ? official(first.due) : iso(first.due)) + " " + first.label + (zh ? "（" : " (") + handling::left_of(first).in(language) + (zh ? "）" : ")");
}

void print(Terminal& terminal, const OpenOffice& office, const std::vector<cases::CaseRow>& rows, Day on) {
  const bool zh = terminal.language == Language::chinese;
  std::vector<std::vector<std::string>> lines{{zh ? "编号" : "id", zh ? "名称" : "title", zh ? "下一期限" : "next time limit", zh ? "现在" : "now"}};
  std::size_t rounds = 0, finished = 0, older = 0;
  const auto line = [&](const cases::CaseRow& row, const char* indent) {
    std::string standing = row.finished ? row.label + (zh ? "（已办结）" : " (finished)") : row.label;
    const int edition = cases::case_from(row.body).edition;
    if (!row.finished && edition != 0 && edition != office.library.edition) {
      standing += (zh ? "（按" : " (") + edition_words(edition).in(terminal.language) + (zh ? "流程）" : ")");
      ++older;
    }
    lines.push_back({indent + row.id.text(), row.title, next_limit(office, row, on, terminal.language), standing});
    finished += row.finished ? 1 : 0;
  };
  for (const cases::CaseRow& row : rows) {
    if (!row.round.empty()) continue;
    ++rounds;
    line(row, "");
    for (const cases::CaseRow& child : rows) {
      if (child.round == row.id) line(child, "  ");
    }
  }
  terminal.out << in_columns(lines);
  const std::size_t cases = rows.size() - rounds;
  if (zh) terminal.out << "共 " << rounds << " 个任务、" << cases << " 个案件，其中办结 " << finished << " 个。\n";
  else terminal.out << rounds << " rounds, " << cases << " cases; " << finished << " finished.\n";
  if (older > 0 && zh) terminal.out << older << " 个按旧版流程办理（现行" << edition_words(office.library.edition).zh << "）；改按现行流程办理的，先用迁移命令试算。\n";
  if (older > 0 && !zh) terminal.out << older << " run on an older version (current: " << edition_words(office.library.edition).en << "); try anjuan migrate.\n";
}

int run_list(Terminal& terminal, const CommandLine& line) {
  const auto on = asked_day(terminal, line.get("on"));
  if (!on.ok()) return report(terminal, on.diagnostics());
  const auto office = open_office(terminal);
  if (!office.ok()) return report(terminal, office.diagnostics());
  const auto reading = (*office)->store->read();
  if (!reading.ok()) return report(terminal, reading.diagnostics());
  const auto rows = (*reading)->list_cases(true);
  if (!rows.ok()) return report(terminal, rows.diagnostics());
  if (rows->empty()) {
    terminal.out << terminal.say("还没有任务。用 anjuan round open 开一个抽查任务。\n", "There is no round yet; anjuan round open makes one.\n");
    return status_done;
  }
  print(terminal, **office, *rows, *on);
  return status_done;
}

}  // namespace

Command list_command() {
  return {{"list", {"列出任务和案件：现在到了哪一步，下一个期限是哪天", "list rounds and cases: where each stands, what is due next"}, {},
           {{"on", "日期", {"按哪一天计算，默认今天", "counted as of this date, default today"}}}}, run_list};
}

}  // namespace anjuan::cli
