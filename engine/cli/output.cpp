#include "cli/output.h"

#include <filesystem>
#include <fstream>

#include "cli/messages.h"
#include "store/office_folder.h"
#include "store/scaffold.h"

namespace anjuan::cli {

namespace fs = std::filesystem;

namespace {

Outcome write_into(const std::string& path, const store::disk::PieceWriter& write) {
  std::ofstream out(path, std::ios::binary);
  ANJUAN_DO(write([&](std::string_view piece) -> Outcome {
    if (out.write(piece.data(), static_cast<std::streamsize>(piece.size()))) return Done{};
    return diagnose(cannot_write, Place{}, path);
  }));
  if (out.flush()) return Done{};
  return diagnose(cannot_write, Place{}, path);
}

}  // namespace

Outcome write_output(const std::string& path, const std::string& bytes) {
  return write_output(path, [&](const std::function<Outcome(std::string_view)>& sink) { return sink(bytes); });
}

Outcome write_output(const std::string& path, const std::function<Outcome(const std::function<Outcome(std::string_view)>&)>& make) {
  ANJUAN_DO(store::check_for_output(path));
  std::error_code error;
  const fs::path target(path);
  if (target.has_parent_path()) fs::create_directories(target.parent_path(), error);
  Outcome made = Done{};
  bool taken = true;  // what it is written to takes it
  const auto noting = [&](const store::disk::Sink& sink) {
    return made = make([&](std::string_view piece) {
      Outcome written = sink(piece);
      taken = taken && written.ok();
      return written;
    });
  };
  // A device or a pipe is written to; only a file is replaced.
  const bool is_file = !fs::exists(path, error) || fs::is_regular_file(path, error);
  const Outcome written = is_file ? store::write_whole(path, noting) : write_into(path, noting);
  if (written.ok()) return Done{};
  if (!made.ok() && taken) return made;
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
