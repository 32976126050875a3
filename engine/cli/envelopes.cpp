#include "cli/envelopes.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "base/digest.h"
#include "cli/messages.h"
#include "cli/output.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

bool is_inside(const fs::path& inner, const fs::path& outer) {
  const auto [end, unused] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  static_cast<void>(unused);
  return end == outer.end();
}

/// Writes all bytes to a file that is new, and waits until they are on the disk.
bool write_new(const std::string& path, const std::string& bytes) {
  const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) return false;
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t n = ::write(file, bytes.data() + done, bytes.size() - done);
    if (n <= 0) break;
    done += static_cast<std::size_t>(n);
  }
  const bool kept = done == bytes.size() && ::fsync(file) == 0;
  return ::close(file) == 0 && kept;
}

}  // namespace

std::string random_secret() {
  std::random_device source;
  std::string bytes;
  for (int i = 0; i < 32; ++i) bytes += static_cast<char>(source() & 0xff);
  return hex(bytes);
}

Result<Envelopes> Envelopes::into(const std::string& folder, const std::string& office) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return diagnose(no_envelope_folder, Place{}, folder);
  if (is_inside(fs::canonical(folder, error), fs::canonical(office, error))) return diagnose(envelopes_in_office, Place{}, folder);
  return Envelopes(folder);
}

Outcome Envelopes::write(const handling::EnvelopePage& page) {
  const std::string path = folder_ + "/信封-" + std::to_string(page.number) + "-" + file_name_of(page.keeper) + ".pdf";
  std::error_code error;
  if (fs::exists(fs::symlink_status(path, error))) return diagnose(envelope_exists, Place{}, path);
  if (!write_new(path, page.pdf)) {
    fs::remove(path, error);
    return diagnose(cannot_write, Place{}, path);
  }
  written_.push_back(path);
  return Done{};
}

void Envelopes::take_back() {
  for (const std::string& path : written_) {
    std::error_code ignored;
    fs::remove(path, ignored);
  }
  written_.clear();
}

}  // namespace anjuan::cli
