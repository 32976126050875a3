#pragma once
// Phrases in both languages: patterns with blanks {0}, {1}, … and the values that fill them.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace anjuan::expression {

/// The pattern with its blanks filled, at most ten. In Chinese a space is set between a Chinese
/// character and a digit or letter where words meet, as in print: "大于 0".
Wording say(const Wording& pattern, std::initializer_list<Wording> values);
/// The parts with `between` between them; empty of no parts.
Wording joined(const std::vector<Wording>& parts, const Wording& between);

/// How a built-in function is told as a noun; {n} is its n-th argument. A text literal in the place
/// `bare` stands without quotation marks: it names a field.
struct FunctionPhrase {
  std::string_view name;
  Wording pattern;
  int bare = -1;
};
const std::vector<FunctionPhrase>& function_phrases();

}  // namespace anjuan::expression
