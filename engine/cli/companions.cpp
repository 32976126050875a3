#include "cli/companions.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "cli/office_folder.h"

namespace anjuan::cli {

namespace {

namespace fs = std::filesystem;

/// Whether the file names other procedures, which may lie in the same folder.
bool names_procedures(const handling::SourceFile& file) {
  return file.bytes.find("<invoke") != std::string::npos || file.bytes.find("open-cases") != std::string::npos;
}

/// The definition files that stand in the folder itself and, at any depth, those that a src of the file names.
std::vector<std::string> paths_beside(const handling::SourceFile& file) {
  std::error_code error;
  const fs::path parent = fs::path(file.path).parent_path(), folder = parent.empty() ? fs::path(".") : parent;
  std::vector<std::string> paths;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string extension = entry.path().extension().string();
    if (entry.is_regular_file(error) && (extension == ".xml" || extension == ".scxml"))
      paths.push_back((parent / entry.path().filename()).string());
  }
  for (auto at = file.bytes.find("src=\""); at != std::string::npos; at = file.bytes.find("src=\"", at + 1)) {
    std::string name = file.bytes.substr(at + 5, file.bytes.find('"', at + 5) - at - 5);
    if (name.starts_with("file:")) name.erase(0, 5);
    if (fs::is_regular_file(parent / name, error)) paths.push_back((parent / name).string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

std::vector<handling::SourceFile> companions_of(const std::vector<handling::SourceFile>& files) {
  std::set<fs::path> folders{fs::path(".")};
  for (const handling::SourceFile& file : files) {
    const fs::path folder = fs::path(file.path).parent_path();
    folders.insert({folder, folder / "..", folder / ".." / ".."});
  }
  std::set<std::string> known;
  std::error_code error;
  for (const handling::SourceFile& file : files) known.insert(fs::weakly_canonical(file.path, error).string());
  std::vector<handling::SourceFile> out;
  const auto add = [&](const std::string& path) {
    auto read = read_definitions({path});
    if (!read.ok()) return;
    for (handling::SourceFile& file : *read) {
      if (known.insert(fs::weakly_canonical(file.path, error).string()).second) out.push_back(std::move(file));
    }
  };
  for (const fs::path& folder : folders) {
    for (const char* name : {"workflows", "mappings", "forms", "templates"}) {
      if (fs::is_directory(folder / name, error)) add((folder / name).string());
    }
  }
  for (const handling::SourceFile& file : files) {
    if (!names_procedures(file)) continue;
    for (const std::string& path : paths_beside(file)) add(path);
  }
  return out;
}

}  // namespace anjuan::cli
