// The act in the order that loses nothing: lock, begin, files, rows, journal, commit, unlock.

#include "store/transaction.h"

#include <map>
#include <utility>

#include "json/json.h"
#include "store/changes.h"
#include "store/messages.h"
#include "store/questions.h"
#include "store/rows.h"

namespace anjuan::store {
namespace {

using cases::CaseRow;
using cases::RegisterRow;
using cases::TakenNumber;

class SqliteTransaction : public cases::Transaction {
 public:
  SqliteTransaction(const OfficeFolder& folder, WriteLock lock, Database database,
                    std::int64_t journal_length)
      : folder_(folder),
        kind_(folder.kind),
        files_(folder.files()),
        lock_(std::move(lock)),
        database_(std::move(database)),
        journal_length_(journal_length) {}

  ~SqliteTransaction() override { finish("ROLLBACK"); }

  Result<CaseRow> load_case(const CaseId& id) override {
    return reading([&] { return store::load_case(database_, kind_, id); });
  }
  Result<std::vector<CaseRow>> list_cases(bool with_body) override {
    return reading([&] { return store::list_cases(database_, kind_, with_body); });
  }
  Result<bool> has_case(const CaseId& id) override {
    return reading([&] { return store::has_case(database_, id); });
  }
  Result<std::vector<CaseRow>> select_cases(const cases::Selection& which) override {
    return reading([&] { return store::select_cases(database_, kind_, which); });
  }
  Result<cases::CaseCount> count_cases() override {
    return reading([&] { return store::count_cases(database_); });
  }
  Result<std::optional<RegisterRow>> load_register(const std::string& name, std::int64_t version) override {
    return reading([&] { return store::load_register(database_, kind_, name, version); });
  }
  Result<std::vector<RegisterRow>> list_registers() override {
    return reading([&] { return store::list_registers(database_); });
  }
  Result<std::string> read_file(const std::string& digest) override {
    return reading([&] { return store::read_file(database_, files_, digest); });
  }
  Result<std::vector<journal::Entry>> read_journal() override {
    return reading([&] { return store::read_journal(database_); });
  }
  Result<std::vector<journal::Entry>> read_journal_about(const CaseId& id) override {
    return reading([&] { return store::read_journal_about(database_, id); });
  }
  Result<std::vector<journal::Entry>> read_entries(std::int64_t from, std::int64_t at_most) override {
    return reading([&] { return store::read_entries(database_, from, at_most); });
  }
  Result<journal::Head> journal_head() override {
    return reading([&] { return store::journal_head(database_); });
  }
  Result<Value> setting(const std::string& key) override {
    return reading([&] { return store::setting(database_, kind_, key); });
  }

  Outcome save_case(CaseRow row) override {
    return writing([&]() -> Outcome {
      ANJUAN_TRY(const std::int64_t version, store::save_case(database_, kind_, row, journal_length_));
      saved_[row.id.text()] = version;
      saves_.emplace_back(row.id.text(), version);
      return note_row(row_name({"cases", row.id.text()}), "SELECT seal, 0 FROM cases WHERE id = ?1", row.id.text());
    });
  }
  Outcome save_register(RegisterRow row) override {
    return writing([&]() -> Outcome {
      ANJUAN_TRY(const std::int64_t version, store::save_register(database_, kind_, row));
      return note_register(row.name, version);
    });
  }
  Outcome freeze_register(const std::string& name, std::int64_t version) override {
    return writing([&]() -> Outcome {
      ANJUAN_DO(store::freeze_register(database_, name, version));
      return note_register(name, version);
    });
  }
  Result<TakenNumber> take_number(const std::string& code, int year, const std::string& paper) override {
    return writing([&]() -> Result<TakenNumber> {
      ANJUAN_TRY(TakenNumber number, store::take_number(database_, kind_, code, year, paper));
      ANJUAN_DO(note_number(number));
      return number;
    });
  }
  Outcome void_number(const TakenNumber& number, const std::string& reason) override {
    return writing([&]() -> Outcome {
      ANJUAN_DO(store::void_number(database_, kind_, number, reason));
      return note_number(number);
    });
  }
  Result<std::string> put_file(std::string_view bytes) override {
    return writing([&]() -> Result<std::string> {
      ANJUAN_TRY(std::string digest, files_.put(bytes));
      ANJUAN_DO(add_file(database_, digest, bytes.size()));
      return digest;
    });
  }
  Result<std::string> put_file(const cases::PieceWriter& write) override {
    return writing([&]() -> Result<std::string> {
      ANJUAN_TRY(const FileStore::Put put, files_.put(write));
      ANJUAN_DO(add_file(database_, put.digest, put.size));
      return put.digest;
    });
  }
  Result<journal::Entry> append(const Value& act) override {
    return writing([&]() -> Result<journal::Entry> {
      ANJUAN_TRY(const Value told, with_rows(act));
      ANJUAN_TRY(journal::Entry entry, store::append(database_, kind_, told));
      told_ = true;
      const std::string& id = act.field("case").text_or_empty();
      if (!id.empty()) appended_.emplace_back(id, entry.n);
      return entry;
    });
  }
  Outcome set(const std::string& key, const Value& value) override {
    return writing([&]() -> Outcome {
      ANJUAN_DO(store::set(database_, kind_, key, value));
      return note_row(row_name({"settings", key}), "SELECT seal, 0 FROM settings WHERE key = ?1", key);
    });
  }
  Outcome send_later(const std::string& key, const Value& message) override {
    return writing([&]() -> Outcome {
      ANJUAN_DO(store::send_later(database_, kind_, key, message));
      rows_.insert_or_assign(row_name({"outbox", key}), Value(seal_of_message(kind_, key, json::write(message), false)));
      return Done{};
    });
  }

  Outcome commit() override {
    ANJUAN_CHECK(rows_.empty() || !told_);
    std::int64_t acts = 0;
    const Outcome prepared = writing([&]() -> Outcome {
      ANJUAN_DO(note_acts());
      ANJUAN_TRY(acts, count_act(database_));
      return Done{};
    });
    Outcome committed = prepared.ok() ? database_.run("COMMIT") : prepared;
    if (prepared.ok() && !committed.ok() && stands_all_the_same(acts)) {
      committed = diagnose(messages::commit_unknown, Place{.file = folder_.layout.database()});
    }
    finish(committed.ok() ? nullptr : "ROLLBACK");
    return committed;
  }

 private:
  /// A fault while reading may have ended the database's transaction: the act is over then, too.
  template <class Act>
  auto reading(Act act) -> decltype(act()) {
    if (!failure_.empty()) return failure_;
    ANJUAN_CHECK(open_);
    auto result = act();
    if (!result.ok() && has_fault(result.diagnostics())) failure_ = result.diagnostics();
    return result;
  }

  /// Any failure to write spoils the act: half of it must not be committed by a careless caller.
  template <class Act>
  auto writing(Act act) -> decltype(act()) {
    if (!failure_.empty()) return failure_;
    ANJUAN_CHECK(open_);
    auto result = act();
    if (!result.ok()) failure_ = result.diagnostics();
    return result;
  }

  /// Notes the seal that a row has now, "" where it is gone.
  template <class... Parameters>
  Outcome note_row(const std::string& name, const char* sql, const Parameters&... parameters) {
    Query query(database_, sql, parameters...);
    ANJUAN_TRY(const bool found, query.next());
    rows_.insert_or_assign(name, Value(found ? recorded_seal(kind_, query.text(0), query.integer(1) != 0) : std::string()));
    return Done{};
  }
  Outcome note_register(const std::string& name, std::int64_t version) {
    return note_row(row_name({"registers", name, std::to_string(version)}), "SELECT seal, frozen FROM registers WHERE name = ?1 AND version = ?2", name, version);
  }
  Outcome note_number(const TakenNumber& n) {
    return note_row(row_name({"numbers", n.code, std::to_string(n.year), std::to_string(n.n)}),
                    "SELECT seal, 0 FROM numbers WHERE code = ?1 AND year = ?2 AND n = ?3", n.code, n.year, n.n);
  }

  /// The act with the seals of the rows that it has written, so that the chain covers them. The first of an office also
  /// covers the settings that the office was made with.
  Result<Value> with_rows(const Value& act) {
    ANJUAN_TRY(const auto head, store::journal_head(database_));
    if (head.n == 0) {
      Query settings(database_, "SELECT key, seal FROM settings");
      for (;;) {
        ANJUAN_TRY(const bool more, settings.next());
        if (!more) break;
        rows_.insert_or_assign(row_name({"settings", settings.text(0)}), Value(settings.text(1)));
      }
    }
    Fields told = act.record();
    told.erase("rows");
    if (!rows_.empty()) told.emplace("rows", Value(std::exchange(rows_, {})));
    return Value(std::move(told));
  }

  /// Which version each act left: `verify_store` compares rows and journal by it.
  Outcome note_acts() {
    ANJUAN_TRY(const auto head, store::journal_head(database_));
    for (const auto& [id, version] : saves_) {
      ANJUAN_DO(note_act(database_, id, version, head.n));
    }
    for (const auto& [id, entry] : appended_) {
      auto saved = saved_.find(id);
      if (saved == saved_.end()) {
        Query query(database_, "SELECT version FROM cases WHERE id = ?1", id);
        ANJUAN_TRY([[maybe_unused]] const bool found, query.next());
        saved = saved_.emplace(id, query.integer(0)).first;
      }
      ANJUAN_DO(note_act(database_, id, saved->second, entry));
    }
    return Done{};
  }

  /// After a commit that failed: when only the very last write to the disk (of the emptied rollback
  /// file) went wrong, the act cannot be taken back any more, and must not be called undone.
  bool stands_all_the_same(std::int64_t acts) {
    [[maybe_unused]] const Outcome undone = database_.run("ROLLBACK");
    auto fresh = folder_.connect(Database::Use::reading);
    if (!fresh.ok()) return true;  // not to be told: the careful answer
    const auto counted = count_acts(*fresh);
    return !counted.ok() || *counted >= acts;
  }

  void finish(const char* last_word) {
    if (!open_) return;
    open_ = false;
    // If even this fails, closing the connection undoes it, or the next program that opens the office.
    if (last_word != nullptr) [[maybe_unused]]
      const Outcome said = database_.run(last_word);
    lock_.release();
  }

  OfficeFolder folder_;
  DigestKind kind_;
  FileStore files_;
  WriteLock lock_;
  Database database_;
  std::int64_t journal_length_;  ///< before this act
  bool open_ = true;
  bool told_ = false;  ///< an entry was appended
  Fields rows_;  ///< seals of the rows written since the last entry, by name
  Diagnostics failure_;                                         ///< the first one, which spoilt the act
  std::map<std::string, std::int64_t> saved_;                   ///< case → its version now
  std::vector<std::pair<std::string, std::int64_t>> saves_;     ///< case, version
  std::vector<std::pair<std::string, std::int64_t>> appended_;  ///< case, journal entry
};

}  // namespace

Result<std::unique_ptr<cases::Transaction>> begin_transaction(const OfficeFolder& folder) {
  ANJUAN_TRY(WriteLock lock, WriteLock::wait(folder.layout.lock(), folder.patience));
  ANJUAN_TRY(Database database, folder.connect(Database::Use::writing));
  ANJUAN_DO(folder.files().make_ready());
  ANJUAN_DO(database.run("BEGIN IMMEDIATE"));
  ANJUAN_TRY(const auto head, journal_head(database));
  return std::unique_ptr<cases::Transaction>(
      std::make_unique<SqliteTransaction>(folder, std::move(lock), std::move(database), head.n));
}

}  // namespace anjuan::store
