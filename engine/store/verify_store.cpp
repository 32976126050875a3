// One function for each check; all of them run, so that one finding does not hide another.

#include "store/verify_store.h"

#include <algorithm>
#include <future>
#include <optional>

#include "journal/named.h"
#include "json/pass_over.h"
#include "store/check_database.h"
#include "store/disk.h"
#include "store/files_on_record.h"
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

/// Acts by the entry that records them, as the journal goes by.
class ActsByEntry {
 public:
  explicit ActsByEntry(const Database& db) : acts_(db, "SELECT entry, case_id FROM case_acts WHERE entry > 0 ORDER BY entry, case_id") {}

  /// The case that an entry is about must be among those that it has acted on, and these among the rows it wrote, where
  /// entries say so (`all_told`); entries passed over are in no journal.
  Outcome meet(std::int64_t n, const journal::Named& named, bool all_told, Diagnostics& found) {
    const std::string_view case_id = named.case_id;
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
      if (!files.holds(digest)) named.push_back(diagnose(messages::entry_file_missing, Place{}, std::to_string(entry.n), digest));
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

/// Whether a list of texts, as canonical JSON, names only files on record, or none.
bool all_on_record(std::string_view list, const FilesOnRecord& files) {
  if (!list.starts_with('[')) return false;
  list.remove_prefix(1);
  while (list.starts_with('"')) {
    const std::string_view digest = list.substr(1, list.find('"', 1) - 1);
    if (!digest.empty() && !files.holds(digest)) return false;
    list.remove_prefix(std::min(list.size(), digest.size() + 2));
    if (list.starts_with(',')) list.remove_prefix(1);
  }
  return list.starts_with(']');
}

/// Files that the papers of a case name but that are not on record; gives the number of papers, or nothing where the
/// column cannot be read.
std::optional<std::size_t> check_papers(const std::string& column, const FilesOnRecord& files, Diagnostics& found) {
  std::size_t count = 0;
  const bool well = json::pass_over(column, [&](std::string_view name, std::string_view value) {
    if (name != "files") return true;
    ++count;
    return all_on_record(value, files);
  });
  if (well) return count;
  const auto papers = papers_of(column);
  if (!papers.ok()) return std::nullopt;
  for (const cases::PaperRow& paper : *papers) {
    for (const std::string& digest : paper.files) {
      if (!digest.empty() && !files.holds(digest)) {
        found.push_back(diagnose(messages::paper_file_missing, Place{}, paper.id, digest));
      }
    }
  }
  return papers->size();
}

/// Rows against their seals, and their seals against what the journal says was written.
class SealCheck {
 public:
  SealCheck(RecordedRows& recorded, Diagnostics& found) : recorded_(recorded), found_(found) {}

  void compare(std::string_view computed, std::string_view kept, const std::string& name) { compare(computed, kept, name, kept); }
  /// `recorded`: what the journal must say, where that is not the seal itself.
  void compare(std::string_view computed, std::string_view kept, const std::string& name, std::string_view recorded) {
    if (computed != kept) found_.push_back(diagnose(messages::row_changed, Place{}, about_row(name)));
    Diagnostics unlike;
    recorded_.meet(name, recorded, unlike);
    if (computed == kept) add(found_, std::move(unlike));  // else it has been told
  }

 private:
  RecordedRows& recorded_;
  Diagnostics& found_;
};

/// Every case in one passage: its seal, its versions, the files of its papers; and whether more is wanted of it.
Outcome check_cases(const Database& db, DigestKind kind, const FilesOnRecord& files, const VerifyRequest& request, SealCheck& seals, Verified& out) {
  ActsByCase acts(db);
  Query query(db, "SELECT id, round, kind, title, label, finished, version, body, limits, papers, seal FROM cases ORDER BY id");
  CaseColumns c;  // one for all, so that its texts have room already
  for (;;) {
    ANJUAN_TRY(const bool more, query.next());
    if (!more) return acts.finish(out.found);
    int column = 0;
    for (std::string* text : {&c.id, &c.round, &c.kind, &c.title, &c.label}) *text = query.view(column++);
    c.finished = query.integer(column++) != 0;
    c.version = query.integer(column++);
    for (std::string* text : {&c.body, &c.limits, &c.papers}) *text = query.view(column++);
    seals.compare(seal_of(kind, c), query.view(column), row_name({"cases", c.id}));
    ANJUAN_DO(acts.meet(c.id, c.version, out.found));
    const auto papers = check_papers(c.papers, files, out.found);
    ++out.cases;
    out.papers += papers.value_or(0);
    const auto any = [](std::string_view, std::string_view) { return true; };
    if (!papers || !json::pass_over(c.limits, any) || request.wanted(c.body)) out.wanted.emplace_back(c.id);
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

/// Those of the files from one to another that are not as they were stored.
std::vector<FilesOnRecord::File> unlike_stored(const FileStore& store, const FilesOnRecord& files, std::size_t from, std::size_t to) {
  std::vector<FilesOnRecord::File> out;
  for (std::size_t i = from; i < to; ++i) {
    FilesOnRecord::File file = files.file(i);
    const auto bytes = store.read(file.digest, "");
    if (!bytes.ok() || static_cast<std::int64_t>(bytes->size()) != file.size) out.push_back(std::move(file));
  }
  return out;
}

/// Every file on record, read without holding the database: one half here, the other beside it.
Diagnostics check_files(const OfficeFolder& office, Database& database, const FilesOnRecord& files) {
  Diagnostics found;
  const FileStore store = office.files();
  const std::size_t half = files.count() / 2;
  auto rest = std::async(std::launch::async, unlike_stored, std::cref(store), std::cref(files), half, files.count());
  std::vector<FilesOnRecord::File> unlike = unlike_stored(store, files, 0, half);
  for (FilesOnRecord::File& file : rest.get()) unlike.push_back(std::move(file));
  for (const auto& [file, size] : unlike) {
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
  // One transaction for all: in slices, a row would be held against entries of another moment, and SQLite's own check
  // beside it cannot be divided at all. The price is that commits of others wait for the end.
  auto files = office.ask(*database, [&](const Database& db) -> Result<FilesOnRecord> {
    out = Verified{};  // asked once more where commits left no gap
    ANJUAN_TRY(const Schema schema, check_schema(db, layout.folder));
    out.kind = schema.kind;
    ANJUAN_TRY(FilesOnRecord on_record, FilesOnRecord::read(db));
    RecordedRows rows;
    SealCheck seals(rows, out.found);
    for (Outcome check : {compare_schema(db, layout.database()), check_journal(db, schema.kind, on_record, request, rows, out),
                          check_cases(db, schema.kind, on_record, request, seals, out), check_seals(db, schema, seals), check_numbers(db, out.found)}) {
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
