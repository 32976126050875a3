#pragma once
// A disk that fails on purpose. The calls that write are replaced for this whole program (the database
// library's, too) and counted while armed; at a chosen one the program is killed, or the call fails, or
// the power goes: then only what was fsynced, content and names apart, is left, and is laid out in
// another folder as the next start would find it. To be included by one file only.

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <map>
#include <set>
#include <string>

namespace anjuan::store::failing_disk {

enum class Failure { none, kill, power_loss, io_error, disk_full };

struct State {
  Failure failure = Failure::none;
  int at = 0;  ///< fails at this call, from 1
  int calls = 0;
  bool armed = false;
  bool lie_about_files = false, lie_about_folders = false;  ///< planted bugs: fsync does nothing
  std::string root, left;                ///< the office; where power loss leaves what was durable
  std::map<ino_t, std::string> content;  ///< as last fsynced
  std::map<ino_t, std::map<std::string, ino_t>> names;  ///< of folders, as last fsynced
  std::set<ino_t> folders;
};
inline State disk;

template <class Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

inline std::string read_all(int fd) {
  std::string bytes;
  char block[1 << 16];
  for (ssize_t n; (n = ::pread(fd, block, sizeof block, static_cast<off_t>(bytes.size()))) > 0;) {
    bytes.append(block, static_cast<std::size_t>(n));
  }
  return bytes;
}

inline void remember_names(const std::string& path, ino_t folder) {
  auto& names = disk.names[folder];
  names.clear();
  DIR* open = ::opendir(path.c_str());
  while (const dirent* entry = ::readdir(open)) {
    const std::string name = entry->d_name;
    if (name == "." || name == "..") continue;
    struct stat about {};
    ::lstat((path + "/" + name).c_str(), &about);
    names[name] = about.st_ino;
    if (S_ISDIR(about.st_mode)) disk.folders.insert(about.st_ino);
  }
  ::closedir(open);
}

/// Takes all that lies there now as durable. Before any file is open: closing one drops its locks.
inline void remember_all(const std::string& path) {
  struct stat about {};
  ::lstat(path.c_str(), &about);
  if (!S_ISDIR(about.st_mode)) {
    const int fd = ::open(path.c_str(), O_RDONLY);
    disk.content[about.st_ino] = read_all(fd);
    ::close(fd);
    return;
  }
  disk.folders.insert(about.st_ino);
  remember_names(path, about.st_ino);
  const auto names = disk.names[about.st_ino];
  for (const auto& [name, ino] : names) remember_all(path + "/" + name);
}

inline std::string path_of(int fd) {
  char path[4096];
  const ssize_t n = ::readlink(("/proc/self/fd/" + std::to_string(fd)).c_str(), path, sizeof path);
  return {path, n > 0 ? static_cast<std::size_t>(n) : 0};
}

inline void remember(int fd) {
  struct stat about {};
  ::fstat(fd, &about);
  if (S_ISDIR(about.st_mode)) {
    if (!disk.lie_about_folders) remember_names(path_of(fd), about.st_ino);
  } else if (!disk.lie_about_files) {
    // A second handle only where the first cannot read: closing one drops the database's locks.
    const bool readable = (::fcntl(fd, F_GETFL) & O_ACCMODE) == O_RDWR;
    const int other = readable ? fd : ::open(("/proc/self/fd/" + std::to_string(fd)).c_str(), O_RDONLY);
    disk.content[about.st_ino] = read_all(other);
    if (!readable) ::close(other);
  }
}

inline void lay_out(ino_t folder, const std::string& path) {
  real<int (*)(const char*, mode_t)>("mkdir")(path.c_str(), 0700);
  for (const auto& [name, ino] : disk.names[folder]) {
    if (disk.folders.contains(ino)) {
      lay_out(ino, path + "/" + name);
      continue;
    }
    const int fd = ::open((path + "/" + name).c_str(), O_WRONLY | O_CREAT | O_EXCL, 0600);
    const std::string& bytes = disk.content[ino];
    [[maybe_unused]] const ssize_t n =
        real<ssize_t (*)(int, const void*, size_t)>("write")(fd, bytes.data(), bytes.size());
    ::close(fd);
  }
}

[[noreturn]] inline void lose_power() {
  struct stat about {};
  ::lstat(disk.root.c_str(), &about);
  lay_out(about.st_ino, disk.left);
  ::_exit(9);
}

/// False: the call is to fail, errno is set.
inline bool goes_on() {
  if (!disk.armed) return true;
  ++disk.calls;
  if (disk.calls < disk.at || disk.failure == Failure::none) return true;
  if (disk.failure == Failure::kill) ::_exit(9);
  if (disk.failure == Failure::power_loss) lose_power();
  if (disk.failure == Failure::io_error && disk.calls > disk.at) return true;
  errno = disk.failure == Failure::io_error ? EIO : ENOSPC;
  return false;
}

inline int synced(const char* name, int fd) {
  if (!goes_on()) return -1;
  const int result = real<int (*)(int)>(name)(fd);
  if (disk.armed && result == 0) remember(fd);
  return result;
}

}  // namespace anjuan::store::failing_disk

extern "C" {

ssize_t write(int fd, const void* bytes, size_t size) {
  using namespace anjuan::store::failing_disk;
  return goes_on() ? real<ssize_t (*)(int, const void*, size_t)>("write")(fd, bytes, size) : -1;
}
ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) {
  using namespace anjuan::store::failing_disk;
  return goes_on() ? real<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite")(fd, bytes, size, at) : -1;
}
ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t at) {
  using namespace anjuan::store::failing_disk;
  return goes_on() ? real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64")(fd, bytes, size, at)
                   : -1;
}
int ftruncate(int fd, off_t size) noexcept {
  using namespace anjuan::store::failing_disk;
  return goes_on() ? real<int (*)(int, off_t)>("ftruncate")(fd, size) : -1;
}
int ftruncate64(int fd, off64_t size) noexcept {
  using namespace anjuan::store::failing_disk;
  return goes_on() ? real<int (*)(int, off64_t)>("ftruncate64")(fd, size) : -1;
}
int unlink(const char* path) noexcept {
  using namespace anjuan::store::failing_disk;
  return goes_on() ? real<int (*)(const char*)>("unlink")(path) : -1;
}
int rename(const char* from, const char* to) noexcept {
  using namespace anjuan::store::failing_disk;
  return goes_on() ? real<int (*)(const char*, const char*)>("rename")(from, to) : -1;
}
int mkdir(const char* path, mode_t mode) noexcept {
  using namespace anjuan::store::failing_disk;
  return goes_on() ? real<int (*)(const char*, mode_t)>("mkdir")(path, mode) : -1;
}
int fsync(int fd) { return anjuan::store::failing_disk::synced("fsync", fd); }
int fdatasync(int fd) { return anjuan::store::failing_disk::synced("fdatasync", fd); }

}  // extern "C"
