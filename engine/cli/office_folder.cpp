#include "cli/office_folder.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "cli/font_folders.h"
#include "cli/messages.h"
#include "store/sqlite_store.h"
#include "xml/messages.h"
#include "xml/preflight.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

bool is_definition(const fs::path& path) { return path.extension() == ".xml" || path.extension() == ".scxml"; }

Outcome read_one(const std::string& path, std::vector<handling::SourceFile>& out) {
  // One far beyond the limit is not even read.
  std::error_code error;
  if (const auto size = fs::file_size(path, error); !error && size > xml::max_bytes)
    return diagnose(xml::file_too_large, Place{path}, std::to_string(size), std::to_string(xml::max_bytes));
  handling::SourceFile file{path, ""};
  if (!read_whole(path, file.bytes)) return unreadable(path);
  out.push_back(std::move(file));
  return Done{};
}

}  // namespace

Result<std::vector<handling::SourceFile>> read_definitions(const std::vector<std::string>& paths) {
  std::vector<handling::SourceFile> out;
  for (const std::string& path : paths) {
    std::error_code error, kind;
    std::vector<std::string> files;
    if (!fs::is_directory(path, error)) {
      files.push_back(path);
      error.clear();
    } else {
      for (fs::recursive_directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
        if (it->is_regular_file(kind) && is_definition(it->path())) files.push_back(it->path().string());
      }
    }
    if (error) {
      errno = error.value();
      return unreadable(path);
    }
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) {
      ANJUAN_DO(read_one(file, out));
    }
  }
  return out;
}

Result<std::unique_ptr<OpenOffice>> open_office(const Terminal& terminal) {
  auto out = std::make_unique<OpenOffice>();
  out->folder = terminal.office_folder;
  std::error_code error;
  if (!fs::exists(fs::path(out->folder) / "office.db", error)) return diagnose(not_an_office, Place{}, out->folder);
  ANJUAN_TRY(out->store, store::open_office_store(out->folder));
  ANJUAN_TRY(const std::unique_ptr<cases::Reading> reading, out->store->read());
  ANJUAN_TRY(out->library, handling::current_library(*reading));
  ANJUAN_TRY(auto calendar, calendar::WorkingCalendar::make(out->library.years));
  out->calendar = std::make_unique<calendar::WorkingCalendar>(std::move(calendar));
  ANJUAN_TRY(out->fonts, pages::load_fonts(font_folders(terminal)));
  return out;
}

Result<handling::Staff> staff_known(const Terminal& terminal) {
  handling::Staff staff;
  staff.on = day_of(terminal.now);
  std::error_code error;
  if (!terminal.office_named && !fs::exists(fs::path(terminal.office_folder) / "office.db", error)) return staff;
  ANJUAN_TRY(const auto office, open_office(terminal));
  ANJUAN_TRY(const auto reading, office->store->read());
  return handling::staff_of(*reading, office->library, staff.on);
}

}  // namespace anjuan::cli
