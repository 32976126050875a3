#pragma once
// Single changes of the database, each for a connection that stands in a write transaction.

#include <string>

#include "cases/case_store.h"
#include "store/database.h"

namespace anjuan::store {

/// Saves a case row if its version is still the one in the table, and counts the version up.
/// `last_entry`: up to which journal entry to look for who was faster. Returns the new version.
Result<std::int64_t> save_case(const Database&, DigestKind, const cases::CaseRow&, std::int64_t last_entry);
/// Adds a version: the next one, or refused (0 stands for "the next one"). Returns it.
Result<std::int64_t> save_register(const Database&, DigestKind, const cases::RegisterRow&);
Outcome freeze_register(const Database&, const std::string& name, std::int64_t version);
Result<cases::TakenNumber> take_number(const Database&, DigestKind, const std::string& code, int year,
                                       const std::string& paper);
Outcome void_number(const Database&, DigestKind, const cases::TakenNumber&, const std::string& reason);
Outcome add_file(const Database&, const std::string& digest, std::size_t size);
/// Links the act to the journal and returns the new entry.
Result<journal::Entry> append(const Database&, DigestKind, const Value& act);
/// Notes that `entry` left the case in `version` (0: no row).
Outcome note_act(const Database&, const std::string& case_id, std::int64_t version, std::int64_t entry);
/// Counts the act about to be committed; returns how many there are with it.
Result<std::int64_t> count_act(const Database&);
/// An empty value removes the setting.
Outcome set(const Database&, DigestKind, const std::string& key, const Value&);
/// The same message under the same key is accepted once more and kept once.
Outcome send_later(const Database&, DigestKind, const std::string& key, const Value& message);

}  // namespace anjuan::store
