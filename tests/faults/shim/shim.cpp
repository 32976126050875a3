#include "faults/shim/shim.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <utility>

namespace anjuan::faults {

thread_local int Quiet::depth = 0;
bool awake = false;
Shim& shim = *new Shim;  // outlives the program's own end

namespace {

namespace fs = std::filesystem;

void lay_out_all() {
  for (int i = 0; i <= shim.plan.subsets; ++i) {
    const std::uint64_t choice = i == 0 ? 0 : static_cast<std::uint64_t>(shim.plan.at) * 1000 + static_cast<std::uint64_t>(i);
    shim.disk->lay_out(shim.plan.left + "/" + std::to_string(i), choice);
  }
}

bool begin() {
  const Quiet quiet;
  const char* line = std::getenv(Plan::variable);
  if (line == nullptr) return false;
  shim.plan = Plan::of(line);
  ::unsetenv(Plan::variable);  // not for programs that this one starts
  if (shim.plan.fault == Fault::power_cut) shim.disk = std::make_unique<Disk>(shim.plan.office);
  return awake = true;
}

[[maybe_unused]] const bool begun = begin();

[[gnu::destructor]] void end() {
  if (!awake) return;
  const Quiet quiet;
  awake = false;
  if (shim.disk && shim.plan.at == 0) lay_out_all();
  if (shim.plan.counts.empty()) return;
  const Counts& n = shim.counts;
  std::ofstream(shim.plan.counts) << n.calls << " " << n.opens << " " << n.allocations << " " << n.allocations_before << "\n";
}

}  // namespace

void cut_power() {
  const Quiet quiet;
  lay_out_all();
  ::kill(::getpid(), SIGKILL);
  for (;;) ::pause();
}

void wait_for_the_start(const std::string& path) {
  if (shim.plan.start < 0 || path != shim.plan.office + "/lock") return;
  const Quiet quiet;
  const int fd = std::exchange(shim.plan.start, -1);
  char byte = '.';
  if (::write(shim.plan.here, &byte, 1) != 1) return;
  while (::read(fd, &byte, 1) < 0 && errno == EINTR) {
  }
}

Turn take_turn(const char* call, const std::string& path, std::size_t size, bool needs_space) {
  if (!shim.plan.trace.empty()) {
    const Quiet quiet;
    const std::string below = path.size() > shim.plan.office.size() ? path.substr(shim.plan.office.size() + 1) : ".";
    std::ofstream(shim.plan.trace, std::ios::app) << call << " " << below << "\n";
  }
  if (++shim.counts.calls == 1) shim.counts.allocations_before = shim.counts.allocations;
  const long n = shim.counts.calls;
  const bool mine = n == shim.plan.at;
  switch (shim.plan.fault) {
    case Fault::kill:
      if (mine) ::kill(::getpid(), SIGKILL);
      break;
    case Fault::power_cut:
      if (mine) cut_power();
      break;
    case Fault::io_error:
      if (!mine) break;
      errno = EIO;
      return {true, 0};
    case Fault::disk_full:
      if (n < shim.plan.at || !needs_space) break;
      errno = ENOSPC;
      return {true, 0};
    case Fault::short_write:
      if (mine && size > 1) return {false, size / 2};
      break;
    default:
      break;
  }
  return {false, size};
}

bool open_fails() {
  if (++shim.counts.opens != shim.plan.at || shim.plan.fault != Fault::no_files) return false;
  errno = EMFILE;
  return true;
}

std::string in_office(int folder, const char* path) {
  if (Quiet::now() || !awake) return "";
  const Quiet quiet;
  const int before = errno;
  fs::path whole = path;
  std::error_code error;
  if (!whole.is_absolute()) {
    const fs::path base = folder == AT_FDCWD ? fs::current_path(error) : fs::read_symlink("/proc/self/fd/" + std::to_string(folder), error);
    whole = base / whole;
  }
  std::string normal = whole.lexically_normal().string();
  if (normal.ends_with('/')) normal.pop_back();
  errno = before;
  const std::string& office = shim.plan.office;
  return normal == office || normal.starts_with(office + "/") ? normal : "";
}

std::string in_office(int fd) {
  if (Quiet::now() || !awake) return "";
  const Quiet quiet;
  const int before = errno;
  std::error_code error;
  const std::string path = fs::read_symlink("/proc/self/fd/" + std::to_string(fd), error).string();
  errno = before;
  return path.starts_with(shim.plan.office + "/") || path == shim.plan.office ? path : "";
}

}  // namespace anjuan::faults
