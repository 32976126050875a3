#pragma once
// Numbers that may never be published, found by their own check rules and not by bare length:
// citizen identity numbers (GB 11643-1999), mobile numbers, bank cards (Luhn, GB/T 15694.1).

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace anjuan::publication {

enum class SensitiveKind { identity_number, mobile_phone, bank_card };
Wording name_of(SensitiveKind);

/// 18 characters, a birthday that exists (1900 to 2099), and the right check character (MOD 11-2).
/// Any region: invented ones must not slip through. 'x' counts as 'X'.
bool is_identity_number(std::string_view);
/// 11 digits, 1[3-9]…
bool is_mobile_number(std::string_view);
/// 16 to 19 digits passing Luhn. A 17-digit number with the year of issue where 执业证号 have it is
/// a practising certificate and no card.
bool is_bank_card(std::string_view);

struct Sensitive {
  SensitiveKind kind;
  std::string number;  ///< without separators; never to be printed
  std::size_t offset;  ///< of the first byte in the text
};
/// Every such number that stands alone, that is, not inside a longer run of letters and digits; also
/// in full-width digits, with country code, and in the usual groups ("138 1234 5678"). In order.
std::vector<Sensitive> find_sensitive(std::string_view text);

/// The first three and the last two characters, the rest as '*'.
std::string masked(std::string_view number);
/// 王某 for 王小明: the first character only.
std::string masked_name(std::string_view name);

}  // namespace anjuan::publication
