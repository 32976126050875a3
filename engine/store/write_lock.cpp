// The queue of writers: byte 0 of the lock file is the door where tickets are drawn, bytes from 1 on
// are tickets.

#include "store/write_lock.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>
#include <optional>
#include <thread>

#include "base/date.h"
#include "base/text.h"
#include "store/disk.h"
#include "store/messages.h"

namespace anjuan::store {
namespace {

using Clock = std::chrono::steady_clock;

constexpr off_t door = 0;
constexpr off_t first_ticket = 1;
constexpr off_t to_the_end = 0;  // as a length

struct flock range(short type, off_t start, off_t length) {
  struct flock lock {};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  lock.l_start = start;
  lock.l_len = length;
  return lock;
}

/// 0, or errno; EAGAIN when somebody else has it.
int try_lock(int fd, off_t byte) {
  struct flock lock = range(F_WRLCK, byte, 1);
  if (::fcntl(fd, F_OFD_SETLK, &lock) == 0) return 0;
  return errno == EACCES ? EAGAIN : errno;
}

void unlock(int fd, off_t start, off_t length) {
  struct flock lock = range(F_UNLCK, start, length);
  ::fcntl(fd, F_OFD_SETLK, &lock);
}

/// Some byte of the range that another locks, or nothing. The kernel reports any, not the lowest.
std::optional<off_t> locked_byte(int fd, off_t start, off_t length) {
  struct flock lock = range(F_WRLCK, start, length);
  if (::fcntl(fd, F_OFD_GETLK, &lock) != 0 || lock.l_type == F_UNLCK) return std::nullopt;
  return lock.l_start;
}

/// Short steps at first, as most acts take milliseconds; longer ones when it lasts.
void pause(int turn) {
  std::this_thread::sleep_for(std::chrono::microseconds(turn < 50 ? 200 : turn < 1000 ? 1000 : 5000));
}

void note_holder(int fd) {
  const std::string note =
      std::to_string(::getpid()) + " " + iso(Moment{static_cast<std::int64_t>(std::time(nullptr))}) + "\n";
  // For a message only: when this fails, the message says less.
  if (::pwrite(fd, note.data(), note.size(), 0) == static_cast<ssize_t>(note.size())) {
    [[maybe_unused]] const int cut = ::ftruncate(fd, static_cast<off_t>(note.size()));
  }
}

Diagnostic waited_in_vain(int fd, const std::string& path, std::chrono::milliseconds waited) {
  const std::string seconds = std::to_string(waited.count() / 1000);
  char content[128];
  const ssize_t n = ::pread(fd, content, sizeof content, 0);
  const auto note = split(trim(std::string_view(content, n > 0 ? static_cast<std::size_t>(n) : 0)), ' ');
  const auto since = note.size() == 2 ? parse_moment(note[1]) : std::nullopt;
  if (!since || !parse_integer(note[0])) return diagnose(messages::locked, Place{.file = path}, seconds);
  return diagnose(messages::locked_by, Place{.file = path}, seconds, note[0],
                  Wording(official(*since), iso(*since)));
}

Diagnostic lock_fault(const std::string& path, int error) {
  return disk::fault({"占用办公数据", "locking the office"}, path, error);
}

/// Draws the ticket above all others. EAGAIN: somebody else is at the door.
int draw_ticket(int fd, off_t& ticket) {
  if (const int error = try_lock(fd, door)) return error;
  ticket = first_ticket;
  while (const auto taken = locked_byte(fd, ticket, to_the_end)) ticket = *taken + 1;
  const int error = try_lock(fd, ticket);
  unlock(fd, door, 1);
  return error;
}

}  // namespace

Result<WriteLock> WriteLock::wait(const std::string& path, std::chrono::milliseconds at_most) {
  const auto give_up = Clock::now() + at_most;
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0) return lock_fault(path, errno);
  WriteLock lock(fd);

  off_t ticket = 0;
  int turn = 0;
  while (const int error = draw_ticket(fd, ticket)) {
    if (error != EAGAIN) return lock_fault(path, error);
    if (Clock::now() >= give_up) return waited_in_vain(fd, path, at_most);
    pause(turn++);
  }
  while (ticket > first_ticket && locked_byte(fd, first_ticket, ticket - first_ticket)) {
    if (Clock::now() >= give_up) return waited_in_vain(fd, path, at_most);
    pause(turn++);
  }
  note_holder(fd);
  return lock;
}

WriteLock::WriteLock(WriteLock&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }

WriteLock& WriteLock::operator=(WriteLock&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

WriteLock::~WriteLock() { release(); }

void WriteLock::release() {
  if (fd_ < 0) return;
  unlock(fd_, door, to_the_end);  // also where a child of this process still has the file open
  ::close(fd_);
  fd_ = -1;
}

}  // namespace anjuan::store
