#pragma once
// SQLite as this module wants it: one connection with every safety on, statements as values, every
// error a diagnostic. No other file talks to the library.
//
// journal_mode=TRUNCATE with synchronous=EXTRA is the setting that lost nothing under simulated power
// loss and needs no write-ahead log, whose reset can corrupt a database in the library versions at
// hand. A reader locks only for the moment of one question; a writer changes the file only at commit.

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace anjuan::store {

class Database {
 public:
  enum class Use { reading, writing };
  /// `path`: an existing database. `patience`: how long one statement waits for other connections
  /// before it fails with `messages::busy`.
  static Result<Database> open(const std::string& path, Use, std::chrono::milliseconds patience);

  Outcome run(const char* sql);  ///< statements without parameters and rows
  /// Rows that the last INSERT, UPDATE or DELETE touched.
  std::int64_t changed() const;
  /// What the last call on this connection failed with.
  Diagnostic fault() const;
  sqlite3* handle() const { return connection_.get(); }

 private:
  struct Close {
    void operator()(sqlite3*) const;
  };
  explicit Database(std::string path) : path_(std::move(path)) {}
  Outcome make_safe(Use, std::chrono::milliseconds patience);
  std::unique_ptr<sqlite3, Close> connection_;
  std::string path_;
};

/// One statement. Parameters ?1, ?2, … are given at once; rows are taken with `next`:
///   Query query(database, "SELECT id FROM cases WHERE round = ?1", round);
///   for (;;) { ANJUAN_TRY(const bool row, query.next()); if (!row) break; use(query.text(0)); }
class Query {
 public:
  template <class... Parameters>
  Query(const Database& database, const char* sql, const Parameters&... parameters) : Query(&database, sql) {
    int index = 0;
    (bind(++index, parameters), ...);
  }

  Result<bool> next();  ///< true: a row is there
  Outcome run();        ///< for statements without rows

  std::string text(int column) const;  ///< columns from 0
  std::string_view view(int column) const;  ///< the same, good until the next row
  std::int64_t integer(int column) const;
  int columns() const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt*) const;
  };
  Query(const Database* database, const char* sql);
  void bind(int index, std::string_view text);
  void bind(int index, std::int64_t integer);
  void bind(int index, int integer) { bind(index, std::int64_t{integer}); }
  void bind(int index, bool flag) { bind(index, std::int64_t{flag ? 1 : 0}); }
  void bind(int index, const std::string& text) { bind(index, std::string_view(text)); }
  void bind(int index, const char* text) { bind(index, std::string_view(text)); }

  const Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace anjuan::store
