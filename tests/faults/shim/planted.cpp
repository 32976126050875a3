#include "faults/shim/planted.h"

#include <sqlite3.h>
#include <sys/stat.h>

#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

#include "faults/shim/shim.h"

namespace anjuan::faults {
namespace {

using Rename = std::pair<std::string, std::string>;
std::vector<Rename>& put_off_renames() {
  static auto* all = new std::vector<Rename>;
  return *all;
}

bool outside = false;  ///< the act's transaction is interrupted for a number

bool stored(const std::string& path) { return path.find("/files") != std::string::npos; }

bool is_folder(const std::string& path) {
  struct stat about {};
  return ::stat(path.c_str(), &about) == 0 && S_ISDIR(about.st_mode);
}

int run(sqlite3* db, const char* sql) {
  static const auto real =
      original<int(sqlite3*, const char*, int (*)(void*, int, char**, char**), void*, char**)>("sqlite3_exec");
  return real(db, sql, nullptr, nullptr, nullptr);
}

void replace(std::string& text, std::string_view from, std::string_view to) {
  if (const auto at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
}

std::string rewritten(std::string sql) {
  if (shim.plan.planted == Planted::wal_normal) {
    replace(sql, "journal_mode=TRUNCATE", "journal_mode=WAL");
    replace(sql, "synchronous=EXTRA", "synchronous=NORMAL");
  }
  if (shim.plan.planted == Planted::delete_full) {
    replace(sql, "journal_mode=TRUNCATE", "journal_mode=DELETE");
    replace(sql, "synchronous=EXTRA", "synchronous=FULL");
  }
  return sql;
}

/// Statements about a number run between two transactions, committed at once.
void step_outside(sqlite3* db, std::string_view sql) {
  if (shim.plan.planted != Planted::number_outside) return;
  const bool number = sql.starts_with("INSERT INTO number") || sql.starts_with("UPDATE number_books");
  if (number && !outside) {
    run(db, "COMMIT");
    outside = true;
  } else if (!number && outside) {
    outside = false;
    run(db, "BEGIN IMMEDIATE");
  }
}

}  // namespace

bool sync_is_skipped(const std::string& path) {
  if (!stored(path)) return false;
  return shim.plan.planted == (is_folder(path) ? Planted::folder_not_synced : Planted::file_not_synced);
}

bool put_off(const std::string& from, const std::string& to) {
  if (shim.plan.planted != Planted::commit_before_file || !stored(to)) return false;
  const Quiet quiet;
  put_off_renames().emplace_back(from, to);
  return true;
}

}  // namespace anjuan::faults

extern "C" {

int sqlite3_exec(sqlite3* db, const char* sql, int (*each)(void*, int, char**, char**), void* with, char** error) {
  using namespace anjuan::faults;
  static const auto real =
      original<int(sqlite3*, const char*, int (*)(void*, int, char**, char**), void*, char**)>("sqlite3_exec");
  step_outside(db, sql);
  const int code = real(db, rewritten(sql).c_str(), each, with, error);
  if (shim.plan.planted == Planted::wal_normal) {
    // As it is where another program has the office open: the log is not written back at the end.
    original<int(sqlite3*, int, ...)>("sqlite3_db_config")(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  }
  if (code == SQLITE_OK && std::string_view(sql) == "COMMIT") {
    for (const auto& [from, to] : std::exchange(put_off_renames(), {})) {
      shim.plan.planted = Planted::none;
      ::rename(from.c_str(), to.c_str());
      shim.plan.planted = Planted::commit_before_file;
    }
  }
  return code;
}

int sqlite3_prepare_v2(sqlite3* db, const char* sql, int size, sqlite3_stmt** out, const char** rest) {
  using namespace anjuan::faults;
  static const auto real =
      original<int(sqlite3*, const char*, int, sqlite3_stmt**, const char**)>("sqlite3_prepare_v2");
  step_outside(db, sql);
  return real(db, sql, size, out, rest);
}

}  // extern "C"
