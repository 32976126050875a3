// anjuan list: rounds and their cases, where each stands and what is due next.

#include <map>
#include <ostream>
#include <set>

#include "cases/case_value.h"
#include "cli/case_words.h"
#include "cli/columns.h"
#include "cli/command.h"
#include "cli/plan_words.h"

namespace anjuan::cli {
namespace {

/// Lines for one look. An office of years holds more, most of it finished.
constexpr std::int64_t at_most = 500;

/// "2026年9月24日 完成检查报告（还剩3个工作日）", "" when nothing runs.
std::string next_limit(const OpenOffice& office, const cases::CaseRow& row, Day on, Language language) {
  if (row.finished) return "";
  const auto limits = handling::due_of(cases::case_from(row.body), row.title, *office.calendar, on);
  if (limits.empty()) return "";
  const handling::DueRow& first = limits.front();
  const bool zh = language == Language::chinese;
  return (zh ? official(first.due) : iso(first.due)) + " " + first.label + (zh ? "（" : " (") + handling::left_of(first).in(language) + (zh ? "）" : ")");
}

/// Rounds with their cases after them, both by id. Cases whose round is not among the rows stand alone.
std::vector<const cases::CaseRow*> by_rounds(const std::vector<cases::CaseRow>& rows) {
  std::set<CaseId> rounds;
  for (const cases::CaseRow& row : rows) {
    if (row.round.empty()) rounds.insert(row.id);
  }
  std::map<CaseId, std::vector<const cases::CaseRow*>> children;
  std::vector<const cases::CaseRow*> out;
  for (const cases::CaseRow& row : rows) {
    if (rounds.contains(row.round)) children[row.round].push_back(&row);
  }
  for (const cases::CaseRow& row : rows) {
    if (rounds.contains(row.round)) continue;
    out.push_back(&row);
    const auto& mine = children[row.id];
    out.insert(out.end(), mine.begin(), mine.end());
  }
  return out;
}

/// What of a large office was not listed, and how to see it.
void print_left_out(Terminal& terminal, const cases::CaseCount& count, std::size_t listed) {
  const std::int64_t left = count.rounds + count.cases - static_cast<std::int64_t>(listed);
  if (left <= 0) return;
  if (terminal.language == Language::chinese) terminal.out << "另有 " << left << " 个没有列出：办结的不列，一次最多列 " << at_most << " 行。看一个任务用 --round 编号，全部列出用 --all。\n";
  else terminal.out << left << " more are not listed: finished ones are left out, and at most " << at_most << " lines shown. --round ID shows one round, --all everything.\n";
}

void print(Terminal& terminal, const OpenOffice& office, const std::vector<cases::CaseRow>& rows, const cases::CaseCount& count, Day on) {
  const bool zh = terminal.language == Language::chinese;
  std::vector<std::vector<std::string>> lines{{zh ? "编号" : "id", zh ? "名称" : "title", zh ? "下一期限" : "next time limit", zh ? "现在" : "now"}};
  std::size_t older = 0;
  const auto line = [&](const cases::CaseRow& row, const char* indent) {
    std::string standing = row.finished ? row.label + (zh ? "（已办结）" : " (finished)") : row.label;
    const int edition = cases::case_from(row.body).edition;
    if (!row.finished && edition != 0 && edition != office.library.edition) {
      standing += (zh ? "（按" : " (") + edition_words(edition).in(terminal.language) + (zh ? "流程）" : ")");
      ++older;
    }
    lines.push_back({indent + row.id.text(), row.title, next_limit(office, row, on, terminal.language), standing});
  };
  for (const cases::CaseRow* row : by_rounds(rows)) line(*row, row->round.empty() ? "" : "  ");
  terminal.out << in_columns(lines);
  if (zh) terminal.out << "共 " << count.rounds << " 个任务、" << count.cases << " 个案件，其中办结 " << count.finished << " 个。\n";
  else terminal.out << count.rounds << " rounds, " << count.cases << " cases; " << count.finished << " finished.\n";
  print_left_out(terminal, count, rows.size());
  if (older > 0 && zh) terminal.out << older << " 个按旧版流程办理（现行" << edition_words(office.library.edition).zh << "）；改按现行流程办理的，先用迁移命令试算。\n";
  if (older > 0 && !zh) terminal.out << older << " run on an older version (current: " << edition_words(office.library.edition).en << "); try anjuan migrate.\n";
}

/// Everything where that is asked for or fits; else what is still running.
cases::Selection selection_of(const CommandLine& line, const cases::CaseCount& count) {
  cases::Selection which;
  if (line.has("round")) which.round = CaseId(line.get("round"));
  else if (!line.has("all") && count.rounds + count.cases > at_most) which = {.unfinished = true, .round = std::nullopt, .at_most = at_most};
  return which;
}

/// Of one round: it and its cases.
cases::CaseCount count_of(const std::vector<cases::CaseRow>& rows) {
  cases::CaseCount count;
  for (const cases::CaseRow& row : rows) {
    ++(row.round.empty() ? count.rounds : count.cases);
    count.finished += row.finished ? 1 : 0;
  }
  return count;
}

Outcome list_cases(Terminal& terminal, const CommandLine& line) {
  ANJUAN_TRY(const Day on, asked_day(terminal, line.get("on")));
  ANJUAN_TRY(const auto office, open_office(terminal));
  ANJUAN_TRY(const auto reading, office->store->read());
  ANJUAN_TRY(const cases::CaseCount count, reading->count_cases());
  if (line.has("round")) {
    ANJUAN_TRY([[maybe_unused]] const cases::CaseRow round, reading->load_case(CaseId(line.get("round"))));  // refused with the nearest id
  }
  ANJUAN_TRY(const auto rows, reading->select_cases(selection_of(line, count)));
  if (count.rounds + count.cases == 0) {
    terminal.out << terminal.say("还没有任务。用 anjuan round open 开一个抽查任务。\n", "There is no round yet; anjuan round open makes one.\n");
    return Done{};
  }
  print(terminal, *office, rows, line.has("round") ? count_of(rows) : count, on);
  return Done{};
}

int run_list(Terminal& terminal, const CommandLine& line) {
  const Outcome done = list_cases(terminal, line);
  return done.ok() ? status_done : report(terminal, done.diagnostics());
}

}  // namespace

Command list_command() {
  return {{"list", {"列出任务和案件：现在到了哪一步，下一个期限是哪天", "list rounds and cases: where each stands, what is due next"}, {},
           {{"on", "日期", {"按哪一天计算，默认今天", "counted as of this date, default today"}},
            {"round", "编号", {"只列一个任务和它的案件", "only one round and its cases"}},
            {"all", "", {"全部列出，也列办结的", "all of them, finished ones too"}}}}, run_list};
}

}  // namespace anjuan::cli
