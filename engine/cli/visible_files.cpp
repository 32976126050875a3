#include "cli/visible_files.h"

#include <filesystem>
#include <fstream>

#include "cases/case_value.h"
#include "cli/messages.h"
#include "handling/paper_source.h"
#include "handling/visible_names.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

using handling::manifest_path, handling::paper_path, handling::published_path, handling::scan_path, handling::sheet_path, handling::volume_path;

class Writer {
 public:
  Writer(const OpenOffice& office, cases::Reading& reading) : office_(office), reading_(reading) {}
  std::vector<std::string> written;

  Outcome write(const std::string& relative, const std::string& digest) {
    if (digest.empty()) return Done{};
    ANJUAN_TRY(const std::string bytes, reading_.read_file(digest));
    return write_bytes(relative, bytes);
  }

  Outcome write_bytes(const std::string& relative, const std::string& bytes) {
    const fs::path path = fs::path(office_.folder) / relative;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    const fs::path partial = path.string() + ".part";
    std::ofstream out(partial, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) return diagnose(cannot_write, Place{}, path.string());
    fs::rename(partial, path, error);
    if (error) return diagnose(cannot_write, Place{}, path.string());
    written.push_back(relative);
    return Done{};
  }

 private:
  const OpenOffice& office_;
  cases::Reading& reading_;
};

}  // namespace

Result<std::vector<std::string>> write_visible(const OpenOffice& office, const handling::Receipt& receipt) {
  ANJUAN_TRY(const std::unique_ptr<cases::Reading> reading, office.store->read());
  Writer writer(office, *reading);
  for (const handling::MadePaper& p : receipt.papers) {
    auto done = writer.write(paper_path(p.of.text(), p.id, p.title, p.number), p.digest);
    if (!done.ok()) return done.diagnostics();
  }
  for (const handling::MadePaper& s : receipt.sheets) {
    auto done = writer.write(sheet_path(s.of.text(), s.id, s.slot, false), s.digest);
    if (!done.ok()) return done.diagnostics();
  }
  for (const handling::MadePaper& f : receipt.files) {
    const bool bound = f.slot == "dossier";
    const std::string volume = f.extension == "json" ? manifest_path(f.id) : volume_path(f.id);
    auto done = writer.write(bound ? volume : published_path(f.slot, f.title + "." + f.extension), f.digest);
    if (!done.ok()) return done.diagnostics();
  }
  return std::move(writer.written);
}

Result<std::vector<std::string>> write_all_visible(const OpenOffice& office, const std::string& case_id) {
  ANJUAN_TRY(const std::unique_ptr<cases::Reading> reading, office.store->read());
  ANJUAN_TRY(const auto rows, reading->list_cases(true));
  Writer writer(office, *reading);
  for (const cases::CaseRow& row : rows) {
    if (!case_id.empty() && row.id.text() != case_id) continue;
    const cases::Case c = cases::case_from(row.body);
    std::vector<std::pair<std::string, std::string>> files;
    for (const cases::Paper& p : c.papers) files.emplace_back(paper_path(row.id.text(), p.id, p.title, p.number), p.print);
    for (const cases::Paper& p : c.papers) files.emplace_back(scan_path(row.id.text(), p.id), p.scan);
    for (const cases::SheetIssue& s : c.sheets) files.emplace_back(sheet_path(row.id.text(), s.serial, s.slot, false), s.blank);
    for (const cases::SheetIssue& s : c.sheets) files.emplace_back(sheet_path(row.id.text(), s.serial, s.slot, true), s.filled);
    for (const cases::PublishedBatch& b : c.batches) {
      for (const auto& [name, digest] : b.files) files.emplace_back(published_path(b.batch, name), digest);
    }
    if (c.dossier) {
      for (const cases::BoundVolume& v : c.dossier->volumes) {
        files.emplace_back(volume_path(v.name), v.file);
        files.emplace_back(manifest_path(v.name), v.manifest);
      }
    }
    for (const auto& [path, digest] : files) {
      auto done = writer.write(path, digest);
      if (!done.ok()) return done.diagnostics();
    }
  }
  return std::move(writer.written);
}

Result<std::vector<std::string>> write_papers_with_data(const OpenOffice& open, const std::string& case_id) {
  ANJUAN_TRY(const std::unique_ptr<cases::Reading> reading, open.store->read());
  ANJUAN_TRY(const auto rows, reading->list_cases(true));
  const handling::Office office = open.office();
  Writer writer(open, *reading);
  for (const cases::CaseRow& row : rows) {
    if (!case_id.empty() && row.id.text() != case_id) continue;
    const cases::Case c = cases::case_from(row.body);
    for (const cases::Paper& p : c.papers) {
      if (p.source.empty()) continue;
      ANJUAN_TRY(const std::string pdf, handling::copy_with_data(office, *reading, c, p));
      const auto done = writer.write_bytes(handling::paper_with_data_path(row.id.text(), p.id, p.title, p.number), pdf);
      if (!done.ok()) return done.diagnostics();
    }
  }
  return std::move(writer.written);
}

}  // namespace anjuan::cli
