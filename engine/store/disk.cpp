// Durable file system calls, by POSIX.

#include "store/disk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "store/messages.h"

namespace anjuan::store::disk {
namespace {

/// Closes on every way out. Errors of close are of no use after a successful fsync.
struct Handle {
  int fd;
  explicit Handle(int opened) : fd(opened) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (fd >= 0) ::close(fd);
  }
};

const Wording a_link{"链接", "a link"};

Wording reason_of(int error) {
  switch (error) {
    case ENOSPC:
      return {"磁盘已满", "no space left on the disk"};
    case EDQUOT:
      return {"超出了分配的磁盘空间", "the disk quota is used up"};
    case EACCES:
    case EPERM:
      return {"没有权限", "permission denied"};
    case EROFS:
      return {"磁盘或文件夹是只读的", "the disk is read-only"};
    case EIO:
      return {"磁盘读写出错", "the disk failed to read or write"};
    case ENOENT:
      return {"文件或文件夹不存在", "there is no such file or folder"};
    case EEXIST:
    case ENOTEMPTY:
      return {"同名的文件或文件夹已经存在", "a file or folder of this name exists"};
    case ENOTDIR:
      return {"路径中有一段不是文件夹", "a part of the path is not a folder"};
    case EISDIR:
      return {"这是文件夹，不是文件", "this is a folder, not a file"};
    case EFBIG:
      return {"超出了允许的文件大小", "the file is larger than allowed"};
    case EMFILE:
    case ENFILE:
      return {"同时打开的文件太多", "too many files are open"};
    case ENAMETOOLONG:
      return {"路径太长", "the path is too long"};
    default:
      return {"系统错误号 " + std::to_string(error), "system error " + std::to_string(error)};
  }
}

/// A bad block is of one file; what else keeps from reading may be over soon.
Diagnostic unread(const std::string& path, int error) {
  if (error == EIO) return diagnose(messages::file_unreadable, Place{.file = path});
  return fault({"读文件", "reading the file"}, path, error);
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

/// To read its names; null where it is none, or a link to one.
DIR* open_folder(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  DIR* open = fd < 0 ? nullptr : ::fdopendir(fd);
  if (open == nullptr && fd >= 0) ::close(fd);
  return open;
}

}  // namespace

Diagnostic fault(Wording doing, const std::string& path, int error) {
  if (error == ELOOP) return diagnose(messages::not_the_real_one, Place{.file = path}, a_link);
  return diagnose(messages::disk, Place{.file = path}, std::move(doing), reason_of(error));
}

Outcome check_not_link(const std::string& path) {
  struct stat about {};
  if (::lstat(path.c_str(), &about) == 0 && S_ISLNK(about.st_mode)) return diagnose(messages::not_the_real_one, Place{.file = path}, a_link);
  return Done{};
}

Outcome check_plain_file(const std::string& path) {
  struct stat about {};
  if (::lstat(path.c_str(), &about) != 0 || S_ISREG(about.st_mode)) return Done{};
  const Wording what = S_ISLNK(about.st_mode) ? a_link : S_ISDIR(about.st_mode) ? Wording("文件夹", "a folder") : Wording("管道一类的东西", "a pipe or the like");
  return diagnose(messages::not_the_real_one, Place{.file = path}, what);
}

Outcome make_folder(const std::string& path) {
  const Wording doing{"建立文件夹", "making the folder"};
  if (::mkdir(path.c_str(), 0700) == 0) return Done{};
  if (errno != EEXIST) return fault(doing, path, errno);
  struct stat about {};
  if (::lstat(path.c_str(), &about) != 0) return fault(doing, path, errno);
  return S_ISDIR(about.st_mode) ? Outcome(Done{}) : fault(doing, path, S_ISLNK(about.st_mode) ? ELOOP : ENOTDIR);
}

Outcome sync_folder(const std::string& path) {
  const Handle folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.fd >= 0 && ::fsync(folder.fd) == 0) return Done{};
  return fault({"把文件夹写到磁盘", "writing the folder to the disk"}, path, errno);
}

Outcome write_new_file(const std::string& path, std::string_view bytes) {
  return write_new_file(path, [&](const Sink& sink) { return sink(bytes); });
}

Outcome write_new_file(const std::string& path, const PieceWriter& write) {
  const Wording doing{"写文件", "writing the file"};
  const Handle file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (file.fd < 0) return fault(doing, path, errno);
  Outcome written = write([&](std::string_view piece) -> Outcome {
    if (write_all(file.fd, piece)) return Done{};
    return fault(doing, path, errno);
  });
  if (written.ok() && ::fsync(file.fd) != 0) written = fault(doing, path, errno);
  if (!written.ok()) ::unlink(path.c_str());
  return written;
}

Outcome sync_file(const std::string& path) {
  const Handle file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
  if (file.fd >= 0 && ::fsync(file.fd) == 0) return Done{};
  return fault({"把文件写到磁盘", "writing the file to the disk"}, path, errno);
}

Outcome copy_file(const std::string& from, const std::string& to) {
  const Handle file(::open(from.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
  const Wording doing{"读文件", "reading the file"};
  if (file.fd < 0) return fault(doing, from, errno);
  return write_new_file(to, [&](const Sink& sink) -> Outcome {
    char block[1 << 16];
    for (;;) {
      const ssize_t n = ::read(file.fd, block, sizeof block);
      if (n == 0) return Done{};
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) return fault(doing, from, errno);
      ANJUAN_DO(sink(std::string_view(block, static_cast<std::size_t>(n))));
    }
  });
}

std::int64_t size_of(const std::string& path) {
  struct stat about {};
  return ::lstat(path.c_str(), &about) == 0 && S_ISREG(about.st_mode) ? about.st_size : -1;
}

Outcome rename(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) == 0) return Done{};
  return fault({"移动文件", "moving the file"}, to, errno);
}

void remove(const std::string& path) { ::unlink(path.c_str()); }

Result<std::string> read_file(const std::string& path) {
  const Handle file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat about {};
  if (file.fd < 0 || ::fstat(file.fd, &about) != 0) return unread(path, errno);
  if (!S_ISREG(about.st_mode)) return unread(path, EISDIR);
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(about.st_size));
  char block[1 << 16];
  for (;;) {
    const ssize_t n = ::read(file.fd, block, sizeof block);
    if (n == 0) return bytes;
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return unread(path, errno);
    bytes.append(block, static_cast<std::size_t>(n));
  }
}

bool exists(const std::string& path) {
  struct stat about {};
  return ::lstat(path.c_str(), &about) == 0;
}

bool is_empty_folder(const std::string& path) {
  DIR* open = open_folder(path);
  if (open == nullptr) return false;
  int names = 0;
  while (::readdir(open) != nullptr) ++names;
  ::closedir(open);
  return names == 2;  // "." and ".."
}

void sweep(const std::string& folder) {
  // A link in the place of the folder would have the files of another one removed.
  DIR* open = open_folder(folder);
  if (open == nullptr) return;
  while (const dirent* entry = ::readdir(open)) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") ::unlinkat(::dirfd(open), entry->d_name, 0);  // folders refuse
  }
  ::closedir(open);
}

}  // namespace anjuan::store::disk
