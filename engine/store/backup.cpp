// Copying an office away and back.

#include "store/backup.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>

#include "base/text.h"
#include "store/disk.h"
#include "store/messages.h"
#include "store/office_folder.h"
#include "store/questions.h"
#include "store/scaffold.h"
#include "store/schema.h"

namespace anjuan::store {
namespace {

namespace fs = std::filesystem;

constexpr int digits_of_n = 9;              // so that names sort as numbers do
constexpr std::size_t digits_of_digest = 16;
constexpr const char* ending = ".db";

std::string copies_of(const Layout& backup) { return backup.folder + "/copies"; }

std::string name_of_copy(const journal::Head& head) {
  std::string n = std::to_string(head.n);
  n.insert(0, n.size() < digits_of_n ? digits_of_n - n.size() : 0, '0');
  return n + "-" + head.digest.substr(0, digits_of_digest) + ending;
}

struct FileRow {
  std::string digest;
  std::int64_t size = 0;
};

Result<std::vector<FileRow>> list_files(const Database& db) {
  std::vector<FileRow> files;
  Query query(db, "SELECT digest, size FROM files ORDER BY digest");
  for (;;) {
    ANJUAN_TRY(const bool more, query.next());
    if (!more) return files;
    files.push_back({query.text(0), query.integer(1)});
  }
}

/// The folder of a backup, made where it is missing. Refused where something else lies there.
Outcome prepare(const Layout& backup) {
  // Through links, too, so that none leads a backup into an office.
  ANJUAN_DO(disk::check_not_link(backup.folder));
  std::error_code error;
  fs::path at = fs::weakly_canonical(fs::absolute(backup.folder), error);
  if (error) return disk::fault({"找备份文件夹", "finding the backup folder"}, backup.folder, error.value());
  for (;; at = at.parent_path()) {
    if (disk::exists(Layout::of(at.string()).database())) return diagnose(messages::backup_is_office, Place{}, backup.folder);
    if (!at.has_relative_path()) break;
  }
  if (disk::exists(backup.folder) && !disk::exists(copies_of(backup)) && !disk::is_empty_folder(backup.folder)) {
    return diagnose(messages::backup_not_empty, Place{}, backup.folder);
  }
  const std::string parent = fs::path(backup.folder).parent_path().string();
  if (!disk::exists(parent)) return diagnose(messages::folder_missing, Place{}, parent);
  for (const std::string& folder : {backup.folder, copies_of(backup), backup.files(), backup.unfinished()}) {
    ANJUAN_DO(disk::make_folder(folder));
  }
  ANJUAN_DO(disk::sync_folder(parent));
  return disk::sync_folder(backup.folder);
}

/// The last copy's head must be in the office's journal: it only ever grows.
Outcome compare_with_last(const Database& db, const std::vector<Copy>& copies, const std::string& backup) {
  if (copies.empty() || copies.back().n == 0) return Done{};
  const std::string n = std::to_string(copies.back().n);
  Query query(db, "SELECT digest FROM journal WHERE n = ?1", copies.back().n);
  ANJUAN_TRY(const bool found, query.next());
  if (!found) return diagnose(messages::backup_ahead, Place{}, backup, n);
  if (query.text(0).starts_with(copies.back().digest_begins)) return Done{};
  return diagnose(messages::backup_differs, Place{}, backup, n);
}

/// Before anything is written: what is to be copied is an office, and not of newer software.
Outcome check_office(const Layout& office) {
  if (!disk::exists(office.database())) return diagnose(messages::not_an_office, Place{}, office.folder);
  const OfficeFolder folder{office, DigestKind::sha256, std::chrono::seconds(30)};
  ANJUAN_TRY(Database database, folder.connect(Database::Use::reading));
  ANJUAN_TRY([[maybe_unused]] const Schema schema, folder.ask(database, [&](const Database& db) { return check_schema(db, office.folder); }));
  return Done{};
}

struct Taken {
  journal::Head head;
  DigestKind kind = DigestKind::sha256;
  std::vector<FileRow> files;
  std::string unfinished;  ///< the database's copy, durable but for its name
};

/// The database as it stands between two acts. Nobody commits meanwhile: the office's write lock is held.
Result<Taken> take_database(const Layout& office, const Layout& backup, const std::vector<Copy>& copies) {
  OfficeFolder folder{office, DigestKind::sha256, std::chrono::seconds(30)};
  ANJUAN_TRY(const WriteLock lock, WriteLock::wait(office.lock(), folder.patience));
  ANJUAN_TRY(Database database, folder.connect(Database::Use::writing));
  Taken taken;
  ANJUAN_TRY(const Schema schema, check_schema(database, office.folder));
  taken.kind = schema.kind;
  ANJUAN_DO(compare_with_last(database, copies, backup.folder));
  ANJUAN_TRY(taken.head, journal_head(database));
  ANJUAN_TRY(taken.files, list_files(database));
  taken.unfinished = backup.unfinished() + "/" + name_of_copy(taken.head);
  disk::remove(taken.unfinished);
  ANJUAN_TRY([[maybe_unused]] const Done made, disk::write_new_file(taken.unfinished, ""));  // private
  Query copy(database, "VACUUM INTO ?1", taken.unfinished);
  ANJUAN_DO(copy.run());
  ANJUAN_DO(disk::sync_file(taken.unfinished));
  return taken;
}

/// Whether it is this file that cannot be had, for good; the others may be well.
bool is_about_one_file(const Diagnostics& found) {
  const auto is_one = [](const Diagnostic& d) {
    const std::string_view code = d.row->code;
    return code == messages::file_lost.code || code == messages::file_changed.code || code == messages::file_unreadable.code;
  };
  return std::all_of(found.begin(), found.end(), is_one);
}

/// Which of the files that are there already are read again.
struct Turn {
  bool all = true;
  std::size_t nth = 0;  ///< backup; each sixteenth of the digests has its turn

  bool of(const std::string& digest) const {
    constexpr std::string_view digits = "0123456789abcdef";
    return all || digest[0] == digits[nth % digits.size()];
  }
};

/// Files are added to an office, never changed: they can be copied while others work.
Outcome copy_files(const FileStore& from, const FileStore& to, const std::vector<FileRow>& files, const Turn& turn, BackedUp& out) {
  for (const FileRow& file : files) {
    const bool there = to.holds(file.digest, file.size);
    if (there && (!turn.of(file.digest) || to.read(file.digest, "").ok())) {
      ++out.kept;
      continue;
    }
    auto bytes = from.read(file.digest, Wording("备份时要取的文件", "a file for the backup"));
    if (!bytes.ok()) {
      if (!is_about_one_file(bytes.diagnostics())) return bytes.diagnostics();
      append(out.missing, bytes.diagnostics());
      continue;
    }
    ANJUAN_TRY([[maybe_unused]] const std::string put, to.put(*bytes));
    ++out.copied;
    if (there) ++out.mended;
    out.bytes += static_cast<std::int64_t>(bytes->size());
  }
  return Done{};
}

/// Removes what was not finished.
struct Unfinished {
  std::string path;
  ~Unfinished() {
    std::error_code ignored;
    if (!path.empty()) fs::remove_all(path, ignored);
  }
};

std::optional<Copy> copy_named(const Layout& backup, const std::string& name) {
  const auto dash = name.find('-');
  const auto n = dash == std::string::npos ? std::nullopt : parse_integer(name.substr(0, dash));
  const std::string digest = dash == std::string::npos || !name.ends_with(ending) ? "" : name.substr(dash + 1, name.size() - dash - 4);
  if (!n || *n < 0 || digest.size() != digits_of_digest) return std::nullopt;
  return Copy{*n, digest, Layout{backup.folder, "copies/" + name}};
}

}  // namespace

Result<BackedUp> back_up(const std::string& folder, const std::string& to, Reread reread) {
  const Layout office = Layout::of(folder), backup = Layout::of(to);
  ANJUAN_DO(check_office(office));
  ANJUAN_DO(prepare(backup));
  ANJUAN_TRY(const WriteLock one_at_a_time, WriteLock::wait(backup.lock(), std::chrono::seconds(30)));
  disk::sweep(backup.unfinished());  // of a backup that was killed
  ANJUAN_TRY(const std::vector<Copy> copies, copies_in(to));
  ANJUAN_TRY(const Taken taken, take_database(office, backup, copies));
  const Unfinished unfinished{taken.unfinished};
  BackedUp out;
  out.head = taken.head;
  ANJUAN_DO(copy_files(FileStore(office, taken.kind), FileStore(backup, taken.kind), taken.files, {reread == Reread::all, copies.size()}, out));
  // The database is named last: a copy that can be seen has all its files.
  ANJUAN_DO(disk::rename(taken.unfinished, copies_of(backup) + "/" + name_of_copy(taken.head)));
  ANJUAN_DO(disk::sync_folder(copies_of(backup)));
  return out;
}

Result<std::vector<Copy>> copies_in(const std::string& backup) {
  const Layout layout = Layout::of(backup);
  if (!disk::exists(copies_of(layout))) return diagnose(messages::not_a_backup, Place{}, backup);
  ANJUAN_DO(disk::check_not_link(copies_of(layout)));
  std::vector<Copy> copies;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(copies_of(layout), error)) {
    if (auto copy = copy_named(layout, entry.path().filename().string())) copies.push_back(std::move(*copy));
  }
  if (error) return disk::fault({"读备份文件夹", "reading the backup"}, copies_of(layout), error.value());
  std::sort(copies.begin(), copies.end(), [](const Copy& one, const Copy& other) { return one.layout.name < other.layout.name; });
  return copies;
}

Result<Copy> find_copy(const std::string& backup, std::int64_t n) {
  ANJUAN_TRY(const std::vector<Copy> copies, copies_in(backup));
  if (copies.empty()) return diagnose(messages::not_a_backup, Place{}, backup);
  if (n == 0) return copies.back();
  std::vector<std::string> known;
  for (const Copy& copy : copies) {
    if (copy.n == n) return copy;
    known.push_back(std::to_string(copy.n));
  }
  return diagnose(messages::copy_unknown, Place{}, backup, std::to_string(n), enumerated(known));
}

namespace {

/// What the copy says of itself, before anything is made of it.
Result<Schema> look_into(const Copy& copy, journal::Head& head) {
  const OfficeFolder backup{copy.layout, DigestKind::sha256, std::chrono::seconds(30)};
  ANJUAN_TRY(const Database database, backup.connect(Database::Use::reading));
  ANJUAN_TRY(head, journal_head(database));
  return check_schema(database, copy.layout.folder);
}

}  // namespace

Result<BackedUp> restore(const Copy& copy, const std::string& folder) {
  const Layout target = Layout::of(folder);
  ANJUAN_DO(check_free(folder));
  BackedUp out;
  ANJUAN_TRY(const Schema schema, look_into(copy, out.head));
  ANJUAN_TRY(Scaffold scaffold, Scaffold::beside(target.folder));
  const Layout fresh{.folder = scaffold.folder()};
  for (const std::string& inner : {fresh.files(), fresh.unfinished()}) {
    ANJUAN_DO(disk::make_folder(inner));
  }
  ANJUAN_DO(disk::write_new_file(fresh.lock(), ""));
  ANJUAN_DO(disk::copy_file(copy.layout.database(), fresh.database()));
  OfficeFolder office{fresh, DigestKind::sha256, std::chrono::seconds(30)};
  ANJUAN_TRY(Database restored, office.connect(Database::Use::reading));
  ANJUAN_TRY(const std::vector<FileRow> files, list_files(restored));
  ANJUAN_DO(copy_files(FileStore(copy.layout, schema.kind), FileStore(fresh, schema.kind), files, {}, out));
  ANJUAN_DO(disk::sync_folder(fresh.folder));
  ANJUAN_DO(scaffold.move_into_place());
  return out;
}

}  // namespace anjuan::store
