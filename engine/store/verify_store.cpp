// One function for each check; all of them run, so that one finding does not hide another.

#include "store/verify_store.h"

#include <map>

#include "journal/named.h"
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

/// The files on record, by digest.
using FilesOnRecord = std::map<std::string, std::int64_t, std::less<>>;

Result<FilesOnRecord> files_on_record(const Database& db) {
  FilesOnRecord files;
  ANJUAN_TRY([[maybe_unused]] const Done listed,
             each_row(Query(db, "SELECT digest, size FROM files ORDER BY digest"),
                      [&](const Query& q) { files.emplace_hint(files.end(), q.text(0), q.integer(1)); }));
  return files;
}

/// The chain, and what its entries name, in one passage: of a long journal only one entry is held at a time.
Outcome check_journal(const Database& db, DigestKind kind, const FilesOnRecord& files, const VerifyRequest& request, Verified& out) {
  journal::ChainCheck chain(kind, request.heads);
  Diagnostics named;
  Query query(db, "SELECT n, previous, text, digest, case_id FROM journal ORDER BY n");
  for (;;) {
    ANJUAN_TRY(const bool more, query.next());
    if (!more) break;
    const journal::Entry entry{query.integer(0), query.text(1), query.text(2), query.text(3)};
    chain.take(entry);
    request.each(entry);
    out.head = {entry.n, entry.digest};
    const journal::Named names = journal::named_in(entry.text);
    const std::string n = std::to_string(entry.n);
    if (const std::string of = query.text(4); names.case_id != of) named.push_back(diagnose(messages::act_mismatch, Place{}, n, of));
    for (const std::string_view digest : names.files) {
      if (files.find(digest) == files.end()) named.push_back(diagnose(messages::entry_file_missing, Place{}, n, digest));
    }
  }
  add(out.found, chain.finish());
  add(out.found, std::move(named));
  out.noted = chain.noted();
  return Done{};
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
  // An office of the first version has no seals here.
  Query sealed(db, "SELECT 1 FROM pragma_table_info('outbox') WHERE name = 'seal'");
  ANJUAN_TRY(const bool outbox_sealed, sealed.next());
  if (outbox_sealed) {
    ANJUAN_TRY([[maybe_unused]] const Done outbox,
               each_row(Query(db, "SELECT key, message, seal FROM outbox ORDER BY key"), [&](const Query& q) {
                 compare(seal(kind, {q.text(0), q.text(1)}), q.text(2),
                         {"待发送的“" + q.text(0) + "”", "'" + q.text(0) + "', which waits to be sent,"});
               }));
  }
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
                            "(SELECT 1 FROM case_acts a WHERE a.entry = j.n AND a.case_id = j.case_id) "
                            "UNION ALL SELECT entry, case_id FROM case_acts a WHERE entry > 0 "
                            "AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.n = a.entry)"),
                      [&](const Query& q) {
                        found.push_back(diagnose(messages::act_mismatch, Place{}, q.text(0), q.text(1)));
                      }));
  return Done{};
}

/// Files that rows name but that are not on record.
Outcome check_papers(const Database& db, const FilesOnRecord& files, Diagnostics& found) {
  // Only the column of papers is read: bodies may be large, and there may be a million cases.
  return each_row(Query(db, "SELECT id, papers FROM cases WHERE papers != '[]' ORDER BY id"), [&](const Query& q) {
    const auto papers = papers_of(q.text(1));
    if (!papers.ok()) return;  // the seal has told
    for (const cases::PaperRow& paper : *papers) {
      for (const std::string& digest : paper.files) {
        if (!digest.empty() && files.find(digest) == files.end()) {
          found.push_back(diagnose(messages::paper_file_missing, Place{}, paper.id, digest));
        }
      }
    }
  });
}

/// Every file on record, read without holding the database.
Diagnostics check_files(const OfficeFolder& office, Database& database, const FilesOnRecord& files) {
  Diagnostics found;
  const FileStore store = office.files();
  for (const auto& [file, size] : files) {
    if (const auto bytes = store.read(file, ""); bytes.ok()) {
      if (static_cast<std::int64_t>(bytes->size()) == size) continue;
      found.push_back(diagnose(messages::row_changed, Place{}, Wording("文件 " + file, "file " + file)));
      continue;
    }
    auto named = office.ask(database, [&](const Database& db) { return describe_file(db, file); });
    auto again = store.read(file, named.ok() ? *named : Wording(file));
    if (!again.ok()) add(found, std::move(again).diagnostics());
  }
  return found;
}

}  // namespace

Verified verify_store(const Layout& layout, const VerifyRequest& request) {
  Verified out;
  OfficeFolder office{layout, DigestKind::sha256, std::chrono::seconds(30)};
  if (!disk::exists(layout.database())) {
    out.found = {diagnose(messages::not_an_office, Place{}, layout.folder)};
    return out;
  }
  auto database = office.connect(Database::Use::reading);
  if (!database.ok()) {
    out.found = database.diagnostics();
    return out;
  }
  auto files = office.ask(*database, [&](const Database& db) -> Result<FilesOnRecord> {
    out = Verified{};  // asked once more where commits left no gap
    ANJUAN_TRY(const Schema schema, check_schema(db, layout.folder));
    out.kind = office.kind = schema.kind;
    ANJUAN_TRY(FilesOnRecord on_record, files_on_record(db));
    for (Outcome check : {check_thoroughly(db, layout.database()), compare_schema(db, layout.database()),
                          check_journal(db, schema.kind, on_record, request, out), check_seals(db, schema.kind, out.found),
                          check_numbers(db, out.found), check_versions(db, out.found), check_papers(db, on_record, out.found)}) {
      if (!check.ok()) add(out.found, std::move(check).diagnostics());
    }
    return on_record;
  });
  add(out.found, files.ok() ? check_files(office, *database, *files) : std::move(files).diagnostics());
  return out;
}

Diagnostics verify_store(const std::string& folder, std::string_view head) {
  VerifyRequest request;
  if (!head.empty()) {
    auto noted = journal::read_noted_head(head);
    if (!noted.ok()) return noted.diagnostics();
    request.heads.push_back(std::move(*noted));
  }
  return verify_store(Layout::of(folder), request).found;
}

}  // namespace anjuan::store
