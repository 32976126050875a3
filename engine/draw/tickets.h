#pragma once
// Keys and tickets: where all chance of the draw comes from.
//   key(ctx)           = H("anjuan-draw-1|key|SEED|CTX")
//   ticket(key, id, g) = H("KEY|ID|G")

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "draw/lanes.h"

namespace anjuan::draw {

std::string key_of(DigestKind, std::string_view seed, std::string_view context);

/// A digest as four big-endian words: smaller exactly when the text is that the files show.
struct Ticket {
  std::array<std::uint64_t, 4> words{};
  auto operator<=>(const Ticket&) const = default;
  std::string text() const;  ///< 64 hexadecimal digits
};

/// The tickets of one key. Many are asked for together and made side by side; a ticket is where it is
/// wanted after `finish`, or earlier. The key is exactly one block of the digest, computed once.
class TicketMaker {
 public:
  TicketMaker(DigestKind, std::string_view key);  ///< 64 hexadecimal digits
  void ask(std::string_view id, int generation, Ticket& into);
  void finish();

 private:
  void make();

  DigestKind kind_;
  std::string key_;
  DigestState after_key_;
  LaneBlocks blocks_;
  std::array<Ticket*, lane_count> wanted_{};
  int asked_ = 0;
};

/// Ids that draw tickets under one key after another, once under each (g = 1): what hangs on the ids
/// alone is worked out beforehand.
class TicketPool {
 public:
  TicketPool(DigestKind, std::vector<std::string_view> ids);
  std::size_t size() const { return ids_.size(); }

  /// The tickets under a key, as the lanes leave them: all of the pool's, not in any order.
  using Tickets = std::vector<LaneStates>;
  Tickets under(std::string_view key) const;

 private:
  DigestKind kind_;
  std::vector<std::string_view> ids_;
  std::vector<LaneSchedule> schedules_;
  std::vector<std::size_t> long_ones_;  // whose tickets take a second block
};

Ticket ticket_at(const TicketPool::Tickets&, std::size_t place);
/// The first 32 bits of it, by which most tickets can be told apart.
inline std::uint32_t head_at(const TicketPool::Tickets& tickets, std::size_t place) {
  return tickets[place / lane_count].words[0][place % lane_count];
}

}  // namespace anjuan::draw
