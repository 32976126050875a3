#pragma once
// Patterns such as "{全宗号}-{门类}·{年度}": text with names in braces that are filled from facts. They
// write archival codes and titles of volumes, so that a county's habit is data and not a program.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/value.h"

namespace anjuan::dossier {

/// A piece of a pattern: literal text, or a name ("年度", "对象.名称") with the number of digits to
/// which a whole number is padded with zeros (0: as it stands).
struct Blank {
  std::string text;  ///< literal, or the name
  bool is_name = false;
  int digits = 0;
};

/// Takes a pattern apart. Refused: a brace without its partner, an empty name, digits not 1 to 9.
Result<std::vector<Blank>> parse_pattern(std::string_view pattern, const Place&);

/// Fills every blank. Refused, all at once: a name without content, a padded value that is no whole
/// number or has more digits than the pattern gives it.
Result<std::string> fill_pattern(std::string_view pattern, const Fields& facts, const Place&);

}  // namespace anjuan::dossier
