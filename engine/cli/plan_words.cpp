#include "cli/plan_words.h"

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "cli/columns.h"

namespace anjuan::cli {
namespace {

using procedure::DataMove;
using procedure::LimitMove;

std::string day_words(Day day, Language language) { return language == Language::chinese ? official(day) : iso(day); }

std::string due_words(const calendar::Deadline& deadline, Language language) {
  return day_words(deadline.due, language) + (!deadline.provisional ? "" : language == Language::chinese ? "（暂定）" : " (provisional)");
}

std::string length_words(const calendar::TimeLimit& limit, Language language) {
  const std::string unit = calendar::name_of(limit.unit).in(language);
  return std::to_string(limit.length) + (language == Language::chinese ? "" : " ") + unit;
}

/// Rows of three columns: what kind of thing, its name, what becomes of it.

void add_limits(Rows& rows, const procedure::Migration& migration, Language language) {
  const bool zh = language == Language::chinese;
  for (const LimitMove& limit : migration.limits) {
    if (limit.kind == LimitMove::Kind::kept) continue;
    std::string how = zh ? "新流程没有这个期限，不再计算" : "no longer in the new procedure: it ends";
    if (limit.kind == LimitMove::Kind::moved) {
      how = due_words(limit.due_was, language) + " → " + due_words(limit.due_is, language) + (zh ? "（" : " (") + length_words(limit.was, language) + " → " +
            length_words(limit.is, language) + (zh ? "）" : ")");
      if (limit.overdue_at_once) how += zh ? "，迁移后已经逾期" : ", overdue at once";
    }
    rows.push_back({zh ? "期限" : "limit", limit.label, how});
  }
  for (const procedure::LimitNotStarted& limit : migration.not_started) {
    rows.push_back({zh ? "期限" : "limit", limit.label,
                    zh ? "新流程在进入“" + limit.state + "”时开始计算；本案已经在这里，不会补算" : "starts on entry of “" + limit.state + "”, where the case is already: not started"});
  }
}

void add_papers(Rows& rows, const std::vector<handling::PaperMove>& papers, Language language) {
  const bool zh = language == Language::chinese;
  using Kind = handling::PaperMove::Kind;
  for (const handling::PaperMove& paper : papers) {
    const std::string how = paper.how.in(language);
    std::string words = how;
    if (paper.kind == Kind::added) words = (zh ? "以后要制作" : "to be made") + (how.empty() ? "" : (zh ? "（" : " (") + how + (zh ? "）" : ")"));
    if (paper.kind == Kind::dropped) words = zh ? "以后不再制作" : "no longer made";
    if (paper.kind == Kind::lacking) words = how + (zh ? "，但制作它的环节本案已经走过" : ", but the state that makes it has been passed");
    rows.push_back({zh ? "文书" : "paper", paper.slot, words});
  }
}

void add_data(Rows& rows, const std::vector<DataMove>& data, Language language) {
  const bool zh = language == Language::chinese;
  for (const DataMove& item : data) {
    const std::string value = item.value.empty() ? (zh ? "（空）" : "(empty)") : shortened(display(item.value), 40);
    std::string words;
    if (item.kind == DataMove::Kind::added) words = (zh ? "新增，开始时为 " : "new, begins as ") + value;
    if (item.kind == DataMove::Kind::dropped) words = (zh ? "不再保留，现在是 " : "no longer kept, is ") + value;
    if (item.kind == DataMove::Kind::renamed) words = zh ? "改用新编号，内容不变" : "under its new id, unchanged";
    if (item.kind == DataMove::Kind::set) words = (zh ? "记为 " : "set to ") + value;
    rows.push_back({zh ? "内容" : "data", item.label, words});
  }
}

void add_states(Rows& rows, const handling::CasePlan& plan, Language language) {
  const bool zh = language == Language::chinese;
  for (const auto& state : plan.matched) {
    rows.push_back({zh ? "环节" : "state", state.label, zh ? "编号由 " + state.was + " 改为 " + state.is + "，名称没有变，自动接上" : "its id is now " + state.is + " (before: " + state.was + "), matched by its label"});
  }
}

void print_reasons(Terminal& terminal, const Diagnostics& reasons) {
  terminal.out << terminal.say("  不能迁移\n", "  cannot move\n");
  for (const Diagnostic& d : reasons) {
    terminal.out << "    " << wrapped(sentence(d, terminal.language), line_width, "    ") << "\n";
    const std::string next = hint(d, terminal.language);
    if (!next.empty()) terminal.out << terminal.say("      提示  ", "      hint  ") << wrapped(next, line_width, "            ") << "\n";
  }
}

}  // namespace

Wording edition_words(int edition) {
  if (edition == 0) return {"原来的版本", "the earlier version"};
  return {"第" + std::to_string(edition) + "版", "version " + std::to_string(edition)};
}

bool is_noticed(const handling::CasePlan& plan) {
  if (!plan.migration) return true;
  const auto moves = [](const LimitMove& limit) { return limit.kind != LimitMove::Kind::kept; };
  return std::any_of(plan.migration->limits.begin(), plan.migration->limits.end(), moves) || !plan.migration->not_started.empty() ||
         !plan.migration->data.empty() || !plan.papers.empty() || plan.migration->states_was != plan.migration->states_is;
}

std::string moved_words(const handling::ToldLimit& limit, Language language) {
  const std::string was = limit.was ? day_words(*limit.was, language) + " → " : "";
  return limit.label + (language == Language::chinese ? "　" : "  ") + was + day_words(limit.due, language) +
         (!limit.provisional ? "" : language == Language::chinese ? "（暂定）" : " (provisional)");
}

void print_values(Terminal& terminal, const procedure::Migration& migration) {
  Rows rows;
  add_data(rows, migration.data, terminal.language);
  terminal.out << in_columns(rows, "  ");
}

void print_plan(Terminal& terminal, const handling::CasePlan& plan) {
  const Language language = terminal.language;
  terminal.out << plan.id.text() << "　" << plan.title << "　" << edition_words(plan.edition_was).in(language) << " → " << edition_words(plan.edition_is).in(language) << "\n";
  if (!plan.migration) return print_reasons(terminal, plan.reasons);
  const procedure::Migration& migration = *plan.migration;
  const std::string was = join(migration.states_was, "；"), is = join(migration.states_is, "；");
  terminal.out << terminal.say("  现在：", "  now: ") << was << (was == is ? "" : " → " + is) << "\n";
  Rows rows;
  add_states(rows, plan, language);
  add_limits(rows, migration, language);
  add_papers(rows, plan.papers, language);
  add_data(rows, migration.data, language);
  terminal.out << in_columns(rows, "  ");
  if (!rows.empty() || was != is) return;
  terminal.out << (plan.same_procedure ? terminal.say("  办理上没有变化\n", "  nothing changes in its handling\n")
                                       : terminal.say("  眼下没有变化；以后走到改动的地方，按新版办\n", "  nothing changes now; what lies ahead follows the new version\n"));
}

}  // namespace anjuan::cli
