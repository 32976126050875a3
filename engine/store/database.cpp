// The connection and its settings; error codes as diagnostics.

#include "store/database.h"

#include <sqlite3.h>

#include "store/disk.h"
#include "store/messages.h"

namespace anjuan::store {
namespace {

Wording reason_of(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return {"磁盘已满", "no space left on the disk"};
    case SQLITE_IOERR:
      return {"磁盘读写出错", "the disk failed to read or write"};
    case SQLITE_READONLY:
      return {"数据库文件是只读的", "the database file is read-only"};
    case SQLITE_CANTOPEN:
      return {"数据库文件打不开", "the database file cannot be opened"};
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {"没有权限", "permission denied"};
    case SQLITE_NOMEM:
      return {"内存不足", "not enough memory"};
    case SQLITE_TOOBIG:
      return {"内容太大", "the content is too large"};
    case SQLITE_CONSTRAINT:
      return {"内容不合数据库的约束", "the content breaks a rule of the database"};
    case SQLITE_ERROR:
      return {"缺少本软件建立的表或者列", "tables or columns that this software made are missing"};
    default:
      return {"数据库错误号 " + std::to_string(code), "database error " + std::to_string(code)};
  }
}

Diagnostic fault_of(const std::string& path, int code) {
  const Place place{.file = path};
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return diagnose(messages::busy, place);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return diagnose(messages::damaged, place,
                      Wording("内容不合数据库的格式", "its content is not well-formed"));
    default:
      return diagnose(messages::database, place, reason_of(code));
  }
}

}  // namespace

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Result<Database> Database::open(const std::string& path, Use use, std::chrono::milliseconds patience) {
  Database database(path);
  for (const char* part : {"", "-journal", "-wal", "-shm"}) {
    ANJUAN_DO(disk::check_plain_file(path + part));
  }
  sqlite3* connection = nullptr;
  // Readers open for writing too: they may have to roll back what a killed program left. A connection is used by one
  // thread; its own lock, taken for each column of each row, would be held against nobody.
  const int code =
      sqlite3_open_v2(path.c_str(), &connection,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, nullptr);
  database.connection_.reset(connection);
  if (code != SQLITE_OK) return fault_of(path, code);
  ANJUAN_DO(database.make_safe(use, patience));
  return database;
}

Outcome Database::make_safe(Use use, std::chrono::milliseconds patience) {
  sqlite3* db = connection_.get();
  sqlite3_extended_result_codes(db, 1);
  sqlite3_busy_timeout(db, static_cast<int>(patience.count()));
  for (const auto& [option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                      {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                      {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
                                      {SQLITE_DBCONFIG_DQS_DML, 0},
                                      {SQLITE_DBCONFIG_DQS_DDL, 0}}) {
    if (sqlite3_db_config(db, option, value, nullptr) != SQLITE_OK) return fault();
  }
  // cache_spill=OFF: a large act keeps its changes in memory until commit, so readers are not locked out.
  ANJUAN_TRY([[maybe_unused]] const Done set,
             run("PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=ON;"
                 "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY;"
                 "PRAGMA cache_spill=OFF"));
  if (use == Use::reading) return run("PRAGMA query_only=ON");
  return Done{};
}

Outcome Database::run(const char* sql) {
  if (sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK) return Done{};
  return fault();
}

std::int64_t Database::changed() const { return sqlite3_changes64(connection_.get()); }

Diagnostic Database::fault() const { return fault_of(path_, sqlite3_extended_errcode(connection_.get())); }

void Query::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Query::Query(const Database* database, const char* sql) : database_(database) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(database->handle(), sql, -1, &statement, nullptr);
  statement_.reset(statement);  // null: `next` reports why
}

void Query::bind(int index, std::string_view text) {
  if (statement_ == nullptr) return;
  const int code = sqlite3_bind_text64(statement_.get(), index, text.data() == nullptr ? "" : text.data(),
                                       text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK) statement_.reset();
}

void Query::bind(int index, std::int64_t integer) {
  if (statement_ != nullptr) sqlite3_bind_int64(statement_.get(), index, integer);
}

Result<bool> Query::next() {
  if (statement_ == nullptr) return database_->fault();
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return database_->fault();
}

Outcome Query::run() {
  ANJUAN_TRY(const bool row, next());
  ANJUAN_CHECK(!row);
  return Done{};
}

std::string_view Query::view(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, static_cast<std::size_t>(size));
}

std::string Query::text(int column) const { return std::string(view(column)); }

int Query::columns() const { return sqlite3_column_count(statement_.get()); }

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

}  // namespace anjuan::store
