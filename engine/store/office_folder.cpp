// Connections to an open office.

#include "store/office_folder.h"

#include "store/messages.h"

namespace anjuan::store {

bool OfficeFolder::is_busy(const Diagnostics& diagnostics) {
  return diagnostics.front().row->code == std::string_view(messages::busy.code);
}

Result<Database> OfficeFolder::connect(Database::Use use) const {
  if (use == Database::Use::writing) return Database::open(layout.database(), use, commit_patience);
  auto opened = Database::open(layout.database(), use, statement_patience);
  if (opened.ok() || !is_busy(opened.diagnostics())) return opened;
  ANJUAN_TRY([[maybe_unused]] const WriteLock lock, WriteLock::wait(layout.lock(), patience));
  return Database::open(layout.database(), use, statement_patience);
}

}  // namespace anjuan::store
