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

/// A folder as it stands.
void copy_as_it_stands(const fs::path& from, const fs::path& to) {
  fs::create_directories(to);
  for (const auto& entry : fs::directory_iterator(from)) {
    const fs::path target = to / entry.path().filename();
    if (entry.is_directory()) {
      copy_as_it_stands(entry.path(), target);
    } else if (shim.disk->is_shared(entry.path().string())) {
      fs::create_hard_link(entry.path(), target);
    } else {
      fs::copy_file(entry.path(), target);
    }
  }
}

/// What this moment would leave, were it the last.
void lay_out_moment(long n) {
  const Quiet quiet;
  const int before = errno;
  const std::string folder = shim.plan.left + "/" + std::to_string(n);
  copy_as_it_stands(shim.plan.office, folder + "/kill");
  for (int i = 0; i <= shim.plan.subsets; ++i) {
    const std::uint64_t choice = i == 0 ? 0 : static_cast<std::uint64_t>(n) * 1000 + static_cast<std::uint64_t>(i);
    shim.disk->lay_out(folder + "/cut" + std::to_string(i), choice);
  }
  std::ofstream(folder + "/out", std::ios::binary) << std::ifstream("/proc/self/fd/1", std::ios::binary).rdbuf();
  errno = before;
}

bool begin() {
  const Quiet quiet;
  const char* line = std::getenv(Plan::variable);
  if (line == nullptr) return false;
  shim.plan = Plan::of(line);
  ::unsetenv(Plan::variable);  // not for programs that this one starts
  if (shim.plan.fault == Fault::moments) shim.disk = std::make_unique<Disk>(shim.plan.office);
  return awake = true;
}

[[maybe_unused]] const bool begun = begin();

[[gnu::destructor]] void end() {
  if (!awake) return;
  const Quiet quiet;
  awake = false;
  if (shim.disk) lay_out_moment(shim.counts.calls + 1);
  if (shim.plan.counts.empty()) return;
  const Counts& n = shim.counts;
  std::ofstream(shim.plan.counts) << n.calls << " " << n.opens << " " << n.reads << " " << n.allocations << "\n";
}

}  // namespace

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
  const long n = ++shim.counts.calls;
  const bool mine = n == shim.plan.at;
  switch (shim.plan.fault) {
    case Fault::kill:
      if (mine) ::kill(::getpid(), SIGKILL);
      break;
    case Fault::moments:
      if (n >= shim.plan.at && (n - shim.plan.at) % shim.plan.step == 0) lay_out_moment(n);
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

bool read_fails(int fd) {
  if (in_office(fd).empty() || ++shim.counts.reads != shim.plan.at || shim.plan.fault != Fault::read_error) return false;
  errno = EIO;
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
