#include "cli/visible_files.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include "cases/case_value.h"
#include "cases/portions.h"
#include "cli/messages.h"
#include "handling/paper_source.h"
#include "handling/visible_names.h"
#include "store/scaffold.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

using handling::manifest_path, handling::paper_path, handling::published_path, handling::scan_path, handling::sheet_path, handling::volume_path;

/// Ends the name of a copy that an older version of the program was killed at.
constexpr const char* old_unfinished = ".part";

class Writer {
 public:
  Writer(const OpenOffice& office, cases::Reading& reading) : office_(office), reading_(reading) {
    // Of programs that were killed, also where this act has no copies.
    store::Scaffold::sweep(place());
    store::Scaffold::sweep(replay_place(office));
  }
  std::vector<std::string> written;

  Outcome write(const std::string& relative, const std::string& digest) {
    if (digest.empty()) return Done{};
    ANJUAN_TRY(const std::string bytes, reading_.read_file(digest));
    return write_bytes(relative, bytes);
  }

  /// A file is there whole or not at all, also after a power cut.
  Outcome write_bytes(const std::string& relative, const std::string& bytes) {
    const fs::path path = fs::path(office_.folder) / relative;
    ANJUAN_DO(make_folders(fs::path(relative).parent_path()));
    if (!scaffold_) {
      auto made = store::Scaffold::beside(place());
      if (!made.ok()) return diagnose(cannot_write, Place{}, path.string());
      scaffold_.emplace(std::move(*made));
    }
    const bool there = scaffold_->write_file(path.string(), [&](const store::disk::Sink& sink) { return sink(bytes); }).ok();
    if (!there) return diagnose(cannot_write, Place{}, path.string());
    store::disk::remove(path.string() + old_unfinished);
    written.push_back(relative);
    return Done{};
  }

  /// What was written is there after a power cut.
  Outcome make_durable() {
    for (const fs::path& folder : folders_) {
      const std::string path = (fs::path(office_.folder) / folder).string();
      if (!store::disk::sync_folder(path).ok()) return diagnose(cannot_write, Place{}, path);
    }
    return Done{};
  }

 private:
  /// The folder and those it lies in, from the office's on. A link among them would lead copies out of the office.
  Outcome make_folders(const fs::path& folder) {
    if (folders_.contains(folder)) return Done{};
    const std::string path = (fs::path(office_.folder) / folder).string();
    if (!folder.empty()) {
      ANJUAN_DO(make_folders(folder.parent_path()));
      ANJUAN_DO(store::disk::check_not_link(path));
      if (!store::disk::make_folder(path).ok()) return diagnose(cannot_write, Place{}, path);
    }
    folders_.insert(folder);
    return Done{};
  }

  /// Of which the scaffold is beside: nothing is ever there.
  std::string place() const { return (fs::path(office_.folder) / "copies").string(); }

  const OpenOffice& office_;
  cases::Reading& reading_;
  std::optional<store::Scaffold> scaffold_;  ///< where copies grow
  std::set<fs::path> folders_;
};

/// The files of a case to open and to print, each with its digest.
std::vector<std::pair<std::string, std::string>> files_of(const cases::Case& c) {
  const std::string& id = c.id.text();
  std::vector<std::pair<std::string, std::string>> files;
  for (const cases::Paper& p : c.papers) files.emplace_back(paper_path(id, p.id, p.title, p.number), p.print);
  for (const cases::Paper& p : c.papers) files.emplace_back(scan_path(id, p.id), p.scan);
  for (const cases::SheetIssue& s : c.sheets) files.emplace_back(sheet_path(id, s.serial, s.slot, false), s.blank);
  for (const cases::SheetIssue& s : c.sheets) files.emplace_back(sheet_path(id, s.serial, s.slot, true), s.filled);
  for (const cases::PublishedBatch& b : c.batches) {
    for (const auto& [name, digest] : b.files) files.emplace_back(published_path(b.batch, name), digest);
  }
  if (c.dossier) {
    for (const cases::BoundVolume& v : c.dossier->volumes) {
      files.emplace_back(volume_path(v.name), v.file);
      files.emplace_back(manifest_path(v.name), v.manifest);
    }
  }
  return files;
}

/// Hands over the case with this id, or all of the office one after another.
Outcome each_case(cases::Reading& reading, const std::string& id, const std::function<Outcome(const cases::Case&)>& use) {
  if (!id.empty()) {
    ANJUAN_TRY(const cases::CaseRow row, reading.load_case(CaseId(id)));
    return use(cases::case_from(row.body));
  }
  return cases::in_portions(reading, {}, [&](const std::vector<cases::CaseRow>& rows) -> Outcome {
    for (const cases::CaseRow& row : rows) {
      ANJUAN_DO(use(cases::case_from(row.body)));
    }
    return Done{};
  });
}

}  // namespace

std::string replay_place(const OpenOffice& office) { return (fs::path(office.folder) / "replay").string(); }

Result<std::vector<std::string>> write_visible(const OpenOffice& office, const handling::Receipt& receipt) {
  ANJUAN_TRY(const std::unique_ptr<cases::Reading> reading, office.store->read());
  Writer writer(office, *reading);
  for (const handling::MadePaper& p : receipt.papers) {
    ANJUAN_DO(writer.write(paper_path(p.of.text(), p.id, p.title, p.number), p.digest));
  }
  for (const handling::MadePaper& s : receipt.sheets) {
    ANJUAN_DO(writer.write(sheet_path(s.of.text(), s.id, s.slot, false), s.digest));
  }
  for (const handling::MadePaper& f : receipt.files) {
    const std::string path = f.slot == "signed"    ? scan_path(f.of.text(), f.id)
                             : f.slot != "dossier" ? published_path(f.slot, f.title + "." + f.extension)
                             : f.extension == "json" ? manifest_path(f.id)
                                                     : volume_path(f.id);
    ANJUAN_DO(writer.write(path, f.digest));
  }
  ANJUAN_DO(writer.make_durable());
  return std::move(writer.written);
}

Result<std::vector<std::string>> write_all_visible(const OpenOffice& office, const std::string& case_id) {
  ANJUAN_TRY(const std::unique_ptr<cases::Reading> reading, office.store->read());
  Writer writer(office, *reading);
  ANJUAN_TRY([[maybe_unused]] const Done all, each_case(*reading, case_id, [&](const cases::Case& c) -> Outcome {
    for (const auto& [path, digest] : files_of(c)) {
      ANJUAN_DO(writer.write(path, digest));
    }
    return Done{};
  }));
  ANJUAN_DO(writer.make_durable());
  return std::move(writer.written);
}

Result<std::vector<std::string>> write_papers_with_data(const OpenOffice& open, const std::string& case_id) {
  ANJUAN_TRY(const std::unique_ptr<cases::Reading> reading, open.store->read());
  const handling::Office office = open.office();
  Writer writer(open, *reading);
  ANJUAN_TRY([[maybe_unused]] const Done all, each_case(*reading, case_id, [&](const cases::Case& c) -> Outcome {
    for (const cases::Paper& p : c.papers) {
      if (p.source.empty()) continue;
      ANJUAN_TRY(const std::string pdf, handling::copy_with_data(office, *reading, c, p));
      ANJUAN_DO(writer.write_bytes(handling::paper_with_data_path(c.id.text(), p.id, p.title, p.number), pdf));
    }
    return Done{};
  }));
  ANJUAN_DO(writer.make_durable());
  return std::move(writer.written);
}

namespace {

/// Whether the copy is there and has other bytes; something else in its place has, too.
Result<bool> is_other(const std::string& path, DigestKind kind, const std::string& digest) {
  if (!store::disk::exists(path)) return false;
  if (store::disk::size_of(path) < 0) return true;
  ANJUAN_TRY(const std::string bytes, store::disk::read_file(path));
  return anjuan::digest(kind, bytes) != digest;
}

/// What the office holds for the copies of a case by now.
Result<std::map<std::string, std::string>> copies_now(cases::Reading& reading, const CaseId& id) {
  std::map<std::string, std::string> copies;
  ANJUAN_TRY(const cases::CaseRow row, reading.load_case(id));
  for (const auto& [path, digest] : files_of(cases::case_from(row.body))) {
    if (!digest.empty()) copies.insert_or_assign(path, digest);
  }
  return copies;
}

/// Whether there are folders of copies at all.
bool has_copies(const OpenOffice& office) {
  const std::string paths[] = {paper_path("", "", "", ""), scan_path("", ""), sheet_path("", "", "", false),
                               volume_path(""), manifest_path(""), published_path("", "")};
  std::error_code error;
  return std::any_of(std::begin(paths), std::end(paths), [&](const std::string& path) {
    return fs::is_directory(fs::path(office.folder) / *fs::path(path).begin(), error);
  });
}

/// Those of one case.
Outcome look_at_copies(const OpenOffice& office, DigestKind kind, const cases::Case& c, Diagnostics& found) {
  for (const auto& [path, digest] : files_of(c)) {
    if (digest.empty()) continue;
    const std::string whole = (fs::path(office.folder) / path).string();
    if (store::disk::exists(whole + old_unfinished)) found.push_back(diagnose(copy_unfinished, Place{.file = whole + old_unfinished}, c.id.text()));
    ANJUAN_TRY(const bool other, is_other(whole, kind, digest));
    if (!other) continue;
    // An act may have come in between, and written a newer one.
    ANJUAN_TRY(const auto later, office.store->read());
    ANJUAN_TRY(auto now, copies_now(*later, c.id));
    ANJUAN_TRY(const bool still, is_other(whole, kind, now[path]));
    if (still) found.push_back(diagnose(copy_changed, Place{.file = whole}, c.id.text()));
  }
  return Done{};
}

}  // namespace

Outcome find_changed_copies(const OpenOffice& office, cases::Reading& reading, Diagnostics& found) {
  if (!has_copies(office)) return Done{};
  ANJUAN_TRY(const Value named, reading.setting("digest"));
  const DigestKind kind = parse_digest_kind(named.text_or_empty()).value_or(DigestKind::sha256);
  return each_case(reading, "", [&](const cases::Case& c) { return look_at_copies(office, kind, c, found); });
}

}  // namespace anjuan::cli
