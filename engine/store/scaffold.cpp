#include "store/scaffold.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <utility>
#include <vector>

namespace anjuan::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view random_letters = "XXXXXX";  // as mkdtemp wants them

constexpr int most_attempts = 100;

/// ".office.anjuan-unfinished-": hidden, and no name that a person gives.
std::string beginning_of_name(const fs::path& target) { return "." + target.filename().string() + ".anjuan-unfinished-"; }

fs::path folder_of(const fs::path& target) { return target.has_parent_path() ? target.parent_path() : fs::path("."); }

/// Locks a folder as long as the descriptor is open; -1 when that is another program's, or on failure.
int try_lock(const std::string& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0 || ::flock(fd, LOCK_EX | LOCK_NB) == 0) return fd;
  ::close(fd);
  return -1;
}

}  // namespace

void Scaffold::sweep(const std::string& target) {
  const std::string begins = beginning_of_name(target);
  std::vector<fs::path> found;
  std::error_code ignored;
  for (fs::directory_iterator it(folder_of(target), ignored), end; it != end; it.increment(ignored)) {
    const std::string name = it->path().filename().string();
    if (name.starts_with(begins) && name.size() == begins.size() + random_letters.size()) found.push_back(it->path());
  }
  for (const fs::path& folder : found) {
    const int fd = try_lock(folder.string());
    if (fd < 0) continue;
    fs::remove_all(folder, ignored);
    ::close(fd);
  }
}

Result<Scaffold> Scaffold::beside(const std::string& target) {
  sweep(target);
  for (int attempt = 1;; ++attempt) {
    std::string folder = (folder_of(target) / (beginning_of_name(target) + std::string(random_letters))).string();
    if (::mkdtemp(folder.data()) == nullptr) return disk::fault({"建立文件夹", "making the folder"}, target, errno);
    const int lock = try_lock(folder);
    if (lock >= 0 && disk::exists(folder)) return Scaffold(target, std::move(folder), lock);
    // Another program may have swept it before it was locked.
    const int error = lock < 0 ? errno : ENOENT;
    if (lock >= 0) ::close(lock);
    ::rmdir(folder.c_str());
    if ((error != EWOULDBLOCK && error != ENOENT) || attempt == most_attempts) return disk::fault({"建立文件夹", "making the folder"}, target, error);
  }
}

Scaffold::Scaffold(Scaffold&& other) noexcept
    : target_(std::move(other.target_)), folder_(std::exchange(other.folder_, "")), lock_(std::exchange(other.lock_, -1)) {}

Scaffold::~Scaffold() {
  std::error_code ignored;
  if (!folder_.empty()) fs::remove_all(folder_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

Outcome Scaffold::move_into_place() {
  ANJUAN_DO(disk::rename(folder_, target_));
  folder_.clear();
  return disk::sync_folder(folder_of(target_).string());
}

Outcome Scaffold::write_file(const std::string& to, const disk::PieceWriter& write) const {
  const std::string unfinished = folder_ + "/unfinished";
  ANJUAN_DO(disk::write_new_file(unfinished, write));
  Outcome moved = disk::rename(unfinished, to);
  if (!moved.ok()) disk::remove(unfinished);
  return moved;
}

Outcome write_whole(const std::string& path, const disk::PieceWriter& write) {
  ANJUAN_TRY(const Scaffold scaffold, Scaffold::beside(path));
  ANJUAN_DO(scaffold.write_file(path, write));
  return disk::sync_folder(folder_of(path).string());
}

}  // namespace anjuan::store
