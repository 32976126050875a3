#pragma once
// An office folder that was opened and found well: where it lies and by which rules it is kept.

#include <chrono>

#include "base/digest.h"
#include "store/database.h"
#include "store/file_store.h"
#include "store/layout.h"
#include "store/write_lock.h"

namespace anjuan::store {

/// Whether an office can be made in `folder`: it is missing or empty, and its parent is there.
Outcome check_free(const std::string& folder);

/// Whether an output may be written to `path`: it is not among what an office keeps (database, lock, files).
Outcome check_for_output(const std::string& path);

struct OfficeFolder {
  Layout layout;
  DigestKind kind = DigestKind::sha256;
  std::chrono::milliseconds patience{};  ///< for the write lock

  FileStore files() const { return FileStore(layout, kind); }

  /// How long a statement waits for another connection; after that a reader joins the queue of writers.
  static constexpr std::chrono::milliseconds statement_patience{2000};
  /// How long a commit waits until readers are done with their questions.
  static constexpr std::chrono::milliseconds commit_patience{20000};

  /// A connection; refused where a link stands in the place of the database or of the files' folders. A reader that finds no gap between commits waits in the queue, as with `ask`.
  Result<Database> connect(Database::Use) const;

  /// Asks `question` (a function of Database const& giving a Result) at one moment: all it reads is of
  /// the same commit. When commits of others leave no gap, it waits in the writers' queue and asks
  /// where nobody can commit, so that a reader is never sent away as long as the queue moves.
  template <class Question>
  auto ask(Database& database, Question question) const -> decltype(question(database)) {
    auto answer = ask_once(database, question);
    if (answer.ok() || !is_busy(answer.diagnostics())) return answer;
    ANJUAN_TRY([[maybe_unused]] const WriteLock lock, WriteLock::wait(layout.lock(), patience));
    return ask_once(database, question);
  }

 private:
  static bool is_busy(const Diagnostics&);

  template <class Question>
  static auto ask_once(Database& database, Question& question) -> decltype(question(database)) {
    ANJUAN_TRY([[maybe_unused]] const Done begun, database.run("BEGIN"));
    auto answer = question(database);
    // Nothing was written, so whether the end succeeds does not matter for the answer.
    [[maybe_unused]] const Outcome ended = database.run("ROLLBACK");
    return answer;
  }
};

}  // namespace anjuan::store
