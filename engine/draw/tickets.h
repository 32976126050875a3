#pragma once
// Keys and tickets: where all chance of the draw comes from.
//   key(ctx)           = H("anjuan-draw-1|key|SEED|CTX")
//   ticket(key, id, g) = H("KEY|ID|G")

#include <string>
#include <string_view>

#include "base/digest.h"

namespace anjuan::draw {

std::string key_of(DigestKind, std::string_view seed, std::string_view context);

/// The tickets of one key; the key's part of the digest is computed once.
class TicketKey {
 public:
  TicketKey(DigestKind kind, const std::string& key) : key_(key), prefix_(kind, key + "|") {}
  const std::string& text() const { return key_; }
  std::string ticket(std::string_view id, int generation = 1) const;

 private:
  std::string key_;
  PrefixDigest prefix_;
};

}  // namespace anjuan::draw
