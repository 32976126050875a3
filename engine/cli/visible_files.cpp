#include "cli/visible_files.h"

#include <filesystem>
#include <fstream>

#include "base/text.h"
#include "cases/case_value.h"
#include "cli/messages.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* paper_folder = "文书";
constexpr const char* sheet_folder = "检查表";
constexpr const char* dossier_folder = "案卷";
constexpr const char* published_folder = "公示";

/// A name as a file name: what a file system or a shell could mistake becomes '-'.
std::string file_name(std::string name) {
  for (const char* bad : {"/", "\\", ":", "*", "?", "\"", "<", ">", "|", "\n", "\t"}) name = replace_all(std::move(name), bad, "-");
  return name.starts_with(".") ? "-" + name : name;
}

class Writer {
 public:
  Writer(const OpenOffice& office, cases::Reading& reading) : office_(office), reading_(reading) {}
  std::vector<std::string> written;

  Outcome write(const std::string& relative, const std::string& digest) {
    if (digest.empty()) return Done{};
    ANJUAN_TRY(const std::string bytes, reading_.read_file(digest));
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

std::string paper_path(const std::string& of, const std::string& id, const std::string& title, const std::string& number) {
  const auto dash = id.rfind('-');
  const std::string order = dash == std::string::npos ? id : id.substr(dash + 1);
  return std::string(paper_folder) + "/" + of + "/" + file_name(order + " " + title + (number.empty() ? "" : " " + number)) + ".pdf";
}
std::string sheet_path(const std::string& of, const std::string& serial, const std::string& slot) {
  return std::string(sheet_folder) + "/" + of + "/" + file_name(serial + " " + slot) + ".xlsx";
}

}  // namespace

Result<std::vector<std::string>> write_visible(const OpenOffice& office, const handling::Receipt& receipt) {
  ANJUAN_TRY(const std::unique_ptr<cases::Reading> reading, office.store->read());
  Writer writer(office, *reading);
  for (const handling::MadePaper& p : receipt.papers) {
    auto done = writer.write(paper_path(p.of.text(), p.id, p.title, p.number), p.digest);
    if (!done.ok()) return done.diagnostics();
  }
  for (const handling::MadePaper& s : receipt.sheets) {
    auto done = writer.write(sheet_path(s.of.text(), s.id, s.slot), s.digest);
    if (!done.ok()) return done.diagnostics();
  }
  for (const handling::MadePaper& f : receipt.files) {
    const bool bound = f.slot == "dossier";
    const std::string folder = bound ? dossier_folder : std::string(published_folder) + "/" + file_name(f.slot);
    auto done = writer.write(folder + "/" + file_name(f.title) + "." + f.extension, f.digest);
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
    for (const cases::Paper& p : c.papers) files.emplace_back(std::string(paper_folder) + "/" + row.id.text() + "/扫描件 " + file_name(p.id) + ".pdf", p.scan);
    for (const cases::SheetIssue& s : c.sheets) files.emplace_back(sheet_path(row.id.text(), s.serial, s.slot), s.filled.empty() ? s.blank : s.filled);
    for (const cases::PublishedBatch& b : c.batches) {
      for (const auto& [name, digest] : b.files) files.emplace_back(std::string(published_folder) + "/" + file_name(b.batch) + "/" + file_name(name), digest);
    }
    if (c.dossier) {
      for (const cases::BoundVolume& v : c.dossier->volumes) {
        files.emplace_back(std::string(dossier_folder) + "/" + v.name + ".pdf", v.file);
        files.emplace_back(std::string(dossier_folder) + "/" + v.name + "-清单.json", v.manifest);
      }
    }
    for (const auto& [path, digest] : files) {
      auto done = writer.write(path, digest);
      if (!done.ok()) return done.diagnostics();
    }
  }
  return std::move(writer.written);
}

}  // namespace anjuan::cli
