#pragma once
// Rows to columns and back: what the interface calls a case or a register version, as JSON texts and
// seals. A seal is the digest of a row's other columns: it shows a change made past this system (not
// one by somebody who recomputes it; against that stands the journal's head noted outside).

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/result.h"
#include "cases/case_store.h"

namespace anjuan::store {

/// Digest of the columns in order, written as one JSON list.
std::string seal(DigestKind, std::initializer_list<std::string_view> columns);

/// The columns of a case row as they lie in the table.
struct CaseColumns {
  std::string id, round, kind, title, label;
  bool finished = false;
  std::int64_t version = 0;
  std::string body, limits, papers;
};
CaseColumns columns_of(const cases::CaseRow&);
std::string seal_of(DigestKind, const CaseColumns&);
/// Back again; refused when a text is not what was written.
Result<cases::CaseRow> case_row(const CaseColumns&, bool with_body);

/// The papers of a row from their column.
Result<std::vector<cases::PaperRow>> papers_of(const std::string& text);

std::string seal_of(DigestKind, const std::string& name, std::int64_t version, const std::string& reason,
                    const std::string& on, const std::string& body);

/// Of a message of the outbox: that it was sent is sealed, too.
std::string seal_of_message(DigestKind, const std::string& key, const std::string& message, bool sent);

/// What the journal says of a register's version: its seal, and that a draw has frozen it.
std::string recorded_seal(DigestKind, const std::string& seal, bool frozen);

/// Rows as journal entries name them under "rows": "cases/2026-1-03", "numbers/检通/2026/7", "registers/targets/2".
std::string row_name(std::initializer_list<std::string_view> parts);

/// The row of such a name, for messages: 编号簿“检通”2026年 7 号.
Wording about_row(const std::string& name);
/// "案件或任务“X”" for messages.
Wording about_case(const std::string& id);

/// A place that is no file: a row, a setting, a message.
Place place_within(Wording);

}  // namespace anjuan::store
