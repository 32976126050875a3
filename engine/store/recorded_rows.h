#pragma once
// What the journal says of the rows of the tables: each entry carries the seals of the rows that it wrote, so that a row
// whose seal was written anew past this system is found by the chain.

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "journal/named.h"
#include "store/verify_store.h"

namespace anjuan::store {

/// The last seal of each row, as the entries go by; some 100 bytes a row.
class RecordedRows {
 public:
  void take(std::int64_t n, const journal::Named&);
  /// Holds a row against what was recorded last. Rows of offices that began with older software may have no record.
  void meet(const std::string& name, const std::string& seal, Diagnostics& found);
  /// Whether every entry that wrote rows names them; those of older software do not.
  bool complete() const { return from_the_first_; }
  bool any() const { return any_; }
  /// What was recorded and not met.
  void finish(Diagnostics& found) const;

 private:
  struct Recorded {
    std::int64_t n = 0;
    std::array<char, 32> seal_begins{};  ///< zeros: the row was removed
    bool met = false;
  };
  std::unordered_map<std::string, Recorded> rows_;
  bool any_ = false;             ///< some entry does
  bool from_the_first_ = false;  ///< the first entry says what it wrote, so all do
};

}  // namespace anjuan::store
