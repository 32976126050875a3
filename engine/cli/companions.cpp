#include "cli/companions.h"

#include <filesystem>
#include <set>

#include "cli/office_folder.h"

namespace anjuan::cli {

std::vector<handling::SourceFile> companions_of(const std::vector<handling::SourceFile>& files) {
  namespace fs = std::filesystem;
  std::set<fs::path> folders{fs::path(".")};
  for (const handling::SourceFile& file : files) {
    const fs::path folder = fs::path(file.path).parent_path();
    folders.insert({folder, folder / "..", folder / ".." / ".."});
  }
  std::set<std::string> known;
  std::error_code error;
  for (const handling::SourceFile& file : files) known.insert(fs::weakly_canonical(file.path, error).string());
  std::vector<handling::SourceFile> out;
  for (const fs::path& folder : folders) {
    for (const char* name : {"workflows", "forms", "templates"}) {
      if (!fs::is_directory(folder / name, error)) continue;
      auto read = read_definitions({(folder / name).string()});
      if (!read.ok()) continue;
      for (handling::SourceFile& file : *read) {
        if (known.insert(fs::weakly_canonical(file.path, error).string()).second) out.push_back(std::move(file));
      }
    }
  }
  return out;
}

}  // namespace anjuan::cli
