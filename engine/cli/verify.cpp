// anjuan verify: is the whole office still what was recorded? Journal, files, numbers and cases are
// looked through, every draw is computed anew, and on request the whole journal is played again.

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "cases/case_value.h"
#include "cli/check_draws.h"
#include "cli/command.h"
#include "cli/entry_times.h"
#include "cli/messages.h"
#include "cli/office_folder.h"
#include "cli/trust_options.h"
#include "cli/visible_files.h"
#include "handling/replay.h"
#include "handling/verify_signed_forms.h"
#include "store/scaffold.h"
#include "store/sqlite_store.h"
#include "store/verify_store.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

/// What was looked at, for the last line.
struct Looked {
  std::size_t cases = 0, papers = 0, draws = 0;
  journal::Head head;
  std::vector<std::int64_t> noted;  ///< the entries that the heads noted earlier stand for
  handling::SignedForms signed_forms;
  std::optional<handling::Replayed> replayed;
  std::vector<Wording> times;  ///< entries whose times want an eye: a clock set back, recorded late
};

Result<handling::Replayed> play_again(Terminal& terminal, const OpenOffice& office, cases::Reading& reading) {
  // Within the office, and never moved to its place: it goes with this run.
  ANJUAN_TRY(const store::Scaffold scratch, store::Scaffold::beside(replay_place(office)));
  const std::string folder = scratch.folder() + "/office";
  ANJUAN_TRY(const Value kind, reading.setting("digest"));
  ANJUAN_DO(store::create_office_store(folder, kind.empty() ? Value(Fields{}) : Value(Fields{{"digest", kind}})));
  ANJUAN_TRY(const auto fresh, store::open_office_store(folder));
  const auto progress = [&](std::size_t done, std::size_t all) {
    if (terminal.watched) terminal.err << "\r" << terminal.say("重演记录 ", "replaying ") << done << "/" << all << "\x1b[K" << std::flush;
  };
  auto replayed = handling::replay({reading, *fresh, *office.fonts, folder + "/files/tmp", progress});
  if (terminal.watched) terminal.err << "\r\x1b[K" << std::flush;
  return replayed;
}

/// Draws and signatures of the cases that may have some, by id.
Outcome look_at_cases(cases::Reading& reading, const std::vector<CaseId>& ids, const signing::Trust& trust, Looked& looked, Diagnostics& found) {
  DrawCheck draws;
  for (const CaseId& id : ids) {
    ANJUAN_TRY(cases::CaseRow row, reading.load_case(id));
    const cases::Case c = cases::case_from(row.body);
    for (const cases::DrawRecord& record : c.draws) draws.take(id.text(), record);
    ANJUAN_TRY(const handling::SignedForms forms, handling::verify_signed_forms(reading, {std::move(row)}, trust));
    looked.signed_forms.papers += forms.papers;
    looked.signed_forms.signatures += forms.signatures;
    looked.signed_forms.in_volumes += forms.in_volumes;
    append(found, forms.found);
  }
  looked.draws = draws.opened();
  append(found, std::move(draws).finish());
  return Done{};
}

Diagnostics look_through(Terminal& terminal, const OpenOffice& office, const CommandLine& line, const std::vector<CaseId>& ids, const signing::Trust& trust,
                         Looked& looked) {
  const auto reading = office.store->read();
  if (!reading.ok()) return reading.diagnostics();
  Diagnostics found;
  if (const Outcome done = look_at_cases(**reading, ids, trust, looked, found); !done.ok()) return done.diagnostics();
  if (const Outcome done = find_changed_copies(office, **reading, found); !done.ok()) return done.diagnostics();
  if (!line.has("replay") || !found.empty()) return found;
  auto replayed = play_again(terminal, office, **reading);
  if (!replayed.ok()) return replayed.diagnostics();
  looked.replayed = std::move(*replayed);
  return looked.replayed->found;
}

void print_noted(Terminal& terminal, const Looked& looked) {
  const bool zh = terminal.language == Language::chinese;
  if (looked.noted.empty()) return;
  const std::int64_t last = *std::max_element(looked.noted.begin(), looked.noted.end()), later = looked.head.n - last;
  const std::string count = std::to_string(looked.noted.size());
  if (looked.noted.size() > 1) terminal.out << (zh ? "抄录的 " + count + " 个链首都在记录里。\n" : "all " + count + " noted heads are in the journal.\n");
  if (zh) terminal.out << "抄录的链首就是第 " << last << " 条记录的摘要，它和它以前的记录没有改动；以后又记了 " << later << " 条。\n";
  else terminal.out << "the noted head is the digest of entry " << last << ": it and all before it are unchanged; " << later << " followed.\n";
}

void print_trust(Terminal& terminal, const signing::Trust& trust) {
  if (trust.roots.empty()) return;
  terminal.out << terminal.say("签名的证书都由给出的根证书逐级签发", "all certificates lead to the given roots")
               << (trust.revoked.empty() ? terminal.say("；没有给出吊销名单，吊销没有查。\n", "; no list was given, revocation was not asked.\n")
                                         : terminal.say("，签名时没有吊销。\n", ", none was revoked when it signed.\n"));
}

void print(Terminal& terminal, const Looked& looked, const signing::Trust& trust) {
  const bool zh = terminal.language == Language::chinese;
  if (zh) {
    terminal.out << "核验一致：记录 " << looked.head.n << " 条前后相接，任务和案件 " << looked.cases << " 个、文书 " << looked.papers << " 份没有改动，抽取 " << looked.draws
                 << " 次重新计算结果相同。\n";
  } else {
    terminal.out << "verified: " << looked.head.n << " journal entries are one chain, " << looked.cases << " rounds and cases and " << looked.papers
                 << " papers are unchanged, " << looked.draws << " draws come out the same.\n";
  }
  if (const handling::SignedForms& forms = looked.signed_forms; forms.papers > 0) {
    if (zh) terminal.out << "电子签名完好：" << forms.papers << " 份文书的 " << forms.signatures << " 个签名与文件一致，其中 " << forms.in_volumes << " 份随卷附有原件。\n";
    else terminal.out << "signatures hold: " << forms.signatures << " of " << forms.papers << " papers, " << forms.in_volumes << " of these carried by volumes.\n";
    print_trust(terminal, trust);
  }
  if (looked.replayed) {
    if (zh) terminal.out << "重演一致：" << looked.replayed->acts << " 件事重新办理，" << looked.replayed->cases << " 个任务和案件完全相同（被拒绝的 " << looked.replayed->refusals << " 件照录）。\n";
    else terminal.out << "replayed: " << looked.replayed->acts << " acts done again, " << looked.replayed->cases << " rounds and cases are the same (" << looked.replayed->refusals << " refusals taken over).\n";
    const auto other = looked.replayed->other_bytes;
    if (other > 0 && zh) terminal.out << "其中 " << other << " 条记录的文书，这个版本的程序排出的字节与当时不同；办理经过、编号和期限都相同。\n";
    if (other > 0 && !zh) terminal.out << other << " entries made papers that this version of the program sets in other bytes; what was decided, numbered and due is the same.\n";
  }
  print_noted(terminal, looked);
  if (!looked.times.empty()) terminal.out << terminal.say("时间方面请留意：\n", "Times to note:\n");
  for (const Wording& line : looked.times) terminal.out << "  " << line.in(terminal.language) << "\n";
  if (looked.head.n > 0) terminal.out << terminal.say("链首，即最后一条记录的序号和摘要（可抄录在外，以后用 --head 核对）：", "head of the journal (note it elsewhere, check with --head): ") << looked.head.n << ":" << looked.head.digest << "\n";
}

/// What was noted: a file of notes where there is one of this name, else the note itself.
Result<std::vector<journal::NotedHead>> heads_noted(const std::string& noted) {
  std::error_code error;
  if (noted.empty()) return std::vector<journal::NotedHead>{};
  if (!fs::is_regular_file(noted, error)) {
    ANJUAN_TRY(journal::NotedHead head, journal::read_noted_head(noted));
    return std::vector{std::move(head)};
  }
  std::string bytes;
  if (!read_whole(noted, bytes)) return unreadable(noted);
  return journal::read_noted_heads(bytes, noted);
}

int run_verify(Terminal& terminal, const CommandLine& line) {
  auto heads = heads_noted(line.get("head"));
  if (!heads.ok()) return report(terminal, heads.diagnostics());
  const auto trust = trust_of(line);
  if (!trust.ok()) return report(terminal, trust.diagnostics());
  Looked looked;
  std::int64_t told = 0;  // the journal is read once more where commits of others left no gap
  const auto each = [&](const journal::Entry& entry) {
    if (entry.n > told) tell_times(entry, looked.times);
    told = std::max(told, entry.n);
  };
  const auto wanted = [](std::string_view body) { return !cases::is_without_draws_and_scans(body); };
  store::Verified stored = store::verify_store(store::Layout::of(terminal.office_folder), {std::move(*heads), each, wanted});
  if (!stored.found.empty()) return report(terminal, stored.found);
  looked.head = stored.head;
  looked.noted = std::move(stored.noted);
  looked.cases = stored.cases;
  looked.papers = stored.papers;
  const auto office = open_office(terminal);
  if (!office.ok()) return report(terminal, office.diagnostics());
  const Diagnostics found = look_through(terminal, **office, line, stored.wanted, *trust, looked);
  if (!found.empty()) return report(terminal, found);
  print(terminal, looked, *trust);
  return status_done;
}

}  // namespace

Command verify_command() {
  Command command{{"verify", {"核验案卷库：记录、文书、编号、案件有没有被改动，抽取结果对不对", "verify the office: journal, papers, numbers, cases and draws"}, {},
           {{"replay", "", {"再把全部记录重新办一遍，看结果是否完全相同", "also do all recorded acts again and compare"}},
            {"head", "链首", {"以前抄录的链首（文书页脚的“221:a0ab3ff63abe51cb”、摘要，或者 journal head 输出的一行），或者逐日保存链首的文件，看它们还在不在", "a head noted earlier (221:a0ab3ff63abe51cb as papers print it, a digest, a line of journal head), or a file of such lines, which the journal must contain"}}}}, run_verify};
  for (OptionRule& rule : trust_options()) command.rules.options.push_back(std::move(rule));
  return command;
}

}  // namespace anjuan::cli
