#pragma once
// Keys and tickets: where all chance of the draw comes from.
//   key(ctx)           = H("anjuan-draw-1|key|SEED|CTX")
//   ticket(key, id, g) = H("KEY|ID|G")

#include <string>
#include <string_view>

#include "base/digest.h"

namespace anjuan::draw {

std::string key_of(DigestKind, std::string_view seed, std::string_view context);

/// Tickets compare as the texts that the files show.
using Ticket = DigestWords;

/// The tickets of one key; the key's part of the digest, exactly one block, is computed once. For one
/// thread at a time.
class TicketKey {
 public:
  TicketKey(DigestKind kind, std::string_view key) : started_(kind, key) {}
  Ticket ticket(std::string_view id, int generation = 1) const;

 private:
  PrefixDigest started_;
};

}  // namespace anjuan::draw
