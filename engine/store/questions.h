#pragma once
// What can be asked of the database. Each question is for a connection that stands in a transaction
// (reading or writing), so that its answer is of one moment.

#include <optional>
#include <string>
#include <vector>

#include "cases/case_store.h"
#include "store/database.h"
#include "store/file_store.h"

namespace anjuan::store {

/// The row with its body; refused when there is none (with the nearest id), a fault when it no longer
/// fits its seal.
Result<cases::CaseRow> load_case(const Database&, DigestKind, const CaseId&);
/// All rows by id. Seals are looked at where bodies are read.
Result<std::vector<cases::CaseRow>> list_cases(const Database&, DigestKind, bool with_body);
Result<bool> has_case(const Database&, const CaseId&);
/// The rows asked for, with their bodies; by indexes, so that what is finished costs nothing.
Result<std::vector<cases::CaseRow>> select_cases(const Database&, DigestKind, const cases::Selection&);
Result<cases::CaseCount> count_cases(const Database&);
/// That version, or the latest where `version` is 0; nothing when there is none.
Result<std::optional<cases::RegisterRow>> load_register(const Database&, DigestKind, const std::string& name, std::int64_t version);
/// All versions by name and version, without bodies.
Result<std::vector<cases::RegisterRow>> list_registers(const Database&);
/// The whole chain by number; not checked.
Result<std::vector<journal::Entry>> read_journal(const Database&);
/// Those that saved the case or name it as theirs, by number.
Result<std::vector<journal::Entry>> read_journal_about(const Database&, const CaseId&);
/// Those from this number on, at most so many.
Result<std::vector<journal::Entry>> read_entries(const Database&, std::int64_t from, std::int64_t at_most);
/// The last entry up to number `until` about a case, or nothing.
Result<std::optional<journal::Entry>> last_entry_about(const Database&, const CaseId&, std::int64_t until);
Result<journal::Head> journal_head(const Database&);
/// How many acts were committed.
Result<std::int64_t> count_acts(const Database&);
Result<Value> setting(const Database&, DigestKind, const std::string& key);
Result<std::string> read_file(const Database&, const FileStore&, const std::string& digest);

/// What a file is, by whoever names it: a paper, a case, a journal entry.
Result<Wording> describe_file(const Database&, const std::string& digest);

}  // namespace anjuan::store
