// The changes in SQL.

#include "store/changes.h"

#include "json/json.h"
#include "store/messages.h"
#include "store/questions.h"
#include "store/rows.h"

namespace anjuan::store {
namespace {

using cases::CaseRow;
using cases::RegisterRow;
using cases::TakenNumber;

/// The moment of an act as each language writes it.
Wording moment_wording(const std::string& recorded) {
  const auto moment = parse_moment(recorded);
  return moment ? Wording(official(*moment), recorded) : Wording(recorded);
}

/// Why a save was too late: by the last act on the case, as far as the journal tells.
Result<std::int64_t> refuse_save(const Database& database, const CaseRow& row, std::int64_t last_entry) {
  Query query(database, "SELECT version FROM cases WHERE id = ?1", row.id.text());
  ANJUAN_TRY(const bool found, query.next());
  if (!found) return diagnose(messages::unknown_case, Place{}, row.id.text());
  ANJUAN_TRY(const auto entry, last_entry_about(database, row.id, last_entry));
  if (entry) {
    const auto read = json::read(entry->text, Place{});
    const Value act = read.ok() ? *read : Value();
    const std::string who = act.field("signatory").text_or_empty();
    const std::string what = act.field("event").text_or_empty();
    const std::string when = act.field("recorded").text_or_empty();
    if (!who.empty() && !what.empty() && !when.empty()) {
      return diagnose(messages::conflict, Place{}, row.id.text(), who, moment_wording(when), what);
    }
  }
  return diagnose(messages::conflict_unknown, Place{}, row.id.text(), std::to_string(row.version),
                  std::to_string(query.integer(0)));
}

Outcome check_files(const Database& database, const CaseRow& row) {
  for (const cases::PaperRow& paper : row.papers) {
    for (const std::string& digest : paper.files) {
      if (digest.empty()) continue;
      Query query(database, "SELECT 1 FROM files WHERE digest = ?1", digest);
      ANJUAN_TRY(const bool stored, query.next());
      if (!stored) return diagnose(messages::file_not_stored, Place{}, paper.id, digest);
    }
  }
  return Done{};
}

std::string seal_number(DigestKind kind, const TakenNumber& number, const std::string& paper,
                        const char* state, const std::string& reason) {
  return seal(kind,
              {number.code, std::to_string(number.year), std::to_string(number.n), paper, state, reason});
}

}  // namespace

Result<std::int64_t> save_case(const Database& database, DigestKind kind, const CaseRow& row,
                               std::int64_t last_entry) {
  ANJUAN_DO(check_files(database, row));
  CaseColumns c = columns_of(row);
  ++c.version;
  const std::string row_seal = seal_of(kind, c);
  const char* sql =
      row.version == 0 ? "INSERT INTO cases (id, round, kind, title, label, finished, version, body, limits, "
                         "papers, seal) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) "
                         "ON CONFLICT DO NOTHING"
                       : "UPDATE cases SET round = ?2, kind = ?3, title = ?4, label = ?5, finished = ?6, "
                         "version = ?7, body = ?8, limits = ?9, papers = ?10, seal = ?11 "
                         "WHERE id = ?1 AND version = ?7 - 1";
  Query query(database, sql, c.id, c.round, c.kind, c.title, c.label, c.finished, c.version, c.body, c.limits,
              c.papers, row_seal);
  ANJUAN_DO(query.run());
  if (database.changed() == 0) return refuse_save(database, row, last_entry);
  return c.version;
}

Result<std::int64_t> save_register(const Database& database, DigestKind kind, const RegisterRow& row) {
  Query last(database, "SELECT coalesce(max(version), 0) FROM registers WHERE name = ?1", row.name);
  ANJUAN_TRY([[maybe_unused]] const bool found, last.next());
  const std::int64_t next = last.integer(0) + 1;
  if (row.version != 0 && row.version != next) {
    return diagnose(messages::register_conflict, Place{}, row.name, std::to_string(next),
                    std::to_string(row.version));
  }
  const std::string on = iso(row.on);
  const std::string body = json::write(row.body);
  Query query(database,
              "INSERT INTO registers (name, version, reason, on_day, frozen, body, seal) "
              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
              row.name, next, row.reason, on, row.frozen, body,
              seal_of(kind, row.name, next, row.reason, on, body));
  ANJUAN_DO(query.run());
  return next;
}

Outcome freeze_register(const Database& database, const std::string& name, std::int64_t version) {
  Query query(database, "UPDATE registers SET frozen = 1 WHERE name = ?1 AND version = ?2", name, version);
  ANJUAN_DO(query.run());
  if (database.changed() > 0) return Done{};
  return diagnose(messages::register_unknown, Place{}, name, std::to_string(version));
}

Result<TakenNumber> take_number(const Database& database, DigestKind kind, const std::string& code, int year,
                                const std::string& paper) {
  TakenNumber number{code, year, 0};
  {
    Query book(database,
               "INSERT INTO number_books (code, year, last) VALUES (?1, ?2, 0) ON CONFLICT DO NOTHING", code,
               year);
    ANJUAN_DO(book.run());
    Query next(database,
               "UPDATE number_books SET last = last + 1 WHERE code = ?1 AND year = ?2 RETURNING last", code,
               year);
    ANJUAN_TRY([[maybe_unused]] const bool taken, next.next());
    number.n = next.integer(0);
  }
  Query query(database,
              "INSERT INTO numbers (code, year, n, paper, state, reason, seal) "
              "VALUES (?1, ?2, ?3, ?4, 'issued', '', ?5)",
              code, year, number.n, paper, seal_number(kind, number, paper, "issued", ""));
  ANJUAN_DO(query.run());
  return number;
}

Outcome void_number(const Database& database, DigestKind kind, const TakenNumber& number,
                    const std::string& reason) {
  const std::string year = std::to_string(number.year);
  const std::string n = std::to_string(number.n);
  if (reason.empty()) return diagnose(messages::reason_missing, Place{}, number.code, year, n);
  Query issued(database, "SELECT state, reason, paper FROM numbers WHERE code = ?1 AND year = ?2 AND n = ?3",
               number.code, number.year, number.n);
  ANJUAN_TRY(const bool found, issued.next());
  if (!found) return diagnose(messages::number_unknown, Place{}, number.code, year, n);
  if (issued.text(0) == "void") {
    return diagnose(messages::number_void, Place{}, number.code, year, n, issued.text(1));
  }
  const std::string paper = issued.text(2);
  Query query(database,
              "UPDATE numbers SET state = 'void', reason = ?4, seal = ?5 "
              "WHERE code = ?1 AND year = ?2 AND n = ?3",
              number.code, number.year, number.n, reason, seal_number(kind, number, paper, "void", reason));
  return query.run();
}

Outcome add_file(const Database& database, const std::string& digest, std::size_t size) {
  Query query(database, "INSERT INTO files (digest, size) VALUES (?1, ?2) ON CONFLICT DO NOTHING", digest,
              static_cast<std::int64_t>(size));
  return query.run();
}

namespace {

/// A clock that was set back shows in the entry itself; order and chain go by the numbers alone.
Result<Value> marked(const Database& database, std::int64_t last, const Value& act) {
  const auto now = parse_moment(act.field("recorded").text_or_empty());
  Query query(database, "SELECT text FROM journal WHERE n = ?1", last);
  ANJUAN_TRY(const bool found, query.next());
  if (!found || !now) return act;
  ANJUAN_TRY(const Value previous, json::read(query.text(0), Place{}));
  const std::string recorded = previous.field("recorded").text_or_empty();
  const auto before = parse_moment(recorded);
  if (!before || before->seconds <= now->seconds) return act;
  return with_field(act, "clock_set_back_from", recorded);
}

}  // namespace

Result<journal::Entry> append(const Database& database, DigestKind kind, const Value& act) {
  ANJUAN_TRY(const auto head, journal_head(database));
  ANJUAN_TRY(const Value told, marked(database, head.n, act));
  journal::Entry entry = journal::append(kind, head.n, head.digest, told);
  Query query(database,
              "INSERT INTO journal (n, previous, text, digest, case_id) VALUES (?1, ?2, ?3, ?4, ?5)", entry.n,
              entry.previous, entry.text, entry.digest, act.field("case").text_or_empty());
  ANJUAN_DO(query.run());
  return entry;
}

Outcome note_act(const Database& database, const std::string& case_id, std::int64_t version,
                 std::int64_t entry) {
  Query query(database,
              "INSERT INTO case_acts (case_id, version, entry) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
              case_id, version, entry);
  return query.run();
}

Result<std::int64_t> count_act(const Database& database) {
  Query query(database, "UPDATE office SET acts = acts + 1 RETURNING acts");
  ANJUAN_TRY([[maybe_unused]] const bool counted, query.next());
  return query.integer(0);
}

Outcome set(const Database& database, DigestKind kind, const std::string& key, const Value& value) {
  if (value.empty()) {
    Query query(database, "DELETE FROM settings WHERE key = ?1", key);
    return query.run();
  }
  const std::string text = json::write(value);
  Query query(database,
              "INSERT INTO settings (key, value, seal) VALUES (?1, ?2, ?3) "
              "ON CONFLICT (key) DO UPDATE SET value = excluded.value, seal = excluded.seal",
              key, text, seal(kind, {key, text}));
  return query.run();
}

Outcome send_later(const Database& database, DigestKind kind, const std::string& key, const Value& message) {
  const std::string text = json::write(message);
  Query query(database, "INSERT INTO outbox (key, message, seal) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING", key,
              text, seal_of_message(kind, key, text, false));
  ANJUAN_DO(query.run());
  if (database.changed() > 0) return Done{};
  Query kept(database, "SELECT message FROM outbox WHERE key = ?1", key);
  ANJUAN_TRY([[maybe_unused]] const bool found, kept.next());
  if (kept.text(0) == text) return Done{};
  return diagnose(messages::message_taken, place_within(key), key);
}

}  // namespace anjuan::store
