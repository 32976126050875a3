#pragma once
// What the engine asks of a store, declared where it is used; `store` implements it. One act is one
// transaction: it sees a consistent office, and leaves all of its work or none.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/result.h"
#include "base/value.h"
#include "journal/journal.h"

namespace anjuan::cases {

/// A running time limit, as lists of what is due need it.
struct LimitRow {
  std::string id, label, unit;   ///< unit: 承办股室
  Day from{}, due{};
  bool provisional = false;
  std::string basis;
};

/// A paper, as lists and `verify` need it.
struct PaperRow {
  std::string id, slot, title, number, state;
  std::optional<Day> date;
  std::vector<std::string> files;  ///< digests of print, scan, source
};

/// A case or round as it lies in the store: the whole as one value, with what must be searchable.
struct CaseRow {
  CaseId id, round;              ///< round: empty for a round
  std::string kind;              ///< "round" or "case"
  std::string title;             ///< what lists show: the target's or the round's name
  std::string label;             ///< where it stands, in words
  bool finished = false;
  std::int64_t version = 0;      ///< counts acts; a save must build on the version it read
  Value body;
  std::vector<LimitRow> limits;
  std::vector<PaperRow> papers;
};

/// Which cases and rounds are asked for.
struct Selection {
  bool unfinished = false;       ///< only those still running
  std::optional<CaseId> round = std::nullopt;  ///< only this round and its cases; one without id: all rounds, no cases
  std::int64_t at_most = 0;      ///< the first ones; 0: all
  std::optional<CaseId> after = std::nullopt;  ///< only those with a greater id
};
struct CaseCount {
  std::int64_t rounds = 0, cases = 0, finished = 0;  ///< finished: of both
};

/// A version of a register.
struct RegisterRow {
  std::string name;
  std::int64_t version = 0;      ///< from 1
  std::string reason;            ///< why this version was made
  Day on{};
  bool frozen = false;           ///< used by a draw: never changed again
  Value body;
};

/// Taken from a number book: gapless, never reused.
struct TakenNumber {
  std::string code;
  int year = 0;
  std::int64_t n = 0;
};

/// Reading; every call sees what the last committed act left.
class Reading {
 public:
  virtual ~Reading() = default;
  virtual Result<CaseRow> load_case(const CaseId&) = 0;           ///< refused when there is none (nearest id)
  virtual Result<std::vector<CaseRow>> list_cases(bool with_body) = 0;  ///< by id
  virtual Result<bool> has_case(const CaseId&) = 0;
  virtual Result<std::vector<CaseRow>> select_cases(const Selection&) = 0;  ///< with bodies, by id
  virtual Result<CaseCount> count_cases() = 0;
  virtual Result<std::optional<RegisterRow>> load_register(const std::string& name, std::int64_t version = 0) = 0;  ///< 0: the latest
  virtual Result<std::vector<RegisterRow>> list_registers() = 0;  ///< all versions, without bodies
  virtual Result<std::string> read_file(const std::string& digest) = 0;  ///< refused when lost or changed
  virtual Result<std::vector<journal::Entry>> read_journal() = 0;
  /// The entries that changed the case or were refused on it, by number: of 1,000,000 entries only these are read.
  virtual Result<std::vector<journal::Entry>> read_journal_about(const CaseId&) = 0;
  /// Entries from this number on, at most so many.
  virtual Result<std::vector<journal::Entry>> read_entries(std::int64_t from, std::int64_t at_most) = 0;
  virtual Result<journal::Head> journal_head() = 0;               ///< of the journal as this act finds it
  virtual Result<Value> setting(const std::string& key) = 0;      ///< empty when not set
};

/// One act, under the office's write lock.
/// Hands a file over piece by piece to the function it is given; what that refuses ends the writing.
using PieceWriter = std::function<Outcome(const std::function<Outcome(std::string_view)>&)>;

class Transaction : public Reading {
 public:
  /// Saves the row; `version` must be the one read (0: new). Refused when somebody else was faster.
  virtual Outcome save_case(CaseRow) = 0;
  virtual Outcome save_register(RegisterRow) = 0;                 ///< a new version
  virtual Outcome freeze_register(const std::string& name, std::int64_t version) = 0;
  virtual Result<TakenNumber> take_number(const std::string& code, int year, const std::string& paper) = 0;
  /// Marks a number 作废 with the reason; it stays in the book.
  virtual Outcome void_number(const TakenNumber&, const std::string& reason) = 0;
  /// Stores bytes under their digest, durable before the commit; the same bytes are stored once.
  virtual Result<std::string> put_file(std::string_view bytes) = 0;
  /// The same for a file that `write` hands over piece by piece, too large to be held.
  virtual Result<std::string> put_file(const PieceWriter& write) = 0;
  /// Appends to the journal; returns the entry: its number and digest are the new head. It carries the seals of the
  /// rows written before it, so it comes last: an act that goes on writing appends once more.
  virtual Result<journal::Entry> append(const Value& act) = 0;
  virtual Outcome set(const std::string& key, const Value&) = 0;
  /// Something to be sent outside after the commit, at least once, by its key.
  virtual Outcome send_later(const std::string& key, const Value& message) = 0;
  virtual Outcome commit() = 0;  ///< without it, everything is undone on destruction
};

class CaseStore {
 public:
  virtual ~CaseStore() = default;
  virtual Result<std::unique_ptr<Reading>> read() = 0;
  virtual Result<std::unique_ptr<Transaction>> begin() = 0;  ///< waits for the write lock in a fair queue
};

}  // namespace anjuan::cases
