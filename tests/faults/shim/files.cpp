// The calls that change files and folders, by their names in the C library.

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "faults/shim/planted.h"
#include "faults/shim/shim.h"

namespace {

using namespace anjuan::faults;

/// Tells the model, where there is one, of what has happened.
template <class Tell>
void tell(Tell what) {
  if (!shim.disk) return;
  const Quiet quiet;
  const int before = errno;
  what(*shim.disk);
  errno = before;
}

/// A call that changes names or sizes: counted, then done, then told. `path` empty: not in the office.
template <class Call, class Tell>
int changed(const char* name, const std::string& path, bool needs_space, Call call, Tell what) {
  if (path.empty()) return call();
  if (take_turn(name, path, 0, needs_space).fails) return -1;
  tell([&](Disk& disk) { disk.before(path); });
  const int result = call();
  if (result == 0) tell(what);
  return result;
}

template <class Write>
ssize_t wrote(int fd, const void* bytes, std::size_t size, off_t at, Write write) {
  const std::string path = in_office(fd);
  if (path.empty()) return write(size);
  const Turn turn = take_turn("write", path, size, true);
  if (turn.fails) return -1;
  if (at < 0) {
    struct stat about {};
    ::fstat(fd, &about);
    at = (::fcntl(fd, F_GETFL) & O_APPEND) != 0 ? about.st_size : ::lseek(fd, 0, SEEK_CUR);
  }
  const ssize_t n = write(turn.size);
  if (n > 0) tell([&](Disk& disk) { disk.wrote(path, at, {static_cast<const char*>(bytes), static_cast<std::size_t>(n)}); });
  return n;
}

/// `creates`, `empties`: what the open does to the file.
template <class Open>
auto opened(int folder, const char* name, bool writes, bool creates, bool empties, Open open) -> decltype(open()) {
  using Opened = decltype(open());
  const Opened failed = []() -> Opened { if constexpr (std::is_pointer_v<Opened>) return nullptr; else return -1; }();
  if (Quiet::now() || !awake) return open();
  if (open_fails()) return failed;
  const std::string path = in_office(folder, name);
  if (path.empty() || !writes) return open();
  wait_for_the_start(path);
  const bool was_there = ::access(path.c_str(), F_OK) == 0;
  const bool changes = (creates && !was_there) || (empties && was_there);
  if (changes && take_turn(was_there ? "empty" : "create", path, 0, creates && !was_there).fails) return failed;
  tell([&](Disk& disk) { disk.before(path); });
  const Opened result = open();
  if (result == failed) return result;
  tell([&](Disk& disk) {
    if (!was_there) disk.created(path);
    if (was_there && empties) disk.resized(path, 0);
  });
  return result;
}

template <class Open>
int opened_by_flags(int folder, const char* name, int flags, Open open) {
  const bool writes = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT) != 0;
  return opened(folder, name, writes, (flags & O_CREAT) != 0, (flags & O_TRUNC) != 0, open);
}

FILE* opened_by_mode(const char* name, const char* mode, const char* function) {
  const auto real = original<FILE*(const char*, const char*)>(function);
  const bool writes = std::string_view(mode).find_first_of("wa+") != std::string_view::npos;
  return opened(AT_FDCWD, name, writes, mode[0] != 'r', mode[0] == 'w', [&] { return real(name, mode); });
}

int synced(const char* function, int fd) {
  const auto real = original<int(int)>(function);
  const std::string path = in_office(fd);
  if (path.empty()) return real(fd);
  if (take_turn("fsync", path, 0, false).fails) return -1;
  const int result = real(fd);
  if (result == 0 && !sync_is_skipped(path)) tell([&](Disk& disk) { disk.synced(path); });
  return result;
}

template <class Call>
int renamed(const std::string& from, const std::string& to, Call call) {
  if (to.empty()) return call();
  if (put_off(from, to)) return 0;
  tell([&](Disk& disk) { disk.before(from); });
  return changed("rename", to, true, call, [&](Disk& disk) { disk.renamed(from, to); });
}

int resized(int fd, off_t size, const char* function) {
  const auto real = original<int(int, off_t)>(function);
  const std::string path = in_office(fd);
  return changed("truncate", path, false, [&] { return real(fd, size); }, [&](Disk& disk) { disk.resized(path, size); });
}

mode_t mode_of(int flags, va_list& list) { return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(list, mode_t) : 0; }

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  const mode_t mode = mode_of(flags, list);
  va_end(list);
  static const auto real = original<int(const char*, int, mode_t)>("open");
  return opened_by_flags(AT_FDCWD, path, flags, [&] { return real(path, flags, mode); });
}
int open64(const char* path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  const mode_t mode = mode_of(flags, list);
  va_end(list);
  return open(path, flags | O_LARGEFILE, mode);
}
int openat(int folder, const char* path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  const mode_t mode = mode_of(flags, list);
  va_end(list);
  static const auto real = original<int(int, const char*, int, mode_t)>("openat");
  return opened_by_flags(folder, path, flags, [&] { return real(folder, path, flags, mode); });
}
int openat64(int folder, const char* path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  const mode_t mode = mode_of(flags, list);
  va_end(list);
  return openat(folder, path, flags | O_LARGEFILE, mode);
}
FILE* fopen(const char* path, const char* mode) { return opened_by_mode(path, mode, "fopen"); }
FILE* fopen64(const char* path, const char* mode) { return opened_by_mode(path, mode, "fopen64"); }

ssize_t write(int fd, const void* bytes, size_t size) {
  static const auto real = original<ssize_t(int, const void*, size_t)>("write");
  return wrote(fd, bytes, size, -1, [&](size_t n) { return real(fd, bytes, n); });
}
ssize_t writev(int fd, const iovec* parts, int count) {
  std::string all;
  {
    const Quiet quiet;
    for (int i = 0; i < count; ++i) all.append(static_cast<const char*>(parts[i].iov_base), parts[i].iov_len);
  }
  return write(fd, all.data(), all.size());
}
ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) {
  static const auto real = original<ssize_t(int, const void*, size_t, off_t)>("pwrite");
  return wrote(fd, bytes, size, at, [&](size_t n) { return real(fd, bytes, n, at); });
}
ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t at) { return pwrite(fd, bytes, size, at); }

ssize_t read(int fd, void* bytes, size_t size) {
  static const auto real = original<ssize_t(int, void*, size_t)>("read");
  return read_fails(fd) ? -1 : real(fd, bytes, size);
}
ssize_t pread(int fd, void* bytes, size_t size, off_t at) {
  static const auto real = original<ssize_t(int, void*, size_t, off_t)>("pread");
  return read_fails(fd) ? -1 : real(fd, bytes, size, at);
}
ssize_t pread64(int fd, void* bytes, size_t size, off64_t at) { return pread(fd, bytes, size, at); }

size_t fwrite(const void* bytes, size_t size, size_t count, FILE* file) {
  static const auto real = original<size_t(const void*, size_t, size_t, FILE*)>("fwrite");
  const std::string path = in_office(::fileno(file));
  if (path.empty()) return real(bytes, size, count, file);
  const Turn turn = take_turn("write", path, size * count, true);
  if (!turn.fails) return real(bytes, size, turn.size < size * count ? count / 2 : count, file);
  file->_flags |= 0x20;  // what ferror looks at
  return 0;
}
int fclose(FILE* file) {
  static const auto real = original<int(FILE*)>("fclose");
  const std::string path = file == stdout || file == stderr ? "" : in_office(::fileno(file));
  if (path.empty()) return real(file);
  const bool fails = take_turn("close", path, 0, true).fails;
  const int error = errno;
  const int result = real(file);
  if (fails) errno = error;
  return fails ? EOF : result;
}

int ftruncate(int fd, off_t size) noexcept { return resized(fd, size, "ftruncate"); }
int ftruncate64(int fd, off64_t size) noexcept { return resized(fd, size, "ftruncate64"); }
int truncate(const char* path, off_t size) noexcept {
  const auto real = original<int(const char*, off_t)>("truncate");
  const std::string whole = in_office(AT_FDCWD, path);
  return changed("truncate", whole, false, [&] { return real(path, size); }, [&](Disk& disk) { disk.resized(whole, size); });
}
int fsync(int fd) { return synced("fsync", fd); }
int fdatasync(int fd) { return synced("fdatasync", fd); }

int rename(const char* from, const char* to) noexcept {
  static const auto real = original<int(const char*, const char*)>("rename");
  return renamed(in_office(AT_FDCWD, from), in_office(AT_FDCWD, to), [&] { return real(from, to); });
}
int renameat(int a, const char* from, int b, const char* to) noexcept {
  static const auto real = original<int(int, const char*, int, const char*)>("renameat");
  return renamed(in_office(a, from), in_office(b, to), [&] { return real(a, from, b, to); });
}
int unlink(const char* path) noexcept {
  static const auto real = original<int(const char*)>("unlink");
  const std::string whole = in_office(AT_FDCWD, path);
  return changed("remove", whole, false, [&] { return real(path); }, [&](Disk& disk) { disk.removed(whole); });
}
int unlinkat(int folder, const char* path, int flags) noexcept {
  static const auto real = original<int(int, const char*, int)>("unlinkat");
  const std::string whole = in_office(folder, path);
  return changed("remove", whole, false, [&] { return real(folder, path, flags); }, [&](Disk& disk) { disk.removed(whole); });
}
int rmdir(const char* path) noexcept {
  static const auto real = original<int(const char*)>("rmdir");
  const std::string whole = in_office(AT_FDCWD, path);
  return changed("remove", whole, false, [&] { return real(path); }, [&](Disk& disk) { disk.removed(whole); });
}
int mkdir(const char* path, mode_t mode) noexcept {
  static const auto real = original<int(const char*, mode_t)>("mkdir");
  const std::string whole = in_office(AT_FDCWD, path);
  return changed("mkdir", whole, true, [&] { return real(path, mode); }, [&](Disk& disk) { disk.made_folder(whole); });
}
char* mkdtemp(char* pattern) noexcept {
  static const auto real = original<char*(char*)>("mkdtemp");
  const std::string whole = in_office(AT_FDCWD, pattern);
  char* made = nullptr;
  const int done = changed("mkdir", whole, true, [&] { return (made = real(pattern)) != nullptr ? 0 : -1; },
                           [&](Disk& disk) { disk.made_folder(whole.substr(0, whole.size() - 6) + (pattern + std::strlen(pattern) - 6)); });
  return done == 0 ? made : nullptr;
}

}  // extern "C"
