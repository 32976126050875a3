#pragma once
// Keys and tickets: where all chance of the draw comes from.
//   key(ctx)           = H("anjuan-draw-1|key|SEED|CTX")
//   ticket(key, id, g) = H("KEY|ID|G")

#include <string>
#include <string_view>

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

}  // namespace anjuan::draw
