// One function for each check; all of them run, so that one finding does not hide another.

#include "store/verify_store.h"

#include <algorithm>
#include <future>
#include <map>

#include "journal/named.h"
#include "store/check_database.h"
#include "store/disk.h"
#include "store/messages.h"
#include "store/office_folder.h"
#include "store/questions.h"
#include "store/recorded_rows.h"
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

/// Acts by the entry that records them, as the journal goes by.
class ActsByEntry {
 public:
  explicit ActsByEntry(const Database& db) : acts_(db, "SELECT entry, case_id FROM case_acts WHERE entry > 0 ORDER BY entry, case_id") {}

  /// The case that an entry is about must be among those that it has acted on, and these among the rows it wrote, where
  /// entries say so (`all_told`); entries passed over are in no journal.
  Outcome meet(std::int64_t n, const journal::Named& named, bool all_told, Diagnostics& found) {
    const std::string& case_id = named.case_id;
    bool there = case_id.empty();
    ANJUAN_DO(pass_over(n, found));
    while (more_ && acts_.integer(0) == n) {
      const std::string_view acted_on = acts_.view(1);
      there = there || acted_on == case_id;
      if (all_told && acted_on != case_id && !wrote(named, acted_on)) found.push_back(diagnose(messages::act_mismatch, Place{}, std::to_string(n), acted_on));
      ANJUAN_TRY(more_, acts_.next());
    }
    if (!there) found.push_back(diagnose(messages::act_mismatch, Place{}, std::to_string(n), case_id));
    return Done{};
  }

  Outcome finish(Diagnostics& found) { return pass_over(INT64_MAX, found); }

 private:
  static bool wrote(const journal::Named& named, std::string_view case_id) {
    const std::string row = row_name({"cases", case_id});
    return std::any_of(named.rows.begin(), named.rows.end(), [&](const auto& one) { return one.first == row; });
  }

  Outcome pass_over(std::int64_t until, Diagnostics& found) {
    if (!begun_) {
      ANJUAN_TRY(more_, acts_.next());
      begun_ = true;
    }
    while (more_ && acts_.integer(0) < until) {
      found.push_back(diagnose(messages::act_mismatch, Place{}, acts_.text(0), acts_.text(1)));
      ANJUAN_TRY(more_, acts_.next());
    }
    return Done{};
  }

  Query acts_;
  bool begun_ = false, more_ = false;
};

/// The chain, and what its entries name, in one passage: of a long journal only one entry is held at a time.
Outcome check_journal(const Database& db, DigestKind kind, const FilesOnRecord& files, const VerifyRequest& request, RecordedRows& rows, Verified& out) {
  journal::ChainCheck chain(kind, request.heads);
  ActsByEntry acts(db);
  Diagnostics named;
  Query query(db, "SELECT n, previous, text, digest, case_id FROM journal ORDER BY n");
  journal::Entry entry;  // one for all, so that its texts have room already
  for (;;) {
    ANJUAN_TRY(const bool more, query.next());
    if (!more) break;
    entry.n = query.integer(0);
    entry.previous = query.view(1);
    entry.text = query.view(2);
    entry.digest = query.view(3);
    chain.take(entry);
    request.each(entry);
    const journal::Named names = journal::named_in(entry.text);
    if (const std::string_view of = query.view(4); names.case_id != of) named.push_back(diagnose(messages::act_mismatch, Place{}, std::to_string(entry.n), of));
    rows.take(entry.n, names);
    ANJUAN_DO(acts.meet(entry.n, names, rows.complete(), named));
    for (const std::string_view digest : names.files) {
      if (files.find(digest) == files.end()) named.push_back(diagnose(messages::entry_file_missing, Place{}, std::to_string(entry.n), digest));
    }
  }
  if (chain.last() > 0) out.head = {entry.n, entry.digest};
  ANJUAN_DO(acts.finish(named));
  add(out.found, chain.finish());
  add(out.found, std::move(named));
  out.noted = chain.noted();
  return Done{};
}

/// Versions of cases as their acts left them, as the cases go by: 1, 2, … to the one in the row.
class ActsByCase {
 public:
  explicit ActsByCase(const Database& db) : acts_(db, "SELECT case_id, version FROM case_acts WHERE version > 0 ORDER BY case_id, version") {}

  Outcome meet(const std::string& id, std::int64_t version, Diagnostics& found) {
    ANJUAN_DO(pass_over(&id, found));
    ANJUAN_TRY(const Acts mine, more_ && acts_.view(0) == id ? take(id) : Result<Acts>(Acts{}));
    if (mine.last == version && mine.count == version) return Done{};
    const std::int64_t told = mine.last != version ? mine.last : mine.count;  // one of the versions between is missing
    found.push_back(diagnose(messages::version_mismatch, Place{}, id, std::to_string(version), std::to_string(told)));
    return Done{};
  }

  Outcome finish(Diagnostics& found) { return pass_over(nullptr, found); }

 private:
  struct Acts {
    std::int64_t last = 0, count = 0;  ///< versions, each counted once
  };

  /// All acts of this case, which stand next.
  Result<Acts> take(const std::string& id) {
    Acts acts;
    while (more_ && acts_.view(0) == id) {
      const std::int64_t version = acts_.integer(1);
      if (version != acts.last) ++acts.count;
      acts.last = version;
      ANJUAN_TRY(more_, acts_.next());
    }
    return acts;
  }

  /// Acts on cases that are not there: all before `id`, or all that are left.
  Outcome pass_over(const std::string* id, Diagnostics& found) {
    if (!begun_) {
      ANJUAN_TRY(more_, acts_.next());
      begun_ = true;
    }
    while (more_ && (id == nullptr || acts_.view(0) < *id)) {
      const std::string lost = acts_.text(0);
      ANJUAN_TRY(const Acts theirs, take(lost));
      found.push_back(diagnose(messages::version_mismatch, Place{}, lost, "0", std::to_string(theirs.last)));
    }
    return Done{};
  }

  Query acts_;
  bool begun_ = false, more_ = false;
};

/// Files that the papers of a case name but that are not on record.
void check_papers(const std::string& column, const FilesOnRecord& files, Diagnostics& found) {
  if (column == "[]") return;
  const auto papers = papers_of(column);
  if (!papers.ok()) return;  // the seal has told
  for (const cases::PaperRow& paper : *papers) {
    for (const std::string& digest : paper.files) {
      if (!digest.empty() && files.find(digest) == files.end()) {
        found.push_back(diagnose(messages::paper_file_missing, Place{}, paper.id, digest));
      }
    }
  }
}

/// Rows against their seals, and their seals against what the journal says was written.
class SealCheck {
 public:
  SealCheck(RecordedRows& recorded, Diagnostics& found) : recorded_(recorded), found_(found) {}

  void compare(const std::string& computed, const std::string& kept, const std::string& name) { compare(computed, kept, name, kept); }
  /// `recorded`: what the journal must say, where that is not the seal itself.
  void compare(const std::string& computed, const std::string& kept, const std::string& name, const std::string& recorded) {
    if (computed != kept) found_.push_back(diagnose(messages::row_changed, Place{}, about_row(name)));
    Diagnostics unlike;
    recorded_.meet(name, recorded, unlike);
    if (computed == kept) add(found_, std::move(unlike));  // else it has been told
  }

 private:
  RecordedRows& recorded_;
  Diagnostics& found_;
};

/// Every case in one passage: its seal, its versions, the files of its papers.
Outcome check_cases(const Database& db, DigestKind kind, const FilesOnRecord& files, SealCheck& seals, Diagnostics& found) {
  ActsByCase acts(db);
  Query query(db, "SELECT id, round, kind, title, label, finished, version, body, limits, papers, seal FROM cases ORDER BY id");
  for (;;) {
    ANJUAN_TRY(const bool more, query.next());
    if (!more) return acts.finish(found);
    const CaseColumns c{query.text(0),         query.text(1),    query.text(2), query.text(3), query.text(4),
                        query.integer(5) != 0, query.integer(6), query.text(7), query.text(8), query.text(9)};
    seals.compare(seal_of(kind, c), query.text(10), row_name({"cases", c.id}));
    ANJUAN_DO(acts.meet(c.id, c.version, found));
    check_papers(c.papers, files, found);
  }
}

/// The seals of all other rows. Offices of the first two versions of the tables seal messages otherwise.
Outcome check_seals(const Database& db, const Schema& schema, SealCheck& seals) {
  const DigestKind kind = schema.kind;
  ANJUAN_TRY([[maybe_unused]] const Done registers,
             each_row(Query(db, "SELECT name, version, reason, on_day, body, frozen, seal FROM registers ORDER BY 1, 2"), [&](const Query& q) {
               seals.compare(seal_of(kind, q.text(0), q.integer(1), q.text(2), q.text(3), q.text(4)), q.text(6),
                             row_name({"registers", q.text(0), q.text(1)}), recorded_seal(kind, q.text(6), q.integer(5) != 0));
             }));
  ANJUAN_TRY([[maybe_unused]] const Done settings, each_row(Query(db, "SELECT key, value, seal FROM settings ORDER BY key"), [&](const Query& q) {
               seals.compare(seal(kind, {q.text(0), q.text(1)}), q.text(2), row_name({"settings", q.text(0)}));
             }));
  if (schema.version >= 2) {
    ANJUAN_TRY([[maybe_unused]] const Done outbox, each_row(Query(db, "SELECT key, message, sent, seal FROM outbox ORDER BY key"), [&](const Query& q) {
                 const bool sent = q.integer(2) != 0 && schema.version >= first_with_recorded_rows;
                 seals.compare(seal_of_message(kind, q.text(0), q.text(1), sent), q.text(3), row_name({"outbox", q.text(0)}),
                               seal_of_message(kind, q.text(0), q.text(1), false));
               }));
  }
  return each_row(Query(db, "SELECT code, year, n, paper, state, reason, seal FROM numbers ORDER BY 1, 2, 3"), [&](const Query& q) {
    seals.compare(seal(kind, {q.text(0), q.text(1), q.text(2), q.text(3), q.text(4), q.text(5)}), q.text(6),
                  row_name({"numbers", q.text(0), q.text(1), q.text(2)}));
  });
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

/// Pages and indexes, on a connection of its own: they take as long as all the rest, which goes on meanwhile.
Outcome check_pages(const OfficeFolder& office) {
  ANJUAN_TRY(Database database, office.connect(Database::Use::reading));
  // Rows are looked up in indexes at random. What is read again lies in memory of the system's already: with eight times
  // the pages of its own this takes as long.
  ANJUAN_TRY([[maybe_unused]] const Done roomy, database.run("PRAGMA cache_size=-16384"));  // KiB
  return office.ask(database, [&](const Database& db) { return check_thoroughly(db, office.layout.database()); });
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
  auto pages = std::async(std::launch::async, check_pages, std::cref(office));
  auto files = office.ask(*database, [&](const Database& db) -> Result<FilesOnRecord> {
    out = Verified{};  // asked once more where commits left no gap
    ANJUAN_TRY(const Schema schema, check_schema(db, layout.folder));
    out.kind = schema.kind;
    ANJUAN_TRY(FilesOnRecord on_record, files_on_record(db));
    RecordedRows rows;
    SealCheck seals(rows, out.found);
    for (Outcome check : {compare_schema(db, layout.database()), check_journal(db, schema.kind, on_record, request, rows, out),
                          check_cases(db, schema.kind, on_record, seals, out.found), check_seals(db, schema, seals), check_numbers(db, out.found)}) {
      if (!check.ok()) add(out.found, std::move(check).diagnostics());
    }
    rows.finish(out.found);
    if (rows.any() && schema.version < first_with_recorded_rows) out.found.push_back(diagnose(messages::schema_changed, Place{.file = layout.database()}, "user_version"));
    return on_record;
  });
  if (Outcome well = pages.get(); !well.ok()) add(out.found, std::move(well).diagnostics());
  office.kind = out.kind;
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
