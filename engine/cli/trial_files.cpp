#include "cli/trial_files.h"

#include <filesystem>

#include "cli/office_folder.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_file = 2u << 20;  // what a chart may be

}  // namespace

Result<std::vector<calendar::YearArrangement>> calendar_years(const std::vector<std::string>& paths) {
  ANJUAN_TRY(const auto files, read_definitions(paths));
  std::vector<calendar::YearArrangement> out;
  for (const handling::SourceFile& file : files) {
    ANJUAN_TRY(calendar::YearArrangement year, calendar::load_year(file.bytes, file.path));
    out.push_back(std::move(year));
  }
  return out;
}

Result<std::vector<calendar::YearArrangement>> calendars_beside(const std::string& file) {
  std::error_code error;
  fs::path folder = fs::absolute(file, error).lexically_normal().parent_path();
  for (; !folder.empty(); folder = folder.parent_path()) {
    for (const fs::path& place : {folder / "calendar", folder / "workflows" / "calendar"}) {
      if (fs::is_directory(place, error)) return calendar_years({place.string()});
    }
    if (folder == folder.root_path()) break;
  }
  return std::vector<calendar::YearArrangement>{};
}

std::map<std::string, std::string, std::less<>> files_beside(const std::string& file) {
  std::map<std::string, std::string, std::less<>> out;
  std::error_code error;
  const fs::path parent = fs::path(file).parent_path(), folder = parent.empty() ? fs::path(".") : parent;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".scxml" && ending != ".txt" && ending != ".json") continue;
    if (!entry.is_regular_file(error) || entry.file_size(error) > largest_file) continue;
    std::string bytes;
    if (read_whole(entry.path().string(), bytes))
      out.emplace(entry.path().filename().string(), std::move(bytes));
  }
  return out;
}

}  // namespace anjuan::cli
