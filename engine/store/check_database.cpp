// quick_check and integrity_check.

#include "store/check_database.h"

#include "store/messages.h"

namespace anjuan::store {
namespace {

/// Bytes of a database that is read through at each opening: about 20 ms.
constexpr std::int64_t quickly_checked = 16 << 20;

/// Findings come as rows of English text; "ok" alone means none.
Outcome check(const Database& database, const std::string& path, const char* sql, const std::string& well) {
  Query query(database, sql);
  int findings = 0;
  std::string first;
  for (;;) {
    ANJUAN_TRY(const bool more, query.next());
    if (!more) break;
    const std::string text = query.text(0);
    if (text == well) continue;
    if (++findings == 1) first = text;
  }
  if (findings == 0) return Done{};
  const std::string count = std::to_string(findings);
  return diagnose(messages::damaged, Place{.file = path},
                  Wording("自检发现 " + count + " 处不符", count + " findings, the first: " + first));
}

}  // namespace

Outcome check_quickly(const Database& database, const std::string& path) {
  // The whole file is read: what takes longer than an act is left to `verify`. Each page is looked at when it is
  // read (cell_size_check), each row is held against its seal.
  Query pages(database, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
  ANJUAN_TRY([[maybe_unused]] const bool counted, pages.next());
  if (pages.integer(0) > quickly_checked) return Done{};
  return check(database, path, "PRAGMA quick_check(1)", "ok");
}

Outcome check_thoroughly(const Database& database, const std::string& path) {
  ANJUAN_DO(check(database, path, "PRAGMA integrity_check(100)", "ok"));
  return check(database, path, "PRAGMA foreign_key_check", "");
}

}  // namespace anjuan::store
