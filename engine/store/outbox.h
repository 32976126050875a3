#pragma once
// What waits to be sent outside. Sending is at least once: a message is marked after it was sent, so
// the receiver must know a repeated key.

#include <string>
#include <vector>

#include "base/result.h"
#include "base/value.h"

namespace anjuan::store {

struct WaitingMessage {
  std::string key;
  Value message;
};

/// Messages not yet marked as sent, by key.
Result<std::vector<WaitingMessage>> waiting_messages(const std::string& folder);
/// Marks one as sent; refused when there is none with this key. To mark twice does no harm.
Outcome mark_sent(const std::string& folder, const std::string& key);

}  // namespace anjuan::store
