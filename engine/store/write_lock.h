#pragma once
// The office's write lock: one act at a time, in the order of asking.
//
// SQLite's own waiting (busy_timeout) is unfair: each waiter sleeps and tries again, so a busy
// program that comes back at once can keep another out for seconds. Here each waiter draws a ticket:
// it locks one byte of the lock file, the first above all bytes locked now, and its turn comes when
// no byte below is locked. So waiting is first come, first served; nobody can be overtaken.
// Tickets are locks of the kernel (open file description locks): when a program dies, its ticket
// goes with it, and nothing has to be repaired. The file's content (process and time of the holder)
// serves only the message for those who waited in vain.

#include <chrono>
#include <string>

#include "base/result.h"

namespace anjuan::store {

class WriteLock {
 public:
  /// Waits in the queue for `at_most`; then a fault that names the holder. `path`: the lock file,
  /// made if it is missing.
  static Result<WriteLock> wait(const std::string& path, std::chrono::milliseconds at_most);

  WriteLock(WriteLock&&) noexcept;
  WriteLock& operator=(WriteLock&&) noexcept;
  ~WriteLock();
  void release();  ///< before destruction, where the rest takes time

 private:
  explicit WriteLock(int fd) : fd_(fd) {}
  int fd_ = -1;
};

}  // namespace anjuan::store
