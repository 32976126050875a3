// One function for each check; all of them run, so that one finding does not hide another.

#include "store/verify_store.h"

#include "json/json.h"
#include "store/check_database.h"
#include "store/disk.h"
#include "store/messages.h"
#include "store/office_folder.h"
#include "store/questions.h"
#include "store/rows.h"
#include "store/schema.h"

namespace anjuan::store {
namespace {

// Each check adds what it finds to `found`; its own failure means that it could not go on.

void add(Diagnostics& to, Diagnostics more) {
  for (Diagnostic& diagnostic : more) to.push_back(std::move(diagnostic));
}

/// Runs `use` on each row.
template <class Use>
Outcome each_row(Query query, Use use) {
  for (;;) {
    ANJUAN_TRY(const bool more, query.next());
    if (!more) return Done{};
    use(query);
  }
}

/// Texts under the name "files", at any depth: a journal entry's list of the files it brought.
void collect_files(const Value& value, bool under_files, std::vector<std::string>& files) {
  switch (value.kind()) {
    case Value::Kind::text:
      if (under_files && is_hex_digest(value.text())) files.push_back(value.text());
      return;
    case Value::Kind::list:
      for (const Value& item : value.list()) collect_files(item, under_files, files);
      return;
    case Value::Kind::record:
      for (const auto& [name, item] : value.record())
        collect_files(item, under_files || name == "files", files);
      return;
    default:
      return;
  }
}

Outcome check_entry(const Database& db, std::int64_t n, const std::string& text, const std::string& case_id,
                    Diagnostics& found) {
  const auto act = json::read(text, Place{});
  if (!act.ok()) return Done{};  // the chain has told that it was changed
  if (act->field("case").text_or_empty() != case_id) {
    found.push_back(diagnose(messages::act_mismatch, Place{}, std::to_string(n), case_id));
  }
  std::vector<std::string> files;
  collect_files(*act, false, files);
  for (const std::string& digest : files) {
    Query query(db, "SELECT 1 FROM files WHERE digest = ?1", digest);
    ANJUAN_TRY(const bool known, query.next());
    if (!known) found.push_back(diagnose(messages::entry_file_missing, Place{}, std::to_string(n), digest));
  }
  return Done{};
}

Outcome check_journal(const Database& db, DigestKind kind, std::string_view head, Diagnostics& found) {
  ANJUAN_TRY(const std::vector<journal::Entry> entries, read_journal(db));
  add(found, journal::verify(kind, entries, head));
  Query query(db, "SELECT n, text, case_id FROM journal ORDER BY n");
  for (;;) {
    ANJUAN_TRY(const bool more, query.next());
    if (!more) return Done{};
    ANJUAN_TRY([[maybe_unused]] const Done checked,
               check_entry(db, query.integer(0), query.text(1), query.text(2), found));
  }
}

Outcome check_seals(const Database& db, DigestKind kind, Diagnostics& found) {
  const auto compare = [&](const std::string& computed, const std::string& kept, const Wording& about) {
    if (computed != kept) found.push_back(diagnose(messages::row_changed, Place{}, about));
  };
  ANJUAN_TRY(
      [[maybe_unused]] const Done cases,
      each_row(Query(db,
                     "SELECT id, round, kind, title, label, finished, version, body, limits, papers, seal "
                     "FROM cases ORDER BY id"),
               [&](const Query& q) {
                 const CaseColumns c{q.text(0),         q.text(1),    q.text(2), q.text(3), q.text(4),
                                     q.integer(5) != 0, q.integer(6), q.text(7), q.text(8), q.text(9)};
                 compare(seal_of(kind, c), q.text(10), about_case(c.id));
               }));
  ANJUAN_TRY(
      [[maybe_unused]] const Done registers,
      each_row(Query(db, "SELECT name, version, reason, on_day, body, seal FROM registers ORDER BY 1, 2"),
               [&](const Query& q) {
                 const std::string n = q.text(1);
                 compare(seal_of(kind, q.text(0), q.integer(1), q.text(2), q.text(3), q.text(4)), q.text(5),
                         {"名录“" + q.text(0) + "”第 " + n + " 版",
                          "version " + n + " of register '" + q.text(0) + "'"});
               }));
  ANJUAN_TRY([[maybe_unused]] const Done settings,
             each_row(Query(db, "SELECT key, value, seal FROM settings ORDER BY key"), [&](const Query& q) {
               compare(seal(kind, {q.text(0), q.text(1)}), q.text(2),
                       {"设置“" + q.text(0) + "”", "setting '" + q.text(0) + "'"});
             }));
  ANJUAN_TRY(
      [[maybe_unused]] const Done numbers,
      each_row(Query(db, "SELECT code, year, n, paper, state, reason, seal FROM numbers ORDER BY 1, 2, 3"),
               [&](const Query& q) {
                 compare(seal(kind, {q.text(0), q.text(1), q.text(2), q.text(3), q.text(4), q.text(5)}),
                         q.text(6),
                         {"编号簿“" + q.text(0) + "”" + q.text(1) + "年 " + q.text(2) + " 号",
                          "number " + q.text(2) + " of book " + q.text(0) + " of " + q.text(1)});
               }));
  return Done{};
}

Outcome check_numbers(const Database& db, Diagnostics& found) {
  ANJUAN_TRY([[maybe_unused]] const Done books,
             each_row(Query(db,
                            "SELECT b.code, b.year, b.last, count(n.n) FROM number_books b "
                            "LEFT JOIN numbers n ON n.code = b.code AND n.year = b.year "
                            "GROUP BY b.code, b.year HAVING count(n.n) != b.last OR max(n.n) != b.last "
                            "ORDER BY b.code, b.year"),
                      [&](const Query& q) {
                        found.push_back(diagnose(messages::number_gap, Place{}, q.text(0), q.text(1),
                                                 q.text(2), q.text(3)));
                      }));
  return Done{};
}

/// Versions of a case as its acts left them: 1, 2, … to the one in the row; every journal entry about a
/// case is among its acts, and no act names an entry that is not there.
Outcome check_versions(const Database& db, Diagnostics& found) {
  ANJUAN_TRY([[maybe_unused]] const Done rows,
             each_row(Query(db,
                            "SELECT c.id, c.version, coalesce(max(a.version), 0) FROM cases c "
                            "LEFT JOIN case_acts a ON a.case_id = c.id AND a.version > 0 GROUP BY c.id "
                            "HAVING coalesce(max(a.version), 0) != c.version "
                            "OR count(DISTINCT a.version) != c.version ORDER BY c.id"),
                      [&](const Query& q) {
                        found.push_back(
                            diagnose(messages::version_mismatch, Place{}, q.text(0), q.text(1), q.text(2)));
                      }));
  ANJUAN_TRY(
      [[maybe_unused]] const Done lost,
      each_row(Query(db,
                     "SELECT a.case_id, max(a.version) FROM case_acts a WHERE a.version > 0 "
                     "AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.id = a.case_id) "
                     "GROUP BY a.case_id ORDER BY 1"),
               [&](const Query& q) {
                 found.push_back(diagnose(messages::version_mismatch, Place{}, q.text(0), "0", q.text(1)));
               }));
  ANJUAN_TRY([[maybe_unused]] const Done entries,
             each_row(Query(db,
                            "SELECT n, case_id FROM journal j WHERE case_id != '' AND NOT EXISTS "
                            "(SELECT 1 FROM case_acts a WHERE a.case_id = j.case_id AND a.entry = j.n) "
                            "UNION SELECT entry, case_id FROM case_acts WHERE entry > 0 "
                            "AND entry NOT IN (SELECT n FROM journal) ORDER BY 1, 2"),
                      [&](const Query& q) {
                        found.push_back(diagnose(messages::act_mismatch, Place{}, q.text(0), q.text(1)));
                      }));
  return Done{};
}

/// Every file on record; they are read afterwards, without holding the database.
Result<std::vector<std::string>> list_files(const Database& db) {
  std::vector<std::string> files;
  ANJUAN_TRY([[maybe_unused]] const Done listed,
             each_row(Query(db, "SELECT digest FROM files ORDER BY digest"),
                      [&](const Query& q) { files.push_back(q.text(0)); }));
  return files;
}

/// Files that rows name but that are not on record.
Outcome check_papers(const Database& db, DigestKind kind, Diagnostics& found) {
  ANJUAN_TRY(const std::vector<cases::CaseRow> rows, list_cases(db, kind, false));
  for (const cases::CaseRow& row : rows) {
    for (const cases::PaperRow& paper : row.papers) {
      for (const std::string& digest : paper.files) {
        if (digest.empty()) continue;
        Query query(db, "SELECT 1 FROM files WHERE digest = ?1", digest);
        ANJUAN_TRY(const bool known, query.next());
        if (!known) found.push_back(diagnose(messages::paper_file_missing, Place{}, paper.id, digest));
      }
    }
  }
  return Done{};
}

Diagnostics check_files(const OfficeFolder& office, Database& database,
                        const std::vector<std::string>& files) {
  Diagnostics found;
  const FileStore store = office.files();
  for (const std::string& file : files) {
    if (store.read(file, "").ok()) continue;
    auto named = office.ask(database, [&](const Database& db) { return describe_file(db, file); });
    auto again = store.read(file, named.ok() ? *named : Wording(file));
    if (!again.ok()) add(found, std::move(again).diagnostics());
  }
  return found;
}

}  // namespace

Diagnostics verify_store(const std::string& folder, std::string_view head) {
  OfficeFolder office{Layout::of(folder), DigestKind::sha256, std::chrono::seconds(30)};
  if (!disk::exists(office.layout.database())) return {diagnose(messages::not_an_office, Place{}, folder)};
  auto database = office.connect(Database::Use::reading);
  if (!database.ok()) return database.diagnostics();

  Diagnostics found;
  auto files = office.ask(*database, [&](const Database& db) -> Result<std::vector<std::string>> {
    ANJUAN_TRY(const DigestKind kind, check_schema(db, folder));
    office.kind = kind;
    for (Outcome check :
         {check_thoroughly(db, office.layout.database()), check_journal(db, kind, head, found),
          check_seals(db, kind, found), check_numbers(db, found), check_versions(db, found),
          check_papers(db, kind, found)}) {
      if (!check.ok()) add(found, std::move(check).diagnostics());
    }
    return list_files(db);
  });
  if (files.ok()) {
    add(found, check_files(office, *database, *files));
  } else {
    add(found, std::move(files).diagnostics());
  }
  return found;
}

}  // namespace anjuan::store
