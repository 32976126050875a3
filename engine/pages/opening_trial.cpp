#include "pages/opening_trial.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <exception>
#include <fstream>
#include <new>

namespace anjuan::pages {
namespace {

/// A file without packed structure takes at most some fifty times its size: no trial is needed below this.
constexpr std::size_t kNeedsTrial = std::size_t{4} << 20;
constexpr rlim_t kMostSeconds = 20;  // of processor time; a scanned volume of 300 MiB takes two

/// Never above what the process may have at all.
bool limit(decltype(RLIMIT_AS) resource, rlim_t most) {
  rlimit room{};
  if (getrlimit(resource, &room) != 0) return false;
  room.rlim_cur = std::min(most, room.rlim_max);
  return setrlimit(resource, &room) == 0;
}

/// Memory is counted from what the process has already.
bool set_limits(std::size_t file_size) {
  std::ifstream numbers("/proc/self/statm");
  rlim_t now = 0;
  if (!(numbers >> now)) return false;
  now *= static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
  return limit(RLIMIT_AS, now + most_opening_memory + 4 * file_size) && limit(RLIMIT_CPU, kMostSeconds) && limit(RLIMIT_CORE, 0);
}

/// Nobody hears of it: where memory ends, the program says so and ends with it (cli/memory.cpp).
[[noreturn]] void try_here(std::size_t file_size, const std::function<int()>& open, int ends) {
  close(STDERR_FILENO);
  std::set_new_handler([] { _exit(1); });  // libraries catch what would be thrown, and go on
  Trial trial{Trial::End::out_of_memory, 0};
  try {
    if (set_limits(file_size)) trial = {Trial::End::told, open()};
  } catch (const std::exception&) {  // no memory, or a table longer than any
  }
  _exit(write(ends, &trial, sizeof trial) == sizeof trial ? 0 : 1);
}

/// Why a trial ended without a word: out of memory if it went by itself; by a signal, it took too long or fell over
/// the file.
Trial::End reason_of_end(int status) {
  if (WIFEXITED(status)) return Trial::End::out_of_memory;
  return WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL ? Trial::End::too_long : Trial::End::fell_over;
}

/// The character of a name at `at`, which may be written as # and two hexadecimal digits; moves behind it.
char next_of_name(std::string_view bytes, std::size_t& at) {
  if (at >= bytes.size()) return '\0';
  if (bytes[at] != '#' || at + 2 >= bytes.size()) return bytes[at++];
  const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : ((c | 0x20) - 'a' + 10) & 15; };
  const char c = static_cast<char>(digit(bytes[at + 1]) * 16 + digit(bytes[at + 2]));
  at += 3;
  return c;
}

}  // namespace

bool has_packed_structure(std::string_view bytes) {
  for (std::size_t from = bytes.find('/'); from != std::string_view::npos; from = bytes.find('/', from + 1)) {
    std::size_t at = from + 1;
    const std::string_view wanted = "XRef";
    if (std::all_of(wanted.begin(), wanted.end(), [&](char c) { return next_of_name(bytes, at) == c; })) return true;
  }
  return false;
}

Trial try_opening(std::string_view bytes, const std::function<int()>& open) {
  if (bytes.size() < kNeedsTrial && !has_packed_structure(bytes)) return {};
  int ends[2];
  if (pipe(ends) != 0) return {Trial::End::not_begun, 0};
  const pid_t child = fork();
  if (child == 0) try_here(bytes.size(), open, ends[1]);
  close(ends[1]);
  Trial trial;
  const bool told = child > 0 && read(ends[0], &trial, sizeof trial) == sizeof trial;
  close(ends[0]);
  if (child < 0) return {Trial::End::out_of_memory, 0};
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return {Trial::End::not_begun, 0};
  }
  return told ? trial : Trial{reason_of_end(status), 0};
}

}  // namespace anjuan::pages
