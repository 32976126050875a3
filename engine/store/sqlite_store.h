#pragma once
// The office on disk: makes it, opens it, gives readings and transactions.

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "cases/case_store.h"

namespace anjuan::store {

/// Opens an office folder. Refused when it is none, or was made by newer software; a fault when the
/// database does not pass its own quick check. `patience`: how long an act waits for the write lock.
Result<std::unique_ptr<cases::CaseStore>> open_office_store(
    const std::string& folder, std::chrono::milliseconds patience = std::chrono::seconds(30));

/// Makes an office in `folder` (missing or empty; its parent exists) with a record of settings, each
/// field under its name. The field "digest" ("sha256", the default, or "sm3") chooses the algorithm
/// of journal and files for good. `furnish` records what the office begins with. Built and furnished beside
/// and moved into place: a half-made office never exists. A program that is killed meanwhile leaves a folder
/// FOLDER.new-…, which can be deleted.
Outcome create_office_store(const std::string& folder, const Value& settings,
                            const std::function<Outcome(cases::CaseStore&)>& furnish = {});

/// Copies an office that nobody has open to a folder that does not exist yet: for exercises that go on
/// from the same standing in different ways.
Outcome copy_office_store(const std::string& from, const std::string& to);

}  // namespace anjuan::store
