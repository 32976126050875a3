#include "publication/receipts.h"

#include "base/date.h"
#include "base/digest.h"
#include "base/text.h"
#include "publication/messages.h"

namespace anjuan::publication {
namespace {

bool is_address(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (text.starts_with(scheme) && text.size() > scheme.size()) {
      return text.find_first_of(" \t\r\n\"<>") == std::string_view::npos;
    }
  }
  return false;
}

bool is_time(std::string_view text) {
  return parse_moment(text).has_value() || parse_loose_day(text).has_value();
}

void check_part(const std::string& value, bool right, const Wording& part, const ChannelReceipt& receipt,
                const std::string& file, Diagnostics& found) {
  if (trim(value).empty()) {
    found.push_back(diagnose(messages::receipt_incomplete, {file}, receipt.channel, part));
  } else if (!right) {
    found.push_back(diagnose(messages::receipt_wrong, {file}, receipt.channel, part, value));
  }
}

}  // namespace

Diagnostics check_receipt(const ChannelReceipt& receipt, const std::string& file) {
  Diagnostics found;
  check_part(receipt.address, is_address(receipt.address), {"网址", "address"}, receipt, file, found);
  check_part(receipt.time, is_time(receipt.time), {"公开时间", "time"}, receipt, file, found);
  check_part(receipt.screenshot_digest, is_hex_digest(receipt.screenshot_digest), {"截图", "screenshot"},
             receipt, file, found);
  return found;
}

Diagnostics check_receipts(const std::vector<std::string>& channels,
                           const std::vector<ChannelReceipt>& receipts, const PublicationRules& rules) {
  Diagnostics found;
  for (const std::string& channel : channels) {
    Diagnostics lacking{diagnose(messages::channel_missing, {rules.file}, channel)};
    for (const ChannelReceipt& receipt : receipts) {
      if (receipt.channel == channel && !lacking.empty()) lacking = check_receipt(receipt, rules.file);
    }
    for (Diagnostic& diagnostic : lacking) {
      found.push_back(rules.channel_basis ? with_basis(std::move(diagnostic), *rules.channel_basis)
                                          : std::move(diagnostic));
    }
  }
  return found;
}

}  // namespace anjuan::publication
