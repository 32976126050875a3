#include "cli/output.h"

#include <filesystem>
#include <fstream>

#include "cli/messages.h"

namespace anjuan::cli {

namespace fs = std::filesystem;

Outcome write_output(const std::string& path, const std::string& bytes) {
  return write_output(path, [&](const std::function<Outcome(std::string_view)>& sink) { return sink(bytes); });
}

Outcome write_output(const std::string& path, const std::function<Outcome(const std::function<Outcome(std::string_view)>&)>& make) {
  std::error_code error;
  // A device or a pipe is written to; only a file is replaced.
  const bool is_file = !fs::exists(path, error) || fs::is_regular_file(path, error);
  const fs::path target(path), fresh(is_file ? path + ".part" : path);
  error.clear();
  if (target.has_parent_path()) fs::create_directories(target.parent_path(), error);
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  Outcome made = make([&](std::string_view piece) -> Outcome {
    if (out.write(piece.data(), static_cast<std::streamsize>(piece.size()))) return Done{};
    return diagnose(cannot_write, Place{}, path);
  });
  out.close();
  if (made.ok() && out) {
    if (is_file) fs::rename(fresh, target, error);
    if (!error) return Done{};
  }
  std::error_code ignored;
  if (is_file) fs::remove(fresh, ignored);
  if (!made.ok()) return made;
  return diagnose(cannot_write, Place{}, path);
}

bool names_folder(const std::string& path) {
  std::error_code error;
  return path.ends_with('/') || fs::is_directory(path, error);
}

std::string file_name_of(const std::string& text) {
  std::string name;
  for (char c : text) {
    const bool refused = static_cast<unsigned char>(c) < 0x20 || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
    name += refused ? '_' : c;
  }
  return name;
}

}  // namespace anjuan::cli
