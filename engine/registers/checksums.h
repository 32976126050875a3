#pragma once
// Check characters of the two numbers that registers carry.

#include <string_view>

namespace anjuan::registers {

enum class NumberFault {
  none,
  length,     ///< not 18 characters
  character,  ///< a character the standard does not use in this place
  date,       ///< the birth date does not exist
  check,      ///< the check character does not fit
};

/// 统一社会信用代码, GB 32100-2015: 18 of 0-9 and A-Z without I O S V Z, modulus 31.
NumberFault check_credit_code(std::string_view);

/// 公民身份号码, GB 11643-1999: 17 digits with a date of birth, check character by ISO 7064 MOD 11-2.
NumberFault check_identity_number(std::string_view);

}  // namespace anjuan::registers
