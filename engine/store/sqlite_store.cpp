// Making and opening an office; readings.

#include "store/sqlite_store.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>

#include "store/changes.h"
#include "store/check_database.h"
#include "store/disk.h"
#include "store/messages.h"
#include "store/office_folder.h"
#include "store/questions.h"
#include "store/scaffold.h"
#include "store/schema.h"
#include "store/transaction.h"

namespace anjuan::store {

namespace {

using cases::CaseRow;
using cases::RegisterRow;

class SqliteReading : public cases::Reading {
 public:
  SqliteReading(OfficeFolder folder, Database database)
      : folder_(std::move(folder)), files_(folder_.files()), database_(std::move(database)) {}

  Result<CaseRow> load_case(const CaseId& id) override {
    return folder_.ask(database_, [&](const Database& db) { return store::load_case(db, folder_.kind, id); });
  }
  Result<std::vector<CaseRow>> list_cases(bool with_body) override {
    return folder_.ask(database_,
                       [&](const Database& db) { return store::list_cases(db, folder_.kind, with_body); });
  }
  Result<bool> has_case(const CaseId& id) override {
    return folder_.ask(database_, [&](const Database& db) { return store::has_case(db, id); });
  }
  Result<std::vector<CaseRow>> select_cases(const cases::Selection& which) override {
    return folder_.ask(database_, [&](const Database& db) { return store::select_cases(db, folder_.kind, which); });
  }
  Result<cases::CaseCount> count_cases() override {
    return folder_.ask(database_, [](const Database& db) { return store::count_cases(db); });
  }
  Result<std::optional<RegisterRow>> load_register(const std::string& name, std::int64_t version) override {
    return folder_.ask(database_,
                       [&](const Database& db) { return store::load_register(db, folder_.kind, name, version); });
  }
  Result<std::vector<RegisterRow>> list_registers() override {
    return folder_.ask(database_, [](const Database& db) { return store::list_registers(db); });
  }
  Result<std::string> read_file(const std::string& digest) override {
    return folder_.ask(database_, [&](const Database& db) { return store::read_file(db, files_, digest); });
  }
  Result<std::vector<journal::Entry>> read_journal() override {
    return folder_.ask(database_, [](const Database& db) { return store::read_journal(db); });
  }
  Result<std::vector<journal::Entry>> read_journal_about(const CaseId& id) override {
    return folder_.ask(database_, [&](const Database& db) { return store::read_journal_about(db, id); });
  }
  Result<std::vector<journal::Entry>> read_entries(std::int64_t from, std::int64_t at_most) override {
    return folder_.ask(database_, [&](const Database& db) { return store::read_entries(db, from, at_most); });
  }
  Result<journal::Head> journal_head() override {
    return folder_.ask(database_, [](const Database& db) { return store::journal_head(db); });
  }
  Result<Value> setting(const std::string& key) override {
    return folder_.ask(database_, [&](const Database& db) { return store::setting(db, folder_.kind, key); });
  }

 private:
  OfficeFolder folder_;
  FileStore files_;
  Database database_;
};

class SqliteStore : public cases::CaseStore {
 public:
  explicit SqliteStore(OfficeFolder folder) : folder_(std::move(folder)) {}

  Result<std::unique_ptr<cases::Reading>> read() override {
    ANJUAN_TRY(Database database, folder_.connect(Database::Use::reading));
    return std::unique_ptr<cases::Reading>(std::make_unique<SqliteReading>(folder_, std::move(database)));
  }
  Result<std::unique_ptr<cases::Transaction>> begin() override { return begin_transaction(folder_); }

 private:
  OfficeFolder folder_;
};

Result<DigestKind> chosen_digest(const Value& settings) {
  const Value& chosen = settings.field("digest");
  if (chosen.empty()) return DigestKind::sha256;
  if (const auto kind = parse_digest_kind(chosen.text_or_empty())) return *kind;
  return diagnose(messages::digest_kind, Place{}, display(chosen));
}

/// Files, lock and database in a fresh folder, all durable.
Outcome build(const Layout& layout, DigestKind kind, const Value& settings) {
  ANJUAN_DO(disk::make_folder(layout.files()));
  ANJUAN_DO(disk::make_folder(layout.unfinished()));
  // Made before the library opens it, for private permissions; its own files take them over.
  ANJUAN_DO(disk::write_new_file(layout.database(), ""));
  ANJUAN_DO(disk::write_new_file(layout.lock(), ""));
  {
    ANJUAN_TRY(Database database,
               Database::open(layout.database(), Database::Use::writing, OfficeFolder::commit_patience));
    ANJUAN_DO(create_schema(database, kind));
    ANJUAN_DO(database.run("BEGIN IMMEDIATE"));
    if (!settings.empty()) {
      for (const auto& [key, value] : settings.record()) {
        ANJUAN_DO(set(database, kind, key, value));
      }
    }
    ANJUAN_DO(database.run("COMMIT"));
  }
  ANJUAN_DO(disk::sync_folder(layout.files()));
  return disk::sync_folder(layout.folder);
}

/// An office of an older version, brought up to this one before anything is read from it.
Outcome upgrade(const OfficeFolder& office) {
  ANJUAN_TRY(const WriteLock lock, WriteLock::wait(office.layout.lock(), office.patience));
  ANJUAN_TRY(Database database, office.connect(Database::Use::writing));
  return upgrade_schema(database, office.layout.folder);
}

}  // namespace

Outcome check_free(const std::string& folder) {
  const Layout layout = Layout::of(folder);
  if (disk::exists(layout.database())) return diagnose(messages::already_an_office, Place{}, folder);
  if (disk::exists(layout.folder) && !disk::is_empty_folder(layout.folder)) {
    return diagnose(messages::folder_not_empty, Place{}, folder);
  }
  const std::string parent = std::filesystem::path(layout.folder).parent_path().string();
  if (!disk::exists(parent)) return diagnose(messages::folder_missing, Place{}, parent);
  return Done{};
}

Outcome create_office_store(const std::string& folder, const Value& settings,
                            const std::function<Outcome(cases::CaseStore&)>& furnish) {
  ANJUAN_CHECK(settings.empty() || settings.is(Value::Kind::record));
  const Layout layout = Layout::of(folder);
  ANJUAN_DO(check_free(folder));
  ANJUAN_TRY(const DigestKind kind, chosen_digest(settings));

  ANJUAN_TRY(Scaffold scaffold, Scaffold::beside(layout.folder));
  ANJUAN_DO(build(Layout{.folder = scaffold.folder()}, kind, settings));
  if (furnish) {
    ANJUAN_TRY(const auto store, open_office_store(scaffold.folder()));
    ANJUAN_DO(furnish(*store));
  }
  return scaffold.move_into_place();
}

Outcome copy_office_store(const std::string& from, const std::string& to) {
  std::error_code error;
  std::filesystem::copy(from, to, std::filesystem::copy_options::recursive, error);
  if (error) return disk::fault({"复制案卷库", "copying the office"}, to, error.value());
  return Done{};
}

Result<std::unique_ptr<cases::CaseStore>> open_office_store(const std::string& folder,
                                                            std::chrono::milliseconds patience) {
  OfficeFolder office{Layout::of(folder), DigestKind::sha256, patience};
  if (!disk::exists(office.layout.database())) return diagnose(messages::not_an_office, Place{}, folder);
  ANJUAN_TRY(Database database, office.connect(Database::Use::reading));
  auto checked = office.ask(database, [&](const Database& db) -> Result<Schema> {
    ANJUAN_TRY(const Schema schema, check_schema(db, folder));
    ANJUAN_DO(check_quickly(db, office.layout.database()));
    return schema;
  });
  ANJUAN_TRY(const Schema schema, std::move(checked));
  office.kind = schema.kind;
  if (schema.version < schema_version) {
    ANJUAN_DO(upgrade(office));
  }
  return std::unique_ptr<cases::CaseStore>(std::make_unique<SqliteStore>(std::move(office)));
}

}  // namespace anjuan::store
