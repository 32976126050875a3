// anjuan backup, backup verify and restore: the office copied away while people work, looked through, and brought back.

#include <ostream>

#include "base/text.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "store/backup.h"
#include "store/verify_store.h"

namespace anjuan::cli {
namespace {

std::string short_head(const journal::Head& head) { return std::to_string(head.n) + ":" + head.digest; }

std::string size_words(std::int64_t bytes) {
  const std::int64_t tenths = bytes * 10 / (1 << 20);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MiB";
}

int run_backup(Terminal& terminal, const CommandLine& line) {
  const std::string to = line.get("FOLDER");
  const auto done = store::back_up(terminal.office_folder, to, line.has("reread") ? store::Reread::all : store::Reread::some);
  if (!done.ok()) return report(terminal, done.diagnostics());
  const bool zh = terminal.language == Language::chinese;
  if (zh) {
    terminal.out << "已备份到“" << to << "”，记录到第 " << done->head.n << " 条：新增文件 " << done->copied << " 个（" << size_words(done->bytes) << "），原有 " << done->kept << " 个不再复制。\n";
  } else {
    terminal.out << "backed up to '" << to << "', up to entry " << done->head.n << ": " << done->copied << " files brought (" << size_words(done->bytes) << "), " << done->kept << " there already.\n";
  }
  if (done->mended > 0 && zh) terminal.out << "其中 " << done->mended << " 个以前备份过，但在备份盘上已经损坏，已重新复制；请检查这块磁盘。\n";
  if (done->mended > 0 && !zh) terminal.out << done->mended << " of these had been backed up before and were damaged on the backup disk; check that disk.\n";
  terminal.out << terminal.say("链首：", "head of the journal: ") << short_head(done->head) << "\n";
  if (done->missing.empty()) return status_done;
  remark(terminal, done->missing);
  remark(terminal, {diagnose(backup_incomplete, Place{}, std::to_string(done->missing.size()))});
  return status_fault;
}

/// The entry that a copy goes to, as it was asked for; 0 the latest.
Result<std::int64_t> asked_entry(const CommandLine& line) {
  const std::string text = line.get("entry");
  if (text.empty()) return 0;
  const auto n = parse_integer(text);
  if (!n || *n < 1) return diagnose(bad_entry, Place{}, text);
  return *n;
}

int run_backup_verify(Terminal& terminal, const CommandLine& line) {
  const auto n = asked_entry(line);
  if (!n.ok()) return report(terminal, n.diagnostics());
  const auto copy = store::find_copy(line.get("FOLDER"), *n);
  if (!copy.ok()) return report(terminal, copy.diagnostics());
  store::Verified verified = store::verify_store(copy->layout, {});
  if (!verified.found.empty()) {
    verified.found.push_back(diagnose(backup_damaged, Place{}, line.get("FOLDER"), std::to_string(copy->n)));
    return report(terminal, verified.found);
  }
  terminal.out << terminal.say("备份完好：记录 ", "the backup is whole: entries ") << verified.head.n << terminal.say(" 条前后相接，文件齐全。\n链首：", " are one chain, no file is missing.\nhead of the journal: ")
               << short_head(verified.head) << "\n";
  return status_done;
}

int run_restore(Terminal& terminal, const CommandLine& line) {
  const std::string folder = line.get("OFFICE");
  const auto n = asked_entry(line);
  if (!n.ok()) return report(terminal, n.diagnostics());
  const auto copy = store::find_copy(line.get("FOLDER"), *n);
  if (!copy.ok()) return report(terminal, copy.diagnostics());
  const auto restored = store::restore(*copy, folder);
  if (!restored.ok()) return report(terminal, restored.diagnostics());
  if (!restored->missing.empty()) {
    remark(terminal, restored->missing);
    remark(terminal, {diagnose(restore_incomplete, Place{}, folder, std::to_string(restored->missing.size()))});
    return status_fault;
  }
  terminal.out << terminal.say("已恢复到“", "restored to '") << folder << terminal.say("”：文件 ", "': ") << restored->copied << terminal.say(" 个，记录到第 ", " files, up to entry ") << restored->head.n
               << terminal.say(" 条。\n", ".\n");
  const store::Verified verified = store::verify_store(store::Layout::of(folder), {});
  if (!verified.found.empty()) return report(terminal, verified.found);
  terminal.out << terminal.say("核验一致，链首：", "verified; head of the journal: ") << short_head(verified.head) << "\n"
               << terminal.say("供打开和打印的文件用 anjuan export 重新写出；印章图样和证书不在备份里，请另行放回。\n",
                               "anjuan export writes the files to open and print anew; pictures and certificates of seals are not in the backup.\n");
  return status_done;
}

const OptionRule entry_option{"entry", "序号", {"取记录到第几条的那一份，默认最近的", "the copy that goes to this entry, default the latest"}};

}  // namespace

Command backup_command() {
  return {{"backup", {"备份案卷库：办理时也可以做，已经备份过的文件不再复制", "back up the office, also while people work; files that are there are not copied again"},
           {{"FOLDER", {"备份文件夹，最好在另一块磁盘上；以后一直用同一个", "the backup folder, best on another disk; use the same one every time"}}},
           {{"reread", "", {"把以前备份过的文件也全部读一遍，损坏的重新复制（平时每次读十六分之一）", "read all files backed up before, and copy those anew that are damaged (else a sixteenth each time)"}}}}, run_backup};
}

Command backup_verify_command() {
  return {{"backup verify", {"核验备份：记录相接，文件齐全，没有改动", "verify a backup: one chain, no file missing or changed"},
           {{"FOLDER", {"备份文件夹", "the backup folder"}}}, {entry_option}}, run_backup_verify};
}

Command restore_command() {
  return {{"restore", {"从备份恢复成一个新的案卷库，并核验", "make an office from a backup, and verify it"},
           {{"FOLDER", {"备份文件夹", "the backup folder"}}, {"OFFICE", {"新文件夹", "the new folder"}}}, {entry_option}}, run_restore};
}

}  // namespace anjuan::cli
