#pragma once
// One act: under the write lock, in one transaction of the database. Files are durable before the
// commit that names them. After the first refusal or fault the act can only be undone.

#include <memory>

#include "cases/case_store.h"
#include "store/office_folder.h"

namespace anjuan::store {

/// Waits for the lock in the queue, then begins. A fault names the holder when the wait was too long.
Result<std::unique_ptr<cases::Transaction>> begin_transaction(const OfficeFolder&);

}  // namespace anjuan::store
