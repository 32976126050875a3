#pragma once
// How much memory a piece of work takes, in a process of its own.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <string>

namespace anjuan::pages {

/// KiB from /proc/self/status, e.g. "VmHWM:".
inline long status_line(const std::string& name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(name)) return std::stol(line.substr(name.size()));
  }
  return -1;
}

/// KiB that `work`, or a process that it starts, held at most more than there was before; -1 if it returns false.
inline long peak_of(const std::function<bool()>& work) {
  int ends[2];
  if (pipe(ends) != 0) return -1;
  const pid_t child = fork();
  if (child == 0) {
    std::ofstream("/proc/self/clear_refs") << 5;  // the peak counts from here
    const long before = status_line("VmRSS:");
    long peak = -1;
    if (work()) {
      rusage of_children{};
      getrusage(RUSAGE_CHILDREN, &of_children);
      peak = std::max(status_line("VmHWM:"), of_children.ru_maxrss) - before;
    }
    _exit(write(ends[1], &peak, sizeof peak) == sizeof peak ? 0 : 1);
  }
  close(ends[1]);
  long peak = -1;
  if (read(ends[0], &peak, sizeof peak) != sizeof peak) peak = -1;
  close(ends[0]);
  waitpid(child, nullptr, 0);
  return peak;
}

}  // namespace anjuan::pages
