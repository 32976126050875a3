#include "registers/checksums.h"

#include <string>

#include "base/date.h"

namespace anjuan::registers {

NumberFault check_credit_code(std::string_view code) {
  constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  constexpr int modulus = 31;
  if (code.size() != 18) return NumberFault::length;
  int sum = 0, weight = 1;
  for (std::size_t i = 0; i < 18; ++i) {
    const std::size_t value = alphabet.find(code[i]);
    if (value == std::string_view::npos) return NumberFault::character;
    if (i == 17)
      return static_cast<int>(value) == (modulus - sum % modulus) % modulus ? NumberFault::none
                                                                            : NumberFault::check;
    sum += static_cast<int>(value) * weight;
    weight = weight * 3 % modulus;
  }
  return NumberFault::check;
}

NumberFault check_identity_number(std::string_view number) {
  constexpr int weights[17] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view check_characters = "10X98765432";
  if (number.size() != 18) return NumberFault::length;
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) {
    if (number[i] < '0' || number[i] > '9') return NumberFault::character;
    sum += (number[i] - '0') * weights[i];
  }
  const std::string born(number.substr(6, 8));
  if (!parse_day(born.substr(0, 4) + "-" + born.substr(4, 2) + "-" + born.substr(6, 2)))
    return NumberFault::date;
  const char last = number[17] == 'x' ? 'X' : number[17];
  return check_characters[static_cast<std::size_t>(sum % 11)] == last ? NumberFault::none
                                                                      : NumberFault::check;
}

}  // namespace anjuan::registers
