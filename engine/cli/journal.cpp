// anjuan journal head and journal export: what an outside keeper is given, by the day and as a whole. And journal times.

#include <algorithm>
#include <ostream>

#include "cases/portions.h"
#include "cli/case_words.h"
#include "cli/command.h"
#include "cli/entry_times.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "json/json.h"
#include "store/sqlite_store.h"

namespace anjuan::cli {
namespace {

/// The office's store alone: no definition is read.
Result<std::unique_ptr<cases::Reading>> journal_reading(const Terminal& terminal) {
  ANJUAN_TRY(const auto store, store::open_office_store(terminal.office_folder));
  return store->read();
}

Result<DigestKind> algorithm_of(cases::Reading& reading) {
  ANJUAN_TRY(const Value setting, reading.setting("digest"));
  return parse_digest_kind(setting.text_or_empty()).value_or(DigestKind::sha256);
}

/// Where the journal ended on that day, by the times that were recorded. Order is by number alone: an entry of a clock
/// that was set forward stands before all that follow it.
Result<journal::Head> head_on(cases::Reading& reading, Day day) {
  constexpr std::int64_t at_a_time = 256;
  ANJUAN_TRY(const journal::Head last, reading.journal_head());
  for (std::int64_t until = last.n; until > 0; until -= at_a_time) {
    const std::int64_t from = std::max<std::int64_t>(1, until - at_a_time + 1);
    ANJUAN_TRY(const std::vector<journal::Entry> entries, reading.read_entries(from, until - from + 1));
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
      ANJUAN_TRY(const Value act, json::read(entry->text, Place{}));
      const auto recorded = parse_moment(act.field("recorded").text_or_empty());
      if (recorded && day_of(*recorded) <= day) return journal::Head{entry->n, entry->digest};
    }
  }
  return journal::Head{};
}

Result<std::string> head_line_of(const Terminal& terminal, const CommandLine& line) {
  ANJUAN_TRY(const Day day, asked_day(terminal, line.get("on")));
  ANJUAN_TRY(const auto reading, journal_reading(terminal));
  ANJUAN_TRY(const DigestKind kind, algorithm_of(*reading));
  if (!line.has("on")) {
    ANJUAN_TRY(const journal::Head head, reading->journal_head());
    return journal::head_line(kind, day, head);
  }
  ANJUAN_TRY(const journal::Head head, head_on(*reading, day));
  return journal::head_line(kind, day, head);
}

int run_journal_head(Terminal& terminal, const CommandLine& line) {
  const auto head = head_line_of(terminal, line);
  if (!head.ok()) return report(terminal, head.diagnostics());
  terminal.out << *head;
  return status_done;
}

Result<std::size_t> export_journal(const Terminal& terminal, const std::string& path) {
  ANJUAN_TRY(const auto reading, journal_reading(terminal));
  ANJUAN_TRY(const std::vector<journal::Entry> entries, reading->read_journal());
  ANJUAN_DO(write_output(path, journal::write(entries)));
  return entries.size();
}

int run_journal_export(Terminal& terminal, const CommandLine& line) {
  const auto count = export_journal(terminal, line.get("FILE"));
  if (!count.ok()) return report(terminal, count.diagnostics());
  terminal.out << terminal.say("已导出全过程记录 ", "journal entries exported: ") << *count << terminal.say(" 条：", " to ") << line.get("FILE") << "\n";
  return status_done;
}

Result<std::vector<Wording>> times_in_journal(const Terminal& terminal) {
  ANJUAN_TRY(const auto reading, journal_reading(terminal));
  std::vector<Wording> times;
  ANJUAN_TRY([[maybe_unused]] const Done read, cases::each_entry(*reading, [&](const journal::Entry& entry) -> Result<bool> {
    tell_times(entry, times);
    return true;
  }));
  return times;
}

int run_journal_times(Terminal& terminal, const CommandLine&) {
  const auto times = times_in_journal(terminal);
  if (!times.ok()) return report(terminal, times.diagnostics());
  for (const Wording& line : *times) terminal.out << line.in(terminal.language) << "\n";
  if (times->empty()) terminal.out << terminal.say("没有补录的事，计算机的时间也没有被调回过。\n", "nothing was recorded late, and the clock was never set back.\n");
  else if (terminal.language == Language::chinese) terminal.out << "共 " << times->size() << " 项。\n";
  else terminal.out << times->size() << " in all.\n";
  return status_done;
}

}  // namespace

Command journal_times_command() {
  return {{"journal times", {"列出补录的事（行为日期以后超过规定天数才记录的）和计算机时间被调回的地方", "list what was recorded late, and where the clock was set back"}, {}, {}}, run_journal_times};
}

Command journal_head_command() {
  return {{"journal head", {"输出链首一行，每天交给外部保管（纪检组、档案馆），以后用 verify --head 核对", "print the head as a line for an outside keeper, day by day; verify --head checks against it"}, {},
           {{"on", "日期", {"到哪一天为止的记录，默认全部", "as of the end of this day, default all entries"}}}}, run_journal_head};
}

Command journal_export_command() {
  return {{"journal export", {"导出全过程记录，一条一行，用 sha256sum 就能核对", "export the journal, one entry a line, to be checked with sha256sum"}, {{"FILE", {"文件", "the file"}}}, {}}, run_journal_export};
}

}  // namespace anjuan::cli
