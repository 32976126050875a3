#include "cli/envelopes.h"

#include <algorithm>
#include <filesystem>
#include <random>

#include "base/digest.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "store/disk.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

bool is_inside(const fs::path& inner, const fs::path& outer) {
  const auto [end, unused] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  static_cast<void>(unused);
  return end == outer.end();
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
  if (store::disk::exists(path)) return diagnose(envelope_exists, Place{}, path);
  ANJUAN_DO(store::disk::write_new_file(path, page.pdf));
  written_.push_back(path);
  return store::disk::sync_folder(folder_);
}

void Envelopes::take_back() {
  for (const std::string& path : written_) store::disk::remove(path);
  written_.clear();
}

}  // namespace anjuan::cli
