#pragma once
// What the journal says of the rows of the tables: each entry carries the seals of the rows that it wrote, so that a row
// whose seal was written anew past this system is found by the chain.

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "journal/named.h"
#include "store/verify_store.h"

namespace anjuan::store {

/// The last seal of each row, as the entries go by; some 100 bytes a row.
class RecordedRows {
 public:
  void take(std::int64_t n, const journal::Named&);
  /// Holds a row against what was recorded last. Rows of offices that began with older software may have no record.
  void meet(std::string_view name, std::string_view seal, Diagnostics& found);
  /// Whether every entry that wrote rows names them; those of older software do not.
  bool complete() const { return from_the_first_; }
  bool any() const { return any_; }
  /// What was recorded and not met.
  void finish(Diagnostics& found) const;

 private:
  struct Recorded {
    std::string_view name;  ///< lies in `names_`
    std::int64_t n = 0;
    std::array<char, 32> seal_begins{};  ///< zeros: the row was removed
    bool met = false;
  };
  /// Where a row may be looked up. A table of nodes takes twice the memory, and five times the time for a million rows.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t row = 0;  ///< of `rows_`, from 1; 0: free
  };

  /// The slot of the row, or the free one where it belongs.
  std::size_t slot_of(std::string_view name, std::uint32_t hash) const;
  Recorded& row_of(std::string_view name);
  void widen();
  std::string_view keep(std::string_view name);

  std::vector<Slot> slots_ = std::vector<Slot>(64);  ///< 2^k of them, at most three quarters taken
  std::deque<Recorded> rows_;
  std::deque<std::unique_ptr<char[]>> names_;  ///< blocks of them, one behind the other
  char* end_ = nullptr;  ///< of what is taken in the last block
  std::size_t room_ = 0;  ///< left behind it
  bool any_ = false;             ///< some entry does
  bool from_the_first_ = false;  ///< the first entry says what it wrote, so all do
};

}  // namespace anjuan::store
