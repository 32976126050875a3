// Connections to an open office.

#include "store/office_folder.h"

#include <filesystem>

#include "store/disk.h"
#include "store/messages.h"

namespace anjuan::store {

Outcome check_for_output(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path asked = fs::absolute(path), target = fs::weakly_canonical(asked.parent_path(), error) / asked.filename();
  for (fs::path inner = target; inner.has_relative_path(); inner = inner.parent_path()) {
    const Layout office = Layout::of(inner.parent_path().string());
    if (!disk::exists(office.database())) continue;
    const std::string within = inner.string();
    if (within == office.files() || within == office.lock() || within.starts_with(office.database())) return diagnose(messages::output_in_office, Place{}, path);
  }
  return Done{};
}

bool OfficeFolder::is_busy(const Diagnostics& diagnostics) {
  return diagnostics.front().row->code == std::string_view(messages::busy.code);
}

Result<Database> OfficeFolder::connect(Database::Use use) const {
  ANJUAN_DO(files().check_folders());
  if (use == Database::Use::writing) return Database::open(layout.database(), use, commit_patience);
  auto opened = Database::open(layout.database(), use, statement_patience);
  if (opened.ok() || !is_busy(opened.diagnostics())) return opened;
  ANJUAN_TRY([[maybe_unused]] const WriteLock lock, WriteLock::wait(layout.lock(), patience));
  return Database::open(layout.database(), use, statement_patience);
}

}  // namespace anjuan::store
