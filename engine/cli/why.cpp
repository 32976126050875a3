// anjuan why: what a case waits for, from whom, by when and on which basis; what is not yet signed or
// served; what was refused lately.

#include <ostream>

#include "base/text.h"
#include "cli/case_words.h"
#include "cli/columns.h"
#include "cli/command.h"

namespace anjuan::cli {
namespace {

constexpr std::size_t refusals_shown = 5;

void print_waits(Terminal& terminal, const std::vector<handling::NextAct>& acts) {
  const bool zh = terminal.language == Language::chinese;
  terminal.out << "\n" << terminal.say("等什么", "waits for") << "\n";
  for (const handling::NextAct& act : acts) {
    terminal.out << "  " << act.what.label << (zh ? act.anybody ? "　" : "　由" : ", by ") << who_words(act, terminal.language);
    if (!act.basis.empty()) terminal.out << (zh ? "（依据" : " (") << act.basis << (zh ? "）" : ")");
    terminal.out << "\n" << obstacle_words(act.what, terminal.language, "      ");
  }
  if (acts.empty()) terminal.out << terminal.say("  没有等人办的事；只等期限届满，或者等任务（案件）那边办结。\n", "  nothing from people: only for time limits, or for the round or its cases.\n");
}

void print_papers(Terminal& terminal, const cases::Case& c, const char* chinese, const char* english, const std::vector<const cases::Paper*>& papers) {
  if (papers.empty()) return;
  terminal.out << "\n" << terminal.say(chinese, english) << "\n";
  for (const cases::Paper* p : papers) {
    terminal.out << "  " << paper_name(*p, c.id) << (terminal.language == Language::chinese ? "（" + official(p->date) + "制作）" : " (made " + iso(p->date) + ")") << "\n";
  }
}

void print_refused(Terminal& terminal, const std::vector<handling::RefusedAct>& refused) {
  if (refused.empty()) return;
  const bool zh = terminal.language == Language::chinese;
  terminal.out << "\n" << terminal.say("最近被拒绝的", "refused lately") << "\n";
  for (const handling::RefusedAct& r : refused) {
    const std::string what = r.event.empty() ? terminal.say("一次登记", "an entry") : "“" + r.event + "”";
    const std::string who = r.signatory.empty() ? r.recorder : r.signatory;
    terminal.out << "  " << (zh ? official(r.on) + "　" + who + "　办" + what : iso(r.on) + " " + who + " " + what) << terminal.say("　记录第", ", entry ") << r.n
                 << terminal.say("条", "") << "\n";
    for (const Wording& why : r.because) terminal.out << "      " << wrapped(why.in(terminal.language), line_width, "      ") << "\n";
  }
}

int run_why(Terminal& terminal, const CommandLine& line) {
  const auto asked = ask_case(terminal, line.get("CASE"), line.get("on"));
  if (!asked.ok()) return report(terminal, asked.diagnostics());
  const auto journal = asked->reading->read_journal_about(asked->view.content.id);
  if (!journal.ok()) return report(terminal, journal.diagnostics());
  const handling::CaseView& view = asked->view;
  const cases::Case& c = view.content;
  print_heading(terminal, *asked);
  if (c.standing.finished) {
    terminal.out << "\n" << terminal.say("已经办结，不等什么。", "Finished: it waits for nothing.") << "\n";
  } else {
    print_waits(terminal, handling::next_acts(view, asked->office->office(), asked->on));
  }
  const auto limits = handling::due_of(c, view.title, *asked->office->calendar, asked->on);
  if (!limits.empty() && !c.standing.finished) terminal.out << "\n" << terminal.say("最迟", "by when") << "\n" << limit_words(limits, terminal.language, "  ");
  print_papers(terminal, c, "还没有登记签署的文书", "papers not yet signed", handling::unsigned_papers(c));
  print_papers(terminal, c, "还没有登记送达的文书", "papers not yet served", handling::unserved_papers(c));
  print_refused(terminal, handling::refused_lately(*journal, c.id, refusals_shown));
  return status_done;
}

}  // namespace

Command why_command() {
  return {{"why", {"这个案件为什么停着：等什么、等谁、最迟哪天、依据哪条，最近什么被拒绝", "why a case waits: for what, whom, until when, on which basis, and what was refused"},
           {{"CASE", {"案件或任务编号", "id of the case or round"}}},
           {{"on", "日期", {"按哪一天计算，默认今天", "counted as of this date, default today"}}}}, run_why};
}

}  // namespace anjuan::cli
