#pragma once
// 公开凭证: a channel is done when address, time and screenshot are recorded; a result is 已公开 when
// every channel is.

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "publication/publication_rules.h"

namespace anjuan::publication {

struct ChannelReceipt {
  std::string channel;  ///< as the procedure names it
  std::string address;  ///< web address
  std::string time;     ///< "2026-10-09T09:30:00+08:00" or a day
  std::string screenshot_digest;
};

/// What is missing of one receipt; empty: the channel is done.
Diagnostics check_receipt(const ChannelReceipt&, const std::string& file);

/// What is missing before the result is published: a channel without receipt, or whose receipts all
/// lack something. A later complete receipt mends an earlier one.
Diagnostics check_receipts(const std::vector<std::string>& channels, const std::vector<ChannelReceipt>&,
                           const PublicationRules&);
inline bool is_published(const std::vector<std::string>& channels,
                         const std::vector<ChannelReceipt>& receipts, const PublicationRules& rules) {
  return check_receipts(channels, receipts, rules).empty();
}

}  // namespace anjuan::publication
