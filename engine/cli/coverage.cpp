// anjuan coverage: how far a year has come, trade by trade; who was not checked for years; who was visited
// too often; which registers are to be refreshed.

#include <ostream>

#include "base/text.h"
#include "cli/case_words.h"
#include "cli/columns.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "handling/coverage.h"
#include "handling/register_versions.h"

namespace anjuan::cli {
namespace {

using handling::Coverage;

std::string number(std::int64_t n) { return std::to_string(n); }

void print_trades(Terminal& terminal, const Coverage& c) {
  const bool zh = terminal.language == Language::chinese;
  Rows lines{zh ? std::vector<std::string>{"业务类别", "基数", "比例下限", "应查", "已查", "其中未办结", "还差", "检查次数", "单家最多", "上限", "达到上限", "超过上限"}
                : std::vector<std::string>{"trade", "base", "floor", "needed", "checked", "of these open", "missing", "visits", "most of one", "cap", "at cap", "over cap"}};
  for (const handling::TradeCoverage& t : c.trades) {
    lines.push_back({t.trade, number(t.base), t.percent + "%", number(t.needed), number(t.checked), number(t.open), number(t.missing()),
                     number(t.visits), number(t.most), number(t.cap), number(t.at_cap), number(t.over_cap)});
  }
  terminal.out << in_columns(lines);
}

/// How much of all checking was random, and what became of the year's plan.
void print_year(Terminal& terminal, const Coverage& c) {
  const bool zh = terminal.language == Language::chinese;
  if (c.checks > 0) {
    terminal.out << (zh ? "各类检查共" + number(c.checks) + "家次，其中随机抽查" + number(c.random) + "家次，占" + number(c.random * 100 / c.checks) + "%\n"
                        : "checks of every kind: " + number(c.checks) + ", drawn at random: " + number(c.random) + " (" + number(c.random * 100 / c.checks) + " %)\n");
  }
  if (c.planned.empty()) return;
  terminal.out << "\n" << (zh ? "年度计划执行：\n" : "the year's plan:\n");
  Rows lines{zh ? std::vector<std::string>{"序号", "任务", "业务类别", "拟抽数", "任务编号", "抽中"}
                : std::vector<std::string>{"number", "round", "trades", "planned", "carried out by", "drawn"}};
  for (const handling::PlannedProgress& p : c.planned) {
    lines.push_back({p.id, p.task, p.trades, number(p.planned), p.rounds.empty() ? terminal.say("尚未开展", "not begun") : join(p.rounds, terminal.say("、", ", ")), number(p.drawn)});
  }
  terminal.out << in_columns(lines, "  ");
}

void print_objects(Terminal& terminal, const Coverage& c) {
  const bool zh = terminal.language == Language::chinese;
  const std::string years = number(c.unchecked_years);
  if (!c.over.empty()) {
    terminal.out << "\n" << (zh ? "超过年度频次上限的对象：\n" : "visited more often than the yearly cap:\n");
    Rows lines;
    for (const handling::OverVisited& o : c.over) lines.push_back({o.id, o.name, o.trade, number(o.visits) + (zh ? "次（上限" : " visits (cap ") + number(o.cap) + (zh ? "次）" : ")")});
    terminal.out << in_columns(lines, "  ");
  }
  if (c.unchecked.empty()) return;
  terminal.out << "\n" << (zh ? "满" + years + "年没有检查过的对象（" + number(static_cast<std::int64_t>(c.unchecked.size())) + "家）：\n"
                             : "not checked for " + years + " years (" + number(static_cast<std::int64_t>(c.unchecked.size())) + "):\n");
  Rows lines;
  for (const handling::UncheckedObject& o : c.unchecked) {
    const std::string last = o.last ? (zh ? "上次检查" + official(*o.last) : "last on " + iso(*o.last)) : std::string(terminal.say("没有检查记录", "never, as far as recorded"));
    lines.push_back({o.id, o.name, o.trade, last});
  }
  terminal.out << in_columns(lines, "  ");
}

/// What the year still asks for, as warnings: trades below their share, registers to refresh.
Diagnostics warnings(const Coverage& c, const std::vector<handling::DueRow>& refreshes) {
  Diagnostics out;
  const bool over = c.on > c.year_end;
  for (const handling::TradeCoverage& t : c.trades) {
    if (t.missing() == 0 || !c.warned()) continue;
    const std::string missing = number(t.missing());
    if (over) out.push_back(diagnose(year_below_share, Place{}, number(c.year), t.trade, missing));
    else out.push_back(diagnose(year_ends_soon, Place{}, t.trade, missing, number(c.working_days_left)));
  }
  for (const handling::PlannedProgress& p : c.planned) {
    if (!p.rounds.empty() || !c.warned()) continue;
    if (over) out.push_back(diagnose(plan_not_begun_in_year, Place{}, number(c.year), p.id, p.task));
    else out.push_back(diagnose(plan_not_begun, Place{}, p.id, p.task, number(c.working_days_left)));
  }
  if (c.warned() && !c.mostly_random()) out.push_back(diagnose(mostly_not_random, Place{}, number(c.checks), number(c.random), number(c.random_share)));
  for (const handling::DueRow& r : refreshes) out.push_back(diagnose(refresh_to_do, Place{}, r.title, iso(r.due), handling::left_of(r)));
  return out;
}

Outcome write_files(Terminal& terminal, const CommandLine& line, const handling::Office& office, const handling::CoverageRequest& request) {
  if (line.has("pdf")) {
    ANJUAN_TRY(const std::string bytes, handling::coverage_pdf(office, request));
    ANJUAN_DO(write_output(line.get("pdf"), bytes));
    terminal.out << terminal.say("文件：", "file: ") << line.get("pdf") << "\n";
  }
  if (line.has("xlsx")) {
    ANJUAN_TRY(const std::string bytes, handling::coverage_workbook(office, request));
    ANJUAN_DO(write_output(line.get("xlsx"), bytes));
    terminal.out << terminal.say("文件：", "file: ") << line.get("xlsx") << "\n";
  }
  return Done{};
}

/// The day and the year asked about: a year that is over is looked at on its last day.
Result<std::pair<int, Day>> asked_year(const Terminal& terminal, const CommandLine& line) {
  ANJUAN_TRY(Day on, asked_day(terminal, line.get("on")));
  if (!line.has("year")) return std::pair(year_of(on), on);
  const auto year = parse_integer(line.get("year"));
  if (!year || *year < 1949 || *year > 9999) return diagnose(bad_year, Place{}, line.get("year"));
  const Day last = make_day(static_cast<int>(*year), 12, 31);
  if (!line.has("on") && on > last) on = last;
  return std::pair(static_cast<int>(*year), on);
}

Outcome coverage(Terminal& terminal, const CommandLine& line) {
  ANJUAN_TRY(const auto asked, asked_year(terminal, line));
  ANJUAN_TRY(const auto office, open_office(terminal));
  const handling::Office mine = office->office();
  ANJUAN_TRY(const Coverage c, handling::coverage_of(mine, asked.first, asked.second));
  ANJUAN_TRY(const auto reading, office->store->read());
  ANJUAN_TRY(const auto refreshes, handling::refreshes_due(*reading, *office->library.registers, *office->calendar, asked.second));
  if (terminal.language == Language::chinese) {
    terminal.out << c.year << "年度抽查覆盖情况，截至" << official(c.on) << "，检查对象名录第" << c.register_version << "版\n";
  } else {
    terminal.out << "coverage of " << c.year << " as of " << iso(c.on) << ", version " << c.register_version << " of the register of targets\n";
  }
  print_trades(terminal, c);
  print_year(terminal, c);
  print_objects(terminal, c);
  remark(terminal, warnings(c, refreshes));
  return write_files(terminal, line, mine, {c, terminal.now});
}

int run_coverage(Terminal& terminal, const CommandLine& line) {
  const Outcome done = coverage(terminal, line);
  return done.ok() ? status_done : report(terminal, done.diagnostics());
}

}  // namespace

Command coverage_command() {
  return {{"coverage", {"年度覆盖情况：各行业查了几家、还差几家，每家查了几次", "how far the year has come: objects checked of each trade, visits of each object"}, {},
           {{"year", "年度", {"哪一年，默认今年", "which year, default this one"}},
            {"on", "日期", {"按哪一天计算，默认今天", "counted as of this date, default today"}},
            {"pdf", "文件", {"同时写成年度抽查覆盖情况表", "also write it as PDF"}},
            {"xlsx", "文件", {"同时写成电子表格", "also write it as a workbook"}}}}, run_coverage};
}

}  // namespace anjuan::cli
