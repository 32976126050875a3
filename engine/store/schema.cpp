// The tables. Each row that matters carries `seal`, the digest of its other columns, so that a change
// past this system is noticed; the journal has its chain instead. Only generic names here: what a
// case or a paper says is in its JSON.

#include "store/schema.h"

#include <array>
#include <map>

#include "store/messages.h"
#include "store/rows.h"

namespace anjuan::store {
namespace {

// Says that a database is an office's ("ANJ1").
constexpr std::int64_t application_id = 0x414e4a31;

constexpr const char* migration_0001_begin = R"sql(
CREATE TABLE office (              -- one row
  one     INTEGER PRIMARY KEY CHECK (one = 1),
  digest  TEXT NOT NULL,           -- algorithm, never changed
  acts    INTEGER NOT NULL         -- how many were committed
) STRICT;

CREATE TABLE cases (
  id       TEXT PRIMARY KEY,
  round    TEXT NOT NULL,
  kind     TEXT NOT NULL,
  title    TEXT NOT NULL,
  label    TEXT NOT NULL,
  finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
  version  INTEGER NOT NULL CHECK (version >= 1),
  body     TEXT NOT NULL,
  limits   TEXT NOT NULL,
  papers   TEXT NOT NULL,
  seal     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  n        INTEGER PRIMARY KEY CHECK (n >= 1),
  previous TEXT NOT NULL,
  text     TEXT NOT NULL,
  digest   TEXT NOT NULL UNIQUE,
  case_id  TEXT NOT NULL           -- field "case" of the text, to find the last act
) STRICT;
CREATE INDEX journal_by_case ON journal (case_id, n);
CREATE TRIGGER journal_keeps BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER journal_holds BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE case_acts (           -- which version each act left
  case_id  TEXT NOT NULL,
  version  INTEGER NOT NULL,       -- 0: there was no row
  entry    INTEGER NOT NULL,       -- journal entry; 0: the journal was empty
  PRIMARY KEY (case_id, version, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE files (
  digest   TEXT PRIMARY KEY,
  size     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE number_books (
  code     TEXT NOT NULL,
  year     INTEGER NOT NULL,
  last     INTEGER NOT NULL,
  PRIMARY KEY (code, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE numbers (
  code     TEXT NOT NULL,
  year     INTEGER NOT NULL,
  n        INTEGER NOT NULL CHECK (n >= 1),
  paper    TEXT NOT NULL,
  state    TEXT NOT NULL CHECK (state IN ('issued', 'void')),
  reason   TEXT NOT NULL,
  seal     TEXT NOT NULL,
  PRIMARY KEY (code, year, n),
  FOREIGN KEY (code, year) REFERENCES number_books (code, year)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER numbers_hold BEFORE DELETE ON numbers BEGIN SELECT RAISE(ABORT, 'never freed'); END;

CREATE TABLE registers (
  name     TEXT NOT NULL,
  version  INTEGER NOT NULL CHECK (version >= 1),
  reason   TEXT NOT NULL,
  on_day   TEXT NOT NULL,
  frozen   INTEGER NOT NULL CHECK (frozen IN (0, 1)),
  body     TEXT NOT NULL,
  seal     TEXT NOT NULL,
  PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER registers_keep BEFORE UPDATE OF name, version, reason, on_day, body ON registers
  BEGIN SELECT RAISE(ABORT, 'a new version instead'); END;
CREATE TRIGGER registers_hold BEFORE DELETE ON registers BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE settings (
  key      TEXT PRIMARY KEY,
  value    TEXT NOT NULL,
  seal     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  key      TEXT PRIMARY KEY,
  message  TEXT NOT NULL,
  sent     INTEGER NOT NULL DEFAULT 0 CHECK (sent IN (0, 1))
) STRICT, WITHOUT ROWID;
)sql";

// What lists and `verify` ask for without looking at each row: of a million cases most are finished. And what
// waits to be sent is sealed as other rows are.
constexpr const char* migration_0002_find = R"sql(
ALTER TABLE outbox ADD COLUMN seal TEXT NOT NULL DEFAULT '';
CREATE INDEX cases_by_round ON cases (round, finished);
CREATE INDEX cases_running ON cases (id) WHERE finished = 0;
CREATE INDEX case_acts_by_entry ON case_acts (entry, case_id);
)sql";

// From here on journal entries carry the seals of the rows that they write (`row_name`), which older software would not
// go on with; and the seal of a message says that it was sent. No table changes.
constexpr const char* migration_0003_rows = "";

/// Messages of older software have no seal yet, or one that does not say that they were sent.
Outcome seal_outbox(const Database& database, DigestKind kind) {
  Query unsealed(database, "SELECT key, message, sent, seal FROM outbox");
  for (;;) {
    ANJUAN_TRY(const bool more, unsealed.next());
    if (!more) return Done{};
    const std::string key = unsealed.text(0), message = unsealed.text(1), kept = unsealed.text(3);
    if (!kept.empty() && kept != seal_of_message(kind, key, message, false)) continue;  // changed: `verify` tells
    Query update(database, "UPDATE outbox SET seal = ?2 WHERE key = ?1", key, seal_of_message(kind, key, message, unsealed.integer(2) != 0));
    ANJUAN_DO(update.run());
  }
}

/// The n-th brings the tables from version n-1 to n.
constexpr std::array migrations{migration_0001_begin, migration_0002_find, migration_0003_rows};
static_assert(migrations.size() == schema_version);

Result<std::int64_t> pragma(const Database& database, const char* sql) {
  Query query(database, sql);
  ANJUAN_TRY([[maybe_unused]] const bool row, query.next());
  return query.integer(0);
}

/// The steps from one version to another, within the caller's transaction; the version is recorded with them.
Outcome migrate(Database& database, std::int64_t from, std::int64_t to) {
  for (std::int64_t n = from; n < to; ++n) {
    ANJUAN_DO(database.run(migrations.at(static_cast<std::size_t>(n))));
  }
  return database.run(("PRAGMA user_version=" + std::to_string(to)).c_str());
}

using Declarations = std::map<std::string, std::string>;

/// Tables, indexes and triggers by name, as they are declared.
Result<Declarations> declarations(const Database& database) {
  Declarations out;
  Query query(database, "SELECT type || ' ' || name, tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema");
  for (;;) {
    ANJUAN_TRY(const bool more, query.next());
    if (!more) return out;
    out[query.text(0)] = query.text(1);
  }
}

}  // namespace

Outcome create_schema(Database& database, DigestKind kind) {
  ANJUAN_DO(database.run("BEGIN IMMEDIATE"));
  ANJUAN_DO(migrate(database, 0, schema_version));
  Query office(database, "INSERT INTO office (one, digest, acts) VALUES (1, ?1, 0)", name_of(kind));
  ANJUAN_DO(office.run());
  return database.run(("PRAGMA application_id=" + std::to_string(application_id) + "; COMMIT").c_str());
}

Result<Schema> check_schema(const Database& database, const std::string& folder) {
  ANJUAN_TRY(const std::int64_t application, pragma(database, "PRAGMA application_id"));
  ANJUAN_TRY(const std::int64_t version, pragma(database, "PRAGMA user_version"));
  if (application != application_id || version < 1) return diagnose(messages::not_an_office, Place{}, folder);
  if (version > schema_version) {
    return diagnose(messages::newer_schema, Place{}, folder, std::to_string(version),
                    std::to_string(schema_version));
  }
  Query query(database, "SELECT digest FROM office");
  ANJUAN_TRY(const bool row, query.next());
  if (!row) return diagnose(messages::office_row_changed, Place{.file = folder}, Wording("不见了", "is gone"));
  const auto kind = parse_digest_kind(query.text(0));
  if (!kind) return diagnose(messages::office_row_changed, Place{.file = folder}, Wording("被改成了“" + query.text(0) + "”", "was changed to '" + query.text(0) + "'"));
  return Schema{static_cast<int>(version), *kind};
}

Outcome upgrade_schema(Database& database, const std::string& folder) {
  ANJUAN_DO(database.run("BEGIN IMMEDIATE"));
  // Somebody may have done it while this program waited.
  ANJUAN_TRY(const Schema found, check_schema(database, folder));
  ANJUAN_DO(migrate(database, found.version, schema_version));
  ANJUAN_DO(seal_outbox(database, found.kind));
  return database.run("COMMIT");
}

Outcome compare_schema(const Database& database, const std::string& folder) {
  ANJUAN_TRY(const Schema schema, check_schema(database, folder));
  ANJUAN_TRY(Database model, Database::open(":memory:", Database::Use::writing, std::chrono::milliseconds(0)));
  ANJUAN_DO(migrate(model, 0, schema.version));
  ANJUAN_TRY(const Declarations expected, declarations(model));
  ANJUAN_TRY(const Declarations found, declarations(database));
  Diagnostics differences;
  const auto differ = [&](const std::string& name) { differences.push_back(diagnose(messages::schema_changed, Place{.file = folder}, name)); };
  for (const auto& [name, sql] : expected) {
    const auto mine = found.find(name);
    if (mine == found.end() || mine->second != sql) differ(name);
  }
  for (const auto& [name, sql] : found) {
    if (!expected.contains(name)) differ(name);
  }
  if (!differences.empty()) return differences;
  return Done{};
}

}  // namespace anjuan::store
